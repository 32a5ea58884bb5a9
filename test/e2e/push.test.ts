import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { arm, cleanEnv, newRepo, type Repo, scratch } from '../repo.ts';
import { add, blob, commit, LEAK, LINES, TOKEN } from './cases.ts';

const ZERO = '0'.repeat(40);

/** A repository whose `origin` has its first commit. */
function cloned(): Repo {
  const repo = newRepo();
  const remote = join(scratch(), 'remote.git');
  repo.git('init', '-q', '--bare', remote);
  repo.git('remote', 'add', 'origin', remote);
  repo.git('push', '-q', 'origin', 'main');
  return repo;
}

interface PushCase {
  readonly name: string;
  readonly want: 0 | 1;
  readonly make: (repo: Repo) => unknown;
  readonly push: readonly string[];
  readonly says?: RegExp;
}

const branch = (repo: Repo, name: string) => void repo.git('checkout', '-q', '-b', name);

const PUSHES: PushCase[] = [
  { name: 'nothing new', want: 0, make: () => {}, push: ['origin', 'main'] },
  { name: 'a clean commit', want: 0, make: (repo) => commit(repo, 'a.ts', 'x\n'), push: ['origin', 'main'] },
  { name: 'a key', want: 1, make: (repo) => commit(repo, 'a.ts', LEAK), push: ['origin', 'main'] },
  {
    name: 'a key that the next commit removes',
    want: 1,
    make: (repo) => [commit(repo, 'a.ts', LEAK), commit(repo, 'a.ts', 'x\n')],
    push: ['origin', 'main'],
  },
  {
    name: 'a new branch',
    want: 1,
    make: (repo) => [branch(repo, 'b'), commit(repo, 'a.ts', LEAK)],
    push: ['origin', 'b'],
  },
  {
    name: 'a new branch, clean',
    want: 0,
    make: (repo) => [branch(repo, 'b'), commit(repo, 'a.ts', 'x\n')],
    push: ['origin', 'b'],
  },
  {
    name: 'a branch that the remote has under another name',
    want: 0,
    make: (repo) => branch(repo, 'b'),
    push: ['origin', 'b:c'],
  },
  {
    name: 'to an address instead of a name',
    want: 1,
    make: (repo) => commit(repo, 'a.ts', LEAK),
    push: ['../remote', 'main'],
  },
  {
    name: 'an old key that the remote has',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', LINES + LEAK);
      repo.git('push', '-q', '--no-verify', 'origin', 'main');
      commit(repo, 'a.ts', `zero\n${LINES}${LEAK}`);
    },
    push: ['origin', 'main'],
  },
  {
    name: 'forced over what the remote has',
    want: 1,
    make: (repo) => {
      commit(repo, 'b.ts', 'x\n');
      repo.git('push', '-q', '--no-verify', 'origin', 'main');
      repo.git('reset', '-q', '--hard', 'HEAD~1');
      commit(repo, 'a.ts', LEAK);
    },
    push: ['-f', 'origin', 'main'],
  },
  {
    name: 'a branch deleted',
    want: 0,
    make: (repo) => void repo.git('push', '-q', '--no-verify', 'origin', 'main:gone'),
    push: ['origin', ':gone'],
  },
  {
    name: 'a branch deleted beside a key',
    want: 1,
    make: (repo) => [repo.git('push', '-q', '--no-verify', 'origin', 'main:gone'), commit(repo, 'a.ts', LEAK)],
    push: ['origin', ':gone', 'main'],
  },
  {
    name: 'a light tag on a key',
    want: 1,
    make: (repo) => [commit(repo, 'a.ts', LEAK), void repo.git('tag', 'v1')],
    push: ['origin', 'v1'],
  },
  {
    name: 'a tag, clean',
    want: 0,
    make: (repo) => void repo.git('tag', '-a', '-m', 'good', 'v1'),
    push: ['origin', 'v1'],
  },
  {
    name: 'a key in the message of a tag',
    want: 1,
    make: (repo) => void repo.git('tag', '-a', '-m', TOKEN, 'v1'),
    push: ['origin', 'v1'],
  },
  {
    name: 'a key in a message',
    want: 1,
    make: (repo) => commit(repo, 'a.ts', 'x\n', `now with ${TOKEN}`),
    push: ['origin', 'main'],
  },
  { name: 'a key as a name', want: 1, make: (repo) => commit(repo, `k/${TOKEN}.txt`, 'x\n'), push: ['origin', 'main'] },
  {
    name: 'a tag on a blob with a key',
    want: 1,
    make: (repo) => void repo.git('tag', 'b', blob(repo, LEAK)),
    push: ['origin', 'b'],
  },
  {
    name: 'a tag on a blob, clean',
    want: 0,
    make: (repo) => void repo.git('tag', 'b', blob(repo, 'x\n')),
    push: ['origin', 'b'],
  },
  {
    name: 'an annotated tag on a blob with a key',
    want: 1,
    make: (repo) => void repo.git('tag', '-a', '-m', 'm', 'b', blob(repo, LEAK)),
    push: ['origin', 'b'],
  },
  {
    name: 'an env file',
    want: 1,
    make: (repo) => commit(repo, '.env', 'A=1\n'),
    push: ['origin', 'main'],
    says: /adds an env file/,
  },
  {
    name: 'an env file that the next commit removes',
    want: 1,
    make: (repo) => [
      commit(repo, '.env', 'A=1\n'),
      repo.git('rm', '-q', '.env'),
      void repo.git('commit', '-q', '-m', 'm'),
    ],
    push: ['origin', 'main'],
    says: /adds an env file/,
  },
  {
    name: 'a file renamed to .env',
    want: 1,
    make: (repo) => [
      commit(repo, 'a.txt', LINES),
      repo.git('mv', 'a.txt', '.env'),
      void repo.git('commit', '-q', '-m', 'm'),
    ],
    push: ['origin', 'main'],
    says: /adds an env file/,
  },
  {
    name: 'an env file that the settings call harmless',
    want: 0,
    make: (repo) => [
      commit(repo, '.secretguardrc', '{"envFiles":{"harmless":[".env"]}}'),
      commit(repo, '.env', 'A=1\n'),
    ],
    push: ['origin', 'main'],
  },
  {
    name: 'an env file removed that the remote has',
    want: 0,
    make: (repo) => {
      commit(repo, '.env', 'A=1\n');
      repo.git('push', '-q', '--no-verify', 'origin', 'main');
      repo.git('rm', '-q', '.env');
      repo.git('commit', '-q', '-m', 'm');
    },
    push: ['origin', 'main'],
  },
  {
    name: 'a known value',
    want: 1,
    make: (repo) => [
      repo.write('.env', 'DB_PASSWORD=Winter-is-coming-42\n'),
      commit(repo, 'a.ts', 'f("Winter-is-coming-42")\n'),
    ],
    push: ['origin', 'main'],
    says: /DB_PASSWORD/,
  },
  {
    name: 'a clean merge of a side that the remote has',
    want: 0,
    make: (repo) => {
      branch(repo, 'side');
      commit(repo, 'a.ts', LEAK);
      repo.git('push', '-q', '--no-verify', 'origin', 'side');
      repo.git('checkout', '-q', 'main');
      commit(repo, 'b.ts', 'x\n');
      repo.git('merge', '-q', '--no-edit', 'side');
    },
    push: ['origin', 'main'],
  },
  {
    name: 'a merge that adds a key of its own',
    want: 1,
    make: (repo) => {
      branch(repo, 'side');
      commit(repo, 'a.ts', 'x\n');
      repo.git('checkout', '-q', 'main');
      commit(repo, 'b.ts', 'x\n');
      repo.git('merge', '-q', '--no-commit', 'side');
      add('b.ts', `x\n${LEAK}`)(repo);
      repo.git('commit', '-q', '-m', 'merge');
    },
    push: ['origin', 'main'],
  },
  {
    name: 'a cherry-pick',
    want: 1,
    make: (repo) => [
      branch(repo, 'side'),
      commit(repo, 'a.ts', LEAK),
      repo.git('checkout', '-q', 'main'),
      void repo.git('cherry-pick', 'side'),
    ],
    push: ['origin', 'main'],
  },
  {
    name: 'a rebased branch',
    want: 1,
    make: (repo) => {
      branch(repo, 'side');
      commit(repo, 'a.ts', LEAK);
      repo.git('checkout', '-q', 'main');
      commit(repo, 'b.ts', 'x\n');
      repo.git('rebase', '-q', 'main', 'side');
    },
    push: ['origin', 'side'],
  },
  {
    name: 'all branches at once',
    want: 1,
    make: (repo) => [branch(repo, 'b'), commit(repo, 'a.ts', LEAK), void repo.git('checkout', '-q', 'main')],
    push: ['--all', 'origin'],
  },
  { name: 'a mirror', want: 1, make: (repo) => commit(repo, 'a.ts', LEAK), push: ['--mirror', 'origin'] },
  {
    name: 'a history of its own',
    want: 1,
    make: (repo) => [repo.git('checkout', '-q', '--orphan', 'o'), commit(repo, 'a.ts', LEAK)],
    push: ['origin', 'o'],
  },
  {
    name: 'a submodule',
    want: 0,
    make: (repo) => {
      repo.git('update-index', '--add', '--cacheinfo', `160000,${repo.git('rev-parse', 'HEAD').trim()},sub`);
      repo.git('commit', '-q', '-m', 'm');
    },
    push: ['origin', 'main'],
  },
];

describe('git push with the hook', () => {
  test.each(PUSHES)('$name → exit $want', ({ make, push, want, says }) => {
    const repo = cloned();
    make(repo);
    arm(repo, 'pre-push');
    const remote = repo.git('remote', 'get-url', 'origin').trim();
    const done = repo.tryGit(['push', ...push.map((a) => (a === '../remote' ? remote : a))]);
    const told = done.out.includes(TOKEN);
    const right =
      done.status === want && !told && !/could not check|NOT CHECKED/.test(done.out) && says?.test(done.out) !== false;
    expect({ status: done.status, told, out: right ? '' : done.out }).toEqual({ status: want, told: false, out: '' });
  });
});

describe('what git says of a push', () => {
  const repo = newRepo();
  const head = repo.git('rev-parse', 'HEAD').trim();
  test.each([
    { name: 'nothing', input: '', want: 0 },
    { name: 'a deletion', input: `(delete) ${ZERO} refs/heads/x ${head}\n`, want: 0 },
    { name: 'a name with a space', input: `HEAD^{/fix it} ${head} refs/heads/x ${ZERO}\n`, want: 0 },
    { name: 'too few words', input: `refs/heads/x ${head}\n`, want: 2 },
    { name: 'no id', input: `refs/heads/x main refs/heads/x ${ZERO}\n`, want: 2 },
    { name: 'an id that is not there', input: `refs/heads/x ${'1'.repeat(40)} refs/heads/x ${ZERO}\n`, want: 2 },
    {
      name: 'an id of the remote that is not here',
      input: `refs/heads/x ${head} refs/heads/x ${'1'.repeat(40)}\n`,
      want: 0,
    },
    { name: 'one good line and one bad', input: `refs/heads/x ${head} refs/heads/x ${ZERO}\nnonsense\n`, want: 2 },
    { name: 'bytes', input: '\0\xff', want: 2 },
  ])('$name → exit $want', ({ input, want }) => {
    expect(repo.run(['check', '--hook', 'pre-push', 'origin', 'url'], {}, input).status).toBe(want);
    expect(repo.hook('pre-push', {}, ['origin', 'url'], input).status).toBe(want === 0 ? 0 : 1);
  });
});

test('a shallow clone that pushes an old key the remote has', () => {
  const repo = cloned();
  commit(repo, 'a.ts', LEAK);
  repo.git('push', '-q', '--no-verify', 'origin', 'main');
  const remote = repo.git('remote', 'get-url', 'origin').trim();
  const dir = join(scratch(), 'shallow');
  const run = (...args: string[]) => spawnSync('git', args, { env: cleanEnv(), encoding: 'utf8' });
  expect(run('clone', '-q', '-b', 'main', '--depth', '1', `file://${remote}`, dir).status).toBe(0);
  const clone = { ...repo, dir };
  const head = run('-C', dir, 'rev-parse', 'HEAD').stdout.trim();
  expect(
    clone.run(['check', '--cwd', dir, '--hook', 'pre-push', 'origin', remote], {}, `a ${head} b ${ZERO}\n`).status,
  ).toBe(0);
});
