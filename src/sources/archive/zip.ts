import { crc32 } from 'node:zlib';
import { damaged, type Part, type Unpacked, viewOf } from './part.ts';
import { inflateRaw } from './unpack.ts';

/** What the central directory says of one entry; sizes and offsets in bytes. */
interface Listed {
  readonly raw: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** What offsets count from: not 0 where something was put before the archive. */
  readonly base: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Flags of an encrypted entry (bit 0), of a strongly encrypted one (6), and of a masked directory (13). */
const ENCRYPTED = 0x2041;
/** Stands where the real number is in a zip64 field. */
const ELSEWHERE = 0xffffffff;

/**
 * The files of a zip archive, as its central directory has them: stored and deflated ones can be read.
 *
 * @see PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16
 */
export function* zipParts(bytes: Uint8Array): Generator<Part> {
  const zip = viewOf(bytes);
  const directory = directoryOf(zip);
  if ('kind' in directory) return yield directory;
  let at = directory.start;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > directory.end || zip.readUInt32LE(at) !== CENTRAL)
      return yield damaged('its directory does not hold what it says');
    const listed = listedAt(zip, at);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if (!/[/\\]$/.test(listed.raw) || listed.size > 0) yield partOf(zip, listed, directory.base);
  }
}

function directoryOf(zip: Buffer): Directory | (Part & { kind: 'damaged' | 'skipped' }) {
  const end = endOf(zip);
  if (end === undefined) return damaged('its directory is missing: it ends too early');
  const [count, size, offset] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)];
  if (count === 0xffff || size === ELSEWHERE || offset === ELSEWHERE)
    return { kind: 'skipped', raw: '', why: 'zip64: not looked into' };
  if (zip.readUInt16LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) !== count)
    return { kind: 'skipped', raw: '', why: 'one part of a split archive: not looked into' };
  // what signs an Android package stands before the directory, nothing stands behind it
  const start = end - size;
  if (start < offset) return damaged('its directory is not where it should be');
  return { start, end, count, base: start - offset };
}

/** Where the last record begins: it is 22 bytes long and ends with a comment of up to 65,535. */
function endOf(zip: Buffer): number | undefined {
  const first = Math.max(0, zip.length - 22 - 0xffff);
  for (let at = zip.length - 22; at >= first; at--) {
    if (zip[at] === 0x50 && zip.readUInt32LE(at) === END && at + 22 + zip.readUInt16LE(at + 20) <= zip.length)
      return at;
  }
  return undefined;
}

function listedAt(zip: Buffer, at: number): Listed {
  const name = at + 46;
  return {
    raw: zip.toString('latin1', name, name + zip.readUInt16LE(at + 28)),
    flags: zip.readUInt16LE(at + 8),
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    offset: zip.readUInt32LE(at + 42),
  };
}

function partOf(zip: Buffer, listed: Listed, base: number): Part {
  const { raw, flags, method, packed, size, offset } = listed;
  if ((flags & ENCRYPTED) !== 0) return { kind: 'skipped', raw, why: 'encrypted: not looked into' };
  if (packed === ELSEWHERE || size === ELSEWHERE || offset === ELSEWHERE)
    return { kind: 'skipped', raw, why: 'zip64: not looked into' };
  if (method !== 0 && method !== 8)
    return { kind: 'skipped', raw, why: `packed in another way than deflate (${method}): not looked into` };
  return { kind: 'file', raw, size, costs: true, read: (most) => contentOf(zip, listed, base, most) };
}

function contentOf(zip: Buffer, { method, crc, packed, size, offset }: Listed, base: number, most: number): Unpacked {
  const at = base + offset;
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL)
    return { kind: 'damaged', why: 'it is not where the directory says' };
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (start + packed > zip.length) return { kind: 'damaged', why: 'it ends too early' };
  const raw = zip.subarray(start, start + packed);
  if (method === 0 && raw.length > most) return { kind: 'too-large' };
  const content: Unpacked = method === 0 ? { kind: 'bytes', bytes: raw } : inflateRaw(raw, size, most);
  if (content.kind !== 'bytes') return content;
  const isWhole = content.bytes.length === size && crc32(content.bytes) === crc;
  return isWhole ? content : { kind: 'damaged', why: 'its checksum does not fit' };
}
