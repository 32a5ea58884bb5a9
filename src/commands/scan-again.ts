import { detect } from '../detect/detect.ts';
import { marginOf, scannerFor } from '../detect/kernel/scanner.ts';
import { findKnownValues } from '../detect/known-values.ts';
import { namesIn } from '../detect/place.ts';
import type { Hits, PackedHits } from '../detect/prefilter.ts';
import { mayFind } from '../detect/since.ts';
import { sniff } from '../sources/sniff.ts';
import { commonHead, commonTail } from './common-ends.ts';
import { type FileResult, searchWhole } from './scan-file.ts';
import type { Search } from './scan-text.ts';

/** A version of a file in which nothing was found. */
interface Clean {
  readonly bytes: Uint8Array;
  readonly hits: PackedHits;
  readonly lineFeeds: number;
  /** What `mayHide` says, and the forms that stand there, which are clean. */
  readonly hid: number;
  readonly forms: Set<string>;
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
  const kept = new Map<string, Clean>();
  const keep = (place: string, clean: Clean) => {
    kept.delete(place);
    kept.set(place, clean);
    if (kept.size > KEPT) for (const oldest of kept.keys()) return void kept.delete(oldest);
  };
  const { catalogue, needles } = search;
  return (raw, place) => {
    const { bytes, kind } = sniff(raw);
    if (kind !== 'text' || bytes !== raw || raw.length > LARGEST) return searchWhole(raw, place, search);
    const known = needles.length > 0 ? findKnownValues(raw, needles) : [];
    const before = known.length > 0 ? undefined : kept.get(place);
    const still = before && stillClean(before, raw, place, search);
    if (still !== undefined) {
      keep(place, still);
      return { findings: [], lines: still.lineFeeds + openLine(raw), bytes: raw.length };
    }
    const { hits, lines, mayHide } = scannerFor(catalogue)(raw, true, namesIn(place));
    const isQuiet = known.length === 0 && hits.ids.length === 0 && mayHide === 0;
    const findings = isQuiet ? [] : detect({ path: place, bytes: raw }, catalogue, { known, hits, mayHide });
    if (findings.length === 0)
      keep(place, { bytes: raw, hits: packed(hits), lineFeeds: lines - openLine(raw), hid: mayHide, forms: new Set() });
    return { findings, lines, bytes: raw.length };
  };
}

/** What is known of a version once it has shown that nothing is to be found near its change; undefined where something may be. */
function stillClean(before: Clean, now: Uint8Array, path: string, { catalogue }: Search): Clean | undefined {
  const { tables } = catalogue;
  const head = commonHead(before.bytes, now);
  const tail = commonTail(before.bytes, now, head);
  const margin = marginOf(tables);
  const [from, to] = [head - margin, now.length - tail + margin];
  const start = Math.max(0, from - margin);
  const { hits: fresh, mayHide } = scannerFor(catalogue)(now.subarray(start, to + margin), true, namesIn(path));
  if ((mayHide & ~before.hid) !== 0) return undefined; // nobody has looked at the hidden forms of the old text
  const hits = joined(before, fresh, { start, from, to, moved: now.length - before.bytes.length });
  const since = { head, tail, cleanForms: before.forms };
  if (before.forms.size > MOST_FORMS) before.forms.clear();
  if (mayFind({ path, bytes: now }, catalogue, hits, before.hid, since)) return undefined;
  const lineFeeds =
    before.lineFeeds - feedsIn(before.bytes, head, before.bytes.length - tail) + feedsIn(now, head, now.length - tail);
  return { bytes: now, hits, lineFeeds, hid: before.hid, forms: before.forms };
}

function packed({ offsets, ids }: Hits): PackedHits {
  return { offsets: Int32Array.from(offsets), ids: Uint16Array.from(ids) };
}

/** Hits before `from` and behind `to` as they were; between them as they were found in what begins at `start`. */
function joined(
  { hits }: Clean,
  fresh: Hits,
  { start, from, to, moved }: { start: number; from: number; to: number; moved: number },
): PackedHits {
  const most = hits.offsets.length + fresh.offsets.length;
  const offsets = new Int32Array(most);
  const ids = new Uint16Array(most);
  let n = 0;
  const put = (offset: number, id: number) => {
    offsets[n] = offset;
    ids[n++] = id;
  };
  for (let i = 0; i < hits.offsets.length; i++) if (hits.offsets[i]! < from) put(hits.offsets[i]!, hits.ids[i]!);
  for (let i = 0; i < fresh.offsets.length; i++) {
    const offset = fresh.offsets[i]! + start;
    if (offset >= from && offset < to) put(offset, fresh.ids[i]!);
  }
  for (let i = 0; i < hits.offsets.length; i++) {
    const offset = hits.offsets[i]! + moved;
    if (offset >= to) put(offset, hits.ids[i]!);
  }
  return { offsets: offsets.subarray(0, n), ids: ids.subarray(0, n) };
}

function feedsIn(bytes: Uint8Array, from: number, to: number): number {
  let feeds = 0;
  for (let at = bytes.indexOf(10, from); at >= 0 && at < to; at = bytes.indexOf(10, at + 1)) feeds++;
  return feeds;
}

/** 1 where the last line has no line feed. */
function openLine(bytes: Uint8Array): number {
  return bytes.length > 0 && bytes[bytes.length - 1] !== 10 ? 1 : 0;
}
