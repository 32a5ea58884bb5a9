import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Result } from '../result.ts';
import type { GitObject } from './cat-file.ts';
import { type Layout, layoutOf } from './layout.ts';
import { makePackEngine, type PackEngine, type PackedObject } from './pack-engine.ts';
import { closePack, type OpenPack, openPack } from './pack-file.ts';
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

/** Packs that are looked into; a repository with more wants a `git gc`. */
const MOST_PACKS = 64;
/** Largest file of a loose object. */
const LARGEST_LOOSE = 16 << 20;

/** Undefined where there is nothing that could be read. */
export function openObjectStore(git: GitOptions, layout: Result<Layout> = layoutOf(git)): ObjectStore | undefined {
  const engine = makePackEngine();
  if (engine === undefined) return undefined;
  if (!layout.ok) return undefined;
  const { width, objects } = layout.value;
  try {
    const folders = withAlternates(objects);
    return storeOf(engine, packsIn(folders, width, engine), folders);
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

function packsIn(folders: readonly string[], width: number, engine: PackEngine): OpenPack[] {
  const names: string[] = [];
  for (const folder of folders) {
    const inside = join(folder, 'pack');
    for (const name of existsSync(inside) ? readdirSync(inside) : [])
      if (name.endsWith('.idx')) names.push(join(inside, name.slice(0, -4)));
  }
  const bySize = names.map((name) => ({ name, size: statSync(`${name}.idx`).size })).sort((a, b) => b.size - a.size);
  return bySize.slice(0, MOST_PACKS).flatMap(({ name }) => openPack(name, width, engine) ?? []);
}

function storeOf(engine: PackEngine, packs: readonly OpenPack[], folders: readonly string[]): ObjectStore {
  return {
    read(oid, maxBytes) {
      try {
        const found = engine.read(oid, maxBytes) ?? readLoose(folders, oid, maxBytes);
        return found === undefined ? undefined : { oid, ...found };
      } catch {
        return undefined; // vanished or unreadable: git is asked, and says what is wrong
      }
    },
    close() {
      for (const pack of packs) closePack(pack, engine);
    },
  };
}

/** A loose object: `TYPE SIZE`, a NUL and the content, packed. */
function readLoose(folders: readonly string[], oid: string, maxBytes: number): PackedObject | undefined {
  for (const folder of folders) {
    const file = join(folder, oid.slice(0, 2), oid.slice(2));
    if (!existsSync(file) || statSync(file).size > LARGEST_LOOSE) continue;
    const bytes = inflateSync(readFileSync(file), { maxOutputLength: LARGEST_LOOSE });
    const end = bytes.indexOf(0);
    const [, type, size] = /^(blob|commit|tag) (\d+)$/.exec(bytes.toString('latin1', 0, Math.max(0, end))) ?? [];
    if (type === undefined || Number(size) !== bytes.length - end - 1) return undefined;
    const object = { type: type as PackedObject['type'], size: Number(size) };
    return object.size > maxBytes ? object : { ...object, bytes: bytes.subarray(end + 1) };
  }
  return undefined;
}
