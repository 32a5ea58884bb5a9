// AssemblyScript. Inflates what lies in packs: zlib takes longer to begin than most of these streams take.

/** Bits of the tables that say most symbols at once; longer codes are counted out. */
const FAST: u32 = 9;
const ROOM: u32 = 1 << FAST;

// Addresses. A table of codes: for FAST bits the symbol and its length, the number of codes of each length, symbols by code.
const LENGTHS: usize = 0x2000; // of 320 symbols, a byte each
const LITERALS: usize = 0x2200;
const DISTANCES: usize = 0x2c00;
const COUNTS: usize = 0x400;
const SYMBOLS: usize = 0x440;
const NEXT: usize = 0x21e0; // 16 places of 2 bytes, while a table is made

/** Base and extra bits of lengths and distances, and the order of code lengths. */
const LENGTH_BASE = memory.data<u16>([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]);
const LENGTH_EXTRA = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]);
const DISTANCE_BASE = memory.data<u16>([
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
  12289, 16385, 24577,
]);
const DISTANCE_EXTRA = memory.data<u8>([
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]);
const ORDER = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

let input: usize = 0;
let inputEnd: usize = 0;
let bits: u64 = 0;
let held: u32 = 0;
let isSpent: bool = false;

/**
 * Inflates the zlib stream at `from`, of `length` bytes at most, with 8 more behind them that may be read.
 *
 * @param size of what it makes
 * @returns whether that came out, and the sum at the end says so, too
 */
export function inflate(from: usize, length: u32, to: usize, size: u32): bool {
  if (length < 6) return false;
  const head = (<u32>load<u8>(from) << 8) | load<u8>(from, 1);
  if ((head & 0x0f20) !== 0x0800 || head % 31 !== 0) return false;
  input = from + 2;
  inputEnd = from + length;
  bits = 0;
  held = 0;
  isSpent = false;
  const end = to + size;
  let at = to;
  for (let isLast = false; !isLast; ) {
    isLast = take(1) === 1;
    const kind = take(2);
    if (kind === 0) at = stored(at, end);
    else if (kind === 1) {
      fixed();
      at = decoded(at, to, end);
    } else if (kind === 2 && dynamic()) at = decoded(at, to, end);
    else return false;
    if (at === 0 || isSpent) return false;
  }
  input -= held >> 3; // whole bytes that were not needed
  return at === end && input + 4 <= inputEnd && bswap(load<u32>(input)) === adler(to, size);
}

/** At least 56 bits are held then. */
function refill(): void {
  if (input > inputEnd) isSpent = true; // zeros or what else follows; an end is seen before much is made of it
  else {
    bits |= load<u64>(input) << held;
    input += (63 - held) >> 3;
  }
  held |= 56;
}

function take(count: u32): u32 {
  if (held < count) refill();
  const value = <u32>bits & ((1 << count) - 1);
  bits >>= count;
  held -= count;
  return value;
}

function stored(at: usize, end: usize): usize {
  take(held & 7);
  input -= held >> 3;
  bits = 0;
  held = 0;
  if (input + 4 > inputEnd) return 0;
  const length: u32 = load<u16>(input);
  if ((length ^ 0xffff) !== load<u16>(input, 2) || input + 4 + length > inputEnd || at + length > end) return 0;
  memory.copy(at, input + 4, length);
  input += 4 + length;
  return at + length;
}

let isFixed: bool = false;

function fixed(): void {
  if (isFixed) return;
  isFixed = true;
  for (let i: u32 = 0; i < 288; i++) store<u8>(LENGTHS + i, i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
  make(LITERALS, LENGTHS, 288);
  for (let i: u32 = 0; i < 32; i++) store<u8>(LENGTHS + i, 5);
  make(DISTANCES, LENGTHS, 32);
}

function dynamic(): bool {
  isFixed = false;
  const literals = take(5) + 257;
  const distances = take(5) + 1;
  const codes = take(4) + 4;
  if (literals > 286 || distances > 30) return false;
  memory.fill(LENGTHS, 0, 19);
  for (let i: u32 = 0; i < codes; i++) store<u8>(LENGTHS + load<u8>(ORDER + i), <u8>take(3));
  if (!make(LITERALS, LENGTHS, 19)) return false;
  const all = literals + distances;
  for (let i: u32 = 0; i < all; ) {
    const symbol = next(LITERALS);
    if (symbol < 16) {
      store<u8>(LENGTHS + i++, <u8>symbol);
      continue;
    }
    if (symbol > 18 || (symbol === 16 && i === 0)) return false;
    const value: u8 = symbol === 16 ? load<u8>(LENGTHS + i - 1) : 0;
    const times = symbol === 16 ? 3 + take(2) : symbol === 17 ? 3 + take(3) : 11 + take(7);
    if (i + times > all || isSpent) return false;
    memory.fill(LENGTHS + i, value, times);
    i += times;
  }
  return load<u8>(LENGTHS + 256) !== 0 && make(LITERALS, LENGTHS, literals) && make(DISTANCES, LENGTHS + literals, distances);
}

/** Fills the table of a code. @returns whether the lengths make one */
function make(table: usize, lengths: usize, count: u32): bool {
  memory.fill(table, 0, ROOM << 1);
  memory.fill(table + COUNTS, 0, 32);
  for (let i: u32 = 0; i < count; i++) {
    const at = table + COUNTS + (<usize>load<u8>(lengths + i) << 1);
    store<u16>(at, load<u16>(at) + 1);
  }
  store<u16>(table + COUNTS, 0);
  let left: i32 = 1;
  let place: u32 = 0;
  for (let length: u32 = 1; length < 16; length++) {
    const many: i32 = load<u16>(table + COUNTS + (length << 1));
    left = (left << 1) - many;
    if (left < 0) return false;
    store<u16>(NEXT + (length << 1), <u16>place);
    place += many;
  }
  // a code that is not whole may stand for distances that do not occur
  if (left > 0 && place > 1) return false;
  for (let i: u32 = 0; i < count; i++) {
    const length: u32 = load<u8>(lengths + i);
    if (length === 0) continue;
    const at = NEXT + (length << 1);
    const index: u32 = load<u16>(at);
    store<u16>(at, <u16>(index + 1));
    store<u16>(table + SYMBOLS + (index << 1), <u16>i);
  }
  let code: u32 = 0; // its bits in the order in which they come
  let index: u32 = 0;
  for (let length: u32 = 1; length <= FAST; length++) {
    const top: u32 = 1 << (length - 1);
    for (let n: u32 = load<u16>(table + COUNTS + (length << 1)); n > 0; n--, index++) {
      const entry = <u16>((<u32>load<u16>(table + SYMBOLS + (index << 1)) << 4) | length);
      for (let at = code; at < ROOM; at += 1 << length) store<u16>(table + (at << 1), entry);
      let bit = top;
      while ((code & bit) !== 0) bit >>= 1;
      code = bit === 0 ? 0 : (code & (bit - 1)) | bit;
    }
  }
  return true;
}

/** The next symbol; 0xfff where the code has none. */
function next(table: usize): u32 {
  if (held < 16) refill();
  let entry: u32 = load<u16>(table + ((<usize>bits & (ROOM - 1)) << 1));
  if (entry === 0) entry = slow(table, bits);
  bits >>= entry & 15;
  held -= entry & 15;
  return entry >> 4;
}

/** What the table would say of a longer code. */
function slow(table: usize, ahead: u64): u32 {
  let code: i32 = 0;
  let first: i32 = 0;
  let index: i32 = 0;
  for (let length: u32 = 1; length < 16; length++) {
    code |= <i32>((ahead >> (length - 1)) & 1);
    const count: i32 = load<u16>(table + COUNTS + (length << 1));
    if (code - count < first) return (<u32>load<u16>(table + SYMBOLS + ((index + (code - first)) << 1)) << 4) | length;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return 0xffff;
}

/** @returns where it came to; 0 where the stream is broken or makes too much */
function decoded(from: usize, start: usize, end: usize): usize {
  let at = from;
  // in locals, which V8 keeps in registers
  let b = bits;
  let h = held;
  let p = input;
  for (;;) {
    // a symbol with its extra bits, a distance with its own: 15 + 5 + 15 + 13; where the input ends, `h` falls below 0
    if (h < 48 && p <= inputEnd) {
      b |= load<u64>(p) << h;
      p += (63 - h) >> 3;
      h |= 56;
    }
    let entry: u32 = load<u16>(LITERALS + ((<usize>b & (ROOM - 1)) << 1));
    if (entry === 0) entry = slow(LITERALS, b);
    b >>= entry & 15;
    h -= entry & 15;
    const symbol = entry >> 4;
    if (symbol < 256) {
      if (at === end) return 0;
      store<u8>(at++, <u8>symbol);
      continue;
    }
    if (symbol === 256) break;
    if (symbol > 285) return 0;
    const kind = symbol - 257;
    let extra: u32 = load<u8>(LENGTH_EXTRA + kind);
    const length = <u32>load<u16>(LENGTH_BASE + (kind << 1)) + (<u32>b & ((1 << extra) - 1));
    b >>= extra;
    h -= extra;
    let far: u32 = load<u16>(DISTANCES + ((<usize>b & (ROOM - 1)) << 1));
    if (far === 0) far = slow(DISTANCES, b);
    b >>= far & 15;
    h -= far & 15;
    far >>= 4;
    if (far > 29) return 0;
    extra = load<u8>(DISTANCE_EXTRA + far);
    const back = <usize>load<u16>(DISTANCE_BASE + (far << 1)) + (<u32>b & ((1 << extra) - 1));
    b >>= extra;
    h -= extra;
    if (back > at - start || at + length > end) return 0;
    // writes up to 7 bytes too many, over which the next ones go
    if (back >= 8) for (let i: usize = 0; i < length; i += 8) store<u64>(at + i, load<u64>(at + i - back));
    else for (let i: usize = 0; i < length; i++) store<u8>(at + i, load<u8>(at + i - back));
    at += length;
  }
  if (h > 63) return 0;
  bits = b;
  held = h;
  input = p;
  return at;
}

/** Bytes that are added up before the sums would not fit. */
const BLOCK: usize = 5552;

function adler(from: usize, size: u32): u32 {
  let a: u32 = 1;
  let b: u32 = 0;
  const end = from + size;
  const high = i16x8(16, 15, 14, 13, 12, 11, 10, 9);
  const low = i16x8(8, 7, 6, 5, 4, 3, 2, 1);
  for (let at = from; at < end; ) {
    const stop = min(at + BLOCK, end);
    let sums = i32x4.splat(0); // of the bytes so far
    let before = i32x4.splat(0); // the same before each sixteen, added up
    let weighed = i32x4.splat(0);
    const whole = (stop - at) & ~15;
    for (const last = at + whole; at < last; at += 16) {
      const v = v128.load(at);
      before = i32x4.add(before, sums);
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(v)));
      weighed = i32x4.add(weighed, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(v), high));
      weighed = i32x4.add(weighed, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(v), low));
    }
    b += a * <u32>whole + 16 * added(before) + added(weighed);
    a += added(sums);
    for (; at < stop; at++) {
      a += load<u8>(at);
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return (b << 16) | a;
}

function added(v: v128): u32 {
  return i32x4.extract_lane(v, 0) + i32x4.extract_lane(v, 1) + i32x4.extract_lane(v, 2) + i32x4.extract_lane(v, 3);
}
