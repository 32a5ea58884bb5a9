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

/** @param members one character a byte; never zero, which stands around a text */
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
const WORD = `${bytesFrom(48, 57)}${bytesFrom(65, 90)}_${bytesFrom(97, 122)}`;

/** Sets that do not come from rules: where each of them stands in `KINDS`. */
export const OF_NAMES = 0;
export const OF_ADDRESSES = 32;
export const KINDS = setsOf([
  `${WORD}$-.`,
  // what an address may hold up to its @: anything but that, blanks and quotes
  bytesFrom(33, 255).replace(/["'@`]/g, ''),
]);
