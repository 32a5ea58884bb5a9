import { readFileSync, statSync } from 'node:fs';

/** Where the objects of a pack begin in it. */
export interface PackIndex {
  /** Offset in the pack; -1 where the pack has it not. */
  find(oid: Buffer): number;
}

const MAGIC = 0xff744f63;
const FANOUT = 8;
const NAMES = FANOUT + 256 * 4;
/** Bytes of an index that is kept in memory: some 500,000 objects. Git itself reads what lies in larger packs. */
const LARGEST = 16 << 20;

/**
 * Reads a pack index of version 2.
 *
 * @param width bytes of an object id: 20 or 32
 * @returns undefined where it is of another version, too large, cut off, or cannot be read
 * @see https://git-scm.com/docs/gitformat-pack
 */
export function readPackIndex(file: string, width: number): PackIndex | undefined {
  if (statSync(file).size > LARGEST) return undefined;
  const bytes = readFileSync(file);
  if (bytes.length < NAMES || bytes.readUInt32BE(0) !== MAGIC || bytes.readUInt32BE(4) !== 2) return undefined;
  const count = bytes.readUInt32BE(NAMES - 4);
  const offsets = NAMES + count * (width + 4);
  const large = offsets + count * 4;
  if (bytes.length < large + 2 * width) return undefined;
  const offsetOf = (i: number): number => {
    const short = bytes.readUInt32BE(offsets + i * 4);
    // the first bit says that the offset stands in the table of 8 bytes each
    return short < 0x80000000 ? short : Number(bytes.readBigUInt64BE(large + (short - 0x80000000) * 8));
  };
  return {
    find(oid) {
      const first = oid[0]!;
      const start = wordAt(oid, 0);
      let low = first === 0 ? 0 : bytes.readUInt32BE(FANOUT + (first - 1) * 4);
      let high = bytes.readUInt32BE(FANOUT + first * 4);
      while (low < high) {
        const middle = (low + high) >> 1;
        const at = NAMES + middle * width;
        const order = start - wordAt(bytes, at) || oid.compare(bytes, at, at + width);
        if (order === 0) return offsetOf(middle);
        if (order < 0) high = middle;
        else low = middle + 1;
      }
      return -1;
    },
  };
}

/** Second to fourth byte of a name: the table by first byte has led here, and neighbours mostly differ in these. */
function wordAt(bytes: Buffer, at: number): number {
  return (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}
