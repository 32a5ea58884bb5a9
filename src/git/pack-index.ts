import { readFileSync, statSync } from 'node:fs';

const MAGIC = 0xff744f63;
const NAMES = 8 + 256 * 4;
/** Bytes of an index that is kept in memory: some 500,000 objects. Git itself reads what lies in larger packs. */
const LARGEST = 16 << 20;

/**
 * Reads a pack index of version 2, where the objects of a pack begin in it.
 *
 * @param width bytes of an object id: 20 or 32
 * @returns undefined where it is of another version, too large, cut off, or cannot be read
 * @see https://git-scm.com/docs/gitformat-pack
 */
export function readPackIndex(file: string, width: number): Buffer | undefined {
  if (statSync(file).size > LARGEST) return undefined;
  const bytes = readFileSync(file);
  if (bytes.length < NAMES || bytes.readUInt32BE(0) !== MAGIC || bytes.readUInt32BE(4) !== 2) return undefined;
  // of each object the name, a sum and the offset; then two sums of all
  return bytes.length < NAMES + bytes.readUInt32BE(NAMES - 4) * (width + 8) + 2 * width ? undefined : bytes;
}
