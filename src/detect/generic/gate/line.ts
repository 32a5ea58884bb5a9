// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { byteAt } from './bytes.ts';
import { isSpace, isWordByte, spells } from './chars.ts';

/** What `lineBefore` of surroundings.ts gives at most. */
const MOST_BEFORE = 160;
/** As `isOfLongLine` of surroundings.ts. */
const LONG_LINE = 500;
/** How far from the name a value may begin whose line is looked at. */
const NEAR = 900;

/** Where `lineBefore` of surroundings.ts begins. */
function beginOf(text: Uint8Array, at: number): number {
  let from = at;
  while (from > 0 && at - from < MOST_BEFORE && byteAt(text, from - 1) !== 10) from--;
  return from;
}

/** As `isLiteral` of evidence.ts has it of a bare value in code: the line is a comment up to the name at `at`, or a quote stands there. */
export function mayBeLiteral(text: Uint8Array, at: number): boolean {
  const begin = beginOf(text, at);
  for (let i = begin; i < at; i++) {
    const c = byteAt(text, i);
    if (c === 34 || c === 39 || c === 96) return true;
    if (c === 47 && i + 1 < at && byteAt(text, i + 1) === 47) return true;
  }
  let first = begin;
  while (first < at && isSpace(byteAt(text, first))) first++;
  if (first === at) return false;
  const c = byteAt(text, first);
  if (c === 35 || c === 42 || c === 59) return true; // # * ;
  return c === 45 && first + 1 < at && byteAt(text, first + 1) === 45;
}

/** Of what `isPublicThere` of surroundings.ts tells by the line up to the name: a build badge, the name of a resource at AWS. */
export function isPublicThere(text: Uint8Array, start: number): boolean {
  const begin = beginOf(text, start);
  let resource = false;
  for (let i = begin; i < start; i++) {
    const c = byteAt(text, i);
    if (!isOfResource(c)) resource = false;
    else if (c === 97 && start - i >= 7 && start - i <= 107 && spells(text, i, 'arn:aws')) resource = true;
    else if (c === 98 && start - i >= 5 && spells(text, i, 'badge')) return true;
    else if (c === 46 && start - i >= 5 && spells(text, i, '.svg?')) return true;
  }
  return resource;
}

/** Letters, digits, `_ : . * / -` */
function isOfResource(c: number): boolean {
  return isWordByte(c) || c === 58 || c === 46 || c === 42 || c === 47 || c === 45;
}

/**
 * Whether a comment tells of the value, of what evidence.ts takes for one: `*` or `//` begins the line up to the name, or `//`
 * stands behind `, ; { }` there and nothing is assigned.
 */
export function isTold(text: Uint8Array, start: number, end: number, value: number): boolean {
  const begin = beginOf(text, start);
  let first = begin;
  while (first < start && isSpace(byteAt(text, first))) first++;
  if (first < start && byteAt(text, first) === 42) return true;
  for (let i = first; i + 1 < start; i++) {
    if (byteAt(text, i) !== 47 || byteAt(text, i + 1) !== 47) continue;
    if (i === first || opensComment(text, begin, i)) return !assigns(text, end, value);
  }
  return false;
}

/** Whether `, ; { }` stands before `at`, and blanks between them. */
function opensComment(text: Uint8Array, begin: number, at: number): boolean {
  let i = at - 1;
  while (i >= begin && isSpace(byteAt(text, i))) i--;
  const c = i < begin ? 0 : byteAt(text, i);
  return c === 44 || c === 59 || c === 123 || c === 125;
}

function assigns(text: Uint8Array, from: number, to: number): boolean {
  if (to < from) return true;
  for (let at = from; at < to; at++) if (byteAt(text, at) === 61) return true;
  return false;
}

/** As `isOfLongLine` of surroundings.ts; of values far from the name that ends at `name` it says no. */
export function isOfLongLine(text: Uint8Array, at: number, name: number): boolean {
  if (at - name > NEAR) return false;
  let from = at;
  while (from > 0 && at - from < LONG_LINE && byteAt(text, from - 1) !== 10) from--;
  let to = at;
  while (to - from < LONG_LINE && byteAt(text, to) !== 10 && byteAt(text, to) !== 0) to++;
  return to - from >= LONG_LINE;
}
