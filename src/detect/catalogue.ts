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
  rules(): readonly LeanRule[];
  services(): ServiceIndex;
}

/** Compiles a catalogue at run time: for tests, tools and custom rules; the build writes the same down. */
export function compileCatalogue(
  rules: readonly LeanRule[],
  services: readonly ServiceRule[],
  genericWords: readonly string[],
): Catalogue {
  const tables = compileKeywords([...genericWords, ...rules.flatMap((r) => r.keywords)]);
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
    rules: () => rules,
    services: () => {
      index ??= indexServices(services);
      return index;
    },
  };
}
