// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { byteAt } from './bytes.ts';
import { isDigit, isNameStart, isWordByte } from './chars.ts';

/** As `SYNTAX` of candidate.ts: what only code has between names. */
export function isSyntax(text: Uint8Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const c = byteAt(text, at);
    const before = byteAt(text, at - 1);
    if (c === before && (c === 38 || c === 124)) return true; // && ||
    if (before === 41 || before === 93 || before === 125) {
      if (c === 44 || c === 59 || c === 41 || c === 123) return true; // ), ]) }{
      if (before === 41 && c === 61 && at + 1 < to && byteAt(text, at + 1) === 62) return true; // )=>
    }
    if (c === 61 && (before === 61 || before === 33) && at + 1 < to && byteAt(text, at + 1) === 61) return true; // === !==
  }
  return false;
}

/** As `EXPRESSION` of evidence.ts: a call, an index, a member. */
export function isCode(text: Uint8Array, from: number, to: number): boolean {
  let open = false;
  for (let at = from + 1; at < to; at++) {
    const c = byteAt(text, at);
    const before = byteAt(text, at - 1);
    if (c === before && (c === 38 || c === 124)) return true;
    if (c === 46 && before === 41) return true;
    if (c === 41 && open) return true;
    if (c === 41) open = false;
    if (c === 40) open = isWordByte(before) || before === 36 || before === 93 || before === 41;
  }
  return isIndex(text, from, to) || isMember(text, from, to);
}

/** `keys[0]`, `!names["x"]` */
function isIndex(text: Uint8Array, from: number, to: number): boolean {
  let at = byteAt(text, from) === 33 ? from + 1 : from;
  if (!isNameStart(byteAt(text, at))) return false;
  while (at < to && isMemberByte(byteAt(text, at))) at++;
  if (at >= to || byteAt(text, at) !== 91) return false;
  at++;
  while (at < to && (isMemberByte(byteAt(text, at)) || byteAt(text, at) === 34 || byteAt(text, at) === 39)) at++;
  return at < to && byteAt(text, at) === 93;
}

/** Letters, digits, `_ $ .` */
function isMemberByte(c: number): boolean {
  return isWordByte(c) || c === 36 || c === 46;
}

/** `options.token`: two to six names of two letters and more, a digit at most behind each. */
function isMember(text: Uint8Array, from: number, to: number): boolean {
  const last = byteAt(text, to - 1);
  const end = last === 40 || last === 41 ? to - 1 : to;
  let at = from;
  for (let names = 1; names <= 6; names++) {
    const begin = at;
    while (at < end && isNameStart(byteAt(text, at))) at++;
    if (at - begin < 2) return false;
    if (at < end && isDigit(byteAt(text, at))) at++;
    if (at === end) return names > 1;
    if (byteAt(text, at) !== 46) return false;
    at++;
  }
  return false;
}
