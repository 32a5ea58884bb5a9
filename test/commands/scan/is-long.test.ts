import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { asksForMuch, isLong } from '../../../src/commands/scan/is-long.ts';
import { scratch } from '../../repo.ts';

const MANY = Array.from({ length: 60 }, (_, i) => `f${i}.txt`);
const BIG = 'x'.repeat(700_000);

test.each([
  { name: 'an empty folder', files: {}, want: false },
  { name: 'a few small files', files: { 'a.txt': '', 'b/c.txt': '' }, want: false },
  { name: 'many files in two folders', files: filled('a', 'b'), want: true },
  { name: 'much in two files', files: { 'a.txt': BIG, 'b/c.txt': BIG }, want: true },
  { name: 'installed packages', files: filled('a', 'node_modules/b'), want: false },
  { name: 'installed packages that count', files: filled('a', 'node_modules/b'), noIgnore: true, want: true },
  { name: 'what git keeps', files: filled('.git/a', '.git/b'), noIgnore: true, want: false },
  { name: 'one file of many', files: filled('a', 'b'), only: ['a/f0.txt'], want: false },
  { name: 'one large file', files: { 'a.txt': BIG + BIG }, only: ['a.txt'], want: true },
  { name: 'what is not there', files: {}, only: ['a.txt'], want: false },
])('$name → $want', ({ files, only, noIgnore = false, want }) => {
  const dir = folderOf(files);
  const target = { dir, shown: '', place: '', tracked: false, ...(only === undefined ? {} : { only }) };
  expect(isLong([target], noIgnore)).toBe(want);
});

test.each([
  { name: 'no arguments', argv: [], want: true },
  { name: 'options only', argv: ['--no-config', '--format', 'json'], want: true },
  { name: 'a folder of many files', argv: ['large', '--format', 'json'], want: true },
  { name: 'one of few', argv: ['small'], want: false },
  { name: 'a file', argv: ['large/f0.txt', '--format', 'json'], want: false },
  { name: 'one of few, and one of many', argv: ['small', 'large'], want: true },
  { name: 'installed packages', argv: ['small', '--fail-on', 'never'], want: false },
  { name: 'installed packages that count', argv: ['small', '--no-ignore'], want: true },
  { name: 'a path below a file', argv: ['small/a.txt/b', 'large'], want: true },
  { name: 'a name that is too long', argv: ['x'.repeat(300), 'large'], want: true },
  { name: 'a history', argv: ['--history'], want: false },
  { name: 'what came in', argv: ['--since=HEAD'], want: false },
  { name: 'another folder to stand in', argv: ['--cwd', 'large'], want: false },
  { name: 'a number of threads', argv: ['large', '--threads', '1'], want: false },
  { name: 'help', argv: ['-h'], want: false },
])('asked for $name → $want', ({ argv, want }) => {
  const cwd = folderOf({
    'small/a.txt': '',
    ...filled('small/node_modules/a', 'small/node_modules/b', 'large', 'large/a'),
  });
  expect(asksForMuch(argv, cwd)).toBe(want);
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const dir = scratch();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

function filled(...folders: readonly string[]): Record<string, string> {
  return Object.fromEntries(folders.flatMap((folder) => MANY.map((file) => [`${folder}/${file}`, ''])));
}
