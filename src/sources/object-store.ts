import { listedObjects } from '../git/cat-file.ts';
import { recordsOf, streamGit } from '../git/git-stream.ts';
import type { GitOptions } from '../git/run-git.ts';
import { fail, ok, type Result } from '../result.ts';

/** Every object that git has, reachable or not, but trees. */
export interface ObjectStore {
  readonly blobs: readonly string[];
  readonly commits: readonly string[];
  readonly tags: readonly string[];
  /** What git lists and cannot read. */
  readonly broken: readonly string[];
}

export async function listObjects(git: GitOptions): Promise<Result<ObjectStore>> {
  const store = { blob: [] as string[], commit: [] as string[], tag: [] as string[], broken: [] as string[] };
  const list = listedObjects(git, true);
  let next = await list.next();
  for (; next.done !== true; next = await list.next()) {
    const [type, oid] = next.value;
    if (oid === 'missing') store.broken.push(type);
    if (type === 'blob' || type === 'commit' || type === 'tag') store[type].push(oid);
  }
  const done = next.value;
  return done.ok ? ok({ blobs: store.blob, commits: store.commit, tags: store.tag, broken: store.broken }) : done;
}

/** Commits with their parents, parents first. */
export type CommitGraph = ReadonlyMap<string, readonly string[]>;

export async function commitGraph(commits: readonly string[], git: GitOptions): Promise<Result<CommitGraph>> {
  const graph = new Map<string, readonly string[]>();
  const list = streamGit(['rev-list', '--topo-order', '--reverse', '--parents', '--stdin'], {
    ...git,
    input: commits.map((oid) => `${oid}\n`).join(''),
  });
  for await (const lines of recordsOf(list.stdout, '\n'))
    for (const line of lines) {
      const [commit, ...parents] = line.split(' ');
      if (commit !== undefined && commit !== '') graph.set(commit, parents);
    }
  const done = await list.done;
  if (!done.ok) return done;
  return graph.size < commits.length ? fail('git-failed', 'git rev-list left commits out') : ok(graph);
}

/** Commits that are no other's parent: they lead to all the others. */
export function tipsOf(graph: CommitGraph): string[] {
  const parents = new Set([...graph.values()].flat());
  return [...graph.keys()].filter((commit) => !parents.has(commit));
}

/** `origins` and every commit that has one of them behind it. */
export function descendantsOf(origins: ReadonlySet<string>, graph: CommitGraph): Set<string> {
  const found = new Set<string>();
  for (const [commit, parents] of graph)
    if (origins.has(commit) || parents.some((parent) => found.has(parent))) found.add(commit);
  return found;
}

/**
 * Which of `objects` git would keep: those that a ref, a reflog or an index of any work tree leads to.
 *
 * @param from arguments of `git rev-list` that say where to start
 */
export async function reachedOf(
  objects: ReadonlySet<string>,
  from: readonly string[],
  git: GitOptions,
): Promise<Result<Set<string>>> {
  const found = new Set<string>();
  const list = streamGit(['rev-list', '--objects', '--no-object-names', ...from], { ...git, input: '' });
  for await (const lines of recordsOf(list.stdout, '\n')) for (const oid of lines) if (objects.has(oid)) found.add(oid);
  const done = await list.done;
  return done.ok ? ok(found) : done;
}
