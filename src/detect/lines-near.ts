// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
import { byteAt } from './generic/gate/bytes.ts';

/**
 * How far the generic detector looks around a word. Behind it: three line breaks and a bracket each before the value, its block,
 * its default, the element, four lines around; a name, an operator, a value and 500 characters. Before it: the name, a value
 * compared with it, four lines around.
 */
const LINES_BEHIND = 16;
export const CHARS_BEHIND = 4_500;
const LINES_AHEAD = 6;
export const CHARS_AHEAD = 900;

/** Where words begin to see what stands at `at`. */
export function linesBefore(text: Uint8Array, at: number): number {
  const stop = at > CHARS_BEHIND ? at - CHARS_BEHIND : 0;
  const feed = passLines(text, at - 1, stop - 1, LINES_BEHIND);
  return feed > stop ? feed : stop;
}

/** The last place from which words see what stands at `at`, in a text of `size` bytes. */
export function linesAfter(text: Uint8Array, at: number, size: number): number {
  return passLines(text, at, at + CHARS_AHEAD < size ? at + CHARS_AHEAD : size, LINES_AHEAD);
}

/**
 * The line feed behind `most` lines on the way from `from` to `end`, either way; `end` where there are fewer. Blank lines do not count: the
 * gaps that the detector skips may hold many.
 */
function passLines(text: Uint8Array, from: number, end: number, most: number): number {
  const step = end < from ? -1 : 1;
  let lines = most;
  let isBlank = true;
  for (let i = from; i !== end; i += step) {
    const c = byteAt(text, i);
    if (c !== 10) {
      if (c > 32) isBlank = false;
    } else if (!isBlank) {
      if (--lines === 0) return i;
      isBlank = true;
    }
  }
  return end;
}
