import { toGitPath } from '../../git/quoted-path.ts';
import type { Finding } from '../../model.ts';
import { addFindings, attempt, type Batch, type BatchResult, emptyResult, type Setup, searchOf } from './batch.ts';
import type { ReaderAnswer } from './reader.ts';
import type { ReaderThread } from './reader-start.ts';
import { freeSlab, lookedOf, type Piece } from './slabs.ts';
import { judgeText } from './text.ts';

/** A thread that reads files and looks them over; this one judges what it finds worth it. */
export interface Reader {
  /** Before, batches only wait for it. */
  isStarting(): boolean;
  /** Hands over a batch; false where it has enough to do, or has ended. */
  give(batch: Batch): boolean;
  /** Judges what it has handed back; false where nothing lies there. */
  receive(): boolean;
  /** Waits for all that was handed over, and gives back what was lost. */
  finish(): Promise<readonly Batch[]>;
  close(): void;
}

/** Batches that wait while it reads another. */
const AHEAD = 3;

export interface ReaderUse {
  readonly setup: Setup;
  take(result: BatchResult, batch: Batch): void;
  /** Is told of each finding as soon as it is made, before `take` has it. */
  seen(finding: Finding): void;
  /** Lets the event loop go on where it is time. */
  turn(): Promise<void>;
}

export function useReader(thread: ReaderThread, { setup, take, seen, turn }: ReaderUse): Reader {
  const { port, slabs } = thread;
  port.postMessage(setup);
  const search = searchOf(setup);
  /** Those that it has, the one that it reads first; while it starts they wait here. */
  const given: Batch[] = [];
  let isReady = false;
  let judged = emptyResult(); // of the batch that is being read
  const judge = (piece: Piece, slab: number, batch: Batch) => {
    const { path, encoding } = toGitPath(batch.raws[piece.file]!);
    const looked = lookedOf(slabs.memory[slab]!, piece);
    const { findings, failure } = attempt(() => ({ findings: judgeText(looked, search), lines: 0, bytes: 0 }));
    addFindings(judged, findings, batch.shown + path, encoding);
    for (const finding of findings) seen(finding);
    if (failure !== undefined) judged.failures.push({ path: batch.shown + path, message: failure });
  };
  const handle = (answer: ReaderAnswer | 'ready') => {
    if (answer === 'ready') {
      isReady = true;
      for (const batch of given) port.postMessage(batch);
      return;
    }
    const { slab, pieces, result } = answer;
    const batch = given[0]!;
    for (const piece of pieces) judge(piece, slab, batch);
    if (pieces.length > 0) freeSlab(slabs, slab);
    if (result === undefined) return;
    given.shift();
    const { found, failures } = judged;
    judged = emptyResult();
    take({ ...result, found: [...result.found, ...found], failures: [...result.failures, ...failures] }, batch);
  };
  const receive = () => {
    const message = thread.next();
    if (message !== undefined) handle(message);
    return message !== undefined;
  };
  return {
    isStarting: () => !isReady,
    give(batch) {
      if (thread.hasEnded() || given.length > AHEAD) return false;
      given.push(batch);
      if (isReady) port.postMessage(batch);
      return true;
    },
    receive,
    async finish() {
      while (given.length > 0) {
        if (receive()) await turn();
        else if (!isReady || thread.hasEnded())
          break; // what waits for a thread that only starts is searched sooner by this one
        else await thread.stirs();
      }
      judged = emptyResult();
      return given.splice(0);
    },
    close: thread.close,
  };
}
