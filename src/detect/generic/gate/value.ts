// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import {
  CHARS,
  OF_BARE,
  OF_CALLS,
  OF_EXPRESSIONS,
  OF_MEMBERS,
  OF_NUMBERS,
  OF_QUOTED,
  OF_UNNUMBERED,
  runFrom,
} from '../../byte-runs.ts';
import { byteAt } from './bytes.ts';
import { isDigit, isNameStart, isWordByte, skipBlanks, spells, stands } from './chars.ts';
import { isOther, SHORTEST_PASSWORD } from './claims.ts';
import { askSecond, nameFacts, namesLogin } from './judge.ts';
import { behindScheme, isBearer } from './scheme.ts';
import { MOST, mayBeSecret } from './secret.ts';
import { ARGUMENT, FALLBACK, isSpaced, LISTED, linkedBy, linkOf, needsMore, SPACE, WRAPPED } from './way.ts';

/**
 * Whether what `takeValue` of take.ts would take at `from` could be a secret.
 *
 * @param way how it hangs on the name (way.ts)
 */
export function mayHoldValue(text: Uint8Array, from: number, way: number): boolean {
  const opened = skipOpening(text, from);
  const held = opened > from ? skipHolder(text, opened) : opened;
  if (held > opened && (mayBare(text, held, way) || mayTake(text, from, held, way))) return true;
  return mayTake(text, from, opened, way);
}

/** The same of what begins at `from`, behind brackets at `begin`. */
function mayTake(text: Uint8Array, from: number, begin: number, way: number): boolean {
  const called = skipCall(text, begin);
  const quote = skipPrefix(text, called);
  if (isMark(text, quote)) return mayQuote(text, quote, called > begin ? linkedBy(way, WRAPPED) : way);
  const c = byteAt(text, from);
  if (c === 124 || c === 62) return mayBlock(text, from, way);
  if (isNameStart(c) && mayDefault(text, from, linkedBy(way, FALLBACK))) return true;
  if (c === 33) {
    let at = from + 1;
    while (at - from < 21 && (isNameStart(byteAt(text, at)) || isDigit(byteAt(text, at)) || byteAt(text, at) === 58))
      at++;
    const after = skipBlanks(text, at, 4);
    if (after > at && mayBare(text, after, way)) return true;
  }
  return mayBare(text, from, way);
}

/** A block of YAML; a bar may begin a bare value as well. */
function mayBlock(text: Uint8Array, from: number, way: number): boolean {
  let at = from + 1;
  while (at - from < 3 && (isDigit(byteAt(text, at)) || byteAt(text, at) === 43 || byteAt(text, at) === 45)) at++;
  at = skipBlanks(text, at, 8);
  if (byteAt(text, at) === 13) at++;
  const after = byteAt(text, at) === 10 ? skipBlanks(text, at + 1, 80) : at;
  return mayBare(text, after > at + 1 ? after : from, way);
}

/** A line break, and up to two brackets. */
function skipOpening(text: Uint8Array, from: number): number {
  let at = skipBreak(text, from);
  for (let turn = 0; turn < 2; turn++) {
    const c = byteAt(text, at);
    if (c !== 40 && c !== 91 && c !== 123) break;
    at = skipBreak(text, skipBlanks(text, at + 1, 4));
  }
  return at;
}

/** `value: ` or `"api.acme.io": ` in braces. */
function skipHolder(text: Uint8Array, from: number): number {
  let at = from;
  while (at - from < 2 && isMarkOrSlash(byteAt(text, at))) at++;
  const begin = at;
  let dots = 0;
  while (at - begin < 260 && (isWordByte(byteAt(text, at)) || byteAt(text, at) === 45 || byteAt(text, at) === 46)) {
    if (byteAt(text, at) === 46) dots++;
    at++;
  }
  const known =
    stands(text, begin, 'value') ||
    stands(text, begin, 'default') ||
    stands(text, begin, 'plain') ||
    stands(text, begin, 'secret');
  if (at === begin || (dots === 0 && !known)) return from;
  if (dots > 0 && byteAt(text, at) === 58 && isDigit(byteAt(text, at + 1))) {
    at++;
    for (let k = 0; k < 5 && isDigit(byteAt(text, at)); k++) at++;
  }
  for (let k = 0; k < 2 && isMarkOrSlash(byteAt(text, at)); k++) at++;
  at = skipBlanks(text, at, 4);
  const c = byteAt(text, at);
  if (c !== 58 && c !== 61) return from;
  return skipBlanks(text, byteAt(text, at + 1) === 62 ? at + 2 : at + 1, 4);
}

function isMarkOrSlash(c: number): boolean {
  return c === 34 || c === 39 || c === 92;
}

function skipBreak(text: Uint8Array, from: number): number {
  let at = from;
  if (byteAt(text, at) === 92) at++;
  if (byteAt(text, at) === 13) at++;
  return byteAt(text, at) === 10 ? skipBlanks(text, at + 1, 80) : from;
}

function skipCall(text: Uint8Array, from: number): number {
  const isNew = byteAt(text, from) === 110 && byteAt(text, from + 1) === 101 && byteAt(text, from + 2) === 119;
  let at = isNew && byteAt(text, from + 3) === 32 ? from + 4 : from;
  const c = byteAt(text, at);
  if (!isNameStart(c) && c !== 91) return from;
  at += runFrom(text, at, 61, CHARS, OF_CALLS);
  return byteAt(text, at) === 40 ? skipBlanks(text, at + 1, 4) : from;
}

/** `@"`, `b"`, `rb'` */
function skipPrefix(text: Uint8Array, at: number): number {
  if (byteAt(text, at) === 64) return at + 1;
  for (let length = 1; length <= 2 && isPrefix(byteAt(text, at + length - 1)); length++) {
    const c = byteAt(text, at + length);
    if (c === 34 || c === 39 || c === 96) return at + length;
  }
  return at;
}

/** bBrRuUfFLN */
function isPrefix(c: number): boolean {
  const lower = c | 32;
  return lower === 98 || lower === 114 || lower === 117 || lower === 102 || c === 76 || c === 78;
}

/** An opening quote: plain, escaped, or as an entity. */
function isMark(text: Uint8Array, at: number): boolean {
  const c = byteAt(text, at);
  if (c === 34 || c === 39 || c === 96) return true;
  if (c === 38) return byteAt(text, at + 1) === 113 || byteAt(text, at + 1) === 35;
  if (c === 37) return byteAt(text, at + 1) === 50 && byteAt(text, at + 2) === 50;
  if (c !== 92) return false;
  const next = byteAt(text, at + 1);
  return next === 34 || next === 39 || next === 96 || next === 92 || next === 117;
}

/** `process.env.X ?? "…"`: a default behind an expression. */
export function mayDefault(text: Uint8Array, from: number, way: number): boolean {
  for (let at = from + 1; at - from < 103; at++) {
    at += runFrom(text, at, from + 103 - at, CHARS, OF_EXPRESSIONS); // they tell nothing
    if (at - from >= 103) return false;
    const c = byteAt(text, at);
    if (c === 44 && mayFall(text, at + 1, way)) return true;
    const next = byteAt(text, at + 1);
    if (c === 63 && (next === 63 || next === 58) && mayFall(text, at + 2, way)) return true;
    if (c === 124 && next === 124 && mayFall(text, at + 2, way)) return true;
    if (c === 111 && next === 114 && mayFall(text, at + 2, way)) return true;
    if (c !== 63 && c !== 111) return false;
  }
  return false;
}

/** A quote, blanks and a line break before it left aside. */
function mayFall(text: Uint8Array, from: number, way: number): boolean {
  let at = skipBlanks(text, from, 8);
  if (byteAt(text, at) === 13) at++;
  if (byteAt(text, at) === 10) at = skipBlanks(text, at + 1, 80);
  const c = byteAt(text, at);
  return (c === 34 || c === 39 || c === 96) && mayQuote(text, at, way);
}

/** Whether the literal that opens at `at` could be a secret: long enough, on one line, and not plainly words. */
export function mayQuote(text: Uint8Array, at: number, way: number): boolean {
  const first = byteAt(text, at);
  if (first === 96 && linkOf(way) === SPACE) return false;
  const slashes = slashesAt(text, at);
  const mark = byteAt(text, at + slashes);
  if (mark !== 34 && mark !== 39 && mark !== 96)
    return (mark === 92 || mark === 38 || mark === 37) && !isOther(nameFacts(text)); // an entity
  const begin = at + slashes + 1;
  const end = endOfQuoted(text, begin, mark, slashes > 0);
  if (end < 0) return false;
  if (end - begin >= MOST) return !isOther(nameFacts(text)) || (way & LISTED) !== 0;
  if (end - begin >= SHORTEST_PASSWORD && mayBeSecret(text, begin, end, way, true)) return true;
  return (way & LISTED) !== 0 && byteAt(text, end) === mark && maySecond(text, end, way);
}

/** How many backslashes stand before a quote; 0 for more than three and where there is none. */
function slashesAt(text: Uint8Array, at: number): number {
  let count = 0;
  while (count < 4 && byteAt(text, at + count) === 92) count++;
  const c = byteAt(text, at + count);
  return count < 4 && (c === 34 || c === 39 || c === 96) ? count : 0;
}

/** Where the quote closes, or MOST bytes on; -1 where the line ends before. */
function endOfQuoted(text: Uint8Array, from: number, mark: number, escaped: boolean): number {
  for (let at = from; at - from < MOST; at++) {
    at += runFrom(text, at, MOST, CHARS, OF_QUOTED);
    const c = byteAt(text, at);
    if (c === mark) return at;
    if (c === 10) return -1;
    if (c === 92) {
      if (escaped && (slashesAt(text, at) > 0 || spells(text, at + 1, 'u0022'))) return at;
      at++;
    }
  }
  return from + MOST;
}

/** The second one of `("name", "password")`, of which the first closes at `end`, where the name is of who logs in. */
function maySecond(text: Uint8Array, end: number, way: number): boolean {
  let at = skipBlanks(text, end + 1, 4);
  if (byteAt(text, at) !== 44) return false;
  at = skipBlanks(text, at + 1, 4);
  const c = byteAt(text, byteAt(text, at) === 64 ? at + 1 : at);
  if ((c !== 34 && c !== 39 && c !== 96) || !namesLogin(text)) return false;
  askSecond(true);
  const may = mayHoldValue(text, at, linkedBy(way & ~LISTED, ARGUMENT));
  askSecond(false);
  return may;
}

/** Whether the bare value that begins at `from` could be one. */
function mayBare(text: Uint8Array, from: number, way: number): boolean {
  const end = endOfBare(text, from);
  const length = end - from;
  if (length >= MOST) return !isOther(nameFacts(text));
  if (isBearer(text, from)) return mayBeSecret(text, from, end, way, false);
  if (isAll(text, from, length, OF_UNNUMBERED)) {
    if (linkOf(way) === SPACE) return false;
    if (needsMore(way) && (isSpaced(way) || isAll(text, from, length, OF_MEMBERS))) return false;
  }
  if (behindScheme(text, from, 0) > from) return mayBeSecret(text, from, end, way, false);
  if (length < SHORTEST_PASSWORD) return false;
  if (length < 14 && isAll(text, from, length, OF_NUMBERS)) return false;
  return mayBeSecret(text, from, end, way, false);
}

/** Whether the `length` bytes from `from` on are all of the set. */
function isAll(text: Uint8Array, from: number, length: number, set: number): boolean {
  return runFrom(text, from, length, CHARS, set) === length;
}

/** As `bare` of take.ts, up to MOST. */
function endOfBare(text: Uint8Array, from: number): number {
  let end = from + runFrom(text, from, MOST, CHARS, OF_BARE);
  while (end - from < MOST && byteAt(text, end) === 38 && !endsAtSign(text, from, end)) {
    end++;
    end += runFrom(text, end, from + MOST - end, CHARS, OF_BARE);
  }
  if (end - from >= MOST) return end;
  while (end > from && isTail(byteAt(text, end - 1)) && !isBalanced(text, from, end)) end--;
  return end;
}

/** As in take.ts. */
function endsAtSign(text: Uint8Array, start: number, sign: number): boolean {
  if (sign > start && byteAt(text, sign - 1) === 38) return false;
  const from = sign + 1;
  let at = from;
  while (at - from < 40 && (isWordByte(byteAt(text, at)) || byteAt(text, at) === 46 || byteAt(text, at) === 45)) at++;
  const c = byteAt(text, at);
  if (c === 61) return at > from;
  if (c !== 59) return false;
  if (at - from === 2) return spells(text, from, 'lt') || spells(text, from, 'gt');
  return (at - from === 3 && spells(text, from, 'amp')) || (at - from === 4 && spells(text, from, 'quot'));
}

/** Whether the bracket that closes at the end has one that opens it. */
function isBalanced(text: Uint8Array, from: number, end: number): boolean {
  const c = byteAt(text, end - 1);
  const opening = c === 41 ? 40 : c === 93 ? 91 : c === 125 ? 123 : -1;
  if (opening < 0) return false;
  for (let at = from; at < end; at++) if (byteAt(text, at) === opening) return true;
  return false;
}

/** , . ; : ) ] } | */
function isTail(c: number): boolean {
  return c === 44 || c === 46 || c === 59 || c === 58 || c === 41 || c === 93 || c === 125 || c === 124;
}
