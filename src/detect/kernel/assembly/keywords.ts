// AssemblyScript. Keywords in three steps: the hash of every three bytes is looked up in a table of 64 KiB (4 in 100 pass in
// source code), what may stand beside the anchor is compared (1 in 100), then the keyword itself and the run around it.
import { forgetPlace } from './bytes';
import { mayAssign } from './gate-name.gen';
import { passesGuard } from './guard.gen';
import { beginPrograms, mayMatch } from './program.gen';
import {
  FACTOR,
  FACTOR1,
  FACTOR2,
  FOLD,
  GROUPS,
  HEADS,
  PLACES,
  PROBES,
  PROGRAMS,
  RECORD,
  RECORDS,
  SETS,
  STARTS,
} from './layout';

/** Bytes between two lists of places. */
const STRETCH: u32 = 4096;
const NO_STOP: u32 = 0xffffffff;

let found: u32 = 0;
let names: u32 = 0;

/** How many hits the last call gave. */
export function hits(): u32 {
  return found;
}

/**
 * Finds the keywords whose anchors stand in `[from, to)` of the `size` bytes at `text`, which have 64 zeros on either side.
 *
 * @param what of the generic words counts: 0 none, 1 those to which a value may be assigned, 2 the same in code
 * @param out where hits go: start and id, four bytes each
 * @param room most hits
 * @returns where it stopped: `to`, or at the first anchor for whose hits there was no room
 */
export function keywords(text: usize, size: u32, from: u32, to: u32, what: u32, out: usize, room: u32): u32 {
  found = 0;
  names = what;
  beginPrograms();
  forgetPlace();
  const end: u32 = size < 3 ? 0 : min(to, size - 2);
  for (let at: u32 = from; at < end; at += STRETCH) {
    const stop = confirm(text, size, at, sift(text + at, min(STRETCH, end - at)), out, room);
    if (stop !== NO_STOP) return stop;
  }
  return to;
}

/**
 * Notes the places in `[text, text + length)` at which an anchor may stand, without a branch on what stands there: each is
 * written down, and the next one over it unless it counts.
 */
function sift(text: usize, length: u32): u32 {
  let n: usize = PLACES;
  const fold = i8x16.splat(0x20);
  const k1 = i16x8.splat(<i16>FACTOR1);
  const k2 = i16x8.splat(<i16>FACTOR2);
  for (let i: u32 = 0; i < length; i += 16) {
    const a = v128.or(v128.load(text + i), fold);
    const b = v128.or(v128.load(text + i, 1), fold);
    const c = v128.or(v128.load(text + i, 2), fold);
    const even = i16x8.add(i16x8.mul(a, k1), i16x8.mul(b, k2));
    const odd = i16x8.add(i16x8.mul(b, k1), i16x8.mul(c, k2));
    n = note(n, i, i32x4.extract_lane(even, 0), i32x4.extract_lane(odd, 0));
    n = note(n, i + 4, i32x4.extract_lane(even, 1), i32x4.extract_lane(odd, 1));
    n = note(n, i + 8, i32x4.extract_lane(even, 2), i32x4.extract_lane(odd, 2));
    n = note(n, i + 12, i32x4.extract_lane(even, 3), i32x4.extract_lane(odd, 3));
  }
  return narrow(text, n, length);
}

/** Notes four places, with two hashes each from those at even places and from those at odd ones. */
// @ts-ignore: decorator
@inline
function note(end: usize, place: u32, even: u32, odd: u32): usize {
  let n = end;
  store<u16>(n, place);
  n += load<u8>(even & 0xffff, PROBES);
  store<u16>(n, place + 1);
  n += load<u8>(odd & 0xffff, PROBES);
  store<u16>(n, place + 2);
  n += load<u8>(even >>> 16, PROBES);
  store<u16>(n, place + 3);
  return n + load<u8>(odd >>> 16, PROBES);
}

/** Of the places up to `end`, those beside whose anchors stands what a keyword has there. */
function narrow(text: usize, end: usize, length: u32): u32 {
  let n: usize = PLACES;
  for (let p: usize = PLACES; p < end; p += 2) {
    const place: u32 = load<u16>(p);
    const word = load<u32>(text + place);
    const group = groupOf((word & 0xffffff) | FOLD);
    const before = load<u32>(group) >>> (load<u8>(text + place - 1) & 31);
    const after = load<u32>(group, 4) >>> ((word >>> 24) & 31);
    store<u16>(n, place);
    n += (before & after & u32(place < length)) << 1;
  }
  return <u32>(n - PLACES) >> 1;
}

function groupOf(anchor: u32): usize {
  return GROUPS + ((<usize>load<u16>(HEADS + (((anchor * FACTOR) >>> 16) << 1))) << 4);
}

function confirm(text: usize, size: u32, base: u32, places: u32, out: usize, room: u32): u32 {
  let n = found;
  for (let i: u32 = 0; i < places; i++) {
    const at = base + load<u16>(PLACES + (i << 1));
    const word = (load<u32>(text + at) & 0xffffff) | FOLD;
    const before = n;
    for (let record = RECORDS + <usize>load<u32>(groupOf(word), 8) * RECORD; ; record += RECORD) {
      const anchor = load<u32>(record);
      const start = at - load<u16>(record, 4);
      if ((anchor & 0xffffff) === word && <i32>start >= 0 && stands(text, size, start, record) && counts(text, start, anchor)) {
        if (n === room) {
          found = before;
          return at;
        }
        store<u32>(out + (n << 3), start);
        store<u32>(out + (n << 3), <u32>((record - RECORDS) / RECORD), 4);
        n++;
      }
      if ((anchor & 0x1000000) !== 0) break; // the last one of its hash
    }
  }
  found = n;
  return NO_STOP;
}

function counts(text: usize, start: u32, anchor: u32): bool {
  return (anchor & 0x2000000) === 0 || (names !== 0 && mayAssign(text, start, names === 2));
}

/** Eight letters at a time: with the bits set that case may change, they are those of the keyword. */
function stands(text: usize, size: u32, start: u32, record: usize): bool {
  const length: u32 = load<u16>(record, 6);
  if (start + length > size) return false;
  let letters: usize = load<u32>(record, 12);
  for (let k: u32 = 0; k < length; k += 8) {
    if ((load<u64>(text + start + k) | load<u64>(letters)) !== load<u64>(letters, 8)) return false;
    letters += 16;
  }
  const guard = load<i32>(record, 8);
  if (guard !== 0 && !passesGuard(text, start, guard, SETS)) return false;
  const program = load<u32>(STARTS + (((record - RECORDS) / RECORD) << 2));
  return program === 0 || mayMatch(text, start, PROGRAMS, program);
}
