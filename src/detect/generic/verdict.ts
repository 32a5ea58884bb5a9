import { WEIGHTS } from '../../../config/generic/model.ts';
import type { Severity } from '../../model.ts';
import type { Place } from '../place.ts';
import { type Evidence, FEATURES, featuresOf } from './features.ts';
import type { NameFacts } from './name.ts';
import { ALL_WORDS, type ValueFacts } from './value.ts';

/** Log-odds from which a candidate blocks, warns or is noted; measured on labelled files and on released packages. */
const BLOCK = 1.6;
export const WARN = 1.1;
export const NOTE = 0;
/** What tests, documentation and examples need more. */
export const QUIET_MARGIN = 0.8;
/** What names like `key` need more there. */
export const VAGUE_MARGIN = 1;
/** What minified code and translations need more. */
export const LOUD_MARGIN = 2.5;
/** What made-up names and values need more, and names that say something else. */
export const MADE_UP_MARGIN = 1.5;
/** Bits of noise without which nothing blocks: less may be two odd words. */
const BLOCK_BITS = 9;
const LOUD_BITS = 30;
/** Bits of noise that no name of anything has. */
const DEAFENING_BITS = 60;

/** Log-odds that a service adds whose name stands in the assigned name, or near by, and whose keys have the value's shape. */
export const SERVICE_IN_NAME = 3;
export const SERVICE_NEAR = 1.5;

/** Log-odds that the candidate is a secret. */
export function scoreOf(evidence: Evidence): number {
  const numbers = featuresOf(evidence);
  let sum = 0;
  for (let i = 0; i < FEATURES.length; i++) sum += (numbers[i] ?? 0) * (WEIGHTS[i] ?? 0);
  return sum;
}

/** Whether the place speaks against a person being stopped. */
export function isQuiet({ test, fixture, docs, example, snapshot, generated }: Place): boolean {
  return test || fixture || docs || example || snapshot || generated;
}

/**
 * What a candidate of this score is worth; undefined: nothing.
 *
 * @param served whether it fits the key of a known service that is named in the assigned name
 */
export function severityOf(score: number, evidence: Evidence, served: boolean): Severity | undefined {
  const severity = severityAtMost(score, evidence, served);
  if (severity === undefined || severity === 'note') return severity;
  // asked last: it reads the lines above
  return isPassing(evidence, served) || evidence.shown() ? 'note' : severity;
}

/** The same, if nothing around the candidate speaks against it. */
export function severityAtMost(score: number, evidence: Evidence, served: boolean): Severity | undefined {
  return isChance(evidence) || (isId(evidence) && !served) ? undefined : weighed(score, evidence, served);
}

function weighed(score: number, evidence: Evidence, served: boolean): Severity | undefined {
  const margin = marginOf(evidence);
  if (score >= BLOCK && margin === 0 && mayBlock(evidence, served)) return 'block';
  if (score >= WARN + margin) return 'warn';
  return score >= NOTE + margin && !isVague(evidence.name) ? 'note' : undefined;
}

/** What the place, the name and the value ask for on top. */
function marginOf({ place, name, value, comment }: Evidence): number {
  const quiet = comment || isQuiet(place);
  const where =
    place.minified || place.locale ? LOUD_MARGIN : quiet ? QUIET_MARGIN + (isVague(name) ? VAGUE_MARGIN : 0) : 0;
  const other = name.other && !(name.perhaps && name.last && !isVague(name) && value.noise >= DEAFENING_BITS);
  return where + (name.pretended || other || value.made ? MADE_UP_MARGIN : 0);
}

function isVague({ kind }: NameFacts): boolean {
  return kind === 'weak' || kind === 'none';
}

/** `key: "…"`, `TimeoutKey = "…"` with a UUID: lists and caches are full of them; that of a credential says which one. */
function isId({ name, value }: Evidence): boolean {
  return value.uuid && (isVague(name) || name.kind === 'credential');
}

/** Bits of noise below which what somebody made up for a test is words and a number; keys and tokens need more. */
const PASSWORD_BITS = 6.5;
const KEY_BITS = 12;
/**
 * In a test, an example or documentation, what is no news to who writes it: a UUID or bare hex (marks of requests, recorded answers,
 * vectors of ciphers), a key that the test has made, what the name or a comparison says is expected or made up, words.
 */
function isPassing({ place, comment, value, name, common, candidate }: Evidence, served: boolean): boolean {
  if (!(comment || isQuiet(place))) return false;
  if (name.pretended || value.made || candidate.link === 'compare' || candidate.link === 'reverse') return true;
  const password = name.kind === 'password' || candidate.scheme === 'basic';
  if (common >= ALL_WORDS || value.noise < (password ? PASSWORD_BITS : KEY_BITS)) return true;
  return !served && (value.uuid || (!password && (value.hex || name.homemade)));
}

/** Words for a password that mean something else as well: `to pass`, `print pwd`. */
const ABBREVIATED = ' pass pwd ';

/** `pass "x"`, `token abc1`: an ordinary word before an ordinary value. */
function isChance({ candidate, name, value }: Evidence): boolean {
  if (candidate.link !== 'space' || candidate.scheme !== '') return false;
  const [word = '', own = word] = name.words;
  if (name.words.length > 1 && !ABBREVIATED.includes(` ${own} `)) return false;
  return own !== 'password' && name.words.length <= 2 && value.noise < BLOCK_BITS;
}

/** A block needs a telling name and a value that is plainly noise, no sandbox's, no series of characters. */
function mayBlock({ name, value, candidate, literal }: Evidence, served: boolean): boolean {
  if (!isTelling(name, value) && !served && candidate.scheme === '') return false;
  if (value.made || name.pretended || name.other || name.shared || !literal) return false;
  return value.noise >= BLOCK_BITS || value.uuid || (value.hex && value.length >= 16);
}

/** Whether the name alone says secret: `key` and `auth` only do where the value is all noise. */
function isTelling(name: NameFacts, value: ValueFacts): boolean {
  if (name.kind === 'none') return false;
  return (
    (name.kind !== 'weak' && name.kind !== 'auth') || (name.last && name.words.length > 1 && value.noise >= LOUD_BITS)
  );
}
