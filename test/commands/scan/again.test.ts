import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { builtInCatalogue } from '../../../config/catalogue.ts';
import { rules } from '../../../config/rules/index.ts';
import { makeVersionSearcher } from '../../../src/commands/scan/again.ts';
import { makeJobJudge } from '../../../src/commands/scan/ahead-judge.ts';
import { makeJobLooker } from '../../../src/commands/scan/ahead-look.ts';
import { seal, unseal } from '../../../src/commands/scan/batch.ts';
import type { BlobJob } from '../../../src/commands/scan/blobs.ts';
import { type FileResult, searchWhole } from '../../../src/commands/scan/file.ts';
import { makeLooker } from '../../../src/commands/scan/looker.ts';
import { putPiece } from '../../../src/commands/scan/slabs.ts';
import type { Finding } from '../../../src/model.ts';
import { fake, fakeUuid, sample } from '../../../src/rule.ts';
import { githubToken } from '../../tokens.ts';

const search = { catalogue: builtInCatalogue(), needles: [] };

/** A generator of numbers below `n`, always the same for one seed. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
};
type Random = ReturnType<typeof randomOf>;

const said = ({ findings, lines, bytes }: FileResult) =>
  JSON.stringify([lines, bytes, findings.map((f) => ({ ...seal(f), value: f.secret.seal() }))]);

/** Texts that hold keys of all rules; what is cut out of one is what makes the key whole again. */
const KEYS = rules.flatMap((rule) => [...rule.examples.match, ...rule.examples.miss]).map(String);
const ODDS = [
  '"', "'", '`', '\n', '\n\n\n', ' + ', '" +\n  "', '\\', '\\"', '%5F', '\\x5f', '\\u005f', '&#95;', '=', ': |\n  ', ' = (\n',
  '].join("")', '[\n', '-----BEGIN', '-----END', '</', '>', '{', 'password', 'stripe', 'token: ', 'Bearer ', 'value: ', '...',
  Buffer.from(sample('key=', fake('alnum', 40))).toString('base64'), '// ', ' * ', 'é', '\r\n',
]; // biome-ignore format: a table

const fillers = readFileSync(resolve('src/commands/scan/file.ts'), 'utf8').split('\n');

/** One edit as people and tools make them: lines in, lines out, a piece of text in, out, or back in. */
const edited = (text: string, random: Random, cut: { at: number; piece: string }[]): string => {
  const at = random(text.length + 1);
  const line = text.lastIndexOf('\n', at) + 1;
  const back = cut.pop();
  if (back !== undefined && random(3) > 0 && back.at <= text.length)
    return text.slice(0, back.at) + back.piece + text.slice(back.at);
  switch (random(6)) {
    case 0: {
      const key = KEYS[random(KEYS.length)]!;
      const hole = random(key.length);
      const piece = key.slice(hole, hole + 1 + random(12));
      cut.push({ at: line + hole, piece });
      return `${text.slice(0, line)}${key.slice(0, hole)}${key.slice(hole + piece.length)}\n${text.slice(line)}`;
    }
    case 1: {
      const end = text.indexOf('\n', Math.min(text.length, at + random(400)));
      return text.slice(0, line) + (end < 0 ? '' : text.slice(end + 1));
    }
    case 2: {
      const length = 1 + random(20);
      cut.push({ at, piece: text.slice(at, at + length) });
      return text.slice(0, at) + text.slice(at + length);
    }
    case 3:
      return text.slice(0, at) + ODDS[random(ODDS.length)]! + text.slice(at);
    default: {
      const from = random(fillers.length);
      return `${text.slice(0, line)}${fillers.slice(from, from + random(30)).join('\n')}\n${text.slice(line)}`;
    }
  }
};

/** What differs between both ways, over one file's life; '' where nothing does. */
const difference = (seed: number, versions: number): string => {
  const random = randomOf(seed);
  const searchAgain = makeVersionSearcher(search);
  const place = ['src/a.ts', 'config/app.yaml', 'test/x.py', '.env.sample', 'README.md', 'web.config'][seed % 6]!;
  const cut: { at: number; piece: string }[] = [];
  let text = fillers.slice(0, random(fillers.length)).join('\n');
  for (let i = 0; i < versions; i++) {
    for (let edits = random(3); edits >= 0; edits--) text = edited(text, random, cut);
    if (text.length > 40_000) text = text.slice(0, 10_000);
    const bytes = Buffer.from(text);
    const [again, whole] = [said(searchAgain(bytes, place)), said(searchWhole(bytes, place, search))];
    bytes.fill('x'); // a reader writes the next object over it
    if (again !== whole) return `seed ${seed}, version ${i}: ${again.slice(0, 300)} instead of ${whole.slice(0, 300)}`;
  }
  return '';
};

/** A password with its name, in forms that take the detector over several lines, and services that only the surroundings name. */
const SPREAD = (value: string, hex: string) => [
  `password = (\n    "${value}"\n)`,
  `const password =\n\n  process.env.PASSWORD ??\n  '${value}';`,
  `<add key="DbPassword"\n     value="${value}" />`,
  `password: |\n  ${value}\nnext: 1`,
  `<password>\n\n\n   ${value}\n</password>`,
  `new NetworkCredential("admin",\n   "${value}")`,
  `apiKeys: [\n  {\n "${value}"`,
  `if ("${value}" == user.password) {`,
  `"secretName": "dbPassword",\n{\n  "value": "${value}"\n}`,
  `# datadog\n\n#\n# one\napi_key: ${hex}`,
  `api_key: ${hex}\n# one\n# two\n# three\n# datadog`,
  `# linkedin\n#\n#\n#\ntoken_id: ${hex.slice(0, 16)}`,
  `token_id: ${hex.slice(0, 16)}\n#\n#\n#\n# linkedin`,
  `adobe_key: ${fakeUuid(hex.charCodeAt(0))}`,
  `aws_access_key_id = AKIA${fake('upper', 16)}\nregion = "x"\naws_secret_access_key = ${fake('alnum', 40)}`,
];

/** Every text once with a hole, which must be clean, and then without. */
const mended = (seed: number): { found: boolean; wrong: string } => {
  const random = randomOf(seed);
  const spread = SPREAD(fake('alnum', 24, seed), fake('hex', 32, seed));
  const text = seed % 2 === 0 ? KEYS[random(KEYS.length)]! : spread[random(spread.length)]!;
  const hole = random(text.length);
  const size = [1, 3, 12, 200][random(4)]!;
  const from = random(fillers.length);
  const [head, tail] = [fillers.slice(0, from).join('\n'), fillers.slice(from).join('\n')];
  const texts = [text.slice(0, hole) + text.slice(hole + size), text].map((t) => Buffer.from(`${head}\n${t}\n${tail}`));
  const place = ['src/a.ts', 'config/app.yaml', '.env.sample', 'web.config'][random(4)]!;
  const whole = texts.map((bytes) => searchWhole(bytes, place, search));
  const searchAgain = makeVersionSearcher(search);
  const again = texts.map((bytes) => searchAgain(bytes, place));
  const back = searchAgain(texts[0]!, place);
  const same =
    said(whole[0]!) === said(again[0]!) && said(whole[1]!) === said(again[1]!) && said(whole[0]!) === said(back);
  return {
    found: whole[0]!.findings.length === 0 && whole[1]!.findings.length > 0,
    wrong: same
      ? ''
      : `seed ${seed}: ${JSON.stringify(text.slice(Math.max(0, hole - 40), hole))} and ${size} more, ${place}`,
  };
};

/** Jobs of a few files whose versions change, now and then into what is no text or too long, and messages between them. */
const lives = (random: Random) => {
  const texts = new Map<string, string>();
  const jobs: BlobJob[] = [];
  for (const place of ['src/a.ts', 'config/app.yaml', '.env.sample']) {
    const cut: { at: number; piece: string }[] = [];
    let text = fillers.slice(0, random(fillers.length)).join('\n');
    for (let i = 0; i < 30; i++) {
      text = edited(text, random, cut);
      const odd = random(12) === 0 ? ['', `${'\0'.repeat(9)}${text}`, `${text}\n`.repeat(9)][random(3)]! : text;
      texts.set(`${place} ${i}`, odd).set(`message ${place} ${i}`, text.slice(-400));
      jobs.push({ oid: `${place} ${i}`, places: random(8) === 0 ? [place, 'README.md'] : [place] });
      if (random(10) === 0) jobs.push({ oid: `message ${place} ${i}`, places: [`message ${i}`], isMessage: true });
    }
  }
  return { jobs, bytesOf: (oid: string) => Buffer.from(texts.get(oid)!) };
};

/** What is found where one looks and another judges, and by a search of the whole, a line for each place. */
const apart = (seed: number): { found: string[]; whole: string[] } => {
  const random = randomOf(seed);
  const { jobs, bytesOf } = lives(random);
  const [found, whole] = [new Set<string>(), new Set<string>()];
  const tell = (to: Set<string>, oid: string, place: string, { rule, line, column, secret }: Finding) =>
    void to.add(JSON.stringify([oid, place, rule, line, column, secret.seal()]));
  const searched = ({ oid, places, isMessage }: BlobJob, to: Set<string>) => {
    for (const place of places)
      for (const finding of searchWhole(bytesOf(oid), isMessage ? 'commit message' : place, search).findings)
        tell(to, oid, place, finding);
  };
  for (const job of jobs) searched(job, whole);
  const memory = new SharedArrayBuffer(64 << 10);
  const judge = makeJobJudge<BlobJob>(search);
  let batch: readonly BlobJob[] = [];
  const look = makeJobLooker({
    search,
    skipMinified: false,
    longest: memory.byteLength - 16,
    read: bytesOf,
    put: (job, { place, bytes, hits, mayHide, since }) => {
      const piece = putPiece(memory, 0, job, { path: place, bytes, isText: true, hits, mayHide })!;
      judge.judge(batch, [since === undefined ? { piece } : { piece, since }], memory);
    },
  });
  for (let from = 0; from < jobs.length; from += batch.length) {
    batch = jobs.slice(from, from + 1 + random(20));
    const { result, left } = judge.end(batch, look(batch));
    for (const { oid, place, finding } of result.found) tell(found, oid, place, unseal(finding));
    for (const job of [...left.unread, ...left.unjudged]) searched(job, found);
  }
  return { found: [...found].sort(), whole: [...whole].sort() };
};

describe('a version after another', () => {
  test('finds what one edit completes, wherever in it the edit falls', () => {
    const all = Array.from({ length: Number(process.env['SEEDS'] ?? 4_000) }, (_, seed) => mended(seed));
    expect(all.map((one) => one.wrong).filter(Boolean)).toEqual([]);
    expect(all.filter((one) => one.found).length).toBeGreaterThan(all.length / 8);
  });

  test('gives what a search of the whole gives, however texts and edits fall', () => {
    const wrong: string[] = [];
    for (let seed = 0; seed < 20; seed++) wrong.push(difference(seed, 40));
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  test('gives the same where one looks and another judges', () => {
    let most = 0;
    for (let seed = 0; seed < 20; seed++) {
      const { found, whole } = apart(seed);
      expect(found).toEqual(whole);
      most = Math.max(most, whole.length);
    }
    expect(most).toBeGreaterThan(50);
  });

  const filler = 'const n = compute(1);\n'.repeat(200);
  const token = githubToken(7);
  const jwk = (kind: string) => `{ ${kind}\n${'  "n": 1,\n'.repeat(200)}  "d": "${fake('alnum', 43, 3)}"\n}`;
  const long = `${filler}${'a,'.repeat(238)} key = '${fake('hex', 16, 5)}'\n${filler}`;
  const longer = `${filler}key = '${fake('hex', 16, 5)}'${'b,'.repeat(237)}`;
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const hidden = (text: string) =>
    `a: ${encoded('nothing but words in here, of some length')}\n${filler}b: ${encoded(text)}\n`;
  const id = `token_id = "${fake('hex', 32, 3)}"; `;
  const named = (service: string, far: number) => `${filler}// ${service} ${'#'.repeat(far)}\n${id}\n${filler}`;
  test.each([
    { name: 'a key comes in', before: filler, after: `${filler}t = '${token}'\n${filler}`, want: 1 },
    { name: 'its last letter comes in', before: `${filler}${token.slice(0, -1)}`, after: `${filler}${token}`, want: 1 },
    { name: 'its first letter comes in', before: `${token.slice(1)}\n${filler}`, after: `${token}\n${filler}`, want: 1 },
    { name: 'what hid it goes', before: `${filler}x${token}\n`, after: `${filler}${token}\n`, want: 1 },
    { name: 'it goes', before: `${filler}${token}\n${filler}`, after: `${filler}${filler}`, want: 0 },
    { name: 'two halves come together', before: `a = '${token.slice(0, 20)}';\n${filler}'${token.slice(20)}'`, after: `a = '${token.slice(0, 20)}' +\n '${token.slice(20)}'`, want: 1 },
    { name: 'a value three brackets behind its name', before: `${filler}password: \\\n  (\n  [\n  ""${filler}`, after: `${filler}password: \\\n  (\n  [\n  "${fake('alnum', 24, 5)}"${filler}`, want: 1 },
    { name: 'what makes a pair of it, far away', before: jwk(''), after: jwk('"kty": "EC"'), want: 1 },
    { name: 'a service is named, far before', before: named('', 371), after: named('adobe', 371), want: 1 },
    { name: 'a service is named, too far before', before: named('', 390), after: named('adobe', 390), want: 0 },
    { name: 'a service is named, far behind', before: `${id}${'#'.repeat(380)}\n${filler}`, after: `${id}${'#'.repeat(380)} adobe\n${filler}`, want: 1 },
    { name: 'a service is named no more', before: named('adobe', 371), after: named('', 371), want: 0 },
    { name: 'one more hidden form', before: hidden('clean'), after: hidden(`key: ${token}`), want: 1 },
    { name: 'a long line is broken, far before its name', before: long, after: long.replace(/a,a,/, 'a,\na,'), want: 1 },
    { name: 'a line becomes long, far before its name', before: long.replace(/a,a,/, 'a,\na,'), after: long, want: 0 },
    { name: 'a long line is broken, far behind its value', before: longer, after: longer.replace(/b,b,$/, '\nb,b,'), want: 1 },
    { name: 'the first hidden form', before: filler, after: `${filler}${encoded(`key: ${token}`)}\n`, want: 1 },
  ])('$name: found $want', ({ before, after, want }) => {
    const searchAgain = makeVersionSearcher(search);
    searchAgain(Buffer.from(before), 'a.js');
    expect(searchAgain(Buffer.from(after), 'a.js').findings).toHaveLength(want);
  }); // biome-ignore format: a table

  test.each([
    { name: 'short, of which nothing is left', before: `key: ${encoded('nothing but words in here')}\n`, after: 'change 2\n', want: true },
    { name: 'long, of which something may be left', before: hidden('clean'), after: `${hidden('clean')}// more\n`, want: false },
    { name: 'short, with one of its own', before: 'change 1\n', after: `key: ${encoded('nothing but words in here')}\n`, want: false },
  ])('hidden forms of a text $name: quiet $want', ({ before, after, want }) => {
    const look = makeLooker(search);
    look(Buffer.from(before), 'a.js');
    expect(look(Buffer.from(after), 'a.js')).toMatchObject({ isQuiet: want, since: {} });
  }); // biome-ignore format: a table

  test('the comparison can fail: a search that looks at nothing but the change misses what stands across', () => {
    const onlyChange = (before: Buffer, now: Buffer) => {
      const head = now.findIndex((b, i) => b !== before[i]);
      return searchWhole(now.subarray(head), 'a.js', search);
    };
    const [before, now] = [Buffer.from(`${token.slice(0, -1)}`), Buffer.from(token)];
    expect(said(onlyChange(before, now))).not.toBe(said(searchWhole(now, 'a.js', search)));
  });
});
