import type { Left } from './ahead-judge.ts';
import { canLookAhead, startAheadThread } from './ahead-start.ts';
import { type Ahead, useAhead } from './ahead-thread.ts';
import { type BlobResult, type BlobSetup, emptyBlobResult, makeBlobSearcher } from './blobs.ts';
import { type Crew, canStartThreads, startCrew } from './crew.ts';
import type { Job, Ledger } from './ledger.ts';
import { ALONE_MS } from './options.ts';
import { makeTurns } from './pool.ts';
import type { Progress } from './progress.ts';

/** How jobs are searched. */
export interface JobsPlan {
  readonly setup: BlobSetup;
  readonly threads: number;
  /** How long this thread searches without others that do everything, in milliseconds. */
  readonly aloneMs?: number | undefined;
  readonly progress: Progress;
  /** One that was started when it was clear that the work is long. */
  readonly ahead?: Ahead<Job> | undefined;
}

/** Objects that are searched in a row, and the most that may be while they are versions of one file. */
const PIECE = 100;
const LARGEST_PIECE = 600;
/** Fewer objects than this are not divided. */
const FEW = 50;
/** Threads, this one included, that work while one looks ahead. */
const LOOKING = 2;
/** How long this thread searches before it starts one that looks ahead. */
const ALL_ALONE_MS = 10;

/** @param counted whether the jobs are part of what the report says was scanned */
export async function searchJobs(plan: JobsPlan, jobs: Iterable<Job>, ledger: Ledger, counted: boolean): Promise<void> {
  const pieces = piecesOf(jobs);
  const first = pieces.next();
  if (first.done === true && plan.ahead === undefined) return;
  const { progress } = plan;
  const expected = function* () {
    for (let piece: readonly Job[] | undefined = first.value; piece !== undefined; piece = pieces.next().value) {
      if (counted) progress.expect(piece.length);
      yield piece;
    }
    if (counted) progress.expect(0, true);
  };
  const take = (result: BlobResult, done: readonly Job[]) => {
    ledger.take(result, done, counted);
    if (counted) progress.done(done.length, result.bytes);
  };
  const left = expected();
  const next = await searchInPair(plan, left, take);
  if (next !== undefined) await searchInCrew(plan, next, left, take);
}

type Take = (result: BlobResult, done: readonly Job[]) => void;

/**
 * Searches in this thread, helped by one that looks ahead once that is worth it.
 *
 * @returns the first piece that is for more threads; undefined where nothing is left
 */
async function searchInPair(
  { setup, threads, aloneMs = ALONE_MS, ahead: given }: JobsPlan,
  pieces: Iterator<readonly Job[], unknown>,
  take: Take,
): Promise<readonly Job[] | undefined> {
  let searcher: ReturnType<typeof makeBlobSearcher> | undefined;
  const search = (jobs: readonly Job[]) => {
    searcher ??= makeBlobSearcher(setup); // takes some milliseconds, in which the other thread has work already
    return searcher(jobs);
  };
  const began = performance.now();
  const turn = makeTurns();
  let ahead = given;
  const isEnough = threads <= LOOKING || !canStartThreads();
  let pending: Promise<void> = Promise.resolve();
  const taken = (result: BlobResult, jobs: readonly Job[], left: Left<Job>) => {
    if (left.unread.length + left.unjudged.length === 0) take(result, jobs);
    else
      pending = pending.then(async () => {
        const unread = await search(left.unread);
        take(merged(merged(result, unread), onlyFound(await search(left.unjudged))), jobs);
      });
  };
  try {
    for (let next = pieces.next(); next.done !== true; ) {
      if (!isEnough && performance.now() > began + aloneMs) return next.value;
      if (ahead === undefined && threads > 1 && performance.now() > began + ALL_ALONE_MS && canLookAhead())
        ahead = useAhead(startAheadThread(), setup);
      if (ahead?.give(next.value) !== true) {
        if (ahead?.receive(taken) === true) {
          await turn();
          continue;
        }
        take(await search(next.value), next.value);
        await turn();
      }
      next = pieces.next();
    }
    return undefined;
  } finally {
    for (const lost of (await ahead?.finish(taken)) ?? []) take(await search(lost), lost);
    await pending;
    ahead?.close();
  }
}

function merged(a: BlobResult, b: BlobResult): BlobResult {
  return {
    files: a.files + b.files,
    lines: a.lines + b.lines,
    bytes: a.bytes + b.bytes,
    found: [...a.found, ...b.found],
    skipped: [...a.skipped, ...b.skipped],
    missing: [...a.missing, ...b.missing],
    failures: [...a.failures, ...b.failures],
  };
}

/** Without what was said of the same objects before. */
function onlyFound({ found, missing, failures }: BlobResult): BlobResult {
  return { ...emptyBlobResult(), found, missing, failures };
}

async function searchInCrew(
  { setup, threads }: JobsPlan,
  first: readonly Job[],
  rest: Iterable<readonly Job[]>,
  take: Take,
): Promise<void> {
  const crew: Crew<readonly Job[]> = startCrew<readonly Job[], BlobResult>({
    threads,
    start: { kind: 'blobs', setup },
    take,
    rest: () => [],
    halves: (work) => (work.length < FEW ? [work] : [work.slice(0, work.length >> 1), work.slice(work.length >> 1)]),
    lost: (work) => take({ ...emptyBlobResult(), missing: work.map((job) => job.oid) }, work),
  });
  try {
    await crew.submit(first);
    for (const next of rest) await crew.submit(next);
    await crew.finish();
  } finally {
    await crew.close();
  }
}

/** Jobs are made as they are needed: a long history has millions. Versions of one file stay together. */
function* piecesOf(jobs: Iterable<Job>): Generator<readonly Job[], undefined> {
  let piece: Job[] = [];
  for (const job of jobs) {
    const isFull =
      piece.length >= PIECE && (piece.length >= LARGEST_PIECE || piece.at(-1)!.places[0] !== job.places[0]);
    if (isFull) {
      yield piece;
      piece = [];
    }
    piece.push(job);
  }
  if (piece.length > 0) yield piece;
  return undefined;
}
