import { placeOf } from '../../detect/place.ts';
import { toGitPath } from '../../git/quoted-path.ts';
import type { Finding, Skipped, Trouble } from '../../model.ts';
import type { CleanCache } from '../../sources/history-cache.ts';
import type { HistoryIndex } from '../../sources/history-index.ts';
import { type Shard, unseal } from './batch.ts';
import type { BlobJob, BlobResult } from './blobs.ts';
import { makeChains, shownPath } from './chains.ts';

/** An object to search; `blob` is its number in the index, which a message has none of. */
export type Job = BlobJob & { readonly blob?: number };

/** What is known of each blob and each message so far. */
export interface Ledger {
  readonly chains: ReturnType<typeof makeChains>;
  readonly messages: { readonly oid: string; readonly finding: Finding }[];
  readonly counts: { files: number; lines: number; bytes: number };
  readonly skipped: Skipped[];
  readonly failures: Trouble[];
  isOurs(oid: string): boolean;
  /** What is left to do for a blob at these paths; undefined where all is known. @param oid that of the blob, where it is at hand */
  jobFor(blob: number, paths: readonly number[], oid?: string): Job | undefined;
  messageJob(oid: string): Job | undefined;
  /** @param counted whether the jobs are part of what the report says was scanned */
  take(result: BlobResult, jobs: readonly Job[], counted: boolean): void;
  /** An object that the repository is known to lack. */
  lacks(oid: string, path: string): void;
}

const MISSING = 'its content is not in the repository (git could not read it)';

/** @param found is told of each finding, as soon as it is known */
export function makeLedger(
  index: HistoryIndex,
  cache: CleanCache | undefined,
  shard: Shard | undefined,
  found: (finding: Finding) => unknown = () => undefined,
): Ledger {
  const chains = makeChains();
  const known = makeKnown(index, chains);
  const ledger: Totals = { messages: [], counts: { files: 0, lines: 0, bytes: 0 }, skipped: [], failures: [] };
  const lacks = (oid: string, path: string) =>
    void ledger.failures.push({ path, message: `${MISSING}: ${oid.slice(0, 12)}` });

  return {
    ...ledger,
    chains,
    lacks,
    isOurs: (oid) => isOurs(oid, shard),
    jobFor(blob, paths, oid = index.blobs.hex(blob)) {
      const open = paths.filter((path) => cache?.has(oid, known.kindOf(path)) !== true && known.isNew(blob, path));
      return open.length === 0 ? undefined : { oid, places: known.placesOf(open), blob };
    },
    messageJob: (oid) => (cache?.has(oid, MESSAGE) === true ? undefined : messageJob(oid, shard)),
    take(result, jobs, counted) {
      const nameOf = (oid: string) => jobs.find((job) => job.oid === oid)?.places[0] ?? oid;
      if (counted) count(ledger, result, nameOf);
      for (const oid of result.missing) lacks(oid, nameOf(oid));
      ledger.failures.push(...result.failures);
      const sealed = result.found.length === 0 ? undefined : byPlace(result.found);
      const isSure = sureOf(result);
      for (const job of jobs)
        for (const place of job.places) {
          const kind = job.blob === undefined ? MESSAGE : kindOf(place);
          const found = sealed?.get(`${job.oid} ${place}`);
          if (found !== undefined) note(job, place, kind, found);
          else if (isSure(job.oid)) cache?.add(job.oid, kind);
        }
    },
  };

  function note(job: Job, place: string, kind: string, sealed: BlobResult['found']): void {
    const findings = sealed.map((one) => unseal(one.finding));
    for (const finding of findings) found(finding);
    if (job.blob !== undefined) known.take(job.blob, kind, findings);
    else for (const finding of findings) ledger.messages.push({ oid: job.oid, finding: { ...finding, path: place } });
  }
}

function isOurs(oid: string, shard: Shard | undefined): boolean {
  return shard === undefined || Number.parseInt(oid.slice(0, 8), 16) % shard.count === shard.index;
}

/** Undefined where it is for another shard. */
export function messageJob(oid: string, shard: Shard | undefined): Job | undefined {
  return isOurs(oid, shard) ? { oid, places: [`message of ${oid.slice(0, 12)}`], isMessage: true } : undefined;
}

type Totals = Pick<Ledger, 'messages' | 'counts' | 'skipped' | 'failures'>;

/** The kind of place that messages are. */
const MESSAGE = 'message';

/** Adds what the report says of a part of the work. @param nameOf the first place of an object */
function count({ counts, skipped }: Totals, result: BlobResult, nameOf: (oid: string) => string): void {
  counts.files += result.files;
  counts.lines += result.lines;
  counts.bytes += result.bytes;
  for (const { oid, why } of result.skipped)
    skipped.push({ path: nameOf(oid), why: `${why}; object ${oid.slice(0, 12)}` });
}

/** Whether nothing found in an object means that nothing is in it. */
function sureOf({ missing, skipped, failures }: BlobResult): (oid: string) => boolean {
  const uncertain = new Set([...missing, ...skipped.map(({ oid }) => oid)]);
  return (oid) => failures.length === 0 && !uncertain.has(oid);
}

/** Of a blob at places of one kind. */
interface Entry {
  readonly paths: number[];
  findings?: readonly Finding[];
}

/** What blobs hold, by the kind of place: a blob is searched once for each, and what it holds goes to all paths of that kind. */
function makeKnown(index: HistoryIndex, chains: Pick<Ledger['chains'], 'add'>) {
  const kinds = kindsOfPaths(index);
  // most blobs have been at one path: an entry each would take longer to make than all else that is done about them here
  const firstPath = new Int32Array(index.blobs.size).fill(-1);
  const seen = new Map<number, Entry>();
  const keyOf = (blob: number, kind: number) => blob * MOST_NUMBERS + kind;
  const entryOf = (blob: number, kind: number): Entry | undefined => {
    const entry = seen.get(keyOf(blob, kind));
    const path = firstPath[blob] ?? -1;
    if (entry !== undefined || path < 0 || kinds.numberOf(path) !== kind) return entry;
    const first: Entry = { paths: [path] };
    seen.set(keyOf(blob, kind), first);
    return first;
  };
  const spread = (blob: number, path: number, findings: readonly Finding[]) => {
    const { path: shown, encoding } = toGitPath(index.paths[path]!);
    for (const finding of findings)
      chains.add(path, blob, {
        ...finding,
        path: shown,
        ...(encoding === undefined ? {} : { pathEncoding: encoding }),
      });
  };
  return {
    kindOf: kinds.of,
    placesOf: kinds.placesOf,
    /** Whether a blob is still to be searched for a path; the path counts from now on. */
    isNew(blob: number, path: number): boolean {
      if (firstPath[blob] === -1) {
        firstPath[blob] = path;
        return true;
      }
      const kind = kinds.numberOf(path);
      const entry = entryOf(blob, kind);
      if (entry === undefined) seen.set(keyOf(blob, kind), { paths: [path] });
      else if (!entry.paths.includes(path)) {
        entry.paths.push(path);
        spread(blob, path, entry.findings ?? []);
      }
      return entry === undefined;
    },
    take(blob: number, kind: string, findings: readonly Finding[]): void {
      const entry = entryOf(blob, kinds.numbered(kind));
      if (entry === undefined) return;
      entry.findings = findings;
      for (const path of entry.paths) spread(blob, path, findings);
    },
  };
}

function byPlace(found: BlobResult['found']): ReadonlyMap<string, BlobResult['found']> {
  const lists = new Map<string, BlobResult['found']>();
  for (const one of found) lists.set(`${one.oid} ${one.place}`, [...(lists.get(`${one.oid} ${one.place}`) ?? []), one]);
  return lists;
}

/** What a path says about a content, as a text: where it is the same, a content is judged the same. */
function kindOf(path: string): string {
  let kind = kindsByPath.get(path);
  if (kind === undefined) {
    kind = Object.values(placeOf(path)).join();
    if (kindsByPath.size > MOST_KINDS) kindsByPath.clear();
    kindsByPath.set(path, kind);
  }
  return kind;
}

const MOST_KINDS = 10_000;
const kindsByPath = new Map<string, string>();

/** Kinds of place that there may be; blobs are numbered below 2³¹. */
const MOST_NUMBERS = 1 << 22;

function kindsOfPaths(index: HistoryIndex) {
  const kinds: string[] = [];
  const places: (readonly string[])[] = [];
  const numbers = new Map<string, number>();
  const of = (path: number): string => {
    kinds[path] ??= kindOf(shownPath(index, path));
    return kinds[path]!;
  };
  const numbered = (kind: string): number => {
    const known = numbers.get(kind);
    if (known === undefined) numbers.set(kind, numbers.size);
    return known ?? numbers.size - 1;
  };
  return {
    of,
    numbered,
    numberOf: (path: number) => numbered(of(path)),
    /** As people read them; of one path always the same array. */
    placesOf(paths: readonly number[]): readonly string[] {
      const [path] = paths;
      if (path === undefined || paths.length > 1) return paths.map((one) => shownPath(index, one));
      places[path] ??= [shownPath(index, path)];
      return places[path]!;
    },
  };
}
