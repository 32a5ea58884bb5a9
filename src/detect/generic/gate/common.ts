// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/useMathMinMax: AssemblyScript's is one of floats
import { byteAt } from './bytes.ts';
import { isLetter } from './chars.ts';
import { bitsOf, COMMON } from './words.ts';

/** As in value.ts. */
const SHORTEST_PIECE = 4;
const LONGEST_PIECE = 10;
/** Hundredths that no value with digits or signs for letters is sure to have more of. */
const ALL_WORDS = 85;

/** Letters, and those of them that common pieces cover, in what `commonHundredths` looked at last. */
let letters = 0;
let covered = 0;

/** The least that `commonShare` of value.ts gives for the bytes between `from` and `to` where they are not all noise, in hundredths. */
export function commonHundredths(text: Uint8Array, from: number, to: number): number {
  letters = 0;
  covered = 0;
  let leet = false;
  for (let at = from; at < to; ) {
    const c = byteAt(text, at);
    if (c === 64) return 0; // @: it may be a letter of a word
    if (isLetter(c)) {
      const end = endOfPiece(text, at, to);
      addPiece(text, at, end);
      at = end;
    } else {
      if (isLeet(c)) leet = true;
      at++;
    }
  }
  if (letters === 0) return 0;
  const exact = (covered * 100) / letters;
  const share = exact - (exact % 1); // AssemblyScript has no fractions here
  return leet && share > ALL_WORDS ? ALL_WORDS : share;
}

/** Where the letters end that begin at `from`, or a capital stands behind a small one. */
function endOfPiece(text: Uint8Array, from: number, to: number): number {
  let at = from + 1;
  while (at < to && isLetter(byteAt(text, at)) && !(byteAt(text, at) < 97 && byteAt(text, at - 1) >= 97)) at++;
  return at;
}

function addPiece(text: Uint8Array, from: number, to: number): void {
  letters += to - from;
  if ((bitsOf(text, from, to) & COMMON) !== 0) {
    covered += to - from;
    return;
  }
  for (let at = from; at + SHORTEST_PIECE <= to; ) {
    let end = at + LONGEST_PIECE < to ? at + LONGEST_PIECE : to;
    while (end - at >= SHORTEST_PIECE && (bitsOf(text, at, end) & COMMON) === 0) end--;
    if (end - at < SHORTEST_PIECE) at++;
    else {
      covered += end - at;
      at = end;
    }
  }
}

/** 0 1 3 4 5 7 $ */
function isLeet(c: number): boolean {
  return c === 36 || c === 48 || c === 49 || (c >= 51 && c <= 53) || c === 55;
}
