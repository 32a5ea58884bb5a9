// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one pass, a word a step; cut in two, each step costs a call
// biome-ignore-all lint/complexity/useMathMinMax: AssemblyScript's is one of floats
import { byteAt } from './bytes.ts';
import { folded, isAlnum, isLetter, isWordByte, spells, stands } from './chars.ts';
import {
  ABBREVIATED,
  COUNT,
  CREDENTIAL,
  DESCRIBED,
  DIGEST,
  HOMEMADE,
  KIND,
  kindOf,
  LAST,
  NONE,
  OTHER,
  PERHAPS,
  PRETENDED,
  SCHEME,
  SHARED,
  SPELT,
} from './claims.ts';
import { isDescribedWithin, kindAt } from './kinds.ts';
import { isServedBy } from './services.ts';
import {
  addWord,
  beginWord,
  bitsOf,
  bitsOfPair,
  bitsOfWord,
  HASHED,
  HOLDER,
  IS_HOMEMADE,
  IS_SHARED,
  KEY_PAIR,
  NOT,
  OTHER_PAIR,
  PERHAPS_NOT,
  PRETENDS,
  SECOND,
  TAIL,
} from './words.ts';

/** Bytes behind a name up to which a value ends whose surroundings are looked at: less than scanner.ts shows. */
const FAR = 1100;

// The name that is asked about; it is judged once something hangs on it, as on few.
export let nameStart = 0;
export let nameEnd = 0;
let inCode = false;
let facts = -1;
let served = -1;
let isSecond = false;

/** From here on `nameFacts` tells of this name. */
export function setName(start: number, end: number, code: boolean): void {
  nameStart = start;
  nameEnd = end;
  inCode = code;
  facts = -1;
  served = -1;
  isSecond = false;
}

/** What is known of the name, as `judgeName` of what `nameText` of candidate.ts gives. */
export function nameFacts(text: Uint8Array): number {
  if (facts < 0) facts = judgeName(text, beginOf(text), nameEnd) | schemeOf(text);
  return isSecond ? withCredential(facts) : facts;
}

/** Whether a service's name stands in it; nobody asks what `credential` makes of that of a second value. */
export function namesService(text: Uint8Array): boolean {
  if (served < 0) served = isServedBy(text, beginOf(text), nameEnd) ? 1 : 0;
  return served === 1 || isSecond;
}

/** Whether the value that ends at `end` stands so far behind it that not all of what is around can be seen. */
export function isFar(end: number): boolean {
  return end - nameEnd > FAR;
}

/** Whether the name is asked about as that of the second value in brackets: `credential` is added to it. */
export function askSecond(asked: boolean): void {
  isSecond = asked;
}

function withCredential(name: number): number {
  if (kindOf(name) === NONE) return CREDENTIAL | LAST | PERHAPS;
  const own = name & ~(DESCRIBED | LAST | SCHEME | ABBREVIATED | SPELT);
  return kindOf(own) > CREDENTIAL ? own : (own & ~KIND) | CREDENTIAL | LAST;
}

/** Whether it says that somebody logs in, so that a second value in brackets is the password. */
export function namesLogin(text: Uint8Array): boolean {
  for (let at = nameStart; at < nameEnd; at++)
    if (stands(text, at, 'cred') || stands(text, at, 'login') || stands(text, at, 'auth')) return true;
  return false;
}

/**
 * As in evidence.ts: whether the value between `from` and `to` only says what it is. Letters and digits are compared, from the end.
 */
export function repeatsName(text: Uint8Array, from: number, to: number): boolean {
  if (isSecond) return false;
  let a = nameEnd - 1;
  let b = to - 1;
  let same = 0;
  for (;;) {
    while (a >= nameStart && !isAlnum(byteAt(text, a))) a--;
    while (b >= from && !isAlnum(byteAt(text, b))) b--;
    if (b < from) return true;
    if (a < nameStart) break;
    if (folded(byteAt(text, a)) !== folded(byteAt(text, b))) return false;
    same++;
    a--;
    b--;
  }
  let more = 0;
  for (; b >= from; b--) if (isAlnum(byteAt(text, b))) more++;
  return same > 3 && more < 8;
}

function schemeOf(text: Uint8Array): number {
  const length = nameEnd - nameStart;
  const own = (length === 6 && stands(text, nameStart, 'bearer')) || (length === 5 && stands(text, nameStart, 'basic'));
  return own ? SCHEME : 0;
}

/** The beginning of the word before the name, where that belongs to it. */
function beginOf(text: Uint8Array): number {
  if (byteAt(text, nameStart - 1) !== 32) return nameStart;
  let at = nameStart - 1;
  while (nameStart - at < 28 && (isWordByte(byteAt(text, at - 1)) || byteAt(text, at - 1) === 45)) at--;
  if (!isLetter(byteAt(text, at)) || at >= nameStart - 2 || byteAt(text, at - 1) === 46) return nameStart;
  return inCode && declares(text, at) ? nameStart : at;
}

/** `local password`, `public apiKey`, but not `public key`. */
function declares(text: Uint8Array, at: number): boolean {
  const length = nameStart - 1 - at;
  if (!(length === 5 && spells(text, at, 'local')) && !(length === 6 && spells(text, at, 'public'))) return false;
  const own = nameEnd - nameStart;
  return !((own === 3 && stands(text, nameStart, 'key')) || (own === 4 && stands(text, nameStart, 'keys')));
}

/** As in name.ts. */
function judgeName(text: Uint8Array, from: number, to: number): number {
  const whole = judgeParts(text, from, to);
  let dot = to - 1;
  while (dot >= from && byteAt(text, dot) !== 46) dot--;
  if (dot < from || kindOf(whole) === NONE) return whole;
  if (kindOf(judgeParts(text, dot + 1, to)) !== NONE || isHolder(text, dot + 1, to)) return whole;
  return whole & ~KIND;
}

/** Whether the letters in `[from, to)` make the name of a member that holds what the name before it says. */
function isHolder(text: Uint8Array, from: number, to: number): boolean {
  beginWord();
  for (let at = from; at < to; at++) if (isLetter(byteAt(text, at))) addWord(text, at, at + 1);
  return (bitsOfWord() & HOLDER) !== 0;
}

function judgeParts(text: Uint8Array, from: number, to: number): number {
  const found = judgeWords(text, from, to, false);
  return kindOf(found) === NONE && mayPart(text, from, to) ? judgeWords(text, from, to, true) : found;
}

/** `servicePRIVATEkey`: three capitals first, then three small letters. */
function mayPart(text: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to - 5; at++) if (isParting(text, at, skipCapitals(text, at, to), to)) return true;
  return false;
}

/** Whether the run of capitals in `[from, at)` is a word of its own. */
function isParting(text: Uint8Array, from: number, at: number, to: number): boolean {
  return at - from >= 3 && skipSmall(text, at, to) - at >= 3;
}

function skipCapitals(text: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && byteAt(text, at) >= 65 && byteAt(text, at) <= 90) at++;
  return at;
}

function skipSmall(text: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && byteAt(text, at) >= 97 && byteAt(text, at) <= 122) at++;
  return at;
}

/** Behind the word that begins at `from`: capitals, small letters, or the last capital before small ones and these. */
function endOfWord(text: Uint8Array, from: number, to: number, parted: boolean): number {
  const capitals = skipCapitals(text, from, to);
  const end = skipSmall(text, capitals, to);
  if (end === capitals || capitals - from < 2) return end;
  return parted && isParting(text, from, capitals, to) ? capitals : capitals - 1;
}

function judgeWords(text: Uint8Array, from: number, to: number, parted: boolean): number {
  let kind = NONE;
  let telling = -1;
  let count = 0;
  let claims = PERHAPS;
  let bits = 0;
  let begin = from;
  let end = from;
  for (let at = from; at < to; ) {
    if (!isLetter(byteAt(text, at))) {
      at++;
      continue;
    }
    const next = endOfWord(text, at, to, parted);
    bits = bitsOf(text, at, next);
    const pair = count > 0 && (bits & SECOND) !== 0 ? bitsOfPair(text, begin, end, at, next) : 0;
    const found = kindAt(text, at, next, bits, (pair & KEY_PAIR) !== 0);
    if (found !== NONE && found >= kind) {
      kind = found;
      telling = count;
    }
    claims = withClaims(claims, bits, (pair & OTHER_PAIR) !== 0);
    if (count < 2) claims = (claims & ~(ABBREVIATED | SPELT)) | spellingOf(text, at, next);
    begin = at;
    end = next;
    at = next;
    count++;
  }
  if (telling === count - 1) claims |= LAST;
  if (telling < count - 1 ? (bits & TAIL) !== 0 : isDescribedWithin(text, begin, end)) claims |= DESCRIBED;
  return kind | claims | ((count < 3 ? count : 3) << COUNT);
}

function withClaims(before: number, bits: number, isPair: boolean): number {
  let claims = before;
  if ((bits & NOT) !== 0 || isPair) {
    claims |= OTHER;
    if (isPair || (bits & PERHAPS_NOT) === 0) claims &= ~PERHAPS;
  }
  if ((bits & PRETENDS) !== 0) claims |= PRETENDED;
  if ((bits & IS_SHARED) !== 0) claims |= SHARED;
  if ((bits & IS_HOMEMADE) !== 0) claims |= HOMEMADE;
  if ((bits & HASHED) !== 0) claims |= DIGEST;
  return claims;
}

function spellingOf(text: Uint8Array, from: number, to: number): number {
  if (isWord(text, from, to, 'pass') || isWord(text, from, to, 'pwd')) return ABBREVIATED;
  return isWord(text, from, to, 'password') ? SPELT : 0;
}

function isWord(text: Uint8Array, from: number, to: number, word: string): boolean {
  return to - from === word.length && stands(text, from, word);
}
