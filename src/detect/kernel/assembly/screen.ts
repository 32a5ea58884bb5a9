// AssemblyScript. Where a key may hide in another form, and how many lines there are: sixteen bytes at a time are made bits,
// and runs are told from 64 bits at once. Says too much rather than too little; src/detect/may-hide.ts has the last word.
import { FIRST, highOf, kindOf, LETTERS, lowOf, SECOND, zeros } from './layout';

/** Most spots of one block, and what stays free for it. */
const BLOCK_ROOM: u32 = 192;
/** `.concat(`, as eight bytes in memory. */
const CONCAT: u64 = (<u64>0x28746163 << 32) | 0x6e6f632e;
const EIGHTHS: u64 = (<u64>0x80808080 << 32) | 0x80808080;

let found: u32 = 0;
let breaks: u32 = 0;
// bits of the block before: what runs of 1, 2, 4 and 8 end there, and quotes
let runs1: u64 = 0;
let runs2: u64 = 0;
let runs4: u64 = 0;
let runs8: u64 = 0;
let quotesBefore: u64 = 0;

/** How many spots the last call gave. */
export function spots(): u32 {
  return found;
}

/** Line feeds since `begin`. */
export function lineFeeds(): u32 {
  return breaks;
}

export function begin(): void {
  breaks = 0;
  runs1 = runs2 = runs4 = runs8 = quotesBefore = 0;
}

/** Counts line feeds in `[from, to)` of the text at `text`; what stands behind `to` up to the next multiple of 64 is zero. */
export function countLines(text: usize, from: u32, to: u32): void {
  for (let i: u32 = from; i < to; i += 64) {
    let count = i8x16.splat(0);
    for (let k: u32 = 0; k < 64; k += 16) count = i8x16.sub(count, lineFeedsOf(v128.load(text + i + k)));
    addLines(i16x8.extadd_pairwise_i8x16_u(count));
  }
}

/**
 * Looks for spots in `[from, to)` of the text at `text`, in blocks of 64 bytes; the calls for one text follow each other.
 *
 * @param out where the places of spots go, four bytes each; what one stands for is within 96 bytes of it
 * @param room most of them
 * @returns where it stopped: at or behind `to`, or before the first block for which there was no room
 */
export function screen(text: usize, from: u32, to: u32, out: usize, room: u32): u32 {
  found = 0;
  const lettersLow = v128.load(LETTERS);
  const lettersHigh = v128.load(LETTERS, 16);
  const firstLow = v128.load(FIRST);
  const firstHigh = v128.load(FIRST, 16);
  const secondLow = v128.load(SECOND);
  const secondHigh = v128.load(SECOND, 16);
  let feeds = i16x8.splat(0);
  let i: u32 = from;
  for (; i < to && found + BLOCK_ROOM <= room; i += 64) {
    const at = text + i;
    let count = i8x16.splat(0);
    let letters: u64 = 0;
    let quotes: u64 = 0;
    let marks: u64 = 0;
    for (let k: u32 = 0; k < 64; k += 16) {
      const v = v128.load(at + k);
      const next = v128.load(at + k, 1);
      const low = lowOf(v);
      const high = highOf(v);
      count = i8x16.sub(count, lineFeedsOf(v));
      letters |= (<u64>zeros(kindOf(low, high, lettersLow, lettersHigh))) << k;
      const both = v128.and(
        kindOf(low, high, firstLow, firstHigh),
        kindOf(lowOf(next), highOf(next), secondLow, secondHigh),
      );
      quotes |= (<u64>i8x16.bitmask(both)) << k;
      marks |= (<u64>zeros(v128.and(both, i8x16.splat(0x7f)))) << k;
    }
    feeds = i16x8.add(feeds, i16x8.extadd_pairwise_i8x16_u(count));
    if ((i & 0x7fc0) === 0x7fc0) {
      addLines(feeds);
      feeds = i16x8.splat(0);
    }
    const r1 = ~letters;
    const r2 = r1 & ((r1 << 1) | (runs1 >> 63));
    const r4 = r2 & ((r2 << 2) | (runs2 >> 62));
    const r6 = r4 & ((r2 << 4) | (runs2 >> 60));
    const r8 = r4 & ((r4 << 4) | (runs4 >> 60));
    const r16 = r8 & ((r8 << 8) | (runs8 >> 56));
    const r24 = r16 & ((r8 << 16) | (runs8 >> 48));
    const opened = r6 & ((quotes << 6) | (quotesBefore >> 58));
    if (opened !== 0) joints(text, i, opened, out);
    if (~marks !== 0) escapes(text, i, ~marks, out);
    if (r24 !== 0) longRuns(text, i, r24, out);
    runs1 = r1;
    runs2 = r2;
    runs4 = r4;
    runs8 = r8;
    quotesBefore = quotes;
  }
  addLines(feeds);
  return i;
}

function lineFeedsOf(v: v128): v128 {
  return i8x16.eq(v, i8x16.splat(10));
}

function addLines(eight: v128): void {
  const four = i32x4.extadd_pairwise_i16x8_u(eight);
  breaks += i32x4.extract_lane(four, 0) + i32x4.extract_lane(four, 1);
  breaks += i32x4.extract_lane(four, 2) + i32x4.extract_lane(four, 3);
}

// Forms, as src/detect/may-hide.ts has them, above the place of a spot.
const RUN: u32 = 1 << 24;
const ESCAPE: u32 = 2 << 24;
const JOINT: u32 = 4 << 24;

function push(out: usize, place: u32, form: u32): void {
  store<u32>(out + (found << 2), place | form);
  found++;
}

/** Opening quotes, each six bytes before a bit: a spot where another literal has just ended. */
function joints(text: usize, block: u32, ends: u64, out: usize): void {
  for (let rest = ends; rest !== 0; rest &= rest - 1) {
    const quote = block + <u32>ctz(rest) - 6;
    if (isJoined(text + quote)) push(out, quote, JOINT);
  }
}

function escapes(text: usize, block: u32, marks: u64, out: usize): void {
  for (let rest = marks; rest !== 0; rest &= rest - 1) {
    const place = block + <u32>ctz(rest);
    if (isEscape(text + place)) push(out, place, formOf(load<u8>(text + place)));
  }
}

/** Runs of 24 letters of base64 end at the bits: one spot where its groups are such as text has, one for each hexadecimal run. */
function longRuns(text: usize, block: u32, ends: u64, out: usize): void {
  const groups = ends & sixGroups(text + block);
  if (groups !== 0) push(out, block + <u32>ctz(groups), RUN);
  // of 32 digits, one at every eighth place has 23 before it
  for (let rest = ends & EIGHTHS; rest !== 0; rest &= rest - 1) {
    const place = block + <u32>ctz(rest);
    if (isHex(text + place)) push(out, place, RUN);
  }
}

/** Ends of 24 letters of which each fourth, from the first on, is one of A-Z and a-f. */
function sixGroups(at: usize): u64 {
  const old = groupStarts(at - 64);
  const now = groupStarts(at);
  const old2 = old & (old << 4);
  const now2 = now & ((now << 4) | (old >> 60));
  const now4 = now2 & ((now2 << 8) | (old2 >> 56));
  const old6 = old2 & (old2 << 8) & (old2 << 16);
  const now6 = now4 & ((now2 << 16) | (old2 >> 48));
  return (now6 << 3) | (old6 >> 61);
}

function groupStarts(at: usize): u64 {
  let others: u64 = 0;
  for (let k: u32 = 0; k < 64; k += 16) {
    const v = v128.load(at + k);
    const kind = kindOf(lowOf(v), highOf(v), v128.load(LETTERS), v128.load(LETTERS, 16));
    others |= (<u64>zeros(v128.and(kind, i8x16.splat(7)))) << k;
  }
  return ~others;
}

/** 24 hexadecimal digits up to `end`, every second of them one of 2-7: text, since digests have others there. */
function isHex(end: usize): bool {
  let even = true;
  let odd = true;
  for (let k: usize = 0; k < 24; k++) {
    const c: u32 = load<u8>(end - k);
    if (!isHexDigit(c)) return false;
    if (c - 50 >= 6) {
      if ((k & 1) === 0) even = false;
      else odd = false;
      if (!even && !odd) return false;
    }
  }
  return true;
}

/** A digit among the first letters of the literal that opens at `quote`, and nothing but a joint since another quote. */
function isJoined(quote: usize): bool {
  for (let k: usize = 1; ; k++) {
    const c: u32 = load<u8>(quote + k);
    if (c - 48 < 10) break;
    if (k > 40 || !(isLetter(c) || c === 95 || c === 45)) return false;
  }
  for (let k: usize = 1; k < 96; k++) {
    const c: u32 = load<u8>(quote - k);
    if (c === 34 || c === 39 || c === 96) return true;
    if (isJoint(c)) continue;
    if (load<u64>(quote - k - 7) !== CONCAT) return false;
    k += 7;
  }
  return false;
}

/** Blanks, line ends and + . & , ) \ _ */
function isJoint(c: u32): bool {
  return (
    c === 32 ||
    c === 9 ||
    c === 10 ||
    c === 13 ||
    c === 43 ||
    c === 46 ||
    c === 38 ||
    c === 44 ||
    c === 41 ||
    c === 92 ||
    c === 95
  );
}

function isEscape(at: usize): bool {
  const word = load<u32>(at);
  const second = (word >> 8) & 0xff;
  const third = (word >> 16) & 0xff;
  switch (word & 0xff) {
    case 92: // \
      if (second === 120) return isCode(word >> 16);
      if (third === 123) return isCode(load<u16>(at, 3)) && load<u8>(at, 5) === 125;
      return word >> 16 === 0x3030 && isCode(load<u16>(at, 4));
    case 37: // %
      return isCode(word >> 8) && mayGoOn(word >> 24);
    case 58: // :
      return word >> 16 === 0x5c2f && load<u8>(at, 4) === 47; // :\/\/
    case 61: // =
      return word >> 24 === 61;
    case 38: // &
      return third === 120 || third - 48 < 10;
    case 96: // `
      return isJoined(at);
    default: // H4sI, UEsD
      return word === 0x49733448 || word === 0x44734555;
  }
}

/** Of what `isEscape` finds, by its first byte: the back quote joins, letters begin packed text. */
function formOf(c: u32): u32 {
  return c === 96 ? JOINT : isLetter(c) ? RUN : ESCAPE;
}

/** After a percent escape: another one, or what goes on like a key. */
function mayGoOn(c: u32): bool {
  return c === 37 || c === 59 || c - 48 < 10 || isLetter(c);
}

/** One of 2-7 and a hexadecimal digit. */
function isCode(word: u32): bool {
  return (word & 0xff) - 50 < 6 && isHexDigit((word >> 8) & 0xff);
}

function isHexDigit(c: u32): bool {
  return c - 48 < 10 || (c | 32) - 97 < 6;
}

function isLetter(c: u32): bool {
  return (c | 32) - 97 < 26;
}
