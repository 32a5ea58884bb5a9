import { type Cursor, type Flow, TOO_EARLY } from './flow.ts';

/** How far back a copy may reach. */
const WINDOW = 32 << 10;
const OUTPUT = 128 << 10;
const LONGEST_COPY = 258;
/** Bytes that one symbol may need, and those that may have been read ahead by then. */
const ENOUGH = 16;
const AHEAD = 4;
/** What is read where the input has ended. */
const BEHIND = Buffer.alloc(2 * ENOUGH);
const BROKEN = 'it cannot be unpacked';

/** Symbols by their codes: `symbol << 4 | length`, 0 for no code; a code is looked up by `bits` bits. */
interface Table {
  readonly bits: number;
  readonly entries: Uint16Array;
}

// RFC 1951, 3.2.5: what a copy's symbols begin with, and how many bits are added
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BITS = Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1));
const LENGTHS = Uint16Array.from([...startsOf(3, LENGTH_BITS.slice(0, 28)), LONGEST_COPY]);
const DISTANCES = Uint16Array.from(startsOf(1, DISTANCE_BITS));
const EXTRA_OF_LENGTH = Uint8Array.from(LENGTH_BITS);
/** Symbols of the longest copy, and a distance that is none. */
const LAST_COPY = 285;
const FAR = WINDOW + 1;
const EXTRA_OF_DISTANCE = Uint8Array.from(DISTANCE_BITS);
/** 3.2.7: in which order the lengths of the codes for lengths stand. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Unpacks a deflate stream piece by piece. Node's own is as a whole or not at all where it must not wait; this one takes
 * 200 KB, whatever there is to unpack. What follows the stream stays in `input`.
 *
 * @see RFC 1951
 */
export class Inflater implements Flow {
  damage: string | undefined;
  readonly #input: Cursor;
  readonly #out = Buffer.allocUnsafeSlow(WINDOW + OUTPUT + LONGEST_COPY);
  /** What is unpacked and not given out yet stands from `#from` to `#to`. */
  #from = 0;
  #to = 0;
  /** How much of what stands before is known: a copy must not reach further. */
  #known = 0;
  /** Bits of the input's last byte that are not used yet, fewer than eight outside of a block. */
  #hold = 0;
  #bits = 0;
  #state: 'head' | 'stored' | 'codes' | 'end' = 'head';
  #isLast = false;
  /** Bytes of a stored block still to come. */
  #left = 0;
  #codes: readonly [Table, Table] = [NO_TABLE, NO_TABLE];

  constructor(input: Cursor) {
    this.#input = input;
  }

  next(most: number): Uint8Array {
    while (this.#from === this.#to && this.#state !== 'end') this.#unpack();
    const bytes = this.#out.subarray(this.#from, Math.min(this.#to, this.#from + most));
    this.#from += bytes.length;
    return bytes;
  }

  #unpack(): undefined {
    if (this.#to >= WINDOW + OUTPUT) {
      this.#out.copyWithin(0, this.#to - WINDOW, this.#to);
      this.#from = WINDOW;
      this.#to = WINDOW;
    }
    if (this.#state === 'head') this.#head();
    else if (this.#state === 'stored') this.#stored();
    else this.#symbols();
  }

  #fail(why: string): undefined {
    this.damage ??= why;
    this.#state = 'end';
  }

  /** The next `count` bits, zeros behind the end of the input; they stay to be read. */
  #peek(count: number): number {
    while (this.#bits < count) {
      const byte = this.#input.next(1);
      if (byte.length === 0) break;
      this.#hold |= byte[0]! << this.#bits;
      this.#bits += 8;
    }
    return this.#hold & ((1 << count) - 1);
  }

  #drop(count: number): void {
    if (count > this.#bits) this.#fail(this.#input.damage ?? TOO_EARLY);
    this.#hold >>>= count;
    this.#bits -= Math.min(count, this.#bits);
  }

  /** Up to 16 bits. */
  #take(count: number): number {
    const value = this.#peek(count);
    this.#drop(count);
    return value;
  }

  #head(): undefined {
    this.#isLast = this.#take(1) === 1;
    const type = this.#take(2);
    if (type === 0) return this.#storedHead();
    const codes = type === 1 ? fixedCodes() : type === 2 ? this.#dynamicCodes() : undefined;
    if (codes === undefined) return this.#fail(BROKEN);
    this.#codes = codes;
    if (this.damage === undefined) this.#state = 'codes';
  }

  #storedHead(): undefined {
    this.#take(this.#bits & 7);
    const [length, inverse] = [this.#take(16), this.#take(16)];
    if ((length ^ 0xffff) !== inverse) return this.#fail(BROKEN);
    this.#left = length;
    if (this.damage === undefined) this.#state = 'stored';
  }

  #stored(): undefined {
    const room = WINDOW + OUTPUT - this.#to;
    const bytes = this.#left === 0 ? EMPTY : this.#input.next(Math.min(this.#left, room));
    if (this.#left > 0 && bytes.length === 0) return this.#fail(this.#input.damage ?? TOO_EARLY);
    this.#out.set(bytes, this.#to);
    this.#to += bytes.length;
    this.#known = Math.min(WINDOW, this.#known + bytes.length);
    this.#left -= bytes.length;
    if (this.#left === 0) this.#blockEnd();
  }

  #blockEnd(): undefined {
    this.#state = this.#isLast ? 'end' : 'head';
  }

  /** 3.2.7: the codes of this block, themselves packed; undefined where they are none. */
  #dynamicCodes(): readonly [Table, Table] | undefined {
    const [symbols, distances, ordered] = [this.#take(5) + 257, this.#take(5) + 1, this.#take(4) + 4];
    if (symbols > 286 || distances > 30) return undefined;
    const small = new Uint8Array(19);
    for (let i = 0; i < ordered; i++) small[ORDER[i]!] = this.#take(3);
    const table = tableOf(small, false);
    const lengths = table && this.#lengths(table, symbols + distances);
    if (lengths === undefined || lengths[256] === 0) return undefined;
    const codes = tableOf(lengths.subarray(0, symbols), true);
    const back = tableOf(lengths.subarray(symbols), true);
    return codes && back && [codes, back];
  }

  #lengths({ bits, entries }: Table, count: number): Uint8Array | undefined {
    const lengths = new Uint8Array(count);
    for (let i = 0; i < count; ) {
      const entry = entries[this.#peek(bits)]!;
      this.#drop(entry & 15);
      if (entry === 0 || this.damage !== undefined) return undefined;
      const symbol = entry >> 4;
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) return undefined;
      const value = symbol === 16 ? lengths[i - 1]! : 0;
      const times = this.#timesOf(symbol);
      if (i + times > count) return undefined;
      lengths.fill(value, i, i + times);
      i += times;
    }
    return lengths;
  }

  #timesOf(symbol: number): number {
    if (symbol === 16) return 3 + this.#take(2);
    return symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
  }

  /** Symbols until the block ends, or there is no room or no input for another; in locals, as this is where the time goes. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a call for each step would cost more than the step
  // biome-ignore lint/complexity/noExcessiveLinesPerFunction: as above
  #symbols(): undefined {
    const [{ bits: wide, entries: codes }, { bits: wideBack, entries: back }] = this.#codes;
    const [mask, maskBack, full, start, out] = [
      (1 << wide) - 1,
      (1 << wideBack) - 1,
      WINDOW + OUTPUT,
      this.#to,
      this.#out,
    ];
    const atHand = this.#input.peek(ENOUGH);
    const isTail = atHand.length < ENOUGH;
    const bytes = isTail ? Buffer.concat([atHand, BEHIND]) : atHand;
    const last = isTail ? atHand.length + AHEAD : atHand.length - ENOUGH;
    const earliest = this.#known - start;
    let [hold, bits, to, at] = [this.#hold, this.#bits, start, 0];
    let end: 'block' | 'broken' | undefined;
    while (to < full && at <= last) {
      if (bits < 20) for (; bits < 25; bits += 8) hold |= bytes[at++]! << bits;
      const entry = codes[hold & mask]!;
      hold >>>= entry & 15;
      bits -= entry & 15;
      const symbol = entry >> 4;
      if (symbol < 256 && entry !== 0) {
        out[to++] = symbol;
        continue;
      }
      if (symbol === 256 || symbol > LAST_COPY || entry === 0) {
        end = symbol === 256 ? 'block' : 'broken';
        break;
      }
      const extra = EXTRA_OF_LENGTH[symbol - 257]!;
      const length = LENGTHS[symbol - 257]! + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      bits -= extra;
      if (bits < 15) for (; bits < 25; bits += 8) hold |= bytes[at++]! << bits;
      const entryBack = back[hold & maskBack]!;
      hold >>>= entryBack & 15;
      bits -= entryBack & 15;
      if (bits < 13) for (; bits < 25; bits += 8) hold |= bytes[at++]! << bits;
      const extraBack = EXTRA_OF_DISTANCE[entryBack >> 4] ?? 0;
      const distance = (DISTANCES[entryBack >> 4] ?? FAR) + (hold & ((1 << extraBack) - 1));
      hold >>>= extraBack;
      bits -= extraBack;
      if (distance > earliest + to || entryBack === 0) {
        end = 'broken';
        break;
      }
      for (let from = to - distance, stop = to + length; to < stop; ) out[to++] = out[from++]!;
    }
    // whole bytes that were only looked at go back to the input
    const used = at - (bits >> 3);
    this.#bits = bits & 7;
    this.#hold = hold & ((1 << this.#bits) - 1);
    this.#known = Math.min(WINDOW, earliest + to);
    this.#to = to;
    if (used > atHand.length) return this.#fail(this.#input.damage ?? TOO_EARLY);
    this.#input.at += used;
    if (end === 'broken') this.#fail(BROKEN);
    else if (end === 'block') this.#blockEnd();
  }
}

const EMPTY = new Uint8Array(0);
const NO_TABLE: Table = { bits: 0, entries: new Uint16Array(1) };

function startsOf(first: number, extra: readonly number[]): number[] {
  let next = first;
  return extra.map((bits) => {
    const start = next;
    next += 1 << bits;
    return start;
  });
}

let fixed: readonly [Table, Table] | undefined;

/** 3.2.6 */
function fixedCodes(): readonly [Table, Table] {
  if (fixed === undefined) {
    const lengths = new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280);
    fixed = [tableOf(lengths, true)!, tableOf(new Uint8Array(32).fill(5), true)!];
  }
  return fixed;
}

/**
 * 3.2.2: the codes of symbols by the lengths of their codes.
 *
 * @param mayLack one code of one bit, or none at all, may stand alone
 */
function tableOf(lengths: Uint8Array, mayLack: boolean): Table | undefined {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  let bits = 15;
  while (bits > 1 && counts[bits] === 0) bits--;
  let left = 1;
  const next = new Uint16Array(16);
  for (let length = 1, code = 0; length <= 15; length++) {
    left = left * 2 - counts[length]!;
    if (left < 0) return undefined;
    code = (code + counts[length - 1]!) << 1;
    next[length] = code;
  }
  if (left > 0 && !(mayLack && bits === 1)) return undefined;
  const entries = new Uint16Array(1 << bits);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const code = reversed(next[length]!++, length);
    for (let at = code; at < entries.length; at += 1 << length) entries[at] = (symbol << 4) | length;
  });
  return { bits, entries };
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let i = 0; i < length; i++) result |= ((code >> i) & 1) << (length - 1 - i);
  return result;
}
