// What must stand around a keyword for a pattern to match at all, read off the pattern itself.
import type { RuleReader } from '../src/detect/catalogue.ts';
import { type ByteSet, GUARD_AHEAD, GUARD_BEHIND, type Guard } from '../src/detect/guard-code.ts';
import { isTelling } from '../src/detect/near-miss.ts';
import { AFTER, BEFORE } from '../src/detect/reach.ts';
import type { Rule } from '../src/rule.ts';
import { type Bytes, lengthOf, type Part, partsOf, type Site, sitesOf, sum } from './pattern-parts.ts';
import { programOf } from './programs.ts';

const NONE: Guard = { kind: 'none' };
/** Shorter runs stand everywhere. */
const LEAST = 8;
/** Bits from which a guard keeps out enough to be asked for. */
const WORTH = -3;

const set = (pattern: RegExp): Bytes =>
  new Set(Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => pattern.test(String.fromCharCode(byte))));
/** Not white space, quotes, brackets, commas and what else separates. */
const TOKEN = set(/[^\0-\x20"'`<>(){}[\],;|\\]/);
/** What runs are made of is widened to one of these, so that tables stay small however many rules there are. */
const SETS: readonly Bytes[] = [
  ...[
    /[0-9]/,
    /[0-9a-f]/,
    /[0-9A-F]/,
    /[0-9A-Fa-f]/,
    /[0-9a-f-]/,
    /[0-9a-z]/,
    /[0-9A-Z]/,
    /[0-9a-z_-]/,
    /[0-9A-Z_-]/,
  ].map(set),
  ...[/[0-9A-Za-z]/, /[0-9A-Za-z_]/, /[0-9A-Za-z-]/, /[0-9A-Za-z_-]/, /[0-9A-Za-z_.-]/, /[0-9A-Za-z+/]/].map(set),
  ...[/[0-9A-Za-z+/=]/, /[0-9A-Za-z+/=_-]/, /[0-9A-Za-z+/=_.~-]/, /[0-9A-Za-z.:/_@-]/].map(set),
  TOKEN,
];

type Guarded = Pick<Rule, 'pattern' | 'reach' | 'keywords' | 'prefix'>;

/** What the catalogue is compiled with. */
export const ruleReader: RuleReader = { guardOf, beginsAtKeyword, programOf };

/**
 * The guard of one keyword of a rule. Where every match has a keyword at a known place of the pattern, the run that is asked for
 * stands at its distance from there; else anywhere within what the rule looks at.
 */
export function guardOf(rule: Guarded, keyword: string): Guard {
  const made = guards.get(rule) ?? new Map<string, Guard>();
  guards.set(rule, made);
  const guard = made.get(keyword) ?? readGuard(rule, keyword);
  made.set(keyword, guard);
  return guard;
}

/** Benches compile the same rules many times. */
const guards = new WeakMap<Guarded, Map<string, Guard>>();

export function beginsAtKeyword({ pattern, keywords }: Guarded): boolean {
  const sites = [...(sitesOf(partsOf(pattern), keywords)?.values() ?? [])];
  return sites.length > 0 && sites.every(({ part, ahead }) => part === 0 && ahead[1] === 0);
}

function readGuard(rule: Guarded, keyword: string): Guard {
  const { pattern, reach = { before: BEFORE, after: AFTER }, keywords, prefix } = rule;
  const parts = partsOf(pattern);
  const whole: Stretch = [-reach.before, reach.after];
  // what begins like a key but goes on otherwise is to be told from what has nothing to do with it (softenNearMiss)
  if (prefix !== undefined && isTelling(prefix) && overlap(prefix, keyword))
    return tokenRun(parts) ?? bestRun(parts, () => ({ stretch: whole, own: 0 }), [TOKEN]);
  const site = sitesOf(parts, keywords)?.get(keyword);
  const run = bestRun(parts, (first, last, least) => {
    if (site === undefined) return { stretch: whole, own: keyword.length };
    const isApart = first >= site.part + site.parts || last < site.part;
    return { stretch: within(whole, stretchOf(parts, site, first, last, least)), own: isApart ? 0 : keyword.length };
  });
  return run.kind === 'none' && parts.some(isAt) && isBeforeAt(pattern, keyword) ? { kind: 'at' } : run;
}

/** Bytes from the start of the keyword: `[from, to)`. */
type Stretch = readonly [from: number, to: number];

function within(whole: Stretch, known: Stretch): Stretch {
  return -known[0] <= GUARD_AHEAD && known[1] <= GUARD_BEHIND ? known : whole;
}

/** Where `least` characters of the parts from `first` to `last` stand. */
function stretchOf(
  parts: readonly Part[],
  { part, ahead, rest }: Site,
  first: number,
  last: number,
  least: number,
): Stretch {
  if (first > part) {
    const [min, max] = sum(rest, lengthOf(parts.slice(part + 1, first)));
    return [min, max + least];
  }
  if (last < part) {
    const [min, max] = sum(lengthOf(parts.slice(last + 1, part)), ahead);
    return [-max - least, -min];
  }
  const [min, max] = sum(lengthOf(parts.slice(first, part)), ahead);
  return [-max, least - min];
}

function overlap(prefix: string, keyword: string): boolean {
  return [0, 1, 2, 3, 4].some((at) => {
    const rest = prefix.slice(at).toLowerCase();
    return rest !== '' && (rest.startsWith(keyword) || keyword.startsWith(rest));
  });
}

/** Where all of a match is one run of token characters. */
function tokenRun(parts: readonly Part[]): Guard | undefined {
  const [least] = lengthOf(parts);
  return parts.every(({ bytes }) => isWithin(bytes, TOKEN))
    ? { kind: 'in-run', least, bytes: setOf(TOKEN) }
    : undefined;
}

/**
 * Of the runs that stand in every match, the one that code has most seldom.
 *
 * @param whereIs where some characters of some parts stand, and how many of them the keyword has itself
 */
function bestRun(
  parts: readonly Part[],
  whereIs: (first: number, last: number, least: number) => { readonly stretch: Stretch; readonly own: number },
  sets = SETS,
): Guard {
  let best: Guard = NONE;
  let most = WORTH;
  for (let first = 0; first < parts.length; first++) {
    const bytes = new Set<number>();
    let least = 0;
    for (let last = first; last < parts.length; last++) {
      for (const byte of parts[last]!.bytes) bytes.add(byte);
      const all = sets.find((one) => isWithin(bytes, one));
      if (all === undefined) break;
      least += parts[last]!.min;
      if (parts[first]!.min === 0 || parts[last]!.min === 0) continue;
      const { stretch, own } = whereIs(first, last, least);
      const [from, to] = stretch;
      if (-from > GUARD_AHEAD || to > GUARD_BEHIND) continue;
      const bits = -(least - own) * Math.log2(shareOf(all)) - Math.log2(Math.max(1, to - from - least));
      if (least < own + LEAST || bits <= most) continue;
      most = bits;
      best = { kind: 'run', least, bytes: setOf(all), from, to };
    }
  }
  return best;
}

/** Roughly how many of the characters of code are these. */
function shareOf(bytes: Bytes): number {
  let share = 0;
  for (const byte of bytes) share += SHARES[byte]!;
  return Math.min(share, 1);
}

const SHARES = Array.from({ length: 256 }, (_, byte) => {
  const c = String.fromCharCode(byte);
  for (const [letters, share] of [
    ['etaoinsr', 0.045],
    ['lcdpumfhg', 0.022],
    ['bvwykxjqz', 0.008],
    [' ', 0.17],
    ['\n.,()"\'', 0.02],
    ['_-/:;={}', 0.012],
    ['0123456789', 0.006],
  ] as const) {
    if (letters.includes(c)) return share;
  }
  return byte < 32 || byte > 126 ? 0.0005 : 0.0025;
});

function setOf(bytes: Bytes): ByteSet {
  return String.fromCharCode(...[...bytes].sort((a, b) => a - b));
}

function isWithin(bytes: Bytes, all: Bytes): boolean {
  return [...bytes].every((byte) => all.has(byte));
}

/** Takes an `@` in every match. */
function isAt({ bytes, min, alternatives }: Part): boolean {
  if (alternatives !== undefined) return alternatives.every((sequence) => sequence.some(isAt));
  return min > 0 && bytes.size === 1 && bytes.has(64);
}

/** What begins a URL stands before its login, however the scheme is written. */
function isBeforeAt({ source }: RegExp, keyword: string): boolean {
  const literal = source
    .replace(/\[(?:\\.|[^\]\\])*\]/g, '\0')
    .replace(/\(\?<?[=!](?:[^()]|\([^()]*\))*\)/g, '\0')
    .replace(/\\([^A-Za-z0-9])/g, '$1')
    .toLowerCase();
  const at = literal.indexOf(keyword);
  return keyword.endsWith('://') || (at >= 0 && at < literal.indexOf('@'));
}
