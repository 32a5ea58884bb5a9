import type { Catalogue } from './catalogue.ts';
import { LONGEST_ARRAY, stretchesOf } from './decode/concatenation.ts';
import { extentOf } from './decode/long-runs.ts';
import { ARRAYS, ESCAPES, type Hiding, JOINTS, RUNS } from './may-hide.ts';
import type { Hits } from './prefilter.ts';
import type { Range, RawFinding } from './raw.ts';
import { LINE } from './reach.ts';

/** What stands in a text. */
export interface Standing {
  readonly hits: Hits;
  readonly mayHide: Hiding;
  readonly known: readonly RawFinding[];
}

/**
 * The parts of a text that decide what is found in it: around each thing that stands there, as far as anybody looks from there.
 *
 * @returns ascending, apart from each other; undefined where it is the whole text
 */
export function islandsOf(
  bytes: Uint8Array,
  { hits, mayHide, known }: Standing,
  { reaches }: Catalogue,
): readonly Range[] | undefined {
  const { length } = bytes;
  const hidden = partsOfHidden(bytes, mayHide);
  if (hidden === undefined) return undefined;
  const { offsets, ids } = hits;
  const islands: [number, number][] = [];
  // ascending but for a few that stand in one word
  for (let i = 0; i < ids.length; i++) {
    const reach = reaches[ids[i]!]!;
    add(islands, Math.max(0, offsets[i]! - (reach & 0xffff)), Math.min(length, offsets[i]! + (reach >>> 16)));
  }
  if (hidden.length === 0 && known.length === 0) return islands;
  const others = [...hidden, ...known.map(({ start, end }): Range => [start, end])].map(
    ([from, to]): Range => [Math.max(0, from - LINE), Math.min(length, to + LINE)],
  );
  const all: [number, number][] = [];
  for (const [from, to] of [...islands, ...others].sort((a, b) => a[0] - b[0])) add(all, from, to);
  return all;
}

/** Joins a range to those that it touches, which are the last ones. */
function add(ranges: [number, number][], start: number, end: number): void {
  let [from, to] = [start, end];
  for (let last = ranges.at(-1); last !== undefined && last[1] >= from; last = ranges.at(-1)) {
    from = Math.min(from, last[0]);
    to = Math.max(to, last[1]);
    ranges.pop();
  }
  ranges.push([from, to]);
}

/** What the decoders look at; undefined where that is all of the text. */
function partsOfHidden(bytes: Uint8Array, { forms, runs, joints, arrays }: Hiding): Range[] | undefined {
  if ((forms & ESCAPES) !== 0) return undefined; // each of its escapes is taken out
  const parts: Range[] = [];
  if ((forms & RUNS) !== 0) {
    if (runs === undefined) return undefined;
    for (const run of runs) parts.push(extentOf(bytes, run, parts.at(-1)?.[1]));
  }
  if ((forms & ARRAYS) !== 0) {
    if (arrays === undefined) return undefined;
    for (const at of arrays) parts.push([at - LONGEST_ARRAY - MORE, at + LONGEST_ARRAY + MORE]);
  }
  if ((forms & JOINTS) !== 0) {
    for (const joint of joints ?? [-1]) {
      const part = joint < 0 ? undefined : partOfChain(bytes, joint);
      if (part === undefined) return undefined;
      parts.push(part);
    }
  }
  return parts;
}

/** What stands around the list itself. */
const MORE = 100;
/** How far around a joint its chain is looked for. */
const CHAIN = 32 << 10;

/** The stretch around a joint; undefined where it is longer than others. */
function partOfChain(bytes: Uint8Array, joint: number): Range | undefined {
  const from = Math.max(0, joint - CHAIN);
  const to = Math.min(bytes.length, joint + CHAIN);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
  const [start, end] = stretchesOf(text, [joint - from])[0]!;
  if ((from > 0 && start < LINE) || (to < bytes.length && end > text.length - LINE)) return undefined;
  return [from + start, from + end];
}
