// AssemblyScript. Runs of bytes of a set, sixteen bytes at a time; the twin, which has the sets, is ../../byte-runs.ts.
import { highOf, CHARS_AT, lowOf, zeros } from './layout';

export const CHARS: usize = CHARS_AT;
export const OF_NAMES: i32 = 0;
export const OF_CALLS: i32 = 32;
export const OF_TYPES: i32 = 64;
export const OF_EXPRESSIONS: i32 = 96;
export const OF_MEMBERS: i32 = 128;
export const OF_NUMBERS: i32 = 160;
export const OF_ADDRESSES: i32 = 192;
export const OF_BARE: i32 = 224;
export const OF_UNNUMBERED: i32 = 256;
export const OF_QUOTED: i32 = 288;
export const OF_TAGS: i32 = 320;

export function runFrom(text: usize, at: i32, most: i32, sets: usize, set: i32): i32 {
  for (let n = 0; n < most; n += 16) {
    const others = othersThan(sets + set, text + at + n);
    if (others !== 0) return min(n + ctz(others), most);
  }
  return max(most, 0);
}

export function runBefore(text: usize, at: i32, most: i32, sets: usize, set: i32): i32 {
  for (let n = 0; n < most; n += 16) {
    const others = othersThan(sets + set, text + at - n - 16);
    if (others !== 0) return min(n + clz(others << 16), most);
  }
  return max(most, 0);
}

/** One bit for each of the sixteen bytes at `at` that is not in the set. */
function othersThan(set: usize, at: usize): i32 {
  const v = v128.load(at);
  const low = lowOf(v);
  const rows = v128.bitselect(
    i8x16.swizzle(v128.load(set, 16), low),
    i8x16.swizzle(v128.load(set), low),
    i8x16.shr_s(v, 7),
  );
  const row = i8x16.swizzle(i8x16(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128), highOf(v));
  return zeros(v128.and(rows, row));
}
