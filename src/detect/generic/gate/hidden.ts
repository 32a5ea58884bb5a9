// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { byteAt } from './bytes.ts';

/** As `readable` of special.ts: whether it is base64 of plain text, which is judged instead. */
export function isReadable(text: Uint8Array, from: number, to: number): boolean {
  const least = byteAt(text, to - 1) === 61 ? 8 : 12;
  return (to - from) % 4 === 0 && to - from >= least && decodes(text, from, to, false);
}

/** As `judgedPart` of special.ts: whether it is base64 of `name:password`. */
export function holdsLogin(text: Uint8Array, from: number, to: number): boolean {
  return decodes(text, from, to, true);
}

/** Whether the bytes are base64 of a blank to `z`, or of whatever is printed, with a colon. */
function decodes(text: Uint8Array, from: number, to: number, isLogin: boolean): boolean {
  let sum = 0;
  let bits = 0;
  let colon = !isLogin;
  let at = from;
  for (; at < to; at++) {
    const six = sextet(byteAt(text, at));
    if (six < 0) break;
    sum = ((sum & 63) << 6) | six;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const c = (sum >> bits) & 255;
    if (c < 32 || (c > 122 && (!isLogin || (c > 126 && c < 160)))) return false;
    if (c === 58) colon = true;
  }
  const letters = at - from;
  while (at < to && byteAt(text, at) === 61) at++;
  return colon && letters >= 6 && at === to && to - from - letters <= 2;
}

function sextet(c: number): number {
  if (c >= 65 && c <= 90) return c - 65;
  if (c >= 97 && c <= 122) return c - 71;
  if (c >= 48 && c <= 57) return c + 4;
  if (c === 43 || c === 45) return 62;
  return c === 47 || c === 95 ? 63 : -1;
}
