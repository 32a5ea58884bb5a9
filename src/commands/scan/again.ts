import { detect } from '../../detect/detect.ts';
import { GUARD_AHEAD, GUARD_BEHIND } from '../../detect/guard-code.ts';
import { type NamesWanted, scannerFor } from '../../detect/kernel/scanner.ts';
import { findKnownValues } from '../../detect/known-values.ts';
import { namesIn } from '../../detect/place.ts';
import type { Hits, KeywordTables } from '../../detect/prefilter.ts';
import { mayFind } from '../../detect/since.ts';
import { sniff } from '../../sources/sniff.ts';
import { commonHead, commonTail } from '../common-ends.ts';
import { type FileResult, searchWhole } from './file.ts';
import type { Search } from './text.ts';

/** A version of a file in which nothing was found. */
interface Clean {
  readonly bytes: Buffer;
  /** What `bytes` is the beginning of, once it is kept. */
  readonly room?: Buffer;
  readonly hits: Hits;
  readonly lineFeeds: number;
  /** In which forms a key may hide, and what stands there in them, which is clean. */
  readonly hid: number;
  readonly forms: Set<string>;
  /** No control characters: whether it is text need not be asked anew. */
  readonly isPlain: boolean;
}

/** What is known of a path. */
interface Known {
  readonly place: string;
  readonly names: NamesWanted;
  clean?: Clean;
  /** Room for the next version that is kept. */
  spare?: Buffer;
}

/** Paths whose last clean version is kept at a time, and bytes of the largest one that is. */
const KEPT = 16;
const LARGEST = 1 << 20;
/** Hidden forms that are kept of a path. */
const MOST_FORMS = 2_000;

/**
 * Searches versions of files, best those of one path in a row: of a version only what stands near its difference to the one before
 * is judged, where nothing was found in that one. Findings are those of `searchWhole`.
 */
export function makeVersionSearcher(search: Search): (raw: Uint8Array, place: string) => FileResult {
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
    if (raw.length > LARGEST) return searchWhole(raw, place, search);
    const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
    const path = at(place);
    const still = path.clean && stillClean(path.clean, bytes, path, search);
    if (still === undefined) return searchFirst(bytes, path, search);
    keep(path, still);
    return { findings: [], lines: still.lineFeeds + openLine(raw), bytes: raw.length };
  };
}

/** A version of which nothing is known by another one. */
function searchFirst(raw: Buffer, path: Known, search: Search): FileResult {
  const { place, names } = path;
  const { catalogue, needles } = search;
  const { bytes, kind } = sniff(raw);
  if (kind !== 'text' || bytes !== raw) return searchWhole(raw, place, search);
  const known = needles.length > 0 ? findKnownValues(raw, needles) : [];
  const { hits, lines, mayHide } = scannerFor(catalogue)(raw, true, names);
  const isQuiet = known.length === 0 && hits.ids.length === 0 && mayHide.forms === 0;
  const findings = isQuiet ? [] : detect({ path: place, bytes: raw }, catalogue, { known, hits, mayHide });
  if (findings.length === 0) {
    const isPlain = keepsPlain(raw, 0, raw.length);
    keep(path, { bytes: raw, hits, lineFeeds: lines - openLine(raw), hid: mayHide.forms, forms: new Set(), isPlain });
  }
  return { findings, lines, bytes: raw.length };
}

/** Keeps a copy: whoever gave the bytes may write over them. Each path has room for two versions, which take turns. */
function keep(path: Known, clean: Clean): void {
  const { length } = clean.bytes;
  const room =
    path.spare !== undefined && path.spare.length >= length
      ? path.spare
      : Buffer.allocUnsafeSlow(length + (length >> 2));
  clean.bytes.copy(room);
  const before = path.clean?.room;
  path.clean = { ...clean, bytes: room.subarray(0, length), room };
  if (before === undefined) delete path.spare;
  else path.spare = before;
}

/** What is known of a version once it has shown that nothing is to be found near its change; undefined where something may be. */
function stillClean(before: Clean, now: Buffer, { place, names }: Known, search: Search): Clean | undefined {
  const { catalogue, needles } = search;
  const head = commonHead(before.bytes, now);
  const tail = commonTail(before.bytes, now, head);
  const end = now.length - tail;
  const isPlain = before.isPlain && keepsPlain(now, head, end);
  if (!isPlain && !isText(now)) return undefined;
  if (needles.length > 0 && findKnownValues(now, needles).length > 0) return undefined;
  const { ahead, behind, anchor } = reachOf(catalogue.tables);
  const [from, to] = [Math.max(0, head - ahead), end + behind];
  const stretch = { from, to: Math.min(now.length, to + anchor) };
  const { hits: fresh, mayHide } = scannerFor(catalogue)(now, true, names, stretch);
  if ((mayHide.forms & ~before.hid) !== 0) return undefined; // nobody has looked at the hidden forms of the old text
  const hits = joined(before.hits, fresh, { from, to, moved: now.length - before.bytes.length });
  if (before.forms.size > MOST_FORMS) before.forms.clear();
  const since = { head, tail, cleanForms: before.forms };
  if (mayFind({ path: place, bytes: now }, catalogue, hits, before.hid, since)) return undefined;
  const lineFeeds =
    before.lineFeeds - feedsIn(before.bytes, head, before.bytes.length - tail) + feedsIn(now, head, end);
  return { bytes: now, hits, lineFeeds, hid: before.hid, forms: before.forms, isPlain };
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
const GATE_BEFORE = 160;
const GATE_AFTER = 1_000;
/** What is read around a spot. */
const FORM = 400;

function feedsIn(bytes: Buffer, from: number, to: number): number {
  let feeds = 0;
  for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1)) feeds++;
  return feeds;
}

/** 1 where the last line has no line feed. */
function openLine(bytes: Uint8Array): number {
  return bytes.length > 0 && bytes[bytes.length - 1] !== 10 ? 1 : 0;
}
