import { add, blob, type Case, commit, LEAK, runCases } from './cases.ts';

const STATES: Case[] = [
  {
    name: 'the first commit',
    want: 1,
    initial: false,
    make: (repo) => [add('.gitignore', '.env\n.env.local\n.env.production\n')(repo), add('a.ts', LEAK)(repo)],
  },
  {
    name: 'the first commit, clean',
    want: 0,
    initial: false,
    make: (repo) => [add('.gitignore', '.env\n.env.local\n.env.production\n')(repo), add('a.ts', 'x\n')(repo)],
  },
  { name: 'SHA-256', want: 1, init: ['--object-format=sha256'], make: add('a.ts', LEAK) },
  { name: 'SHA-256, clean', want: 0, init: ['--object-format=sha256'], make: add('a.ts', 'x\n') },
  {
    name: 'a split index',
    want: 1,
    make: (repo) => [repo.git('update-index', '--split-index'), add('a.ts', LEAK)(repo)],
  },
  {
    name: 'a replaced object',
    want: 1,
    make: (repo) => {
      add('a.ts', LEAK)(repo);
      repo.git('replace', blob(repo, LEAK), blob(repo, 'clean\n'));
    },
  },
  {
    name: 'a merge that brings in an old key of the other side',
    want: 0,
    make: (repo) => {
      repo.git('checkout', '-q', '-b', 'side');
      commit(repo, 'side.ts', LEAK);
      repo.git('checkout', '-q', 'main');
      commit(repo, 'main.ts', 'x\n');
      repo.git('merge', '-q', '--no-commit', '--no-ff', 'side');
    },
  },
  {
    name: 'a merge whose resolution adds a key',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', 'base\n');
      repo.git('checkout', '-q', '-b', 'side');
      commit(repo, 'a.ts', 'side\n');
      repo.git('checkout', '-q', 'main');
      commit(repo, 'a.ts', 'main\n');
      repo.tryGit(['merge', 'side']);
      add('a.ts', `main\nside\n${LEAK}`)(repo);
    },
  },
  {
    name: 'a cherry-pick without commit',
    want: 1,
    make: (repo) => {
      repo.git('checkout', '-q', '-b', 'side');
      commit(repo, 'side.ts', LEAK);
      repo.git('checkout', '-q', 'main');
      repo.git('cherry-pick', '-n', 'side');
    },
  },
  {
    name: 'a submodule beside a clean file',
    want: 0,
    make: (repo) => {
      const head = repo.git('rev-parse', 'HEAD').trim();
      repo.git('update-index', '--add', '--cacheinfo', `160000,${head},sub`);
      add('a.ts', 'x\n')(repo);
    },
  },
  {
    name: 'a submodule beside a key',
    want: 1,
    make: (repo) => {
      const head = repo.git('rev-parse', 'HEAD').trim();
      repo.git('update-index', '--add', '--cacheinfo', `160000,${head},sub`);
      add('z.ts', LEAK)(repo);
    },
  },
  {
    name: 'a sparse checkout',
    want: 1,
    make: (repo) => {
      commit(repo, 'in/a.ts', 'x\n');
      commit(repo, 'out/b.ts', 'x\n');
      repo.git('sparse-checkout', 'set', 'in');
      add('in/a.ts', LEAK)(repo);
    },
  },
];

runCases('states', STATES);
