// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
import { CHARS, OF_ADDRESSES, runBefore, runFrom } from './byte-runs.ts';
import { byteAt } from './generic/gate/bytes.ts';

// Kinds of guards, and where the parts of one stand in its 31 bits; src/detect/guard-code.ts packs them.
export const IN_RUN = 1;
export const HAS_RUN = 2;
export const HAS_AT = 3;
export const KIND = 29;
export const SET = 9;
export const FROM = 15;
export const TO = 22;
/** Added to `from`, which may be negative. */
export const BIAS = 64;

/** How far behind a keyword an `@` is looked for. */
const AT_WITHIN = 640;

/**
 * Whether what stands around the keyword at `start` lets any rule of it match.
 *
 * @param guard 0: always; a run of so many bytes of a set with the keyword in it; such a run within a stretch; or an `@` before
 * the next white space or quote
 * @param sets as `setsOf` gives them
 */
export function passesGuard(text: Uint8Array, start: number, guard: number, sets: Uint8Array): boolean {
  const kind = guard >> KIND;
  if (kind === 0) return true;
  if (kind === HAS_AT) return hasAt(text, start);
  const least = guard & 511;
  const set = ((guard >> SET) & 63) << 5;
  if (kind === IN_RUN) return standsInRun(text, start, least, set, sets);
  const from = start + ((((guard >> FROM) & 127) - BIAS) << 3);
  return hasRun(text, from, start + (((guard >> TO) & 127) << 3), least, set, sets);
}

function hasAt(text: Uint8Array, start: number): boolean {
  const length = runFrom(text, start, AT_WITHIN, CHARS, OF_ADDRESSES);
  return length < AT_WITHIN && byteAt(text, start + length) === 64;
}

/** Zeros, of which no set has one, end a run at both ends of the text. */
function standsInRun(text: Uint8Array, start: number, least: number, set: number, sets: Uint8Array): boolean {
  const behind = runFrom(text, start, least, sets, set);
  return behind + runBefore(text, start, least - behind, sets, set) >= least;
}

/** Whether a run of `least` lies in `[from, to)`. Reads from its end back: what does not belong there moves all on at once. */
function hasRun(text: Uint8Array, from: number, to: number, least: number, set: number, sets: Uint8Array): boolean {
  let end = from + least;
  while (end <= to) {
    const run = runBefore(text, end, least, sets, set);
    if (run >= least) return true;
    end += least - run;
  }
  return false;
}
