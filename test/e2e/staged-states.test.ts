import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { Repo } from '../repo.ts';
import { add, addAll, blob, type Case, commit, commitAll, LEAK, runCases } from './cases.ts';

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
  ...(['2', '3', '4'] as const).map(
    (version): Case => ({
      name: `an index of version ${version}`,
      want: 1,
      make: (repo) => [add('a.ts', LEAK)(repo), repo.git('update-index', '--index-version', version)],
    }),
  ),
  {
    name: 'a sparse index',
    want: 1,
    make: (repo) => {
      commitAll(repo, { 'in/a.ts': 'x\n', 'out/b.ts': LEAK });
      repo.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
      add('in/a.ts', LEAK)(repo);
    },
  },
  {
    name: 'a sparse index, clean',
    want: 0,
    make: (repo) => {
      commitAll(repo, { 'in/a.ts': 'x\n', 'out/b.ts': LEAK });
      repo.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
      add('in/a.ts', 'y\n')(repo);
    },
  },
  {
    name: 'packed objects and refs',
    want: 1,
    make: (repo) => [
      commit(repo, 'a.ts', 'x\n'),
      add('b.ts', LEAK)(repo),
      repo.git('gc', '-q'),
      repo.git('pack-refs', '--all'),
    ],
  },
  {
    name: 'a key that a graft seems to have brought in',
    want: 1,
    make: (repo) => {
      add('a.ts', LEAK)(repo);
      const other = repo.git('commit-tree', '-m', 'm', repo.git('write-tree').trim()).trim();
      repo.git('replace', '--graft', 'HEAD', other);
      repo.git('replace', '-f', repo.git('rev-parse', 'HEAD^{tree}').trim(), repo.git('write-tree').trim());
    },
  },
  {
    name: 'no commit yet on a branch that another one has',
    want: 1,
    make: (repo) => [repo.git('symbolic-ref', 'HEAD', 'refs/heads/none'), add('a.ts', LEAK)(repo)],
  },
  {
    name: 'a branch that is called HEAD',
    want: 1,
    make: (repo) => [add('a.ts', LEAK)(repo), repo.git('update-ref', 'refs/heads/HEAD', 'HEAD')],
  },
  {
    name: 'a file that is called HEAD',
    want: 1,
    make: addAll({ HEAD: 'x\n', 'a.ts': LEAK }),
  },
  {
    name: 'a merge head that is nonsense',
    want: 1,
    make: (repo) => [add('a.ts', LEAK)(repo), repo.write('.git/MERGE_HEAD', 'nonsense\n')],
  },
  {
    name: 'a lock on the index',
    want: 1,
    make: (repo) => [add('a.ts', LEAK)(repo), repo.write('.git/index.lock', '')],
  },
  {
    name: 'a conflict in another file',
    want: 1,
    make: (repo) => [conflict(repo), add('a.ts', LEAK)(repo)],
  },
  {
    name: 'a conflict, else clean',
    want: 0,
    make: (repo) => [conflict(repo), add('a.ts', 'x\n')(repo)],
  },
  {
    name: 'a repository inside that is no submodule',
    want: 1,
    make: (repo) => [repo.git('init', '-q', 'inner'), add('a.ts', LEAK)(repo)],
  },
  {
    name: 'a file monitor that lies',
    want: 1,
    make: (repo) => {
      repo.write('.git/monitor', '#!/bin/sh\nprintf "token\\0"\n');
      chmodSync(join(repo.dir, '.git/monitor'), 0o755);
      repo.git('config', 'core.fsmonitor', `${repo.dir}/.git/monitor`);
      add('a.ts', LEAK)(repo);
    },
  },
  {
    name: 'an octopus whose resolution adds a key',
    want: 1,
    make: (repo) => {
      for (const name of ['one', 'two']) {
        repo.git('checkout', '-q', '-b', name, 'main');
        commit(repo, `${name}.ts`, 'x\n');
      }
      repo.git('checkout', '-q', 'main');
      commit(repo, 'main.ts', 'x\n');
      repo.git('merge', '-q', '--no-commit', 'one', 'two');
      add('one.ts', `x\n${LEAK}`)(repo);
    },
  },
];

/** Two sides that changed one line; the merge is left as it stops. */
function conflict(repo: Repo): void {
  commit(repo, 'c.ts', 'base\n');
  repo.git('checkout', '-q', '-b', 'side');
  commit(repo, 'c.ts', 'side\n');
  repo.git('checkout', '-q', 'main');
  commit(repo, 'c.ts', 'main\n');
  repo.tryGit(['merge', 'side']);
}

runCases('states', STATES);
