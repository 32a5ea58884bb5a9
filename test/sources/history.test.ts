import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeOidTable } from '../../src/sources/history-table.ts';
import { newRepo, type Repo, scratch } from '../repo.ts';
import { githubToken } from '../tokens.ts';

const TOKEN = githubToken(1);
const OTHER = githubToken(2);

interface Entry {
  readonly path: string;
  readonly line: number;
  readonly commit?: string;
  readonly author?: string;
  readonly date?: string;
  readonly inTree?: boolean;
  readonly removedBy?: { readonly commit: string };
}

function history(
  repo: Repo,
  args: readonly string[] = [],
): {
  status: number | null;
  findings: Entry[];
  out: string;
  report: { failures: { message: string }[]; scope: { files: number; skipped: { path: string }[] } };
} {
  const file = join(scratch(), 'report.json');
  const done = repo.run(['scan', '--history', ...args, '--format', 'json', '--output', file]);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return { status: done.status, out: done.out, findings: report.findings, report };
}

function commit(repo: Repo, files: Readonly<Record<string, string>>, message = 'change'): string {
  for (const [path, content] of Object.entries(files)) repo.write(path, content);
  repo.git('add', '-A');
  repo.git('commit', '-q', '--allow-empty', '-m', message);
  return repo.git('rev-parse', 'HEAD').trim();
}

describe('what a finding tells', () => {
  test('the commits that brought it in and took it out', () => {
    const repo = newRepo();
    const came = commit(repo, { 'a.js': `\nt = '${TOKEN}'\n` });
    commit(repo, { 'a.js': `\n\nt = '${TOKEN}'\n` });
    const went = commit(repo, { 'a.js': 'clean\n' });
    const { status, findings } = history(repo);
    expect(status).toBe(1);
    expect(findings).toMatchObject([
      { path: 'a.js', line: 2, commit: came, author: 'A <a@example.com>', inTree: false, removedBy: { commit: went } },
    ]);
  });

  test('whether it still stands, at its place in the tree', () => {
    const repo = newRepo();
    const came = commit(repo, { 'a.js': `t = '${TOKEN}'\n` });
    commit(repo, { 'a.js': `// new first line\nt = '${TOKEN}'\n` });
    const [finding] = history(repo).findings;
    expect(finding).toMatchObject({ line: 2, commit: came, inTree: true });
    expect(finding?.removedBy).toBeUndefined();
  });

  test('who made the tag whose message holds it, when, and of what', () => {
    const repo = newRepo();
    const tagged = commit(repo, { 'a.js': '1\n' });
    repo.git('-c', 'user.name=T', 'tag', '-a', 'v1', '-m', `made with ${TOKEN}`);
    const [finding] = history(repo).findings;
    expect(finding).toMatchObject({ commit: tagged, author: 'A <a@example.com>' });
    expect(Date.parse(finding?.date ?? '')).toBeGreaterThan(Date.now() - 600_000);
  });

  test('brought in again after it was taken out: it stands', () => {
    const repo = newRepo();
    const came = commit(repo, { 'a.js': `t = '${TOKEN}'\n` });
    commit(repo, { 'a.js': 'clean\n' });
    commit(repo, { 'a.js': `t = '${TOKEN}'\n` });
    expect(history(repo).findings).toMatchObject([{ commit: came, inTree: true }]);
  });

  test('the same content at several paths is several findings', () => {
    const repo = newRepo();
    commit(repo, { 'a.js': `t = '${TOKEN}'\n`, 'lib/b.js': `t = '${TOKEN}'\n` });
    repo.git('mv', 'a.js', 'c.js');
    commit(repo, {});
    const { findings } = history(repo);
    expect(findings.map((f) => [f.path, f.inTree])).toEqual([
      ['a.js', false],
      ['c.js', true],
      ['lib/b.js', true],
    ]);
  });

  test('a merge that brings its own', () => {
    const repo = newRepo();
    commit(repo, { 'a.js': '1\n' });
    repo.git('checkout', '-q', '-b', 'side');
    commit(repo, { 'b.js': '2\n' });
    repo.git('checkout', '-q', 'main');
    commit(repo, { 'c.js': '3\n' });
    repo.git('merge', '-q', '--no-commit', 'side');
    const merge = commit(repo, { 'evil.js': `t = '${TOKEN}'\n` });
    expect(history(repo).findings).toMatchObject([{ path: 'evil.js', commit: merge }]);
  });
});

describe('where it looks', () => {
  const repoWith = (make: (repo: Repo) => void) => {
    const repo = newRepo();
    commit(repo, { 'a.js': '1\n' });
    make(repo);
    return repo;
  };
  test.each<{ name: string; make: (repo: Repo) => void }>([
    { name: 'a branch that is not merged', make: (r) => { r.git('checkout', '-q', '-b', 'x'); commit(r, { 's.js': TOKEN }); r.git('checkout', '-q', 'main'); } },
    { name: 'a tag that no branch has', make: (r) => { commit(r, { 's.js': TOKEN }); r.git('tag', 'v1'); r.git('reset', '-q', '--hard', 'HEAD~1'); } },
    { name: 'a stash', make: (r) => { r.write('a.js', `t='${TOKEN}'\n`); r.git('stash', '-q'); } },
    { name: 'a stash under another one', make: (r) => { r.write('a.js', `t='${TOKEN}'\n`); r.git('stash', '-q'); r.write('a.js', '2\n'); r.git('stash', '-q'); } },
    { name: 'untracked files of a stash', make: (r) => { r.write('u.js', `t='${TOKEN}'\n`); r.git('stash', '-q', '-u'); } },
    { name: 'a note', make: (r) => { r.git('notes', 'add', '-m', `see ${TOKEN}`); } },
    { name: 'a commit message', make: (r) => { commit(r, {}, `use ${TOKEN}`); } },
    { name: 'the message of a tag', make: (r) => { r.git('tag', '-a', 'v1', '-m', `made with ${TOKEN}`); } },
    { name: 'a tag of a blob', make: (r) => { r.write('x', TOKEN); r.git('tag', 'blob', r.git('hash-object', '-w', 'x').trim()); rmSync(join(r.dir, 'x')); } },
    { name: 'a tag of a tree', make: (r) => void r.git('tag', 'tree', treeOf(r, { 's.js': TOKEN })) },
    { name: 'a tag with a message, of a tree in a tree', make: (r) => void r.git('tag', '-a', '-m', 'x', 'tree', treeOf(r, { 'd/s.js': TOKEN })) },
    { name: 'a ref of a tree', make: (r) => void r.git('update-ref', 'refs/x/y', treeOf(r, { 's.js': TOKEN })) },
    { name: 'a tag of a tag of a blob', make: (r) => nestTags(r, `${treeOf(r, { 's.js': TOKEN })}:s.js`) },
    { name: 'a tag of a tag of a tree', make: (r) => nestTags(r, treeOf(r, { 's.js': TOKEN })) },
    { name: 'the message of a tag that another names', make: (r) => nestTags(r, 'HEAD', TOKEN) },
    { name: 'commits that a graft hides', make: (r) => { commit(r, { 's.js': TOKEN }); commit(r, { 's.js': '1' }); r.write('.git/info/grafts', r.git('rev-parse', 'HEAD')); } },
    { name: 'commits that a replacement hides', make: (r) => { commit(r, { 's.js': TOKEN }); commit(r, { 's.js': '1' }); r.git('replace', '--graft', 'HEAD'); } },
    { name: 'a detached HEAD', make: (r) => { r.git('checkout', '-q', '--detach'); commit(r, { 's.js': TOKEN }); } },
    { name: 'a deleted file', make: (r) => { commit(r, { 's.js': TOKEN }); rmSync(join(r.dir, 's.js')); commit(r, {}); } },
    { name: 'a name in quotes', make: (r) => { commit(r, { 'ü "x"\t.js': TOKEN }); } },
  ])('$name', ({ make }) => {
    const { status, findings } = history(repoWith(make));
    expect(status).toBe(1);
    expect(findings.length).toBeGreaterThan(0);
  }); // biome-ignore format: a table

  /** A tree that no commit has. */
  function treeOf(repo: Repo, files: Readonly<Record<string, string>>): string {
    for (const [path, content] of Object.entries(files)) repo.write(path, content);
    repo.git('add', '-A');
    const tree = repo.git('write-tree').trim();
    repo.git('reset', '-q', '--hard');
    return tree;
  }

  /** A tag of a tag, of which only the outer one has a name. */
  function nestTags(repo: Repo, target: string, message = 'inner'): void {
    repo.git('tag', '-a', '-m', message, 'inner', target);
    repo.git('-c', 'advice.nestedTag=false', 'tag', '-a', '-m', 'outer', 'outer', 'inner');
    repo.git('tag', '-d', 'inner');
  }

  test('a submodule is said to be a history of its own', () => {
    const repo = newRepo();
    const inner = newRepo({ dir: join(repo.dir, 'sub') });
    commit(inner, { 's.js': TOKEN });
    commit(repo, { 'a.js': '1\n' });
    commit(repo, { 'b.js': '1\n' });
    const { status, report } = history(repo);
    expect([status, report.scope.skipped]).toEqual([
      0,
      [{ path: 'sub', why: 'a submodule: its history is that of a repository of its own' }],
    ]);
  });

  test('a range only', () => {
    const repo = newRepo();
    commit(repo, { 'old.js': `t = '${TOKEN}'\n` });
    commit(repo, { 'new.js': `t = '${OTHER}'\n` });
    expect(history(repo, ['HEAD~1..HEAD']).findings.map((f) => f.path)).toEqual(['new.js']);
    expect(repo.run(['scan', '--history', 'nowhere..HEAD']).status).toBe(2);
  });

  test('no commit yet', () => {
    expect(history(newRepo({ initial: false })).status).toBe(0);
  });

  test('a bare repository', () => {
    const repo = newRepo();
    commit(repo, { 'a.js': TOKEN });
    const bare = newRepo({ initial: false });
    bare.git('config', 'core.bare', 'true');
    rmSync(join(bare.dir, '.git'), { recursive: true });
    bare.git('clone', '-q', '--bare', repo.dir, '.');
    expect(history(bare).findings.map((f) => f.path)).toEqual(['a.js']);
  });

  test('object names of SHA-256', () => {
    const repo = newRepo({ init: ['--object-format=sha256'] });
    const came = commit(repo, { 'a.js': TOKEN });
    expect(history(repo).findings).toMatchObject([{ path: 'a.js', commit: came }]);
  });

  test('a shallow clone says that it is one', () => {
    const repo = newRepo();
    commit(repo, { 'a.js': TOKEN });
    commit(repo, { 'a.js': 'clean\n' });
    const clone = newRepo({ initial: false });
    clone.git('fetch', '-q', '--depth', '1', `file://${repo.dir}`, 'main:copy');
    const { status, report } = history(clone);
    expect([status, report.scope.skipped.map((s) => s.path)]).toEqual([0, ['.git/shallow']]);
  });

  test('a blob that is missing: said, exit 2, the rest is scanned', () => {
    const repo = newRepo();
    commit(repo, { 'a.js': `t='${TOKEN}'\n`, 'lost.js': 'unique content\n' });
    const oid = repo.git('rev-parse', 'HEAD:lost.js').trim();
    rmSync(join(repo.dir, '.git/objects', oid.slice(0, 2), oid.slice(2)));
    const { status, findings, report } = history(repo);
    expect([status, findings.map((f) => f.path), report.failures.length]).toEqual([2, ['a.js'], 1]);
  });
});

describe('what cannot be read', () => {
  const packFile = (repo: Repo) => {
    const folder = join(repo.dir, '.git/objects/pack');
    return join(folder, readdirSync(folder).find((name) => name.endsWith('.pack'))!);
  };

  test('a broken object in a pack: said, exit 2, those around it are scanned', () => {
    const repo = newRepo();
    const files: Record<string, string> = {};
    for (let i = 0; i < 40; i++) files[`f${i}.js`] = `t${i} = '${githubToken(100 + i)}'; // ${'pad '.repeat(i)}\n`;
    commit(repo, files);
    repo.git('repack', '-a', '-d', '-q', '--depth=0', '--window=0');
    const oid = repo.git('rev-parse', 'HEAD:f20.js').trim();
    const list = repo.git('verify-pack', '-v', `${packFile(repo).slice(0, -5)}.idx`);
    const [, , , , packed = '', offset = ''] =
      /^(\w+) (\w+) +(\d+) (\d+) (\d+)$/m.exec(list.slice(list.indexOf(oid))) ?? [];
    const file = packFile(repo);
    const bytes = readFileSync(file);
    bytes.fill(0xff, Number(offset) + 6, Number(offset) + Number(packed));
    rmSync(file); // git writes packs read-only
    writeFileSync(file, bytes);
    const { status, findings, report } = history(repo);
    expect([status, findings.length]).toEqual([2, 39]);
    expect(report.failures.length).toBeGreaterThan(0);
  });
});

describe('the second run', () => {
  const cacheOf = (repo: Repo) => join(repo.dir, '.git/secretguard/history');

  test('reads only what is new, and finds the same', () => {
    const repo = newRepo();
    for (let i = 0; i < 20; i++) commit(repo, { [`f${i}.js`]: `${i}\n` });
    commit(repo, { 'a.js': `t = '${TOKEN}'\n` });
    const [first, second] = [history(repo), history(repo)];
    expect(second.findings).toEqual(first.findings);
    expect(second.report.scope.files).toBeLessThan(first.report.scope.files / 4);
    commit(repo, { 'b.js': `t = '${OTHER}'\n` });
    expect(history(repo).findings.map((f) => f.path)).toEqual(['a.js', 'b.js']);
  });

  test('the cache holds no value, is for the owner only, and survives being cut', () => {
    const repo = newRepo();
    repo.write('.env', `WORD=${'correct horse battery'}\n`);
    commit(repo, { 'a.js': `t = '${TOKEN}'\n`, 'b.js': '1\n' });
    const first = history(repo);
    const [name = ''] = readdirSync(cacheOf(repo)).filter((n) => n.startsWith('clean-'));
    const file = join(cacheOf(repo), name);
    expect([statSync(file).mode & 0o77, readFileSync(file).includes(TOKEN)]).toEqual([0, false]);
    truncateSync(file, statSync(file).size - 5);
    expect(history(repo).findings).toEqual(first.findings);
    expect(statSync(file).size % 16).toBe(0);
  });

  test('a folder that cannot be written costs nothing but time', () => {
    const repo = newRepo();
    commit(repo, { 'a.js': `t = '${TOKEN}'\n` });
    mkdirSync(join(repo.dir, '.git/secretguard'), { recursive: true });
    writeFileSync(cacheOf(repo), 'a file where the folder would be');
    const { status, findings, out } = history(repo);
    expect([status, findings.length]).toEqual([1, 1]);
    expect(out).toMatch(/could not be kept/);
  });

  test('moved to another kind of place, a content is judged anew', () => {
    const repo = newRepo();
    const text = "export const password = 'Zk3' + '9'; // nothing\n";
    commit(repo, { 'test/fixtures/a.js': text });
    history(repo);
    commit(repo, { 'src/a.js': text });
    expect(history(repo).report.scope.files).toBeGreaterThan(0);
  });
});

test('a table of ids grows without losing any', () => {
  const table = makeOidTable(20);
  const oid = (i: number) => i.toString(16).padStart(8, '0').repeat(5);
  for (let i = 0; i < 5_000; i++) expect(table.add(oid(i))).toBe(i);
  for (let i = 0; i < 5_000; i += 7)
    expect([table.find(oid(i)), table.add(oid(i)), table.hex(i)]).toEqual([i, i, oid(i)]);
  expect([table.find(oid(5_000)), table.find(''), table.size]).toEqual([-1, -1, 5_000]);
});
