// AssemblyScript. Fills the tables of keywords: the host would take ten times as long before its code is compiled.
import { FACTOR, FOLD, GROUPS, HEADS, PROBES, probeOf, RECORD, RECORDS, SPELLINGS } from './layout';

let groups: u32 = 0;

/**
 * Takes `count` keywords, sorted by the hash of their anchors.
 *
 * @param letters all of them, one after the other
 * @param lengths two bytes each
 * @param guards four bytes each
 * @param anchors one byte each
 * @param generic one byte each: whether it is a word of the generic detector
 */
export function fill(
  count: u32,
  letters: usize,
  lengths: usize,
  guards: usize,
  anchors: usize,
  generic: usize,
): void {
  if (__heap_base > PROBES) unreachable(); // the constants of the compiler end there
  let keyword = letters;
  let spelling = SPELLINGS;
  let hash: u32 = 0;
  for (let id: u32 = 0; id < count; id++) {
    const length: u32 = load<u16>(lengths + (id << 1));
    const anchor: u32 = load<u8>(anchors + id);
    const word = (load<u32>(keyword + anchor) & 0xffffff) | FOLD;
    const record = RECORDS + <usize>id * RECORD;
    if (id > 0 && (word * FACTOR) >>> 16 !== hash) store<u8>(record - RECORD, load<u8>(record - RECORD, 3) | 1, 3); // the last one of its hash
    hash = (word * FACTOR) >>> 16;
    store<u8>(PROBES + probeOf(word), 2);
    store<u32>(record, word | (load<u8>(generic + id) << 25));
    store<u16>(record, anchor, 4);
    store<u16>(record, length, 6);
    store<i32>(record, load<i32>(guards + (id << 2)), 8);
    store<u32>(record, <u32>spelling, 12);
    join(hash, id, keyword, anchor, length);
    spelling = spell(spelling, keyword, length);
    keyword += length;
  }
  const last = RECORDS + <usize>count * RECORD - RECORD;
  if (count > 0) store<u8>(last, load<u8>(last, 3) | 1, 3);
}

/** Adds what stands beside the anchor to the group of its hash. */
function join(hash: u32, id: u32, keyword: usize, anchor: u32, length: u32): void {
  const head = HEADS + (hash << 1);
  if (load<u16>(head) === 0) {
    store<u16>(head, ++groups);
    store<u32>(GROUPS + (groups << 4), id, 8);
  }
  const group = GROUPS + ((<usize>load<u16>(head)) << 4);
  const before: u32 = anchor === 0 ? 0xffffffff : 1 << (load<u8>(keyword + anchor - 1) & 31);
  const after: u32 = anchor + 3 === length ? 0xffffffff : 1 << (load<u8>(keyword + anchor + 3) & 31);
  store<u32>(group, load<u32>(group) | before);
  store<u32>(group, load<u32>(group, 4) | after, 4);
}

/** Eight bits that case may change, eight letters with them set, and so on; behind the end, everything is equal. */
function spell(to: usize, keyword: usize, length: u32): usize {
  let at = to;
  for (let i: u32 = 0; i < length; i += 8, at += 16) {
    for (let k: u32 = 0; k < 8; k++) {
      const letter: u32 = i + k < length ? load<u8>(keyword + i + k) : 255;
      store<u8>(at + k, i + k >= length ? 255 : letter - 97 < 26 ? 32 : 0);
      store<u8>(at + k, letter, 8);
    }
  }
  return at;
}
