import { builtInCatalogue } from '../../config/catalogue.ts';
import { type Catalogue, compileCatalogue } from '../detect/catalogue.ts';
import type { Rule } from '../rule.ts';

/** The built-in rules and a project's own; one of the same id takes the place of the built-in one. */
export function withRules(own: readonly Rule[]): Catalogue {
  const builtIn = builtInCatalogue();
  const ids = new Set(own.map((r) => r.id));
  const all = Array.from({ length: builtIn.ruleCount }, (_, i) => builtIn.rule(i));
  const rules = [...all.filter((r) => !ids.has(r.id)), ...own];
  const generic = builtIn.tables.keywords.filter((_, id) => builtIn.generic.has(id));
  return { ...compileCatalogue(rules, [], generic), services: builtIn.services };
}
