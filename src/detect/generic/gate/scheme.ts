// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { byteAt } from './bytes.ts';
import { skipBlanks, stands } from './chars.ts';

/**
 * Where the value begins behind `Bearer ` and others, as `withoutScheme` of candidate.ts has it; `from` where none stands there.
 *
 * @param end where a quoted value ends; 0 for a bare one
 */
export function behindScheme(text: Uint8Array, from: number, end: number): number {
  const length = lengthOfScheme(text, from);
  if (length === 0) return from;
  const blanks = byteAt(text, from + length) === 58 ? from + length + 1 : from + length;
  let at = skipBlanks(text, blanks, 4);
  if (at === blanks) return from;
  if (stands(text, at, 'token=')) at += 6;
  if (byteAt(text, at) === 92) at++;
  if (byteAt(text, at) === 34 || byteAt(text, at) === 39) at++;
  return end > 0 && at + 4 > end ? from : at;
}

/** Where a bare value behind a scheme ends, up to `most` bytes on. */
export function endOfToken(text: Uint8Array, from: number, most: number): number {
  let at = from;
  while (at - from < most && !endsToken(byteAt(text, at))) at++;
  return at;
}

/** Blanks and what JavaScript takes for one, quotes, `, ; < > \` */
function endsToken(c: number): boolean {
  if (c === 0 || c === 32 || (c >= 9 && c <= 13) || c === 34 || c === 39 || c === 44) return true;
  return c === 59 || c === 60 || c === 62 || c === 92 || c === 96 || c === 160;
}

/** Whether a bare word in code counts that no digit or sign stands in. */
export function isBearer(text: Uint8Array, from: number): boolean {
  const c = byteAt(text, from) | 32;
  if (c !== 98 && c !== 116) return false;
  const length = lengthOfScheme(text, from);
  return length > 0 && byteAt(text, from + length) === 32;
}

/** Whether a literal in `[from, to)` is a scheme to which the token is added: `"Bearer " + "…"`. */
export function isAddedTo(text: Uint8Array, from: number, to: number): boolean {
  const c = byteAt(text, from) | 32;
  if ((c !== 98 && c !== 116) || lengthOfScheme(text, from) !== to - from) return false;
  let at = byteAt(text, to) === 32 ? to + 1 : to;
  if (!isQuote(byteAt(text, at))) return false;
  at = skipBlanks(text, at + 1, 4);
  if (byteAt(text, at) !== 43 && byteAt(text, at) !== 46) return false;
  return isQuote(byteAt(text, skipBlanks(text, at + 1, 4)));
}

function isQuote(c: number): boolean {
  return c === 34 || c === 39 || c === 96;
}

function lengthOfScheme(text: Uint8Array, from: number): number {
  const c = byteAt(text, from) | 32;
  if (c === 98) return stands(text, from, 'bearer') ? 6 : stands(text, from, 'basic') ? 5 : 0;
  if (c === 116) return stands(text, from, 'token') ? 5 : 0;
  if (c === 97) return stands(text, from, 'apikey') ? 6 : stands(text, from, 'api-key') ? 7 : 0;
  if (c === 107) return stands(text, from, 'key') ? 3 : 0;
  if (c === 106) return stands(text, from, 'jwt') ? 3 : 0;
  if (c === 100) return stands(text, from, 'digest') ? 6 : 0;
  if (c === 110) return stands(text, from, 'negotiate') ? 9 : 0;
  return stands(text, from, 'oauth') ? 5 : 0;
}
