// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { CHARS, OF_TAGS, runBefore } from '../../byte-runs.ts';
import { byteAt } from './bytes.ts';
import { isLetter, isSpace, isWordByte, skipBlanks, spells, stands } from './chars.ts';
import { isOther, SHORTEST_PASSWORD } from './claims.ts';
import { nameFacts } from './judge.ts';
import { MOST, mayBeSecret } from './secret.ts';
import { mayHoldValue } from './value.ts';
import { ELEMENT, linkedBy, PAIR } from './way.ts';

/** `name`, then `value: "…"` beside or below it, attributes in between. */
export function mayPair(text: Uint8Array, end: number, way: number): boolean {
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
    if (mayBeHeld(text, at, linkedBy(way, PAIR))) return true;
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
  let at = skipHolder(text, word);
  if (at < 0) return false;
  for (let k = 0; k < 2 && isQuoteOrSlash(byteAt(text, at)); k++) at++;
  at = skipBlanks(text, at, 20);
  const c = byteAt(text, at);
  if (c !== 58 && c !== 61) return false;
  return mayHoldValue(text, skipBlanks(text, byteAt(text, at + 1) === 62 ? at + 2 : at + 1, 20), way);
}

/** Behind `value`, `defaultValue`, `string:value`; -1 where none of them stands there. */
function skipHolder(text: Uint8Array, from: number): number {
  const end = skipLetters(text, from);
  const c = byteAt(text, end);
  if (end > from && (c === 58 || c === 95 || c === 45)) {
    const last = skipLetters(text, end + 1);
    if (last === end + 6 && (spells(text, end + 1, 'value') || spells(text, end + 1, 'Value'))) return last;
  }
  return isHolder(text, from, end - from) ? end : -1;
}

function skipLetters(text: Uint8Array, from: number): number {
  let at = from;
  while (at - from < 20 && isLetter(byteAt(text, at))) at++;
  return at;
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

/** `</key><string>`: the text of the element behind that of the name. */
export function mayFollow(text: Uint8Array, from: number, way: number): boolean {
  const end = skipTag(text, from);
  if (byteAt(text, end) !== 62 || !(stands(text, end - 4, 'name') || stands(text, end - 3, 'key'))) return false;
  const next = skipSpace(text, end + 1);
  if (byteAt(text, next) !== 60) return false;
  const close = skipTag(text, next + 1);
  if (byteAt(text, close) !== 62 || !(stands(text, close - 5, 'value') || stands(text, close - 6, 'string')))
    return false;
  return mayTextual(text, close + 1, linkedBy(way, ELEMENT));
}

/** Behind the name of a tag. */
function skipTag(text: Uint8Array, from: number): number {
  let at = from;
  while (at - from < 22 && (isWordByte(byteAt(text, at)) || byteAt(text, at) === 45)) at++;
  return at;
}

/** Behind at most 60 blanks and line breaks. */
function skipSpace(text: Uint8Array, from: number): number {
  let at = from;
  while (at - from < 60 && isSpace(byteAt(text, at))) at++;
  return at;
}

/** The text of the element in whose tag the name stands, or of its `value`. */
export function mayElement(text: Uint8Array, end: number, way: number): boolean {
  let at = end;
  let c = byteAt(text, at);
  while (at - end <= 160 && c !== 60 && c !== 62 && c !== 10) c = byteAt(text, ++at);
  if (c !== 62) return false;
  at = skipSpace(text, at + 1);
  if (stands(text, at, '<value>')) at = skipSpace(text, at + 7);
  if (spells(text, at, '<![CDATA[')) at += 9;
  return isClosed(text, at) && mayTextual(text, at, linkedBy(way, ELEMENT));
}

/** Whether the next tag closes the element. */
function isClosed(text: Uint8Array, from: number): boolean {
  let at = from;
  let c = byteAt(text, at);
  while (at - from <= MOST && c !== 60 && c !== 62 && c !== 10 && c !== 0) c = byteAt(text, ++at);
  if (at - from > MOST) return true;
  if (c === 10) at = skipSpace(text, at);
  if (spells(text, at - 2, ']]>')) at++;
  return byteAt(text, at) === 60 && byteAt(text, at + 1) === 47;
}

/** Whether the text up to the next tag could be a secret. */
function mayTextual(text: Uint8Array, from: number, way: number): boolean {
  let end = from;
  let c = byteAt(text, end);
  while (end - from <= MOST && c !== 60 && c !== 10) c = byteAt(text, ++end);
  if (end - from < SHORTEST_PASSWORD) return false;
  // of what stands in braces the last word counts
  if (end - from > MOST || byteAt(text, from) === 123 || byteAt(text, end - 1) === 62) return !isOther(nameFacts(text));
  return mayBeSecret(text, from, end, way, false);
}

/** Whether a `<` stands before the name, on the line, not closed yet. */
export function opensTag(text: Uint8Array, start: number): boolean {
  const length = runBefore(text, start, 79, CHARS, OF_TAGS);
  return length < 79 && byteAt(text, start - length - 1) === 60;
}

/** As `mayPair` of link.ts. */
export function isPairStart(c: number): boolean {
  if (c === 44 || c === 10 || c === 13 || c === 123 || c === 125) return true;
  return c === 118 || c === 86 || c === 100 || c === 68 || c === 99 || c === 116;
}
