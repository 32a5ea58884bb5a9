import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../result.ts';

const KEY_FILE = 'machine-key';
const DRAFT = 'draft-';

/**
 * A random key of this clone, 32 bytes, in a file that only its owner can read. What is made with it says nothing to anybody
 * who has no access to the clone, and whoever has can read the env files themselves.
 *
 * @param folder `git rev-parse --git-path secretguard`
 * @param mayWrite where not, and no key is there, one that is not kept: nothing was made with it yet
 */
export function machineKey(folder: string, mayWrite = true): Result<Buffer> {
  const file = join(folder, KEY_FILE);
  if (!mayWrite && !existsSync(file)) return ok(randomBytes(32));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const handle = openIfNew(file);
    if (handle !== undefined) {
      writeSync(handle, randomBytes(32));
      closeSync(handle);
    }
    const key = readFileSync(file);
    return key.length === 32 ? ok(key) : fail('unreadable', `${file} is damaged: remove it`);
  } catch (error) {
    return fail('unreadable', `${file} cannot be used (${codeOf(error)})`);
  }
}

/**
 * Replaces `target` in one step: a reader sees the old file or the new one. What is written first lies in the private folder
 * (beside `target` where that is on another disk), readable by its owner only.
 *
 * @param newMode mode of a file that is made; one that is there keeps its own
 * @returns `write-failed`; the file is then as it was
 */
export function replacePrivately(
  folder: string,
  target: string,
  bytes: Uint8Array,
  newMode = 0o600,
): Result<undefined> {
  const drafts = [join(folder, `${DRAFT}${process.pid}`), `${target}.${DRAFT}${process.pid}`];
  for (const [i, draft] of drafts.entries()) {
    try {
      mkdirSync(dirname(draft), { recursive: true, mode: 0o700 });
      if (i === 0) dropLeftDrafts(folder);
      writeWhole(draft, bytes, statSync(target, { throwIfNoEntry: false }), newMode);
      renameSync(draft, target);
      return ok(undefined);
    } catch (error) {
      rmSync(draft, { force: true });
      if (codeOf(error) !== 'EXDEV' || i > 0) return fail('write-failed', `it could not be written (${codeOf(error)})`);
    }
  }
  return fail('write-failed', 'it could not be written');
}

function writeWhole(draft: string, bytes: Uint8Array, like: Stats | undefined, newMode: number): void {
  const handle = openSync(draft, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(draft, like === undefined ? newMode : like.mode & 0o7777); // the umask has no say
  const isOwn = like === undefined || (like.uid === process.getuid?.() && like.gid === process.getgid?.());
  if (!isOwn) chownSync(draft, like.uid, like.gid);
}

/** Left by a run that was killed: the file that it was to replace is as it was. */
function dropLeftDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(DRAFT)) continue;
    const pid = Number(name.slice(DRAFT.length));
    if (pid === process.pid || !isRunning(pid)) rmSync(join(folder, name));
  }
}

/** Whether a process is alive, also another user's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function openIfNew(file: string): number | undefined {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
