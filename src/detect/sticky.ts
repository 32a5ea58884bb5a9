import type { Catalogue } from './catalogue.ts';

/** The rules of a keyword that may match where it stands: where each match begins with its keyword, those that do match there. */
export function rulesAt(text: string, offset: number, id: number, catalogue: Catalogue): readonly number[] {
  const rules = catalogue.rulesOf[id]!;
  if (catalogue.begins[id] !== 1) return rules;
  return rules.filter((rule) => matchesAt(text, offset, catalogue.rule(rule).pattern));
}

const sticky = new WeakMap<RegExp, RegExp>();

/** One try where a match must begin costs less than a search around it. */
export function matchesAt(text: string, offset: number, pattern: RegExp): boolean {
  let one = sticky.get(pattern);
  if (one === undefined) {
    one = new RegExp(pattern.source, pattern.flags.replace('g', 'y'));
    sticky.set(pattern, one);
  }
  one.lastIndex = offset;
  return one.test(text);
}
