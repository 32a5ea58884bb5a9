// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { CHARS, OF_NAMES, runBefore, runFrom } from '../../byte-runs.ts';
import { byteAt } from './bytes.ts';
import { isWordByte, spells, stands } from './chars.ts';
import { isOther, SHORTEST_PASSWORD } from './claims.ts';
import { nameFacts, setName } from './judge.ts';
import { mayLink } from './link.ts';
import { MOST, mayBeSecret } from './secret.ts';
import { ASSIGN, CODE, linkedBy, REVERSE } from './way.ts';

const MAX_NAME = 64;

/**
 * Whether the generic detector could find a secret at the name around `hit`. Cheap, and never narrower than that detector: what
 * `candidate.ts`, `link.ts` and `take.ts` take for assigned passes here, unless `evidence.ts` is sure to drop it. Looks at most
 * 900 bytes back and 1,600 on.
 *
 * @param text one character a byte
 * @param code whether the file is code, where bare words are no values
 */
export function mayAssign(text: Uint8Array, hit: number, code: boolean): boolean {
  if (byteAt(text, hit) === 36) return mayHash(text, hit);
  const before = runBefore(text, hit, MAX_NAME + 1, CHARS, OF_NAMES);
  const behind = runFrom(text, hit, MAX_NAME + 1, CHARS, OF_NAMES);
  if (before > MAX_NAME || behind > MAX_NAME) return false;
  let start = hit - before;
  let end = hit + behind;
  while (start < hit && !isWordByte(byteAt(text, start))) start++;
  while (end > hit && !isWordByte(byteAt(text, end - 1))) end--;
  if (end - start === 4 && stands(text, start, 'curl ')) return mayLogIn(text, end);
  setName(start, end, code);
  const way = code ? CODE : ASSIGN;
  return mayReverse(text, start, way) || mayJoin(text, start, end) || mayLink(text, start, end, way);
}

/** Letters, digits, `_ $ - .` */
function isNameByte(c: number): boolean {
  return isWordByte(c) || c === 36 || c === 45 || c === 46;
}

/** As `hashAt` of special.ts, whose shortest hash has so many letters, digits and `. / $ = , +`. */
function mayHash(text: Uint8Array, from: number): boolean {
  for (let at = from; at - from < SHORTEST_HASH; at++) {
    const c = byteAt(text, at);
    if (!isWordByte(c) && c !== 36 && c !== 46 && c !== 47 && c !== 61 && c !== 44 && c !== 43) return false;
  }
  return true;
}

/** `$1$`, one character of salt, `$` and 22 characters. */
const SHORTEST_HASH = 27;

/** As `curlAt` of special.ts: `-u name:password`, on the line. */
function mayLogIn(text: Uint8Array, from: number): boolean {
  for (let at = from; at - from < 396; at++) {
    const c = byteAt(text, at);
    if (c === 10) return false;
    if ((c === 32 || c === 9) && byteAt(text, at + 1) === 45 && holdsLogin(text, skipUserFlag(text, at + 2)))
      return true;
  }
  return false;
}

/** Behind `u`, `U`, `-user`, `-proxy-user`; -1 where none of them stands there. */
function skipUserFlag(text: Uint8Array, at: number): number {
  if (byteAt(text, at) === 117 || byteAt(text, at) === 85) return at + 1;
  if (spells(text, at, '-user')) return at + 5;
  return spells(text, at, '-proxy-user') ? at + 11 : -1;
}

/** `name:password`, of the one 60 characters at most, of the other four at least. */
function holdsLogin(text: Uint8Array, from: number): boolean {
  if (from < 0) return false;
  let at = from;
  while (at - from < 3 && (byteAt(text, at) === 32 || byteAt(text, at) === 9 || byteAt(text, at) === 61)) at++;
  if (byteAt(text, at) === 92) at++;
  if (byteAt(text, at) === 34 || byteAt(text, at) === 39) at++;
  const begin = at;
  let c = byteAt(text, at);
  while (at - begin < 60 && isOfLogin(c) && c !== 58 && c !== 36) c = byteAt(text, ++at);
  if (c !== 58) return false;
  for (let k = 1; k <= 4; k++) if (!isOfLogin(byteAt(text, at + k))) return false;
  return true;
}

/** No blank, quote or backslash. */
function isOfLogin(c: number): boolean {
  return c !== 32 && c !== 34 && c !== 39 && c !== 92 && c !== 160 && !(c >= 9 && c <= 13);
}

/** `"…" == name` */
function mayReverse(text: Uint8Array, start: number, way: number): boolean {
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
  return (c === 34 || c === 39 || c === 96) && mayBeBefore(text, at, c, way);
}

/** Whether the literal that closes at `end` could be a secret. */
function mayBeBefore(text: Uint8Array, end: number, mark: number, way: number): boolean {
  let at = end - 1;
  let c = byteAt(text, at);
  while (end - at <= MOST && c !== 34 && c !== 39 && c !== 96 && c !== 10) c = byteAt(text, --at);
  if (c !== mark || end - at <= SHORTEST_PASSWORD) return false;
  const isTrimmed = end - at <= MOST && byteAt(text, at + 1) > 32 && byteAt(text, end - 1) > 32;
  return isTrimmed ? mayBeSecret(text, at + 1, end, linkedBy(way, REVERSE), true) : !isOther(nameFacts(text));
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
