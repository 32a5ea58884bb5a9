/** Bytes that come one after the other, so that nothing needs to be in memory as a whole. */
export interface Flow {
  /** The next bytes, at least one and `most` at most; none at the end. Good until the next call. */
  next(most: number): Uint8Array;
  /** Why it ended where it should not have; known once `next` gave none. */
  readonly damage?: string | undefined;
}

/** A content that is read wherever one likes. */
export interface RandomAccess {
  /** Bytes. */
  readonly size: number;
  /** Bytes `[from, to)`, fewer where it ends before; good until the next call. */
  read(from: number, to: number): Uint8Array;
}

export const TOO_EARLY = 'it ends too early';
const NONE = new Uint8Array(0);

export function inMemory(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}

/** Bytes `[from, to)` of a content. */
export function flowOf({ read }: RandomAccess, from: number, to: number): Flow {
  let at = from;
  return {
    next(most) {
      const bytes = at < to ? read(at, Math.min(to, at + most)) : NONE;
      at += bytes.length;
      return bytes;
    },
  };
}

const BEFORE = 8;
const BUFFER = 64 << 10;

/** A place in a flow: looks ahead, takes exact numbers of bytes, and can go a few back. */
export class Cursor implements Flow {
  /** What is at hand stands from `at` to `end`; what was read last stays before it, up to 8 bytes. */
  bytes: Buffer;
  at = BEFORE;
  end = BEFORE;
  readonly #flow: Flow;

  /** @param size bytes that the flow may hold: less than the usual buffer does for fewer */
  constructor(flow: Flow, size: number = BUFFER) {
    this.#flow = flow;
    this.bytes = Buffer.allocUnsafe(BEFORE + Math.max(1, Math.min(size, BUFFER)));
  }

  get damage(): string | undefined {
    return this.#flow.damage;
  }

  /** Gets more at hand, once nothing is left there. @returns false at the end */
  refill(): boolean {
    this.bytes.copyWithin(0, this.end - BEFORE, this.end);
    this.at = BEFORE;
    this.end = BEFORE;
    return this.#append();
  }

  /** At least `count` bytes, fewer at the end; they stay to be read. */
  peek(count: number): Buffer {
    while (this.end - this.at < count) {
      if (this.bytes.length - this.at < count) {
        const wider = this.bytes.length < BEFORE + count ? Buffer.allocUnsafe(BEFORE + count) : this.bytes;
        this.bytes.copy(wider, 0, this.at - BEFORE, this.end);
        this.end -= this.at - BEFORE;
        this.at = BEFORE;
        this.bytes = wider;
      }
      if (!this.#append()) break;
    }
    return this.bytes.subarray(this.at, this.end);
  }

  /** Exactly `count` bytes, or none where there are not so many. */
  take(count: number): Buffer | undefined {
    const bytes = this.peek(count);
    if (bytes.length < count) return undefined;
    this.at += count;
    return bytes.subarray(0, count);
  }

  next(most: number): Uint8Array {
    if (this.at === this.end && !this.refill()) return NONE;
    const bytes = this.bytes.subarray(this.at, Math.min(this.end, this.at + most));
    this.at += bytes.length;
    return bytes;
  }

  /** @returns how many bytes there were to leave out */
  skip(count: number): number {
    let left = count;
    while (left > 0) {
      const { length } = this.next(left);
      if (length === 0) break;
      left -= length;
    }
    return count - left;
  }

  #append(): boolean {
    const more = this.#flow.next(this.bytes.length - this.end);
    this.bytes.set(more, this.end);
    this.end += more.length;
    return more.length > 0;
  }
}
