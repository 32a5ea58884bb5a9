import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { hiddenForms } from '../../../src/detect/decode/hidden-forms.ts';
import { type Hiding, mayHide } from '../../../src/detect/may-hide.ts';
import { fake, sample } from '../../../src/rule.ts';

const KEY = sample('xtok_', fake('alnum', 36));
const b64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const percent = (text: string) => text.replace(/./g, (c) => `%${hex(c)}`);
const unicode = (text: string) => text.replace(/./g, (c) => `\\u00${hex(c)}`);
const entities = (text: string) => text.replace(/./g, (c) => `&#${c.charCodeAt(0)};`);

/** A zip archive of one stored or deflated file, with its sizes in the head. */
function zip(content: string, method: 0 | 8): Buffer {
  const packed = method === 0 ? Buffer.from(content) : deflateRawSync(Buffer.from(content));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(method, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt16LE(1, 26);
  return Buffer.concat([head, Buffer.from('a'), packed]);
}

describe('finds a key', () => {
  test.each([
    { name: 'in base64', text: `token: ${b64(KEY)}\n`, encoding: 'base64' },
    {
      name: 'in base64url',
      text: `token: ${Buffer.from(`${KEY}???>>>`).toString('base64url')}\n`,
      encoding: 'base64url',
    },
    { name: 'in base64 right after other letters', text: `abc/def/${b64(`{"key":"${KEY}"}`)}\n`, encoding: 'base64' },
    {
      name: 'in base64 over several lines',
      text: `  ${b64(`${'some words first '.repeat(6)}${KEY}`).replace(/.{76}/g, '$&\n  ')}\nkey: x\n`,
      encoding: 'base64',
    },
    {
      name: 'in base64 with literal line ends',
      text: `"${b64(`${'some words first '.repeat(6)}${KEY}`).replace(/.{64}/g, '$&\\n')}"`,
      encoding: 'base64',
    },
    { name: 'in base64 twice', text: `x=${b64(b64(KEY))}`, encoding: 'base64>base64' },
    { name: 'in hex', text: `x=${hex(KEY)};`, encoding: 'hex' },
    { name: 'in upper-case hex', text: `x=0x${hex(KEY).toUpperCase()};`, encoding: 'hex' },
    { name: 'in hex in base64', text: `x=${b64(hex(KEY))};`, encoding: 'base64>hex' },
    { name: 'in percent escapes', text: `?next=${percent(KEY)}`, encoding: 'percent' },
    { name: 'partly in percent escapes', text: `?next=a%3D${KEY.replace('_', '%5F')}&x`, encoding: 'percent' },
    { name: 'in Unicode escapes', text: `"${unicode(KEY)}"`, encoding: 'unicode-escape' },
    { name: 'partly in hex escapes', text: `"${KEY.replace('x', '\\x78')}"`, encoding: 'unicode-escape' },
    { name: 'with a braced escape', text: `"${KEY.replace('x', '\\u{78}')}"`, encoding: 'unicode-escape' },
    { name: 'in HTML entities', text: `<a title="${entities(KEY)}">`, encoding: 'html-entity' },
    { name: 'in hexadecimal entities', text: `<a title="${KEY.replace('x', '&#x78;')}">`, encoding: 'html-entity' },
    {
      name: 'joined with +',
      text: `const a = "${KEY.slice(0, 12)}" +\n  "${KEY.slice(12, 30)}" + '${KEY.slice(30)}';`,
      encoding: 'concatenation',
    },
    {
      name: 'joined with a leading +',
      text: `a = "${KEY.slice(0, 12)}"\n  + "${KEY.slice(12)}";`,
      encoding: 'concatenation',
    },
    {
      name: "joined with PHP's dot",
      text: `$a = '${KEY.slice(0, 12)}' . '${KEY.slice(12)}';`,
      encoding: 'concatenation',
    },
    {
      name: "joined with Visual Basic's &",
      text: `a = "${KEY.slice(0, 12)}" & "${KEY.slice(12)}"`,
      encoding: 'concatenation',
    },
    {
      name: 'in literals side by side',
      text: `a = ("${KEY.slice(0, 12)}"\n     "${KEY.slice(12)}")`,
      encoding: 'concatenation',
    },
    {
      name: 'continued by a backslash',
      text: `a = "${KEY.slice(0, 12)}" \\\n    "${KEY.slice(12)}"`,
      encoding: 'concatenation',
    },
    {
      name: 'in a joined array',
      text: `['${KEY.slice(0, 9)}', '${KEY.slice(9, 20)}', '${KEY.slice(20)}'].join('')`,
      encoding: 'concatenation',
    },
    { name: "in Python's join", text: `''.join(['${KEY.slice(0, 9)}', '${KEY.slice(9)}'])`, encoding: 'concatenation' },
    {
      name: 'in base64 in pieces',
      text: `a = "${b64(KEY).slice(0, 20)}" + "${b64(KEY).slice(20)}"`,
      encoding: 'concatenation>base64',
    },
    { name: 'with an escaped slash', text: `{"url":"https:\\/\\/a.b\\/${KEY}"}`, encoding: 'json-string' },
    { name: 'gzipped', text: `data: ${b64(gzipSync(KEY))}`, encoding: 'base64>gzip' },
    { name: 'gzipped in base64 twice', text: `release: ${b64(b64(gzipSync(KEY)))}`, encoding: 'base64>base64>gzip' },
    { name: 'stored in a zip', text: `zip = ${b64(zip(KEY, 0))}`, encoding: 'base64>zip' },
    { name: 'deflated in a zip', text: `zip = ${b64(zip(KEY, 8))}`, encoding: 'base64>zip' },
    {
      name: 'joined over lines in Visual Basic',
      text: `a = "${KEY.slice(0, 12)}" & _\n    "${KEY.slice(12)}"`,
      encoding: 'concatenation',
    },
    { name: 'joined by concat', text: `"${KEY.slice(0, 12)}".concat("${KEY.slice(12)}")`, encoding: 'concatenation' },
  ])('$name', ({ text, encoding }) => {
    const forms = hiddenForms(text).filter((form) => form.text.includes(KEY));
    expect(forms.map((form) => form.encoding)).toContain(encoding);
  });
});

describe('points at the place', () => {
  const before = 'line one\nline two: ';
  test.each([
    { name: 'base64', text: before + b64(`abc ${KEY}`), from: before.length + 5 },
    { name: 'hex', text: before + hex(`abc ${KEY}`), from: before.length + 8 },
    { name: 'percent', text: `${before}a%3Db%26${KEY}`, from: before.length + 8 },
    {
      name: 'concatenation',
      text: `${before}"abc" +\n "${KEY.slice(0, 8)}" + "${KEY.slice(8)}"`,
      from: before.length + 10,
    },
    {
      name: 'base64 over lines',
      text: `${before}${b64('x'.repeat(57))}\n${b64(`${KEY}${'y'.repeat(10)}`)}`,
      from: before.length + 77,
    },
  ])('$name', ({ text, from }) => {
    const form = hiddenForms(text).find((f) => f.text.includes(KEY));
    expect(form?.at(form.text.indexOf(KEY))).toBe(from);
    expect(form?.start).toBeGreaterThanOrEqual(before.length);
    expect(form?.end).toBeLessThanOrEqual(text.length);
  });
});

describe('leaves alone', () => {
  test.each([
    { name: 'words', text: 'a very long sentence without anything in it, and aLongCamelCaseIdentifierOfTheUsualKind' },
    { name: 'an integrity hash', text: `"integrity": "sha512-${fake('base64', 86)}=="` },
    { name: 'a digest', text: `sha1 ${fake('hex', 40)} sha256 ${fake('hex', 64)}` },
    { name: 'random base64', text: `key: ${fake('base64', 400)}` },
    { name: 'a path', text: 'https://example.com/some/rather/long/path/to/a/page/of/documentation.html' },
    { name: 'an image', text: `url(data:image/png;base64,${b64('plain text for once, as an image would never be')})` },
    {
      name: 'a source map',
      text: `//# sourceMappingURL=data:application/json;base64,${b64('{"version":3,"sources":["a.ts"],"mappings":""}')}`,
    },
    { name: 'a JSON Web Token', text: `${b64('{"alg":"HS256","typ":"JWT"}')}.${b64('{"sub":"1","name":"me"}')}.x` },
    { name: 'a sentence over lines', text: '"this is a sentence " +\n  "that goes on here"' },
    { name: 'a list of strings', text: '["one", "two"]\n["three", "four"]' },
    { name: 'nothing', text: '' },
  ])('$name', ({ text }) => {
    expect(hiddenForms(text)).toEqual([]);
  });
});

describe('where mayHide points at', () => {
  let state = 11;
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const one = <T>(list: readonly T[]) => list[random(list.length)]!;
  const inPieces = (text: string): string[] => {
    const cut = 1 + random(text.length);
    return cut >= text.length ? [text] : [text.slice(0, cut), ...inPieces(text.slice(cut))];
  };
  const quoted = (text: string) => inPieces(text).map((piece) => `"${piece}"`);
  const forms: readonly (() => string)[] = [
    () => b64(`${'-'.repeat(random(60))}${KEY}`),
    () => `${'ab/'.repeat(random(4))}${b64(`{"key":"${KEY}"}`)}`,
    () => b64(`${'some words '.repeat(8 + random(40))}${KEY}`).replace(/.{64}/g, one(['$&\n', '$&\\n'])),
    () => hex(KEY),
    () => percent(KEY),
    () => unicode(KEY),
    () => entities(KEY),
    () =>
      quoted(`${'x'.repeat(random(300))}${KEY}`).join(
        one([' + ', '+', ' +\n  ', '\n  + ', '\n', ' + // why "so"\n', ' .. ']),
      ),
    () => `[${quoted(KEY).join(one([', ', ',\n  ']))}].join('')`,
    () => `''.join([${quoted(KEY).join(', ')}])`,
  ];
  const fillers = ['"', "'", '" + "', ` + 'a' + `, 'abc ', '\n', '{}();', 'x'.repeat(50), '"a"\n"b"', '%41', '.'];
  const filled = () => {
    let text = ' ';
    const some = Array.from({ length: 1 + random(4) }, () => one(fillers));
    for (let n = random(one([9, 300, 3_000])); n > 0; n--) text += one(some);
    return `${text} `;
  };

  test('is all that hides a key', () => {
    // where keys stand of which no other form, or the text itself, tells
    const keys = (text: string, hiding?: Hiding) => {
      const places = hiddenForms(text, hiding).flatMap((form) => {
        const at = form.text.indexOf(KEY);
        return at < 0 || text.startsWith(KEY, form.at(at)) ? [] : [form.at(at)];
      });
      return [...new Set(places)].sort((x, y) => x - y);
    };
    let count = 0;
    for (let round = 0; round < 1_000; round++) {
      const text = `${filled()}${one(forms)()}${filled()}${one(forms)()}${filled()}`;
      const all = keys(text);
      count += all.length;
      expect(keys(text, mayHide(text))).toEqual(all);
    }
    expect(count).toBeGreaterThan(1_000);
  });
});

describe('stays linear', () => {
  const size = 400_000;
  test.each([
    ['quotes', '"'.repeat(size)],
    ['joins', `'ab' +\n`.repeat(size / 7)],
    ['open arrays', "['a', ".repeat(size / 12) + "].join('')".repeat(size / 20)],
    ['percent escapes', '%41'.repeat(size / 3)],
    ['backslashes', '\\'.repeat(size)],
    ['escaped quotes', '\\"a'.repeat(size / 3)],
    ['letters', 'a'.repeat(size)],
    ['packed text', `H4sI${'A'.repeat(60)} `.repeat(size / 65)],
    ['base64 lines', `${b64('x'.repeat(57))}\n`.repeat(size / 77)],
    ['words in base64', `${b64('hello world this is text')} `.repeat(size / 33)],
  ])('%s', (_, text) => {
    const start = performance.now();
    const forms = hiddenForms(text);
    // Generous: about a hundred times what it takes; something quadratic takes minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(forms.reduce((sum, form) => sum + form.text.length, 0)).toBeLessThanOrEqual(4_000_000);
  });

  test('a text that unfolds without end is left packed', () => {
    expect(hiddenForms(b64(gzipSync(Buffer.alloc(5_000_000))))).toEqual([]);
  });
});
