import { type Placed, type VersionKeeper, versionKeeperFor } from '../../detect/kernel/again.ts';
import { scannerFor } from '../../detect/kernel/scanner.ts';
import { findKnownValues } from '../../detect/known-values.ts';
import type { Hiding } from '../../detect/may-hide.ts';
import type { Hits } from '../../detect/prefilter.ts';
import { sniff } from '../../sources/sniff.ts';
import type { Search } from './text.ts';

/** A version of a file, a text, before it is judged. Good until the next one is looked at. */
export interface Version {
  readonly place: string;
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
  readonly text: Placed;
  readonly lineFeeds: number;
  /** In which forms a key may hide. */
  readonly mayHide: Hiding;
  /** No control characters: whether it is text need not be asked anew. */
  readonly isPlain: boolean;
}

/** What is known of a path. */
interface Known {
  readonly place: string;
  kept?: Kept | undefined;
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
  const keeper = versionKeeperFor(search.catalogue);
  const at = makePlaces();
  return (raw, place) => {
    const path = at(place);
    const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
    if (raw.length <= longest)
      return (keeper && lookAgain(bytes, path, search, keeper)) ?? lookFirst(bytes, path, search, keeper);
    path.kept = undefined;
    return undefined;
  };
}

/** A version of which nothing is known by another one. */
function lookFirst(raw: Buffer, path: Known, search: Search, keeper: VersionKeeper | undefined): Version | undefined {
  const { place } = path;
  path.kept = undefined;
  if (!isText(raw)) return undefined;
  const { hits, lines, mayHide } = scannerFor(search.catalogue)(raw, true, place);
  const text = keeper?.keep(raw, hits);
  if (keeper !== undefined && text !== undefined) {
    const { forms } = mayHide;
    path.kept = { text, lineFeeds: lines - openLine(raw), mayHide: { forms }, isPlain: keeper.isPlain(text) };
  }
  const isQuiet = hits.ids.length === 0 && mayHide.forms === 0 && !holdsKnown(raw, search);
  return { place, bytes: raw, lines, hits, mayHide, isQuiet };
}

/** Undefined where it has to be looked at as a whole. */
function lookAgain(raw: Buffer, path: Known, search: Search, keeper: VersionKeeper): Version | undefined {
  const { place, kept: before } = path;
  const compared = before && keeper.compare(before.text, raw, place);
  if (before === undefined || compared === undefined) return undefined;
  const { placed: text, head, tail, hides, isAll, isSeen } = compared;
  const isPlain = before.isPlain && compared.isPlain;
  if (!isPlain && !isText(raw)) return undefined;
  if (!isAll && (hides.forms & ~before.mayHide.forms) !== 0) return undefined; // nobody has looked at the hidden forms of the old text
  const mayHide = isAll ? hides : before.mayHide;
  const lineFeeds = before.lineFeeds + compared.lineFeeds;
  path.kept = { text, lineFeeds, mayHide, isPlain };
  const version = {
    place,
    bytes: raw,
    lines: lineFeeds + openLine(raw),
    get hits() {
      return keeper.hitsOf(text);
    },
    mayHide,
  };
  if (holdsKnown(raw, search)) return { ...version, isQuiet: false };
  return Object.assign(version, { since: { head, tail }, isQuiet: mayHide.forms === 0 && !isSeen });
}

function holdsKnown(bytes: Uint8Array, { needles }: Search): boolean {
  return needles.length > 0 && findKnownValues(bytes, needles).length > 0;
}

/** @returns gives what is known of a path; only of the last ones anything is */
function makePlaces(): (place: string) => Known {
  const known = new Map<string, Known>();
  let last: Known | undefined;
  return (place) => {
    if (last?.place === place) return last;
    last = known.get(place) ?? { place };
    known.delete(place);
    known.set(place, last);
    if (known.size > KEPT) for (const oldest of known.keys()) if (known.delete(oldest)) break;
    return last;
  };
}

function isText(raw: Buffer): boolean {
  const { bytes, kind } = sniff(raw);
  return kind === 'text' && bytes === raw;
}

/** 1 where the last line has no line feed. */
function openLine(bytes: Uint8Array): number {
  return bytes.length > 0 && bytes[bytes.length - 1] !== 10 ? 1 : 0;
}
