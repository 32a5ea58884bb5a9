/**
 * The prefilter looks at every byte once, whatever the number of rules: the hash of each run of four bytes, ASCII case
 * folded, is looked up in a bitmap of 8 KiB; where the bit is set, the keywords of that hash are compared in full.
 */

const BITS = 16;
const FOLD = 0x20202020;

/** Ready-made look-up tables; plain arrays so that the build can write them down. */
export interface KeywordTables {
  /** Lower case, 3 bytes or more, sorted; a hit names one by its index. */
  readonly keywords: readonly string[];
  /** Offset of the four bytes that are hashed, for each keyword. */
  readonly anchors: readonly number[];
  /** Bitmap of 65,536 hashes. */
  readonly bitmap: Uint8Array;
  /** Hash → indices of keywords. */
  readonly buckets: ReadonlyMap<number, readonly number[]>;
}

/** Where keywords stand: `offsets[i]` is the start of keyword `ids[i]`; ascending by the place of their anchors. */
export interface Hits {
  readonly offsets: readonly number[];
  readonly ids: readonly number[];
}

/** Hash of four bytes, the first in the lowest byte. */
export function hashOf(word: number): number {
  return Math.imul(word | FOLD, 0x9e3779b1) >>> (32 - BITS);
}

/** Rough rarity of a letter in source code: the four bytes of a keyword with the highest sum are hashed. */
function rarity(code: number): number {
  const c = String.fromCharCode(code);
  const common = 'etaoinsrlcdpum';
  const at = common.indexOf(c);
  if (at >= 0) return at / 4;
  return /[a-z]/.test(c) ? 5 : /[0-9]/.test(c) ? 6 : 4;
}

function rarestAnchor(keyword: string): number {
  let best = 0;
  let bestSum = -1;
  for (let i = 0; i + 4 <= keyword.length; i++) {
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += rarity(keyword.charCodeAt(i + k));
    if (sum > bestSum) [best, bestSum] = [i, sum];
  }
  return best;
}

function wordAt(text: string, at: number): number {
  return (
    text.charCodeAt(at) |
    (text.charCodeAt(at + 1) << 8) |
    (text.charCodeAt(at + 2) << 16) |
    (text.charCodeAt(at + 3) << 24)
  );
}

/**
 * Compiles keywords; the build calls this, tests and tools do at run time.
 *
 * @param keywords lower-case ASCII of at least 3 characters; a bug of ours where not, so it throws.
 */
export function compileKeywords(keywords: Iterable<string>): KeywordTables {
  const sorted = [...new Set(keywords)].sort();
  const anchors: number[] = [];
  const bitmap = new Uint8Array((1 << BITS) / 8);
  const buckets = new Map<number, number[]>();
  const add = (hash: number, id: number) => {
    bitmap[hash >> 3] = (bitmap[hash >> 3] ?? 0) | (1 << (hash & 7));
    const bucket = buckets.get(hash) ?? [];
    if (!bucket.includes(id)) bucket.push(id);
    buckets.set(hash, bucket);
  };
  sorted.forEach((keyword, id) => {
    if (keyword.length < 3 || keyword !== keyword.toLowerCase()) throw new Error(`keyword ${keyword}`);
    const anchor = rarestAnchor(keyword);
    anchors.push(anchor);
    if (keyword.length >= 4) add(hashOf(wordAt(keyword, anchor)), id);
    else for (let c = 0; c < 256; c++) add(hashOf(wordAt(`${keyword}${String.fromCharCode(c)}`, 0)), id);
  });
  return { keywords: sorted, anchors, bitmap, buckets };
}

/** Finds every keyword in `bytes`, ASCII case ignored. */
export function findKeywords(bytes: Uint8Array, tables: KeywordTables): Hits {
  const offsets: number[] = [];
  const ids: number[] = [];
  const { bitmap } = tables;
  const length = bytes.length;
  let word = length > 2 ? (bytes[0]! << 8) | (bytes[1]! << 16) | (bytes[2]! << 24) : 0;
  // one step past the end with a zero byte, so that a keyword of three at the very end is found
  for (let i = 3; i <= length; i++) {
    word = (word >>> 8) | ((i < length ? bytes[i]! : 0) << 24);
    const hash = Math.imul(word | FOLD, 0x9e3779b1) >>> (32 - BITS);
    if ((bitmap[hash >> 3]! & (1 << (hash & 7))) !== 0) confirm(bytes, i - 3, hash, tables, offsets, ids);
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
  for (const id of tables.buckets.get(hash) ?? []) {
    const start = at - tables.anchors[id]!;
    if (start >= 0 && standsAt(bytes, start, tables.keywords[id]!)) {
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
