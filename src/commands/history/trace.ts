import { readObjectStream } from '../../git/cat-file.ts';
import { type GitOptions, runGit } from '../../git/run-git.ts';
import { type Failure, fail, ok, type Result } from '../../result.ts';
import { indexHistory } from '../../sources/history-index.ts';
import { filesWith, gitPlaces, type Holder, headsTo, indexesWith, reflogsTo, refsTo } from '../../sources/holders.ts';
import { descendantsOf, reachedOf, tipsOf } from '../../sources/object-store.ts';
import type { Store } from './find.ts';

/** What still leads to a value. */
export interface Trace {
  readonly holders: readonly Holder[];
  /** Objects that hold it, of any kind. */
  readonly objects: number;
  /** What could not be looked at: the answer is not whole then. */
  readonly failures: readonly string[];
}

/** Larger objects are told of, not read. */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * Looks for the spellings in every object, every file of every work tree and git's own files, and says what leads there.
 *
 * @param known objects that are known to hold it, in a form that no spelling has
 */
export async function trace(
  spellings: readonly Buffer[],
  known: ReadonlySet<string>,
  store: Store,
): Promise<Result<Trace>> {
  const places = gitPlaces(store.git);
  if (!places.ok) return places;
  const failures = store.objects.broken.map((oid) => `object ${oid.slice(0, 12)} could not be read`);
  const holds = (bytes: Uint8Array) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return spellings.some((spelling) => text.includes(spelling));
  };
  const bad = await objectsWith(holds, store, failures);
  if (!bad.ok) return bad;
  for (const oid of allOf(store)) if (known.has(oid)) bad.value.add(oid);
  const reaching = await reachingTo(bad.value, store);
  if (!reaching.ok) return reaching;
  const holders: Holder[] = [];
  const unread: Failure[] = [];
  const parts = [
    refsTo(reaching.value, places.value),
    headsTo(reaching.value, places.value),
    reflogsTo(reaching.value, places.value),
    indexesWith(bad.value, places.value),
    filesWith(holds, places.value, unread),
  ];
  for (const part of parts) {
    if (!part.ok) return part;
    holders.push(...part.value);
  }
  const left = await unreachableOf(bad.value, store.git);
  if (!left.ok) return left;
  if (left.value > 0) holders.push({ kind: 'unreachable', name: 'objects that nothing leads to', count: left.value });
  failures.push(...unread.map(({ path, message }) => (path === undefined ? message : `${path}: ${message}`)));
  return ok({ holders, objects: bad.value.size, failures });
}

async function objectsWith(
  holds: (bytes: Uint8Array) => boolean,
  store: Store,
  failures: string[],
): Promise<Result<Set<string>>> {
  const found = new Set<string>();
  const all = allOf(store);
  const stream = readObjectStream(all, MAX_BYTES, store.git);
  let read = 0;
  let next = await stream.next();
  for (; next.done !== true; next = await stream.next()) {
    const { oid, bytes, size } = next.value;
    read++;
    if (bytes === undefined) failures.push(`object ${oid.slice(0, 12)} could not be read whole (${size} bytes)`);
    else if (holds(bytes)) found.add(oid);
  }
  if (!next.value.ok) return next.value;
  return read < all.length ? fail('git-failed', 'git did not give all objects') : ok(found);
}

function allOf({ objects: { blobs, commits, tags } }: Store): string[] {
  return [...blobs, ...commits, ...tags];
}

/** The objects themselves, and every commit that has one of them in its history. */
async function reachingTo(bad: ReadonlySet<string>, { graph, git }: Store): Promise<Result<Set<string>>> {
  const origins = new Set([...bad].filter((oid) => graph.has(oid)));
  const tips = tipsOf(graph);
  if (bad.size > 0 && tips.length > 0) {
    const indexed = await indexHistory(tips, git);
    if (!indexed.ok) return indexed;
    const { changes, blobs, commits } = indexed.value;
    const numbers = new Set([...bad].map((oid) => blobs.find(oid)).filter((blob) => blob >= 0));
    for (let i = 0; i < changes.length; i++)
      if (numbers.has(changes.blob(i))) origins.add(commits.hex(changes.commit(i)));
  }
  return ok(new Set([...bad, ...descendantsOf(origins, graph)]));
}

async function unreachableOf(bad: ReadonlySet<string>, git: GitOptions): Promise<Result<number>> {
  if (bad.size === 0) return ok(0);
  const head = runGit(['rev-parse', '-q', '--verify', 'HEAD'], { ...git, accept: [1] });
  if (!head.ok) return head;
  const from = ['--all', '--reflog', '--indexed-objects', ...(head.value.status === 0 ? ['HEAD'] : [])];
  const reached = await reachedOf(bad, from, git);
  if (!reached.ok) return reached;
  return ok([...bad].filter((oid) => !reached.value.has(oid)).length);
}
