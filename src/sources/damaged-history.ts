import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { quote, toGitPath } from '../git/quoted-path.ts';
import { type GitOptions, lineOf, runGit } from '../git/run-git.ts';
import { type Entry, FOLDER, openWholeStore, type WholeStore } from '../git/whole-store.ts';
import type { Trouble } from '../model.ts';
import { ok, type Result } from '../result.ts';

/** A history in which something is missing. */
export interface DamagedHistory {
  /** What `git log --raw` would print of it, merges included, parents first. */
  readonly log: AsyncIterable<Buffer>;
  /** What could not be read; complete once the log is at its end. */
  readonly lost: readonly Trouble[];
}

/** Git ends at the first commit or tree that it cannot read; this goes on, and tells of each. Slower, and takes more memory. */
export async function readDamaged(
  revisions: readonly string[],
  git: GitOptions,
  width: number,
): Promise<Result<DamagedHistory>> {
  const ends = endsOf(revisions, git);
  if (!ends.ok) return ends;
  const opened = await openWholeStore(width, git);
  if (!opened.ok) return opened;
  const store = opened.value;
  const lost: Trouble[] = [];
  const cut = shallowOnes(git);
  const from = ends.value.from.filter((oid) => !isContent(peeled(oid, store), store, git));
  const parentsOf = (commit: string) => (cut.has(commit) ? [] : (store.wordsOf(commit)?.parents ?? []));
  const before = new Set(reached(ends.value.without, parentsOf, store));
  const commits: string[] = [];
  for (const oid of reached(from, parentsOf, store, before)) {
    if (store.wordsOf(oid)?.tree !== undefined) commits.push(oid);
    else
      lost.push({
        path: oid,
        message: 'a commit is missing or broken: what it changed, and all before it, is not checked',
      });
  }
  await store.loadTrees([...commits, ...commits.flatMap(parentsOf)].flatMap((oid) => store.wordsOf(oid)?.tree ?? []));
  return ok({ lost, log: logOf(commits, parentsOf, store, lost, width) });
}

/** Where to begin, and where what is not wanted begins. */
function endsOf(revisions: readonly string[], git: GitOptions): Result<{ from: string[]; without: string[] }> {
  const named = runGit(['rev-parse', '--revs-only', ...revisions], git);
  if (!named.ok) return named;
  const oids = lineOf(named.value).split('\n').filter(Boolean);
  if (revisions.includes('--all')) {
    const head = runGit(['rev-parse', '-q', '--verify', 'HEAD'], { ...git, accept: [1, 128] });
    if (head.ok && head.value.status === 0) oids.push(lineOf(head.value));
    const trees = runGit(['worktree', 'list', '--porcelain'], git);
    if (!trees.ok) return trees;
    // all zeros where there is no commit yet
    for (const [, oid] of trees.value.stdout.toString('latin1').matchAll(/^HEAD ([0-9a-f]*[1-9a-f][0-9a-f]*)$/gm))
      oids.push(oid!);
  }
  return ok({
    from: oids.filter((oid) => !oid.startsWith('^')),
    without: oids.filter((oid) => oid.startsWith('^')).map((oid) => oid.slice(1)),
  });
}

/** Commits whose parents a shallow clone has left out. */
function shallowOnes(git: GitOptions): ReadonlySet<string> {
  const asked = runGit(['rev-parse', '--git-path', 'shallow'], git);
  const file = asked.ok ? resolve(git.cwd, lineOf(asked.value)) : '';
  return new Set(existsSync(file) ? readFileSync(file, 'latin1').split('\n') : []);
}

/** Whether a ref or a tag names a blob or a tree; others search those. */
function isContent(oid: string, store: WholeStore, git: GitOptions): boolean {
  if (store.wordsOf(oid) !== undefined) return false;
  const asked = runGit(['cat-file', '-t', oid], { ...git, accept: [1, 128] });
  return asked.ok && (lineOf(asked.value) === 'blob' || lineOf(asked.value) === 'tree');
}

/** Commits that lead from `ends`, parents first, those that are missing included. */
function* reached(
  ends: readonly string[],
  parentsOf: (commit: string) => readonly string[],
  store: WholeStore,
  without: ReadonlySet<string> = new Set(),
): Generator<string> {
  const seen = new Set(without);
  for (const end of ends) {
    const stack = [{ oid: peeled(end, store), next: 0 }];
    while (stack.length > 0) {
      const { oid, next } = stack.at(-1)!;
      const parents = parentsOf(oid);
      if (next === 0 && seen.has(oid)) stack.pop();
      else if (next < parents.length) {
        seen.add(oid);
        stack.at(-1)!.next++;
        stack.push({ oid: parents[next]!, next: 0 });
      } else {
        stack.pop();
        seen.add(oid);
        yield oid;
      }
    }
  }
}

function peeled(oid: string, store: WholeStore): string {
  let at = oid;
  for (let target = store.wordsOf(at)?.target; target !== undefined; target = store.wordsOf(at)?.target) at = target;
  return at;
}

/** Compares the folders of commits with those of their parents. */
interface Comparison {
  readonly store: WholeStore;
  readonly nothing: Entry;
  /** Is told of a folder that cannot be read. */
  lacks(tree: string, path: string): void;
}

async function* logOf(
  commits: readonly string[],
  parentsOf: (commit: string) => readonly string[],
  store: WholeStore,
  lost: Trouble[],
  width: number,
): AsyncGenerator<Buffer> {
  const nothing: Entry = { mode: '000000', oid: '0'.repeat(2 * width) };
  const told = new Set<string>();
  for (const commit of commits) {
    const lacks = (tree: string, path: string) => {
      if (told.has(tree)) return;
      told.add(tree);
      const where = path === '' ? 'the top folder' : 'a folder';
      const message = `${where}, as it was in ${commit.slice(0, 12)}, is missing or broken: what stood there is not checked`;
      lost.push({ path: path === '' ? commit : toGitPath(path).path, message });
    };
    const parents = parentsOf(commit).map((parent) => topOf(parent, store));
    const olds = parents.length === 0 ? [undefined] : parents;
    const lines = folderLines('', topOf(commit, store), olds, { store, nothing, lacks });
    yield Buffer.from(`${[commit, ...lines].join('\n')}\n`, 'latin1');
  }
}

function topOf(commit: string, store: WholeStore): Entry | undefined {
  const oid = store.wordsOf(commit)?.tree;
  return oid === undefined ? undefined : { mode: FOLDER, oid };
}

type Sides = readonly (Entry | undefined)[];

/** What differs below a folder from what all of the parents have; nothing of one that is not to be had. */
function* folderLines(path: string, now: Entry | undefined, olds: Sides, by: Comparison): Generator<string> {
  if (!differs(now, olds)) return;
  const entries = entriesOf(now, by.store);
  if (entries === undefined) return by.lacks(now!.oid, path);
  const before = olds.map((old) => entriesOf(old, by.store) ?? new Map<string, Entry>());
  for (const name of new Set([entries, ...before].flatMap((side) => [...side.keys()]))) {
    const inner = path === '' ? name : `${path}/${name}`;
    const [entry, others] = [entries.get(name), before.map((old) => old.get(name))];
    const [file, files] = [asFile(entry), others.map(asFile)];
    if (differs(file, files))
      yield lineFor(
        inner,
        file ?? by.nothing,
        files.map((old) => old ?? by.nothing),
      );
    yield* folderLines(inner, asFolder(entry), others.map(asFolder), by);
  }
}

/** Of no folder, none. */
function entriesOf(folder: Entry | undefined, store: WholeStore): ReadonlyMap<string, Entry> | undefined {
  return folder === undefined ? new Map() : store.entriesOf(folder.oid);
}

function asFile(entry: Entry | undefined): Entry | undefined {
  return entry?.mode === FOLDER ? undefined : entry;
}

function asFolder(entry: Entry | undefined): Entry | undefined {
  return entry?.mode === FOLDER ? entry : undefined;
}

/** Whether it is none of what the parents have. */
function differs(now: Entry | undefined, olds: Sides): boolean {
  return olds.every((old) => old?.oid !== now?.oid || old?.mode !== now?.mode);
}

function lineFor(path: string, now: Entry, olds: readonly Entry[]): string {
  const all = [...olds, now];
  return `${':'.repeat(olds.length)}${all.map((e) => e.mode).join(' ')} ${all.map((e) => e.oid).join(' ')} M\t${quote(path)}`;
}
