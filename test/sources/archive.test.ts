import { deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { archiveFormat } from '../../src/sources/archive/format.ts';
import { walkArchive } from '../../src/sources/archive/walk.ts';
import { tarOf, zipOf } from '../archives.ts';

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
  return Array.from(
    walkArchive(bytes, name, { maxFileBytes, isIgnored: (_, inner) => inner.startsWith('out/') }),
    ({ path, bytes: content, skipped, failure, encoding = '' }) => {
      if (failure !== undefined) return `${path}! ${failure.replace('a damaged archive, not checked: ', '')}`;
      if (skipped !== undefined) return `${path}: ${skipped}`;
      return `${path}=${content!.length > 20 ? content!.length : Buffer.from(content!).toString()}${encoding}`;
    },
  );
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
  { name: 'zip64: an entry', bytes: zipOf({ ...file('s.js'), says: { size: 0xffffffff } }, file('a.js')), want: ['!/s.js: zip64: not looked into', '!/a.js=x'] },
  { name: 'zip64: the archive', bytes: withByte(withByte(two, two.length - 12, 255), two.length - 11, 255), want: [': zip64: not looked into'] },
  { name: 'zip: a split one', bytes: withByte(two, two.length - 18, 1), want: [': one part of a split archive: not looked into'] },
  { name: 'zip: cut', bytes: cut(two, 30), want: ['! its directory is missing: it ends too early'] },
  { name: 'zip: the directory holds less', bytes: withByte(withByte(two, two.length - 12, 3), two.length - 14, 3), want: ['!/a.js=x', '!/d/b.js=y', '! its directory does not hold what it says'] },
  { name: 'zip: one bad checksum', bytes: zipOf({ ...file('s.js'), says: { crc: 1 } }, file('a.js')), want: ['!/s.js! its checksum does not fit', '!/a.js=x'] },
  { name: 'zip: broken deflate', bytes: zipOf({ ...file('s.js'), says: { packed: 1 } }, file('a.js')), want: ['!/s.js! it ends too early', '!/a.js=x'] },
  { name: 'zip: larger than it says', bytes: zipOf({ ...file('s.js', 'x'.repeat(100)), says: { size: 3 } }), limit: 50, want: ['!/s.js: larger than the limit, and than the archive says'] },
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
  { name: 'tar: cut in a file', bytes: tar.subarray(0, 2100), want: ['!/a.js=x', '! it ends too early'] },
  { name: 'tar: without its end', bytes: cut(tar, 1024), want: ['!/a.js=x', '!/d/b.js=600', '! it ends too early'] },
  { name: 'tar: a broken head', bytes: withByte(tar, 1024 + 3, 65), want: ['!/a.js=x', '! what should be the head of a file is none'] },
  { name: 'tgz', bytes: gzipSync(tar), want: ['!/a.js=x', '!/d/b.js=600'] },
  { name: 'tgz: cut', bytes: cut(gzipSync(tar), 20), want: ['! it ends too early'] },
  { name: 'gzip', bytes: gzipSync('hello'), called: 'x.log.gz', want: ['!/x.log=hello'] },
  { name: 'gzip: two members', bytes: Buffer.concat([gzipSync('one '), gzipSync('two')]), called: 'x.gz', want: ['!/x=one two'] },
  { name: 'gzip: broken', bytes: withByte(gzipSync(noise(3000)), 200, 0), want: ['! it cannot be unpacked'] },
  { name: 'gzip: larger than the limit', bytes: gzipSync('x'.repeat(100)), limit: 50, want: ['!/a: larger than the limit (100 bytes)'] },
  { name: 'gzip: a bomb', bytes: gzipSync(zeros(17)), want: [': it unpacks to more than 16777216 bytes: the rest is not looked into'] },
  { name: 'gzip: more than is unpacked at once', bytes: gzipSync(Buffer.concat([noise(2 * MB), zeros(128)])), want: [': it unpacks to more than 134217728 bytes: not looked into'] },
  { name: 'zip in tgz', bytes: gzipSync(tarOf({ name: 'd/b.zip', content: two }, file('c.js'))), want: ['!/d/b.zip!/a.js=x', '!/d/b.zip!/d/b.js=y', '!/c.js=x'] },
  { name: 'a broken zip in tgz: the rest is read', bytes: gzipSync(tarOf({ name: 'b.zip', content: cut(two, 30) }, file('c.js'))), want: ['!/b.zip! its directory is missing: it ends too early', '!/c.js=x'] },
  { name: 'a bomb in a zip counts for both', bytes: zipOf({ name: 'b.gz', content: gzipSync(zeros(17)) }, file('c.js')), want: [': it unpacks to more than 16777216 bytes: the rest is not looked into'] },
  { name: 'three deep', bytes: zipOf({ name: 'b.zip', content: zipOf({ name: 'c.zip', content: two }) }, file('a.js')), want: ['!/b.zip!/c.zip: more than 2 archives deep: not looked into', '!/a.js=x'] },
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

test('cut or changed anywhere: parts or reasons, never an exception', () => {
  for (const whole of [two, tar, gzipSync(tar)]) {
    for (let at = 0; at < whole.length; at += whole.length > 500 ? 7 : 1) {
      expect(() => told(whole.subarray(0, at))).not.toThrow();
      expect(() => told(withByte(whole, at, whole[at]! ^ 0xff))).not.toThrow();
    }
  }
});
