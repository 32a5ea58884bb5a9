import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from '@jest/globals';
import { arm, newRepo, type Repo, scratch } from '../repo.ts';
import { add, commit, expectRun, LEAK } from './cases.ts';

describe('git commit elsewhere', () => {
  const rows: readonly (readonly [name: string, place: (main: Repo) => string])[] = [
    [
      'a linked worktree',
      (main) => {
        main.git('worktree', 'add', '-q', '../linked', '-b', 'linked');
        return join(main.dir, '../linked');
      },
    ],
    [
      'a submodule',
      (main) => {
        const inner = newRepo({ dir: join(scratch(), 'inner') });
        main.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.dir, 'sub');
        return join(main.dir, 'sub');
      },
    ],
    [
      'a clone that borrows objects',
      (main) => {
        const dir = join(scratch(), 'borrowed');
        main.git('clone', '-q', '--shared', main.dir, dir);
        return dir;
      },
    ],
    [
      'a shallow clone',
      (main) => {
        commit(main, 'old.ts', 'x\n');
        const dir = join(scratch(), 'shallow');
        main.git('clone', '-q', '--depth', '1', `file://${main.dir}`, dir);
        return dir;
      },
    ],
    [
      'a work tree apart from its repository',
      (main) => {
        const dir = join(scratch(), 'apart');
        main.git('clone', '-q', '--separate-git-dir', join(scratch(), 'store.git'), main.dir, dir);
        return dir;
      },
    ],
    [
      'a bare repository with a worktree',
      (main) => {
        const bare = join(scratch(), 'bare.git');
        main.git('clone', '-q', '--bare', main.dir, bare);
        main.git('-C', bare, 'worktree', 'add', '-q', join(bare, '../tree'), '-b', 'tree');
        return join(bare, '../tree');
      },
    ],
    [
      'a folder with a space and an umlaut',
      (main) => {
        const dir = join(scratch(), 'a b ü');
        mkdirSync(dir);
        main.git('clone', '-q', main.dir, join(dir, 'c'));
        return join(dir, 'c');
      },
    ],
  ];
  test.each(rows)('%s', (_, place) => {
    const main = newRepo();
    const dir = place(main);
    const repo: Repo = { ...newRepo(), ...at(main, dir) };
    arm(repo);
    add('ok.ts', 'x\n')(repo);
    expectRun(repo.tryGit(['commit', '-m', 'm']), 0);
    add('b/a.ts', LEAK)(repo);
    expectRun(repo.tryGit(['commit', '-m', 'm']), 1);
  });
});

/** The same hands in another folder. */
function at(repo: Repo, dir: string): Partial<Repo> {
  return {
    dir,
    git: (...args) => repo.git('-C', dir, ...args),
    tryGit: (args, env) => repo.tryGit(['-C', dir, ...args], env),
    write: (path, content) => repo.write(join(dir, path), content),
  };
}
