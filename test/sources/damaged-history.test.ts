import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readingEnv } from '../../src/git/run-git.ts';
import { readDamaged } from '../../src/sources/damaged-history.ts';
import { newRepo, type Repo, scratch } from '../repo.ts';
import { githubToken } from '../tokens.ts';

const [FIRST, SECOND, THIRD, FOURTH, FIFTH] = [1, 2, 3, 4, 5].map(githubToken) as [
  string,
  string,
  string,
  string,
  string,
];

/** Four commits, each with a key in a folder of its own. */
function keyed(): Repo {
  const repo = newRepo({ initial: false });
  [FIRST, SECOND, THIRD, FOURTH].forEach((token, i) => {
    repo.write(`d${i + 1}/a.js`, `t = '${token}'\n`);
    repo.git('add', '-A');
    repo.git('commit', '-q', '-m', `change ${i + 1}`);
  });
  return repo;
}

function fileOf(repo: Repo, name: string): string {
  const oid = repo.git('rev-parse', name).trim();
  return join(repo.dir, '.git/objects', oid.slice(0, 2), oid.slice(2));
}

function scanned(repo: Repo, ...args: string[]) {
  const file = join(scratch(), 'report.json');
  const { status } = repo.run(['scan', '--history', ...args, '--format', 'json', '--output', file]);
  const { findings, failures } = JSON.parse(readFileSync(file, 'utf8')) as {
    findings: { path: string }[];
    failures: { path: string; message: string }[];
  };
  return { status, paths: findings.map(({ path }) => path), failures };
}

describe('what can be read is searched, and the rest is told', () => {
  const all = ['d1/a.js', 'd2/a.js', 'd3/a.js', 'd4/a.js'];
  test.each([
    { name: 'a folder', lost: 'HEAD~1:d3', paths: ['d1/a.js', 'd2/a.js', 'd4/a.js'], told: [['d3', /a folder.*is missing/]] },
    { name: 'a folder that stands in every commit', lost: 'HEAD:d1', paths: all.slice(1), told: [['d1', /a folder.*is missing/]] },
    { name: 'a top folder', lost: 'HEAD~1^{tree}', paths: all, told: [[/^[0-9a-f]{40}$/, /the top folder/]] },
    { name: 'a commit', lost: 'HEAD~2', paths: all, told: [[/^[0-9a-f]{40}$/, /a commit is missing/]] },
    { name: 'the target of a tag', lost: 'HEAD~3:d1/a.js', tag: true, paths: all.slice(1), told: [['.git', /messages of tags/], ['d1/a.js', /not in the repository/]] },
  ])('$name that is missing', ({ lost, tag, paths, told }) => {
    const repo = keyed();
    if (tag === true) repo.git('tag', '-a', '-m', 'x', 'gone', lost);
    if (tag === true) rmSync(fileOf(repo, 'gone'));
    rmSync(fileOf(repo, lost));
    const found = scanned(repo);
    expect([found.status, found.paths.sort()]).toEqual([2, paths]);
    const asMatcher = (wanted: string | RegExp) => (typeof wanted === 'string' ? wanted : expect.stringMatching(wanted));
    expect(found.failures).toEqual(
      expect.arrayContaining(told.map(([path, message]) => ({ path: asMatcher(path!), message: asMatcher(message!) }))),
    );
  }); // biome-ignore format: a table

  test('a folder that is broken', () => {
    const repo = keyed();
    const file = fileOf(repo, 'HEAD~1:d3');
    chmodSync(file, 0o644);
    writeFileSync(file, 'no object');
    const { status, paths, failures } = scanned(repo);
    expect([status, paths.sort()]).toEqual([2, ['d1/a.js', 'd2/a.js', 'd4/a.js']]);
    expect(failures).toMatchObject([{ path: 'd3' }]);
  });

  test('what refs name besides commits, and HEADs of other work trees', () => {
    const repo = keyed();
    repo.git('tag', 'blob', 'HEAD:d4/a.js');
    repo.git('tag', '-a', '-m', 'x', 'tree', 'HEAD:d4');
    repo.git('worktree', 'add', '-q', '--detach', join(scratch(), 'other'));
    const tree = repo.git('rev-parse', 'HEAD^{tree}').trim();
    const detached = repo.git('commit-tree', '-p', 'HEAD', '-m', `use ${FIFTH}`, tree).trim();
    writeFileSync(join(repo.dir, '.git/worktrees/other/HEAD'), `${detached}\n`);
    rmSync(fileOf(repo, 'HEAD~1:d3'));
    const { paths, failures } = scanned(repo);
    expect(failures.map(({ path }) => path)).toEqual(['d3']);
    expect(paths).toContain(`message of ${detached.slice(0, 12)}`);
  });

  test('a commit that ends with its head', () => {
    const repo = keyed();
    const [tree, parent] = [repo.git('write-tree').trim(), repo.git('rev-parse', 'HEAD').trim()];
    repo.git('update-ref', '-d', 'refs/heads/main');
    repo.write('bare', `tree ${tree}\nparent ${parent}\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n`);
    const oid = repo.git('hash-object', '--literally', '-w', '-t', 'commit', 'bare').trim();
    writeFileSync(join(repo.dir, '.git/refs/heads/main'), `${oid}\n`);
    rmSync(fileOf(repo, `${parent}~1:d3`));
    expect(scanned(repo).paths.sort()).toEqual(['d1/a.js', 'd2/a.js', 'd4/a.js']);
  });

  test('in a range only what it asks for', () => {
    const repo = keyed();
    rmSync(fileOf(repo, 'HEAD:d1'));
    expect(scanned(repo, 'HEAD~1..HEAD')).toMatchObject({ paths: ['d4/a.js'] });
  });

  test('folders that a partial clone has left at a remote that is gone', () => {
    const origin = keyed();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const dir = join(scratch(), 'part');
    execFileSync('git', ['clone', '-q', '--filter=tree:0', '--no-checkout', `file://${origin.dir}`, dir]);
    const part = newRepo({ dir, initial: false });
    rmSync(origin.dir, { recursive: true });
    const { status, paths, failures } = scanned(part);
    expect([status, paths]).toEqual([2, []]);
    expect(failures.filter(({ message }) => /top folder/.test(message))).toHaveLength(4);
  });
});

describe('of a history that is whole, it says what git log says', () => {
  /** Merges that change more than either side, files that become folders, odd names, modes, submodules, a commit without a parent. */
  function manifold(): Repo {
    const repo = newRepo({ initial: false });
    const commit = (files: Readonly<Record<string, string>>) => {
      for (const [path, text] of Object.entries(files)) repo.write(path, text);
      repo.git('add', '-A');
      repo.git('commit', '-q', '--allow-empty', '-m', 'x');
    };
    commit({ 'a.js': '1', 'd/b.js': '2', 'd/e/c.js': '3', 'ü "x"\t.js': '4', thing: '5' });
    repo.git('checkout', '-q', '-b', 'side');
    commit({ 'd/b.js': 'side', 'side/s.js': 's' });
    repo.git('checkout', '-q', 'main');
    rmSync(join(repo.dir, 'thing'));
    mkdirSync(join(repo.dir, 'thing'));
    commit({ 'thing/now-a-folder': '6', 'd/e/c.js': 'main' });
    repo.git('merge', '-q', '--no-commit', 'side');
    commit({ 'evil.js': 'e', 'd/b.js': 'neither' });
    repo.git('rm', '-rq', 'd/e');
    chmodSync(join(repo.dir, 'a.js'), 0o755);
    commit({});
    repo.git('update-index', '--add', '--cacheinfo', `160000,${repo.git('rev-parse', 'HEAD').trim()},sub`);
    repo.git('commit', '-q', '-m', 'submodule');
    repo.git('checkout', '-q', '--orphan', 'other');
    commit({ 'o.js': 'o' });
    repo.git('tag', '-a', '-m', 'of a tag', 'v1', 'main');
    repo.git('checkout', '-q', 'main');
    return repo;
  }

  test.each([
    { name: 'everything', revisions: ['--all'] },
    { name: 'a range', revisions: ['main', '^side'] },
    { name: 'the side', revisions: ['side'] },
    { name: 'nothing new', revisions: ['main~1', '^main'] },
  ])('$name', async ({ revisions }) => {
    const repo = manifold();
    const git = { cwd: repo.dir, env: readingEnv(process.env) };
    const damaged = await readDamaged(revisions, git, 20);
    let said = '';
    if (damaged.ok) for await (const chunk of damaged.value.log) said += chunk.toString('latin1');
    const args = [
      'log',
      '--format=%H',
      '-c',
      '--root',
      '--raw',
      '--no-renames',
      '--no-abbrev',
      '--ignore-submodules=none',
    ];
    expect(byCommit(said)).toEqual(byCommit(repo.git('-c', 'core.quotePath=true', ...args, ...revisions, '--')));
    expect(damaged).toMatchObject({ ok: true, value: { lost: [] } });
  });

  /** Lines of each commit in an order of ours, without the letter that says what kind of change it is. */
  function byCommit(log: string): Map<string, string[]> {
    const commits = new Map<string, string[]>();
    let lines: string[] = [];
    for (const line of log.split('\n').filter(Boolean)) {
      if (line.startsWith(':')) lines.push(unquoted(line.replace(/ [A-Z]+\t/, '\t')));
      else {
        lines = [];
        commits.set(line, lines);
      }
    }
    for (const list of commits.values()) list.sort();
    return commits;
  }

  /** Both write odd names, in different escapes. */
  function unquoted(line: string): string {
    return line.replace(/\\t/g, '\\011').replace(/\\"/g, '\\042');
  }
});
