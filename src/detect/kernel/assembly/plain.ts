// AssemblyScript. Whether bytes are plain text, so that nobody has to look closer; src/sources/sniff.ts has the last word on others.

/** As SAMPLE of src/sources/sniff.ts. */
const SAMPLE: u32 = 4096;

/**
 * Whether the `size` bytes at `text`, which have zeros behind them, hold no NUL, no escape character, no mark of UTF-16, and few
 * control characters in their first ones. Without a branch on what stands there: most texts are plain to their end.
 */
export function isPlain(text: usize, size: u32): bool {
  if (size < 2 || load<u16>(text) === 0xfffe || load<u16>(text) === 0xfeff) return false;
  const sample = min(size, SAMPLE);
  let odd: u32 = 0;
  let i: u32 = 0;
  for (; i + 16 <= sample; i += 16) odd += popcnt(oddOf(v128.load(text + i)));
  if (i < sample) odd += popcnt(oddOf(v128.load(text + i)) & ((1 << (sample - i)) - 1));
  return odd * 10 <= sample && !holdsNever(text, size);
}

/** One bit for each control character that text does not hold: all but 9, 10, 12, 13 and 27. */
function oddOf(v: v128): u32 {
  const usual = i8x16.swizzle(i8x16(0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, -1, -1, 0, 0), v);
  const control = i8x16.lt_u(v, i8x16.splat(32));
  return i8x16.bitmask(v128.andnot(v128.andnot(control, usual), i8x16.eq(v, i8x16.splat(27))));
}

/** A NUL or an escape character. */
function holdsNever(text: usize, size: u32): bool {
  const whole = size & ~63;
  for (let i: u32 = 0; i < whole; i += 64) {
    const either = v128.or(
      v128.or(never(v128.load(text + i)), never(v128.load(text + i, 16))),
      v128.or(never(v128.load(text + i, 32)), never(v128.load(text + i, 48))),
    );
    if (v128.any_true(either)) return true;
  }
  for (let i: u32 = whole; i < size; i += 16) {
    const inside: u32 = size - i < 16 ? (1 << (size - i)) - 1 : 0xffff; // the zeros behind the end left aside
    if ((<u32>i8x16.bitmask(never(v128.load(text + i))) & inside) !== 0) return true;
  }
  return false;
}

function never(v: v128): v128 {
  return v128.or(i8x16.eq(v, i8x16.splat(0)), i8x16.eq(v, i8x16.splat(27)));
}
