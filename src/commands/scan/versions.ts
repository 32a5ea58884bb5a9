import { layoutOf } from '../../git/layout.ts';
import { toGitPath } from '../../git/quoted-path.ts';
import type { Finding, Trouble } from '../../model.ts';
import { ok, type Result } from '../../result.ts';
import { missingIn, type TagObject, type TagsAndBlobs, tagObjects } from '../../sources/history.ts';
import type { CleanCache } from '../../sources/history-cache.ts';
import { type HistoryIndex, indexHistory, type Reading } from '../../sources/history-index.ts';
import type { OidTable } from '../../sources/history-table.ts';
import { type AheadThread, canLookAhead, startAheadThread } from './ahead-start.ts';
import { type Ahead, useAhead } from './ahead-thread.ts';
import type { BlobSetup } from './blobs.ts';
import { type Chain, rowsByPath, shownPath } from './chains.ts';
import { giveEarly } from './early-messages.ts';
import { isLongHistory } from './is-long-history.ts';
import { type Job, type Ledger, makeLedger, messageJob } from './ledger.ts';
import type { Progress } from './progress.ts';
import { searchJobs } from './search-jobs.ts';

export interface VersionsPlan {
  readonly setup: BlobSetup;
  /** What `indexHistory` says of the revisions, where it has begun. */
  readonly index?: { readonly done: Promise<Result<HistoryIndex>>; readonly reading: Reading };
  /** One that was started because there is much to do. */
  readonly thread?: AheadThread;
  readonly threads: number;
  /** How long this thread searches alone, in milliseconds. */
  readonly aloneMs?: number | undefined;
  /** Arguments of `git rev-list`. */
  readonly revisions: readonly string[];
  /** Tags as well, not only commits. */
  readonly tags: boolean;
  readonly cache: CleanCache | undefined;
  readonly progress: Progress;
  /** Is told of each finding, as soon as it is known. */
  readonly found?: (finding: Finding) => unknown;
  isIgnored(path: string): boolean;
}

/** Findings in versions of files, and in messages. */
export interface Versions {
  readonly index: HistoryIndex;
  readonly chains: readonly Chain[];
  /** Rows of the index for each path that a chain is about. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
  /** What was counted, skipped and missed; findings in messages. */
  readonly ledger: Ledger;
  readonly tags: readonly TagObject[];
  /** Chains with what was found since. */
  allChains(): readonly Chain[];
  /** Searches blobs that were left out so far, under a path. */
  searchMore(wanted: readonly { readonly blob: number; readonly path: number }[]): Promise<void>;
}

/** Goes through the history and searches each content once for each kind of place that it has been at. */
export async function searchVersions(asked: VersionsPlan): Promise<Result<Versions>> {
  const ahead = isLong(asked) ? useAhead<Job>(asked.thread ?? startAheadThread(), asked.setup) : undefined;
  try {
    return await search(asked, ahead);
  } finally {
    ahead?.close();
  }
}

function isLong({ threads, tags, cache, setup: { layout } }: VersionsPlan): boolean {
  if (threads === 1 || !tags || layout === undefined || (cache?.size ?? 0) > 0 || !canLookAhead()) return false;
  return isLongHistory(layout.objects);
}

const NO_TAGS: TagsAndBlobs = { tags: [], blobs: [] };

async function search(asked: VersionsPlan, ahead: Ahead<Job> | undefined): Promise<Result<Versions>> {
  const { git } = asked.setup;
  const layout = asked.setup.layout === undefined ? layoutOf(git) : ok(asked.setup.layout);
  if (!layout.ok) return layout;
  const plan = { ...asked, setup: { ...asked.setup, layout: layout.value } };
  const reading: Reading = plan.index?.reading ?? {};
  const early = ahead && giveEarly(reading, ahead, (oid) => messageJob(oid, plan.setup.shard));
  const troubles: Trouble[] = [];
  const orNothing = <T>(said: Result<T>, nothing: T, what: string): T => {
    if (!said.ok) troubles.push({ path: '.git', message: `${said.error.message}: ${what}` });
    return said.ok ? said.value : nothing;
  };
  const missing = orNothing(
    missingIn(plan.revisions, git),
    new Set<string>(),
    'what is only at the remote is not known',
  );
  const tags = plan.tags
    ? orNothing(tagObjects(git), NO_TAGS, 'messages of tags, and what refs name besides commits, are not checked')
    : NO_TAGS;
  const indexed = await (plan.index?.done ?? indexHistory(plan.revisions, git, layout, reading));
  if (!indexed.ok) return indexed;
  const index = indexed.value;
  const ledger = makeLedger(index, plan.cache, plan.setup.shard, plan.found);
  if (layout.value.isShallow)
    ledger.skipped.push({ path: '.git/shallow', why: 'a shallow clone: older commits are not here' });
  ledger.failures.push(...troubles, ...index.lost);
  for (const path of index.submodules)
    ledger.skipped.push({
      path: toGitPath(index.paths[path]!).path,
      why: 'a submodule: its history is that of a repository of its own',
    });
  const places = placesOfBlobs(index, plan.isIgnored);
  for (const { oid, name } of tags.blobs) places.add(index.blobs.add(oid), namedPath(index, name));
  for (const oid of missing) tellMissing(oid, index, places, ledger);
  const commits = early?.rest(index.commits) ?? allOf(index.commits);
  const messages = messageJobs(
    both(
      commits,
      tags.tags.map(({ oid }) => oid),
    ),
    ledger,
  );
  plan.progress.expect(early?.count ?? 0);
  const blobs = blobJobs(inPathOrder(index, places), places, index, ledger, missing);
  // jobs are made as they are needed; what is known from an earlier run is among these
  plan.progress.guess(Math.ceil((index.blobs.size + index.commits.size) / (plan.setup.shard?.count ?? 1)));
  await searchJobs({ ...plan, ahead }, both(blobs, messages), ledger, true);
  await searchJobs(plan, chainJobs(index, ledger, missing), ledger, false);
  plan.cache?.flush();
  const chains = ledger.chains.all();
  return ok({
    index,
    ledger,
    tags: tags.tags,
    chains,
    rows: rowsByPath(index, new Set(chains.map((c) => c.path))),
    allChains: () => ledger.chains.all(),
    searchMore: (wanted) =>
      searchJobs(
        plan,
        wanted.flatMap(({ blob, path }) => ledger.jobFor(blob, [path]) ?? []),
        ledger,
        false,
      ),
  });
}

function* both<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

function tellMissing(oid: string, index: HistoryIndex, places: BlobPlaces, ledger: Ledger): void {
  const blob = index.blobs.find(oid);
  if (blob < 0) ledger.lacks(oid, oid);
  else if (places.of(blob).length > 0) ledger.lacks(oid, shownPath(index, places.of(blob)[0]!));
}

/** Paths of each blob. */
interface BlobPlaces {
  of(blob: number): readonly number[];
  firstOf(blob: number): number | undefined;
  add(blob: number, path: number): void;
}

function placesOfBlobs({ changes, paths }: HistoryIndex, isIgnored: (path: string) => boolean): BlobPlaces {
  const more = new Map<number, number[]>();
  const ignored = new Uint8Array(paths.length);
  paths.forEach((raw, i) => {
    ignored[i] = isIgnored(toGitPath(raw).path) ? 1 : 0;
  });
  let first = new Int32Array(1024).fill(-1);
  const add = (blob: number, path: number) => {
    if (blob >= first.length) {
      const before = first;
      first = new Int32Array(Math.max(blob + 1, before.length * 2)).fill(-1);
      first.set(before);
    }
    if (first[blob] === path) return;
    if (first[blob]! < 0) first[blob] = path;
    else {
      const others = more.get(blob);
      if (others === undefined) more.set(blob, [path]);
      else if (!others.includes(path)) others.push(path);
    }
  };
  for (let i = 0; i < changes.length; i++) {
    const [blob, path] = [changes.blob(i), changes.path(i)];
    if (blob >= 0 && ignored[path] === 0) add(blob, path);
  }
  const firstOf = (blob: number) => ((first[blob] ?? -1) < 0 ? undefined : first[blob]);
  const of = (blob: number): readonly number[] => {
    const [path, others] = [firstOf(blob), more.get(blob)];
    return path === undefined ? [] : others === undefined ? [path] : [path, ...others];
  };
  return { add, of, firstOf };
}

function namedPath({ paths }: HistoryIndex, name: string): number {
  return (paths as string[]).push(name) - 1;
}

function* allOf(commits: OidTable): Generator<string> {
  for (let i = 0; i < commits.size; i++) yield commits.hex(i);
}

/** Blobs by path, versions of one in the order of the history: neighbours differ little, for git and for the search. */
function inPathOrder({ blobs, paths }: HistoryIndex, places: BlobPlaces): Int32Array {
  const starts = new Int32Array(paths.length + 2);
  const pathOf = (blob: number) => places.firstOf(blob) ?? paths.length;
  for (let blob = 0; blob < blobs.size; blob++) starts[pathOf(blob) + 1]!++;
  for (let path = 0; path <= paths.length; path++) starts[path + 1]! += starts[path]!;
  const order = new Int32Array(blobs.size);
  for (let blob = 0; blob < blobs.size; blob++) order[starts[pathOf(blob)]!++] = blob;
  return order;
}

function* blobJobs(
  order: Int32Array,
  places: BlobPlaces,
  index: HistoryIndex,
  ledger: Ledger,
  missing: ReadonlySet<string>,
): Generator<Job> {
  for (const blob of order) {
    const oid = index.blobs.hex(blob);
    if (missing.has(oid) || !ledger.isOurs(oid)) continue;
    const job = ledger.jobFor(blob, places.of(blob), oid);
    if (job !== undefined) yield job;
  }
}

function* messageJobs(oids: Iterable<string>, ledger: Ledger): Generator<Job> {
  for (const oid of oids) {
    const job = ledger.messageJob(oid);
    if (job !== undefined) yield job;
  }
}

/** Where something was found, every version of that file must be known, whatever shard or range it is in. */
function chainJobs({ changes, blobs }: HistoryIndex, ledger: Ledger, missing: ReadonlySet<string>): Job[] {
  const paths = new Set(ledger.chains.all().map((c) => c.path));
  const wanted = new Map<number, Set<number>>();
  for (let i = 0; i < changes.length; i++) {
    const path = changes.path(i);
    if (!paths.has(path)) continue;
    for (const blob of [changes.blob(i), changes.old(i)]) {
      if (blob < 0 || missing.has(blobs.hex(blob))) continue;
      const list = wanted.get(blob);
      if (list === undefined) wanted.set(blob, new Set([path]));
      else list.add(path);
    }
  }
  return [...wanted].flatMap(([blob, list]) => ledger.jobFor(blob, [...list]) ?? []);
}
