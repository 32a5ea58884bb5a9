import { scannerFor } from '../../detect/kernel/scanner.ts';
import { placeOf } from '../../detect/place.ts';
import type { Position } from '../../detect/position.ts';
import type { Finding } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { narrow, type ReadAt } from '../../sources/narrow.ts';
import { type Sniffed, sniff } from '../../sources/sniff.ts';
import { makeReader, type Reading } from '../../sources/worktree-read.ts';
import { type Search, searchAndCount } from './text.ts';

/** What one file gave. */
export interface FileResult {
  readonly findings: readonly Finding[];
  readonly lines: number;
  readonly bytes: number;
  /** Why it, or part of it, was left out. */
  readonly skipped?: string;
  readonly failure?: string;
  /** It was not searched: a folder whose content is to be listed, there no more, another shard's, or for another thread. */
  readonly instead?: 'folder' | 'gone' | 'other-shard' | 'elsewhere';
  readonly isLink?: true;
  /** What an archive holds. */
  readonly inside?: readonly InsideResult[];
}

/** What one file in an archive gave; `path` stands behind the archive's: `!/dir/file.js`. */
export interface InsideResult {
  readonly path: string;
  readonly encoding?: 'percent';
  readonly file: FileResult;
}

export type FileLimits = Pick<Settings, 'maxFileBytes' | 'minified' | 'archives'> & {
  /** Globs, for what archives hold; absent: nothing is left out. */
  readonly ignore?: readonly string[];
};

/** Looks into what begins like an archive; undefined of all else. */
export type LookInside = (start: Uint8Array, place: string, content: Content) => FileResult | undefined;

/** A content that is read wherever one likes; `size` in bytes. */
export interface Content {
  readonly size: number;
  readonly read: ReadAt;
}

const OTHER_SHARD: FileResult = { findings: [], lines: 0, bytes: 0, instead: 'other-shard' };
/** Longer texts are searched in portions, so that memory stays flat; with their margins they are short enough for strings in V8's heap. */
const PORTION = 768 << 10;
/** How far portions overlap on either side: more than any rule looks around. */
const MARGIN = 64 << 10;

/**
 * Looks at files; `place` is the path by which the content is judged.
 *
 * @param isOurs whether a content (its first portion), or a place that is not read, belongs to this run
 */
export function makeFileScanner(
  limits: FileLimits,
  search: Search,
  isOurs: (start: Uint8Array) => boolean = () => true,
  lookInside: LookInside = () => undefined,
): (file: string | Buffer, place: string) => FileResult {
  const read = makeReader(PORTION, limits.maxFileBytes, scannerFor(search.catalogue).desk?.room);
  return (file, place) => {
    // what is left out unread belongs to one shard by its name, so that shards together count it once
    const unread = (result: FileResult) => (isOurs(Buffer.from(place)) ? result : OTHER_SHARD);
    if (limits.minified === 'skip' && placeOf(place).minified)
      return unread(leftOut('minified: the settings leave it out'));
    const reading = read(file);
    if (reading.kind === 'too-large' || reading.kind === 'odd') return unread(withoutContent(reading));
    if (reading.kind === 'large') return searchLarge(reading, place, { search, isOurs, lookInside });
    if (reading.kind !== 'file' && reading.kind !== 'link') return withoutContent(reading);
    if (!isOurs(reading.bytes)) return OTHER_SHARD;
    const inside = reading.kind === 'link' ? undefined : lookInside(reading.bytes, place, inMemory(reading.bytes));
    const result = inside ?? searchWhole(reading.bytes, place, search);
    return reading.kind === 'link' ? { ...result, isLink: true } : result;
  };
}

/** What is longer than this many bytes is searched in portions. */
export const WHOLE = PORTION + MARGIN;

/**
 * A content that is not in memory.
 *
 * @param read its `from` never goes back
 * @param first how it begins
 */
export function searchLong(read: ReadAt, first: Uint8Array, place: string, search: Search): FileResult {
  const { kind, format } = sniff(first);
  return { ...searchPortions(narrow(read, first), place, kind, search), ...noteOn(kind, format) };
}

/** A content that is in memory, whatever its size. */
export function searchWhole(raw: Uint8Array, place: string, search: Search): FileResult {
  const { bytes, kind, format } = sniffed(raw, search);
  const note = noteOn(kind, format);
  if (bytes.length > WHOLE)
    return { ...searchPortions((from, to) => bytes.subarray(from, to), place, kind, search), ...note };
  return { ...searchAndCount(bytes, place, kind === 'text', search), bytes: raw.length, ...note };
}

/** As `sniff`, which the kernel saves us mostly. */
function sniffed(raw: Uint8Array, { catalogue }: Search): Sniffed {
  const { desk } = scannerFor(catalogue);
  const lies = desk !== undefined && raw.buffer === desk.room.buffer && raw.byteOffset === desk.room.byteOffset;
  return lies && desk.isPlain(raw) ? { bytes: raw, kind: 'text' } : sniff(raw);
}

function withoutContent(reading: Reading): FileResult {
  switch (reading.kind) {
    case 'too-large':
      return leftOut(`larger than the limit (${reading.size} bytes)`);
    case 'odd':
      return leftOut('no regular file (a pipe, socket or device)');
    case 'failed':
      return { ...leftOut(), failure: `it could not be read (${reading.code})` };
    case 'folder':
    case 'gone':
      return { ...leftOut(), instead: reading.kind };
    default:
      return leftOut();
  }
}

function searchLarge(
  { file, size }: Reading & { kind: 'large' },
  place: string,
  {
    search,
    isOurs,
    lookInside,
  }: {
    readonly search: Search;
    readonly isOurs: (start: Uint8Array) => boolean;
    readonly lookInside: LookInside;
  },
): FileResult {
  try {
    const first = file.read(0, Math.min(size, PORTION));
    if (!isOurs(first)) return OTHER_SHARD;
    const content = { size, read: (from: number, to: number) => file.read(from, Math.min(to, size)) };
    return lookInside(first, place, content) ?? searchLong(file.read, first, place, search);
  } catch (error) {
    return {
      ...leftOut(),
      failure: `it could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    };
  } finally {
    file.close();
  }
}

/** The bytes lie where others will, once it is searched what they hold. */
function inMemory(bytes: Uint8Array): Content {
  let kept: Buffer | undefined;
  return {
    size: bytes.length,
    read(from, to) {
      kept ??= Buffer.from(bytes);
      return kept.subarray(from, to);
    },
  };
}

function leftOut(skipped?: string): FileResult {
  return { findings: [], lines: 0, bytes: 0, ...(skipped === undefined ? {} : { skipped }) };
}

function noteOn(kind: Sniffed['kind'], format = ''): { skipped?: string } {
  if (kind === 'archive') return { skipped: `${format}: not looked into` };
  return kind === 'binary' ? { skipped: `${format}: only keys with a form of their own are looked for` } : {};
}

/** Findings that start in the core of a portion are its own; the margins are there for what stands around them. */
function searchPortions(read: ReadAt, place: string, kind: Sniffed['kind'], search: Search): FileResult {
  const scanner = scannerFor(search.catalogue);
  const findings: Finding[] = [];
  let start: Position = { line: 0, column: 0 };
  let from = 0;
  let core = 0;
  for (;;) {
    const given = read(from, core + PORTION + MARGIN);
    const bytes = scanner.desk?.lay(given) ?? given;
    const end = core - from + PORTION;
    const isLast = bytes.length <= end;
    const window = { start, core: core - from, end: isLast ? bytes.length : end };
    const { findings: inside, lines } = searchAndCount(bytes, place, kind === 'text', search, window);
    findings.push(...inside);
    if (isLast) return { findings, lines: start.line + lines, bytes: from + bytes.length };
    core += PORTION;
    const next = beginning(bytes, core - MARGIN - from);
    start = scanner.advance(bytes, start, 0, next);
    from += next;
    search.between?.();
  }
}

/** The next character from `at` on. */
function beginning(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start < at + 4 && (bytes[start]! & 0xc0) === 0x80) start++;
  return start;
}
