import type { Catalogue, LeanRule } from './catalogue.ts';
import { GUARD_AHEAD, GUARD_BEHIND } from './guard-code.ts';
import { AFTER, BEFORE } from './match.ts';
import type { Hits } from './prefilter.ts';
import { rulesAt } from './sticky.ts';

/** Offsets of what is new; it may be empty. */
export interface Change {
  readonly from: number;
  readonly to: number;
}

/** Whether anything from which a change is seen stands in a text. */
export function isSeen(bytes: Uint8Array, hits: Hits, catalogue: Catalogue, change: Change): boolean {
  const near = nearOfRules(hits, catalogue, change);
  if (near.some((i) => catalogue.begins[hits.ids[i]!] !== 1)) return true; // nothing more can be said of these
  if (genericSpots(bytes, hits, catalogue, change).length > 0) return true;
  if (near.length === 0) return false;
  const text = textOf(bytes);
  return near.some((i) => rulesAt(text, hits.offsets[i]!, hits.ids[i]!, catalogue).length > 0);
}

/** One character a byte. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** What `match.ts` looks at around a window of a rule, in characters. */
const CONTEXT = 300;

/** Whether what stands in a window, or what is judged with it, may differ because of the change. */
export function sees([start, end]: readonly [number, number], rule: LeanRule, change: Change): boolean {
  const { ahead, behind } = viewOf(rule);
  return start - ahead <= change.to && end + behind >= change.from;
}

/** How far a rule looks around its windows. */
function viewOf({ reach, pair }: LeanRule): { readonly ahead: number; readonly behind: number } {
  const { before = BEFORE, after = AFTER } = reach ?? {};
  const around = Math.max(CONTEXT, pair?.within ?? 0);
  // windows that stood there before may have been joined to this one; guards look around keywords
  return {
    ahead: Math.max(around, after, GUARD_AHEAD),
    behind: Math.max(around, before, GUARD_BEHIND - after),
  };
}

/** Of each keyword: how far before and behind it a change is seen by any of its rules; -1 where nobody has asked yet. */
interface Views {
  readonly before: Int32Array;
  readonly behind: Int32Array;
}

const views = new WeakMap<Catalogue, Views>();

function viewsIn(catalogue: Catalogue): Views {
  let known = views.get(catalogue);
  if (known === undefined) {
    const { length } = catalogue.tables.keywords;
    known = { before: new Int32Array(length).fill(-1), behind: new Int32Array(length) };
    views.set(catalogue, known);
  }
  return known;
}

/** Which hits are those of keywords whose rules may see the change. */
function nearOfRules({ offsets, ids }: Hits, catalogue: Catalogue, { from, to }: Change): readonly number[] {
  const seen = viewsIn(catalogue);
  const near: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (catalogue.hasRule[id] !== 1) continue;
    if (seen.before[id]! < 0) look(id, catalogue, seen);
    const offset = offsets[i]!;
    if (offset - seen.before[id]! <= to && offset + seen.behind[id]! >= from) near.push(i);
  }
  return near;
}

/** Hits of all rules that see the change; undefined where there are none. @param wholeText called where it has to be looked at */
export function hitsOfRules(
  hits: Hits,
  catalogue: Catalogue,
  change: Change,
  wholeText: () => string,
): Hits | undefined {
  const { offsets, ids } = hits;
  const near = nearOfRules(hits, catalogue, change);
  if (near.length === 0) return undefined;
  const rules = new Set(near.flatMap((i) => rulesAt(wholeText(), offsets[i]!, ids[i]!, catalogue)));
  if (rules.size === 0) return undefined;
  const all: { offsets: number[]; ids: number[] } = { offsets: [], ids: [] };
  for (let i = 0; i < ids.length; i++) {
    if (!isAny(catalogue.rulesOf[ids[i]!]!, rules)) continue;
    all.offsets.push(offsets[i]!);
    all.ids.push(ids[i]!);
  }
  return all;
}

function look(id: number, catalogue: Catalogue, seen: Views): void {
  let [farBefore, farBehind] = [0, 0];
  for (const index of catalogue.rulesOf[id]!) {
    const rule = catalogue.rule(index);
    const { before = BEFORE, after = AFTER } = rule.reach ?? {};
    const { ahead, behind } = viewOf(rule);
    farBefore = Math.max(farBefore, before + ahead);
    farBehind = Math.max(farBehind, after + behind);
  }
  seen.before[id] = farBefore;
  seen.behind[id] = farBehind;
}

function isAny(rules: readonly number[], of: ReadonlySet<number>): boolean {
  for (const rule of rules) if (of.has(rule)) return true;
  return false;
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

/** Generic words from which the change is seen, by rising offset. */
export function genericSpots(
  bytes: Uint8Array,
  { offsets, ids }: Hits,
  { isGeneric }: Catalogue,
  change: Change,
): number[] {
  const spots: number[] = [];
  let [first, last] = [change.from - CHARS_BEHIND, change.to + CHARS_AHEAD];
  let isExact = false;
  for (let i = 0; i < ids.length; i++) {
    const offset = offsets[i]!;
    if (isGeneric[ids[i]!] !== 1 || offset < first || offset > last) continue;
    if (!isExact) {
      [first, last, isExact] = [linesBefore(bytes, change.from), linesAfter(bytes, change.to), true];
      if (offset < first || offset > last) continue;
    }
    spots.push(offset);
  }
  return spots.length > 1 ? spots.sort((a, b) => a - b) : spots;
}

/** Where words begin to see `at`. */
function linesBefore(bytes: Uint8Array, at: number): number {
  const stop = Math.max(0, at - CHARS_BEHIND);
  return Math.max(stop, passLines(bytes, at - 1, stop - 1, LINES_BEHIND));
}

/** The last place from which words see `at`. */
function linesAfter(bytes: Uint8Array, at: number): number {
  return passLines(bytes, at, Math.min(bytes.length, at + CHARS_AHEAD), LINES_AHEAD);
}

/**
 * The line feed behind `most` lines on the way from `from` to `end`, either way; `end` where there are fewer. Blank lines do not count: the
 * gaps that the detector skips may hold many.
 */
function passLines(bytes: Uint8Array, from: number, end: number, most: number): number {
  const step = end < from ? -1 : 1;
  let lines = most;
  let isBlank = true;
  for (let i = from; i !== end; i += step) {
    const c = bytes[i]!;
    if (c !== 10) isBlank &&= c <= 32;
    else if (!isBlank) {
      if (--lines === 0) return i;
      isBlank = true;
    }
  }
  return end;
}
