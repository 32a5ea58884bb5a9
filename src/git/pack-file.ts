import { closeSync, fstatSync, openSync } from 'node:fs';
import type { PackEngine } from './pack-engine.ts';
import { type PackIndex, readPackIndex } from './pack-index.ts';

/** How an object stands in a pack: whole, or as a delta to another one. */
export interface Entry {
  readonly type: 'commit' | 'tree' | 'blob' | 'tag' | 'delta';
  /** Of the object, or of the delta. */
  readonly size: number;
  /** Offset of the packed bytes. */
  readonly at: number;
  /** Offset of the base in the same pack, or its id. */
  readonly base?: number | Buffer;
}

export interface Pack {
  find(oid: Buffer): number;
  /** Undefined where nothing that we know begins there. */
  entryAt(offset: number): Entry | undefined;
  /** Undefined where it is broken or too long; so are those below. */
  whole(entry: Entry): Buffer | undefined;
  patched(entry: Entry, base: Buffer, most: number): Buffer | undefined;
  close(): void;
}

const TYPES = [undefined, 'commit', 'tree', 'blob', 'tag', undefined, 'delta', 'delta'] as const;
const BY_OFFSET = 6;
const BY_ID = 7;
/** Bytes that the head of an object takes at most: two numbers of ten bytes, or one and an id. */
const HEAD = 48;

/**
 * Opens a pack with its index.
 *
 * @param name path without `.pack` and `.idx`
 * @param width bytes of an object id
 * @see https://git-scm.com/docs/gitformat-pack
 */
export function openPack(name: string, width: number, engine: PackEngine): Pack | undefined {
  const index: PackIndex | undefined = readPackIndex(`${name}.idx`, width);
  if (index === undefined) return undefined;
  const file = openSync(`${name}.pack`, 'r');
  engine.hold(file, fstatSync(file).size);
  return {
    find: index.find,
    entryAt: (offset) => entryIn(engine.peek(file, offset, HEAD), offset, width),
    whole: ({ at, size }) => engine.whole(file, at, size),
    patched: ({ at, size }, base, most) => engine.patched(base, file, at, size, most),
    close() {
      engine.drop(file);
      closeSync(file);
    },
  };
}

/** What stands before the packed bytes of an object. */
function entryIn(head: Uint8Array, offset: number, width: number): Entry | undefined {
  const kind = (head[0]! >> 4) & 7;
  const type = TYPES[kind];
  if (type === undefined) return undefined;
  let at = 0;
  let size = head[0]! & 15;
  for (let scale = 16; head[at]! >= 128 && at < 8; scale *= 128) size += (head[++at]! & 127) * scale;
  if (head[at++]! >= 128) return undefined; // no file is as large
  if (kind === BY_ID) return { type, size, at: offset + at + width, base: Buffer.from(head.subarray(at, at + width)) };
  if (kind !== BY_OFFSET) return { type, size, at: offset + at };
  let back = head[at]! & 127;
  while (head[at++]! >= 128 && at < 20) back = (back + 1) * 128 + (head[at]! & 127);
  return { type, size, at: offset + at, base: offset - back };
}
