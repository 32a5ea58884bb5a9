// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
import { runFrom } from './byte-runs.ts';
import { byteAt } from './generic/gate/bytes.ts';

// What a program is made of: a byte that says what is to be done, numbers of two bytes behind it. scripts/programs.ts writes them.
/** Nothing more is asked for. */
export const END = 0;
/** So many bytes, and those. */
export const TEXT = 1;
/** A letter in either case, lower case. */
export const LETTER = 2;
/** A byte of a set. */
export const ONE_OF = 3;
/** At least and at most so many bytes of a set. */
export const MANY_OF = 4;
/** What follows or what stands so far on. */
export const EITHER = 5;
/** What stands so far on. */
export const GO_ON = 6;
/** A byte of a set is next, or has been last. */
export const NEXT = 7;
export const LAST = 8;
/** Whether what follows up to its end must (1) or must not (0) stand here, and how far on it goes on. */
export const LOOK = 9;
/** Of a byte before and one behind, one (1) or none or both (0) are of words, which are the set behind that. */
export const BORDER = 10;

/**
 * Before the program of a rule: its length with this, where the first and the last match may begin, counted from the keyword (with
 * `BIAS` added), and the set of what none begins with.
 */
export const HEAD = 8;
export const BIAS = 1024;
/** How far behind a keyword is looked. */
export const BEHIND = 1016;

/** Steps after which nothing is certain; and for all keywords of so many bytes, which a text that is made for it could fill. */
const MOST_STEPS = 3000;
const STEPS_OF_STRETCH = 40000;
const STRETCH = 4096;
let stretch = 0;
let spare = STEPS_OF_STRETCH;

/** Begins with another text. */
export function beginPrograms(): void {
  stretch = 0;
  spare = STEPS_OF_STRETCH;
}

const MATCHED = -1;
/** What decides stands farther than is looked, or it would take too long to tell. */
const UNSURE = -2;

/**
 * Whether the keyword at `start` may belong to a match of one of its rules, or begins what somebody would take for one.
 *
 * @param programs sets as `setsOf` gives them, then programs
 * @param program where those of the keyword begin: one for each rule, the last one of no length
 */
export function mayMatch(text: Uint8Array, start: number, programs: Uint8Array, program: number): boolean {
  if (start < stretch || start >= stretch + STRETCH) {
    stretch = start;
    spare = STEPS_OF_STRETCH;
  }
  let head = program;
  for (let length = wordAt(programs, head); length !== 0; length = wordAt(programs, head)) {
    if (mayMatchRule(text, start, programs, head)) return true;
    head += length;
  }
  return false;
}

/** Tries one rule wherever its matches may begin. */
function mayMatchRule(text: Uint8Array, start: number, programs: Uint8Array, head: number): boolean {
  let at = start + wordAt(programs, head + 2) - BIAS;
  const last = start + wordAt(programs, head + 4) - BIAS;
  const others = wordAt(programs, head + 6) << 5;
  if (spare <= 0) return true;
  const most = spare < MOST_STEPS ? spare : MOST_STEPS;
  let steps = most;
  while (at <= last) {
    at += runFrom(text, at, last + 1 - at, programs, others);
    if (at > last) break;
    steps = run(text, at, programs, head + HEAD, start + BEHIND, steps);
    if (steps < 0) {
      if (steps === UNSURE) spare -= most;
      return true;
    }
    at++;
  }
  spare -= most - steps;
  return false;
}

/** @returns MATCHED, UNSURE, or how many steps are left */
function run(
  text: Uint8Array,
  from: number,
  programs: Uint8Array,
  program: number,
  end: number,
  steps: number,
): number {
  let at = from;
  let pc = program;
  let left = steps - 1;
  while (left > 0) {
    const what = byteAt(programs, pc);
    if (what === END) return MATCHED;
    if (at >= end) return UNSURE;
    const set = wordAt(programs, pc + 1) << 5;
    if (what === TEXT) {
      const length = byteAt(programs, pc + 1);
      if (at + length > end) return UNSURE;
      if (!standsAt(text, at, programs, pc + 2, length)) return left;
      at += length;
      pc += 2 + length;
    } else if (what === LETTER) {
      if ((byteAt(text, at) | 32) !== byteAt(programs, pc + 1)) return left;
      at++;
      pc += 2;
    } else if (what === ONE_OF) {
      if (runFrom(text, at, 1, programs, set) === 0) return left;
      at++;
      pc += 3;
    } else if (what === MANY_OF) {
      const least = wordAt(programs, pc + 3);
      const room = end - at;
      let most = wordAt(programs, pc + 5);
      if (most > room) most = room;
      const length = runFrom(text, at, most, programs, set);
      if (length === room) return UNSURE;
      if (length < least) return left;
      pc += 7;
      for (let taken = length; taken > least; taken--) {
        left = run(text, at + taken, programs, pc, end, left);
        if (left < 0) return left;
      }
      at += least;
    } else if (what === EITHER) {
      left = run(text, at, programs, pc + 3, end, left);
      if (left < 0) return left;
      pc += wordAt(programs, pc + 1);
    } else if (what === GO_ON) {
      pc += wordAt(programs, pc + 1);
    } else if (what === NEXT) {
      if (runFrom(text, at, 1, programs, set) === 0) return left;
      pc += 3;
    } else if (what === LAST) {
      if (runFrom(text, at - 1, 1, programs, set) === 0) return left;
      pc += 3;
    } else if (what === BORDER) {
      const isBorder = runFrom(text, at - 1, 1, programs, set) !== runFrom(text, at, 1, programs, set);
      if (isBorder !== (byteAt(programs, pc + 3) === 1)) return left;
      pc += 4;
    } else {
      const said = run(text, at, programs, pc + 4, end, left);
      if (said === UNSURE) return UNSURE;
      if (said >= 0) left = said;
      if ((said === MATCHED) !== (byteAt(programs, pc + 3) === 1)) return left;
      pc += wordAt(programs, pc + 1);
    }
  }
  return UNSURE;
}

function standsAt(text: Uint8Array, at: number, programs: Uint8Array, letters: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (byteAt(text, at + k) !== byteAt(programs, letters + k)) return false;
  return true;
}

/** A number of two bytes. */
function wordAt(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8);
}
