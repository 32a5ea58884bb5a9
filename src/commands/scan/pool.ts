import { statSync } from 'node:fs';
import { toGitPath } from '../../git/quoted-path.ts';
import type { Finding } from '../../model.ts';
import { nativePath } from '../../sources/worktree.ts';
import { type ArchiveDoor, type Batch, type BatchResult, emptyResult, makeBatchSearcher, type Setup } from './batch.ts';
import { type Crew, canStartThreads, startCrew } from './crew.ts';
import { MANY_BYTES, MANY_FILES } from './is-long.ts';
import { ALONE_MS, type ScanChoice } from './options.ts';
import { canReadAhead, type ReaderThread, startReaderThread } from './reader-start.ts';
import { type Reader, useReader } from './reader-thread.ts';

const SMALLEST = 8;
/** After this long the event loop gets a turn: what other threads have made ready is taken, and more begun. */
const TURN_MS = 20;
/** How long this thread searches before it looks whether another has something for it, or could take over. */
const SLICE_MS = 5;
/** Threads, this one included, that work while one reads ahead; what is searched in more is searched in parts. */
const READING = 2;
/** How long it searches before it starts one that reads ahead, where neither files nor bytes are many from the beginning. */
const ALL_ALONE_MS = 15;

export interface PoolPlan {
  readonly setup: Setup;
  /** More than one thread: how many to start once the work has shown to be long. */
  readonly choice: Pick<ScanChoice, 'threads' | 'aloneMs'>;
  /** For this thread; the others load their own. */
  readonly door: ArchiveDoor | undefined;
  /** Where it was clear from the beginning that the work is long. */
  readonly reader: ReaderThread | undefined;
  /** Is given each result, with the batch it is for. */
  take(result: BatchResult, batch: Batch): void;
  /** Is told of some findings earlier. */
  seen(finding: Finding): void;
}

/** Searches batches in this thread: alone first, then helped by one that reads ahead, in several once it is worth it. */
export function makePool(plan: PoolPlan): Crew<Batch> {
  const { setup, choice, take } = plan;
  const alone = makeAlone(plan);
  let crew: Crew<Batch> | undefined;
  return {
    async submit(batch) {
      const left = crew === undefined ? await alone.search(batch) : batch;
      if (left.raws.length === 0) return;
      if (crew === undefined) {
        await alone.finish();
        alone.close();
      }
      crew ??= startCrew<Batch, BatchResult>({
        threads: Math.max(2, choice.threads - 1), // this one lists files and gathers findings
        start: { kind: 'files', setup },
        take,
        rest: (result, work) => halves({ ...work, raws: result.rest }, 1),
        halves: (work) => halves(work, SMALLEST),
        lost: (work) => take(unsearched(work), work),
      });
      await crew.submit(left);
    },
    async finish() {
      await alone.finish();
      await crew?.finish();
    },
    async close() {
      alone.close();
      await crew?.close();
    },
  };
}

interface Alone {
  /** @returns what of a batch is for more threads */
  search(batch: Batch): Promise<Batch>;
  finish(): Promise<void>;
  close(): void;
}

/** This thread, helped by one that reads ahead. */
function makeAlone({ setup, choice, door, reader: started, take, seen }: PoolPlan): Alone {
  const { threads, aloneMs = ALONE_MS } = choice;
  const between = () => {
    while (reader?.receive() === true); // else the other thread has to wait meanwhile
  };
  let made: ReturnType<typeof makeBatchSearcher> | undefined; // takes some milliseconds, which nothing to search need not pay
  const searchHere: ReturnType<typeof makeBatchSearcher> = (batch, forMs) => {
    made ??= makeBatchSearcher(setup, door, { between });
    return made(batch, forMs);
  };
  const most = canStartThreads() ? threads : 1;
  const begin = performance.now();
  const turn = makeTurns();
  let reader: Reader | undefined;
  // what the reader leaves, archives, is for this thread; not in the midst of another search, which may have its own file open
  const leftOver: Batch[] = [];
  const taken = (result: BatchResult, batch: Batch) => {
    take(result, batch);
    if (result.rest.length > 0) leftOver.push({ ...batch, raws: result.rest });
  };
  const searchLeftOver = () => {
    for (const batch of leftOver.splice(0)) take(searchHere(batch, Number.POSITIVE_INFINITY), batch);
  };
  const lead = (thread: ReaderThread) => useReader(thread, { setup, take: taken, seen, turn });
  if (started !== undefined) reader = lead(started);
  const helps = most > 1 && canReadAhead();
  const isDue = (left: Batch) => performance.now() > begin + ALL_ALONE_MS || isMuch(left);
  return {
    async search(batch) {
      let left = batch;
      while (left.raws.length > 0 && (most <= READING || performance.now() < begin + aloneMs)) {
        if (reader === undefined && helps && isDue(left)) reader = lead(startReaderThread());
        if (reader !== undefined) left = shared(left, reader);
        if (reader?.receive() === true) searchLeftOver();
        else if (left.raws.length > 0) {
          const result = searchHere(left, SLICE_MS);
          take(result, left);
          left = { ...left, raws: result.rest };
        }
        await turn();
      }
      return left;
    },
    async finish() {
      leftOver.push(...((await reader?.finish()) ?? []));
      searchLeftOver();
    },
    close() {
      reader?.close();
      reader = undefined;
    },
  };
}

/** Gives a batch away, and says what is left of it: while the other thread starts, this one keeps half. */
function shared(batch: Batch, reader: Reader): Batch {
  const [kept, given] = reader.isStarting() ? halves(batch, 1) : [undefined, batch];
  return given !== undefined && reader.give(given) ? (kept ?? { ...batch, raws: [] }) : batch;
}

function isMuch({ base, raws }: Batch): boolean {
  if (raws.length >= MANY_FILES) return true;
  try {
    return statSync(nativePath(base, raws[0]!)).size > MANY_BYTES;
  } catch {
    return false; // what is wrong with it is told when it is read
  }
}

/** Lets the event loop go on each time `TURN_MS` have gone by. */
export function makeTurns(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() < last + TURN_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    last = performance.now();
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
