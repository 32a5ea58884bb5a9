import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseDiff } from '../../src/sources/diff.ts';
import { listFolder, nativePath } from '../../src/sources/worktree.ts';
import { makeReader } from '../../src/sources/worktree-read.ts';
import { scratch } from '../repo.ts';

async function listed(dir: string, ignores = (_: string) => false): Promise<string[]> {
  const names: string[] = [];
  await listFolder(dir, ignores, {
    files: async (raws) => void names.push(...raws),
    skipped: ({ path }) => names.push(`skipped ${path}`),
    failed: ({ path }) => names.push(`failed ${path}`),
  });
  return names.sort();
}

test('a walk lists files and links, never a .git, and goes into no ignored folder', async () => {
  const dir = scratch();
  for (const folder of ['.git', 'a/.git', 'a/b', 'skip']) mkdirSync(join(dir, folder), { recursive: true });
  for (const file of ['.git/config', 'a/.git/x', 'a/b/c.txt', 'skip/d.txt', '.hidden'])
    writeFileSync(join(dir, file), 'x');
  symlinkSync('..', join(dir, 'a/up'));
  expect(await listed(dir, (path) => path === 'skip/')).toEqual(['.hidden', 'a/b/c.txt', 'a/up']);
  expect(await listed(join(dir, 'nowhere'))).toEqual(['failed .']);
});

test('what stands at a path', () => {
  const dir = scratch();
  writeFileSync(join(dir, 'small'), 'abc');
  writeFileSync(join(dir, 'empty'), '');
  writeFileSync(join(dir, 'large'), 'x'.repeat(100));
  writeFileSync(join(dir, 'huge'), 'x'.repeat(1001));
  symlinkSync('small', join(dir, 'link'));
  const read = makeReader(64, 1000);
  const kindOf = (name: string) => {
    const reading = read(nativePath(dir, name));
    if (reading.kind === 'file' || reading.kind === 'link') return Buffer.from(reading.bytes).toString();
    if (reading.kind !== 'large') return reading.kind;
    const part = Buffer.from(reading.file.read(90, 200)).toString();
    reading.file.close();
    return part;
  };
  expect(['small', 'empty', 'large', 'huge', 'link', 'none', '.'].map(kindOf)).toEqual([
    'abc', '', 'x'.repeat(10), 'too-large', 'small', 'gone', 'folder',
  ]); // biome-ignore format: a row
});

const HEAD = '--- a/x.js\n+++ b/x.js\n';

test.each([
  { name: 'added lines', text: `${HEAD}@@ -1,2 +1,3 @@\n a\n+b\n c\n`, want: ['x.js 1 a,b,c +1'] },
  { name: 'a later hunk', text: `${HEAD}@@ -9 +12,2 @@ function\n-a\n+b\n+c\n`, want: ['x.js 12 b,c +0,1'] },
  { name: 'a new file', text: '--- /dev/null\n+++ b/n.js\n@@ -0,0 +1 @@\n+b\n\\ No newline at end of file\n', want: ['n.js 1 b +0'] },
  { name: 'only removed lines', text: `${HEAD}@@ -1,2 +1 @@\n a\n-b\n`, want: [] },
  { name: 'a removed line that looks like a header', text: `${HEAD}@@ -1,2 +1,2 @@\n--- a/y\n+++ b/y\n z\n`, want: ['x.js 1 ++ b/y,z +0'] },
  { name: 'a quoted name', text: '--- "a/\\303\\274.js"\n+++ "b/\\303\\274.js"\n@@ -1 +1 @@\n-a\n+b\n', want: ['ü.js 1 b +0'] },
  { name: 'a name and a time', text: '--- x.js\t2026-01-01\n+++ x.js\t2026-01-02\n@@ -1 +1 @@\n-a\n+b\n', want: ['x.js 1 b +0'] },
  { name: 'a merge', text: `diff --cc x.js\n${HEAD}@@@ -1,3 -1 +1,3 @@@\n  a\n++b\n +c\n- d\n`, want: ['x.js 1 a,b,c +1,2'] },
  { name: 'CRLF', text: `${HEAD}@@ -1 +1,2 @@\r\n a\r\n+b\r\n`, want: ['x.js 1 a,b +1'] },
  { name: 'only a rename', text: 'diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n', want: [] },
  { name: 'cut off', text: `${HEAD}@@ -1,2 +1,3 @@\n a\n`, want: 'bad-input' },
  { name: 'no diff', text: 'hello\n', want: 'bad-input' },
])('a diff: $name', ({ text, want }) => {
  const parsed = parseDiff(Buffer.from(text));
  const told = parsed.ok
    ? parsed.value.map((h) => `${h.path} ${h.firstLine} ${h.bytes.toString().replaceAll('\r', '').trimEnd().split('\n').join()} +${[...h.added].join()}`)
    : parsed.error.kind;
  expect(told).toEqual(want);
}); // biome-ignore format: a table
