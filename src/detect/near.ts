import type { Catalogue, LeanRule } from './catalogue.ts';
import { GUARD_BEHIND } from './guard-code.ts';
import { CHARS_AHEAD, CHARS_BEHIND, linesAfter, linesBefore } from './lines-near.ts';
import type { Hits } from './prefilter.ts';
import { PROGRAM_AHEAD } from './program-code.ts';
import { AFTER, BEFORE } from './reach.ts';
import { rulesAt } from './sticky.ts';

/** Offsets of what is new; it may be empty. */
export interface Change {
  readonly from: number;
  readonly to: number;
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
  // windows that stood there before may have been joined to this one; guards and programs look around keywords
  return {
    ahead: Math.max(around, after, PROGRAM_AHEAD),
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
    if (seen.before[id]! < 0) [seen.before[id], seen.behind[id]] = viewOfKeyword(id, catalogue);
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

/** How far before and behind a keyword a change is seen by any of its rules. */
export function viewOfKeyword(id: number, catalogue: Catalogue): readonly [before: number, behind: number] {
  let [farBefore, farBehind] = [0, 0];
  for (const index of catalogue.rulesOf[id]!) {
    const rule = catalogue.rule(index);
    const { before = BEFORE, after = AFTER } = rule.reach ?? {};
    const { ahead, behind } = viewOf(rule);
    farBefore = Math.max(farBefore, before + ahead);
    farBehind = Math.max(farBehind, after + behind);
  }
  return [farBefore, farBehind];
}

function isAny(rules: readonly number[], of: ReadonlySet<number>): boolean {
  for (const rule of rules) if (of.has(rule)) return true;
  return false;
}

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
      [first, last, isExact] = [linesBefore(bytes, change.from), linesAfter(bytes, change.to, bytes.length), true];
      if (offset < first || offset > last) continue;
    }
    spots.push(offset);
  }
  return spots.length > 1 ? spots.sort((a, b) => a - b) : spots;
}
