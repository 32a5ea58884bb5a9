import type { Rule, ServiceRule } from '../rule.ts';
import { indexServices, type ServiceIndex } from './generic/services.ts';
import { compileKeywords, type KeywordTables, NEEDS_AT } from './prefilter.ts';

/** A rule as the matcher needs it: without its examples. */
export type LeanRule = Omit<Rule, 'examples'>;

/** Everything that detection knows, its heavy parts behind functions so that a clean commit never loads them. */
export interface Catalogue {
  readonly tables: KeywordTables;
  /** Keyword id → indices of the rules that it starts. */
  readonly rulesOf: readonly (readonly number[])[];
  /** 1 for each keyword id that a rule has; spares the look at `rulesOf`, which is loaded on demand. */
  readonly hasRule: Uint8Array;
  /** 1 for each keyword id that makes a spot worth a look by the generic detector. */
  readonly isGeneric: Uint8Array;
  rule(index: number): LeanRule;
  readonly ruleCount: number;
  services(): ServiceIndex;
}

/**
 * Compiles a catalogue at run time: for tests, tools and custom rules; the build writes the same down.
 *
 * @param guardOf the guard of a keyword of a rule: see `KeywordTables.runs`
 */
export function compileCatalogue(
  rules: readonly LeanRule[],
  services: readonly ServiceRule[],
  genericWords: readonly string[],
  guardOf: (rule: LeanRule, keyword: string) => number = () => 0,
): Catalogue {
  const guards = new Map<string, number>();
  for (const rule of rules) {
    for (const keyword of rule.keywords) {
      const guard = guardOf(rule, keyword);
      guards.set(keyword, weaker(guards.get(keyword) ?? guard, guard));
    }
  }
  const words = [...new Set(genericWords)];
  const names = [...guards.keys()];
  // a generic word may be a rule's keyword as well: it stands twice then, since the guard is the rule's alone
  const { tables, order } = compileKeywords([...words, ...names], [...words.map(() => 0), ...guards.values()]);
  const rulesOf: number[][] = tables.keywords.map(() => []);
  const idOf = new Map(order.map((index, id) => [names[index - words.length], id]));
  rules.forEach((rule, index) => {
    for (const keyword of new Set(rule.keywords)) rulesOf[idOf.get(keyword)!]!.push(index);
  });
  let index: ServiceIndex | undefined;
  return {
    tables,
    rulesOf,
    hasRule: Uint8Array.from(rulesOf, (list) => (list.length > 0 ? 1 : 0)),
    isGeneric: Uint8Array.from(order, (at) => (at < words.length ? 1 : 0)),
    rule: (i) => rules[i]!,
    ruleCount: rules.length,
    services: () => {
      index ??= indexServices(services, rules);
      return index;
    },
  };
}

/** The guard that lets through what either does. */
function weaker(a: number, b: number): number {
  if (a === b) return a;
  if (a === 0 || b === 0 || a === NEEDS_AT || b === NEEDS_AT) return 0;
  return a > 0 && b > 0 ? Math.min(a, b) : -Math.min(Math.abs(a), Math.abs(b));
}
