import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Result } from '../result.ts';
import type { GitObject } from './cat-file.ts';
import { type Layout, layoutOf } from './layout.ts';
import { LONGEST, makePackEngine, type PackEngine, RING_BYTES } from './pack-engine.ts';
import { type Entry, openPack, type Pack } from './pack-file.ts';
import type { GitOptions } from './run-git.ts';

/**
 * Reads objects without git: inflating many versions of a file and sending them through a pipe costs more than searching them.
 * It knows the usual forms only; for what it does not know, or finds broken, git is asked.
 */
export interface ObjectStore {
  /**
   * An object, whose bytes are good until the next call.
   *
   * @param maxBytes of larger ones only the size is told
   * @returns undefined where git is to be asked
   */
  read(oid: string, maxBytes: number): GitObject | undefined;
  close(): void;
}

/** Bytes of unpacked bases that are kept: versions of a file are mostly deltas to each other. */
const CACHED = RING_BYTES - (1 << 20);
/** Packs that are looked into; a repository with more wants a `git gc`. */
const MOST_PACKS = 64;
/** Largest file of a loose object. */
const LARGEST_LOOSE = 16 << 20;
const LONGEST_CHAIN = 4_096;

/** Undefined where there is nothing that could be read. */
export function openObjectStore(git: GitOptions, layout: Result<Layout> = layoutOf(git)): ObjectStore | undefined {
  const engine = makePackEngine();
  if (engine === undefined) return undefined;
  if (!layout.ok) return undefined;
  const { width, objects } = layout.value;
  try {
    const folders = withAlternates(objects);
    return storeOf(packsIn(folders, width, engine), folders);
  } catch {
    return undefined; // git reads it all then
  }
}

/** The folder itself and those that it borrows from. */
function withAlternates(folder: string): string[] {
  const folders = [folder];
  for (let i = 0; i < folders.length && i < 8; i++) {
    const list = join(folders[i]!, 'info/alternates');
    if (!existsSync(list)) continue;
    for (const line of readFileSync(list, 'utf8').split('\n'))
      if (line !== '' && !line.startsWith('#')) folders.push(resolve(folders[i]!, line));
  }
  return folders;
}

function packsIn(folders: readonly string[], width: number, engine: PackEngine): Pack[] {
  const names: string[] = [];
  for (const folder of folders) {
    const inside = join(folder, 'pack');
    for (const name of existsSync(inside) ? readdirSync(inside) : [])
      if (name.endsWith('.idx')) names.push(join(inside, name.slice(0, -4)));
  }
  const bySize = names.map((name) => ({ name, size: statSync(`${name}.idx`).size })).sort((a, b) => b.size - a.size);
  return bySize.slice(0, MOST_PACKS).flatMap(({ name }) => openPack(name, width, engine) ?? []);
}

interface Made {
  readonly type: Exclude<Entry['type'], 'delta'>;
  readonly bytes: Buffer;
}

function storeOf(packs: Pack[], folders: readonly string[]): ObjectStore {
  const cache = makeCache();
  const name = Buffer.alloc(32);
  const readPacked = (oid: Buffer, maxBytes: number): Omit<GitObject, 'oid'> | undefined => {
    for (const pack of packs) {
      const offset = pack.find(oid);
      if (offset >= 0) return objectAt(pack, offset, maxBytes, cache);
    }
    return undefined;
  };
  return {
    read(oid, maxBytes) {
      try {
        const width = name.write(oid, 'hex');
        const found = readPacked(name.subarray(0, width), maxBytes) ?? readLoose(folders, oid, maxBytes);
        return found === undefined ? undefined : { oid, ...found };
      } catch {
        return undefined; // vanished or unreadable: git is asked, and says what is wrong
      }
    },
    close() {
      for (const pack of packs.splice(0)) pack.close();
    },
  };
}

function objectAt(pack: Pack, offset: number, maxBytes: number, cache: Cache): Omit<GitObject, 'oid'> | undefined {
  const known = cache.get(pack, offset);
  if (known !== undefined) return sized(known, maxBytes);
  const entry = pack.entryAt(offset);
  if (entry === undefined) return undefined;
  if (entry.type !== 'delta' && entry.size > maxBytes) return { type: entry.type, size: entry.size };
  const made = madeFrom(pack, offset, entry, maxBytes, cache);
  return made && sized(made, maxBytes);
}

function sized({ type, bytes }: Made, maxBytes: number): Omit<GitObject, 'oid'> {
  return { type, size: bytes.length, ...(bytes.length > maxBytes ? {} : { bytes }) };
}

interface Link {
  readonly at: number;
  readonly entry: Entry;
}

/** Makes an object of what is whole or known and the deltas above it. */
function madeFrom(pack: Pack, offset: number, first: Entry, maxBytes: number, cache: Cache): Made | undefined {
  const chain: Link[] = [];
  let made = groundOf(pack, offset, first, chain, cache);
  for (let i = chain.length - 1; i >= 0 && made !== undefined; i--) {
    const { at, entry: delta } = chain[i]!;
    made = keptAs(made.type, pack.patched(delta, made.bytes, i === 0 ? maxBytes : LONGEST), pack, at, cache);
  }
  return made;
}

/** Goes down a chain of deltas to what is whole or known; `chain` takes them up. */
function groundOf(pack: Pack, offset: number, first: Entry, chain: Link[], cache: Cache): Made | undefined {
  let at = offset;
  for (let entry: Entry | undefined = first; entry !== undefined && chain.length <= LONGEST_CHAIN; ) {
    if (entry.type !== 'delta') return keptAs(entry.type, pack.whole(entry), pack, at, cache);
    chain.push({ at, entry });
    at = typeof entry.base === 'number' ? entry.base : pack.find(entry.base!);
    if (at < 0) return undefined;
    const known = cache.get(pack, at);
    if (known !== undefined) return known;
    entry = pack.entryAt(at);
  }
  return undefined;
}

function keptAs(type: Made['type'], bytes: Buffer | undefined, pack: Pack, at: number, cache: Cache): Made | undefined {
  if (bytes === undefined) return undefined;
  const made = { type, bytes };
  cache.put(pack, at, made);
  return made;
}

/** A loose object: `TYPE SIZE`, a NUL and the content, packed. */
function readLoose(folders: readonly string[], oid: string, maxBytes: number): Omit<GitObject, 'oid'> | undefined {
  for (const folder of folders) {
    const file = join(folder, oid.slice(0, 2), oid.slice(2));
    if (!existsSync(file) || statSync(file).size > LARGEST_LOOSE) continue;
    const bytes = inflateSync(readFileSync(file), { maxOutputLength: LARGEST_LOOSE });
    const end = bytes.indexOf(0);
    const [, type, size] = /^(blob|commit|tag) (\d+)$/.exec(bytes.toString('latin1', 0, Math.max(0, end))) ?? [];
    if (type === undefined || Number(size) !== bytes.length - end - 1) return undefined;
    return sized({ type: type as Made['type'], bytes: bytes.subarray(end + 1) }, maxBytes);
  }
  return undefined;
}

interface Cache {
  get(pack: Pack, offset: number): Made | undefined;
  put(pack: Pack, offset: number, made: Made): void;
}

/** What was made last stays. */
function makeCache(): Cache {
  const byPack = new Map<Pack, number>();
  const kept = new Map<number, Made>();
  let bytes = 0;
  const keyOf = (pack: Pack, offset: number) => {
    const known = byPack.get(pack);
    if (known !== undefined) return offset * MOST_PACKS + known;
    byPack.set(pack, byPack.size);
    return offset * MOST_PACKS + byPack.size - 1;
  };
  return {
    get: (pack, offset) => kept.get(keyOf(pack, offset)),
    put(pack, offset, made) {
      kept.set(keyOf(pack, offset), made);
      bytes += made.bytes.length;
      if (bytes <= CACHED) return;
      for (const [key, old] of kept) {
        kept.delete(key);
        bytes -= old.bytes.length;
        if (bytes <= CACHED) break;
      }
    },
  };
}
