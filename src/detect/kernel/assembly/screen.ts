// AssemblyScript. Where a key may hide in another form, and how many lines there are: sixteen bytes at a time are made bits,
// and runs are told from 64 bits at once. Of runs it says what src/detect/may-hide.ts says; of all else too much rather than too
// little, since that has the last word.
import { FIRST, highOf, kindOf, LETTERS, lowOf, SECOND, zeros } from './layout';
import { holdsText } from './readable';

/** Most spots of one block, and what stays free for it. */
const BLOCK_ROOM: u32 = 192;
/** `.concat(`, as eight bytes in memory. */
const CONCAT: u64 = (<u64>0x28746163 << 32) | 0x6e6f632e;

let found: u32 = 0;
let breaks: u32 = 0;
// bits of the block before: where runs of 1, 2, 4, 8 and 24 letters end, and quotes
let runs1: u64 = 0;
let runs2: u64 = 0;
let runs4: u64 = 0;
let runs8: u64 = 0;
let runs24: u64 = 0;
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
  runs1 = runs2 = runs4 = runs8 = runs24 = quotesBefore = 0;
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
 * @param out where the places of spots go, four bytes each, each with its form above; a run is there by its beginning, which may
 *   stand up to 23 bytes before `from`
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
    let others: u64 = 0;
    let outside: u64 = 0;
    let quotes: u64 = 0;
    let marks: u64 = 0;
    for (let k: u32 = 0; k < 64; k += 16) {
      const v = v128.load(at + k);
      const next = v128.load(at + k, 1);
      const low = lowOf(v);
      const high = highOf(v);
      count = i8x16.sub(count, lineFeedsOf(v));
      const kind = kindOf(low, high, lettersLow, lettersHigh);
      others |= (<u64>zeros(v128.and(kind, i8x16.splat(0x3f)))) << k;
      outside |= (<u64>zeros(kind)) << k;
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
    const r1 = ~others;
    const r2 = r1 & ((r1 << 1) | (runs1 >> 63));
    const r4 = r2 & ((r2 << 2) | (runs2 >> 62));
    const r8 = r4 & ((r4 << 4) | (runs4 >> 60));
    const r16 = r8 & ((r8 << 8) | (runs8 >> 56));
    const r24 = r16 & ((r8 << 16) | (runs8 >> 48));
    const opened = ~outside & ((quotes << 1) | (quotesBefore >> 63));
    const long = r24 & ~((r24 << 1) | (runs24 >> 63));
    if (opened !== 0) joints(text, i, opened, out);
    if (~marks !== 0) escapes(text, i, ~marks, out);
    if (long !== 0) longRuns(text, i, long, out);
    runs1 = r1;
    runs2 = r2;
    runs4 = r4;
    runs8 = r8;
    runs24 = r24;
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
const ARRAY: u32 = 8 << 24;

function push(out: usize, place: u32, form: u32): void {
  store<u32>(out + (found << 2), place | form);
  found++;
}

/** Opening quotes, each before a bit: a spot where another literal has just ended. */
function joints(text: usize, block: u32, ends: u64, out: usize): void {
  for (let rest = ends; rest !== 0; rest &= rest - 1) {
    const quote = block + <u32>ctz(rest) - 1;
    if (isJoined(text + quote)) push(out, quote, JOINT);
  }
}

function escapes(text: usize, block: u32, marks: u64, out: usize): void {
  for (let rest = marks; rest !== 0; rest &= rest - 1) {
    const place = block + <u32>ctz(rest);
    if (isEscape(text + place)) push(out, place, formOf(load<u8>(text + place)));
  }
}

/** Runs whose 24th letters are at the bits: spots where those begin that are readable once decoded. */
function longRuns(text: usize, block: u32, bits: u64, out: usize): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    const place = block + <u32>ctz(rest) - 23;
    if (holdsText(text + place)) push(out, place, RUN);
  }
}

/** What may belong to a key before another literal, which ends before the one that opens at `quote`, and a joint between them. */
function isJoined(quote: usize): bool {
  let joins = false;
  for (let k: usize = 1; k < LONGEST_JOINT; k++) {
    const at = quote - k;
    const c: u32 = load<u8>(at);
    if (isQuote(c)) return joins && (isOfKey(load<u8>(at - 1)) || isCommented(at));
    if (c !== 32 && c !== 9) {
      if (c === 40 && load<u64>(at - 7) === CONCAT) k += load<u8>(at - 8) === 41 ? 8 : 7;
      else if (!isJoint(c)) return joins && isCommented(at);
      joins = true;
    }
  }
  return false;
}

/** Line ends and + . & < > \ _ */
function isJoint(c: u32): bool {
  return c === 10 || c === 13 || c === 43 || c === 46 || c === 38 || c === 60 || c === 62 || c === 92 || c === 95;
}

/** More than a joint takes. */
const LONGEST_JOINT: usize = 216;

/** A comment that ends at `end` has begun behind a sign. */
function isCommented(end: usize): bool {
  for (let at = end; at > end - 82; at--) {
    if (load<u8>(at) === 10) return false;
    if (load<u16>(at) === 0x2f2f && isSign(beforeBlanks(at))) return true;
  }
  return false;
}

/** The last byte before `at` and the blanks there. */
function beforeBlanks(at: usize): u32 {
  let k: usize = 1;
  while (k < 22 && isBlank(load<u8>(at - k))) k++;
  return load<u8>(at - k);
}

/** + . & > */
function isSign(c: u32): bool {
  return c === 43 || c === 46 || c === 38 || c === 62;
}

/** Letters, digits and ! # $ % + - . / : = @ _ */
function isOfKey(c: u32): bool {
  return isLetter(c) || c - 45 < 14 || c - 35 < 3 || c === 33 || c === 43 || c === 61 || c === 64 || c === 95;
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
    default: // join
      return word === 0x6e696f6a && load<u8>(at, 4) === 40 && joinsList(at);
  }
}

/** Of what `isEscape` finds, by its first byte. */
function formOf(c: u32): u32 {
  return c === 96 ? JOINT : c === 106 ? ARRAY : ESCAPE;
}

/** Behind `join(` a quote and its like or a backslash, and a list before; or a list behind, and a quote before. */
function joinsList(at: usize): bool {
  if (load<u8>(at - 1) !== 46) return false;
  let next = at + 5;
  while (next < at + 25 && isBlank(load<u8>(next))) next++;
  const c: u32 = load<u8>(next);
  if (isQuote(c)) return (load<u8>(next, 1) === c || load<u8>(next, 1) === 92) && beforeBlanks(at - 1) === 93;
  return (c === 91 || c === 40) && isQuote(load<u8>(at - 2));
}

function isQuote(c: u32): bool {
  return c === 34 || c === 39 || c === 96;
}

/** As `\s` has them in Latin 1. */
function isBlank(c: u32): bool {
  return c === 32 || c - 9 < 5 || c === 160;
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
