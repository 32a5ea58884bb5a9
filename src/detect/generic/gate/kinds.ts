// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a byte a step; cut in two, each step costs a call
import { byteAt } from './bytes.ts';
import { stands } from './chars.ts';
import { API_KEY, AUTH, CREDENTIAL, NONE, PASSWORD, SECRET, TOKEN, WEAK } from './claims.ts';
import { bitsOf, KINDS, TAIL } from './words.ts';

/** The kind that a word says, by rising rank; `isPair` where it and the one before make an API key. */
export function kindAt(text: Uint8Array, from: number, to: number, bits: number, isPair: boolean): number {
  const direct = lowest(bits & KINDS);
  if (direct > AUTH) return direct;
  if (isPair) return API_KEY;
  if (direct !== NONE) return direct;
  const ending = kindOfEnding(text, from, (byteAt(text, to - 1) | 32) === 115 ? to - 1 : to);
  return ending === NONE ? kindOfBeginning(text, from, to) : ending;
}

/** The kind of lowest rank of those a word is in the lists of. */
function lowest(kinds: number): number {
  if (kinds === 0) return NONE;
  let kind = WEAK;
  while ((kinds & (1 << (kind - 1))) === 0) kind++;
  return kind;
}

function kindOfEnding(text: Uint8Array, from: number, to: number): number {
  const c = byteAt(text, to - 1) | 32;
  if (c === 121) return kindOfKey(text, from, to);
  if (c === 110) return ends(text, from, to, 'token') ? TOKEN : NONE;
  if (c === 116) return ends(text, from, to, 'secret') ? SECRET : NONE;
  if (c === 101) return ends(text, from, to, 'passphrase') ? PASSWORD : NONE;
  if (c !== 100) return NONE;
  if (ends(text, from, to, 'password') || ends(text, from, to, 'passwd')) return PASSWORD;
  if (ends(text, from, to, 'passwrd') || ends(text, from, to, 'pwd')) return PASSWORD;
  return ends(text, from, to, 'cred') ? CREDENTIAL : NONE;
}

function kindOfKey(text: Uint8Array, from: number, to: number): number {
  if (!ends(text, from, to, 'key')) return NONE;
  const at = to - 3;
  if (ends(text, from, at, 'storage') || ends(text, from, at, 'sdk')) return WEAK;
  if (ends(text, from, at, 'api') || ends(text, from, at, 'secret') || ends(text, from, at, 'access')) return API_KEY;
  if (ends(text, from, at, 'account') || ends(text, from, at, 'auth') || ends(text, from, at, 'private'))
    return API_KEY;
  return ends(text, from, at, 'master') || ends(text, from, at, 'service') ? API_KEY : NONE;
}

function ends(text: Uint8Array, from: number, to: number, word: string): boolean {
  return to - from >= word.length && stands(text, to - word.length, word);
}

function kindOfBeginning(text: Uint8Array, from: number, to: number): number {
  const length = beginningOf(text, from, to);
  if (length === 0) return NONE;
  if (length === 5) return TOKEN;
  const c = byteAt(text, from) | 32;
  return c === 112 ? PASSWORD : c === 115 ? SECRET : API_KEY;
}

/** Length of what makes a word tell by how it begins: password, passwd, secret, token, apikey. */
function beginningOf(text: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length >= 8 && stands(text, from, 'password')) return 8;
  if (length >= 5 && stands(text, from, 'token')) return 5;
  if (length < 6) return 0;
  return stands(text, from, 'passwd') || stands(text, from, 'secret') || stands(text, from, 'apikey') ? 6 : 0;
}

/** `passwordfield` */
export function isDescribedWithin(text: Uint8Array, from: number, to: number): boolean {
  const length = beginningOf(text, from, to);
  return length > 0 && length < to - from && (bitsOf(text, from + length, to) & TAIL) !== 0;
}
