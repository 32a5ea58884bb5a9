import { type Catalogue, compileCatalogue } from '../src/detect/catalogue.ts';
import { GENERIC_WORDS } from './generic/words.ts';
import { rules, services } from './rules/index.ts';

let compiled: Catalogue | undefined;

/** All rules of this folder, ready to match. The build puts tables compiled beforehand in the place of this module. */
export function builtInCatalogue(): Catalogue {
  compiled ??= compileCatalogue(rules, services, GENERIC_WORDS);
  return compiled;
}
