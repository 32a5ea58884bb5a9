// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers only.

// A way is how a value hangs on its name: one of these, in the order in which features.ts weighs them, and CODE.
export const ASSIGN = 0;
export const COMPARE = 1;
export const ARGUMENT = 2;
export const FALLBACK = 3;
/** Nothing but blanks stand between. */
export const SPACE = 4;
/** `is` and the like stand between. */
export const PROSE = 5;
export const PAIR = 6;
export const ELEMENT = 7;
export const WRAPPED = 8;
export const REVERSE = 9;
/** In a file of code, where bare words are no values. */
export const CODE = 16;
/** The first of the values in brackets, of which the second may count. */
export const LISTED = 32;

const LINK = 15;

/** The link of a way. */
export function linkOf(way: number): number {
  return way & LINK;
}

/** The way with another link. */
export function linkedBy(way: number, link: number): number {
  return (way & ~LINK) | link;
}

export function isInCode(way: number): boolean {
  return (way & CODE) !== 0;
}

/** Whether the value follows as the next word does: it needs a digit then. */
export function isSpaced(way: number): boolean {
  const link = linkOf(way);
  return link === SPACE || link === PROSE;
}

/** Whether a bare value needs a digit, or else what no word has. */
export function needsMore(way: number): boolean {
  return isInCode(way) || isSpaced(way);
}
