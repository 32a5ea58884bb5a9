import { type HelperThread, isBuilt, startHelper } from './helper-thread.ts';
import type { ReaderAnswer } from './reader.ts';
import { makeSlabs } from './slabs.ts';

/** Its garbage is short-lived. */
const YOUNG_MB = 6;

const PROGRAM = 'scan-reader.cjs';

/** Whether the program of the thread lies where the build puts it. */
export function canReadAhead(): boolean {
  return isBuilt(PROGRAM);
}

/** The thread, which may start before it is known what is to be searched for. */
export type ReaderThread = HelperThread<ReaderAnswer | 'ready'>;

export function startReaderThread(): ReaderThread {
  return startHelper({ program: PROGRAM, slabs: makeSlabs(), start: {}, youngMb: YOUNG_MB });
}
