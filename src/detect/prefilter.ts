import { anchorOf } from './anchor.ts';
import { passesGuard } from './guard.ts';
import { type Guard, guardPacker } from './guard-code.ts';

/**
 * The prefilter looks at every byte once, whatever the number of rules: the hash of each run of three bytes, ASCII case
 * folded, is looked up in a bitmap of 8 KiB; where the bit is set, the keywords of that hash are compared in full.
 */

const BITS = 16;
const FOLD = 0x202020;

/** Ready-made look-up tables; plain arrays so that the build can write them down. */
export interface KeywordTables {
  /** Lower case, 3 bytes or more; a hit names one by its index. */
  readonly keywords: readonly string[];
  /** Offset of the three bytes that are hashed, for each keyword. */
  readonly anchors: Uint8Array;
  /** Bitmap of 65,536 hashes. */
  readonly bitmap: Uint8Array;
  /** For each keyword, what must stand around it (`guard.ts`). Saves loading and running rules for `pat` in `path`. */
  readonly guards: Int32Array;
  /** What the runs of guards are made of, as `setsOf` gives it. */
  readonly sets: Uint8Array;
  /** Hash of each keyword; keywords are sorted by it, so that those of one hash stand side by side. */
  readonly hashes: Uint16Array;
  /** Index of the first keyword of a hash, plus 1; 0: none. 65,536 of them. */
  readonly heads: Uint16Array;
}

/** Where keywords stand: `offsets[i]` is the start of keyword `ids[i]`; ascending by the place of their anchors. */
export interface Hits {
  readonly offsets: readonly number[];
  readonly ids: readonly number[];
}

/** Hash of three bytes, the first in the lowest byte. */
export function hashOf(word: number): number {
  return Math.imul(word | FOLD, 0x9e3779b1) >>> (32 - BITS);
}

/**
 * Compiles keywords; the build calls this, tests and tools do at run time.
 *
 * @param keywords lower-case ASCII of at least 3 characters; a bug of ours where not, so it throws. One may stand twice, with
 * guards of its own.
 * @param guards of each; absent: none
 * @returns the tables, and for each of their ids the index in `keywords`
 */
export function compileKeywords(
  keywords: readonly string[],
  guards: readonly Guard[] = [],
): { readonly tables: KeywordTables; readonly order: readonly number[] } {
  for (const k of keywords) if (k.length < 3 || k !== k.toLowerCase()) throw new Error(`keyword ${k}`);
  const placed = keywords.map((keyword, index) => {
    const anchor = anchorOf(keyword);
    return { keyword, anchor, index, hash: hashAt(keyword, anchor) };
  });
  placed.sort(
    (a, b) => a.hash - b.hash || (a.keyword < b.keyword ? -1 : a.keyword > b.keyword ? 1 : a.index - b.index),
  );
  const { pack, sets } = guardPacker();
  const tables = loadKeywords(
    placed.map((p) => p.keyword),
    Uint8Array.from(placed, (p) => p.anchor),
    Int32Array.from(placed, (p) => pack(guards[p.index] ?? { kind: 'none' })),
    Uint16Array.from(placed, (p) => p.hash),
    sets(),
  );
  return { tables, order: placed.map((p) => p.index) };
}

/** The tables from what the build wrote down; quick, since the hook does it at every start. */
export function loadKeywords(
  keywords: readonly string[],
  anchors: Uint8Array,
  guards: Int32Array,
  hashes: Uint16Array,
  sets: Uint8Array,
): KeywordTables {
  const bitmap = new Uint8Array((1 << BITS) / 8);
  const heads = new Uint16Array(1 << BITS);
  for (let id = hashes.length - 1; id >= 0; id--) {
    const hash = hashes[id]!;
    bitmap[hash >> 3]! |= 1 << (hash & 7);
    heads[hash] = id + 1;
  }
  return { keywords, anchors, guards, sets, bitmap, hashes, heads };
}

function hashAt(keyword: string, at: number): number {
  return hashOf(keyword.charCodeAt(at) | (keyword.charCodeAt(at + 1) << 8) | (keyword.charCodeAt(at + 2) << 16));
}

/** Finds every keyword in `bytes`, ASCII case ignored. */
export function findKeywords(bytes: Uint8Array, tables: KeywordTables): Hits {
  const offsets: number[] = [];
  const ids: number[] = [];
  const { bitmap } = tables;
  const length = bytes.length;
  let word = length > 1 ? (bytes[0]! << 8) | (bytes[1]! << 16) : 0;
  for (let i = 2; i < length; i++) {
    word = (word >>> 8) | (bytes[i]! << 16);
    const hash = Math.imul(word | FOLD, 0x9e3779b1) >>> (32 - BITS);
    if ((bitmap[hash >> 3]! & (1 << (hash & 7))) !== 0) confirm(bytes, i - 2, hash, tables, offsets, ids);
  }
  return { offsets, ids };
}

/** Compares the keywords of one hash in full. */
export function confirm(
  bytes: Uint8Array,
  at: number,
  hash: number,
  tables: KeywordTables,
  offsets: number[],
  ids: number[],
): void {
  const { anchors, keywords, guards, sets, hashes } = tables;
  for (let id = tables.heads[hash]! - 1; hashes[id] === hash; id++) {
    const start = at - anchors[id]!;
    if (start >= 0 && standsAt(bytes, start, keywords[id]!) && passesGuard(bytes, start, guards[id]!, sets)) {
      offsets.push(start);
      ids.push(id);
    }
  }
}

function standsAt(bytes: Uint8Array, start: number, keyword: string): boolean {
  if (start + keyword.length > bytes.length) return false;
  for (let k = 0; k < keyword.length; k++) {
    const b = bytes[start + k]!;
    if ((b >= 65 && b <= 90 ? b | 32 : b) !== keyword.charCodeAt(k)) return false;
  }
  return true;
}
