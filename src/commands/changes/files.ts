import { chmod, lstat, mkdir, readFile, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fail, ok, type Result } from '../../result.ts';

/** A file as it stands. */
interface FileState {
  /** One character a byte, so that what is not edited stays as it is, whatever its encoding. */
  readonly text: string;
  readonly mode: number;
}

/** What a plan does to one file; `before` undefined: it is made, `after` undefined: it is removed. */
export interface Edit {
  /** Relative to the top level, `/`-separated. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Mode of a file that is made; one that is there keeps its own. */
  readonly mode?: number;
}

/** Reads a regular file, through symlinks that stay inside `top`; undefined where nothing is there. */
export async function readState(top: string, path: string): Promise<Result<FileState | undefined>> {
  try {
    const target = await targetOf(top, path);
    if (target === undefined) return fail('unreadable', `${path} is a link that leaves the repository`, path);
    const { mode } = await stat(target);
    return ok({ text: await readFile(target, 'latin1'), mode: mode & 0o7777 });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' && !(await exists(join(top, path)))) return ok(undefined);
    if (code === 'ENOTDIR') return fail('unreadable', `a folder above ${path} is a file`, path);
    return fail('unreadable', `${path} could not be read (${code})`, path);
  }
}

/** Why `edit` could not be written, before anything is; undefined where nothing speaks against it. */
export async function refusal(top: string, edit: Edit): Promise<string | undefined> {
  if (!(await staysInside(top, edit.path))) return `${edit.path} is behind a link that leaves the repository`;
  const now = await readState(top, edit.path);
  if (!now.ok) return now.error.message;
  if (now.value?.text !== edit.before) return `${edit.path} was changed meanwhile`;
  if (now.value !== undefined && (now.value.mode & 0o222) === 0) return `${edit.path} is read-only`;
  return undefined;
}

/** Why nothing should be begun: files that cannot be written, or that changed since they were read. */
export async function obstacles(top: string, edits: readonly Edit[]): Promise<readonly string[]> {
  const found = await Promise.all(edits.map((edit) => refusal(top, edit)));
  return found.filter((reason) => reason !== undefined);
}

/** Writes one edit in one step: a reader sees the old file or the new one, never a part. */
export async function applyEdit(top: string, edit: Edit): Promise<Result<undefined>> {
  const path = join(top, edit.path);
  try {
    if (edit.after === undefined) {
      await rm(path);
      if (dirname(edit.path) !== '.') await rmdir(dirname(path)).catch(() => undefined); // only where it is empty now
      return ok(undefined);
    }
    const target = (await targetOf(top, edit.path).catch(() => undefined)) ?? path;
    await replace(target, Buffer.from(edit.after, 'latin1'), edit.mode);
    return ok(undefined);
  } catch (error) {
    return fail('write-failed', `${edit.path} could not be written (${codeOf(error)})`, edit.path);
  }
}

/** Replaces `target` by way of a file beside it; keeps the mode that it has. */
export async function replace(target: string, bytes: Uint8Array, newMode = 0o644): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const mode = await stat(target).then(
    (s) => s.mode & 0o7777,
    () => newMode,
  );
  const scratch = `${target}.secretguard-${process.pid}`;
  try {
    await writeFile(scratch, bytes, { flag: 'wx', mode, flush: true });
    await chmod(scratch, mode); // umask
    await rename(scratch, target);
  } catch (error) {
    await rm(scratch, { force: true });
    throw error;
  }
}

export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** `path` below `top`, `/`-separated; undefined where it lies elsewhere. */
export function below(top: string, path: string): string | undefined {
  const rel = relative(top, path).split(sep).join('/');
  return rel === '..' || rel.startsWith('../') || /^[A-Za-z]:/.test(rel) ? undefined : rel;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
}

/** Whether the folder of `path`, or the nearest one above it that is there, lies in the repository. */
async function staysInside(top: string, path: string): Promise<boolean> {
  const folder = dirname(path);
  const real = await realpath(join(top, folder)).catch(() => undefined);
  if (real === undefined) return folder === '.' || staysInside(top, folder);
  return below(await realpath(top), real) !== undefined;
}

async function targetOf(top: string, path: string): Promise<string | undefined> {
  const target = await realpath(join(top, path));
  return below(await realpath(top), target) === undefined ? undefined : target;
}
