import { closeSync, openSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { type PackIndex, readPackIndex } from './pack-index.ts';

/** How an object stands in a pack: whole, or as a delta to another one. */
export interface Entry {
  readonly type: 'commit' | 'tree' | 'blob' | 'tag' | 'delta';
  /** Of the object, or of the delta. */
  readonly size: number;
  /** Offset of the base in the same pack, or its id. */
  readonly base?: number | Buffer;
  /** The object, or the delta; undefined where it is broken, or larger than asked for. */
  readonly bytes: Buffer | undefined;
}

export interface Pack {
  find(oid: Buffer): number;
  /** Undefined where nothing that we know begins there. */
  entryAt(offset: number, maxBytes: number): Entry | undefined;
  close(): void;
}

const TYPES = [undefined, 'commit', 'tree', 'blob', 'tag', undefined, 'delta', 'delta'] as const;
const BY_OFFSET = 6;
const BY_ID = 7;
/** Bytes that are read at first: most deltas are shorter. */
const FIRST = 2_048;

/**
 * Opens a pack with its index.
 *
 * @param name path without `.pack` and `.idx`
 * @param width bytes of an object id
 * @see https://git-scm.com/docs/gitformat-pack
 */
export function openPack(name: string, width: number): Pack | undefined {
  const index: PackIndex | undefined = readPackIndex(`${name}.idx`, width);
  if (index === undefined) return undefined;
  const file = openSync(`${name}.pack`, 'r');
  const first = Buffer.allocUnsafe(FIRST);
  const read = (into: Buffer, at: number) => into.subarray(0, readSync(file, into, 0, into.length, at));
  return {
    find: index.find,
    entryAt(offset, maxBytes) {
      const head = read(first, offset);
      const start = startOf(head, offset, width);
      if (start === undefined) return undefined;
      const { at, type, size, base } = start;
      // as long as it may be at most, whoever packed it
      const most = size + (size >> 7) + 64;
      const isWhole = at + most <= head.length || head.length < FIRST;
      const packed = () => (isWhole ? head.subarray(at) : read(Buffer.allocUnsafe(most), offset + at));
      const bytes = size > maxBytes ? undefined : inflated(packed(), size);
      return { type, size, bytes, ...(base === undefined ? {} : { base }) };
    },
    close: () => closeSync(file),
  };
}

/** What stands before the packed bytes of an object, which begin at `at`. */
function startOf(head: Buffer, offset: number, width: number): (Omit<Entry, 'bytes'> & { at: number }) | undefined {
  const kind = ((head[0] ?? 0) >> 4) & 7;
  const type = TYPES[kind];
  if (type === undefined || head.length < width) return undefined;
  let at = 0;
  let size = head[0]! & 15;
  for (let scale = 16; head[at]! >= 128; scale *= 128) size += (head[++at]! & 127) * scale;
  at++;
  if (kind === BY_ID) return { at: at + width, type, size, base: Buffer.from(head.subarray(at, at + width)) };
  if (kind !== BY_OFFSET) return { at, type, size };
  let back = head[at]! & 127;
  while (head[at++]! >= 128) back = (back + 1) * 128 + (head[at]! & 127);
  return { at, type, size, base: offset - back };
}

function inflated(packed: Buffer, size: number): Buffer | undefined {
  try {
    const bytes = inflateSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size + 1, 64) });
    return bytes.length === size ? bytes : undefined;
  } catch {
    return undefined; // git is asked next, and says what is wrong
  }
}
