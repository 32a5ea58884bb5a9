import { constants, deflateRawSync, gzipSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { Cursor, type Flow, flowOf, inMemory } from '../../src/sources/archive/flow.ts';
import { archiveFormat } from '../../src/sources/archive/format.ts';
import { Inflater } from '../../src/sources/archive/inflate.ts';
import { walkArchive } from '../../src/sources/archive/walk.ts';
import { tarOf, zip64Of, zipOf } from '../archives.ts';

const MB = 1 << 20;
const long = `${'deep/'.repeat(40)}k.js`;
const file = (name: string, content = 'x') => ({ name, content });
const pax = (key: string, value: string) => {
  const rest = ` ${key}=${value}\n`;
  const length = rest.length + String(rest.length + 3).length;
  return `${length}${rest}`;
};

/** Every part as a line: `path=content`, `path: why it was left out` or `path! why it failed`. */
function told(bytes: Uint8Array, name = 'a.gz', maxFileBytes = 64 * MB): string[] {
  const walk = { maxFileBytes, isIgnored: (_: string, inner: string) => inner.startsWith('out/') };
  const lines: string[] = [];
  for (const { path, content, encoding = '', ended, ...rest } of walkArchive(inMemory(bytes), name, walk)) {
    const [length, text] = content === undefined ? [0, ''] : drained(content);
    const { skipped, failure } = { ...rest, ...ended?.() };
    const some = length > 20 ? `(${length})` : text === '' ? '' : `(${text})`;
    if (failure !== undefined) lines.push(`${path}${some}! ${failure.replace('a damaged archive, not checked: ', '')}`);
    else if (skipped !== undefined) lines.push(`${path}${some}: ${skipped}`);
    else lines.push(`${path}=${length > 20 ? length : text}${encoding}`);
  }
  return lines;
}

/** Length, and what it begins with. */
function drained(flow: Flow): [length: number, text: string] {
  let length = 0;
  let text = '';
  for (let bytes = flow.next(1000); bytes.length > 0; bytes = flow.next(1000)) {
    length += bytes.length;
    if (text.length < 20) text += Buffer.from(bytes).toString('utf8', 0, 20);
  }
  return [length, text];
}

const zeros = (megabytes: number) => Buffer.alloc(megabytes * MB);
const noise = (bytes: number) => {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  return Buffer.from(Array.from({ length: bytes }, next));
};
const cut = (bytes: Buffer, n: number) => bytes.subarray(0, bytes.length - n);
const withByte = (bytes: Buffer, at: number, value: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = value;
  return copy;
};

const two = zipOf(file('a.js'), { ...file('d/b.js', 'y'), method: 0 });
const huge = zip64Of(file('a.js'));
const tar = tarOf(file('a.js'), file('d/', ''), file('d/b.js', 'y'.repeat(600)));

test.each<{ name: string; bytes: Buffer; want: string[]; called?: string; limit?: number }>([
  { name: 'zip: deflated and stored', bytes: two, want: ['!/a.js=x', '!/d/b.js=y'] },
  { name: 'zip: something before it', bytes: Buffer.concat([two.subarray(0, 30), two]), want: ['!/a.js=x', '!/d/b.js=y'] },
  { name: 'zip: a comment behind', bytes: Buffer.concat([withByte(two, two.length - 2, 3), Buffer.from('abc')]), want: ['!/a.js=x', '!/d/b.js=y'] },
  { name: 'zip: empty', bytes: zipOf(), want: [] },
  { name: 'zip: folders are no files', bytes: zipOf(file('d/', '')), want: [] },
  { name: 'zip: names of Windows, and such that lead outside', bytes: zipOf(file('d\\b.js'), file('/x//./y'), file('../z')), want: ['!/d/b.js=x', '!/x/y=x', '!/../z=x'] },
  { name: 'zip: encrypted', bytes: zipOf({ ...file('s.js'), flags: 1 }, file('a.js')), want: ['!/s.js: encrypted: not looked into', '!/a.js=x'] },
  { name: 'zip: another method', bytes: zipOf({ ...file('s.js'), method: 12 }), want: ['!/s.js: packed in another way than deflate (12): not looked into'] },
  { name: 'zip64: an entry', bytes: zipOf({ ...file('s.js'), isLong: true }, file('a.js')), want: ['!/s.js=x', '!/a.js=x'] },
  { name: 'zip64: an entry that does not say how long it is', bytes: zipOf({ ...file('s.js'), says: { size: 0xffffffff } }, file('a.js')), want: ['!/s.js! its size is missing', '!/a.js=x'] },
  { name: 'zip64: the archive', bytes: zip64Of(file('a.js'), { ...file('d/b.js', 'y'), isLong: true, method: 0 }), want: ['!/a.js=x', '!/d/b.js=y'] },
  { name: 'zip64: something before it', bytes: Buffer.concat([two.subarray(0, 30), zip64Of(file('a.js'), { ...file('b.js'), isLong: true })]), want: ['!/a.js=x', '!/b.js=x'] },
  { name: 'zip64: a split one', bytes: withByte(huge, huge.length - 98 + 16, 1), want: [': one part of a split archive: not looked into'] },
  { name: 'zip64: the record of its end is missing', bytes: [14, 13, 12, 11].reduce((bytes, back) => withByte(bytes, two.length - back, 255), two), want: ['!/a.js=x', '!/d/b.js=y', '! its directory does not hold what it says'] },
  { name: 'zip64: a directory larger than the archive', bytes: withByte(huge, huge.length - 98 + 46, 1), want: ['! its directory is not where it should be'] },
  { name: 'zip: a split one', bytes: withByte(two, two.length - 18, 1), want: [': one part of a split archive: not looked into'] },
  { name: 'zip: cut', bytes: cut(two, 30), want: ['! its directory is missing: it ends too early'] },
  { name: 'zip: the directory holds less', bytes: withByte(withByte(two, two.length - 12, 3), two.length - 14, 3), want: ['!/a.js=x', '!/d/b.js=y', '! its directory does not hold what it says'] },
  { name: 'zip: one bad checksum', bytes: zipOf({ ...file('s.js'), says: { crc: 1 } }, file('a.js')), want: ['!/s.js(x)! its checksum does not fit', '!/a.js=x'] },
  { name: 'zip: broken deflate', bytes: zipOf({ ...file('s.js'), says: { packed: 1 } }, file('a.js')), want: ['!/s.js(x)! it ends too early', '!/a.js=x'] },
  { name: 'zip: larger than it says', bytes: zipOf({ ...file('s.js', 'x'.repeat(100)), says: { size: 3 } }), limit: 50, want: ['!/s.js! it is larger than the archive says'] },
  { name: 'zip: larger than the limit', bytes: zipOf(file('s.js', 'x'.repeat(100)), file('a.js')), limit: 50, want: ['!/s.js: larger than the limit (100 bytes)', '!/a.js=x'] },
  { name: 'zip: ignored ones are not read', bytes: zipOf({ ...file('out/s.js'), says: { crc: 1 } }, file('a.js')), want: ['!/a.js=x'] },
  { name: 'zip: a bomb', bytes: zipOf(...['1', '2', '3'].map((n) => ({ name: n, content: zeros(6) }))), want: ['!/1=6291456', '!/2=6291456', ': it unpacks to more than 16777216 bytes: the rest is not looked into'] },
  { name: 'zip: too many', bytes: zipOf(...Array.from({ length: 10_001 }, (_, i) => ({ ...file(`${i}`), method: 0 }))), want: [...Array.from({ length: 10_000 }, (_, i) => `!/${i}=x`), ': more than 10000 files: the rest is not looked into'] },
  { name: 'tar', bytes: tar, want: ['!/a.js=x', '!/d/b.js=600'] },
  { name: 'tar: pax', bytes: tarOf({ name: 'h', type: 'x', content: pax('path', long) }, file('short'), file('a.js')), want: [`!/${long}=x`, '!/a.js=x'] },
  { name: 'tar: GNU', bytes: tarOf({ name: '././@LongLink', type: 'L', content: `${long}\0` }, file('short'), file('a.js')), want: [`!/${long}=x`, '!/a.js=x'] },
  { name: 'tar: words for all files are none for a name', bytes: tarOf({ name: 'h', type: 'g', content: pax('comment', 'x') }, file('a.js')), want: ['!/a.js=x'] },
  { name: 'tar: links and devices', bytes: tarOf({ name: 'l', type: '2', content: '' }, { name: 'c', type: '3', content: '' }, file('a.js')), want: ['!/a.js=x'] },
  { name: 'tar: sparse', bytes: tarOf({ name: 's', type: 'S', content: '' }, file('a.js')), want: ['!/s: a file with holes: not looked into', '!/a.js=x'] },
  { name: 'tar: a name that is no UTF-8', bytes: tarOf(file('\xe9.js')), want: ['!/%E9.js=xpercent'] },
  { name: 'tar: cut in a file: what is there is given', bytes: tar.subarray(0, 2100), want: ['!/a.js=x', '!/d/b.js=52', '! it ends too early'] },
  { name: 'tar: without its end', bytes: cut(tar, 1024), want: ['!/a.js=x', '!/d/b.js=600', '! it ends too early'] },
  { name: 'tar: a broken head', bytes: withByte(tar, 1024 + 3, 65), want: ['!/a.js=x', '! what should be the head of a file is none'] },
  { name: 'tgz', bytes: gzipSync(tar), want: ['!/a.js=x', '!/d/b.js=600'] },
  { name: 'tgz: cut', bytes: cut(gzipSync(tar), 20), want: ['!/a.js=x', '! it ends too early'] },
  { name: 'gzip', bytes: gzipSync('hello'), called: 'x.log.gz', want: ['!/x.log=hello'] },
  { name: 'gzip: two members', bytes: Buffer.concat([gzipSync('one '), gzipSync('two')]), called: 'x.gz', want: ['!/x=one two'] },
  { name: 'gzip: broken', bytes: withByte(gzipSync(noise(3000)), 200, 0), want: ['!/a(3000)! its checksum does not fit'] },
  { name: 'gzip: larger than the limit', bytes: gzipSync('x'.repeat(100)), limit: 50, want: ['!/a(50): larger than the limit (50 bytes): the rest is not looked into'] },
  { name: 'gzip: a bomb', bytes: gzipSync(zeros(17)), want: ['!/a=16777216', ': it unpacks to more than 16777216 bytes: the rest is not looked into'] },
  { name: 'gzip: zeros behind it', bytes: Buffer.concat([gzipSync('one'), Buffer.alloc(99)]), want: ['!/a=one'] },
  { name: 'gzip: something else behind it is said', bytes: Buffer.concat([gzipSync('one'), Buffer.from('two')]), want: ['!/a=one', ': what stands behind its end is not looked into'] },
  { name: 'gzip: broken in its middle: what comes before is given', bytes: withByte(gzipSync(noise(3000), { level: 0 }), 10, 7), want: ['!/a! it cannot be unpacked'] },
  { name: 'gzip: a head with everything', bytes: Buffer.concat([Buffer.from('\x1f\x8b\x08\x1e\0\0\0\0\0\x03\x02\0xxname\0words\0cc', 'latin1'), gzipSync('one').subarray(10)]), want: ['!/a=one'] },
  { name: 'tgz: cut behind its files', bytes: cut(gzipSync(tar), 4), want: ['!/a.js=x', '!/d/b.js=600', '! it ends too early'] },
  { name: 'tgz: a wrong checksum', bytes: withByte(gzipSync(tar), gzipSync(tar).length - 8, gzipSync(tar).at(-8)! ^ 1), want: ['!/a.js=x', '!/d/b.js=600', '! its checksum does not fit'] },
  { name: 'tar: two in one', bytes: Buffer.concat([tar, tarOf(file('c.js'))]), want: ['!/a.js=x', '!/d/b.js=600', '!/c.js=x'] },
  { name: 'tar: something else behind it is said', bytes: Buffer.concat([tar, Buffer.from('two')]), want: ['!/a.js=x', '!/d/b.js=600', ': what stands behind its end is not looked into'] },
  { name: 'tar: words about a file without end', bytes: tarOf({ name: 'h', type: 'x', content: zeros(2) }, file('a.js')), want: ['! what it says of a file is too long'] },
  { name: 'a zip in a zip that is too large to be held', bytes: zipOf({ name: 'b.zip', content: zipOf({ name: 'n', content: zeros(17), method: 0 }), method: 0 }, file('c.js')), want: ['!/b.zip: a zip file in an archive, larger than 16777216 bytes: not looked into', '!/c.js=x'] },
  { name: 'zip in tgz', bytes: gzipSync(tarOf({ name: 'd/b.zip', content: two }, file('c.js'))), want: ['!/d/b.zip!/a.js=x', '!/d/b.zip!/d/b.js=y', '!/c.js=x'] },
  { name: 'a broken zip in tgz: the rest is read', bytes: gzipSync(tarOf({ name: 'b.zip', content: cut(two, 30) }, file('c.js'))), want: ['!/b.zip! its directory is missing: it ends too early', '!/c.js=x'] },
  { name: 'a bomb in a zip counts for both', bytes: zipOf({ name: 'b.gz', content: gzipSync(zeros(17)) }, file('c.js')), want: ['!/b.gz!/b=16759858', ': it unpacks to more than 16777216 bytes: the rest is not looked into'] },
  { name: 'three deep', bytes: zipOf({ name: 'b.zip', content: zipOf({ name: 'c.zip', content: two }) }, file('a.js')), want: ['!/b.zip!/c.zip(198): more than 2 archives deep: not looked into', '!/a.js=x'] },
])('$name', ({ bytes, want, called, limit }) => {
  expect(told(bytes, called, limit)).toEqual(want);
}); // biome-ignore format: a table

test.each([
  { name: 'a text with the first bytes of a zip', bytes: Buffer.from('PK\x03\x04 is how it begins'), want: undefined },
  { name: 'a text', bytes: Buffer.from('0'.repeat(600)), want: undefined },
  { name: 'zeros', bytes: Buffer.alloc(1024), want: undefined },
  { name: 'nothing', bytes: Buffer.alloc(0), want: undefined },
  { name: 'deflate alone', bytes: deflateRawSync('x'), want: undefined },
  { name: 'a tar', bytes: tar, want: 'tar' },
  { name: 'an empty zip', bytes: zipOf(), want: 'zip' },
])('format: $name', ({ bytes, want }) => {
  expect(archiveFormat(bytes)).toBe(want);
});

describe('unpacking piece by piece gives what Node gives', () => {
  const words = Buffer.from(Array.from({ length: 9000 }, (_, i) => `word${(i * 7919) % 4001} `).join(''));
  const mixed = Buffer.concat([words, noise(40_000), Buffer.alloc(90_000), words]);
  const packed = (raw: Buffer, options: ZlibOptions = {}) => deflateRawSync(raw, options);
  const { Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;
  const some: Readonly<Record<string, Buffer>> = {
    nothing: packed(Buffer.alloc(0)),
    'one byte': packed(Buffer.from('a')),
    stored: packed(mixed, { level: 0 }),
    fast: packed(mixed, { level: 1 }),
    best: packed(mixed, { level: 9 }),
    'fixed codes': packed(mixed, { strategy: Z_FIXED }),
    'no copies': packed(mixed, { strategy: Z_HUFFMAN_ONLY }),
    'only runs': packed(mixed, { strategy: Z_RLE }),
    'little memory': packed(mixed, { memLevel: 1 }),
    'a small window': packed(mixed, { windowBits: 9 }),
    zeros: packed(zeros(3)),
  };
  const node = (bytes: Buffer) => {
    try {
      return inflateRawSync(bytes);
    } catch {
      return undefined;
    }
  };
  /** All of it, `step` bytes of input at a time; undefined where it is damaged. */
  const ours = (bytes: Buffer, step: number) => {
    const input = flowOf(inMemory(bytes), 0, bytes.length);
    const inflater = new Inflater(new Cursor({ next: (most) => input.next(Math.min(most, step)) }));
    const pieces: Buffer[] = [];
    for (let piece = inflater.next(5000); piece.length > 0; piece = inflater.next(5000))
      pieces.push(Buffer.from(piece));
    return inflater.damage === undefined ? Buffer.concat(pieces) : undefined;
  };

  test.each(Object.entries(some))('%s', (_, bytes) => {
    const want = inflateRawSync(bytes);
    for (const step of [1, 1000, MB]) expect(ours(bytes, step)?.equals(want)).toBe(true);
  });

  test('also of what is damaged: the same, or an end in both', () => {
    const short = [words.subarray(0, 3000), noise(300), zeros(1).subarray(0, 2000)].flatMap((raw) =>
      [0, 1, 9].map((level) => packed(raw, { level })),
    );
    for (const whole of short)
      for (let at = 0; at < whole.length; at += whole.length > 600 ? 23 : 3)
        for (const bytes of [
          whole.subarray(0, at),
          ...[1, 2, 4, 8, 16, 32, 64, 128].map((bit) => withByte(whole, at, whole[at]! ^ bit)),
        ])
          expect([at, ours(bytes, MB)?.toString('latin1')]).toEqual([at, node(bytes)?.toString('latin1')]);
  });

  test('what is no deflate stream at all', () => {
    const random = noise(40_000);
    for (let at = 0; at < random.length; at += 40) {
      const bytes = random.subarray(at, at + 40);
      expect([at, ours(bytes, MB)?.toString('latin1')]).toEqual([at, node(bytes)?.toString('latin1')]);
    }
  });
});

test('cut or changed anywhere: parts or reasons, never an exception', () => {
  for (const whole of [two, zip64Of({ ...file('a.js'), isLong: true }), tar, gzipSync(tar)]) {
    for (let at = 0; at < whole.length; at += whole.length > 500 ? 7 : 1) {
      expect(() => told(whole.subarray(0, at))).not.toThrow();
      expect(() => told(withByte(whole, at, whole[at]! ^ 0xff))).not.toThrow();
    }
  }
});
