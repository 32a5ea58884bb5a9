// The build makes AssemblyScript of this file as well (scripts/kernel.mjs), so it has numbers, bytes and functions only.
// biome-ignore-all lint/complexity/noExcessiveCognitiveComplexity: one sum; cut in parts, each costs a call
import { byteAt, placeAsked, weightAt } from './bytes.ts';
import {
  ABBREVIATED,
  CREDENTIAL,
  DESCRIBED,
  kindOf,
  LAST,
  OTHER,
  PASSWORD,
  PERHAPS,
  PRETENDED,
  SPELT,
  WEAK,
  wordCount,
} from './claims.ts';
import { hex, measure, noise, uuid } from './facts.ts';
import { nameEnd, nameStart } from './judge.ts';
import { isOfLongLine, isTold, mayBeLiteral } from './line.ts';
import { LOCALE, MINIFIED, mayBeMinified, QUIET } from './place.ts';
import { lossOfWords, mostOf, mostOfPlaces, ONE, SCHEME, TENTHS_OF_LOUD, weightOfPlace } from './score.ts';
import { ELEMENT, isInCode, linkOf, SPACE } from './way.ts';

// What a value takes to be reported: it cannot be, nothing more, a service's name around or in its name, one in its name.
export const NEVER = 0;
export const ALONE = 1;
export const SERVED = 2;
export const SERVED_BY_NAME = 3;

// Behind the weights of features, as `gateWeights` has them.
/** What a finding takes at least, with and without a name that says much. */
export const LEAST = 60;
export const LEAST_IF_VAGUE = 61;
/** Behind those: what is asked for on top, as in verdict.ts. */
const QUIET_MARGIN = 62;
const VAGUE_MARGIN = 63;
const LOUD_MARGIN = 64;
const MADE_UP_MARGIN = 65;
/** And what a service adds, whose name stands in the name or near; the least that a finding takes counts on one. */
const SERVED_IN_NAME = 66;
const SERVED_NEAR = 67;

/** The other twin adds up fractions. */
const SLACK = 100;
/** Tenths of bits below which it is chance that a value stands behind a word. */
const CHANCE = 90;

/**
 * What the value between `from` and `to` takes to be reported under a name of which `name` tells.
 *
 * @param start where what is reported begins
 */
export function needOf(
  text: Uint8Array,
  from: number,
  to: number,
  start: number,
  way: number,
  name: number,
  quoted: boolean,
  schemed: boolean,
): number {
  measure(text, from, to);
  const vague = kindOf(name) <= WEAK;
  if ((vague && noise < 0 && !hex) || (!schemed && linkOf(way) === SPACE && noise < CHANCE && isChance(name)))
    return NEVER;
  const isPassword = kindOf(name) === PASSWORD;
  const least = weightAt(vague ? LEAST_IF_VAGUE : LEAST) + marginOfName(name, vague);
  const scheme = schemed ? weightAt(SCHEME) * ONE : 0;
  const most = scheme + mostOf(text, from, to, way, name, quoted, true);
  if (most + mostOfPlaces(isInCode(way), isPassword) * ONE < least * ONE - SLACK) return NEVER;
  const place = placeAsked();
  const bare = !quoted && linkOf(way) !== ELEMENT;
  const literal = !bare || !isInCode(way) || mayBeLiteral(text, nameStart);
  const sum = literal ? most : scheme + mostOf(text, from, to, way, name, quoted, false);
  const hope = sum + weightOfPlace(place, isPassword) * ONE + SLACK - least * ONE;
  if (hope < 0) return NEVER;
  const over = hope - lossOfWords(text, from, to);
  if (over < 0) return NEVER;
  const minified = (place & MINIFIED) !== 0 || (mayBeMinified(place) && isOfLongLine(text, start, nameEnd));
  if (minified && !quoted && isOfCode(text, from, to)) return NEVER;
  if (minified || (place & LOCALE) !== 0) return needFor(over - weightAt(LOUD_MARGIN) * ONE, name, vague);
  const quiet = weightAt(QUIET_MARGIN) + (vague ? weightAt(VAGUE_MARGIN) : 0);
  const isSure = over >= (quiet + weightAt(SERVED_IN_NAME)) * ONE;
  const isQuiet = !isSure && ((place & QUIET) !== 0 || isTold(text, nameStart, nameEnd, start));
  return needFor(isQuiet ? over - quiet * ONE : over, name, vague);
}

/** What a value that was measured takes that has so much more than one with a service in its name needs. */
function needFor(spare: number, name: number, vague: boolean): number {
  if (spare < 0) return NEVER;
  const isId = uuid && (vague || kindOf(name) === CREDENTIAL);
  if (isId || spare < (weightAt(SERVED_IN_NAME) - weightAt(SERVED_NEAR)) * ONE) return SERVED_BY_NAME;
  return spare < weightAt(SERVED_IN_NAME) * ONE || (name & DESCRIBED) !== 0 ? SERVED : ALONE;
}

/** What names ask for on top that are made up or say something else, as in verdict.ts. */
function marginOfName(name: number, vague: boolean): number {
  const other =
    (name & OTHER) !== 0 && !((name & PERHAPS) !== 0 && (name & LAST) !== 0 && !vague && noise >= TENTHS_OF_LOUD);
  return other || (name & PRETENDED) !== 0 ? weightAt(MADE_UP_MARGIN) : 0;
}

/** `( ) { } ;` or `=>`, as minified code has them. */
function isOfCode(text: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const c = byteAt(text, at);
    if (c === 40 || c === 41 || c === 59 || c === 123 || c === 125) return true;
    if (c === 61 && at + 1 < to && byteAt(text, at + 1) === 62) return true;
  }
  return false;
}

/** As in verdict.ts: an ordinary word. */
function isChance(name: number): boolean {
  if ((name & SPELT) !== 0 || wordCount(name) > 2) return false;
  return wordCount(name) < 2 || (name & ABBREVIATED) !== 0;
}
