import { posix } from 'node:path';
import { toGitPath } from '../../git/quoted-path.ts';
import { archiveFormat } from './format.ts';
import { damaged, type Part } from './part.ts';
import { tarParts } from './tar.ts';
import { gunzip } from './unpack.ts';
import { zipParts } from './zip.ts';

/** Something in an archive: content to search, or why there is none. */
export interface Inner {
  /** What stands behind the path of the archive: `!/dir/file.js`, `!/b.zip!/file.js`; '' for the archive itself. */
  readonly path: string;
  readonly encoding?: 'percent';
  /** Good until the next one is asked for. */
  readonly bytes?: Uint8Array;
  readonly skipped?: string;
  readonly failure?: string;
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
const MOST_UNPACKED = 256 << 20;
/** Text rarely shrinks to less than a fiftieth; deflate cannot do better than 1 to 1032. */
const MOST_RATIO = 200;
const ALWAYS_UNPACKED = 16 << 20;
/** A gzip file is in memory as a whole. */
const MOST_AT_ONCE = 128 << 20;

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
 * Every file in an archive, one after the other: nothing is written, and only one is in memory at a time.
 *
 * @param name of the archive, without folders
 */
export function* walkArchive(bytes: Uint8Array, name: string, walk: Walk): Generator<Inner> {
  const most = Math.min(MOST_UNPACKED, Math.max(ALWAYS_UNPACKED, bytes.length * MOST_RATIO));
  const budget: Budget = { most, bytes: most, entries: MOST_ENTRIES };
  yield* filesOf(bytes, name, { path: '', depth: 1 }, budget, walk);
  if (budget.over !== undefined) yield { path: '', skipped: budget.over };
}

function* filesOf(bytes: Uint8Array, name: string, level: Level, budget: Budget, walk: Walk): Generator<Inner> {
  for (const part of partsOf(bytes, name, budget)) {
    const isMore = part.kind === 'file' && --budget.entries < 0;
    if (isMore) budget.over ??= `more than ${MOST_ENTRIES} files: the rest is not looked into`;
    if (budget.over !== undefined) return;
    yield* filesIn(part, level, budget, walk);
  }
}

function* partsOf(bytes: Uint8Array, name: string, budget: Budget): Generator<Part> {
  const format = archiveFormat(bytes);
  if (format === 'zip') return yield* zipParts(bytes);
  if (format === 'tar') return yield* tarParts(bytes);
  const content = gunzip(bytes, Math.min(budget.bytes, MOST_AT_ONCE));
  if (content.kind === 'damaged') return yield damaged(content.why);
  if (content.kind === 'too-large' && budget.bytes > MOST_AT_ONCE)
    return yield { kind: 'skipped', raw: '', why: `it unpacks to more than ${MOST_AT_ONCE} bytes: not looked into` };
  if (content.kind === 'too-large') return exhaust(budget);
  budget.bytes -= content.bytes.length;
  if (archiveFormat(content.bytes) === 'tar') return yield* tarParts(content.bytes);
  const raw = Buffer.from(name.replace(/\.t?gz$/i, '')).toString('latin1');
  yield { kind: 'file', raw, size: content.bytes.length, costs: false, read: () => content };
}

function exhaust(budget: Budget): void {
  budget.over = `it unpacks to more than ${budget.most} bytes: the rest is not looked into`;
}

function* filesIn(part: Part, level: Level, budget: Budget, walk: Walk): Generator<Inner> {
  const { path: name, encoding = level.encoding } = toGitPath(plain(part.raw ?? ''));
  const here = { path: name === '' ? level.path : `${level.path}!/${name}`, ...(encoding && { encoding }) };
  if (name !== '' && walk.isIgnored(here.path, name)) return;
  const content = contentOf(part, budget, walk.maxFileBytes);
  if (content === undefined) return;
  if (!('bytes' in content)) return yield { ...here, ...content };
  const { bytes } = content;
  if (archiveFormat(bytes) === undefined) return yield { ...here, bytes };
  if (level.depth < MOST_DEEP)
    return yield* filesOf(bytes, posix.basename(name), { ...here, depth: level.depth + 1 }, budget, walk);
  yield { ...here, bytes, skipped: `more than ${MOST_DEEP} archives deep: not looked into` };
}

/** The bytes of a part, or why there are none; undefined where nothing more of the archive is looked into. */
function contentOf(part: Part, budget: Budget, maxFileBytes: number): Omit<Inner, 'path'> | undefined {
  if (part.kind === 'skipped') return { skipped: part.why };
  if (part.kind === 'damaged') return { failure: notChecked(part.why) };
  if (part.size > maxFileBytes) return { skipped: `larger than the limit (${part.size} bytes)` };
  const most = part.costs ? Math.min(maxFileBytes, budget.bytes) : maxFileBytes;
  const content = part.read(most);
  if (content.kind === 'damaged') return { failure: notChecked(content.why) };
  if (content.kind === 'bytes') {
    if (part.costs) budget.bytes -= content.bytes.length;
    return { bytes: content.bytes };
  }
  if (most === maxFileBytes) return { skipped: 'larger than the limit, and than the archive says' };
  exhaust(budget);
  return undefined;
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
