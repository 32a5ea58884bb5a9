// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { byteAt, serviceAt, setService } from './bytes.ts';
import { folded, isAlnum, isLetter } from './chars.ts';

/** Slots of the table, a number each: a hash, a bit that says that it is one, and NEAR. Behind them stands how many names there are. */
export const SLOTS = 8192;
/** Where there are more names, all text counts as naming a service. */
export const MOST_NAMES = 6000;
// Of the hash its lower bits count, which differ where last letters do.
const HASH = -4;
const TAKEN = 2;
/** The name counts near a value as well, not only in the name to which it is assigned. */
const NEAR = 1;

/** As services.ts has them. */
const AROUND_LINES = 4;
const AROUND_CHARS = 400;
const PAIRED_CHARS = 200;
const PAIRED_WORDS = 13;
const MOST_OF_CHUNK = 81;
const MOST_JOINED = 3;

/** Takes names of services that stand between blanks. */
export function learnServices(list: Uint8Array, from: number, to: number, near: boolean): void {
  let hash = 0;
  for (let at = from; at <= to; at++) {
    const c = at < to ? byteAt(list, at) : 32;
    if (c !== 32) hash = added(hash, c);
    else if (hash !== 0) {
      note(hash, near);
      hash = 0;
    }
  }
}

function note(hash: number, near: boolean): void {
  const count = serviceAt(SLOTS);
  setService(SLOTS, count + 1);
  if (count >= MOST_NAMES) return;
  const slot = slotOf(hash);
  setService(slot, serviceAt(slot) | (hash << 2) | TAKEN | (near ? NEAR : 0));
}

/** The hash of a name with one more letter. */
function added(hash: number, c: number): number {
  return (hash * 1000003 + c) | 0;
}

/** Where the name of this hash is, or would be. */
function slotOf(hash: number): number {
  let slot = (hash ^ (hash >> 15)) & (SLOTS - 1);
  while (serviceAt(slot) !== 0 && (serviceAt(slot) & HASH) !== hash << 2) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

function isKnown(hash: number, near: boolean): boolean {
  return (serviceAt(slotOf(hash)) & (near ? NEAR : TAKEN)) !== 0;
}

/** Whether a service's name stands on the line of the value in `[start, end)` or around it, as `serviceOf` of services.ts looks for one. */
export function isServedAround(text: Uint8Array, start: number, end: number): boolean {
  const first = beginOf(text, start, AROUND_LINES);
  const last = endOf(text, end, AROUND_LINES);
  if (holdsName(text, first, start, true) || holdsName(text, end, last, true)) return true;
  if (holdsPair(text, first, start, end, last, true)) return true;
  return holdsPair(text, beginOf(text, start, 0), start, end, endOf(text, end, 0), true);
}

function beginOf(text: Uint8Array, from: number, lines: number): number {
  let left = lines;
  let at = from;
  while (at > 0 && from - at < AROUND_CHARS) {
    if (byteAt(text, at - 1) === 10 && left-- === 0) break;
    at--;
  }
  return at;
}

/** Behind the end of the text there are zeros, which say nothing. */
function endOf(text: Uint8Array, from: number, lines: number): number {
  let left = lines;
  let at = from;
  while (at - from < AROUND_CHARS) {
    if (byteAt(text, at) === 10 && left-- === 0) break;
    at++;
  }
  return at;
}

/** Whether the name in `[from, to)`, to which a value is assigned, has that of a service in it. */
export function isServedBy(text: Uint8Array, from: number, to: number): boolean {
  return holdsName(text, from, to, false) || holdsPair(text, from, to, to, to, false);
}

/** Whether a word in `[from, to)` is the name of a service, alone or joined with up to two followers, as `namesIn` of services.ts has them. */
function holdsName(text: Uint8Array, from: number, to: number, near: boolean): boolean {
  if (serviceAt(SLOTS) === 0) return false;
  if (serviceAt(SLOTS) > MOST_NAMES) return true;
  for (let at = from; at + 1 < to; at++) {
    if (!isAlnum(byteAt(text, at)) || !isOfChunk(byteAt(text, at + 1))) continue;
    let end = at + 2;
    while (end < to && end - at < MOST_OF_CHUNK && isOfChunk(byteAt(text, end))) end++;
    if (holdsNameInChunk(text, at, end, near)) return true;
    at = end - 1;
  }
  return false;
}

/** Letters, digits, `_ . -` */
function isOfChunk(c: number): boolean {
  return isAlnum(c) || c === 95 || c === 46 || c === 45;
}

function holdsNameInChunk(text: Uint8Array, from: number, to: number, near: boolean): boolean {
  for (let at = from; at < to; at++) {
    if (!isAlnum(byteAt(text, at))) continue;
    const isWord = at === from || !isAlnum(byteAt(text, at - 1));
    if ((isWord || isHump(text, at, to)) && beginsName(text, at, to, isWord, near)) return true;
  }
  return false;
}

/** Whether a capital at `at` begins a word of its own within a run of letters and digits. */
function isHump(text: Uint8Array, at: number, to: number): boolean {
  if (!isCapital(byteAt(text, at))) return false;
  const before = byteAt(text, at - 1);
  return isCapital(before) ? at + 1 < to && isSmall(byteAt(text, at + 1)) : isAlnum(before);
}

function isCapital(c: number): boolean {
  return c >= 65 && c <= 90;
}

function isSmall(c: number): boolean {
  return c >= 97 && c <= 122;
}

/** Whether one to three words from `from` on are a name, digits at their end left out or not. @param isWord whether longer words, humps and all, begin there too */
function beginsName(text: Uint8Array, from: number, to: number, isWord: boolean, near: boolean): boolean {
  let hash = 0;
  let bare = 0;
  let humps = 0;
  let words = 0;
  let isOpen = false;
  for (let at = from; at <= to; at++) {
    const c = at < to ? byteAt(text, at) : 46;
    const ends = !isAlnum(c);
    if (isOpen && (ends || isHump(text, at, to))) {
      humps++;
      if (ends) words++;
      const counts = humps <= MOST_JOINED || (ends && isWord && words <= MOST_JOINED);
      if (counts && (isKnown(hash, near) || (bare !== hash && isKnown(bare, near)))) return true;
      if (humps >= MOST_JOINED && (!isWord || words >= MOST_JOINED)) return false;
    }
    isOpen = !ends;
    if (ends) continue;
    hash = added(hash, folded(c));
    if (isLetter(c)) bare = hash;
  }
  return false;
}

/** Whether two words in a row among the first ones of `[from, start)` and `[end, to)` are a name, whatever parts them. */
function holdsPair(text: Uint8Array, from: number, start: number, end: number, to: number, near: boolean): boolean {
  if (serviceAt(SLOTS) === 0) return false;
  const before = start - from;
  let hash = 0;
  let pair = 0;
  let words = 0;
  for (let i = 0; i <= PAIRED_CHARS; i++) {
    const at = i < before ? from + i : end + i - before - 1;
    const isLast = i === PAIRED_CHARS || at >= to;
    const c = isLast || i === before ? 32 : byteAt(text, at);
    if (isAlnum(c)) {
      hash = added(hash, folded(c));
      pair = added(pair, folded(c));
    } else if (hash !== 0) {
      if (isKnown(pair, near)) return true;
      if (++words === PAIRED_WORDS) return false;
      pair = hash;
      hash = 0;
    }
    if (isLast) return false;
  }
  return false;
}
