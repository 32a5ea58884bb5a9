// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { CHARS, OF_TYPES, runFrom } from '../../byte-runs.ts';
import { byteAt } from './bytes.ts';
import { isLetter, isWordByte, skipBlanks, spells, stands } from './chars.ts';
import { isPairStart, mayElement, mayFollow, mayPair, opensTag } from './pair.ts';
import { mayHoldValue } from './value.ts';
import { ARGUMENT, ASSIGN, COMPARE, FALLBACK, LISTED, linkedBy, PROSE, SPACE } from './way.ts';

/** The link that was found last. */
let link = ASSIGN;

/**
 * As `linkAfter` of link.ts: whether something that could be a secret hangs on the name between `start` and `end`.
 *
 * @param way whether it stands in code; how the value hangs on the name is added here
 */
export function mayLink(text: Uint8Array, start: number, end: number, way: number): boolean {
  const c = byteAt(text, end);
  if (c === 10 || c === 13) return isPairStart(byteAt(text, skipBlanks(text, end + 1, 60))) && mayPair(text, end, way);
  if (c === 32 && spells(text, end, ' { get;')) return mayProperty(text, end + 7, way);
  if (!goesOn(c, byteAt(text, end + 1))) return false;
  const at = skipBlanks(text, skipClosers(text, end), 60);
  const d = byteAt(text, at);
  if (d === 60 && byteAt(text, at + 1) === 47) return mayFollow(text, at + 2, way);
  if ((d === 62 || (d !== 58 && d !== 61)) && opensTag(text, start))
    if (mayElement(text, end, way) || mayPair(text, end, way)) return true;
  return behindName(text, start, end, at, way);
}

function behindName(text: Uint8Array, start: number, end: number, at: number, way: number): boolean {
  const c = byteAt(text, at);
  if (c === 44 && mayPair(text, end, way)) return true;
  const operated = isLetter(c) ? typedAt(text, at) : operatedAt(text, start, at);
  if (operated >= 0) {
    const isListed = link === ARGUMENT || (link === ASSIGN && byteAt(text, operated) === 40);
    return mayHoldValue(text, operated, linkedBy(isListed ? way | LISTED : way, link));
  }
  if (c !== 44 && isPairStart(c) && mayPair(text, end, way)) return true;
  return maySpace(text, end, at, way);
}

/** A property of C# with its first value: ` private set; } = `. */
function mayProperty(text: Uint8Array, from: number, way: number): boolean {
  let at = from + 1;
  if (spells(text, at, 'private ')) at += 8;
  else if (spells(text, at, 'protected ')) at += 10;
  else if (spells(text, at, 'internal ')) at += 9;
  if (spells(text, at, 'set; ')) at += 5;
  else if (spells(text, at, 'init; ')) at += 6;
  return spells(text, at, '} = ') && mayHoldValue(text, at + 4, linkedBy(way, ASSIGN));
}

/** As `mayLink` of link.ts. */
function goesOn(c: number, d: number): boolean {
  if (c === 32 || c === 9) return d >= 32 && d !== 123 && d !== 125 && d !== 59 && d !== 47 && d !== 42 && d !== 38;
  if (c === 41) return d === 32 || d === 58 || d === 61 || d === 44;
  if (c === 42) return d === 42;
  if (c === 123) return d === 34;
  return c > 32 && c !== 59 && c !== 125 && c !== 43 && c !== 47;
}

function skipClosers(text: Uint8Array, end: number): number {
  let at = end;
  for (let turn = 0; turn < 3; turn++) {
    const next = skipCloser(text, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

function skipCloser(text: Uint8Array, from: number): number {
  let at = from;
  while (byteAt(text, at) === 92 && at - from < 3) at++;
  const c = byteAt(text, at);
  if (c === 34 || c === 39 || c === 96) return at + 1;
  if (at > from) return stands(text, from, '\\u0022') ? from + 6 : from;
  if (c === 93 || c === 41) return at + 1;
  if (c === 42) return byteAt(text, at + 1) === 42 ? at + 2 : from;
  if (c === 38) return stands(text, at, '&quot;') ? at + 6 : from;
  if (c === 37) return stands(text, at, '%22') ? at + 3 : from;
  if (c !== 91) return from;
  while (at - from < 6 && byteAt(text, at + 1) >= 48 && byteAt(text, at + 1) <= 57) at++;
  return byteAt(text, at + 1) === 93 ? at + 2 : from;
}

/** `name: Type =`, `name string =`: behind the `=`; -1 where no type stands there. */
function typedAt(text: Uint8Array, from: number): number {
  link = ASSIGN;
  let at = from;
  if (byteAt(text, at) === 63 && byteAt(text, ++at) !== 58) return -1;
  const colon = byteAt(text, at) === 58;
  const begin = skipBlanks(text, colon ? at + 1 : at, 4);
  const end = skipType(text, begin);
  at = skipBlanks(text, end, 20);
  if (end === begin || (!colon && at === end)) return -1;
  if (byteAt(text, at) === 58) at++;
  const after = byteAt(text, at + 1);
  if (byteAt(text, at) !== 61 || after === 61 || after === 62 || after === 126) return -1;
  return skipBlanks(text, at + 1, 40);
}

function skipType(text: Uint8Array, from: number): number {
  let at = spells(text, from, "&'static ") ? from + 9 : spells(text, from, 'As ') ? from + 3 : from;
  at += runFrom(text, at, from + 60 - at, CHARS, OF_TYPES);
  while (at - from < 60 && spells(text, at, ' | ')) {
    at += 3;
    if (at - from < 60) at += runFrom(text, at, from + 60 - at, CHARS, OF_TYPES);
  }
  return at;
}

/** Behind the operator, the comma or the bracket at `at`, where one links; else -1. */
function operatedAt(text: Uint8Array, start: number, at: number): number {
  const c = byteAt(text, at);
  if (c === 44 || c === 40 || c === 123) return argumentAt(text, start, at);
  if (!isOperator(c)) return -1;
  const typed = c === 58 || c === 63 ? typedAt(text, at) : -1;
  if (typed >= 0) return typed;
  if (c === 58 && byteAt(text, at + 1) === 58 && byteAt(text, at + 2) !== 58 && byteAt(text, at + 2) !== 61) return -1;
  let stop = at;
  while (stop - at < 4 && isOperator(byteAt(text, stop))) stop++;
  for (; stop > at; stop--) {
    link = linkOfOperator(text, at, stop - at);
    if (link >= 0) return skipBlanks(text, stop, 60);
  }
  link = COMPARE;
  return spells(text, at, '-eq ') ? at + 4 : -1;
}

/** As `kindOf` of link.ts; -1 for none. */
function linkOfOperator(text: Uint8Array, at: number, length: number): number {
  const a = byteAt(text, at);
  const b = byteAt(text, at + 1);
  if (length === 1) return a === 61 || a === 58 ? ASSIGN : -1; // = :
  if (length === 2) {
    if (b === 61) {
      if (a === 61 || a === 33 || a === 126) return COMPARE; // == != ~=
      return a === 58 || a === 63 || a === 43 || a === 46 ? ASSIGN : -1; // := ?= += .=
    }
    if ((a === 63 && (b === 63 || b === 58)) || (a === 124 && b === 124) || (a === 58 && b === 45)) return FALLBACK; // ?? ?: || :-
    const assigns = (a === 61 && (b === 62 || b === 126)) || (a === 45 && b === 62) || (a === 60 && b === 45); // => =~ -> <-
    return assigns ? ASSIGN : -1;
  }
  const c = byteAt(text, at + 2);
  if (length === 4) return a === 58 && b === 58 && c === 58 && byteAt(text, at + 3) === 61 ? ASSIGN : -1; // :::=
  if (c !== 61 || b !== (a === 33 ? 61 : a)) return -1;
  if (a === 61 || a === 33) return COMPARE; // === !==
  return a === 58 || a === 63 || a === 124 ? ASSIGN : -1; // ::= ??= ||=
}

/** : = ? ! ~ | < > - + . */
function isOperator(c: number): boolean {
  if ((c >= 60 && c <= 63) || c === 58 || c === 33) return true;
  return c === 126 || c === 124 || c === 45 || c === 43 || c === 46;
}

/** `name, "…"`, `name("…")`, `name{"…"}`: behind the comma or the bracket. */
function argumentAt(text: Uint8Array, start: number, at: number): number {
  link = ARGUMENT;
  const c = byteAt(text, at);
  if (c === 123) return byteAt(text, at - 1) > 32 ? at + 1 : -1;
  if (c === 40) {
    const begin = skipBlanks(text, at + 1, 8);
    return opensLiteral(text, begin) ? begin : -1;
  }
  const begin = skipBlanks(text, at + 1, 20);
  let next = byteAt(text, begin) === 13 ? begin + 1 : begin;
  next = byteAt(text, next) === 10 ? skipBlanks(text, next + 1, 60) : begin;
  return opensLiteral(text, next) && isWhole(text, start) ? begin : -1;
}

/** A quote, an escape or a letter before it left aside. */
function opensLiteral(text: Uint8Array, from: number): boolean {
  let at = from;
  let c = byteAt(text, at);
  if (c === 64 || c === 98 || c === 114 || c === 117) c = byteAt(text, ++at);
  if (c === 92) c = byteAt(text, ++at);
  return c === 34 || c === 39 || c === 96;
}

/** Whether the name is a whole string or a constant, not the last word of a sentence. */
function isWhole(text: Uint8Array, start: number): boolean {
  const before = byteAt(text, start - 1);
  if (before === 34 || before === 39 || before === 96 || before === 123) return true;
  let at = start;
  let c = byteAt(text, at);
  while (at - start < 66 && ((c >= 65 && c <= 90) || (at > start && ((c >= 48 && c <= 57) || c === 95))))
    c = byteAt(text, ++at);
  if (at - start < 5) return false;
  return c === 44 || c === 34 || c === 39 || c === 96 || c === 92 || c === 41 || c === 93;
}

/** A blank and the value, or words that are fillers, or a sentence. */
function maySpace(text: Uint8Array, end: number, closed: number, way: number): boolean {
  if (closed > end + 60) return false;
  if (byteAt(text, closed) === 45) {
    const quote = byteAt(text, closed + 1) === 32 ? closed + 2 : closed + 1;
    const c = byteAt(text, quote);
    if (c === 34 || c === 39) return mayHoldValue(text, quote, linkedBy(way, ASSIGN));
  }
  const first = spells(text, end, '\\t') ? end + 2 : skipBlanks(text, end, 4);
  return first !== end && behindFillers(text, first, way);
}

/** Behind at most three words and flags that belong to neither name nor value. */
function behindFillers(text: Uint8Array, from: number, way: number): boolean {
  let at = from;
  for (let turn = 0; turn < 3; turn++) {
    let end = at;
    while (end - at < 20 && (isLetter(byteAt(text, end)) || byteAt(text, end) === 45)) end++;
    const isFlag = end - at > 3 && byteAt(text, at) === 45;
    if ((!isFlag && !isFiller(text, at, end - at)) || byteAt(text, end) > 32) break;
    if (isVerb(text, at, end - at)) return maySay(text, at, way);
    at = skipBlanks(text, end, 4);
  }
  return mayHoldValue(text, at, linkedBy(way, SPACE));
}

/** by id as to is of or, key was are for, code, value token, secret; in any case */
function isFiller(text: Uint8Array, at: number, length: number): boolean {
  if (length === 2) return isShortVerb(text, at) || stands(text, at, 'id');
  if (length === 3) return isLongVerb(text, at) || stands(text, at, 'key');
  if (length === 4) return stands(text, at, 'code');
  if (length === 5) return stands(text, at, 'value') || stands(text, at, 'token');
  return length === 6 && stands(text, at, 'secret');
}

/** Of the fillers those that make a sentence: in small letters, three of them in capitals as well. */
function isVerb(text: Uint8Array, at: number, length: number): boolean {
  const isSmall = byteAt(text, at) >= 97 && byteAt(text, at + 1) >= 97;
  if (length === 3) return isSmall && byteAt(text, at + 2) >= 97 && isLongVerb(text, at);
  if (length !== 2) return false;
  if (isSmall) return isShortVerb(text, at);
  return spells(text, at, 'AS') || spells(text, at, 'BY') || spells(text, at, 'TO');
}

function isShortVerb(text: Uint8Array, at: number): boolean {
  if (stands(text, at, 'as') || stands(text, at, 'by') || stands(text, at, 'to')) return true;
  return stands(text, at, 'is') || stands(text, at, 'of') || stands(text, at, 'or');
}

function isLongVerb(text: Uint8Array, at: number): boolean {
  return stands(text, at, 'for') || stands(text, at, 'was') || stands(text, at, 'are');
}

/** `is "…"`, `for x is "…"`, `or "…"`, `as …`, `to …`. */
function maySay(text: Uint8Array, at: number, way: number): boolean {
  const or = spells(text, at, 'or ');
  if (!or && mayTell(text, at, way)) return true;
  if (!or && !stands(text, at, 'as ') && !stands(text, at, 'by ') && !stands(text, at, 'to ')) return false;
  return mayHoldValue(text, skipBlanks(text, at + 2, 4), linkedBy(way, or ? FALLBACK : SPACE));
}

/** A sentence: `is "…"`, `for x is "…"`. */
function mayTell(text: Uint8Array, from: number, way: number): boolean {
  if (tells(text, from)) return mayBeTold(text, from, way);
  if (!stands(text, from, 'for ') && !stands(text, from, 'of ') && !stands(text, from, 'to ')) return false;
  for (let at = from; at - from < 48; at++) {
    const c = byteAt(text, at);
    if (c === 32 && tells(text, at + 1) && mayBeTold(text, at + 1, way)) return true;
    if (!isWordByte(c) && c !== 32 && c !== 39) return false;
  }
  return false;
}

/** is, was, are */
function tells(text: Uint8Array, at: number): boolean {
  const c = byteAt(text, stands(text, at, 'is') ? at + 2 : at + 3);
  if (c !== 32 && c !== 9 && c !== 58) return false;
  return stands(text, at, 'is') || stands(text, at, 'was') || stands(text, at, 'are');
}

function mayBeTold(text: Uint8Array, from: number, way: number): boolean {
  let at = from + 2;
  while (at - from < 8 && isLetter(byteAt(text, at))) at++;
  while (at - from < 8 && (byteAt(text, at) === 32 || byteAt(text, at) === 9 || byteAt(text, at) === 58)) at++;
  return mayHoldValue(text, at, linkedBy(way, PROSE));
}
