// AssemblyScript. A version of a text after one that is known: only what stands near their difference is looked at.
import { hits as fresh, keywords } from './keywords';
import { FOUND, NEARBY, RECORD, RECORDS, SAID, VIEWS } from './layout';
import { CHARS_AHEAD, CHARS_BEHIND, linesAfter, linesBefore } from './lines-near.gen';
import { begin, screen, spots } from './screen';

/** Bytes of the list of fresh hits, or of spots, at `FOUND`. */
const FOUND_SIZE: u32 = NEARBY - FOUND;
/** Most hits of a text; as src/detect/kernel/again.ts has it. */
const MOST_HITS: u32 = 8192;

let ahead: i32 = 0;
let behind: u32 = 0;
let anchors: u32 = 0;
let margin: i32 = 0;
let longest: u32 = 0;
let desk: usize = 0;
let zeros: u32 = 0;

/**
 * @param before how far before a change a keyword may begin that counts, or counts no more, for the change
 * @param after how far behind
 * @param anchor how far from its beginning its anchor may stand
 * @param around bytes that decide on a keyword, and `blank` zeros that stand around what is looked at
 * @param most bytes that are looked at
 * @param at where there is room for them, with what decides on them
 */
export function reach(before: i32, after: u32, anchor: u32, around: i32, blank: u32, most: u32, at: usize): void {
  ahead = before;
  behind = after;
  anchors = anchor;
  margin = around;
  zeros = blank;
  longest = most;
  desk = at;
}

/**
 * Compares a text with the one before it, and joins the hits of that one with what is found near the change; they go behind the text, from the
 * next multiple of 8 on. What else it says stands at `SAID`, as src/detect/kernel/again.ts reads it.
 *
 * @param names which generic words count
 * @returns false where it has to be looked at as a whole
 */
export function again(old: usize, oldSize: u32, oldCount: u32, now: usize, size: u32, names: u32): bool {
  const common = min(oldSize, size);
  const head = commonHead(old, now, common);
  const tail = commonTail(old + oldSize, now + size, common - head);
  const end = size - tail;
  const from: u32 = <u32>max(0, <i32>head - ahead);
  const to = end + behind;
  const stop = min(size, to + anchors);
  if (stop - from > longest) return false;
  const base: u32 = <u32>max(0, <i32>(from & ~63) - margin);
  const part = min(stop + <u32>margin, size) - base;
  memory.copy(desk, now + base, part);
  memory.fill(desk + part, 0, zeros);
  begin();
  if (keywords(desk, part, from - base, stop - base, names, FOUND, FOUND_SIZE >> 3) < stop - base) return false;
  const count = joined(hitsOf(old, oldSize), oldCount, hitsOf(now, size), base, from, to, size - oldSize);
  if (count > MOST_HITS) return false;
  if (screen(desk, (from - base) & ~63, stop - base, FOUND, FOUND_SIZE >> 2) < stop - base) return false;
  say(HEAD, head);
  say(TAIL, tail);
  say(COUNT, count);
  say(FEEDS, feeds(now, head, end) - feeds(old, head, oldSize - tail));
  say(IS_PLAIN, <u32>isUncontrolled(now, head, end));
  say(SPOTS, spots());
  say(BASE, base);
  say(PART, part);
  say(IS_ALL, <u32>(from === 0 && to >= size));
  seen(now, size, count, head, end);
  return true;
}

/** What is said, four bytes each. */
const HEAD: u32 = 0;
const TAIL: u32 = 1;
const COUNT: u32 = 2;
const FEEDS: u32 = 3;
const IS_PLAIN: u32 = 4;
const SPOTS: u32 = 5;
const BASE: u32 = 6;
const PART: u32 = 7;
const IS_ALL: u32 = 8;
const NEAR: u32 = 9;

function say(what: u32, value: u32): void {
  store<u32>(SAID + (what << 2), value);
}

/** Where the hits of a text stand, starts and ids, four bytes each. */
function hitsOf(text: usize, size: u32): usize {
  return (text + size + 7) & ~7;
}

function commonHead(a: usize, b: usize, most: u32): u32 {
  let at: u32 = 0;
  for (; at + 16 <= most; at += 16) {
    const others = differing(a + at, b + at);
    if (others !== 0) return at + ctz(others);
  }
  while (at < most && load<u8>(a + at) === load<u8>(b + at)) at++;
  return at;
}

/** Bytes that end at `a` and at `b`. */
function commonTail(a: usize, b: usize, most: u32): u32 {
  let at: u32 = 0;
  for (; at + 16 <= most; at += 16) {
    const others = differing(a - at - 16, b - at - 16);
    if (others !== 0) return at + clz(others << 16);
  }
  while (at < most && load<u8>(a - at - 1) === load<u8>(b - at - 1)) at++;
  return at;
}

/** One bit for each of sixteen bytes that differs. */
function differing(a: usize, b: usize): i32 {
  return ~i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b))) & 0xffff;
}

function feeds(text: usize, from: u32, to: u32): u32 {
  let count: u32 = 0;
  let at = from;
  for (; at + 16 <= to; at += 16)
    count += popcnt(i8x16.bitmask(i8x16.eq(v128.load(text + at), i8x16.splat(10))));
  for (; at < to; at++) count += <u32>(load<u8>(text + at) === 10);
  return count;
}

/** Whether `[from, to)` holds no control characters, and no mark of UTF-16 begins the text. */
export function isUncontrolled(text: usize, from: u32, to: u32): bool {
  if (load<u8>(text) >= 0xfe) return false;
  let at = from;
  for (; at + 16 <= to; at += 16) if (v128.any_true(controls(v128.load(text + at)))) return false;
  if (at === to) return true;
  const inside: i32 = (1 << (to - at)) - 1;
  return (i8x16.bitmask(controls(v128.load(text + at))) & inside) === 0;
}

/** All but 9, 10 and 13. */
function controls(v: v128): v128 {
  const usual = v128.or(i8x16.lt_u(i8x16.sub(v, i8x16.splat(9)), i8x16.splat(2)), i8x16.eq(v, i8x16.splat(13)));
  return v128.andnot(i8x16.lt_u(v, i8x16.splat(32)), usual);
}

let listed: u32 = 0;
let list: usize = 0;

/**
 * Hits before `from` and behind `to` as they were; between them as they were found anew.
 *
 * @param base of what was found
 * @returns how many
 */
function joined(olds: usize, oldCount: u32, news: usize, base: u32, from: u32, to: u32, moved: i32): u32 {
  listed = 0;
  list = news;
  let i: u32 = 0;
  // the old ones stand by the places of their anchors: those on either side of a border may be mixed
  for (; i < oldCount; i++) {
    const at = load<u32>(olds + (i << 3));
    if (at < from) add(at, load<u32>(olds + (i << 3), 4));
  }
  const count = fresh();
  for (i = 0; i < count; i++) {
    const at = base + load<u32>(FOUND + (i << 3));
    if (at >= from && at < to) add(at, load<u32>(FOUND + (i << 3), 4));
  }
  for (i = 0; i < oldCount; i++) {
    const at = <i32>load<u32>(olds + (i << 3)) + moved;
    if (at >= <i32>to) add(at, load<u32>(olds + (i << 3), 4));
  }
  return listed;
}

function add(at: u32, id: u32): void {
  if (++listed > MOST_HITS) return;
  store<u32>(list, at);
  store<u32>(list, id, 4);
  list += 8;
}

/** Bits of a keyword, as src/detect/kernel/memory.ts has them. */
const IS_GENERIC: u32 = 2;
const HAS_RULE: u32 = 4;
const BEGINS: u32 = 8;

/**
 * Whether the change is seen from where anything stands; the twin of `isSeen` of ../../near.ts. At `SAID` there is then 0: no; 1: yes; 2: that
 * depends on the rules of those hits, whose number stands behind it, the hits at `NEARBY`; 3: on how far the rules of the keyword behind it
 * look, which nobody has told yet.
 */
export function seen(text: usize, size: u32, count: u32, from: i32, to: i32): void {
  const hits = hitsOf(text, size);
  let near: u32 = 0;
  let isGeneric = false;
  let isSeen = false;
  for (let i: u32 = 0; i < count; i++) {
    const at = load<i32>(hits + (i << 3));
    const id = load<u32>(hits + (i << 3), 4);
    const bits: u32 = load<u8>(RECORDS + <usize>id * RECORD, 3);
    if ((bits & IS_GENERIC) !== 0) isGeneric = isGeneric || (at >= from - CHARS_BEHIND && at <= to + CHARS_AHEAD);
    if ((bits & HAS_RULE) === 0) continue;
    const view = VIEWS + (<usize>id << 3);
    const before = load<i32>(view);
    if (before === 0) {
      say(NEAR, 3);
      say(NEAR + 1, id);
      return;
    }
    if (at - before > to || at + load<i32>(view, 4) < from) continue;
    if ((bits & BEGINS) === 0) isSeen = true;
    else {
      store<u64>(NEARBY + (near << 3), load<u64>(hits + (i << 3)));
      near++;
    }
  }
  if (!isSeen && isGeneric) isSeen = seesWord(text, size, hits, count, from, to);
  say(NEAR, isSeen ? 1 : near > 0 ? 2 : 0);
  say(NEAR + 1, near);
}

function seesWord(text: usize, size: u32, hits: usize, count: u32, from: i32, to: i32): bool {
  const first = linesBefore(text, from);
  const last = linesAfter(text, to, size);
  for (let i: u32 = 0; i < count; i++) {
    const at = load<i32>(hits + (i << 3));
    if (at < first || at > last) continue;
    if ((load<u8>(RECORDS + <usize>load<u32>(hits + (i << 3), 4) * RECORD, 3) & IS_GENERIC) !== 0) return true;
  }
  return false;
}
