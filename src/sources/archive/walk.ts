import { posix } from 'node:path';
import { toGitPath } from '../../git/quoted-path.ts';
import { Cursor, type Flow, flowOf, inMemory, type RandomAccess } from './flow.ts';
import { archiveFormat } from './format.ts';
import { Gunzip } from './gunzip.ts';
import { damaged, type Part } from './part.ts';
import { tarParts } from './tar.ts';
import { zipParts } from './zip.ts';

/** Something in an archive: content to search, or why there is none. */
export interface Inner {
  /** What stands behind the path of the archive: `!/dir/file.js`, `!/b.zip!/file.js`; '' for the archive itself. */
  readonly path: string;
  readonly encoding?: 'percent';
  /** To be read before the next one is asked for. */
  readonly content?: Flow;
  readonly skipped?: string;
  readonly failure?: string;
  /** Why the content ended before its end; known once it was read. */
  ended?(): Pick<Inner, 'skipped' | 'failure'>;
}

export interface Walk {
  /** Larger files are skipped. */
  readonly maxFileBytes: number;
  /**
   * @param path what stands behind the archive's, `!/` first
   * @param name the last part of it: the path in the innermost archive
   */
  isIgnored(path: string, name: string): boolean;
}

/** An archive in an archive is looked into, one inside of that is not. */
const MOST_DEEP = 2;
/** Files of one archive, with those of archives in it. */
const MOST_ENTRIES = 10_000;
/** Bytes that one archive may unpack to, with archives in it; a small one less: what unpacks to so much more is a bomb. */
const MOST_UNPACKED = 1 << 30;
/** Text rarely shrinks to less than a fiftieth; deflate cannot do better than 1 to 1032. */
const MOST_RATIO = 200;
const ALWAYS_UNPACKED = 16 << 20;
/** A zip file is read from its end, so one in an archive is in memory as a whole; nothing else is. */
const MOST_HELD = 16 << 20;
/** Enough to tell a format by. */
const HEAD = 512;

interface Budget {
  /** Bytes that it may unpack to in all. */
  readonly most: number;
  bytes: number;
  entries: number;
  /** Why the rest is left out. */
  over?: string;
}

interface Level {
  /** Of the archive, as in `Inner`. */
  readonly path: string;
  readonly encoding?: 'percent';
  readonly depth: number;
}

/**
 * Every file in an archive, one after the other: nothing is written, and of the archive itself only what is read just now is in memory.
 *
 * @param name of the archive, without folders
 */
export function* walkArchive(archive: RandomAccess, name: string, walk: Walk): Generator<Inner> {
  const most = Math.min(MOST_UNPACKED, Math.max(ALWAYS_UNPACKED, archive.size * MOST_RATIO));
  const budget: Budget = { most, bytes: most, entries: MOST_ENTRIES };
  const isZip = archiveFormat(archive.read(0, HEAD)) === 'zip';
  const parts = isZip ? zipParts(archive) : partsOf(new Cursor(flowOf(archive, 0, archive.size)), name, budget);
  yield* filesOf(parts, { path: '', depth: 1 }, budget, walk);
  if (budget.over !== undefined) yield { path: '', skipped: budget.over };
}

function* filesOf(parts: Iterable<Part>, level: Level, budget: Budget, walk: Walk): Generator<Inner> {
  for (const part of parts) {
    const isMore = part.kind === 'file' && --budget.entries < 0;
    if (isMore) budget.over ??= `more than ${MOST_ENTRIES} files: the rest is not looked into`;
    if (budget.over !== undefined) return;
    yield* filesIn(part, level, budget, walk);
  }
}

/** The parts of a tar, or of what a gzip file unpacks to. */
function* partsOf(archive: Cursor, name: string, budget: Budget): Generator<Part> {
  if (archiveFormat(archive.peek(HEAD)) === 'tar') return yield* tarParts(archive);
  const gunzip = new Gunzip(archive);
  const content = new Cursor(counted(gunzip, budget));
  if (archiveFormat(content.peek(HEAD)) === 'tar') {
    yield* tarParts(content);
    if (gunzip.damage !== undefined) return; // the tar has said so
    while (content.next(PIECE).length > 0); // the checksum stands at the end
    if (gunzip.damage !== undefined) yield damaged(gunzip.damage);
  } else {
    const raw = Buffer.from(name.replace(/\.t?gz$/i, '')).toString('latin1');
    yield { kind: 'file', raw, costs: false, open: () => content };
  }
  if (gunzip.hasMore) yield { kind: 'skipped', raw: '', why: 'what stands behind its end is not looked into' };
}

/** Ends where the budget does. */
function counted(flow: Flow, budget: Budget): Flow {
  return {
    next(most) {
      const bytes = budget.over === undefined ? flow.next(most) : NONE;
      budget.bytes -= bytes.length;
      if (budget.bytes >= 0) return bytes;
      exhaust(budget);
      return bytes.subarray(0, Math.max(0, bytes.length + budget.bytes));
    },
    get damage() {
      return flow.damage;
    },
  };
}

const NONE = new Uint8Array(0);

function exhaust(budget: Budget): void {
  budget.over ??= `it unpacks to more than ${budget.most} bytes: the rest is not looked into`;
}

function* filesIn(part: Part, level: Level, budget: Budget, walk: Walk): Generator<Inner> {
  const { path: name, encoding = level.encoding } = toGitPath(plain(part.raw ?? ''));
  const here = { path: name === '' ? level.path : `${level.path}!/${name}`, ...(encoding && { encoding }) };
  if (name !== '' && walk.isIgnored(here.path, name)) return;
  if (part.kind === 'skipped') return yield { ...here, skipped: part.why };
  if (part.kind === 'damaged') return yield { ...here, failure: notChecked(part.why) };
  const { size = 0, costs } = part;
  if (size > walk.maxFileBytes) return yield { ...here, skipped: `larger than the limit (${size} bytes)` };
  if (costs && size > budget.bytes) return exhaust(budget);
  const content = new Cursor(costs ? counted(part.open(), budget) : part.open(), part.size);
  const format = archiveFormat(content.peek(HEAD));
  if (format === undefined) return yield { ...here, ...upTo(walk.maxFileBytes, content) };
  if (level.depth >= MOST_DEEP)
    return yield { ...here, content, skipped: `more than ${MOST_DEEP} archives deep: not looked into` };
  const inner = { ...here, depth: level.depth + 1 };
  if (format !== 'zip') yield* filesOf(partsOf(content, posix.basename(name), budget), inner, budget, walk);
  else yield* filesOfZip(content, size, inner, budget, walk);
}

function* filesOfZip(content: Flow, size: number, level: Level, budget: Budget, walk: Walk): Generator<Inner> {
  const zip = size > MOST_HELD ? undefined : held(content, size);
  if (zip === undefined)
    return yield {
      path: level.path,
      skipped: `a zip file in an archive, larger than ${MOST_HELD} bytes: not looked into`,
    };
  if (content.damage !== undefined) yield { path: level.path, failure: notChecked(content.damage) };
  yield* filesOf(zipParts(inMemory(zip)), level, budget, walk);
}

const PIECE = 1 << 20;

/** All of it, unless it is too large. */
function held(content: Flow, size: number): Uint8Array | undefined {
  let all = Buffer.allocUnsafeSlow(size);
  let length = 0;
  for (let piece = content.next(PIECE); piece.length > 0; piece = content.next(PIECE)) {
    if (length + piece.length > MOST_HELD) return undefined;
    if (length + piece.length > all.length)
      all = Buffer.concat([all.subarray(0, length)], Math.min(MOST_HELD, 2 * length + PIECE));
    all.set(piece, length);
    length += piece.length;
  }
  return all.subarray(0, length);
}

/** A content without what is beyond the limit, where nothing said before how long it is. */
function upTo(maxFileBytes: number, content: Cursor): Pick<Inner, 'content' | 'ended'> {
  let left = maxFileBytes;
  let isCut = false;
  return {
    content: {
      next(most) {
        const bytes = isCut ? NONE : content.next(most);
        left -= bytes.length;
        if (left >= 0) return bytes;
        isCut = true;
        return bytes.subarray(0, Math.max(0, bytes.length + left));
      },
    },
    ended: () => {
      if (isCut) return { skipped: `larger than the limit (${maxFileBytes} bytes): the rest is not looked into` };
      return content.damage === undefined ? {} : { failure: notChecked(content.damage) };
    },
  };
}

function notChecked(why: string): string {
  return `a damaged archive, not checked: ${why}`;
}

/** Without what leads nowhere: `./`, `//`, and the backslashes of Windows. */
function plain(raw: string): string {
  return raw
    .replaceAll('\\', '/')
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .join('/');
}
