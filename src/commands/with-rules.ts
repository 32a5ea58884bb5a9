import { builtInCatalogue } from '../../config/catalogue.ts';
import { type Catalogue, compileCatalogue } from '../detect/catalogue.ts';
import type { Rule } from '../rule.ts';

/** The built-in rules and a project's own. One of the same id stands beside the built-in one: settings cannot weaken a rule. */
export function withRules(own: readonly Rule[]): Catalogue {
  const builtIn = builtInCatalogue();
  const all = Array.from({ length: builtIn.ruleCount }, (_, i) => builtIn.rule(i));
  const generic = builtIn.tables.keywords.filter((_, id) => builtIn.isGeneric[id] === 1);
  return { ...compileCatalogue([...all, ...own], [], generic), services: builtIn.services };
}
