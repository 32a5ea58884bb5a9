// AssemblyScript. Lines and columns; the twin is ../../position.ts.

/** Line feeds in `[from, to)`. */
export function feedsIn(from: usize, to: usize): u32 {
  let feeds: u32 = 0;
  let at = from;
  for (; at + 16 <= to; at += 16) feeds += popcnt(feedsOf(v128.load(at)));
  return at < to ? feeds + popcnt(feedsOf(v128.load(at)) & partOf(to - at)) : feeds;
}

/** Whether all of `[from, to)` is ASCII. */
export function isAscii(from: usize, to: usize): bool {
  let at = from;
  for (; at + 16 <= to; at += 16) if (i8x16.bitmask(v128.load(at)) !== 0) return false;
  return at >= to || (i8x16.bitmask(v128.load(at)) & partOf(to - at)) === 0;
}

function feedsOf(v: v128): u32 {
  return i8x16.bitmask(i8x16.eq(v, i8x16.splat(10)));
}

/** Bits of the first bytes of sixteen. */
function partOf(bytes: usize): u32 {
  return (1 << <u32>bytes) - 1;
}
