import type { AheadAnswer } from './ahead.ts';
import { type Left, makeJobJudge } from './ahead-judge.ts';
import type { AheadThread } from './ahead-start.ts';
import { searchOf } from './batch.ts';
import type { BlobJob, BlobResult, BlobSetup } from './blobs.ts';
import { toRuns } from './job-runs.ts';
import { freeSlab } from './slabs.ts';

/** Is given what came out of some jobs, but for what is left. */
export type Take<Job extends BlobJob> = (result: BlobResult, jobs: readonly Job[], left: Left<Job>) => void;

/** A thread that unpacks objects and looks them over; this one judges what may hold something. */
export interface Ahead<Job extends BlobJob> {
  /** Hands over jobs; false where it has enough to do, is not ready yet, or has ended. */
  give(jobs: readonly Job[]): boolean;
  /** Hands over jobs for it to begin with once it is ready. */
  giveEarly(jobs: readonly Job[]): void;
  /** Judges what it has handed back; false where nothing lies there. */
  receive(take: Take<Job>): boolean;
  /** Waits for all that was handed over, and gives back what was lost. */
  finish(take: Take<Job>): Promise<readonly (readonly Job[])[]>;
  close(): void;
}

/** Pieces that wait while it works on another. */
const AHEAD = 6;

/** @param thread to which nothing was said yet */
export function useAhead<Job extends BlobJob>(thread: AheadThread, setup: BlobSetup): Ahead<Job> {
  const { port, slabs } = thread;
  port.postMessage(setup);
  const given: (readonly Job[])[] = [];
  let isReady = false;
  const { judge, end: concluded } = makeJobJudge<Job>(searchOf(setup));
  const handle = (answer: AheadAnswer | 'ready', take: Take<Job>) => {
    if (answer === 'ready') {
      isReady = true;
      return;
    }
    const jobs = given[0]!;
    judge(jobs, answer.puts, slabs.memory[answer.slab]!);
    if (answer.puts.length > 0) freeSlab(slabs, answer.slab);
    if (answer.looked === undefined) return;
    given.shift();
    const { result, left } = concluded(jobs, answer.looked);
    take(result, jobs, left);
  };
  const receive = (take: Take<Job>) => {
    const message = thread.next();
    if (message !== undefined) handle(message, take);
    return message !== undefined;
  };
  const giveEarly = (jobs: readonly Job[]) => {
    given.push(jobs);
    port.postMessage(toRuns(jobs));
  };
  return {
    give(jobs) {
      if (!isReady || thread.hasEnded() || given.length > AHEAD) return false;
      giveEarly(jobs);
      return true;
    },
    giveEarly,
    receive,
    async finish(take) {
      while (given.length > 0) {
        if (receive(take)) continue;
        if (thread.hasEnded()) break;
        await thread.stirs();
      }
      return given.splice(0);
    },
    close: thread.close,
  };
}
