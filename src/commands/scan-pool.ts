import { toGitPath } from '../git/quoted-path.ts';
import {
  type ArchiveDoor,
  type Batch,
  type BatchResult,
  emptyResult,
  makeBatchSearcher,
  type Setup,
} from './scan-batch.ts';
import { type Crew, canStartThreads, startCrew } from './scan-crew.ts';
import { ALONE_MS, type ScanChoice } from './scan-options.ts';

const SMALLEST = 8;
/** After this long the event loop gets a turn: what other threads have made ready is taken, and more begun. */
const SLICE_MS = 20;

/**
 * Searches batches in this thread first, in several once it is worth it.
 *
 * @param choice more than one thread: how many to start once the work has shown to be long
 * @param take is given each result, with the batch it is for
 * @param door for this thread; the others load their own
 */
export function makePool(
  setup: Setup,
  { threads, aloneMs: patience = ALONE_MS }: Pick<ScanChoice, 'threads' | 'aloneMs'>,
  take: (result: BatchResult, batch: Batch) => void,
  door?: ArchiveDoor,
): Crew<Batch> {
  const searchHere = makeBatchSearcher(setup, door);
  let aloneMs = threads > 1 && canStartThreads() ? patience : Number.POSITIVE_INFINITY;
  let slice = 0;
  let crew: Crew<Batch> | undefined;
  return {
    async submit(batch) {
      let left = batch;
      while (aloneMs > 0 && left.raws.length > 0) {
        const before = performance.now();
        const result = searchHere(left, Math.min(aloneMs, SLICE_MS));
        aloneMs -= performance.now() - before;
        take(result, left);
        left = { ...left, raws: result.rest };
        slice += performance.now() - before;
        if (slice < SLICE_MS) continue;
        slice = 0;
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (left.raws.length === 0) return;
      crew ??= startCrew<Batch, BatchResult>({
        threads,
        start: { kind: 'files', setup },
        take,
        rest: (result, work) => halves({ ...work, raws: result.rest }, 1),
        halves: (work) => halves(work, SMALLEST),
        lost: (work) => take(unsearched(work), work),
      });
      await crew.submit(left);
    },
    finish: async () => crew?.finish(),
    close: async () => crew?.close(),
  };
}

function halves(batch: Batch, smallest: number): readonly Batch[] {
  const { raws } = batch;
  const half = raws.length >> 1;
  if (half < smallest) return raws.length === 0 ? [] : [batch];
  return [
    { ...batch, raws: raws.slice(0, half) },
    { ...batch, raws: raws.slice(half) },
  ];
}

function unsearched({ shown, raws }: Batch): BatchResult {
  const message = 'it was not searched: the thread that had it ended';
  return { ...emptyResult(), failures: raws.map((raw) => ({ path: shown + toGitPath(raw).path, message })) };
}
