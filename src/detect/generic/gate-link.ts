// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { CHARS, OF_TAGS, OF_TYPES, runBefore, runFrom } from '../byte-runs.ts';
import { byteAt } from './gate-bytes.ts';
import { isLetter, isWordByte, skipBlanks, stands } from './gate-chars.ts';
import { isOther, nameFacts, SHORTEST_PASSWORD } from './gate-judge.ts';
import { mayBeSecret } from './gate-secret.ts';
import { mayHoldValue, mayQuote } from './gate-value.ts';
import { ARGUMENT, ASSIGN, COMPARE, ELEMENT, FALLBACK, linkedBy, PAIR, PROSE, SPACE } from './gate-way.ts';

/**
 * As `linkAfter` of link.ts: whether something that could be a secret hangs on the name between `start` and `end`.
 *
 * @param way whether it stands in code; how the value hangs on the name is added here
 */
export function mayLink(text: Uint8Array, start: number, end: number, way: number): boolean {
  const c = byteAt(text, end);
  if (c === 10 || c === 13) return mayPair(text, end, linkedBy(way, PAIR));
  if (c === 32 && stands(text, end, ' { get; ')) return true;
  if (!goesOn(c, byteAt(text, end + 1))) return false;
  const closed = skipClosers(text, end);
  const at = skipBlanks(text, closed, 60);
  const d = byteAt(text, at);
  if (d === 60 && byteAt(text, at + 1) === 47) return isNameEnd(text, at + 2);
  if ((d === 62 || (d !== 58 && d !== 61)) && opensTag(text, start))
    if (mayElement(text, end, linkedBy(way, ELEMENT)) || mayPair(text, end, linkedBy(way, PAIR))) return true;
  const linked = isLetter(d) ? mayType(text, at, way) : mayOperate(text, start, end, at, way);
  return linked || (isPairStart(d) && mayPair(text, end, linkedBy(way, PAIR))) || maySpace(text, end, at, way);
}

/** `key>`, or another tag that closes a name. */
function isNameEnd(text: Uint8Array, from: number): boolean {
  let at = from;
  while (at - from < 21 && (isWordByte(byteAt(text, at)) || byteAt(text, at) === 45)) at++;
  return byteAt(text, at) === 62 && (stands(text, at - 4, 'name') || stands(text, at - 3, 'key'));
}

/** As `mayPair` of link.ts. */
function isPairStart(c: number): boolean {
  if (c === 44 || c === 10 || c === 13 || c === 123 || c === 125) return true;
  return c === 118 || c === 86 || c === 100 || c === 68 || c === 99 || c === 116;
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

function opensTag(text: Uint8Array, start: number): boolean {
  const length = runBefore(text, start, 79, CHARS, OF_TAGS);
  return length < 79 && byteAt(text, start - length - 1) === 60;
}

/** The text of the element in whose tag the name stands: some characters up to the next tag. */
function mayElement(text: Uint8Array, end: number, way: number): boolean {
  let at = end;
  let c = byteAt(text, at);
  while (at - end <= 160 && c !== 60 && c !== 62 && c !== 10) c = byteAt(text, ++at);
  if (c !== 62) return false;
  c = byteAt(text, ++at);
  const begin = at;
  while (at - begin <= 60 && (c === 32 || (c >= 9 && c <= 13))) c = byteAt(text, ++at);
  if (c === 60) return byteAt(text, at + 1) === 33 || stands(text, at + 1, 'value>'); // <![CDATA[
  const from = at;
  while (at - from < 200 && c !== 60 && c !== 62 && c !== 10 && c !== 0) c = byteAt(text, ++at);
  if (at - from >= 200) return !isOther(nameFacts(text));
  if (at - from < SHORTEST_PASSWORD) return false;
  const stop = at;
  while (at - stop < 64 && (c === 32 || (c >= 9 && c <= 13) || c === 93)) c = byteAt(text, ++at);
  if (c !== 60 && c !== 62) return false;
  // in braces the last word counts, before a bracket more may
  if (c === 62 || byteAt(text, from) === 123) return !isOther(nameFacts(text));
  return mayBeSecret(text, from, stop, way, false);
}

/** `name: Type =`, `name string =` */
function mayType(text: Uint8Array, from: number, way: number): boolean {
  let at = from;
  if (byteAt(text, at) === 63 && byteAt(text, ++at) !== 58) return false;
  const colon = byteAt(text, at) === 58;
  const begin = skipBlanks(text, colon ? at + 1 : at, 4);
  at = stands(text, begin, "&'static ") ? begin + 9 : stands(text, begin, 'as ') ? begin + 3 : begin;
  at += runFrom(text, at, begin + 60 - at, CHARS, OF_TYPES);
  while (at - begin < 60 && stands(text, at, ' | ')) {
    at += 3;
    at += runFrom(text, at, begin + 60 - at, CHARS, OF_TYPES);
  }
  at = skipBlanks(text, at, 20);
  if (byteAt(text, at) === 58) at++;
  const after = byteAt(text, at + 1);
  if (byteAt(text, at) !== 61 || after === 61 || after === 62 || after === 126) return false;
  return mayHoldValue(text, skipBlanks(text, at + 1, 40), way);
}

function mayOperate(text: Uint8Array, start: number, end: number, at: number, way: number): boolean {
  const c = byteAt(text, at);
  if (c === 44 || c === 40 || c === 123) return mayArgue(text, start, end, at, linkedBy(way, ARGUMENT));
  if (!isOperator(c)) return false;
  if ((c === 58 || c === 63) && mayType(text, at, way)) return true;
  if (c === 58 && byteAt(text, at + 1) === 58 && byteAt(text, at + 2) !== 58 && byteAt(text, at + 2) !== 61)
    return false;
  let stop = at;
  while (stop - at < 4 && isOperator(byteAt(text, stop))) stop++;
  for (; stop > at; stop--) {
    const link = linkOfOperator(text, at, stop - at);
    if (link >= 0) return mayHoldValue(text, skipBlanks(text, stop, 60), linkedBy(way, link));
  }
  return stands(text, at, '-eq ') && mayHoldValue(text, at + 4, linkedBy(way, COMPARE));
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

/** `name, "…"`, `name("…")`; of credentials the second literal counts. */
function mayArgue(text: Uint8Array, start: number, end: number, at: number, way: number): boolean {
  let p = skipBlanks(text, at + 1, 20);
  if (byteAt(text, at) === 44) {
    const before = byteAt(text, start - 1);
    if (before !== 34 && before !== 39 && before !== 96 && before !== 123 && !isCapital(text, start)) return false;
    if (byteAt(text, p) === 13) p++;
    if (byteAt(text, p) === 10) p = skipBlanks(text, p + 1, 60);
  }
  let q = p;
  const c = byteAt(text, q);
  if (c === 64 || (c | 32) === 98 || (c | 32) === 114 || (c | 32) === 117) q++;
  if (byteAt(text, q) === 92) q++;
  const mark = byteAt(text, q);
  if (mark !== 34 && mark !== 39 && mark !== 96) return false;
  if (mayHoldValue(text, p, way)) return true;
  for (let i = start; i < end; i++)
    if (stands(text, i, 'cred') || stands(text, i, 'login') || stands(text, i, 'auth')) {
      for (let k = 1; k < 200; k++) {
        const d = byteAt(text, q + k);
        if (d === 10 || d === 0) return false;
        if (d === mark) return byteAt(text, skipBlanks(text, q + k + 1, 4)) === 44;
      }
      return true;
    }
  return false;
}

/** A constant: capitals. */
function isCapital(text: Uint8Array, start: number): boolean {
  for (let k = 0; k < 5; k++) {
    const c = byteAt(text, start + k);
    if (!((c >= 65 && c <= 90) || (k > 0 && ((c >= 48 && c <= 57) || c === 95)))) return false;
  }
  return true;
}

/** `name`, then `value: "…"` beside or below it, attributes in between. */
function mayPair(text: Uint8Array, end: number, way: number): boolean {
  let at = end;
  while (at - end < 2 && isQuoteOrSlash(byteAt(text, at))) at++;
  at = skipBlanks(text, at, 20);
  if (byteAt(text, at) === 44 || byteAt(text, at) === 59) at++;
  if (byteAt(text, at) === 13) at++;
  if (byteAt(text, at) === 10) at++;
  at = skipBlanks(text, at, 60);
  if (byteAt(text, at) === 123) {
    at = skipBlanks(text, at + 1, 4);
    if (byteAt(text, at) === 13) at++;
    if (byteAt(text, at) === 10) at++;
    at = skipSettings(text, skipBlanks(text, at, 40));
  }
  while (at - end < 800 && isQuoteOrSlash(byteAt(text, at))) at++;
  for (let turn = 0; turn < 4; turn++) {
    if (mayBeHeld(text, at, way)) return true;
    const next = skipAttribute(text, at);
    if (next === at) return false;
    at = next;
    while (at - end < 1200 && isQuoteOrSlash(byteAt(text, at))) at++;
  }
  return false;
}

/** Lines of a variable of Terraform before its default: `type = string`. */
function skipSettings(text: Uint8Array, from: number): number {
  let at = from;
  for (let turn = 0; turn < 4; turn++) {
    const known =
      stands(text, at, 'type') ||
      stands(text, at, 'description') ||
      stands(text, at, 'sensitive') ||
      stands(text, at, 'nullable') ||
      stands(text, at, 'ephemeral');
    if (!known) return at;
    let end = at;
    while (end - at < 160 && byteAt(text, end) !== 10) end++;
    if (byteAt(text, end) !== 10) return at;
    at = skipBlanks(text, end + 1, 40);
  }
  return at;
}

/** `value: "…"` */
function mayBeHeld(text: Uint8Array, word: number, way: number): boolean {
  let at = word;
  while (at - word < 22 && (isWordByte(byteAt(text, at)) || byteAt(text, at) === 58 || byteAt(text, at) === 45)) at++;
  while (at > word && byteAt(text, at - 1) === 58) at--;
  if (!isHolder(text, word, at - word)) return false;
  for (let k = 0; k < 2 && isQuoteOrSlash(byteAt(text, at)); k++) at++;
  at = skipBlanks(text, at, 20);
  const c = byteAt(text, at);
  if (c !== 58 && c !== 61) return false;
  return mayHoldValue(text, skipBlanks(text, byteAt(text, at + 1) === 62 ? at + 2 : at + 1, 20), way);
}

/** `type="text" ` and the like; `from` where none stands there. */
function skipAttribute(text: Uint8Array, from: number): number {
  let at = from;
  while (at - from < 21 && (isWordByte(byteAt(text, at)) || byteAt(text, at) === 45 || byteAt(text, at) === 58)) at++;
  if (at === from) return from;
  at = skipBlanks(text, at, 2);
  if (byteAt(text, at) !== 61) return from;
  at = skipBlanks(text, at + 1, 2);
  const mark = byteAt(text, at);
  if (mark !== 34 && mark !== 39) return from;
  const begin = ++at;
  while (at - begin <= 60 && byteAt(text, at) !== 34 && byteAt(text, at) !== 39) at++;
  if (byteAt(text, at) !== 34 && byteAt(text, at) !== 39) return from;
  const blanks = skipBlanks(text, at + 1, 4);
  return blanks === at + 1 ? from : blanks;
}

function isQuoteOrSlash(c: number): boolean {
  return c === 34 || c === 39 || c === 96 || c === 92;
}

/** value, defaultValue and others that end so; val, default, content, text */
function isHolder(text: Uint8Array, at: number, length: number): boolean {
  if (length === 3) return stands(text, at, 'val');
  if (length === 4) return stands(text, at, 'text');
  if (length === 7 && (stands(text, at, 'default') || stands(text, at, 'content'))) return true;
  return length >= 5 && stands(text, at + length - 5, 'value');
}

/** A blank and the value, or `is`, `for x is`, or words that are fillers. */
function maySpace(text: Uint8Array, end: number, closed: number, way: number): boolean {
  if (byteAt(text, closed) === 45) {
    const c = byteAt(text, closed + 1);
    const quote = c === 32 ? closed + 2 : closed + 1;
    if (mayQuote(text, quote, way)) return true;
  }
  const first = stands(text, end, '\\t') ? end + 2 : skipBlanks(text, end, 4);
  if (first === end) return false;
  let at = first;
  for (let turn = 0; turn < 4; turn++) {
    if (mayHoldValue(text, at, linkedBy(way, SPACE))) return true;
    const word = at;
    while (at - word < 20 && (isLetter(byteAt(text, at)) || byteAt(text, at) === 45)) at++;
    if (at === word || byteAt(text, at) > 32) return false;
    if (byteAt(text, word) !== 45 && !isFiller(text, word, at - word)) return false;
    if (mayTell(text, word, way)) return true;
    const isOr = at - word === 2 && byteAt(text, word) === 111 && byteAt(text, word + 1) === 114;
    at = skipBlanks(text, at, 4);
    if (isOr && mayHoldValue(text, at, linkedBy(way, FALLBACK))) return true;
  }
  return false;
}

/** by code key value id token secret as to is was are for of or */
function isFiller(text: Uint8Array, at: number, length: number): boolean {
  if (length === 2) {
    const c = byteAt(text, at) | 32;
    return c === 98 || c === 105 || c === 97 || c === 116 || c === 111; // by id is as to of or, and others
  }
  if (length === 3) return stands(text, at, 'key') || tells(text, at) || stands(text, at, 'for');
  if (length === 4) return stands(text, at, 'code');
  if (length === 5) return stands(text, at, 'value') || stands(text, at, 'token');
  return length === 6 && stands(text, at, 'secret');
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
