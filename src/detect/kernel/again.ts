import type { Catalogue } from '../catalogue.ts';
import { GUARD_BEHIND } from '../guard-code.ts';
import { type Hiding, NOTHING_HIDES } from '../may-hide.ts';
import { textOf, viewOfKeyword } from '../near.ts';
import type { Hits } from '../prefilter.ts';
import { PROGRAM_AHEAD } from '../program-code.ts';
import { rulesAt } from '../sticky.ts';
import { addHidden, hidingOf, nothingSoFar } from './hiding.ts';
import { NEARBY, RECORD, RECORDS, SAID, VIEWS } from './memory.ts';
import { type Setting, scannerFor, VERSIONS, ZEROS } from './scanner.ts';

/** A text that lies in the memory of the kernel, its hits behind it. */
export interface Placed {
  readonly at: number;
  readonly size: number;
  /** Number of its hits. */
  readonly count: number;
  /** Bytes that had been placed before it. */
  readonly since: number;
}

/** What a text has in common with the one before it, and what near the difference says. */
export interface Compared {
  readonly placed: Placed;
  /** Bytes that both begin with, and that both end with. */
  readonly head: number;
  readonly tail: number;
  /** Line feeds that it has more. */
  readonly lineFeeds: number;
  /** No control characters came in. */
  readonly isPlain: boolean;
  /** What `mayHide` says of what stands near the difference, and whether that is all of the text. */
  readonly hides: Hiding;
  readonly isAll: boolean;
  /** Whether anything from which the change is seen stands in it. */
  readonly isSeen: boolean;
}

/** Keeps texts, in a ring: the oldest ones are written over. */
export interface VersionKeeper {
  /** Keeps a text with its hits; undefined where there is no room. */
  keep(bytes: Uint8Array, hits: Hits): Placed | undefined;
  /** Keeps a text, with what stands near its difference to an earlier one of the same path; undefined where it has to be looked at as a whole. */
  compare(old: Placed, bytes: Uint8Array, path: string): Compared | undefined;
  /** Whether what was placed last holds no control characters, and no mark of UTF-16. */
  isPlain({ at, size }: Placed): boolean;
  hitsOf(placed: Placed): Hits;
}

/** Most hits of a text that are kept, and bytes that they take; as in assembly/again.ts. */
const MOST_HITS = 8_192;
const HITS = 8 * MOST_HITS + 16;
/** Bytes of the longest text that is kept. */
const LONGEST = VERSIONS / 2 - HITS;

/** After so many bytes the ring begins anew where texts are not long: so they stay in the cache. */
const ROUND = 1 << 19;

// What the kernel says, by number.
const HEAD = 0;
const TAIL = 1;
const COUNT = 2;
const FEEDS = 3;
const IS_PLAIN = 4;
const SPOTS = 5;
const BASE = 6;
const PART = 7;
const IS_ALL = 8;
const NEAR = 9;
/** What it says of whether the change is seen, besides 0 for no and 1 for yes. */
const DEPENDS = 2;
const UNTOLD = 3;

/** Bits that records of keywords have besides those of the kernel itself. */
const HAS_RULE = 4;
const BEGINS = 8;

const keepers = new WeakMap<Setting, VersionKeeper>();

/** The one of a catalogue; undefined where the kernel does not run. */
export function versionKeeperFor(catalogue: Catalogue): VersionKeeper | undefined {
  const { setting } = scannerFor(catalogue);
  if (setting === undefined) return undefined;
  let keeper = keepers.get(setting);
  if (keeper === undefined) {
    keeper = makeVersionKeeper(setting, catalogue);
    keepers.set(setting, keeper);
  }
  return keeper;
}

function makeVersionKeeper(setting: Setting, catalogue: Catalogue): VersionKeeper {
  prepare(setting, catalogue);
  const { kernel, memory } = setting;
  const numbers = new Int32Array(memory.buffer);
  const said = numbers.subarray(SAID / 4, SAID / 4 + 16);
  const { put, placed, isThere } = makeRing(setting);
  const sees = makeSight(setting, said, numbers, catalogue);
  return {
    keep(bytes, { offsets, ids }) {
      if (bytes.length > LONGEST || ids.length > MOST_HITS) return undefined;
      const at = put(bytes);
      let to = hitsAt(at, bytes.length) / 4;
      for (let i = 0; i < ids.length; i++) {
        numbers[to++] = offsets[i]!;
        numbers[to++] = ids[i]!;
      }
      return placed(at, bytes.length, ids.length);
    },
    compare(old, bytes, path) {
      const { length } = bytes;
      if (length > LONGEST) return undefined;
      const at = put(bytes);
      if (!isThere(old)) return undefined;
      if (kernel.again(old.at, old.size, old.count, at, length, setting.namesAt(path)) === 0) return undefined;
      return {
        placed: placed(at, length, said[COUNT]!),
        head: said[HEAD]!,
        tail: said[TAIL]!,
        lineFeeds: said[FEEDS]!,
        isPlain: said[IS_PLAIN] !== 0,
        hides: said[SPOTS] === 0 ? NOTHING_HIDES : hiddenIn(setting, said),
        isAll: said[IS_ALL] !== 0,
        isSeen: sees(bytes, at),
      };
    },
    isPlain: ({ at, size }) => kernel.isUncontrolled(at, 0, size) !== 0,
    hitsOf({ at, size, count }) {
      const hits: { offsets: number[]; ids: number[] } = { offsets: [], ids: [] };
      for (let i = hitsAt(at, size) / 4, end = i + 2 * count; i < end; i += 2) {
        hits.offsets.push(numbers[i]!);
        hits.ids.push(numbers[i + 1]!);
      }
      return hits;
    },
  };
}

interface Ring {
  /** Copies a text to where the next one goes. @returns its address */
  put(bytes: Uint8Array): number;
  /** What was put last is to stay, with its hits. */
  placed(at: number, size: number, count: number): Placed;
  /** Whether a text is not written over, not even by one that was put and does not stay. */
  isThere(text: Placed): boolean;
}

function makeRing({ memory, versions }: Setting): Ring {
  /** Bytes of the ring that are taken, and all that ever were; what a round leaves free counts as taken. */
  let filled = 0;
  let total = 0;
  /** As `total`, with the texts that were put and their hits, whether they stayed or not. */
  let reach = 0;
  return {
    put(bytes) {
      const need = bytes.length + HITS;
      if (filled + need > (need < ROUND / 4 ? ROUND : VERSIONS)) {
        total += VERSIONS - filled;
        filled = 0;
      }
      reach = Math.max(reach, total + need);
      memory.set(bytes, versions + filled);
      return versions + filled;
    },
    placed(at, size, count) {
      const since = total;
      const length = hitsAt(at, size) + 8 * count - at;
      filled += length;
      total += length;
      return { at, size, count, since };
    },
    isThere: ({ since }) => reach - since <= VERSIONS,
  };
}

/** What hides in the part that the kernel has looked at. */
function hiddenIn({ memory, text, out }: Setting, said: Int32Array): Hiding {
  const hiding = nothingSoFar();
  addHidden(memory.subarray(text, text + said[PART]!), out.subarray(0, said[SPOTS]!), said[BASE]!, hiding);
  return hidingOf(hiding);
}

/** @returns gives whether the change is seen of which the kernel has just spoken, in the text at an address */
function makeSight({ kernel }: Setting, said: Int32Array, numbers: Int32Array, catalogue: Catalogue) {
  return (bytes: Uint8Array, at: number): boolean => {
    while (said[NEAR] === UNTOLD) {
      const id = said[NEAR + 1]!;
      numbers.set(viewOfKeyword(id, catalogue), (VIEWS + 8 * id) / 4);
      kernel.seen(at, bytes.length, said[COUNT]!, said[HEAD]!, bytes.length - said[TAIL]!);
    }
    if (said[NEAR] !== DEPENDS) return said[NEAR] !== 0;
    const text = textOf(bytes);
    for (let i = NEARBY / 4, end = i + 2 * said[NEAR + 1]!; i < end; i += 2)
      if (rulesAt(text, numbers[i]!, numbers[i + 1]!, catalogue).length > 0) return true;
    return false;
  };
}

/** As the kernel has it. */
function hitsAt(at: number, size: number): number {
  return (at + size + 7) & ~7;
}

/** What decides on a keyword is its guard, its program or the generic gate; hidden forms are shorter than those. */
function prepare({ kernel, memory, margin, chunk, text }: Setting, { tables, hasRule, begins }: Catalogue): void {
  const longest = Math.max(...tables.keywords.map((keyword) => keyword.length), 3);
  kernel.reach(
    Math.max(longest, GATE_AFTER, GUARD_BEHIND, FORM),
    Math.max(GATE_BEFORE, PROGRAM_AHEAD, FORM),
    longest,
    margin,
    ZEROS,
    chunk,
    text,
  );
  for (let id = 0; id < hasRule.length; id++)
    memory[RECORDS + RECORD * id + 3]! |= (hasRule[id] === 1 ? HAS_RULE : 0) | (begins[id] === 1 ? BEGINS : 0);
}

/** What `mayAssign` looks at. */
const GATE_BEFORE = 900;
const GATE_AFTER = 1_600;
/** What decides on a hidden form, two joints and what they join. */
const FORM = 600;
