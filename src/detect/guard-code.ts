import { setsOf } from './byte-runs.ts';
import { BIAS, FROM, HAS_AT, HAS_RUN, IN_RUN, KIND, SET, TO } from './guard.ts';

/** What must stand around a keyword for a rule to match there, as `scripts/guards.ts` reads it off the rule's pattern. */
export type Guard =
  | { readonly kind: 'none' }
  /** An `@` before the next white space or quote. */
  | { readonly kind: 'at' }
  /** A run of at least `least` of these bytes, with the keyword in it. */
  | { readonly kind: 'in-run'; readonly least: number; readonly bytes: ByteSet }
  /** Such a run within `[from, to)`, counted from the start of the keyword. */
  | {
      readonly kind: 'run';
      readonly least: number;
      readonly bytes: ByteSet;
      readonly from: number;
      readonly to: number;
    };

/** One character a byte, ascending; never zero, which stands around a text. */
export type ByteSet = string;

/** Of longer runs a part is asked for. */
const MOST_RUN = 511;
const MOST_SETS = 64;
/** How far guards can look before and behind the start of a keyword. */
export const GUARD_AHEAD = 8 * BIAS;
export const GUARD_BEHIND = 8 * 127;

/** Turns guards into numbers; `sets` collects what their runs are made of. */
export function guardPacker(): { pack(guard: Guard): number; sets(): Uint8Array } {
  const known: ByteSet[] = [];
  const setOf = (bytes: ByteSet): number => {
    const at = known.indexOf(bytes);
    return at >= 0 ? at : known.push(bytes) - 1;
  };
  const pack = (guard: Guard): number => {
    if (guard.kind === 'none') return 0;
    if (guard.kind === 'at') return HAS_AT << KIND;
    const set = setOf(guard.bytes);
    if (set >= MOST_SETS) throw new Error('guards of more than 64 sets');
    const run = Math.min(guard.least, MOST_RUN) | (set << SET);
    if (guard.kind === 'in-run') return (IN_RUN << KIND) | run;
    const from = Math.floor(guard.from / 8) + BIAS;
    const to = Math.max(0, Math.ceil(guard.to / 8));
    if (from < 0 || from > 127 || to > 127) throw new Error(`a guard from ${guard.from} to ${guard.to}`);
    return (HAS_RUN << KIND) | run | (from << FROM) | (to << TO);
  };
  return { pack, sets: () => setsOf(known) };
}
