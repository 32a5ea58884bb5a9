// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one sum; cut in parts, each costs a call
// biome-ignore-all lint/complexity/useMathMinMax: AssemblyScript's is one of floats
import { byteAt, weightAt } from './bytes.ts';
import { isDigit, isWordByte } from './chars.ts';
import { DESCRIBED, kindOf, LAST, OTHER, PASSWORD, PRETENDED } from './claims.ts';
import { commonHundredths } from './common.ts';
import {
  digits,
  foreign,
  hex,
  larger,
  lower,
  marks,
  noise,
  odd,
  rarity,
  spaces,
  symbols,
  upper,
  uuid,
} from './facts.ts';
import { CODE_FILE, CONFIG, DOCS, ENV, EXAMPLE, FIXTURE, LOCALE, MARKUP, TEST } from './place.ts';
import { ELEMENT, linkOf, PROSE, SPACE, WRAPPED } from './way.ts';

/** What a feature of 1 counts as: the least number of which tenths of bits make whole ones, as they are weighed below. */
export const ONE = 21000;

// Features, as they stand in `FEATURES` of features.ts; weights are in hundredths.
const BIAS = 0;
/** Kinds of names stand there by falling rank, in words.ts by rising one. */
const BEHIND_KINDS = 8;
const IS_DESCRIBED = 8;
const IS_OTHER = 9;
const IS_PRETENDED = 10;
const IS_LAST = 11;
const RARITY = 12;
const NOISE = 13;
const LOUD = 14;
const DEAFENING = 15;
const PASSWORD_NOISE = 16;
const WORDINESS = 17;
const COMMON = 18;
const ALL_COMMON = 19;
const SHORT = 20;
const SHORT_KEY = 21;
const MIDDLE = 22;
const LONG = 23;
const NO_DIGITS = 25;
const ONLY_DIGITS = 26;
const SYMBOLS = 27;
const SPACES = 28;
const FOREIGN = 29;
const HEX = 30;
const UUID = 31;
const PATH = 32;
const CALL = 33;
const BARE = 34;
const BARE_IN_CODE = 35;
/** Links follow in the order of way.ts; the first there has no weight. */
const LINKS = 35;
export const SCHEME = 46;
const IN_TEST = 47;
const PASSWORD_IN_TEST = 48;
const IN_DOCS = 49;
const IN_EXAMPLE = 50;
const IN_FIXTURE = 51;
const IN_LOCALE = 52;
const IN_CONFIG = 53;
const IN_ENV = 54;
const IN_CODE = 55;
const IN_MARKUP = 56;
const CAPITALISED = 57;
const SYMBOL_RICH = 58;
const MIXED = 59;

const MARKS_OF_RICH = 5;
export const TENTHS_OF_LOUD = 600;
/** From here on a value holds no words, as `commonShare` of value.ts has it. */
const TENTHS_OF_NOTHING_ELSE = 400;
/** As in features.ts. */
const MOSTLY_COMMON = 75;

/** What common words in the value take away at least; hundredths, times ONE. */
export function lossOfWords(text: Uint8Array, from: number, to: number): number {
  if (noise >= TENTHS_OF_NOTHING_ELSE) return 0;
  const hundredths = commonHundredths(text, from, to);
  const all = hundredths > MOSTLY_COMMON ? loss(ALL_COMMON) * ONE : 0;
  return hundredths * loss(COMMON) * (ONE / 100) + all;
}

/**
 * The most that `scoreOf` of verdict.ts could give the value between `from` and `to`, which has been measured, whatever its words
 * are; without what the place adds.
 *
 * @param way how it hangs on the name
 * @param literal as evidence.ts has it
 * @returns hundredths, times ONE
 */
export function mostOf(
  text: Uint8Array,
  from: number,
  to: number,
  way: number,
  name: number,
  quoted: boolean,
  literal: boolean,
): number {
  const link = linkOf(way);
  const length = to - from;
  const kind = kindOf(name);
  const isPassword = kind === PASSWORD;
  const bare = !quoted && link !== ELEMENT;
  const rich = marks >= MARKS_OF_RICH && spaces === 0;
  const call = symbols > 0 && isCall(text, from, to);
  let sum = weightAt(BIAS) + (link > 0 ? weightAt(LINKS + link) : 0);
  if (kind > 0) sum += weightAt(BEHIND_KINDS - kind);
  if ((name & DESCRIBED) !== 0) sum += weightAt(IS_DESCRIBED);
  if ((name & OTHER) !== 0) sum += weightAt(IS_OTHER);
  if ((name & PRETENDED) !== 0) sum += weightAt(IS_PRETENDED);
  if ((name & LAST) !== 0) sum += weightAt(IS_LAST);
  sum += gain(COMMON) + gain(ALL_COMMON);
  if (length < 8) sum += weightAt(SHORT);
  if (length < 12 && !isPassword) sum += weightAt(SHORT_KEY);
  if (length >= 8 && length < 16) sum += weightAt(MIDDLE);
  if (length >= 20 && length <= 120) sum += weightAt(LONG);
  if (digits === 0 && !rich) sum += weightAt(NO_DIGITS);
  if (digits === length) sum += weightAt(ONLY_DIGITS);
  if (hex && digits > 0) sum += weightAt(HEX);
  if (uuid) sum += weightAt(UUID);
  if (symbols > 0) sum += gain(PATH);
  if (call) sum += weightAt(CALL);
  if (bare) sum += weightAt(BARE);
  if (!literal) sum += weightAt(BARE_IN_CODE);
  if (upper === 1 && digits === 0 && !rich) sum += weightAt(CAPITALISED);
  if (rich) sum += weightAt(SYMBOL_RICH);
  const loose = link === SPACE || link === PROSE || link === WRAPPED;
  if (isPassword && literal && !loose && !uuid && !call && isMix()) sum += weightAt(MIXED);
  else if (symbols > 0 && !rich) sum += weightAt(SYMBOLS);
  return sum * ONE + mostOfBits(isPassword);
}

/** Weights times parts of ONE: bits are in tenths, so a feature that is full at 12 bits counts 175 for each. */
export function mostOfBits(isPassword: boolean): number {
  const full = part(noise * 175);
  let sum = part(rarity * 140) * weightAt(RARITY) + full * weightAt(NOISE) + part(noise * 60) * weightAt(LOUD);
  sum += part(noise * 21) * weightAt(DEAFENING) + part(noise * -70) * weightAt(WORDINESS);
  if (isPassword) sum += full * weightAt(PASSWORD_NOISE);
  // what is exactly loud is so in one of the twins only
  if (noise < TENTHS_OF_LOUD) sum += part((spaces * ONE) / 2) * weightAt(SPACES);
  else if (noise === TENTHS_OF_LOUD && spaces > 0) sum += ONE * gain(SPACES);
  return sum + part((foreign * ONE) / 4) * weightAt(FOREIGN);
}

function part(sum: number): number {
  return sum < 0 ? 0 : sum > ONE ? ONE : sum;
}

/** What a feature takes away if it is there and that does not help. */
function loss(feature: number): number {
  const weight = weightAt(feature);
  return weight < 0 ? -weight : 0;
}

/** What a feature adds if it is there and that helps. */
function gain(feature: number): number {
  const weight = weightAt(feature);
  return weight > 0 ? weight : 0;
}

/** The most that any place could add, in hundredths. */
export function mostOfPlaces(inCode: boolean, isPassword: boolean): number {
  const kind = inCode ? weightAt(IN_CODE) : larger(gain(IN_CONFIG), larger(gain(IN_ENV), gain(IN_MARKUP)));
  const tests = gain(IN_TEST) + (isPassword ? gain(PASSWORD_IN_TEST) : 0);
  return kind + tests + gain(IN_DOCS) + gain(IN_EXAMPLE) + gain(IN_FIXTURE) + gain(IN_LOCALE);
}

/** What the place adds, in hundredths. */
export function weightOfPlace(place: number, isPassword: boolean): number {
  let sum = 0;
  if ((place & TEST) !== 0) sum += weightAt(IN_TEST) + (isPassword ? weightAt(PASSWORD_IN_TEST) : 0);
  if ((place & DOCS) !== 0) sum += weightAt(IN_DOCS);
  if ((place & EXAMPLE) !== 0) sum += weightAt(IN_EXAMPLE);
  if ((place & FIXTURE) !== 0) sum += weightAt(IN_FIXTURE);
  if ((place & LOCALE) !== 0) sum += weightAt(IN_LOCALE);
  if ((place & CONFIG) !== 0) sum += weightAt(IN_CONFIG);
  if ((place & ENV) !== 0) sum += weightAt(IN_ENV);
  if ((place & CODE_FILE) !== 0) sum += weightAt(IN_CODE);
  if ((place & MARKUP) !== 0) sum += weightAt(IN_MARKUP);
  return sum;
}

/** Letters with digits, or with signs that names do without. */
function isMix(): boolean {
  return spaces === 0 && lower + upper > 0 && (digits > 0 || odd);
}

/** As `CALL` of value.ts. */
function isCall(text: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && (isWordByte(byteAt(text, at)) || byteAt(text, at) === 36 || (at > from && byteAt(text, at) === 46)))
    at++;
  const c = at < to ? byteAt(text, at) : 0;
  const next = at + 1 < to ? byteAt(text, at + 1) : 0;
  if (
    at > from &&
    !isDigit(byteAt(text, from)) &&
    (c === 40 || ((c === 61 || c === 45) && next === 62) || (c === 58 && next === 58))
  )
    return true;
  for (let i = from; i + 1 < to; i++) if (byteAt(text, i) === 40 && byteAt(text, i + 1) === 41) return true;
  return false;
}
