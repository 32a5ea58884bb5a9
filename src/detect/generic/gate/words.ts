// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
import { byteAt, setSlot, slotAt } from './bytes.ts';

// What the lists of config/generic/words.ts say of a word, a bit each (lists.ts); the first seven are kinds by rising rank.
export const KINDS = 127;
export const TAIL = 1 << 7;
export const NOT = 1 << 8;
export const PERHAPS_NOT = 1 << 9;
export const PRETENDS = 1 << 10;
export const IS_SHARED = 1 << 11;
export const IS_HOMEMADE = 1 << 12;
export const HASHED = 1 << 13;
export const HOLDER = 1 << 14;
export const KEY_PAIR = 1 << 15;
export const OTHER_PAIR = 1 << 16;
/** The second one of a pair. */
export const SECOND = 1 << 17;
/** Stands where a value goes. */
export const ALONE = 1 << 18;
/** People make up values of it. */
export const COMMON = 1 << 19;

/** Slots of the table, four numbers each: eighteen letters, five bits each, and the bits above. */
export const SLOTS = 4096;
/** Longer words are in no list. */
export const LONGEST_WORD = 18;

// The letters of the word that is looked up.
let first = 0;
let second = 0;
let third = 0;
let letters = 0;

/** Forgets the word. */
export function beginWord(): void {
  first = 0;
  second = 0;
  third = 0;
  letters = 0;
}

/** Adds a letter, or the blank between the words of a pair. */
function addLetter(c: number): void {
  if (letters < 6) first = (first << 5) | (c & 31);
  else if (letters < 12) second = (second << 5) | (c & 31);
  else if (letters < LONGEST_WORD) third = (third << 5) | (c & 31);
  letters++;
}

/** Adds what stands in `[from, to)`. */
export function addWord(text: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at++) addLetter(byteAt(text, at));
}

/** Where the word is, or would be. */
function slotOfWord(): number {
  let slot = (first ^ (first >> 12) ^ (first >> 21) ^ (second * 5) ^ (second >> 10) ^ (third * 3)) & (SLOTS - 1);
  while (slotAt(4 * slot + 3) !== 0) {
    if (slotAt(4 * slot) === first && slotAt(4 * slot + 1) === second && slotAt(4 * slot + 2) === third) return slot;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return slot;
}

/** What the lists say of the word. */
export function bitsOfWord(): number {
  return letters === 0 || letters > LONGEST_WORD ? 0 : slotAt(4 * slotOfWord() + 3);
}

/** What the lists say of the word in `[from, to)`. */
export function bitsOf(text: Uint8Array, from: number, to: number): number {
  beginWord();
  addWord(text, from, to);
  return bitsOfWord();
}

/** What the lists say of the two words as a pair. */
export function bitsOfPair(text: Uint8Array, from: number, to: number, next: number, end: number): number {
  beginWord();
  addWord(text, from, to);
  addLetter(32);
  addWord(text, next, end);
  return bitsOfWord();
}

/** Takes the words of a list, which stand between blanks, or its pairs, which stand between bars; what has more than letters is no word. */
export function learn(list: Uint8Array, from: number, to: number, bit: number): void {
  const pairs = bit === KEY_PAIR || bit === OTHER_PAIR;
  let begin = from;
  for (let at = from; at <= to; at++) {
    const c = at < to ? byteAt(list, at) : 124;
    if (c !== 124 && (pairs || c !== 32)) continue;
    note(list, begin, at, bit);
    begin = at + 1;
  }
}

function note(list: Uint8Array, from: number, to: number, bit: number): void {
  for (let at = from; at < to; at++) {
    const c = byteAt(list, at);
    if (c === 32) note(list, at + 1, to, SECOND);
    else if (c < 97 || c > 122) return;
  }
  beginWord();
  addWord(list, from, to);
  if (letters === 0) return;
  const slot = slotOfWord();
  setSlot(4 * slot, first, 4 * SLOTS);
  setSlot(4 * slot + 1, second, 4 * SLOTS);
  setSlot(4 * slot + 2, third, 4 * SLOTS);
  setSlot(4 * slot + 3, slotAt(4 * slot + 3) | bit, 4 * SLOTS);
}
