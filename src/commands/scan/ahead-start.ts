import type { AheadAnswer } from './ahead.ts';
import { type HelperThread, isBuilt, startHelper } from './helper-thread.ts';
import { makeSlabs } from './slabs.ts';

/** What does not fit into a slab is for the first thread; versions are mostly short. */
const SLABS = 8;
const SLAB = 512 << 10;
/** Its garbage is short-lived. */
const YOUNG_MB = 12;

const PROGRAM = 'scan-ahead.cjs';

/** Whether the program of the thread lies where the build puts it. */
export function canLookAhead(): boolean {
  return isBuilt(PROGRAM);
}

/** The thread, which may start before it is known what is to be searched for. */
export type AheadThread = HelperThread<AheadAnswer | 'ready'>;

export function startAheadThread(): AheadThread {
  return startHelper({ program: PROGRAM, slabs: makeSlabs(SLABS, SLAB), start: {}, youngMb: YOUNG_MB });
}
