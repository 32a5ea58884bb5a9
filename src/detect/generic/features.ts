import type { Place } from '../place.ts';
import type { Candidate } from './candidate.ts';
import type { Link } from './link.ts';
import type { NameFacts } from './name.ts';
import type { ValueFacts } from './value.ts';

/** Everything known of a candidate. */
export interface Evidence {
  readonly candidate: Candidate;
  readonly name: NameFacts;
  readonly value: ValueFacts;
  readonly place: Place;
  /** Part of the value's letters that common pieces cover, 0 to 1. */
  readonly common: number;
  /** Between quotes, or bare in a file that has no code: settings, prose. */
  readonly literal: boolean;
  /** In a documentation comment (the line begins with `*`), or told in a comment rather than assigned. */
  readonly comment: boolean;
  /** A comment or an example shows it as part of what a service answers or takes, or a page hands it to everybody. */
  readonly shown: () => boolean;
}

/** Names of the numbers that `featuresOf` gives, in its order; the weights in `config/generic/model.ts` go by them. */
export const FEATURES = [
  'bias',
  'password',
  'secret',
  'token',
  'apikey',
  'credential',
  'auth',
  'weak',
  'described',
  'other',
  'pretended',
  'last',
  'rarity',
  'noise',
  'loud',
  'deafening',
  'passwordNoise',
  'wordiness',
  'common',
  'allCommon',
  'short',
  'shortKey',
  'middle',
  'long',
  'veryLong',
  'noDigits',
  'onlyDigits',
  'symbols',
  'spaces',
  'foreign',
  'hex',
  'uuid',
  'path',
  'call',
  'bare',
  'bareInCode',
  'compare',
  'argument',
  'fallback',
  'space',
  'prose',
  'pair',
  'element',
  'wrapped',
  'reverse',
  'joined',
  'scheme',
  'test',
  'testPassword',
  'docs',
  'example',
  'fixture',
  'locale',
  'config',
  'env',
  'code',
  'markup',
  'capitalised',
  'symbolRich',
  'mixed',
] as const;

export type Feature = (typeof FEATURES)[number];

/** Numbers of a candidate, in the order of `FEATURES`, mostly between -1 and 1. */
export function featuresOf(evidence: Evidence): number[] {
  return [
    1,
    ...nameFeatures(evidence),
    ...rarityFeatures(evidence),
    ...shapeFeatures(evidence),
    ...placeFeatures(evidence),
  ];
}

function flag(claim: boolean): number {
  return claim ? 1 : 0;
}

function nameFeatures({ name }: Evidence): number[] {
  return [
    flag(name.kind === 'password'),
    flag(name.kind === 'secret'),
    flag(name.kind === 'token'),
    flag(name.kind === 'apikey'),
    flag(name.kind === 'credential'),
    flag(name.kind === 'auth'),
    flag(name.kind === 'weak'),
    flag(name.described),
    flag(name.other),
    flag(name.pretended),
    flag(name.last),
  ];
}

function rarityFeatures({ name, value, common }: Evidence): number[] {
  const { noise } = value;
  const upTo = (bits: number) => Math.min(1, Math.max(0, noise / bits));
  return [
    Math.min(1, Math.max(0, value.rarity / 15)),
    upTo(12),
    upTo(35),
    upTo(100),
    name.kind === 'password' ? upTo(12) : 0,
    Math.min(1, Math.max(0, -noise / 30)),
    common,
    flag(common > 0.75),
  ];
}

function shapeFeatures(evidence: Evidence): number[] {
  const { candidate, value, literal } = evidence;
  const { length, link } = { length: value.length, link: candidate.link };
  const rich = isRich(value);
  return [
    flag(length < 8),
    flag(length < 12 && evidence.name.kind !== 'password'),
    flag(length >= 8 && length < 16),
    flag(length >= 20 && length <= 120),
    flag(length > 200),
    flag(value.digits === 0 && !rich),
    flag(value.digits === length),
    flag(value.symbols > 0 && !rich && !isMixed(evidence)),
    value.noise >= LOUD_BITS ? 0 : Math.min(1, value.spaces / 2),
    Math.min(1, value.foreign / 4),
    flag(value.hex && value.digits > 0),
    flag(value.uuid),
    flag(value.path),
    flag(value.call),
    flag(candidate.quote === '' && link !== 'element'),
    flag(!literal),
    flag(link === 'compare'),
    flag(link === 'argument'),
    flag(link === 'fallback'),
    flag(link === 'space'),
    flag(link === 'prose'),
    flag(link === 'pair'),
    flag(link === 'element'),
    flag(link === 'wrapped'),
    flag(link === 'reverse'),
    flag(link === 'joined'),
    flag(candidate.scheme !== ''),
  ];
}

/** Many different signs and no blank: no word, with digits or without. */
function isRich({ marks, spaces }: ValueFacts): boolean {
  return marks >= 5 && spaces === 0;
}

/** Bits from which blanks do not make a value text. */
const LOUD_BITS = 60;

/** Links by which a value may belong to something else. */
const LOOSE: readonly Link[] = ['space', 'prose', 'wrapped'];

/** A literal under the name of a password that is no word: letters with digits, or with signs that names do without. */
function isMixed({ candidate, name, literal, value }: Evidence): boolean {
  const { spaces, digits, lower, upper, odd, uuid, call } = value;
  if (name.kind !== 'password' || !literal || uuid || call || LOOSE.includes(candidate.link)) return false;
  return spaces === 0 && lower + upper > 0 && (digits > 0 || odd);
}

function placeFeatures(evidence: Evidence): number[] {
  const { name, value, place } = evidence;
  const test = place.test || place.fixture;
  return [
    flag(test),
    flag(test && name.kind === 'password'),
    flag(place.docs),
    flag(place.example),
    flag(place.fixture),
    flag(place.locale),
    flag(place.kind === 'config'),
    flag(place.kind === 'env'),
    flag(place.kind === 'code'),
    flag(place.kind === 'markup'),
    flag(value.upper === 1 && value.digits === 0 && !isRich(value)),
    flag(isRich(value)),
    flag(isMixed(evidence)),
  ];
}
