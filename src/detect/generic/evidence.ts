import { isInDocstring } from '../comment.ts';
import type { Place } from '../place.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { Candidate } from './candidate.ts';
import type { Evidence } from './features.ts';
import { judgeName, type NameFacts } from './name.ts';
import { isPublished } from './published.ts';
import { judgedPart, readable } from './special.ts';
import { strangeness } from './strangeness.ts';
import {
  isCut,
  isGivenAsPublic,
  isNameOfEntry,
  isOfLongLine,
  isOfPath,
  isPgpId,
  isPublicThere,
  isSearchKey,
  isShown,
  isTold,
  lineBefore,
} from './surroundings.ts';
import { commonShare, measure, type ValueFacts } from './value.ts';

/** Shortest passwords and keys that are looked at, longest value, in characters. */
const SHORTEST_PASSWORD = 5;
const SHORTEST_KEY = 10;
const LONGEST = 2000;

/** What is known of a candidate; undefined where it is plain that there is no secret. */
export function evidenceOf(text: string, candidate: Candidate, place: Place): Evidence | undefined {
  if (isCut(text, candidate) || isOfPath(text, candidate) || isNameOfEntry(text, candidate)) return undefined;
  const value = readable(judgedPart(text.slice(candidate.start, candidate.end), candidate.scheme, candidate.name));
  if (value === undefined || value.length < SHORTEST_PASSWORD || value.length > LONGEST) return undefined;
  if (isOtherValue(candidate, value) || isText(value)) return undefined;
  if (isNoise(candidate.name)) return undefined;
  const name = judgeName(candidate.name);
  if (isOtherName(candidate, name, value)) return undefined;
  const facts = measure(value);
  // nothing says secret
  if ((name.kind === 'weak' || name.kind === 'none') && facts.noise <= 0 && !facts.hex) return undefined;
  if (isPlaceholder(value) || repeatsName(candidate.name, value) || isPublished(value)) return undefined;
  if (facts.path && !BASE64.test(value)) return undefined;
  return settled(text, candidate, place, { name, value, facts });
}

interface Known {
  readonly name: NameFacts;
  readonly value: string;
  readonly facts: ValueFacts;
}

/** What the line adds. */
function settled(
  text: string,
  candidate: Candidate,
  place: Place,
  { name, value, facts }: Known,
): Evidence | undefined {
  const head = lineBefore(text, candidate.nameStart);
  if (
    isPublicThere(head, text.slice(candidate.end, candidate.end + 100)) ||
    isGivenAsPublic(text, candidate) ||
    isPgpId(value, head + candidate.name)
  )
    return undefined;
  const literal = isLiteral(candidate, place, head);
  const minified =
    place.minified || ((place.kind === 'code' || place.kind === 'markup') && isOfLongLine(text, candidate.start));
  if (minified && candidate.quote === '' && /=>|[(){};]|,[\w$]{1,4}=/.test(value)) return undefined;
  return {
    candidate,
    name,
    value: facts,
    common: commonShare(value, facts.noise),
    place: minified === place.minified ? place : { ...place, minified },
    literal,
    comment: /^\s*\*/.test(head) || isTold(text, candidate, head, place) || isDescribed(text, candidate, place),
    shown: () => isSearchKey(text, candidate) || isShown(text, candidate, head, place),
  };
}

/** Whether a description in TOML gives it as an example: there commands stand that people copy, with keys in them. */
function isDescribed(text: string, { nameStart }: Candidate, { extension }: Place): boolean {
  return extension === 'toml' && isInDocstring(text, nameStart);
}

function isLiteral({ quote, link }: Candidate, { kind }: Place, head: string): boolean {
  return quote !== '' || link === 'element' || kind !== 'code' || /\/\/|^\s*(?:#|\*|--|;)|["'`]/.test(head);
}

/** Bits below noise from which letters without a digit are words, whoever looks. */
const WORDY_BITS = -18;

function isText(value: string): boolean {
  return !/[\d!-,:-@^{-~]/.test(value) && strangeness(value) < WORDY_BITS;
}

/** Bits of noise that no name has: `pwd` stands in it by chance. */
const NAMELESS_BITS = 60;

function isNoise(name: string): boolean {
  return name.length >= 30 && measure(name).noise >= NAMELESS_BITS;
}

/** Names that do not call for a secret of this form. */
function isOtherName(candidate: Candidate, name: NameFacts, value: string): boolean {
  const { link, scheme, quote } = candidate;
  if (value.length < shortestFor(candidate, name) || name.digest) return true;
  const vague = name.kind === 'weak' || name.kind === 'none';
  if (vague && (name.described || name.other || (link === 'joined' && COMMIT.test(value)))) return true;
  if (name.kind === 'auth' && scheme === '' && (link === 'argument' || link === 'wrapped')) return true;
  return link === 'space' && quote === '' && (name.other || !/\d/.test(value));
}

/** A password may be shorter than a key. */
function shortestFor({ link, scheme }: Candidate, { kind }: NameFacts): number {
  const isLogin = kind === 'credential' && link === 'argument';
  return kind === 'password' || isLogin || scheme === 'basic' ? SHORTEST_PASSWORD : SHORTEST_KEY;
}

/** Code rather than a value: a call, an index, a member. */
const EXPRESSION =
  /[\w$\])]\([^()]*\)|^!?[A-Za-z_$][\w$.]*\[[\w$.'"]*\]|^[A-Za-z_$]{2,}\d?(?:\.[A-Za-z_$]{2,}\d?){1,5}[()]?$|\)\.|&&|\|\|/;
/** Password hashes have a rule of their own. */
const HASHED = /^(?:\$(?:2[abxy]|apr1|argon2\w{1,2}|[1568y]|pbkdf2\w*)\$|(?:pbkdf2|bcrypt|scrypt|argon2)\w*\$)/;
/** Base64 may look like a path. */
const BASE64 = /^[A-Za-z0-9+/_-]{8,}={0,2}$/;
const NUMBER = /^[\d._]{1,13}[a-z]?$/i;
/** Selectors, addresses and other short numbers of chains: public. */
const ON_CHAIN = /^0x(?:[0-9a-f]{1,16}|[0-9a-f]{40})$/i;
/** A compressed public key of secp256k1. */
const PUBLIC_POINT = /^0[23][0-9a-f]{64}$/;
/** `o|2k|dv||9R`: a row of a packed table. */
const PACKED = /^(?:\w{0,4}\|){3,}\w{0,4}$/;
/** Public keys of NATS: of users, accounts, operators, clusters, servers; what begins with S is a seed. */
const NKEY = /^[UAOCNX][A-Z2-7]{55}$/;
/** `primaryNextBtnBg` */
const CAMEL = /^[a-z]{2,12}(?:[A-Z][a-z]{1,11}){2,8}$/;
/** Dates, versions, advisories, links of Markdown, bytes written as escapes. */
const PLAIN =
  /^\d{4}-\d\d-\d\d(?:$|[T ])|^v?\d{1,4}\.\d{1,4}\.\d{1,12}(?:$|[-+][\w.+-]{1,60}$)|^(?:GHSA|CVE|CWE|RFC|ISO|PEP|JEP|OWASP)-[\w-]{3,20}$|\]\(|^[^/]{0,12}\(https?:|(?:\\x[0-9a-f]{2}){3}|^\\u[0-9a-f]{4,8}$|^(?:\d{1,6}(?:\.\d{1,9})?(?:ns|us|ms|[smhdw])){2,6}$/i;

/** `repository-4082d5e5…`: an archive at a commit. */
const COMMIT = /^[0-9a-f]{40}$/;

/** `--cur`, `-DBUILD_TESTS=OFF`: an option of a command. */
const FLAG = /^--?[A-Za-z][\w-]*(?:=|$)/;

/** Regular expressions: ranges, repeats, groups, classes. */
const PATTERN = /\[\^?[0-9a-zA-Z]-[0-9a-zA-Z]|\(\?[=!:<]|\][+*?{]|\{\d+,\d*\}|\\[wdsbvWDSB]/;

function isOtherValue(candidate: Candidate, value: string): boolean {
  if (PACKED.test(value) || ON_CHAIN.test(value) || CAMEL.test(value) || NKEY.test(value) || PUBLIC_POINT.test(value))
    return true;
  if (HASHED.test(value) || PLAIN.test(value) || PATTERN.test(value)) return true;
  if (candidate.quote === '' && NUMBER.test(value)) return true;
  // behind a word, a quote may as well be a closing one
  if (candidate.link === 'space' && candidate.quote !== '' && (candidate.quote === '`' || /^[)\],;}:>+=]/.test(value)))
    return true;
  if (candidate.quote === '' && candidate.link !== 'element' && EXPRESSION.test(value)) return true;
  if (candidate.link === 'space' && candidate.quote === '' && FLAG.test(value)) return true;
  return !/[A-Za-z0-9]{2}/.test(value) && !/[A-Za-z0-9][^A-Za-z0-9]{6}/.test(value);
}

/** `password: "my-password"`: a value that only says what it is. */
function repeatsName(name: string, value: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  // without the word before the name
  const own = name.slice(name.lastIndexOf(' ') + 1);
  return repeats(bare(name), bare(value)) || repeats(bare(own), bare(value));
}

function repeats(a: string, b: string): boolean {
  return a === b || a.endsWith(b) || (b.endsWith(a) && b.length - a.length < 8 && a.length > 3);
}
