// What must stand around a keyword for a pattern to match at all, read off the pattern itself.
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { isTokenByte, NEEDS_AT } from '../src/detect/prefilter.ts';
import type { Rule } from '../src/rule.ts';

/** Shorter runs stand everywhere. */
const LEAST = 16;

/**
 * The guard of one keyword of a rule. That the keyword itself stands in the run, or before the `@`, can only be asked where
 * it is a literal part of the pattern: many keywords are names that stand beside the key.
 */
export function guardOf({ pattern, reach }: Pick<Rule, 'pattern' | 'reach'>, keyword: string): number {
  const guard = runOf(pattern);
  const literal = literalOf(pattern);
  const at = literal.indexOf(keyword);
  // what begins a URL stands before its login, however the scheme is written
  if (guard === NEEDS_AT) return keyword.endsWith('://') || (at >= 0 && at < literal.indexOf('@')) ? guard : 0;
  if (guard > 0 && at >= 0) return guard;
  const isFar = (reach?.before ?? 0) > 160 || (reach?.after ?? 0) > 640; // farther than a run is looked for
  return isFar || Math.abs(guard) < LEAST ? 0 : -Math.abs(guard);
}

/** What the pattern says in so many letters, lower case; classes and lookarounds left out. */
function literalOf({ source }: RegExp): string {
  return source
    .replace(/\[(?:\\.|[^\]\\])*\]/g, '\0')
    .replace(/\(\?<?[=!](?:[^()]|\([^()]*\))*\)/g, '\0')
    .replace(/\\([^A-Za-z0-9])/g, '$1')
    .toLowerCase();
}

/**
 * The guard of a pattern, as `KeywordTables.runs` has it: a positive number where every match is one run of token characters,
 * a negative one where a run of that length stands in every match, `NEEDS_AT` where an `@` does.
 *
 * @returns 0 where nothing can be said.
 */
export function runOf(pattern: RegExp): number {
  const ast = new RegExpParser().parsePattern(pattern.source, 0, pattern.source.length, { unicode: false });
  const { whole, best, at } = ofAlternatives(ast.alternatives, pattern.ignoreCase);
  if (whole !== undefined && whole > 0) return whole;
  if (best >= LEAST) return -best;
  return at ? NEEDS_AT : 0;
}

interface Profile {
  /** Length of the shortest match where all of it are token characters; undefined where a separator may be in it. */
  readonly whole: number | undefined;
  /** Length of a run of token characters that stands in every match. */
  readonly best: number;
  /** An `@` stands in every match. */
  readonly at: boolean;
}

function ofAlternatives(alternatives: readonly AST.Alternative[], ignoreCase: boolean): Profile {
  const profiles = alternatives.map(({ elements }) => ofSequence(elements, ignoreCase));
  const wholes = profiles.map((p) => p.whole);
  return {
    whole: wholes.includes(undefined) ? undefined : Math.min(...wholes.map((w) => w ?? 0)),
    best: Math.min(...profiles.map((p) => p.best)),
    at: profiles.every((p) => p.at),
  };
}

function ofSequence(elements: readonly AST.Element[], ignoreCase: boolean): Profile {
  let whole: number | undefined = 0;
  let best = 0;
  let current = 0;
  let at = false;
  for (const element of elements) {
    const profile = ofElement(element, ignoreCase);
    at ||= profile.at;
    if (profile.whole === undefined) {
      whole = undefined;
      current = 0;
      best = Math.max(best, profile.best);
    } else {
      if (whole !== undefined) whole += profile.whole;
      current += profile.whole;
      best = Math.max(best, current);
    }
  }
  return { whole, best, at };
}

const NOTHING: Profile = { whole: undefined, best: 0, at: false };

function ofElement(element: AST.Element, ignoreCase: boolean): Profile {
  switch (element.type) {
    case 'Assertion':
      return { whole: 0, best: 0, at: false };
    case 'Character':
      return isTokenByte(element.value) ? { whole: 1, best: 1, at: element.value === 64 } : NOTHING;
    case 'CharacterClass':
    case 'CharacterSet':
      return holdsSeparator(element.raw, ignoreCase) ? NOTHING : { whole: 1, best: 1, at: false };
    case 'CapturingGroup':
    case 'Group':
      return ofAlternatives(element.alternatives, ignoreCase);
    case 'Quantifier': {
      const { whole, best, at } = ofElement(element.element, ignoreCase);
      if (whole === undefined) return element.min === 0 ? NOTHING : { whole, best, at };
      return { whole: whole * element.min, best: whole * element.min, at: at && element.min > 0 };
    }
    default:
      return NOTHING; // back-references and what else there may be
  }
}

function holdsSeparator(raw: string, ignoreCase: boolean): boolean {
  const one = new RegExp(`^${raw}$`, ignoreCase ? 'i' : '');
  for (let byte = 0; byte < 256; byte++) if (!isTokenByte(byte) && one.test(String.fromCharCode(byte))) return true;
  return false;
}
