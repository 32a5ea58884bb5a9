import type { Catalogue } from '../../detect/catalogue.ts';
import { islandsOf } from '../../detect/islands.ts';
import type { Scanner } from '../../detect/kernel/scanner.ts';
import type { Hiding } from '../../detect/may-hide.ts';
import type { Position } from '../../detect/position.ts';
import type { Hits } from '../../detect/prefilter.ts';
import type { Range, RawFinding } from '../../detect/raw.ts';
import type { Frame, Part } from './frame.ts';

/** A stretch of a text that is looked at in one go, and what of it is searched. Offsets are bytes of the stretch. */
export interface Window {
  /** Of its first byte, in the whole. */
  readonly start: Position;
  /** What begins in `[core, end)` is its own; the rest stands there to be looked at. */
  readonly core: number;
  readonly end: number;
}

/** A stretch, and what stands in it. */
export interface Standing {
  readonly bytes: Uint8Array;
  readonly hits: Hits;
  readonly mayHide: Hiding;
  readonly known: readonly RawFinding[];
  /** As the scanner says. */
  readonly lines: number;
}

/** What of a stretch decides what is found in it; `bytes` is good until the next excerpt is made. */
export interface Excerpt {
  readonly bytes: Uint8Array;
  readonly hits: Hits;
  readonly mayHide: Hiding;
  readonly frame: Frame;
}

/** What stands before a part that begins in the midst of a line, or behind one that ends there. */
const LINE_FEED = 10;
/** How far before it a part may begin, where a line begins there. */
const NEAR = 512;

/** Takes the parts that count out of a stretch, one line below the other; undefined where nothing of it is its own. */
export function excerptOf(
  standing: Standing,
  window: Window,
  catalogue: Catalogue,
  scanner: Scanner,
): Excerpt | undefined {
  const { bytes, lines } = standing;
  // where there are no line feeds, carriage returns count
  const islands = lines <= 1 && bytes.includes(13) ? undefined : islandsOf(bytes, standing, catalogue);
  if (islands === undefined) return whole(standing, window);
  const cuts = cutsOf(bytes, islands, window);
  if (cuts.length === 0) return undefined;
  const places = placesOf(cuts);
  const made = copied(bytes, cuts, places);
  const end = places.at(-1)! + cuts.at(-1)![1] - cuts.at(-1)![0];
  const moved = mover(cuts, places);
  return {
    bytes: made,
    hits: movedHits(standing.hits, moved),
    mayHide: movedHiding(standing.mayHide, moved),
    frame: {
      own: [
        Math.max(0, places[0]! + window.core - cuts[0]![0]),
        Math.min(end, places.at(-1)! + window.end - cuts.at(-1)![0]),
      ],
      parts: partsOf(cuts, places, window.start, (start, from, to) => scanner.advance(bytes, start, from, to)),
    },
  };
}

function whole({ bytes, hits, mayHide }: Standing, { start, core, end }: Window): Excerpt {
  return { bytes, hits, mayHide, frame: { own: [core, end], parts: [{ line: 0, start }] } };
}

/** Islands that reach into the core, from the beginnings of lines on where these are near. */
function cutsOf(bytes: Uint8Array, islands: readonly Range[], { core, end }: Window): [number, number][] {
  const cuts: [number, number][] = [];
  let last = 0;
  for (const [from, to] of islands) {
    if (to <= core || from >= end) continue;
    const start = beginning(bytes, from, last);
    const close = ending(bytes, to);
    if (cuts.length > 0 && start <= last) cuts[cuts.length - 1]![1] = close;
    else cuts.push([start, close]);
    last = close;
  }
  return cuts;
}

/** The beginning of the line of `at`, where it is near, else of the character. */
function beginning(bytes: Uint8Array, at: number, first: number): number {
  const stop = Math.max(first, at - NEAR);
  let start = at;
  while (start > stop && bytes[start - 1] !== LINE_FEED) start--;
  if (start > stop || start === first || bytes[start - 1] === LINE_FEED) return start;
  start = at;
  while (start > first && start > at - 3 && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}

/** The end of the character at `at`. */
function ending(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && end < at + 3 && (bytes[end]! & 0xc0) === 0x80) end++;
  return end;
}

/** Where each cut begins in the excerpt: a line feed stands between two, and before the first one but where that begins the stretch. */
function placesOf(cuts: readonly Range[]): number[] {
  const places: number[] = [];
  let at = cuts[0]![0] === 0 ? 0 : 1;
  for (const [from, to] of cuts) {
    places.push(at);
    at += to - from + 1;
  }
  return places;
}

let room = Buffer.alloc(0);

function copied(bytes: Uint8Array, cuts: readonly Range[], places: readonly number[]): Uint8Array {
  const [from, to] = cuts.at(-1)!;
  const end = places.at(-1)! + to - from + (to < bytes.length ? 1 : 0);
  if (room.length < end) room = Buffer.allocUnsafeSlow(end + (end >> 1));
  if (places[0] === 1) room[0] = LINE_FEED;
  cuts.forEach(([a, b], i) => {
    room.set(bytes.subarray(a, b), places[i]!);
    room[places[i]! + b - a] = LINE_FEED;
  });
  return room.subarray(0, end);
}

/** Gives the place in the excerpt of an offset of the stretch, -1 where it was left out; best asked by rising offset. */
function mover(cuts: readonly Range[], places: readonly number[]): (offset: number) => number {
  let i = 0;
  return (offset) => {
    while (i > 0 && offset < cuts[i]![0]) i--;
    while (i < cuts.length - 1 && offset >= cuts[i]![1]) i++;
    const [from, to] = cuts[i]!;
    return offset < from || offset >= to ? -1 : places[i]! + offset - from;
  };
}

type Mover = ReturnType<typeof mover>;

function movedHits({ offsets, ids }: Hits, moved: Mover): Hits {
  const kept: { offsets: number[]; ids: number[] } = { offsets: [], ids: [] };
  for (let i = 0; i < ids.length; i++) {
    const offset = moved(offsets[i]!);
    if (offset < 0) continue;
    kept.offsets.push(offset);
    kept.ids.push(ids[i]!);
  }
  return kept;
}

function movedHiding({ forms, runs, joints, arrays }: Hiding, moved: Mover): Hiding {
  const all = (list: readonly number[]) => list.map(moved).filter((place) => place >= 0);
  return {
    forms,
    ...(runs === undefined ? {} : { runs: all(runs) }),
    ...(joints === undefined ? {} : { joints: all(joints) }),
    ...(arrays === undefined ? {} : { arrays: all(arrays) }),
  };
}

function partsOf(
  cuts: readonly Range[],
  places: readonly number[],
  begin: Position,
  advanced: (start: Position, from: number, to: number) => Position,
): Part[] {
  let at = 0;
  let position = begin;
  let line = places[0]!;
  return cuts.map(([from, to]) => {
    const start = advanced(position, at, from);
    position = advanced(start, from, to);
    at = to;
    const part = { line, start };
    line += position.line - start.line + 1;
    return part;
  });
}
