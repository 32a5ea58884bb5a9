// Runs of bytes of a set. The twin in WebAssembly, which looks at sixteen bytes at once, is kernel/assembly/runs.ts.
import { byteAt } from './generic/gate-bytes.ts';

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

/** @param members one character a byte */
export function setsOf(members: readonly string[]): Uint8Array {
  const sets = new Uint8Array(members.length * SET_BYTES);
  members.forEach((bytes, index) => {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes.charCodeAt(i);
      sets[index * SET_BYTES + placeOf(byte)]! |= 1 << ((byte >> 4) & 7);
    }
  });
  return sets;
}

const bytesFrom = (first: number, last: number) =>
  String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
const allBut = (others: RegExp) => bytesFrom(0, 255).replace(others, '');
const DIGITS = '0123456789';
const LETTERS = `${bytesFrom(65, 90)}${bytesFrom(97, 122)}`;
const WORD = `${LETTERS}${DIGITS}_`;

// Sets that do not come from rules, by where they stand in `CHARS`.
export const OF_ADDRESSES = 0;
export const OF_NAMES = 32;
export const OF_CALLS = 64;
export const OF_TYPES = 96;
export const OF_EXPRESSIONS = 128;
export const OF_MEMBERS = 160;
export const OF_NUMBERS = 192;
export const OF_BARE = 224;
export const OF_UNNUMBERED = 256;
export const OF_QUOTED = 288;
export const OF_TAGS = 320;
export const CHARS = setsOf([
  // up to the @ of an address
  bytesFrom(33, 255).replace(/["'@`]/g, ''),
  `${WORD}$-.`,
  `${WORD}$.:<>[]`,
  `${WORD}.<>[]?&*`,
  // where `or` and `?` are looked for
  `${WORD}$.!()[]'"- `.replace('o', ''),
  `${WORD}$.`,
  `${DIGITS}._`,
  // what goes on a bare value, the & left aside
  bytesFrom(33, 255).replace(/["'`;<>\\&]/g, ''),
  allBut(/[0-9]/g),
  allBut(/["'`\n\\]/g),
  allBut(/[<>\n]/g),
]);
