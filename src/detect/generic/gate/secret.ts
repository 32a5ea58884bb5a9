// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call

import { byteAt } from './bytes.ts';
import { isDigit, stands } from './chars.ts';
import { isOther, isOtherUnschemed, leastOf, OTHER, SCHEME } from './claims.ts';
import { isCode, isSyntax } from './code.ts';
import { digits, rarity } from './facts.ts';
import { holdsLogin, isReadable } from './hidden.ts';
import { isFar, nameFacts, nameStart, namesService, repeatsName } from './judge.ts';
import { isPublicThere } from './line.ts';
import { ALONE, NEVER, needOf, SERVED } from './need.ts';
import { isPlain } from './plain.ts';
import { behindScheme, endOfToken, isAddedTo } from './scheme.ts';
import { isServedAround } from './services.ts';
import { ELEMENT, isInCode, linkOf, REVERSE, SPACE } from './way.ts';

/** Characters of a value that are looked at; what is longer passes. */
export const MOST = 200;

/**
 * Whether the detector may report the value between `from` and `to`, as it stands in its quotes: what evidence.ts and verdict.ts
 * go by, as far as it is cheap and sure.
 *
 * @param way how it hangs on the name (way.ts)
 */
export function mayBeSecret(text: Uint8Array, from: number, to: number, way: number, quoted: boolean): boolean {
  const name = nameFacts(text);
  if (isOther(name)) return false;
  let begin = from;
  let end = to;
  while (begin < end && byteAt(text, begin) <= 32) begin++;
  while (end > begin && byteAt(text, end - 1) <= 32) end--;
  const c = byteAt(text, begin);
  if (c === 92) return true; // a quote in quotes
  if (end - begin >= 6 && (c === 34 || c === 39 || c === 96) && byteAt(text, end - 1) === c) {
    begin++;
    end--;
  }
  if (!quoted && isInCode(way) && linkOf(way) !== ELEMENT && isSyntax(text, begin, end)) return false;
  if ((name & SCHEME) !== 0 && linkOf(way) === SPACE)
    return holdsLogin(text, begin, end) || mayBePart(text, begin, end, way, name, quoted, true);
  const after = behindScheme(text, begin, quoted ? end : 0);
  if (after > begin) return mayBeBehind(text, begin, after, end, way, name, quoted);
  if (quoted && isAddedTo(text, begin, end)) return true;
  return !isOtherUnschemed(name, way) && mayBePart(text, begin, end, way, name, quoted, false);
}

/** The value behind the scheme at `scheme`. */
function mayBeBehind(
  text: Uint8Array,
  scheme: number,
  from: number,
  end: number,
  way: number,
  name: number,
  quoted: boolean,
): boolean {
  const to = quoted ? end : endOfToken(text, from, MOST);
  if (to - from >= MOST) return true;
  if (stands(text, scheme, 'basic')) return holdsLogin(text, from, to);
  return mayBePart(text, from, to, way, name, quoted, true);
}

/** All of it, or `password` of `user:password`, as some names have it. */
function mayBePart(
  text: Uint8Array,
  from: number,
  to: number,
  way: number,
  name: number,
  quoted: boolean,
  schemed: boolean,
): boolean {
  if (mayCountAs(text, from, to, from, way, name, quoted, schemed)) return true;
  for (let at = from; at < to; at++)
    if (byteAt(text, at) === 58) return mayCountAs(text, at + 1, to, from, way, name, quoted, schemed);
  return false;
}

function mayCountAs(
  text: Uint8Array,
  from: number,
  to: number,
  start: number,
  way: number,
  name: number,
  quoted: boolean,
  schemed: boolean,
): boolean {
  if (isReadable(text, from, to)) return true;
  if (to - from < leastOf(name, way)) return false;
  const need = needOf(text, from, to, start, way, name, quoted, schemed);
  if (need === NEVER) return false;
  if (linkOf(way) === SPACE) {
    if (quoted ? closes(byteAt(text, from)) : digits === 0 || (name & OTHER) !== 0) return false;
  }
  if (!quoted && linkOf(way) !== ELEMENT && isCode(text, from, to)) return false;
  if (rarity < WORDY && !holdsMore(text, from, to)) return false;
  if (isPlain(text, from, to) || repeatsName(text, from, to) || isPublicThere(text, nameStart)) return false;
  return need === ALONE || isServed(text, start, to, way, need);
}

/** Whether a service's name stands where the value between `from` and `to` needs one. */
function isServed(text: Uint8Array, from: number, to: number, way: number, need: number): boolean {
  // what stands around a value before its name may be farther off than scanner.ts shows
  if (namesService(text) || linkOf(way) === REVERSE) return true;
  return need === SERVED && (isFar(to) || isServedAround(text, from, to));
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
