import { GUARD_AHEAD, GUARD_BEHIND } from '../../detect/guard-code.ts';
import { type NamesWanted, scannerFor } from '../../detect/kernel/scanner.ts';
import { findKnownValues } from '../../detect/known-values.ts';
import type { Hiding } from '../../detect/may-hide.ts';
import { isSeen } from '../../detect/near.ts';
import { namesIn } from '../../detect/place.ts';
import type { Hits, KeywordTables } from '../../detect/prefilter.ts';
import { sniff } from '../../sources/sniff.ts';
import { commonHead, commonTail } from '../common-ends.ts';
import type { Search } from './text.ts';

/** A version of a file, a text, before it is judged. */
export interface Version {
  readonly place: string;
  /** Good until the next version is looked at. */
  readonly bytes: Uint8Array;
  readonly lines: number;
  readonly hits: Hits;
  /** What `mayHide` says, and maybe forms that stood in earlier versions. */
  readonly mayHide: Hiding;
  /** Characters that it has in common with the version of this place before it; absent where it has to be judged as a whole. */
  readonly since?: { readonly head: number; readonly tail: number };
  /** Nothing is to be found in it; with `since`, if there was nothing in the one before. */
  readonly isQuiet: boolean;
}

/** What is kept of a version. */
interface Kept {
  readonly bytes: Buffer;
  /** What `bytes` is the beginning of, once it is kept. */
  readonly room?: Buffer;
  readonly hits: Hits;
  readonly lineFeeds: number;
  /** In which forms a key may hide, as bits. */
  readonly forms: number;
  /** No control characters: whether it is text need not be asked anew. */
  readonly isPlain: boolean;
}

/** What is known of a path. */
interface Known {
  readonly place: string;
  readonly names: NamesWanted;
  kept?: Kept;
  /** Room for the next version that is kept. */
  spare?: Buffer;
}

/** Paths whose last version is kept at a time, and bytes of the longest one that is looked at. */
const KEPT = 16;
const LONGEST = 1 << 20;

/**
 * Looks at versions of files, best those of one path in a row: of a version only what stands near its difference to the one before is
 * looked at. What it says holds whatever is found in them.
 *
 * @returns gives undefined of what is no text, or too long
 */
export function makeLooker(search: Search, longest = LONGEST): (raw: Uint8Array, place: string) => Version | undefined {
  const known = new Map<string, Known>();
  let last: Known | undefined;
  const at = (place: string): Known => {
    if (last?.place === place) return last;
    last = known.get(place) ?? { place, names: namesIn(place) };
    known.delete(place);
    known.set(place, last);
    if (known.size > KEPT) for (const oldest of known.keys()) if (known.delete(oldest)) break;
    return last;
  };
  return (raw, place) => {
    const path = at(place);
    const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
    const version =
      raw.length > longest
        ? undefined
        : ((path.kept && lookAgain(path.kept, bytes, path, search)) ?? lookFirst(bytes, path, search));
    if (version === undefined) delete path.kept;
    return version;
  };
}

/** A version of which nothing is known by another one. */
function lookFirst(raw: Buffer, path: Known, search: Search): Version | undefined {
  const { place, names } = path;
  if (!isText(raw)) return undefined;
  const { hits, lines, mayHide } = scannerFor(search.catalogue)(raw, true, names);
  const isPlain = keepsPlain(raw, 0, raw.length);
  keep(path, { bytes: raw, hits, lineFeeds: lines - openLine(raw), forms: mayHide.forms, isPlain });
  const isQuiet = hits.ids.length === 0 && mayHide.forms === 0 && !holdsKnown(raw, search);
  return { place, bytes: raw, lines, hits, mayHide, isQuiet };
}

/** Undefined where it has to be looked at as a whole. */
function lookAgain(before: Kept, now: Buffer, path: Known, search: Search): Version | undefined {
  const { place, names } = path;
  const { catalogue } = search;
  const head = commonHead(before.bytes, now);
  const tail = commonTail(before.bytes, now, head);
  const end = now.length - tail;
  const isPlain = before.isPlain && keepsPlain(now, head, end);
  if (!isPlain && !isText(now)) return undefined;
  const { ahead, behind, anchor } = reachOf(catalogue.tables);
  const [from, to] = [Math.max(0, head - ahead), end + behind];
  const stretch = { from, to: Math.min(now.length, to + anchor) };
  const { hits: fresh, mayHide: hides } = scannerFor(catalogue)(now, true, names, stretch);
  const isAll = from === 0 && to >= now.length; // as of most messages, which have little in common
  if (!isAll && (hides.forms & ~before.forms) !== 0) return undefined; // nobody has looked at the hidden forms of the old text
  const mayHide = isAll ? hides : { forms: before.forms };
  const hits = isAll ? fresh : joined(before.hits, fresh, { from, to, moved: now.length - before.bytes.length });
  const lineFeeds =
    before.lineFeeds - feedsIn(before.bytes, head, before.bytes.length - tail) + feedsIn(now, head, end);
  keep(path, { bytes: now, hits, lineFeeds, forms: mayHide.forms, isPlain });
  const version = { place, bytes: now, lines: lineFeeds + openLine(now), hits, mayHide };
  if (holdsKnown(now, search)) return { ...version, isQuiet: false };
  const isQuiet = mayHide.forms === 0 && !isSeen(now, hits, catalogue, { from: head, to: end });
  return { ...version, since: { head, tail }, isQuiet };
}

function holdsKnown(bytes: Uint8Array, { needles }: Search): boolean {
  return needles.length > 0 && findKnownValues(bytes, needles).length > 0;
}

/** Keeps a copy: whoever gave the bytes may write over them. Each path has room for two versions, which take turns. */
function keep(path: Known, version: Kept): void {
  const { length } = version.bytes;
  const room =
    path.spare !== undefined && path.spare.length >= length
      ? path.spare
      : Buffer.allocUnsafeSlow(length + (length >> 2));
  version.bytes.copy(room);
  const before = path.kept?.room;
  path.kept = { ...version, bytes: room.subarray(0, length), room };
  if (before === undefined) delete path.spare;
  else path.spare = before;
}

function isText(raw: Buffer): boolean {
  const { bytes, kind } = sniff(raw);
  return kind === 'text' && bytes === raw;
}

/** Whether `[from, to)` holds no control characters, and no mark of UTF-16 begins the text. */
function keepsPlain(bytes: Buffer, from: number, to: number): boolean {
  if (bytes.length > 0 && bytes[0]! >= 0xfe) return false;
  for (let at = from; at < to; at++) {
    const b = bytes[at]!;
    if (b < 32 && b !== 10 && b !== 9 && b !== 13) return false;
  }
  return true;
}

/** Hits before `from` and behind `to` as they were; between them as they were found anew. */
function joined(old: Hits, fresh: Hits, { from, to, moved }: { from: number; to: number; moved: number }): Hits {
  const offsets: number[] = [];
  const ids: number[] = [];
  for (let i = 0; i < old.ids.length; i++) {
    if (old.offsets[i]! >= from) continue;
    offsets.push(old.offsets[i]!);
    ids.push(old.ids[i]!);
  }
  for (let i = 0; i < fresh.ids.length; i++) {
    if (fresh.offsets[i]! < from || fresh.offsets[i]! >= to) continue;
    offsets.push(fresh.offsets[i]!);
    ids.push(fresh.ids[i]!);
  }
  for (let i = 0; i < old.ids.length; i++) {
    if (old.offsets[i]! + moved < to) continue;
    offsets.push(old.offsets[i]! + moved);
    ids.push(old.ids[i]!);
  }
  return { offsets, ids };
}

interface Reach {
  /** How far before and behind a change a keyword may begin that counts, or counts no more, for the change. */
  readonly ahead: number;
  readonly behind: number;
  /** How far from its beginning its anchor may stand. */
  readonly anchor: number;
}

const reaches = new WeakMap<KeywordTables, Reach>();

/** What decides on a keyword is its guard or the generic gate; hidden forms are shorter than either. */
function reachOf(tables: KeywordTables): Reach {
  let reach = reaches.get(tables);
  if (reach === undefined) {
    const longest = Math.max(...tables.keywords.map((keyword) => keyword.length), 3);
    reach = {
      ahead: Math.max(longest, GATE_AFTER, GUARD_BEHIND, FORM),
      behind: Math.max(GATE_BEFORE, GUARD_AHEAD, FORM),
      anchor: longest,
    };
    reaches.set(tables, reach);
  }
  return reach;
}

/** What `mayAssign` looks at. */
const GATE_BEFORE = 300;
const GATE_AFTER = 1_600;
/** What decides on a hidden form, two joints and what they join. */
const FORM = 600;

function feedsIn(bytes: Buffer, from: number, to: number): number {
  let feeds = 0;
  for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1)) feeds++;
  return feeds;
}

/** 1 where the last line has no line feed. */
function openLine(bytes: Uint8Array): number {
  return bytes.length > 0 && bytes[bytes.length - 1] !== 10 ? 1 : 0;
}
