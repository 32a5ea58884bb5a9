import { plainText, transcode, wideEncoding } from './sniff.ts';

/** Gives bytes `[from, to)` of a content, fewer where it ends before; good until the next call. */
export type ReadAt = (from: number, to: number) => Uint8Array;

/** Raw bytes that are made plain at once; a multiple of 4. */
const CHUNK = 256 << 10;

/**
 * What `sniff` would make of a content that is too large to be held whole: UTF-16 and UTF-32 as UTF-8, without the colours of
 * terminals. Offsets are those of what is made; `from` must never go back.
 *
 * @param first the beginning of the content, by which its encoding is told
 */
export function narrow(readRaw: ReadAt, first: Uint8Array): ReadAt {
  const wide = wideEncoding(first);
  let isAsItStands = wide === undefined;
  let made = Buffer.alloc(0);
  let length = 0; // of what is in `made`
  let base = 0; // where it begins, among all that is made
  let next = wide?.skip ?? 0; // raw byte to be read
  let ended = false;
  const makeMore = (wanted: number) => {
    const raw = readRaw(next, next + CHUNK);
    ended = raw.length < CHUNK;
    const part = ended ? raw : raw.subarray(0, wide === undefined ? lineEnd(raw) : wholeUnits(raw, wide));
    next += part.length;
    const piece = wide === undefined ? plainText(part) : transcode(part, { ...wide, skip: 0 });
    if (length + piece.length > made.length) {
      const before = made;
      made = Buffer.allocUnsafeSlow(Math.max(wanted, length) + 2 * CHUNK + piece.length);
      before.copy(made, 0, 0, length);
    }
    made.set(piece, length);
    length += piece.length;
  };
  return (from, to) => {
    if (isAsItStands) {
      const raw = readRaw(from, to);
      if (!raw.includes(0) && !raw.includes(27)) return raw;
      isAsItStands = false;
      base = from;
      next = from;
    }
    const gone = Math.min(from - base, length);
    made.copyWithin(0, gone, length);
    length -= gone;
    base = from;
    while (!ended && length < to - from) makeMore(to - from);
    return made.subarray(0, Math.min(length, to - from));
  };
}

/** Behind the last line end, where there is one near: what is taken out ends there. */
function lineEnd(raw: Uint8Array): number {
  const at = raw.lastIndexOf(10);
  return at > raw.length / 2 ? at + 1 : raw.length;
}

/** Both halves of a surrogate pair stay together. */
function wholeUnits(raw: Uint8Array, { unit, big }: { readonly unit: 2 | 4; readonly big: boolean }): number {
  const high = raw[raw.length - (big ? 2 : 1)] ?? 0;
  return unit === 2 && high >= 0xd8 && high <= 0xdb ? raw.length - 2 : raw.length;
}
