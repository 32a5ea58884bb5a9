import type { Fragment } from '../model.ts';
import type { Catalogue } from './catalogue.ts';
import { hiddenForms } from './decode/hidden-forms.ts';
import { inDerived, lazyServices } from './detect.ts';
import { findGeneric } from './generic/find-generic.ts';
import { matchRules } from './match.ts';
import type { Hiding } from './may-hide.ts';
import { genericSpots, hitsOfRules, sees, textOf } from './near.ts';
import { placeOf } from './place.ts';
import type { Hits } from './prefilter.ts';

/** A text of the same path in which nothing was found, and what the new one has in common with it. */
export interface Since {
  /** Characters that both begin with, and that both end with; together at most the length of either. */
  readonly head: number;
  readonly tail: number;
  /** Hidden forms in which nothing was found, under this path; grows. */
  readonly cleanForms: Set<string>;
}

/**
 * Whether `detect` may find something in a text whose earlier version was clean. Judges only what stands so near to the change that
 * it could be judged otherwise than before; each in the whole text, so that a no is as good as the whole search.
 *
 * @param hides what `mayHide` says of the text
 */
export function mayFind(
  { path, bytes }: Fragment,
  catalogue: Catalogue,
  hits: Hits,
  hides: Hiding,
  { head, tail, cleanForms }: Since,
): boolean {
  const change = { from: head, to: bytes.length - tail };
  let text: string | undefined;
  const wholeText = () => {
    text ??= textOf(bytes);
    return text;
  };
  const ruled = hitsOfRules(hits, catalogue, change, wholeText);
  const spots = genericSpots(bytes, hits, catalogue, change);
  if (ruled === undefined && spots.length === 0 && hides.forms === 0) return false;
  if (ruled !== undefined) {
    if (matchRules(wholeText(), ruled, catalogue, path, (window, rule) => sees(window, rule, change)).length > 0)
      return true;
  }
  if (spots.length > 0 && findGeneric(wholeText(), spots, placeOf(path), lazyServices(catalogue)).length > 0)
    return true;
  return hides.forms !== 0 && hiddenIn(wholeText(), hides, { path, catalogue }, cleanForms);
}

/** Forms that were clean are clean: what they are judged by is the path and they themselves. */
function hiddenIn(
  text: string,
  hides: Hiding,
  { path, catalogue }: { readonly path: string; readonly catalogue: Catalogue },
  clean: Set<string>,
): boolean {
  for (const derived of hiddenForms(text, hides)) {
    if (clean.has(derived.text)) continue;
    if (inDerived(derived, catalogue, path).length > 0) return true;
    clean.add(derived.text);
  }
  return false;
}
