// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
import { ARGUMENT, linkOf, WRAPPED } from './way.ts';

// What is known of a name, in one number, as `NameFacts` of name.ts has it: the kind, by rising rank, and a bit for each claim.
export const NONE = 0;
export const WEAK = 1;
export const AUTH = 2;
export const CREDENTIAL = 3;
export const API_KEY = 4;
export const TOKEN = 5;
export const SECRET = 6;
export const PASSWORD = 7;
export const KIND = 7;
export const DESCRIBED = 8;
export const OTHER = 16;
export const PERHAPS = 32;
export const PRETENDED = 64;
export const SHARED = 128;
export const HOMEMADE = 256;
export const DIGEST = 512;
export const LAST = 1024;
/** The name is a scheme itself: `bearer`, `basic`. */
export const SCHEME = 2048;
/** The second word, or the only one, is `pass` or `pwd`. */
export const ABBREVIATED = 4096;
/** The same, and it is `password`. */
export const SPELT = 8192;
/** How many words, up to three, stands above the bits. */
export const COUNT = 14;

/** As evidence.ts has them. */
export const SHORTEST_PASSWORD = 5;
const SHORTEST_KEY = 10;

export function kindOf(name: number): number {
  return name & KIND;
}

/** Words of the name: 0, 1, 2, or 3 for more. */
export function wordCount(name: number): number {
  return name >> COUNT;
}

/** Whether no value under such a name counts. */
export function isOther(name: number): boolean {
  return (name & DIGEST) !== 0 || ((name & KIND) <= WEAK && (name & (DESCRIBED | OTHER)) !== 0);
}

/** The same of a value without a scheme. */
export function isOtherUnschemed(name: number, way: number): boolean {
  if (isOther(name)) return true;
  return (name & (KIND | SCHEME)) === AUTH && (linkOf(way) === ARGUMENT || linkOf(way) === WRAPPED);
}

/** The shortest value that counts, where it has no scheme. */
export function leastOf(name: number, way: number): number {
  const kind = name & KIND;
  const short = kind === PASSWORD || (kind === CREDENTIAL && linkOf(way) === ARGUMENT) || (name & SCHEME) !== 0;
  return short ? SHORTEST_PASSWORD : SHORTEST_KEY;
}
