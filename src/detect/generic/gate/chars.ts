// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
import { byteAt } from './bytes.ts';

/** Behind at most `most` spaces and tabs. */
export function skipBlanks(text: Uint8Array, from: number, most: number): number {
  let at = from;
  while (at - from < most && (byteAt(text, at) === 32 || byteAt(text, at) === 9)) at++;
  return at;
}

/** Whether `word`, lower case, stands at `at` in any case. */
export function stands(text: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const c = byteAt(text, at + i);
    if ((c >= 65 && c <= 90 ? c | 32 : c) !== word.charCodeAt(i)) return false;
  }
  return true;
}

/** As `stands`, in this case only. */
export function spells(text: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (byteAt(text, at + i) !== word.charCodeAt(i)) return false;
  return true;
}

/** Letters, digits, `_` */
export function isWordByte(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;
}

/** In small letters. */
export function folded(c: number): number {
  return c >= 65 && c <= 90 ? c | 32 : c;
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Letters, `_ $` */
export function isNameStart(c: number): boolean {
  return isLetter(c) || c === 95 || c === 36;
}

export function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

export function isAlnum(c: number): boolean {
  return isLetter(c) || isDigit(c);
}

/** As `\s` has them in Latin 1. */
export function isSpace(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13) || c === 160;
}
