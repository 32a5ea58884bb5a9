// AssemblyScript. Where things lie in the memory of the kernel; src/detect/kernel/memory.ts has the same addresses.

/** Tables by nibble for `kindOf`, sixteen bytes each: for low nibbles, then for high ones. */
export const LETTERS: usize = 0x100;
export const FIRST: usize = 0x120;
export const SECOND: usize = 0x140;
/** Places of a stretch at which a keyword may stand, two bytes each. */
export const PLACES: usize = 0x1000;
/** What the runs of guards are made of: 32 bytes a set, 64 sets. */
export const SETS: usize = 0x4000;
/** Sets that do not come from rules. */
export const CHARS_AT: usize = 0x4800;
/** What `again` says. */
export const SAID: usize = 0x5000;
// From 0x8000 on the compiler puts its constants (scripts/kernel.mjs); they end before the next table.
/** One byte for each vector hash: 2 where the anchor of a keyword has it. */
export const PROBES: usize = 0x10000;
/** Number of the group of a hash, two bytes each; 0: none. */
export const HEADS: usize = 0x20000;
/** What `again` finds, hits or spots; and the hits near a change. */
export const FOUND: usize = 0x40000;
export const NEARBY: usize = 0x50000;
/** What is run around keywords, and for each keyword where its programs begin there, four bytes each; 0: none. */
export const PROGRAMS: usize = 0x60000;
export const STARTS: usize = 0xa0000;
/** What may stand before and after the anchors of one hash, 32 bits each, and its first keyword; 16 bytes each. */
export const GROUPS: usize = 0x100000;
/**
 * Keywords: anchor, whether it is the last of its hash (1), a generic word (2), of rules (4) and what all their matches begin with (8), offset of the anchor,
 * length, guard, address of the letters.
 */
export const RECORDS: usize = 0x200000;
export const RECORD: usize = 16;
/** Levels of trigrams: one byte for each three of 28 symbols. */
export const TRIGRAMS: usize = 0x300000;
/** The words that names are judged by, 64 KiB; see generic/gate/words.ts. */
export const WORDS: usize = 0x310000;
/** What features of the generic detector weigh, four bytes each. */
export const WEIGHTS: usize = 0x308000;
/** How far the rules of each keyword see before and behind it, four bytes each; zeros where nobody has told. */
export const VIEWS: usize = 0x320000;
/** Names of services, 32 KiB and a number; see generic/gate/services.ts. */
export const SERVICES: usize = 0x3a0000;
/** Letters of keywords, for `stands`. */
export const SPELLINGS: usize = 0x400000;

/** The hash of the twin: of three bytes, case folded. */
export const FOLD: u32 = 0x202020;
export const FACTOR: u32 = 0x9e3779b1;
/** Factors of the hash of which vectors compute eight at a time. */
export const FACTOR1: u32 = 0x9e37;
export const FACTOR2: u32 = 0x79b1;

export function probeOf(anchor: u32): usize {
  return ((anchor & 0xffff) * FACTOR1 + (anchor >>> 8) * FACTOR2) & 0xffff;
}

/** The tables of a class of bytes, given by rectangles of high and low nibbles: one bit a rectangle. */
export function kindOf(low: v128, high: v128, lowTable: v128, highTable: v128): v128 {
  return v128.and(i8x16.swizzle(lowTable, low), i8x16.swizzle(highTable, high));
}

export function lowOf(v: v128): v128 {
  return v128.and(v, i8x16.splat(15));
}

export function highOf(v: v128): v128 {
  return i8x16.shr_u(v, 4);
}

/** One bit for each byte that is zero. */
export function zeros(v: v128): u32 {
  return i8x16.bitmask(i8x16.eq(v, i8x16.splat(0)));
}
