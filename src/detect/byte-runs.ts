// Runs of bytes of a set. The twin in WebAssembly, which looks at sixteen bytes at once, is kernel/assembly/runs.ts.
import { byteAt } from './generic/gate/bytes.ts';

/** Bytes that one set takes; sets stand one behind the other. */
export const SET_BYTES = 32;

/** How many bytes of the set at `set` of `sets` stand from `at` on; counted up to `most`. */
export function runFrom(text: Uint8Array, at: number, most: number, sets: Uint8Array, set: number): number {
  let n = 0;
  while (n < most && isIn(byteAt(text, at + n), sets, set)) n++;
  return n;
}

/** How many of them stand before `at`. */
export function runBefore(text: Uint8Array, at: number, most: number, sets: Uint8Array, set: number): number {
  let n = 0;
  while (n < most && isIn(byteAt(text, at - n - 1), sets, set)) n++;
  return n;
}

/** A set is eight bits, one for each high nibble, for every low nibble; bytes from 128 on are in the second half. */
function isIn(byte: number, sets: Uint8Array, set: number): boolean {
  return (((sets[set + placeOf(byte)] ?? 0) >> ((byte >> 4) & 7)) & 1) !== 0;
}

function placeOf(byte: number): number {
  return ((byte >> 3) & 16) | (byte & 15);
}

/**
 * @param members one character a byte, none twice
 * @param others of as many sets behind those, what they lack
 */
export function setsOf(members: readonly string[], others: readonly string[] = []): Uint8Array {
  const all = [...members, ...others];
  const sets = new Uint8Array(all.length * SET_BYTES).fill(255, members.length * SET_BYTES);
  all.forEach((bytes, index) => {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes.charCodeAt(i);
      sets[index * SET_BYTES + placeOf(byte)]! ^= 1 << ((byte >> 4) & 7);
    }
  });
  return sets;
}

const DIGITS = '0123456789';
const WORD = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz${DIGITS}_`;
const BLANKS = String.fromCharCode(...Array.from({ length: 33 }, (_, i) => i));

// Sets that do not come from rules, by where they stand in `CHARS`.
export const OF_NAMES = 0;
export const OF_CALLS = 32;
export const OF_TYPES = 64;
export const OF_EXPRESSIONS = 96;
export const OF_MEMBERS = 128;
export const OF_NUMBERS = 160;
export const OF_ADDRESSES = 192;
export const OF_BARE = 224;
export const OF_UNNUMBERED = 256;
export const OF_QUOTED = 288;
export const OF_TAGS = 320;
export const CHARS = setsOf(
  [
    `${WORD}$-.`,
    `${WORD}$.:<>[]`,
    `${WORD}.<>[]?&*`,
    // where `or` and `?` are looked for
    `${WORD.replace('o', '')}$.!()[]'"- `,
    `${WORD}$.`,
    `${DIGITS}._`,
  ],
  [
    // up to the @ of an address
    `${BLANKS}"'@\``,
    // what goes on a bare value, the & left aside
    `${BLANKS}"'\`;<>\\&`,
    DIGITS,
    '"\'`\n\\',
    '<>\n',
  ],
);
