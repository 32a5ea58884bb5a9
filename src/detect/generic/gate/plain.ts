// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { byteAt } from './bytes.ts';
import { isDigit, isLetter, isSpace, isWordByte, spells, stands } from './chars.ts';
import { ALONE, addWord, beginWord, bitsOfWord } from './words.ts';

/** Whether the value between `from` and `to` plainly stands for another, or is a path: of what evidence.ts drops, what is cheap to see. */
export function isPlain(text: Uint8Array, from: number, to: number): boolean {
  return (
    isAlone(text, from, to) ||
    isPath(text, from, to) ||
    saysSo(text, from, to) ||
    isReference(text, from, to) ||
    isMonotonous(text, from, to)
  );
}

/** As in placeholder.ts: one word that people put where a secret goes, with at most four digits behind. */
function isAlone(text: Uint8Array, from: number, to: number): boolean {
  if (to - from > 16) return false;
  let end = to;
  while (end > from && to - end < 4 && isDigit(byteAt(text, end - 1))) end--;
  beginWord();
  for (let at = from; at < end; at++) {
    const c = byteAt(text, at);
    if (c === 45 || c === 95 || c === 32 || c === 47) continue;
    if (!isLetter(c)) return false;
    addWord(text, at, at + 1);
  }
  return (bitsOfWord() & ALONE) !== 0;
}

/** Of what `isMonotonous` of placeholder.ts tells: one character or two, or eight times the same in a row. */
function isMonotonous(text: Uint8Array, from: number, to: number): boolean {
  let first = -1;
  let second = -1;
  let more = false;
  let length = 0;
  let run = 0;
  let before = -1;
  for (let at = from; at < to; at++) {
    const byte = byteAt(text, at);
    if (byte === 45 || byte === 95 || byte === 46 || byte === 58 || isSpace(byte)) continue;
    const c = byte >= 65 && byte <= 90 ? byte | 32 : byte;
    length++;
    run = c === before ? run + 1 : 1;
    if (run >= 8) return true;
    before = c;
    if (first < 0 || c === first) first = c;
    else if (second < 0 || c === second) second = c;
    else more = true;
  }
  return length >= 4 && !more && (length >= 10 || second < 0);
}

/** What begins like an address or a path and cannot be base64. */
function isPath(text: Uint8Array, from: number, to: number): boolean {
  const c = byteAt(text, from);
  const next = byteAt(text, from + 1);
  if (next === 47 && (c === 46 || c === 126 || c === 35)) return true; // ./ ~/ #/
  if (c === 46 && next === 46 && byteAt(text, from + 2) === 47) return true;
  if (stands(text, from, 'http')) {
    const colon = (byteAt(text, from + 4) | 32) === 115 ? from + 5 : from + 4;
    return byteAt(text, colon) === 58 && colon < to;
  }
  if (c !== 47) return false;
  for (let at = from; at < to; at++) if (!isBase64(byteAt(text, at))) return true;
  return false;
}

/** Letters, digits, `+ / _ - =` */
function isBase64(c: number): boolean {
  return isWordByte(c) || c === 43 || c === 47 || c === 45 || c === 61;
}

/** As `saysSo` of placeholder.ts, of whose words here are some. */
function saysSo(text: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const c = byteAt(text, at);
    if (c === 46 || c === 42) {
      if (at + 2 < to && byteAt(text, at + 1) === c && byteAt(text, at + 2) === c) return true; // ... ***
    } else if (c === 60) {
      if (isSlot(text, at + 1, to)) return true;
    } else if (c >= 65 && holds(text, at, to)) return true;
  }
  return false;
}

function holds(text: Uint8Array, at: number, to: number): boolean {
  const left = to - at;
  const c = byteAt(text, at) | 32;
  if (c === 101) return left >= 7 && stands(text, at, 'example');
  if (c === 112) return left >= 11 && stands(text, at, 'placeholder');
  if (c === 120) return left >= 5 && stands(text, at, 'xxxxx');
  if (c === 100) return left >= 5 && stands(text, at, 'dummy');
  if (c === 102) return left >= 6 && stands(text, at, 'foobar');
  if (c === 114) return left >= 8 && stands(text, at, 'redacted');
  return c === 99 && left >= 8 && stands(text, at, 'changeme');
}

/** `<your key>`, behind its bracket. */
function isSlot(text: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && isSlotByte(byteAt(text, at))) at++;
  return at < to && byteAt(text, at) === 62 && at - from >= 3 && at - from <= 61 && isLetter(byteAt(text, from));
}

/** Letters, `_ . : -` and a blank. */
function isSlotByte(c: number): boolean {
  return isLetter(c) || c === 95 || c === 46 || c === 58 || c === 45 || c === 32;
}

/** As in placeholder.ts: begins with where the value is kept, or has little beside `${…}`. */
function isReference(text: Uint8Array, from: number, to: number): boolean {
  if (spells(text, from, 'process.env') || spells(text, from, 'this.') || spells(text, from, 'self.')) return true;
  if (spells(text, from, 'config.') || spells(text, from, 'params.') || spells(text, from, 'data.')) return true;
  if (spells(text, from, 'env.') || spells(text, from, 'local.') || spells(text, from, 'arn:aws')) return true;
  let kept = 0;
  let slots = 0;
  for (let at = from; at < to; at++) {
    const c = byteAt(text, at);
    if (c >= 128) return false;
    const end = c === 36 && at + 3 < to && byteAt(text, at + 1) === 123 ? endOfSlot(text, at + 2, to) : 0;
    if (end > 0) {
      at = end;
      slots++;
    } else if (isLetter(c) || isDigit(c)) kept++;
  }
  return slots > 0 && (kept < 8 || kept * 5 < (to - from) * 2);
}

/** Where the brace of `${…}` closes; 0 for what is none. */
function endOfSlot(text: Uint8Array, from: number, to: number): number {
  const c = byteAt(text, from);
  if (!isLetter(c) && c !== 95) return 0;
  let at = from + 1;
  while (at < to && at - from <= 80 && isSlotSign(byteAt(text, at))) at++;
  return at < to && byteAt(text, at) === 125 ? at : 0;
}

/** Letters, digits, `_ . : - ? ! + ' " | ( ) [ ] / , @ $ # % * = ^` and a blank. */
function isSlotSign(c: number): boolean {
  if (isWordByte(c) || c === 32) return true;
  if (c === 33 || c === 34 || (c >= 35 && c <= 37) || (c >= 39 && c <= 47)) return true;
  return c === 58 || c === 61 || c === 63 || c === 64 || c === 91 || c === 93 || c === 94 || c === 124;
}
