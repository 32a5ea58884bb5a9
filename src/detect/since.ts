import type { Fragment } from '../model.ts';
import type { Catalogue, LeanRule } from './catalogue.ts';
import { hiddenForms } from './decode/hidden-forms.ts';
import { inDerived, lazyServices } from './detect.ts';
import { findGeneric } from './generic/find-generic.ts';
import { AFTER, BEFORE, matchRules } from './match.ts';
import { placeOf } from './place.ts';
import { type KeywordTables, NEAR_AFTER, NEAR_BEFORE, NEEDS_AT, type PackedHits } from './prefilter.ts';
import type { Range } from './raw.ts';

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
 * @param hides what `mayHide` says of the text; where they may not have stood in the old one, this cannot be asked
 */
export function mayFind(
  fragment: Fragment,
  catalogue: Catalogue,
  hits: PackedHits,
  hides: number,
  since: Since,
): boolean {
  const { path, bytes } = fragment;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const from = since.head;
  const to = text.length - since.tail;
  const run = longestRun(catalogue.tables);
  const isNear = ([start, end]: Range, { reach, pair }: LeanRule) => {
    const { before = BEFORE, after = AFTER } = reach ?? {};
    const around = Math.max(CONTEXT, pair?.within ?? 0);
    // windows that stood there before may have been joined to this one; guards look around keywords
    const ahead = Math.max(around, after, NEAR_BEFORE + run);
    const behind = Math.max(around, before, NEAR_AFTER + run - after);
    return start - ahead <= to && end + behind >= from;
  };
  if (matchRules(text, hits, catalogue, path, isNear).length > 0) return true;
  const spots = genericSpots(hits, catalogue, linesBefore(text, from), linesAfter(text, to));
  if (spots.length > 0 && findGeneric(text, spots, placeOf(path), lazyServices(catalogue)).length > 0) return true;
  return hides !== 0 && hiddenIn(text, hides, { path, catalogue }, since.cleanForms);
}

/** What `match.ts` looks at around a window of a rule, in characters. */
const CONTEXT = 300;

const runs = new WeakMap<KeywordTables, number>();

/** Longest run of characters that the guard of a keyword asks for. */
function longestRun(tables: KeywordTables): number {
  let longest = runs.get(tables);
  if (longest === undefined) {
    longest = 0;
    for (const run of tables.runs) if (run !== NEEDS_AT) longest = Math.max(longest, Math.abs(run));
    runs.set(tables, longest);
  }
  return longest;
}

/**
 * How far the generic detector looks around a word. Behind it: three line breaks and a bracket each before the value, its block,
 * its default, the element, four lines around; a name, an operator, a value and 500 characters. Before it: the name, a value
 * compared with it, four lines around.
 */
const LINES_BEHIND = 16;
const CHARS_BEHIND = 4_500;
const LINES_AHEAD = 6;
const CHARS_AHEAD = 900;

function genericSpots({ ids, offsets }: PackedHits, { isGeneric }: Catalogue, from: number, to: number): number[] {
  const spots: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    const offset = offsets[i]!;
    if (offset >= from && offset <= to && isGeneric[ids[i]!] === 1) spots.push(offset);
  }
  return spots.sort((a, b) => a - b);
}

/** Where words begin to see `at`. Blank lines do not count: the gaps that the detector skips may hold many. */
function linesBefore(text: string, at: number): number {
  const stop = Math.max(0, at - CHARS_BEHIND);
  let lines = LINES_BEHIND;
  let isBlank = true;
  for (let i = at - 1; i >= stop; i--) {
    const c = text.charCodeAt(i);
    if (c !== 10) isBlank &&= c <= 32;
    else if (!isBlank) {
      if (--lines === 0) return i;
      isBlank = true;
    }
  }
  return stop;
}

/** The last place from which words see `at`. */
function linesAfter(text: string, at: number): number {
  const stop = Math.min(text.length, at + CHARS_AHEAD);
  let lines = LINES_AHEAD;
  let isBlank = true;
  for (let i = at; i < stop; i++) {
    const c = text.charCodeAt(i);
    if (c !== 10) isBlank &&= c <= 32;
    else if (!isBlank) {
      if (--lines === 0) return i;
      isBlank = true;
    }
  }
  return stop;
}

/** Forms that were clean are clean: what they are judged by is the path and they themselves. */
function hiddenIn(
  text: string,
  forms: number,
  { path, catalogue }: { readonly path: string; readonly catalogue: Catalogue },
  clean: Set<string>,
): boolean {
  for (const derived of hiddenForms(text, forms)) {
    if (clean.has(derived.text)) continue;
    if (inDerived(derived, catalogue, path).length > 0) return true;
    clean.add(derived.text);
  }
  return false;
}
