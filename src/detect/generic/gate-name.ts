// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { byteAt } from './gate-bytes.ts';
import { mayLink } from './gate-link.ts';
import { isWordByte, stands } from './gate-value.ts';

const MAX_NAME = 64;
/** As evidence.ts has them. */
const SHORTEST_PASSWORD = 5;
const SHORTEST_KEY = 10;

/**
 * Whether the generic detector could find a secret at the name around `hit`. Cheap, and never narrower than that detector: what
 * `candidate.ts`, `link.ts` and `take.ts` take for assigned passes here, unless `evidence.ts` is sure to drop it. Looks at most
 * 160 bytes back and 1,000 on.
 *
 * @param text one character a byte
 * @param code whether the file is code, where bare words are no values
 */
export function mayAssign(text: Uint8Array, hit: number, code: boolean): boolean {
  if (byteAt(text, hit) === 36) return true; // $: a password hash
  let start = hit;
  let end = hit;
  while (start > 0 && hit - start <= MAX_NAME && isNameByte(byteAt(text, start - 1))) start--;
  while (end - hit <= MAX_NAME && isNameByte(byteAt(text, end))) end++;
  if (hit - start > MAX_NAME || end - hit > MAX_NAME) return false;
  while (start < hit && !isWordByte(byteAt(text, start))) start++;
  while (end > hit && !isWordByte(byteAt(text, end - 1))) end--;
  if (end - start === 4 && stands(text, start, 'curl ')) return true;
  if (mayReverse(text, start) || mayJoin(text, start, end)) return true;
  // most names hold nothing of any length
  if (!mayLink(text, start, end, SHORTEST_PASSWORD, code)) return false;
  return mayBePassword(text, hit, start, end) || mayLink(text, start, end, SHORTEST_KEY, code);
}

/** Letters, digits, `_ $ - .` */
function isNameByte(c: number): boolean {
  return isWordByte(c) || c === 36 || c === 45 || c === 46;
}

/** Whether it could be a password, which may be short; the word before the name may say so as well. */
function mayBePassword(text: Uint8Array, hit: number, start: number, end: number): boolean {
  const c = byteAt(text, hit) | 32;
  if (c === 105 || c === 98) return true; // identified by, basic, bearer
  const from = byteAt(text, start - 1) === 32 ? start - 29 : start;
  // biome-ignore lint/complexity/useMathMinMax: AssemblyScript's is one of floats
  for (let at = from < 0 ? 0 : from; at < end; at++) {
    const pair = byteAt(text, at) | (byteAt(text, at + 1) << 8) | 0x2020;
    // pa pw ps sw, se of senha and contrasena, nw of kennwort, cu of securestring
    if (pair === 0x6170 || pair === 0x7770 || pair === 0x7370 || pair === 0x7773) return true;
    if (pair === 0x776e || pair === 0x7563) return true;
    if (pair === 0x6573 && (byteAt(text, at + 2) | 32) === 110) return true;
  }
  return false;
}

/** `"…" == name` */
function mayReverse(text: Uint8Array, start: number): boolean {
  let at = start - 1;
  let c = byteAt(text, at);
  if (c !== 32 && c !== 61 && c !== 46 && c !== 62) return false;
  // what leads to the name: `this.`, `$x->`
  while (start - at < 48 && (isNameByte(c) || c === 62)) c = byteAt(text, --at);
  while (start - at < 56 && (c === 32 || c === 9)) c = byteAt(text, --at);
  if (c !== 61) return false;
  c = byteAt(text, --at);
  if (c === 61) c = byteAt(text, --at);
  if (c === 61 || c === 33) c = byteAt(text, --at);
  while (start - at < 64 && (c === 32 || c === 9)) c = byteAt(text, --at);
  return c === 34 || c === 39 || c === 96;
}

/** `service-secret-0123abcd…` */
function mayJoin(text: Uint8Array, start: number, end: number): boolean {
  if (end - start < 20 || byteAt(text, end) === 46) return false;
  let letters = 0;
  let digits = 0;
  for (let at = end - 1; at > start; at--) {
    const c = byteAt(text, at);
    if (c === 45) return letters >= 16 && digits > 0;
    if (c === 46 || c === 36 || c === 95) return false;
    letters++;
    if (c >= 48 && c <= 57) digits++;
  }
  return false;
}
