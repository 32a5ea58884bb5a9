import type { Rule, ServiceRule } from '../rule.ts';
import { indexServices, type ServiceIndex } from './generic/services.ts';
import { compileKeywords, type KeywordTables } from './prefilter.ts';

/** A rule as the matcher needs it: without its examples. */
export type LeanRule = Omit<Rule, 'examples'>;

/** Everything that detection knows, its heavy parts behind functions so that a clean commit never loads them. */
export interface Catalogue {
  readonly tables: KeywordTables;
  /** Keyword id → indices of the rules that it starts. */
  readonly rulesOf: readonly (readonly number[])[];
  /** Ids of the keywords that make a spot worth a look by the generic detector. */
  readonly generic: ReadonlySet<number>;
  rule(index: number): LeanRule;
  readonly ruleCount: number;
  services(): ServiceIndex;
}

/**
 * Compiles a catalogue at run time: for tests, tools and custom rules; the build writes the same down.
 *
 * @param runOf shortest run of token characters that a match of the rule stands in; 0 where that cannot be said
 */
export function compileCatalogue(
  rules: readonly LeanRule[],
  services: readonly ServiceRule[],
  genericWords: readonly string[],
  runOf: (rule: LeanRule) => number = () => 0,
): Catalogue {
  const runs = new Map<string, number>(genericWords.map((word) => [word, 0]));
  for (const rule of rules) {
    const run = runOf(rule);
    for (const keyword of rule.keywords) runs.set(keyword, Math.min(runs.get(keyword) ?? run, run));
  }
  const tables = compileKeywords(runs.keys(), (keyword) => runs.get(keyword) ?? 0);
  let index: ServiceIndex | undefined;
  const rulesOf: number[][] = tables.keywords.map(() => []);
  const idOf = new Map(tables.keywords.map((k, i) => [k, i]));
  rules.forEach((rule, index) => {
    for (const keyword of rule.keywords) rulesOf[idOf.get(keyword)!]!.push(index);
  });
  return {
    tables,
    rulesOf,
    generic: new Set(genericWords.map((w) => idOf.get(w)!)),
    rule: (i) => rules[i]!,
    ruleCount: rules.length,
    services: () => {
      index ??= indexServices(services);
      return index;
    },
  };
}
