import { crc32, inflateRawSync } from 'node:zlib';
import { Cursor, type Flow, flowOf, inMemory, type RandomAccess, TOO_EARLY } from './flow.ts';
import { Inflater } from './inflate.ts';
import { damaged, type Part, viewOf } from './part.ts';

/** What the central directory says of one entry; sizes and offsets in bytes. */
interface Listed {
  readonly raw: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  /** Of the record that says this. */
  readonly length: number;
}

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** What offsets count from: not 0 where something was put before the archive. */
  readonly base: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Flags of an encrypted entry (bit 0), of a strongly encrypted one (6), and of a masked directory (13). */
const ENCRYPTED = 0x2041;
/** Stands where the real number, in 64 bits, is elsewhere; of counts only two bytes. */
const ELSEWHERE = 0xffffffff;
const LONG_FIELD = 1;

const END_BYTES = 22;
const END_64_BYTES = 56;
const LOCATOR_BYTES = 20;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
/** What is packed and unpacked in so few bytes is unpacked as a whole, which Node does three times as fast. */
const SMALL = 2 << 20;

/**
 * The files of a zip archive, as its central directory has them: stored and deflated ones can be read.
 *
 * @see PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16 and 4.5.3
 */
export function* zipParts(zip: RandomAccess): Generator<Part> {
  const directory = directoryOf(zip);
  if ('kind' in directory) return yield directory;
  let at = directory.start;
  for (let i = 0; i < directory.count; i++) {
    const listed = at + CENTRAL_BYTES > directory.end ? undefined : listedAt(zip, at);
    if (listed === undefined) return yield damaged('its directory does not hold what it says');
    at += listed.length;
    if (!/[/\\]$/.test(listed.raw) || listed.size > 0) yield partOf(zip, listed, directory.base);
  }
}

function directoryOf(zip: RandomAccess): Directory | (Part & { kind: 'damaged' | 'skipped' }) {
  // it is 22 bytes long and ends with a comment of up to 65,535
  const from = Math.max(0, zip.size - END_BYTES - 0xffff);
  const tail = viewOf(zip.read(from, zip.size));
  const at = endIn(tail);
  if (at === undefined) return damaged('its directory is missing: it ends too early');
  const said = longEnd(zip, from + at) ?? { ...shortEnd(tail.subarray(at)), end: from + at };
  const { isSplit, end, count, size, offset } = said;
  if (isSplit) return { kind: 'skipped', raw: '', why: 'one part of a split archive: not looked into' };
  // what signs an Android package stands before the directory, nothing stands behind it
  const start = end - size;
  if (start < offset) return damaged('its directory is not where it should be');
  return { start, end, count, base: start - offset };
}

/** What the last record says of the directory. */
interface End {
  readonly isSplit: boolean;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

function shortEnd(record: Buffer): End {
  const count = record.readUInt16LE(10);
  const isSplit = record.readUInt16LE(4) !== 0 || record.readUInt16LE(8) !== count;
  return { isSplit, count, size: record.readUInt32LE(12), offset: record.readUInt32LE(16) };
}

/** The same of a zip64 archive, in a record of its own before the last; undefined where there is none. */
function longEnd(zip: RandomAccess, last: number): (End & { readonly end: number }) | undefined {
  const end = last - LOCATOR_BYTES - END_64_BYTES;
  if (end < 0) return undefined;
  const record = viewOf(zip.read(end, last));
  if (record.readUInt32LE(END_64_BYTES) !== LOCATOR || record.readUInt32LE(0) !== END_64) return undefined;
  const count = longAt(record, 32);
  const isSplit = record.readUInt32LE(16) !== 0 || longAt(record, 24) !== count;
  return { isSplit, count, size: longAt(record, 40), offset: longAt(record, 48), end };
}

/** What is longer than any file is as good as true. */
function longAt(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}

/** Where the last record begins. */
function endIn(tail: Buffer): number | undefined {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (
      tail[at] === 0x50 &&
      tail.readUInt32LE(at) === END &&
      at + END_BYTES + tail.readUInt16LE(at + 20) <= tail.length
    )
      return at;
  }
  return undefined;
}

function listedAt(zip: RandomAccess, at: number): Listed | undefined {
  const head = viewOf(zip.read(at, at + CENTRAL_BYTES));
  if (head.length < CENTRAL_BYTES || head.readUInt32LE(0) !== CENTRAL) return undefined;
  const [name, more] = [head.readUInt16LE(28), head.readUInt16LE(30)];
  const numbers = {
    flags: head.readUInt16LE(8),
    method: head.readUInt16LE(10),
    crc: head.readUInt32LE(16),
    length: CENTRAL_BYTES + name + more + head.readUInt16LE(32),
  };
  const short = [head.readUInt32LE(24), head.readUInt32LE(20), head.readUInt32LE(42)] as const;
  const behind = viewOf(zip.read(at + CENTRAL_BYTES, at + CENTRAL_BYTES + name + more));
  const [size, packed, offset] = withLong(short, behind.subarray(name));
  return { raw: behind.toString('latin1', 0, name), ...numbers, size, packed, offset };
}

type Numbers = readonly [size: number, packed: number, offset: number];

/** Those of the numbers that do not fit stand in a field of their own, in this order. */
function withLong(numbers: Numbers, fields: Buffer): Numbers {
  if (!numbers.includes(ELSEWHERE)) return numbers;
  for (let at = 0; at + 4 <= fields.length; at += 4 + fields.readUInt16LE(at + 2)) {
    if (fields.readUInt16LE(at) !== LONG_FIELD) continue;
    const field = fields.subarray(at + 4, at + 4 + fields.readUInt16LE(at + 2));
    let next = 0;
    const long = (number: number) => {
      if (number !== ELSEWHERE || next + 8 > field.length) return number;
      next += 8;
      return longAt(field, next - 8);
    };
    return [long(numbers[0]), long(numbers[1]), long(numbers[2])];
  }
  return numbers;
}

function partOf(zip: RandomAccess, listed: Listed, base: number): Part {
  const { raw, flags, method, packed, size, offset } = listed;
  if ((flags & ENCRYPTED) !== 0) return { kind: 'skipped', raw, why: 'encrypted: not looked into' };
  if (packed === ELSEWHERE || size === ELSEWHERE || offset === ELSEWHERE) return damaged('its size is missing', raw);
  if (method !== 0 && method !== 8)
    return { kind: 'skipped', raw, why: `packed in another way than deflate (${method}): not looked into` };
  return { kind: 'file', raw, size, costs: true, open: () => contentOf(zip, listed, base) };
}

function contentOf(zip: RandomAccess, listed: Listed, base: number): Flow {
  const { method, packed, size, offset } = listed;
  const at = base + offset;
  const head = viewOf(zip.read(at, at + LOCAL_BYTES));
  if (head.length < LOCAL_BYTES || head.readUInt32LE(0) !== LOCAL)
    return { next: () => NONE, damage: 'it is not where the directory says' };
  const start = at + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
  const raw = flowOf(zip, start, start + packed);
  if (method === 0) return new Checked(raw, listed);
  const whole = packed <= SMALL && size <= SMALL ? unpacked(zip.read(start, start + packed), size) : undefined;
  return new Checked(whole ?? new Inflater(new Cursor(raw)), listed);
}

/** Undefined where it goes wrong: the slow way finds out how. */
function unpacked(packed: Uint8Array, size: number): Flow | undefined {
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });
    return flowOf(inMemory(bytes), 0, bytes.length);
  } catch {
    return undefined;
  }
}

const NONE = new Uint8Array(0);

/** Ends with damage where size or checksum are not as the archive says. */
class Checked implements Flow {
  damage: string | undefined;
  readonly #flow: Flow;
  readonly #says: Pick<Listed, 'size' | 'crc'>;
  #crc = 0;
  #length = 0;

  constructor(flow: Flow, says: Pick<Listed, 'size' | 'crc'>) {
    this.#flow = flow;
    this.#says = says;
  }

  next(most: number): Uint8Array {
    if (this.damage !== undefined) return NONE;
    const bytes = this.#flow.next(most);
    this.#crc = crc32(bytes, this.#crc);
    this.#length += bytes.length;
    const { size, crc } = this.#says;
    if (this.#length > size) this.damage = 'it is larger than the archive says';
    else if (bytes.length > 0) return bytes;
    else if (this.#flow.damage !== undefined) this.damage = this.#flow.damage;
    else if (this.#length < size) this.damage = TOO_EARLY;
    else if (this.#crc !== crc) this.damage = 'its checksum does not fit';
    return NONE;
  }
}
