import { writeFileSync } from 'node:fs';
import { githubToken } from '../tokens.ts';
import { add, addAll, blob, type Case, cacheInfo, commit, LEAK, runCases, TOKEN } from './cases.ts';

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
  {
    name: 'an old name that is a token, a clean change',
    want: 0,
    make: (repo) => {
      commit(repo, `${TOKEN}.txt`, 'x\n');
      add(`${TOKEN}.txt`, 'y\n')(repo);
    },
  },
  {
    name: 'an old name that is a token, another key added',
    want: 1,
    make: (repo) => {
      commit(repo, `${TOKEN}.txt`, 'x\n');
      add(`${TOKEN}.txt`, `x\n${githubToken(4)}\n`)(repo);
    },
    hides: [githubToken(4)],
  },
  {
    name: 'an env file below a folder whose name is a token',
    want: 1,
    make: add(`${TOKEN}/.env`, 'A=1\n'),
    says: /env file is staged/,
  },
  {
    name: 'an env file tracked below a folder whose name is a token',
    want: 1,
    make: (repo) => [commit(repo, `${TOKEN}/.env`, 'A=1\n'), add('a.ts', 'x\n')(repo)],
    says: /env file is tracked/,
  },
  {
    name: 'a package not covered, below a folder whose name is a token',
    want: 1,
    make: addAll({ '.gitignore': '/.env*\n', [`${TOKEN}/package.json`]: '{}' }),
    says: /would not ignore/,
  },
  {
    name: 'an archive whose name is a token',
    want: 1,
    make: add(`${TOKEN}.zip`, Buffer.from('PK\x03\x04\0\0\0\0\x01\x02\x03\0\0\0', 'latin1')),
  },
  {
    name: 'a token in a name removed',
    want: 0,
    make: (repo) => [commit(repo, `${TOKEN}.txt`, 'x\n'), repo.git('rm', '-q', `${TOKEN}.txt`)],
  },
  {
    name: 'a token in a name beside bytes that are not UTF-8',
    want: 1,
    make: (repo) => {
      writeFileSync(Buffer.concat([Buffer.from(`${repo.dir}/`), Buffer.from([0xff]), Buffer.from(` ${TOKEN}`)]), 'x\n');
      repo.git('add', '-A');
    },
  },
  {
    name: 'a known value as a name',
    want: 1,
    make: (repo) => [
      repo.write('.env', 'DB_PASSWORD=Winter-is-coming-42\n'),
      add('d/Winter-is-coming-42', 'x\n')(repo),
    ],
    hides: ['Winter-is-coming-42'],
  },
  { name: 'a name of 255 characters', want: 1, make: add(`${'n'.repeat(251)}.txt`, LEAK) },
  {
    name: 'a path of 3,000 characters',
    want: 1,
    make: (repo) => cacheInfo(repo, '100644', blob(repo, LEAK), `${'folder/'.repeat(428)}a.ts`),
  },
  {
    name: 'a path beyond what the system takes',
    want: 1,
    make: (repo) => cacheInfo(repo, '100644', blob(repo, LEAK), `${'folder/'.repeat(800)}a.ts`),
  },
  {
    name: 'a package beyond what the system takes',
    want: 0,
    make: (repo) => cacheInfo(repo, '100644', blob(repo, '{}'), `${'folder/'.repeat(800)}package.json`),
  },
];

/** Names that would forge a line of the output, an annotation or a terminal command. */
const FORGERIES: Case[] = [
  ...[
    'a\u001b[2Jb.ts',
    'a\u001b]0;t\u0007.ts',
    'a\rb.ts',
    'a\u009b31m.ts',
    'a\u202eb.ts',
    'a\u200bb.ts',
    'a\u2028b.ts',
  ].map(
    (path): Case => ({
      name: JSON.stringify(path),
      want: 1,
      make: add(path, LEAK),
      hides: [path, '\u001b', '\r', '\u009b', '\u202e', '\u200b', '\u2028'],
    }),
  ),
  ...[
    'a\nsecretguard: 1 file, 1 line checked in 1 ms: clean',
    'a\n::error::forged',
    '::error::forged',
    'a,title=x::y%0A::stop-commands::z',
  ].map(
    (path): Case => ({
      name: `${JSON.stringify(path)} under GitHub Actions`,
      want: 1,
      make: (repo) => [add(path, LEAK)(repo), { GITHUB_ACTIONS: 'true', CI: 'true' }],
      hides: ['\n::error::forged', '\nsecretguard: 1 file, 1 line checked in 1 ms: clean', '\n::stop-commands'],
    }),
  ),
];

runCases('names', NAMES);
runCases('names that forge', FORGERIES);
