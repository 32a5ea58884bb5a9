import { githubToken } from '../tokens.ts';
import { add, blob, type Case, cacheInfo, commit, LEAK, LINES, runCases } from './cases.ts';

const many = (word: string) => Array.from({ length: 3_000 }, (_, i) => `${word} ${i}\n`).join('');
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

/** A file before and after: which of its lines are new? */
const edit =
  (before: string | Uint8Array, after: string | Uint8Array): Case['make'] =>
  (repo) => {
    commit(repo, 'a.txt', before);
    add('a.txt', after)(repo);
  };

const KEY = LEAK.trim();

const EDITS: Case[] = [
  { name: 'CR only, a key added', want: 1, make: edit('one\rtwo\rthree\r', `one\rtwo\r${KEY}\rthree\r`) },
  { name: 'CR only, a line beside an old key', want: 0, make: edit(`one\r${KEY}\r`, `zero\rone\r${KEY}\r`) },
  { name: 'CR only, then LF and a key', want: 1, make: edit('one\rtwo\rthree\r', `one\ntwo\nthree\n${LEAK}`) },
  { name: 'LF, then CR only and a key', want: 1, make: edit('one\ntwo\nthree\n', `one\rtwo\r${KEY}\rthree\r`) },
  { name: 'the same key a second time', want: 1, make: edit(LINES + LEAK, LEAK + LINES + LEAK) },
  { name: 'the same line a second time, side by side', want: 1, make: edit(LINES + LEAK, LINES + LEAK + LEAK) },
  { name: 'an old key that gets its line end', want: 0, make: edit(LINES + KEY, `${LINES}${LEAK}more\n`) },
  { name: 'an old key that loses its line end', want: 0, make: edit(`${LINES}${LEAK}more\n`, LINES + KEY) },
  { name: 'UTF-8 made UTF-16, the key old', want: 0, make: edit(LINES + LEAK, utf16(`${LINES}${LEAK}nine\n`)) },
  { name: 'UTF-8 made UTF-16, the key new', want: 1, make: edit(LINES, utf16(LINES + LEAK)) },
  { name: 'UTF-16, a key added', want: 1, make: edit(utf16(LINES), utf16(LINES + LEAK)) },
  {
    name: 'UTF-16, a line beside an old key',
    want: 0,
    make: edit(utf16(LINES + LEAK), utf16(`zero\n${LINES}${LEAK}`)),
  },
  { name: 'another key in its place', want: 1, make: edit(LINES + LEAK, `${LINES}const t = "${githubToken(5)}";\n`) },
  { name: 'a key among thousands of changed lines', want: 1, make: edit(many('a'), `${many('b')}${LEAK}${many('c')}`) },
  {
    name: 'an old key among thousands of changed lines',
    want: 0,
    make: edit(`${many('a')}${LEAK}${many('d')}`, `${many('b')}${LEAK}${many('c')}`),
  },
  { name: 'lines removed around an old key', want: 0, make: edit(LINES + LEAK + LINES, `one\n${LEAK}`) },
  { name: 'from nothing', want: 1, make: edit('', LEAK) },
  { name: 'to nothing', want: 0, make: edit(LEAK, '') },
  { name: 'a key on a line with NUL bytes', want: 1, make: edit(LINES, `${LINES}\0\0${LEAK}`) },
  { name: 'binary before, a key in text now', want: 1, make: edit(Buffer.alloc(300, 1), LEAK) },
  { name: 'a key added to a single long line', want: 1, make: edit('x'.repeat(9_000), `${'x'.repeat(9_000)} ${KEY}`) },
  {
    name: 'half of the file staged, the clean half',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', LINES);
      cacheInfo(repo, '100644', blob(repo, `zero\n${LINES}`), 'a.ts');
      repo.write('a.ts', `zero\n${LINES}${LEAK}`);
    },
  },
  {
    name: 'half of the file staged, the other half',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', LINES);
      cacheInfo(repo, '100644', blob(repo, `${LINES}${LEAK}`), 'a.ts');
      repo.write('a.ts', LINES);
    },
  },
];

runCases('which lines are new', EDITS);
