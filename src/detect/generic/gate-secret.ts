// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { byteAt } from './gate-bytes.ts';
import { isDigit, stands } from './gate-chars.ts';
import { isCode, isSyntax } from './gate-code.ts';
import { rarity } from './gate-facts.ts';
import { isOther, isOtherUnschemed, leastOf, nameFacts, repeatsName, SCHEME } from './gate-judge.ts';
import { isPlain } from './gate-plain.ts';
import { mayCount } from './gate-score.ts';
import { CODE, ELEMENT, linkOf, SPACE } from './gate-way.ts';

/**
 * Whether the detector may report the value between `from` and `to`, which has no escapes: what evidence.ts and verdict.ts go by,
 * as far as it is cheap and sure.
 *
 * @param way how it hangs on the name (gate-way.ts)
 */
export function mayBeSecret(text: Uint8Array, from: number, to: number, way: number, quoted: boolean): boolean {
  let begin = from;
  let end = to;
  while (begin < end && byteAt(text, begin) <= 32) begin++;
  while (end > begin && byteAt(text, end - 1) <= 32) end--;
  const c = byteAt(text, begin);
  if (end - begin >= 6 && (c === 34 || c === 39 || c === 96) && byteAt(text, end - 1) === c) {
    begin++;
    end--;
  }
  const name = nameFacts(text);
  if (isOther(name)) return false;
  if (byteAt(text, begin) === 92 || ((name & SCHEME) !== 0 && linkOf(way) === SPACE)) return true;
  if (isScheme(text, begin, false)) return true;
  if (isOtherUnschemed(name, way)) return false;
  const bare = !quoted && linkOf(way) !== ELEMENT;
  if (bare && way >= CODE && isSyntax(text, begin, end)) return false;
  if (mayCountAs(text, begin, end, way, name, quoted)) return true;
  // `user:password`, where the name says so
  for (let at = begin; at < end; at++)
    if (byteAt(text, at) === 58) return mayCountAs(text, at + 1, end, way, name, quoted);
  return false;
}

function mayCountAs(text: Uint8Array, from: number, to: number, way: number, name: number, quoted: boolean): boolean {
  if (isReadable(text, from, to)) return true;
  if (to - from < leastOf(name, way) || !mayCount(text, from, to, way, name, quoted)) return false;
  if (quoted && linkOf(way) === SPACE && closes(byteAt(text, from))) return false;
  if (!quoted && linkOf(way) !== ELEMENT && isCode(text, from, to)) return false;
  if (rarity < WORDY && !holdsMore(text, from, to)) return false;
  return !isPlain(text, from, to) && !repeatsName(text, from, to);
}

/** As `isText` of evidence.ts: tenths of bits below which letters are words. */
const WORDY = -180;

/** Digits, or symbols that text does without: all but blanks, `- . / [ \ ] _` and the back quote. */
function holdsMore(text: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const c = byteAt(text, at);
    if (isDigit(c) || (c >= 33 && c <= 44) || (c >= 58 && c <= 64) || c === 94 || (c >= 123 && c <= 126)) return true;
  }
  return false;
}

/** ) ] , ; } : > + = */
function closes(c: number): boolean {
  if (c === 41 || c === 93 || c === 44 || c === 125 || c === 43) return true;
  return c === 58 || c === 59 || c === 61 || c === 62;
}

/** As `readable` of special.ts: base64 of plain text. */
function isReadable(text: Uint8Array, from: number, to: number): boolean {
  if ((to - from) % 4 !== 0 || to - from < 8) return false;
  for (let at = from; at < to; at += 4) {
    const a = sextet(byteAt(text, at));
    const b = sextet(byteAt(text, at + 1));
    if (a < 0 || b < 0 || !isShown((a << 2) | (b >> 4))) return false;
    const last = at + 4 === to;
    const c = sextet(byteAt(text, at + 2));
    if (c < 0) return last && byteAt(text, at + 2) === 61 && byteAt(text, at + 3) === 61;
    if (!isShown(((b & 15) << 4) | (c >> 2))) return false;
    const d = sextet(byteAt(text, at + 3));
    if (d < 0) return last && byteAt(text, at + 3) === 61;
    if (!isShown(((c & 3) << 6) | d)) return false;
  }
  return to - from >= 12;
}

/** A blank to `z`. */
function isShown(c: number): boolean {
  return c >= 32 && c <= 122;
}

function sextet(c: number): number {
  if (c >= 65 && c <= 90) return c - 65;
  if (c >= 97 && c <= 122) return c - 71;
  if (c >= 48 && c <= 57) return c + 4;
  if (c === 43 || c === 45) return 62;
  return c === 47 || c === 95 ? 63 : -1;
}

/** `Bearer …` and others that may stand before a value; before a bare word in code only three of them. */
export function isScheme(text: Uint8Array, from: number, ordinary: boolean): boolean {
  const length = lengthOfScheme(text, from, ordinary);
  if (length === 0) return false;
  const c = byteAt(text, from + length);
  if (c === 58) return byteAt(text, from + length + 1) === 32 || byteAt(text, from + length + 1) === 9;
  return c === 32 || c === 9 || c === 34 || c === 39 || c === 96;
}

function lengthOfScheme(text: Uint8Array, from: number, ordinary: boolean): number {
  const c = byteAt(text, from) | 32;
  if (c === 98) return stands(text, from, 'bearer') ? 6 : stands(text, from, 'basic') ? 5 : 0;
  if (c === 116) return stands(text, from, 'token') ? 5 : 0;
  if (ordinary) return 0;
  if (c === 97) return stands(text, from, 'apikey') ? 6 : stands(text, from, 'api-key') ? 7 : 0;
  if (c === 107 || c === 106) return stands(text, from, 'key') || stands(text, from, 'jwt') ? 3 : 0;
  if (c === 100) return stands(text, from, 'digest') ? 6 : 0;
  if (c === 110) return stands(text, from, 'negotiate') ? 9 : 0;
  return stands(text, from, 'oauth') ? 5 : 0;
}
