// AssemblyScript: `npm run build` compiles it into ../pack-kernel.gen.ts. Objects of packs: where they stand and what they are made of;
// those that were made last stay in a ring, since versions of a file are mostly deltas to each other.
// See https://git-scm.com/docs/gitformat-pack
import { apply, resultSize } from './delta';
import { inflate } from './inflate';

// Addresses, of which ../pack-engine.ts has some: the id that is asked for, what is said, packs, links of a chain of deltas, slots for
// what stands in the ring, a delta, the ring.
const OID: usize = 0x3400;
const SAID: usize = 0x3440;
const PACKS: usize = 0x4000;
const CHAIN: usize = 0x10000;
const SLOTS: usize = 0x30000;
const DELTA: usize = 0x70000;
const RING: usize = 0x180000;

const RING_BYTES: u32 = 13 << 20;
/** Longer objects and deltas are left to git. */
const LONGEST: u32 = 1 << 20;
/** Bytes behind each place that may be read or written. */
const SLACK: u32 = 64;
/** Of the ring: what is older may be written over by the next object. */
const LASTING: u64 = RING_BYTES - 2 * (LONGEST + SLACK);

/** Reads bytes of a pack that is not in memory. @returns their address, zeros behind the end of the file */
@external('host', 'bytesAt')
declare function bytesAt(file: u32, offset: f64, count: u32): usize;

// A pack: number that no other one has, file, size, address or 0, address and size of its index, bytes of an id.
const PACK: u32 = 64;
const MOST_PACKS: u32 = 64;
let packs: u32 = 0;
let numbers: u32 = 0;

/**
 * Takes in a pack.
 *
 * @param bytes where it lies in memory; 0: it has to be read
 * @param index of version 2, as long as its count says at least
 * @returns its place; -1 where there is none
 */
export function open(file: u32, size: f64, bytes: usize, index: usize, indexSize: u32, width: u32): i32 {
  let place: u32 = 0;
  while (place < packs && load<u32>(PACKS + place * PACK) !== 0) place++;
  if (place === MOST_PACKS) return -1;
  if (place === packs) packs++;
  const pack = PACKS + place * PACK;
  store<u32>(pack, ++numbers);
  store<u32>(pack, file, 4);
  store<u64>(pack, <u64>size, 8);
  store<u32>(pack, <u32>bytes, 16);
  store<u32>(pack, <u32>index, 20);
  store<u32>(pack, indexSize, 24);
  store<u32>(pack, width, 28);
  return place;
}

export function close(place: u32): void {
  store<u32>(PACKS + place * PACK, 0);
}

// What is said of an object.
let type: u32 = 0;
let size: u64 = 0;
let address: usize = 0;

/**
 * Reads the object whose id stands at `OID`.
 *
 * @param most bytes of it; of a larger one only the size is told
 * @returns 0 where it is not there, broken, or too long; else there stand at `SAID` its type, its size, and its address or 0
 */
export function read(most: u32): u32 {
  for (let place: u32 = 0; place < packs; place++) {
    const pack = PACKS + place * PACK;
    if (load<u32>(pack) === 0) continue;
    const offset = find(pack, OID);
    if (offset < 0) continue;
    if (!objectAt(pack, <u64>offset, most)) return 0;
    store<u32>(SAID, type);
    store<u32>(SAID, size > most ? 0 : <u32>address, 4);
    store<f64>(SAID, <f64>size, 8);
    return 1;
  }
  return 0;
}

const FANOUT: u32 = 8;
const NAMES: u32 = FANOUT + 256 * 4;

function numberAt(at: usize): u32 {
  return bswap(load<u32>(at));
}

/** Where an object stands in a pack, before its end; -1 where it does not, or the index is broken. */
function find(pack: usize, oid: usize): i64 {
  const index: usize = load<u32>(pack, 20);
  const width: u32 = load<u32>(pack, 28);
  const count = numberAt(index + NAMES - 4);
  const first: u32 = load<u8>(oid);
  let low: u32 = first === 0 ? 0 : numberAt(index + FANOUT + (first - 1) * 4);
  let high: u32 = numberAt(index + FANOUT + first * 4);
  if (high > count) return -1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compared(oid, index + NAMES + middle * width, width);
    if (order === 0) {
      const offset = offsetOf(pack, index, count, width, middle);
      return <u64>offset < load<u64>(pack, 8) ? offset : -1;
    }
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return -1;
}

function compared(a: usize, b: usize, width: u32): i32 {
  for (let i: u32 = 0; i < width; i += 4) {
    const one = numberAt(a + i);
    const other = numberAt(b + i);
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

function offsetOf(pack: usize, index: usize, count: u32, width: u32, i: u32): i64 {
  const offsets = NAMES + count * (width + 4);
  const short = numberAt(index + offsets + i * 4);
  // the first bit says that the offset stands in the table of 8 bytes each
  if (short < 0x80000000) return short;
  const at: u64 = <u64>offsets + count * 4 + <u64>(short - 0x80000000) * 8;
  if (at + 8 > load<u32>(pack, 24)) return -1;
  return <i64>bswap(load<u64>(index + <usize>at));
}

/** How many bytes of a pack stand at an address that was asked for. */
let there: u32 = 0;

/** @returns 0 behind its end */
function addressOf(pack: usize, offset: u64, count: u32): usize {
  const whole = load<u64>(pack, 8);
  if (offset >= whole) return 0;
  there = <u32>min(<u64>count, whole - offset);
  const bytes: usize = load<u32>(pack, 16);
  return bytes !== 0 ? bytes + <usize>offset : bytesAt(load<u32>(pack, 4), <f64>offset, count);
}

// What stands before the packed bytes of an object: kind, size of the object or of the delta, where the bytes begin, and the offset of the
// base of a delta, -1 where there is none.
let kind: u32 = 0;
let length: u64 = 0;
let packed: u64 = 0;
let base: i64 = 0;

const BY_OFFSET: u32 = 6;
const BY_ID: u32 = 7;
/** Bytes that all this takes at most: two numbers of ten bytes, or one and an id. */
const HEAD: u32 = 48;

/** @returns false where nothing that we know begins there */
function entryAt(pack: usize, offset: u64): bool {
  const head = addressOf(pack, offset, HEAD);
  if (head === 0) return false;
  kind = (load<u8>(head) >> 4) & 7;
  if (kind === 0 || kind === 5) return false;
  let at: u32 = 0;
  length = load<u8>(head) & 15;
  for (let shift: u64 = 4; load<u8>(head + at) >= 128 && at < 8; shift += 7) length |= (<u64>load<u8>(head + ++at) & 127) << shift;
  if (load<u8>(head + at++) >= 128) return false; // no file is as large
  if (kind === BY_ID) {
    base = find(pack, head + at);
    at += load<u32>(pack, 28);
  } else if (kind === BY_OFFSET) {
    let back: u64 = load<u8>(head + at) & 127;
    const last = at + 8;
    while (load<u8>(head + at++) >= 128 && at < last) back = ((back + 1) << 7) + (load<u8>(head + at) & 127);
    base = <i64>offset - <i64>back;
  }
  packed = offset + at;
  return true;
}

const LINK: u32 = 24;
const LONGEST_CHAIN: u32 = 4096;

/** Makes an object of what is whole or known and the deltas above it. @returns whether there is one */
function objectAt(pack: usize, offset: u64, most: u32): bool {
  if (isKnown(pack, offset)) return true;
  if (!entryAt(pack, offset)) return false;
  if (kind < BY_OFFSET && length > most) {
    type = kind;
    size = length;
    return true;
  }
  let at = offset;
  let links: u32 = 0;
  for (; kind >= BY_OFFSET; links++) {
    if (links > LONGEST_CHAIN || length > LONGEST || <u64>base >= load<u64>(pack, 8)) return false;
    const link = CHAIN + links * LINK;
    store<u64>(link, at);
    store<u64>(link, packed, 8);
    store<u32>(link, <u32>length, 16);
    at = <u64>base;
    if (isKnown(pack, at)) kind = 0;
    else if (!entryAt(pack, at)) return false;
  }
  if (kind !== 0 && !whole(pack, at)) return false;
  while (links-- > 0) if (!patched(pack, CHAIN + links * LINK, links === 0 ? most : LONGEST)) return false;
  return true;
}

function whole(pack: usize, offset: u64): bool {
  if (length > LONGEST) return false;
  const to = roomFor(<u32>length);
  if (!inflated(pack, packed, to, <u32>length)) return false;
  type = kind;
  keep(pack, offset, to, <u32>length);
  return true;
}

/** Applies the delta of a link to what was made last. */
function patched(pack: usize, link: usize, most: u32): bool {
  const delta = load<u32>(link, 16);
  if (!inflated(pack, load<u64>(link, 8), DELTA, delta)) return false;
  const made = resultSize(DELTA, delta);
  if (made < 0 || <u32>made > most || <u32>made > LONGEST) return false;
  const to = roomFor(made);
  // where the ring has begun anew, there may stand the base: it was known before
  if (to < address + <u32>size && address < to + made + SLACK) return false;
  if (!apply(address, <u32>size, DELTA, delta, to)) return false;
  keep(pack, load<u64>(link), to, made);
  return true;
}

function inflated(pack: usize, offset: u64, to: usize, bytes: u32): bool {
  const from = addressOf(pack, offset, packedSize(bytes));
  return from !== 0 && inflate(from, there, to, bytes);
}

/** As long as an object may be once packed, whoever packed it; `deflateBound` of zlib. */
function packedSize(bytes: u32): u32 {
  return bytes + (bytes >> 3) + (bytes >> 6) + 64;
}

/** After so many bytes the ring begins anew where objects are no longer than these: fewer pages are touched, and they stay in the cache. */
const ROUND: u32 = 6 << 20;
const SHORT: u32 = 1 << 16;

/** Bytes of the ring that are taken, and all that ever were; what a round leaves free counts as taken. */
let filled: u32 = 0;
let total: u64 = 0;

/** Where the next object goes. */
function roomFor(bytes: u32): usize {
  if (filled + bytes + SLACK > (bytes <= SHORT ? ROUND : RING_BYTES)) {
    total += RING_BYTES - filled;
    filled = 0;
  }
  return RING + filled;
}

// A slot: which object of which pack, bytes that had been taken before it, address, size, type. An object has two slots to choose from.
const SLOT: usize = 32;
const SLOT_BITS: u64 = 13;

/** @param offset below the size of the pack, so it does not run into the number */
function keyOf(pack: usize, offset: u64): u64 {
  return ((<u64>load<u32>(pack)) << 40) | offset;
}

function slotOf(key: u64): usize {
  return SLOTS + <usize>((key * 0x9e3779b97f4a7c15) >> (64 - SLOT_BITS)) * SLOT;
}

function isKnown(pack: usize, offset: u64): bool {
  const key = keyOf(pack, offset);
  let slot = slotOf(key);
  if (load<u64>(slot) !== key) {
    slot ^= SLOT;
    if (load<u64>(slot) !== key) return false;
  }
  if (total - load<u64>(slot, 8) > LASTING) return false;
  address = load<u32>(slot, 16);
  size = load<u32>(slot, 20);
  type = load<u32>(slot, 24);
  return true;
}

/** Keeps what was made, which has the type of its base. */
function keep(pack: usize, offset: u64, at: usize, bytes: u32): void {
  const key = keyOf(pack, offset);
  let slot = slotOf(key);
  const other = slot ^ SLOT;
  if (load<u64>(slot) !== key && (load<u64>(other) === key || load<u64>(other, 8) < load<u64>(slot, 8))) slot = other;
  store<u64>(slot, key);
  store<u64>(slot, total, 8);
  store<u32>(slot, <u32>at, 16);
  store<u32>(slot, bytes, 20);
  store<u32>(slot, type, 24);
  address = at;
  size = bytes;
  const taken = (bytes + SLACK + 15) & ~15;
  filled = min(filled + taken, RING_BYTES);
  total += taken;
}
