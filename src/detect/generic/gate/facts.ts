// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
// biome-ignore-all lint/complexity/noExcessiveLinesPerFunction: the same
// biome-ignore-all lint/complexity/useMathMinMax: AssemblyScript's is one of floats
import { byteAt, levelAt } from './bytes.ts';
import { isAlnum } from './chars.ts';

// What `measure` of value.ts says, of the value measured last. Bits are in tenths, so that nothing is rounded.

export let spaces = 0;
export let symbols = 0;
export let lower = 0;
export let upper = 0;
export let digits = 0;
export let foreign = 0;
/** Different symbols. */
export let marks = 0;
export let odd = false;
export let uuid = false;
export let hex = false;
export let rarity = 0;
export let noise = 0;

/** 1.4 bits a level, less 4.8 a letter. */
const TENTHS_PER_LEVEL = 14;
const TENTHS_PER_LETTER = 48;
const TENTHS_PER_TURN = 25;
const TENTHS_PER_MARK = 40;
const USUAL_TURNS = 2;
const USUAL_MARKS = 3;
/** A shorter run of letters and digits is no piece. */
const SHORTEST_RUN = 10;

const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const BLANK = 4;
const FOREIGN = 5;

/** Measures the bytes from `from` to `to`. */
export function measure(text: Uint8Array, from: number, to: number): void {
  spaces = symbols = lower = upper = digits = foreign = marks = 0;
  odd = uuid = false;
  let seen1 = 0;
  let seen2 = 0;
  let seen3 = 0;
  let turns = 0;
  let before = -1;
  let bits = 0;
  let a = 0;
  let b = 0;
  let run = from;
  let loudest = -1000000;
  let joined = from; // behind the UUID, whose parts are one run
  for (let at = from; at < to; at++) {
    const c = byteAt(text, at);
    const now = classOf(c);
    if (now === LOWER) lower++;
    else if (now === UPPER) {
      upper++;
      if (before === LOWER && !startsWord(text, at, to)) turns++;
    } else if (now === DIGIT) digits++;
    else if (now === BLANK) spaces++;
    else if (now === FOREIGN) foreign++;
    else {
      symbols++;
      const bit = 1 << (c & 31);
      const seen = c < 64 ? seen1 : c < 96 ? seen2 : seen3;
      if (c !== 95 && (seen & bit) === 0) marks++;
      if (c < 64) seen1 |= bit;
      else if (c < 96) seen2 |= bit;
      else seen3 |= bit;
      if (isOdd(c)) odd = true;
      if (c === 45 && !uuid && isUuid(text, at - 8, from, to)) {
        uuid = true;
        joined = at + 28;
        loudest = larger(loudest, noiseOfRun(text, at - 8, at + 28));
      }
    }
    if ((before === DIGIT) !== (now === DIGIT) && before > 0 && now > 0) turns++;
    before = now;
    const letter = now === LOWER || now === UPPER;
    const symbol = letter ? c & 31 : now === DIGIT ? 27 : 0;
    if (letter) bits += levelAt((a * 28 + b) * 28 + symbol) * TENTHS_PER_LEVEL - TENTHS_PER_LETTER;
    a = b;
    b = symbol;
    if (symbol !== 0 && at + 1 < to) continue;
    const end = symbol === 0 ? at : to;
    if (end - run >= SHORTEST_RUN && run >= joined) loudest = larger(loudest, noiseOfRun(text, run, end));
    run = at + 1;
  }
  rarity = bits;
  const mix = marks > USUAL_MARKS && !isPhrase(text, from, to) ? (marks - USUAL_MARKS) * TENTHS_PER_MARK : 0;
  noise = larger(loudest, bits + noiseOfTurns(turns) + mix);
  hex = symbols === 0 && to - from >= 8 && isHex(text, from, to);
}

export function larger(a: number, b: number): number {
  return a > b ? a : b;
}

function noiseOfTurns(turns: number): number {
  return turns > USUAL_TURNS ? (turns - USUAL_TURNS) * TENTHS_PER_TURN : 0;
}

/** As `classOf` of value.ts. */
function classOf(c: number): number {
  if (c >= 97 && c <= 122) return LOWER;
  if (c >= 65 && c <= 90) return UPPER;
  if (c >= 48 && c <= 57) return DIGIT;
  if (c <= 32) return BLANK;
  return c >= 128 ? FOREIGN : 0;
}

/** Whether a capital at `at` begins a word. */
function startsWord(text: Uint8Array, at: number, to: number): boolean {
  return at + 2 < to && isLower(byteAt(text, at + 1)) && isLower(byteAt(text, at + 2));
}

function isLower(c: number): boolean {
  return c >= 97 && c <= 122;
}

/** ! @ # % ^ & * ? ~ $ */
function isOdd(c: number): boolean {
  if (c === 33 || (c >= 35 && c <= 38) || c === 42) return true;
  return c === 63 || c === 64 || c === 94 || c === 126;
}

/** Rarity and turns of letters and digits by themselves, the dashes of a UUID left out. */
function noiseOfRun(text: Uint8Array, from: number, to: number): number {
  let turns = 0;
  let before = 0;
  let bits = 0;
  let a = 0;
  let b = 0;
  for (let at = from; at < to; at++) {
    const c = byteAt(text, at);
    if (c === 45) continue;
    const now = classOf(c);
    if ((before === DIGIT) !== (now === DIGIT) && before > 0) turns++;
    else if (before === LOWER && now === UPPER && !startsWordOf(text, at, to)) turns++;
    before = now;
    const symbol = now === DIGIT ? 27 : c & 31;
    if (now !== DIGIT) bits += levelAt((a * 28 + b) * 28 + symbol) * TENTHS_PER_LEVEL - TENTHS_PER_LETTER;
    a = b;
    b = symbol;
  }
  return bits + noiseOfTurns(turns);
}

/** As `startsWord`, dashes left out. */
function startsWordOf(text: Uint8Array, at: number, to: number): boolean {
  const first = byteAt(text, at + 1) === 45 ? at + 2 : at + 1;
  const second = byteAt(text, first + 1) === 45 ? first + 2 : first + 1;
  return second < to && isLower(byteAt(text, first)) && isLower(byteAt(text, second));
}

/** Signs of a phrase or an expression, whose symbols are no noise: a blank, `\`, `^` at the start, `(?`, `://`, `="`. */
function isPhrase(text: Uint8Array, from: number, to: number): boolean {
  if (spaces > 0 || byteAt(text, from) === 94) return true;
  for (let at = from; at < to; at++) {
    const c = byteAt(text, at);
    if (c === 92) return true;
    if (at + 1 >= to) return false;
    const next = byteAt(text, at + 1);
    if (c === 40 && next === 63) return true;
    if (c === 61 && (next === 34 || next === 39)) return true;
    if (c === 58 && next === 47 && at + 2 < to && byteAt(text, at + 2) === 47) return true;
  }
  return false;
}

/** Whether a UUID begins at `at`, and neither letter nor digit stands beside it. */
function isUuid(text: Uint8Array, at: number, from: number, to: number): boolean {
  if (at < from || at + 36 > to) return false;
  if (at > from && isAlnum(byteAt(text, at - 1))) return false;
  if (at + 36 < to && isAlnum(byteAt(text, at + 36))) return false;
  for (let i = 0; i < 36; i++) {
    const c = byteAt(text, at + i);
    const dash = i === 8 || i === 13 || i === 18 || i === 23;
    if (dash ? c !== 45 : !isHexDigit(c)) return false;
  }
  return true;
}

function isHexDigit(c: number): boolean {
  return (c >= 97 && c <= 102) || (c >= 65 && c <= 70) || (c >= 48 && c <= 57);
}

/** Hexadecimal digits of one case, `0x` before them left aside. */
function isHex(text: Uint8Array, from: number, to: number): boolean {
  const begin = byteAt(text, from) === 48 && byteAt(text, from + 1) === 120 ? from + 2 : from;
  let small = false;
  let large = false;
  for (let at = begin; at < to; at++) {
    const c = byteAt(text, at);
    if (!isHexDigit(c)) return false;
    if (c >= 97) small = true;
    else if (c >= 65) large = true;
  }
  return begin < to && !(small && large);
}
