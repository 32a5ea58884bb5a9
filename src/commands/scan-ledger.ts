import { placeOf } from '../detect/place.ts';
import { toGitPath } from '../git/quoted-path.ts';
import type { Finding, Skipped } from '../model.ts';
import type { HistoryIndex } from '../sources/history.ts';
import type { CleanCache } from '../sources/history-cache.ts';
import type { Trouble } from './examine.ts';
import { type Shard, unseal } from './scan-batch.ts';
import type { BlobJob, BlobResult } from './scan-blobs.ts';
import { makeChains, shownPath } from './scan-chains.ts';

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
  /** What is left to do for a blob at these paths; undefined where all is known. */
  jobFor(blob: number, paths: readonly number[]): Job | undefined;
  messageJob(oid: string): Job | undefined;
  /** @param counted whether the jobs are part of what the report says was scanned */
  take(result: BlobResult, jobs: readonly Job[], counted: boolean): void;
  /** An object that the repository is known to lack. */
  lacks(oid: string, path: string): void;
}

const MISSING = 'its content is not in the repository (git could not read it)';

export function makeLedger(index: HistoryIndex, cache: CleanCache | undefined, shard: Shard | undefined): Ledger {
  const chains = makeChains();
  const ledger: Pick<Ledger, 'messages' | 'counts' | 'skipped' | 'failures'> = {
    messages: [],
    counts: { files: 0, lines: 0, bytes: 0 },
    skipped: [],
    failures: [],
  };
  const kinds = kindsOfPaths(index);
  /** By blob and kind of place: its paths so far, and once it was searched, what it holds. */
  const seen = new Map<string, { readonly paths: number[]; findings?: Finding[] }>();

  const spread = (blob: number, path: number, findings: readonly Finding[]) => {
    const { path: shown, encoding } = toGitPath(index.paths[path]!);
    for (const finding of findings)
      chains.add(path, blob, {
        ...finding,
        path: shown,
        ...(encoding === undefined ? {} : { pathEncoding: encoding }),
      });
  };
  const lacks = (oid: string, path: string) =>
    void ledger.failures.push({ path, message: `${MISSING}: ${oid.slice(0, 12)}` });

  return {
    ...ledger,
    chains,
    lacks,
    isOurs: (oid) => shard === undefined || Number.parseInt(oid.slice(0, 8), 16) % shard.count === shard.index,
    jobFor(blob, paths) {
      const oid = index.blobs.hex(blob);
      const places: string[] = [];
      for (const path of paths) {
        const kind = kinds.of(path);
        if (cache?.has(oid, kind) === true) continue;
        const entry = seen.get(`${blob} ${kind}`);
        if (entry === undefined) {
          seen.set(`${blob} ${kind}`, { paths: [path] });
          places.push(shownPath(index, path));
        } else if (!entry.paths.includes(path)) {
          entry.paths.push(path);
          spread(blob, path, entry.findings ?? []);
        }
      }
      return places.length === 0 ? undefined : { oid, places, blob };
    },
    messageJob: (oid) =>
      cache?.has(oid, 'message') === true
        ? undefined
        : { oid, places: [`message of ${oid.slice(0, 12)}`], isMessage: true },
    take(result, jobs, counted) {
      const byOid = new Map(jobs.map((job) => [job.oid, job]));
      const nameOf = (oid: string) => byOid.get(oid)?.places[0] ?? oid;
      if (counted) count(result);
      for (const { oid, why } of counted ? result.skipped : [])
        ledger.skipped.push({ path: nameOf(oid), why: `${why}; object ${oid.slice(0, 12)}` });
      for (const oid of result.missing) lacks(oid, nameOf(oid));
      ledger.failures.push(...result.failures);
      const found = byPlace(result.found);
      const uncertain = new Set([...result.missing, ...result.skipped.map((skipped) => skipped.oid)]);
      if (result.failures.length > 0) for (const oid of byOid.keys()) uncertain.add(oid);
      for (const job of jobs)
        for (const place of job.places) note(job, place, found.get(`${job.oid} ${place}`) ?? [], uncertain);
    },
  };

  function count({ files, lines, bytes }: BlobResult): void {
    ledger.counts.files += files;
    ledger.counts.lines += lines;
    ledger.counts.bytes += bytes;
  }

  function note(job: Job, place: string, found: BlobResult['found'], uncertain: ReadonlySet<string>): void {
    const findings = found.map((f) => unseal(f.finding));
    const isMessage = job.blob === undefined;
    const kind = isMessage ? 'message' : kindOf(place);
    if (findings.length === 0 && !uncertain.has(job.oid)) cache?.add(job.oid, kind);
    if (isMessage) {
      for (const finding of findings) ledger.messages.push({ oid: job.oid, finding: { ...finding, path: place } });
      return;
    }
    const entry = seen.get(`${job.blob} ${kind}`);
    if (entry === undefined || findings.length === 0) return;
    entry.findings = findings;
    for (const path of entry.paths) spread(job.blob!, path, findings);
  }
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

function kindsOfPaths(index: HistoryIndex): { of(path: number): string } {
  const kinds: string[] = [];
  return {
    of(path) {
      kinds[path] ??= kindOf(shownPath(index, path));
      return kinds[path]!;
    },
  };
}
