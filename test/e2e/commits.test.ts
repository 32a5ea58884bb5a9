import { spawnSync } from 'node:child_process';
import { describe, test } from '@jest/globals';
import { arm, cleanEnv, newRepo, type Repo, type Run } from '../repo.ts';
import { githubToken } from '../tokens.ts';
import { add, commit, commitAll, expectRun, LEAK, LINES, TOKEN } from './cases.ts';

interface CommitCase {
  readonly name: string;
  /** Whether git lets it through. */
  readonly want: 0 | 1;
  /** Runs the git command in question last; the hooks are in place by then. */
  readonly run: (repo: Repo) => Run;
  readonly before?: (repo: Repo) => unknown;
}

const ALL = ['pre-commit', 'pre-merge-commit', 'commit-msg'];
const NO_EDITOR = { GIT_EDITOR: 'true', GIT_SEQUENCE_EDITOR: 'true' };

/** A side branch and main that both moved on from the same commit; main is checked out. */
const forked = (repo: Repo, side: Readonly<Record<string, string>>, main: Readonly<Record<string, string>>) => {
  commitAll(repo, { 'base.ts': LINES });
  repo.git('checkout', '-q', '-b', 'side');
  commitAll(repo, side);
  repo.git('checkout', '-q', 'main');
  commitAll(repo, main);
};

const COMMITS: CommitCase[] = [
  { name: 'commit', want: 1, before: add('a.ts', LEAK), run: (r) => r.tryGit(['commit', '-m', 'm']) },
  { name: 'commit, clean', want: 0, before: add('a.ts', 'x\n'), run: (r) => r.tryGit(['commit', '-m', 'm']) },
  {
    name: 'commit -a',
    want: 1,
    before: (r) => [commit(r, 'a.ts', 'x\n'), r.write('a.ts', LEAK)],
    run: (r) => r.tryGit(['commit', '-a', '-m', 'm']),
  },
  {
    name: 'commit -a of a removal',
    want: 0,
    before: (r) => [commit(r, 'a.ts', LEAK), r.write('a.ts', 'x\n')],
    run: (r) => r.tryGit(['commit', '-a', '-m', 'm']),
  },
  {
    name: 'commit of a path that has one',
    want: 1,
    before: (r) => [commitAll(r, { 'a.ts': 'x\n', 'b.ts': 'x\n' }), r.write('a.ts', LEAK)],
    run: (r) => r.tryGit(['commit', '-m', 'm', '--', 'a.ts']),
  },
  {
    name: 'commit of another path than the staged one',
    want: 0,
    before: (r) => [commitAll(r, { 'b.ts': 'x\n' }), add('a.ts', LEAK)(r), r.write('b.ts', 'y\n')],
    run: (r) => r.tryGit(['commit', '-m', 'm', '--only', 'b.ts']),
  },
  {
    name: 'commit --include',
    want: 1,
    before: (r) => [commitAll(r, { 'b.ts': 'x\n' }), add('a.ts', LEAK)(r), r.write('b.ts', 'y\n')],
    run: (r) => r.tryGit(['commit', '-m', 'm', '--include', 'b.ts']),
  },
  {
    name: 'commit -p of the clean hunk',
    want: 0,
    before: (r) => [commit(r, 'a.ts', LINES.repeat(4)), r.write('a.ts', `zero\n${LINES.repeat(4)}${LEAK}`)],
    run: (r) => git(r, ['commit', '-p', '-m', 'm'], 'y\nn\n'),
  },
  {
    name: 'commit -p of the other hunk',
    want: 1,
    before: (r) => [commit(r, 'a.ts', LINES.repeat(4)), r.write('a.ts', `zero\n${LINES.repeat(4)}${LEAK}`)],
    run: (r) => git(r, ['commit', '-p', '-m', 'm'], 'n\ny\n'),
  },
  {
    name: 'commit --amend that adds one',
    want: 1,
    before: (r) => [commit(r, 'a.ts', 'x\n'), add('a.ts', LEAK)(r)],
    run: (r) => r.tryGit(['commit', '--amend', '-m', 'm']),
  },
  {
    name: 'commit --amend of the message',
    want: 0,
    before: (r) => commit(r, 'a.ts', 'x\n'),
    run: (r) => r.tryGit(['commit', '--amend', '-m', 'better']),
  },
  { name: 'an empty commit', want: 0, run: (r) => r.tryGit(['commit', '--allow-empty', '-m', 'm']) },
  {
    name: 'commit --dry-run runs no hook',
    want: 0,
    before: add('a.ts', LEAK),
    run: (r) => r.tryGit(['commit', '--dry-run', '-m', 'm']),
  },
  {
    name: 'commit --fixup',
    want: 1,
    before: (r) => [commit(r, 'a.ts', 'x\n'), add('a.ts', LEAK)(r)],
    run: (r) => r.tryGit(['commit', '--fixup', 'HEAD']),
  },
  {
    name: 'commit with pathspecs from a file',
    want: 1,
    before: (r) => [commit(r, 'a.ts', 'x\n'), r.write('a.ts', LEAK), r.write('.git/list', 'a.ts\n')],
    run: (r) => r.tryGit(['commit', '-m', 'm', '--pathspec-from-file=.git/list']),
  },
  {
    name: 'a merge that is clean',
    want: 0,
    before: (r) => forked(r, { 'a.ts': 'x\n' }, { 'b.ts': 'x\n' }),
    run: (r) => r.tryGit(['merge', '--no-edit', 'side']),
  },
  {
    name: 'a merge that brings in an old key',
    want: 0,
    before: (r) => forked(r, { 'a.ts': LEAK }, { 'b.ts': 'x\n' }),
    run: (r) => r.tryGit(['merge', '--no-edit', 'side']),
  },
  {
    name: 'a merge of both sides of one file, both with keys',
    want: 0,
    before: (r) => {
      commit(r, 'm.ts', LINES.repeat(3));
      forked(r, { 'm.ts': `${LEAK}${LINES.repeat(3)}` }, { 'm.ts': `${LINES.repeat(3)}${githubToken(7)}\n` });
    },
    run: (r) => r.tryGit(['merge', '--no-edit', 'side']),
  },
  {
    name: 'a merge by a driver that adds a key',
    want: 1,
    before: (r) => {
      commit(r, '.gitattributes', 'm.ts merge=evil\n');
      commit(r, 'm.ts', 'x\n');
      forked(r, { 'm.ts': 'y\n' }, { 'm.ts': 'z\n' });
      r.git('config', 'merge.evil.driver', `printf '%s' '${LEAK.trim()}' > %A`);
    },
    run: (r) => r.tryGit(['merge', '--no-edit', 'side']),
  },
  {
    name: 'an octopus merge',
    want: 0,
    before: (r) => {
      commitAll(r, { 'base.ts': LINES });
      for (const name of ['one', 'two']) {
        r.git('checkout', '-q', '-b', name, 'main');
        commitAll(r, { [`${name}.ts`]: LEAK });
      }
      r.git('checkout', '-q', 'main');
      commitAll(r, { 'm.ts': 'x\n' });
    },
    run: (r) => r.tryGit(['merge', '--no-edit', 'one', 'two']),
  },
  {
    name: 'a merge squashed, which makes the key this commit’s',
    want: 1,
    before: (r) => [forked(r, { 'a.ts': LEAK }, { 'b.ts': 'x\n' }), r.git('merge', '-q', '--squash', 'side')],
    run: (r) => r.tryGit(['commit', '-m', 'm']),
  },
  {
    name: 'a conflict solved with a key',
    want: 1,
    before: (r) => {
      forked(r, { 'base.ts': 'side\n' }, { 'base.ts': 'main\n' });
      r.tryGit(['merge', 'side']);
      add('base.ts', `both\n${LEAK}`)(r);
    },
    run: (r) => r.tryGit(['commit', '-m', 'm']),
  },
  {
    name: 'a conflict solved with the other side, its key old',
    want: 0,
    before: (r) => {
      forked(r, { 'base.ts': `side\n${LEAK}` }, { 'base.ts': 'main\n' });
      r.tryGit(['merge', 'side']);
      add('base.ts', `both\n${LEAK}`)(r);
    },
    run: (r) => r.tryGit(['commit', '-m', 'm']),
  },
  {
    name: 'a merge of an unrelated history',
    want: 0,
    before: (r) => {
      r.git('checkout', '-q', '--orphan', 'side');
      commit(r, 'a.ts', LEAK);
      r.git('checkout', '-q', 'main');
    },
    run: (r) => r.tryGit(['merge', '--no-edit', '--allow-unrelated-histories', 'side']),
  },
  {
    name: 'a cherry-pick -n',
    want: 1,
    before: (r) => [forked(r, { 'a.ts': LEAK }, { 'b.ts': 'x\n' }), r.git('cherry-pick', '-n', 'side')],
    run: (r) => r.tryGit(['commit', '-m', 'm']),
  },
  {
    name: 'a cherry-pick continued after a conflict',
    want: 1,
    before: (r) => {
      forked(r, { 'base.ts': `side\n${LEAK}` }, { 'base.ts': 'main\n' });
      r.tryGit(['cherry-pick', 'side']);
      add('base.ts', `both\n${LEAK}`)(r);
    },
    run: (r) => r.tryGit(['cherry-pick', '--continue'], NO_EDITOR),
  },
  {
    name: 'a revert -n that brings a key back',
    want: 1,
    before: (r) => [commit(r, 'a.ts', LEAK), commit(r, 'a.ts', 'x\n'), r.git('revert', '-n', 'HEAD')],
    run: (r) => r.tryGit(['commit', '-m', 'm']),
  },
  {
    name: 'a stash popped',
    want: 1,
    before: (r) => [
      commit(r, 'a.ts', 'x\n'),
      r.write('a.ts', LEAK),
      r.git('stash', '-q'),
      r.git('stash', 'pop', '--index', '-q'),
    ],
    run: (r) => r.tryGit(['commit', '-a', '-m', 'm']),
  },
  {
    name: 'a rebase with a reword',
    want: 0,
    before: (r) => [commit(r, 'a.ts', 'x\n'), commit(r, 'b.ts', 'x\n')],
    run: (r) =>
      r.tryGit(['rebase', '-i', 'HEAD~1'], { GIT_SEQUENCE_EDITOR: 'sed -i s/^pick/reword/', GIT_EDITOR: 'true' }),
  },
  {
    name: 'a rebase stopped to edit, a key amended',
    want: 1,
    before: (r) => {
      commit(r, 'a.ts', 'x\n');
      commit(r, 'b.ts', 'x\n');
      r.tryGit(['rebase', '-i', 'HEAD~1'], { GIT_SEQUENCE_EDITOR: 'sed -i s/^pick/edit/' });
      add('b.ts', LEAK)(r);
    },
    run: (r) => r.tryGit(['commit', '--amend', '--no-edit']),
  },
  {
    name: 'from a folder below',
    want: 1,
    before: add('p/a.ts', LEAK),
    run: (r) => r.tryGit(['-C', 'p', 'commit', '-m', 'm']),
  },
  {
    name: 'a detached head',
    want: 1,
    before: (r) => [r.git('checkout', '-q', '--detach'), add('a.ts', LEAK)(r)],
    run: (r) => r.tryGit(['commit', '-m', 'm']),
  },
  {
    name: 'the first commit of a new root',
    want: 1,
    before: (r) => [r.git('checkout', '-q', '--orphan', 'o'), add('a.ts', LEAK)(r)],
    run: (r) => r.tryGit(['commit', '-m', 'm']),
  },
  {
    name: 'with --git-dir and --work-tree',
    want: 1,
    before: add('a.ts', LEAK),
    run: (r) => r.tryGit([`--git-dir=${r.dir}/.git`, `--work-tree=${r.dir}`, 'commit', '-m', 'm']),
  },
  {
    name: 'with GIT_DIR and GIT_WORK_TREE, from elsewhere',
    want: 1,
    before: add('a.ts', LEAK),
    run: (r) => r.tryGit(['-C', '/', 'commit', '-m', 'm'], { GIT_DIR: `${r.dir}/.git`, GIT_WORK_TREE: r.dir }),
  },
  {
    name: 'with an index of its own',
    want: 1,
    before: (r) => {
      const own = { GIT_INDEX_FILE: `${r.dir}/.git/other` };
      r.tryGit(['read-tree', 'HEAD'], own);
      r.write('a.ts', LEAK);
      r.tryGit(['add', 'a.ts'], own);
    },
    run: (r) => r.tryGit(['commit', '-m', 'm'], { GIT_INDEX_FILE: `${r.dir}/.git/other` }),
  },
  {
    name: 'with a setting on the command line',
    want: 1,
    before: add('a.ts', LEAK),
    run: (r) => r.tryGit(['-c', 'diff.noprefix=true', '-c', 'color.ui=always', 'commit', '-v', '-m', 'm']),
  },
  { name: 'a key in the message', want: 1, run: (r) => r.tryGit(['commit', '--allow-empty', '-m', `t ${TOKEN}`]) },
  {
    name: 'a removed key in the diff below the scissors',
    want: 0,
    before: (r) => [commit(r, 'a.ts', LEAK), r.git('rm', '-q', 'a.ts')],
    run: (r) => r.tryGit(['commit', '-v'], { GIT_EDITOR: 'sed -i 1imessage' }),
  },
  {
    name: 'a key below scissors that cut nothing',
    want: 1,
    run: (r) => r.tryGit(['commit', '--allow-empty', '-m', `m\n\n# ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\n${TOKEN}`]),
  },
];

function git(repo: Repo, args: readonly string[], input: string): Run {
  const done = spawnSync('git', args, {
    cwd: repo.dir,
    env: { ...cleanEnv(), PATH: repo.path },
    encoding: 'utf8',
    input,
  });
  return { status: done.status, out: done.stdout.replace(TOKEN, '') + done.stderr };
}

describe('git commit with the hooks', () => {
  test.each(COMMITS)('$name → exit $want', ({ want, before, run }) => {
    const repo = newRepo();
    before?.(repo);
    arm(repo, ...ALL);
    expectRun(run(repo), want);
  });
});
