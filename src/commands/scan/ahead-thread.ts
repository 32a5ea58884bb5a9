import type { AheadAnswer, AheadStart } from './ahead.ts';
import { type Left, makeJobJudge } from './ahead-judge.ts';
import { searchOf } from './batch.ts';
import type { BlobJob, BlobResult, BlobSetup } from './blobs.ts';
import { isBuilt, startHelper } from './helper-thread.ts';
import { toRuns } from './job-runs.ts';
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

const PROGRAM = 'scan-ahead.cjs';

/** Whether the program of the thread lies where the build puts it. */
export function canLookAhead(): boolean {
  return isBuilt(PROGRAM);
}

export function startAhead<Job extends BlobJob>(setup: BlobSetup): Ahead<Job> {
  const slabs = makeSlabs(SLABS, SLAB);
  const thread = startHelper<AheadAnswer | 'ready'>({
    program: PROGRAM,
    slabs,
    start: { setup } satisfies Omit<AheadStart, 'slabs' | 'port'>,
    youngMb: YOUNG_MB,
  });
  const given: { readonly jobs: readonly Job[]; readonly take: Take<Job> }[] = [];
  let isReady = false;
  const { judge, end: concluded } = makeJobJudge<Job>(searchOf(setup));
  const handle = (answer: AheadAnswer | 'ready') => {
    if (answer === 'ready') {
      isReady = true;
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
    const message = thread.next();
    if (message !== undefined) handle(message);
    return message !== undefined;
  };
  return {
    give(jobs, take) {
      if (!isReady || thread.hasEnded() || given.length > AHEAD) return false;
      given.push({ jobs, take });
      thread.port.postMessage(toRuns(jobs));
      return true;
    },
    receive,
    async finish() {
      while (given.length > 0) {
        if (receive()) continue;
        if (thread.hasEnded()) break;
        await thread.stirs();
      }
      return given.splice(0).map(({ jobs }) => jobs);
    },
    close: thread.close,
  };
}
