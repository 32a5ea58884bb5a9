import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { AheadAnswer, AheadStart } from './ahead.ts';
import { type Left, makeJobJudge } from './ahead-judge.ts';
import { searchOf } from './batch.ts';
import type { BlobJob, BlobResult, BlobSetup } from './blobs.ts';
import { OLD_MB } from './crew.ts';
import { freeSlab, makeSlabs } from './slabs.ts';

/** Is given what came out of some jobs, but for what is left. */
export type Take<Job extends BlobJob> = (result: BlobResult, jobs: readonly Job[], left: Left<Job>) => void;

/** A thread that unpacks objects and looks them over; this one judges what may hold something. */
export interface Ahead<Job extends BlobJob> {
  /** Hands over jobs; false where it has enough to do, is not ready yet, or has ended. */
  give(jobs: readonly Job[], take: Take<Job>): boolean;
  /** Judges what it has handed back; false where nothing lies there. */
  receive(): boolean;
  /** Waits for all that was handed over, and gives back what was lost. */
  finish(): Promise<readonly (readonly Job[])[]>;
  close(): void;
}

/** Pieces that wait while it works on another. */
const AHEAD = 6;
/** What does not fit into a slab is for this thread; versions are mostly short. */
const SLABS = 8;
const SLAB = 512 << 10;
/** Its garbage is short-lived. */
const YOUNG_MB = 12;

function programFile(): string {
  return fileURLToPath(new URL('./scan-ahead.cjs', import.meta.url));
}

/** Whether the program of the thread lies where the build puts it. */
export function canLookAhead(): boolean {
  return existsSync(programFile());
}

export function startAhead<Job extends BlobJob>(setup: BlobSetup): Ahead<Job> {
  const slabs = makeSlabs(SLABS, SLAB);
  const { port1: port, port2 } = new MessageChannel();
  const start: AheadStart = { setup, slabs, port: port2 };
  const worker = new Worker(programFile(), {
    workerData: start,
    transferList: [port2],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
  });
  const given: { readonly jobs: readonly Job[]; readonly take: Take<Job> }[] = [];
  const arrived: (AheadAnswer | 'ready')[] = [];
  let state: 'starting' | 'ready' | 'ended' = 'starting';
  let wake = () => {};
  port.on('message', (message: AheadAnswer | 'ready') => {
    arrived.push(message);
    wake();
  });
  const end = () => {
    state = 'ended';
    wake();
  };
  worker.on('error', end);
  worker.on('exit', end);

  const { judge, end: concluded } = makeJobJudge<Job>(searchOf(setup));
  const handle = (answer: AheadAnswer | 'ready') => {
    if (answer === 'ready') {
      state = 'ready';
      return;
    }
    const { jobs, take } = given[0]!;
    judge(jobs, answer.puts, slabs.memory[answer.slab]!);
    if (answer.puts.length > 0) freeSlab(slabs, answer.slab);
    if (answer.looked === undefined) return;
    given.shift();
    const { result, left } = concluded(jobs, answer.looked);
    take(result, jobs, left);
  };
  const receive = () => {
    // a message can be had without waiting for the event loop, which takes what has come before
    const message: AheadAnswer | 'ready' | undefined = arrived.shift() ?? receiveMessageOnPort(port)?.message;
    if (message !== undefined) handle(message);
    return message !== undefined;
  };
  return {
    give(jobs, take) {
      if (state !== 'ready' || given.length > AHEAD) return false;
      given.push({ jobs, take });
      port.postMessage(
        jobs.map(({ oid, places, isMessage }) => ({ oid, places, ...(isMessage ? { isMessage } : {}) })),
      );
      return true;
    },
    receive,
    async finish() {
      while (given.length > 0) {
        if (receive()) continue;
        if (state === 'ended') break;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return given.splice(0).map(({ jobs }) => jobs);
    },
    close() {
      port.close();
      void worker.terminate();
    },
  };
}
