import type { Looked } from './text.ts';

/** Memory through which one thread hands texts to another, a few pieces of it by turns. */
export interface Slabs {
  readonly memory: readonly SharedArrayBuffer[];
  /** For each: 1 while it is with the thread that fills it or on its way, 0 once it is free. */
  readonly taken: Int32Array;
}

/** Has room for a portion of a large file, its margins and more hits than most have. */
const SLAB = 2 << 20;
const COUNT = 3;

/** A text in a slab. */
export interface Piece extends Omit<Looked, 'bytes' | 'hits'> {
  /** Number of its file in the batch. */
  readonly file: number;
  readonly at: number;
  readonly size: number;
  /** Number of hits behind the text, offsets first; absent where they had no room. */
  readonly hits?: number;
}

/** @param bytes of each */
export function makeSlabs(count = COUNT, bytes = SLAB): Slabs {
  const memory = Array.from({ length: count }, () => new SharedArrayBuffer(bytes));
  return { memory, taken: new Int32Array(new SharedArrayBuffer(4 * count)) };
}

/** Puts a text into a slab behind `end`; undefined where it has no room. */
export function putPiece(slab: SharedArrayBuffer, end: number, file: number, looked: Looked): Piece | undefined {
  const { bytes, hits, ...rest } = looked;
  // V8 copies into shared memory byte by byte unless both sides are aligned alike
  const at = end + ((bytes.byteOffset - end) & 7);
  const room = slab.byteLength - at - bytes.length - 8;
  if (room < 0) return undefined;
  new Uint8Array(slab, at, bytes.length).set(bytes);
  const piece = { ...rest, file, at, size: bytes.length };
  const count = hits?.ids.length ?? 0;
  if (hits === undefined || 8 * count > room) return end === 0 ? piece : undefined;
  const list = new Int32Array(slab, hitsAt(piece), 2 * count);
  list.set(hits.offsets);
  list.set(hits.ids, count);
  return { ...piece, hits: count };
}

/** What one slab holds. */
export interface Filled<Entry> {
  readonly slab: number;
  readonly entries: readonly Entry[];
}

/** Fills slabs by turns, each once the other thread has freed it. */
export interface SlabWriter<Entry> {
  /** @param entryOf what to hand over for the piece that the text becomes */
  put(file: number, text: Looked, entryOf: (piece: Piece) => Entry): void;
  /** What lies in the slab whose turn it is; if anything does, the next one is filled from here on. */
  turn(): Filled<Entry>;
}

/** @param send is given a slab that is full */
export function makeSlabWriter<Entry>(
  { memory, taken }: Slabs,
  send: (filled: Filled<Entry>) => void,
): SlabWriter<Entry> {
  let slab = 0;
  let end = -1; // of what the slab holds; -1: it is not ours yet
  let entries: Entry[] = [];
  const turn = () => {
    const filled = { slab, entries };
    if (entries.length === 0) return filled;
    slab = (slab + 1) % memory.length;
    end = -1;
    entries = [];
    return filled;
  };
  const put: SlabWriter<Entry>['put'] = (file, text, entryOf) => {
    if (end < 0) {
      Atomics.wait(taken, slab, 1);
      Atomics.store(taken, slab, 1);
      end = 0;
    }
    const piece = putPiece(memory[slab]!, end, file, text);
    if (piece === undefined) {
      send(turn());
      put(file, text, entryOf);
      return;
    }
    entries.push(entryOf(piece));
    end = endOf(piece);
  };
  return { put, turn };
}

/** Frees a slab, whose texts have been judged, for the thread that fills it. */
export function freeSlab({ taken }: Slabs, slab: number): void {
  Atomics.store(taken, slab, 0);
  Atomics.notify(taken, slab);
}

/** The text of a piece; good while the slab is taken. */
export function lookedOf(slab: SharedArrayBuffer, piece: Piece): Looked {
  const { file: _, at, size, hits: count, ...rest } = piece;
  const looked = { ...rest, bytes: new Uint8Array(slab, at, size) };
  if (count === undefined) return looked;
  const list = new Int32Array(slab, hitsAt(piece), 2 * count);
  return { ...looked, hits: { offsets: numbersIn(list, 0, count), ids: numbersIn(list, count, 2 * count) } };
}

/** `Array.from` goes through an iterator, which takes several times as long. */
function numbersIn(list: Int32Array, from: number, to: number): number[] {
  const numbers: number[] = [];
  for (let i = from; i < to; i++) numbers.push(list[i]!);
  return numbers;
}

/** Behind a piece. */
function endOf({ at, size, hits = 0 }: Piece): number {
  return hitsAt({ at, size }) + 8 * hits;
}

function hitsAt({ at, size }: Pick<Piece, 'at' | 'size'>): number {
  return (at + size + 3) & ~3;
}
