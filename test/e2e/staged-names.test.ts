import { writeFileSync } from 'node:fs';
import { add, type Case, commit, LEAK, runCases, TOKEN } from './cases.ts';

const NAMES: Case[] = [
  ...[
    'a b.ts',
    'a\nb.ts',
    'a"b.ts',
    'a\tb.ts',
    "a'b.ts",
    '-a.ts',
    '--cached',
    '*.ts',
    'a[1].ts',
    ':(glob)a',
    ':!a',
    'ä.ts',
    'a\\b.ts',
    '\u{1F511}.ts',
    '.',
    'b/c d/e',
  ]
    .filter((n) => n !== '.')
    .map((path): Case => ({ name: `a file named ${JSON.stringify(path)}`, want: 1, make: add(path, LEAK) })),
  { name: 'a clean file with newline and quote in its name', want: 0, make: add('a\n"b.ts', 'x\n') },
  {
    name: 'a name that is not UTF-8',
    want: 1,
    make: (repo) => {
      writeFileSync(Buffer.concat([Buffer.from(`${repo.dir}/`), Buffer.from([0x66, 0xff, 0x2e, 0x74])]), LEAK);
      repo.git('add', '-A');
    },
  },
  { name: 'a token as the name', want: 1, make: add(`keys/${TOKEN}.txt`, 'x\n') },
  {
    name: 'a token as the new name of a rename',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.txt', 'one\ntwo\nthree\n');
      repo.git('mv', 'a.txt', `${TOKEN}.txt`);
    },
  },
];

runCases('names', NAMES);
