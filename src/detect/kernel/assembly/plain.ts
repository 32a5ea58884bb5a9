// AssemblyScript. Whether bytes are plain text, so that nobody has to look closer; src/sources/sniff.ts has the last word on others.

/** As SAMPLE of src/sources/sniff.ts. */
const SAMPLE: u32 = 4096;
/** 9, 10, 12, 13 and 27 are bits of this: control characters that text holds. */
const USUAL: u32 = (1 << 9) | (1 << 10) | (1 << 12) | (1 << 13) | (1 << 27);

/**
 * Whether the `size` bytes at `text`, which have zeros behind them, hold no NUL, no escape character, no mark of UTF-16, and few
 * control characters in their first ones.
 */
export function isPlain(text: usize, size: u32): bool {
  if (size < 2 || load<u16>(text) === 0xfffe || load<u16>(text) === 0xfeff) return false;
  const space = i8x16.splat(32);
  let odd: u32 = 0;
  const sample = min(size, SAMPLE);
  for (let i: u32 = 0; i < size; i += 16) {
    const v = v128.load(text + i);
    const low: i32 = i8x16.bitmask(i8x16.lt_u(v, space));
    if (low === 0) continue;
    // NUL and escape, the zeros behind the end left aside
    const never = v128.or(i8x16.eq(v, i8x16.splat(0)), i8x16.eq(v, i8x16.splat(27)));
    const inside: u32 = size - i < 16 ? (1 << (size - i)) - 1 : 0xffff;
    if ((<u32>i8x16.bitmask(never) & inside) !== 0) return false;
    if (i >= sample) continue;
    // of line ends and tabs there are many, of all others none in most texts
    const usual = v128.or(i8x16.eq(v, i8x16.splat(10)), v128.or(i8x16.eq(v, i8x16.splat(9)), i8x16.eq(v, i8x16.splat(13))));
    for (let rest = <u32>low & inside & ~<u32>i8x16.bitmask(usual); rest !== 0; rest &= rest - 1) {
      const c: u32 = load<u8>(text + i + ctz(rest));
      if (((1 << c) & USUAL) === 0) odd++;
    }
  }
  return odd * 10 <= sample;
}
