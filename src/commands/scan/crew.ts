import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Threads that work through pieces of work. */
export interface Crew<Work> {
  /** Hands over a piece; waits while every thread has enough to do. */
  submit(work: Work): Promise<void>;
  /** Waits for everything that was handed over. */
  finish(): Promise<void>;
  /** Ends the threads. */
  close(): Promise<void>;
}

export interface CrewPlan<Work, Answer> {
  readonly threads: number;
  /** What `scan-worker.ts` starts with. */
  readonly start: unknown;
  take(answer: Answer, work: Work): void;
  /** What of a piece was not come to, as pieces of its own. */
  rest(answer: Answer, work: Work): readonly Work[];
  /** A piece in two, where it is worth it. */
  halves(work: Work): readonly Work[];
  /** The thread that had the piece ended: out of memory, say. */
  lost(work: Work): void;
}

/** Pieces that a thread has waiting while it works on another. */
const AHEAD = 2;

function workerFile(): string {
  return fileURLToPath(new URL('./scan-worker.mjs', import.meta.url));
}

/** Whether the program that threads run lies where the build puts it. */
export function canStartThreads(): boolean {
  return existsSync(workerFile());
}

/** Garbage that a thread gathers before it clears up: with what V8 takes by itself, two threads need 40 MB more and are no faster. */
const YOUNG_MB = 8;
/** V8 first looks for old garbage at half of this: where nothing is said, at 256 MB, which four threads then pile up each. */
export const OLD_MB = 256;

interface Hand<Work> {
  readonly worker: Worker;
  /** Oldest first; the first is being worked on. */
  readonly given: Work[];
  alive: boolean;
}

export function startCrew<Work, Answer>(plan: CrewPlan<Work, Answer>): Crew<Work> {
  const waiting: Work[] = [];
  const sleepers: (() => void)[] = [];
  const hands: Hand<Work>[] = [];
  const stir = () => {
    for (const hand of hands) while (hand.alive && hand.given.length < AHEAD && waiting.length > 0) give(hand);
    if (hands.every((h) => !h.alive)) for (const work of waiting.splice(0)) plan.lost(work);
    for (const wake of sleepers.splice(0)) wake();
  };
  const give = (hand: Hand<Work>) => {
    // the last piece is shared with those who have nothing to do
    if (waiting.length === 1 && hands.some((h) => h !== hand && h.alive && h.given.length === 0))
      waiting.splice(0, 1, ...plan.halves(waiting[0]!));
    const work = waiting.shift()!;
    hand.given.push(work);
    hand.worker.postMessage(work);
  };
  for (let i = 0; i < plan.threads; i++) hands.push(startHand(plan, waiting, stir));
  const until = async (isDone: () => boolean) => {
    while (!isDone()) await new Promise<void>((resolve) => sleepers.push(resolve));
  };
  return {
    async submit(work) {
      waiting.push(work);
      stir();
      await until(() => waiting.length === 0);
    },
    finish: () => until(() => waiting.length === 0 && hands.every((h) => h.given.length === 0)),
    close: async () => void (await Promise.all(hands.map((h) => h.worker.terminate()))),
  };
}

function startHand<Work, Answer>(plan: CrewPlan<Work, Answer>, waiting: Work[], stir: () => void): Hand<Work> {
  const worker = new Worker(workerFile(), {
    workerData: plan.start,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
  });
  const hand: Hand<Work> = { worker, given: [], alive: true };
  worker.on('message', (answer: Answer) => {
    const work = hand.given.shift();
    if (work === undefined) return;
    plan.take(answer, work);
    waiting.unshift(...plan.rest(answer, work));
    stir();
  });
  const end = () => {
    if (!hand.alive) return;
    hand.alive = false;
    for (const work of hand.given.splice(0)) plan.lost(work);
    stir();
  };
  worker.on('error', end);
  worker.on('exit', end);
  return hand;
}
