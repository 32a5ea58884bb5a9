import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { toGitPath } from '../git/quoted-path.ts';
import { type Batch, type BatchResult, emptyResult, makeBatchSearcher, type Setup } from './scan-batch.ts';

/** Searches batches in this thread first, in several once it is worth it. */
export interface Pool {
  /** Hands over a batch; waits while every thread has enough to do. */
  submit(batch: Batch): Promise<void>;
  /** Waits for everything that was handed over. */
  finish(): Promise<void>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** Starting a thread costs about as much as searching for this long. */
const ALONE_MS = 80;
/** Batches that a thread has waiting while it works on another. */
const AHEAD = 2;
const SMALLEST = 8;

/**
 * @param threads more than one: how many workers to start once the work has shown to be long
 * @param take is given each result, with the batch it is for
 */
export function makePool(setup: Setup, threads: number, take: (result: BatchResult, batch: Batch) => void): Pool {
  const file = fileURLToPath(new URL('./scan-worker.mjs', import.meta.url));
  const canFork = threads > 1 && existsSync(file);
  const searchHere = makeBatchSearcher(setup);
  let leftAlone = canFork ? ALONE_MS : Number.POSITIVE_INFINITY;
  let crew: Crew | undefined;
  return {
    async submit(batch) {
      if (leftAlone > 0) {
        const before = performance.now();
        const result = searchHere(batch, leftAlone);
        leftAlone -= performance.now() - before;
        take(result, batch);
        if (result.rest.length === 0) return;
        batch = { ...batch, raws: result.rest };
      }
      crew ??= makeCrew(file, setup, threads, take);
      await crew.submit(batch);
    },
    finish: async () => crew?.finish(),
    close: async () => crew?.close(),
  };
}

interface Crew extends Pool {}

interface Hand {
  readonly worker: Worker;
  /** Oldest first; the first is being worked on. */
  readonly given: Batch[];
  alive: boolean;
}

function makeCrew(
  file: string,
  setup: Setup,
  threads: number,
  take: (result: BatchResult, batch: Batch) => void,
): Crew {
  const hands: Hand[] = [];
  const waiting: Batch[] = [];
  let wake: (() => void)[] = [];
  const stir = () => {
    for (const hand of hands) while (hand.alive && hand.given.length < AHEAD && waiting.length > 0) give(hand, next());
    if (hands.every((h) => !h.alive)) for (const lost of waiting.splice(0)) take(unsearched(lost), lost);
    const sleepers = wake;
    wake = [];
    for (const go of sleepers) go();
  };
  const give = (hand: Hand, batch: Batch) => {
    hand.given.push(batch);
    hand.worker.postMessage(batch);
  };
  // towards the end every thread is to have something: a batch is shared out
  const next = (): Batch => {
    const batch = waiting.shift()!;
    const half = batch.raws.length >> 1;
    if (waiting.length > 0 || half < SMALLEST || hands.every((h) => h.given.length > 0)) return batch;
    waiting.unshift({ ...batch, raws: batch.raws.slice(half) });
    return { ...batch, raws: batch.raws.slice(0, half) };
  };
  for (let i = 0; i < threads; i++) hands.push(makeHand(file, setup, take, waiting, stir));
  const until = async (isDone: () => boolean) => {
    while (!isDone()) await new Promise<void>((resolve) => wake.push(resolve));
  };
  return {
    async submit(batch) {
      waiting.push(batch);
      stir();
      await until(() => waiting.length === 0);
    },
    finish: () => until(() => waiting.length === 0 && hands.every((h) => h.given.length === 0)),
    close: async () => void (await Promise.all(hands.map((h) => h.worker.terminate()))),
  };
}

function makeHand(
  file: string,
  setup: Setup,
  take: (result: BatchResult, batch: Batch) => void,
  waiting: Batch[],
  stir: () => void,
): Hand {
  const worker = new Worker(file, { workerData: setup });
  const hand: Hand = { worker, given: [], alive: true };
  worker.on('message', (result: BatchResult) => {
    const batch = hand.given.shift();
    if (batch === undefined) return;
    take(result, batch);
    const { rest } = result;
    const half = (rest.length + 1) >> 1;
    if (half > 0) waiting.unshift({ ...batch, raws: rest.slice(0, half) });
    if (half < rest.length) waiting.unshift({ ...batch, raws: rest.slice(half) });
    stir();
  });
  const lost = () => {
    if (!hand.alive) return;
    hand.alive = false;
    for (const batch of hand.given.splice(0)) take(unsearched(batch), batch);
    stir();
  };
  worker.on('error', lost);
  worker.on('exit', lost);
  return hand;
}

/** A thread that ends (out of memory, say) takes its batches with it: they count as not checked. */
function unsearched({ shown, raws }: Batch): BatchResult {
  const message = 'it was not searched: the thread that had it ended';
  return { ...emptyResult(), failures: raws.map((raw) => ({ path: shown + toGitPath(raw).path, message })) };
}
