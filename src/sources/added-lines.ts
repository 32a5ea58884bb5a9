import type { LineRange } from '../model.ts';

/** Beyond this many differing lines the exact comparison would cost too much; then lines are counted instead. */
const MAX_EDITS = 1_000;

/**
 * The lines of `now` that `before` lacks, as a line diff sees it. Lines end where findings count them: at LF, or at CR in a
 * text without any LF.
 *
 * @returns sorted, 0-based, half-open ranges.
 */
export function addedLines(before: Uint8Array, now: Uint8Array): LineRange[] {
  const ids = new Map<string, number>();
  const a = lineIds(before, ids);
  const b = lineIds(now, ids);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middleA = a.slice(head, a.length - tail);
  const middleB = b.slice(head, b.length - tail);
  const added = editedLines(middleA, middleB) ?? surplusLines(middleA, middleB);
  return toRanges(added.map((i) => i + head));
}

/** A line without its end is another line than one with it only for git's eyes: the text is the same. */
function lineIds(bytes: Uint8Array, ids: Map<string, number>): number[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const lines = text.split(text.includes('\n') ? '\n' : '\r');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines.map((line) => {
    let id = ids.get(line);
    if (id === undefined) {
      id = ids.size;
      ids.set(line, id);
    }
    return id;
  });
}

/**
 * Shortest edit script, forward variant.
 *
 * @returns indices into `b` of inserted lines; undefined past MAX_EDITS.
 * @see Myers 1986, "An O(ND) Difference Algorithm and Its Variations"
 */
function editedLines(a: readonly number[], b: readonly number[]): number[] | undefined {
  if (a.length === 0) return b.map((_, i) => i);
  const reach = new Int32Array(2 * MAX_EDITS + 3).fill(-1);
  const origin = MAX_EDITS + 1;
  reach[origin + 1] = 0;
  const trail: Int32Array[] = [];
  for (let d = 0; d <= MAX_EDITS; d++) {
    trail.push(reach.slice(origin - d - 1, origin + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let x = entryOf(reach, origin + k, k === -d, k === d);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[origin + k] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(trail, a.length, b.length);
    }
  }
  return undefined;
}

/** Where diagonal `at` is entered: by a line inserted from the one above it, or by one taken out from the one below. */
function entryOf(reach: Int32Array, at: number, isFirst: boolean, isLast: boolean): number {
  const inserts = isFirst || (!isLast && reach[at - 1]! < reach[at + 1]!);
  return inserts ? reach[at + 1]! : reach[at - 1]! + 1;
}

function walkBack(trail: readonly Int32Array[], lengthA: number, lengthB: number): number[] {
  const inserted: number[] = [];
  let x = lengthA;
  let y = lengthB;
  for (let d = trail.length - 1; d > 0; d--) {
    const reach = trail[d]!;
    const at = (k: number) => reach[k + d + 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const from = down ? k + 1 : k - 1;
    const fromX = at(from);
    if (down) inserted.push(fromX - from);
    x = fromX;
    y = fromX - from;
  }
  return inserted.reverse();
}

/** Without an order to go by: a line is new where `b` holds it more often than `a`; then each of its places is. */
function surplusLines(a: readonly number[], b: readonly number[]): number[] {
  const surplus = new Map<number, number>();
  for (const id of b) surplus.set(id, (surplus.get(id) ?? 0) + 1);
  for (const id of a) if (surplus.has(id)) surplus.set(id, surplus.get(id)! - 1);
  return b.flatMap((id, i) => ((surplus.get(id) ?? 0) > 0 ? [i] : []));
}

function toRanges(lines: readonly number[]): LineRange[] {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last[1] === line) last[1] = line + 1;
    else ranges.push([line, line + 1]);
  }
  return ranges;
}

/** The lines that are in both lists. */
export function intersect(a: readonly LineRange[], b: readonly LineRange[]): LineRange[] {
  const both: LineRange[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [a0, a1] = a[i]!;
    const [b0, b1] = b[j]!;
    const from = Math.max(a0, b0);
    const to = Math.min(a1, b1);
    if (from < to) both.push([from, to]);
    if (a1 < b1) i++;
    else j++;
  }
  return both;
}
