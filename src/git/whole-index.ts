import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const CUT_INDEX = 'the index is corrupt: its file ends too early or holds what git cannot have written';

const TIMES_AND_OWNER = 40; // ctime, mtime, dev, ino, mode, uid, gid, size
const EXTENDED = 0x4000;

/**
 * Whether an index file is there to its end: git maps it into memory and takes what is cut off a page for empty entries.
 *
 * @param idBytes 20 in a SHA-1 repository, 32 in a SHA-256 one
 * @see https://git-scm.com/docs/index-format
 */
export function isWholeIndex(file: Uint8Array, idBytes: number): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const end = bytes.length - idBytes;
  if (end < 12 || bytes.toString('latin1', 0, 4) !== 'DIRC') return false;
  const version = bytes.readUInt32BE(4);
  let at: number | undefined = 12;
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    at = afterEntry(bytes, at, end, version, idBytes);
    if (at === undefined) return false;
  }
  while (at + 8 <= end) at += 8 + bytes.readUInt32BE(at + 4); // extensions: name and size
  return at === end;
}

function afterEntry(bytes: Buffer, start: number, end: number, version: number, idBytes: number): number | undefined {
  const flags = start + TIMES_AND_OWNER + idBytes;
  if (flags + 2 > end || bytes.readUInt32BE(start + 24) === 0) return undefined; // no file has mode 0
  let name = flags + (version >= 3 && (bytes.readUInt16BE(flags) & EXTENDED) !== 0 ? 4 : 2);
  if (version >= 4) while (((bytes[name++] ?? 0) & 0x80) !== 0); // how much of the last name is dropped
  const nul = bytes.indexOf(0, name);
  if (nul < 0 || nul >= end) return undefined;
  return version >= 4 ? nul + 1 : start + Math.ceil((nul + 1 - start) / 8) * 8;
}

/**
 * The same for the index that a hook was started for; true where only git knows which file that is.
 *
 * @param top top level of the work tree
 */
export function hookIndexIsWhole(top: string, env: NodeJS.ProcessEnv, idBytes: number): boolean {
  const file = env['GIT_INDEX_FILE'] ?? join(env['GIT_DIR'] ?? '.git', 'index');
  const path = resolve(top, file);
  try {
    if (!statSync(dirname(path)).isDirectory()) return true;
    return isWholeIndex(readFileSync(path), idBytes);
  } catch {
    return true; // a linked work tree, or no index yet
  }
}

/** The top level of the work tree, as far as the file system tells: hooks start there, unless a line before ours said `cd`. */
export function topAbove(cwd: string, env: NodeJS.ProcessEnv): string {
  if (env['GIT_DIR'] !== undefined || env['GIT_WORK_TREE'] !== undefined) return cwd;
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (statSync(join(folder, '.git'), { throwIfNoEntry: false }) !== undefined) return folder;
    if (dirname(folder) === folder) return cwd;
  }
}
