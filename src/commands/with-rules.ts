import { builtInCatalogue } from '../../config/catalogue.ts';
import { addRules, type Catalogue } from '../detect/catalogue.ts';
import type { Rule } from '../rule.ts';

/** The built-in rules and a project's own. One of the same id stands beside the built-in one: settings cannot weaken a rule. */
export function withRules(own: readonly Rule[]): Catalogue {
  return addRules(builtInCatalogue(), own);
}
