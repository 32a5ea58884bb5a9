import { type Cursor, type Flow, TOO_EARLY } from './flow.ts';
import { damaged, type Part, viewOf } from './part.ts';

const BLOCK = 512;
const ZEROS = Buffer.alloc(BLOCK);

/** What a header says, before longer names and sizes from the ones before it count. */
interface Header {
  readonly raw: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
}

/** What headers without a file of their own say of the next one. */
interface Told {
  readonly raw?: string;
  readonly size?: number;
  readonly sparse?: true;
}

/** A header, with what the ones before it said of it; bytes. */
interface TarRecord {
  readonly type: string;
  readonly raw: string;
  readonly size: number;
}

/** Types that are files; an old one is `\0`, `7` lies in one piece. */
const FILES = '\x000\x007';
/** Links, devices, folders, pipes: no content follows. */
const EMPTY = '123456';

/** Longer words about the next file are none. */
const MOST_TOLD = 1 << 20;

/**
 * The files of a tar archive: the formats of POSIX (ustar and pax) and of GNU, with long names.
 *
 * @see POSIX.1-2017, pax, "pax Interchange Format" and "ustar Interchange Format"; GNU tar manual, "Basic Tar Format"
 */
export function* tarParts(tar: Cursor): Generator<Part> {
  let told: Told = {};
  for (;;) {
    const record = nextRecord(tar, told);
    if (record === undefined) return;
    if ('kind' in record) return yield record;
    const more = toldBy(record, tar);
    if (more !== undefined) {
      if ('kind' in more) return yield more;
      told = { ...told, ...more };
      continue;
    }
    const content = new Content(tar, record.size);
    const part = partOf(record, content, told.sparse === true);
    if (part !== undefined) yield part;
    if (!content.skipRest()) return yield damaged(tar.damage ?? TOO_EARLY);
    told = {};
  }
}

/** What a file holds, and the padding behind it. */
class Content implements Flow {
  readonly #tar: Cursor;
  readonly #padding: number;
  #left: number;

  constructor(tar: Cursor, size: number) {
    this.#tar = tar;
    this.#left = size;
    this.#padding = (BLOCK - (size % BLOCK)) % BLOCK;
  }

  next(most: number): Uint8Array {
    const bytes = this.#left === 0 ? NONE : this.#tar.next(Math.min(most, this.#left));
    this.#left -= bytes.length;
    return bytes;
  }

  /** @returns false where there is less than there should be */
  skipRest(): boolean {
    const all = this.#left + this.#padding;
    this.#left = 0;
    return this.#tar.skip(all) === all;
  }
}

const NONE = new Uint8Array(0);

/** The next file, or what is wrong; an archive may follow the end of another one. Undefined where nothing is left. */
function nextRecord(tar: Cursor, told: Told): TarRecord | Part | undefined {
  for (;;) {
    const record = recordAt(tar, told);
    if (record !== undefined) return record;
    const end = behindEnd(tar);
    if (end !== 'more') return end;
  }
}

/** Undefined at the end. */
function recordAt(tar: Cursor, told: Told): TarRecord | (Part & { kind: 'damaged' }) | undefined {
  const block = tar.take(BLOCK);
  if (block === undefined) return damaged(tar.damage ?? TOO_EARLY);
  if (block.equals(ZEROS)) return undefined;
  const header = headerAt(block);
  if (header === undefined) return damaged('what should be the head of a file is none');
  const { type } = header;
  const speaksOfNext = 'LKxg'.includes(type);
  const raw = speaksOfNext ? header.raw : (told.raw ?? header.raw);
  const size = EMPTY.includes(type) ? 0 : speaksOfNext ? header.size : (told.size ?? header.size);
  return { type, raw, size };
}

/** Two blocks of zeros end an archive; more of them may fill it up, or another one may follow. */
function behindEnd(tar: Cursor): Part | 'more' | undefined {
  let block = tar.peek(BLOCK);
  while (block.length >= BLOCK && block.subarray(0, BLOCK).equals(ZEROS)) {
    tar.skip(BLOCK);
    block = tar.peek(BLOCK);
  }
  if (isTarHead(block)) return 'more';
  if (tar.damage !== undefined) return damaged(tar.damage);
  const isNothing = block.every((byte) => byte === 0);
  return isNothing ? undefined : { kind: 'skipped', raw: '', why: 'what stands behind its end is not looked into' };
}

/** Whether a block is the head of a file in a tar archive: its checksum says so. */
export function isTarHead(bytes: Uint8Array): boolean {
  return bytes.length >= BLOCK && headerAt(viewOf(bytes)) !== undefined;
}

function partOf({ type, raw, size }: TarRecord, content: Flow, isSparse: boolean): Part | undefined {
  if (isSparse || type === 'S') return { kind: 'skipped', raw, why: 'a file with holes: not looked into' };
  if (!FILES.includes(type) || (raw.endsWith('/') && size === 0)) return undefined;
  return { kind: 'file', raw, size, costs: false, open: () => content };
}

/** What a header that only speaks of the next one says; undefined of all others. */
function toldBy({ type, size }: TarRecord, tar: Cursor): Told | (Part & { kind: 'damaged' }) | undefined {
  if (!'LKxg'.includes(type)) return undefined;
  if (size > MOST_TOLD) return damaged('what it says of a file is too long');
  const padded = tar.take(Math.ceil(size / BLOCK) * BLOCK);
  if (padded === undefined) return damaged(tar.damage ?? TOO_EARLY);
  const content = padded.subarray(0, size);
  if (type === 'L') return { raw: upToZero(content, 0, size) };
  return type === 'x' ? paxRecords(content) : {};
}

/** Records `LENGTH KEY=VALUE\n`, their length in bytes with all of that. */
function paxRecords(content: Buffer): Told {
  let told: Told = {};
  let at = 0;
  while (at < content.length) {
    const blank = content.indexOf(32, at);
    const length = blank < 0 ? Number.NaN : Number(content.toString('latin1', at, blank));
    if (!Number.isInteger(length) || length < blank - at + 3) break;
    const record = content.toString('latin1', blank + 1, at + length - 1);
    const equals = record.indexOf('=');
    const [key, value] = [record.slice(0, equals), record.slice(equals + 1)];
    if (key === 'path') told = { ...told, raw: value };
    if (key === 'size' && /^\d{1,15}$/.test(value)) told = { ...told, size: Number(value) };
    if (key === 'GNU.sparse.name') told = { ...told, raw: value, sparse: true };
    if (key === 'GNU.sparse.map') told = { ...told, sparse: true };
    at += length;
  }
  return told;
}

function headerAt(block: Buffer): Header | undefined {
  const size = numberAt(block, 124, 12);
  if (size === undefined || !hasChecksum(block)) return undefined;
  const name = upToZero(block, 0, 100);
  // GNU's own format has times where POSIX has the first part of a name
  const isPosix = block.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? upToZero(block, 345, 155) : '';
  return { raw: prefix === '' ? name : `${prefix}/${name}`, size, type: String.fromCharCode(block[156]!) };
}

/** The sum of all bytes, with blanks where the sum itself stands. */
function hasChecksum(block: Buffer): boolean {
  let sum = 8 * 32;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += block[i]!;
  return numberAt(block, 148, 8) === sum;
}

/** Octal digits, or where the first bit is set a number to the base of 256. */
function numberAt(tar: Buffer, at: number, length: number): number | undefined {
  if (tar[at] === 0x80) {
    let n = 0;
    for (let i = 1; i < length; i++) n = n * 256 + tar[at + i]!;
    return Number.isSafeInteger(n) ? n : undefined;
  }
  const digits = upToZero(tar, at, length).trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : undefined;
}

function upToZero(bytes: Buffer, at: number, most: number): string {
  const end = bytes.indexOf(0, at);
  return bytes.toString('latin1', at, end < 0 || end > at + most ? at + most : end);
}
