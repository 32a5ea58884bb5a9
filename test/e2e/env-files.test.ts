import { add, type Case, cacheInfo, commit, runCases } from './cases.ts';

const BLOCKED = /an env file is (?:staged|tracked)/;
const WARNED = /0 blocked, 1 warned/;

/** Staged by name alone: the content is harmless. */
const staged = (path: string, want: 0 | 1, says?: RegExp): Case => ({
  name: `${path} staged`,
  want,
  make: add(path, 'A=1\n'),
  ...(want === 1 ? { says: BLOCKED } : says === undefined ? { says: /0 blocked, 0 warned|clean/ } : { says }),
});

runCases('names of env files', [
  ...['.env', '.env.local', '.env.production', '.env.keys', '.env.development.local', '.env.test.local'].map((n) =>
    staged(n, 1),
  ),
  ...['.env.production.local', '.env.a.b.local', 'p/.env', 'a b/.env', 'ü/.env.local', '-x/.env', 'a\nb/.env'].map(
    (n) => staged(n, 1),
  ),
  ...['.env.development', '.env.test', '.env.staging', '.env.prod', '.env.ci', 'p/.env.test', '.env.bak'].map((n) =>
    staged(n, 0, WARNED),
  ),
  ...['.env.example', '.env.sample', '.env.template', '.env.schema', '.env.vault', '.env.production.example'].map((n) =>
    staged(n, 0),
  ),
  ...['.env.local.example', '.env.example.production', '.env.EXAMPLE', 'p/.env.dist', 'env', 'my.env', '.envrc'].map(
    (n) => staged(n, 0),
  ),
  ...['.env-example', '.environment', '.env_local', 'x.env.local', '.env/config', 'docs/env.md', '.env.d/a.sh'].map(
    (n) => staged(n, 0),
  ),
]);

const lines = 'A=1\nB=2\nC=3\nD=4\nE=5\n';

runCases('what happens to an env file', [
  {
    name: 'tracked, another file staged',
    want: 1,
    says: BLOCKED,
    make: (repo) => [commit(repo, '.env', lines), add('a.ts', 'x\n')(repo)],
  },
  { name: 'tracked, an empty commit', want: 1, says: BLOCKED, make: (repo) => commit(repo, 'p/.env.local', lines) },
  {
    name: 'tracked and shared, another file staged',
    want: 0,
    says: /clean|0 warned/,
    make: (repo) => [commit(repo, '.env.test', lines), add('a.ts', 'x\n')(repo)],
  },
  { name: 'removed', want: 0, make: (repo) => [commit(repo, '.env', lines), repo.git('rm', '-q', '.env')] },
  {
    name: 'removed from the index, kept on disk',
    want: 0,
    make: (repo) => [commit(repo, '.env', lines), repo.git('rm', '-q', '--cached', '.env')],
  },
  {
    name: 'one removed, another one kept',
    want: 1,
    says: BLOCKED,
    make: (repo) => [commit(repo, '.env', lines), commit(repo, 'p/.env', lines), repo.git('rm', '-q', '.env')],
  },
  {
    name: 'renamed to an example',
    want: 0,
    make: (repo) => [commit(repo, '.env', lines), repo.git('mv', '.env', '.env.example')],
  },
  {
    name: 'a text renamed to .env',
    want: 1,
    says: BLOCKED,
    make: (repo) => [commit(repo, 'config.txt', lines), repo.git('mv', 'config.txt', '.env')],
  },
  {
    name: 'an example renamed to .env.local',
    want: 1,
    says: BLOCKED,
    make: (repo) => [commit(repo, '.env.example', lines), repo.git('mv', '.env.example', '.env.local')],
  },
  {
    name: 'added with intent only',
    want: 0,
    make: (repo) => [repo.write('.env', lines), repo.git('add', '-f', '-N', '.env'), add('a.ts', 'x\n')(repo)],
  },
  { name: 'empty', want: 1, says: BLOCKED, make: add('.env', '') },
  {
    name: 'empty beside one added with intent only',
    want: 1,
    says: BLOCKED,
    make: (repo) => [repo.write('p/.env', ''), repo.git('add', '-f', '-N', 'p/.env'), add('.env', '')(repo)],
  },
  {
    name: 'a symbolic link',
    want: 1,
    says: BLOCKED,
    make: (repo) => [repo.link('.env', '../shared/env'), repo.git('add', '-f', '.env')],
  },
  {
    name: 'a submodule of that name',
    want: 0,
    make: (repo) => cacheInfo(repo, '160000', repo.git('rev-parse', 'HEAD').trim(), '.env'),
  },
  { name: 'a folder of that name', want: 0, make: add('.env/bin/activate', 'x\n') },
  { name: 'a folder of that name with an env file in it', want: 1, says: BLOCKED, make: add('.env/.env', 'x\n') },
  { name: 'untracked', want: 0, make: (repo) => [repo.write('.env', 'A=1\n'), add('a.ts', 'x\n')(repo)] },
  {
    name: 'untracked, a folder in its place',
    want: 0,
    make: (repo) => [repo.write('.env/x', 'A=1\n'), add('a.ts', 'x\n')(repo)],
  },
  {
    name: 'untracked, a link that leads nowhere',
    want: 0,
    make: (repo) => [repo.link('.env', 'nowhere'), add('a.ts', 'x\n')(repo)],
  },
  {
    name: 'untracked, a link to itself',
    want: 0,
    make: (repo) => [repo.link('.env', '.env'), add('a.ts', 'x\n')(repo)],
  },
  {
    name: 'staged, other words in the work tree',
    want: 1,
    says: BLOCKED,
    make: (repo) => [add('.env', 'A=1\n')(repo), repo.write('.env', '')],
  },
  {
    name: 'staged, gone from the work tree',
    want: 1,
    says: BLOCKED,
    make: (repo) => [
      add('.env', 'A=1\n')(repo),
      repo.write('.env', ''),
      repo.git('update-index', '--assume-unchanged', '.env'),
    ],
  },
  {
    name: 'encrypted',
    want: 1,
    says: BLOCKED,
    make: add('.env', `A="encrypted:${'b'.repeat(120)}"\n`),
  },
  ...['GIT_LITERAL_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS', 'GIT_GLOB_PATHSPECS'].map(
    (name): Case => ({
      name: `tracked, with ${name}`,
      want: 1,
      says: BLOCKED,
      make: (repo) => [commit(repo, 'p/.env', lines), { [name]: '1' }],
    }),
  ),
]);
