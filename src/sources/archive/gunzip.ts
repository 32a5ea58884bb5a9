import { crc32 } from 'node:zlib';
import { Cursor, type Flow, TOO_EARLY } from './flow.ts';
import { Inflater } from './inflate.ts';

const NONE = new Uint8Array(0);
const BROKEN = 'it cannot be unpacked';
/** Flags of a head: what else stands in it, and bits that nothing is known of. */
const [HEAD_CHECKSUM, EXTRA, NAME, COMMENT, UNKNOWN] = [2, 4, 8, 16, 0xe0];

/**
 * What a gzip file unpacks to, all members of it.
 *
 * @see RFC 1952
 */
export class Gunzip implements Flow {
  damage: string | undefined;
  /** Something that is neither another member nor padding stands behind the last one. */
  hasMore = false;
  readonly #input: Cursor;
  #member: Inflater | undefined;
  #members = 0;
  #isOver = false;
  #crc = 0;
  /** Bytes of this member, modulo 2 to the 32nd. */
  #length = 0;

  constructor(input: Flow) {
    this.#input = new Cursor(input);
  }

  next(most: number): Uint8Array {
    while (!this.#isOver) {
      this.#member ??= this.#begin();
      const bytes = this.#member?.next(most) ?? NONE;
      if (bytes.length > 0) {
        this.#crc = crc32(bytes, this.#crc);
        this.#length = (this.#length + bytes.length) >>> 0;
        return bytes;
      }
      if (this.#member !== undefined) this.#finish(this.#member);
    }
    return NONE;
  }

  #fail(why: string): undefined {
    this.damage ??= this.#input.damage ?? why;
    this.#isOver = true;
  }

  #begin(): Inflater | undefined {
    const head = this.#input.peek(10);
    if (this.#members > 0 && (head[0] !== 0x1f || head[1] !== 0x8b)) return this.#end();
    if (head.length < 10) return this.#fail(TOO_EARLY);
    const flags = head[3]!;
    if (head[2] !== 8 || (flags & UNKNOWN) !== 0) return this.#fail(BROKEN);
    this.#input.skip(10);
    if ((flags & EXTRA) !== 0 && !this.#skip(this.#input.take(2)?.readUInt16LE(0))) return this.#fail(TOO_EARLY);
    for (const text of [NAME, COMMENT]) if ((flags & text) !== 0 && !this.#skipText()) return this.#fail(TOO_EARLY);
    if ((flags & HEAD_CHECKSUM) !== 0 && !this.#skip(2)) return this.#fail(TOO_EARLY);
    this.#crc = 0;
    this.#length = 0;
    this.#members++;
    return new Inflater(this.#input);
  }

  #skip(count: number | undefined): boolean {
    return count !== undefined && this.#input.skip(count) === count;
  }

  /** Up to a zero byte. */
  #skipText(): boolean {
    for (;;) {
      const byte = this.#input.next(1);
      if (byte.length === 0) return false;
      if (byte[0] === 0) return true;
    }
  }

  #finish({ damage }: Inflater): void {
    this.#member = undefined;
    const tail = damage === undefined ? this.#input.take(8) : undefined;
    if (tail === undefined) this.#fail(damage ?? TOO_EARLY);
    else if (tail.readUInt32LE(0) !== this.#crc || tail.readUInt32LE(4) !== this.#length)
      this.#fail('its checksum does not fit');
  }

  /** Zeros fill up to the block of a tape. */
  #end(): undefined {
    this.#isOver = true;
    for (;;) {
      const bytes = this.#input.next(1 << 16);
      if (bytes.length === 0) break;
      this.hasMore ||= bytes.some((byte) => byte !== 0);
    }
    if (this.#input.damage !== undefined) this.#fail(this.#input.damage);
  }
}
