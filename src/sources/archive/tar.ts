import { damaged, type Part, viewOf } from './part.ts';

const BLOCK = 512;

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

/** A header and what follows it; `end` is the offset behind. */
interface TarRecord {
  readonly type: string;
  readonly raw: string;
  readonly content: Buffer;
  readonly end: number;
}

/** Types that are files; an old one is `\0`, `7` lies in one piece. */
const FILES = '\x000\x007';
/** Links, devices, folders, pipes: no content follows. */
const EMPTY = '123456';

/**
 * The files of a tar archive: the formats of POSIX (ustar and pax) and of GNU, with long names.
 *
 * @see POSIX.1-2017, pax, "pax Interchange Format" and "ustar Interchange Format"; GNU tar manual, "Basic Tar Format"
 */
export function* tarParts(bytes: Uint8Array): Generator<Part> {
  const tar = viewOf(bytes);
  let told: Told = {};
  let at = 0;
  for (;;) {
    if (at + BLOCK <= tar.length && isZero(tar, at)) return;
    const next = recordAt(tar, at, told);
    if ('kind' in next) return yield next;
    at = next.end;
    const more = toldBy(next);
    if (more === undefined) {
      const part = partOf(next, told.sparse === true);
      if (part !== undefined) yield part;
    }
    told = more === undefined ? {} : { ...told, ...more };
  }
}

function recordAt(tar: Buffer, at: number, told: Told): TarRecord | (Part & { kind: 'damaged' }) {
  if (at + BLOCK > tar.length) return damaged('it ends too early');
  const header = headerAt(tar, at);
  if (header === undefined) return damaged('what should be the head of a file is none');
  const { type } = header;
  const speaksOfNext = 'LKxg'.includes(type);
  const raw = speaksOfNext ? header.raw : (told.raw ?? header.raw);
  const size = EMPTY.includes(type) ? 0 : speaksOfNext ? header.size : (told.size ?? header.size);
  const start = at + BLOCK;
  if (start + size > tar.length) return damaged('it ends too early');
  return { type, raw, content: tar.subarray(start, start + size), end: start + Math.ceil(size / BLOCK) * BLOCK };
}

/** Whether a block is the head of a file in a tar archive: its checksum says so. */
export function isTarHead(bytes: Uint8Array): boolean {
  return bytes.length >= BLOCK && headerAt(viewOf(bytes), 0) !== undefined;
}

function partOf({ type, raw, content }: TarRecord, isSparse: boolean): Part | undefined {
  if (isSparse || type === 'S') return { kind: 'skipped', raw, why: 'a file with holes: not looked into' };
  if (!FILES.includes(type) || (raw.endsWith('/') && content.length === 0)) return undefined;
  const { length } = content;
  return {
    kind: 'file',
    raw,
    size: length,
    costs: false,
    read: (most) => (length > most ? { kind: 'too-large' } : { kind: 'bytes', bytes: content }),
  };
}

/** What a header that only speaks of the next one says; undefined of all others. */
function toldBy({ type, content }: TarRecord): Told | undefined {
  if (type === 'L') return { raw: upToZero(content, 0, content.length) };
  if (type === 'x') return paxRecords(content);
  return type === 'K' || type === 'g' ? {} : undefined;
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

function headerAt(tar: Buffer, at: number): Header | undefined {
  const size = numberAt(tar, at + 124, 12);
  if (size === undefined || !hasChecksum(tar, at)) return undefined;
  const name = upToZero(tar, at, 100);
  // GNU's own format has times where POSIX has the first part of a name
  const isPosix = tar.toString('latin1', at + 257, at + 263) === 'ustar\0';
  const prefix = isPosix ? upToZero(tar, at + 345, 155) : '';
  return { raw: prefix === '' ? name : `${prefix}/${name}`, size, type: String.fromCharCode(tar[at + 156]!) };
}

/** The sum of all bytes, with blanks where the sum itself stands. */
function hasChecksum(tar: Buffer, at: number): boolean {
  let sum = 8 * 32;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += tar[at + i]!;
  return numberAt(tar, at + 148, 8) === sum;
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

function isZero(tar: Buffer, at: number): boolean {
  for (let i = at; i < at + BLOCK; i++) if (tar[i] !== 0) return false;
  return true;
}
