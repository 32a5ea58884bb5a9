import { TRIGRAMS } from '../../../config/generic/model.ts';

const SYMBOLS = 28;
const LEVELS = 9;
/** Bits that one level stands for; the training writes the table with the same step. */
export const BITS_PER_LEVEL = 1.4;
/** Bits of one letter out of 26 and a little for the separators. */
const RANDOM_BITS = 4.8;

/**
 * Cost of the letters of `value` under the trigrams of words, names and prose, less what a random letter costs.
 * Case folds; digits are one symbol; everything else separates.
 *
 * @returns bits: positive for noise, negative for words
 */
export function strangeness(value: string): number {
  let a = 0;
  let b = 0;
  let total = 0;
  for (let i = 0; i < value.length; i++) {
    const c = symbolOf(value.charCodeAt(i));
    if (c > 0 && c < 27) {
      total += levelOf((a * SYMBOLS + b) * SYMBOLS + c) * BITS_PER_LEVEL - RANDOM_BITS;
    }
    a = b;
    b = c;
  }
  return total;
}

/** 0 separators and all else, 1 to 26 letters, 27 digits. */
export function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 65 && code <= 90) return code - 64;
  return code >= 48 && code <= 57 ? 27 : 0;
}

/** Two levels a character, from `(` on, the backslash left out. */
function levelOf(index: number): number {
  let code = TRIGRAMS.charCodeAt(index >> 1);
  if (code > 92) code--;
  code -= 40;
  return index & 1 ? code % LEVELS : Math.floor(code / LEVELS);
}

/** The level of each trigram, one byte each. */
export function trigramLevels(): Uint8Array {
  return Uint8Array.from({ length: SYMBOLS ** 3 }, (_, index) => levelOf(index));
}
