import { expect, test } from '@jest/globals';
import { narrow } from '../../src/sources/narrow.ts';
import { sniff } from '../../src/sources/sniff.ts';

const LINE = 'words, ünï and 😀 of a line\n';
const plain = LINE.repeat(90_000);
const ascii = 'words of a line\n'.repeat(150_000);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
function utf32(text: string): Buffer {
  return Buffer.from(Uint32Array.from(Array.from(text, (c) => c.codePointAt(0) ?? 0)).buffer);
}

test.each<{ name: string; raw: Buffer }>([
  { name: 'text as it stands', raw: Buffer.from(plain) },
  { name: 'UTF-16', raw: utf16(`\ufeff${plain}`) },
  { name: 'UTF-16, the big end first', raw: utf16(`\ufeff${plain}`).swap16() },
  { name: 'UTF-16, nothing but pairs', raw: utf16(`\ufeffx${'😀'.repeat(700_000)}`) },
  { name: 'UTF-16 without a mark, half a unit at its end', raw: Buffer.concat([utf16(ascii), Buffer.from('x')]) },
  { name: 'UTF-32', raw: utf32(`\ufeff${plain}`) },
  { name: 'colours far behind', raw: Buffer.from(`${ascii}\x1b[32mgreen\x1b[0m\n`.repeat(2)) },
  { name: 'UTF-16 appended', raw: Buffer.concat([Buffer.from(ascii), utf16('appended by PowerShell\r\n')]) },
])('$name: portions give what the whole gives', ({ raw }) => {
  const buffer = Buffer.alloc(5 << 20);
  const read = narrow((from, to) => buffer.subarray(0, raw.copy(buffer, 0, from, to)), raw.subarray(0, 4096));
  const want = Buffer.from(sniff(raw).bytes);
  let at = 0;
  for (const step = 700_001; ; at += step - 1000) {
    const part = read(at, at + step);
    expect(Buffer.compare(part, want.subarray(at, at + step))).toBe(0);
    if (part.length < step) break;
  }
  expect(at).toBeGreaterThan(raw.length / 5);
});
