import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { closedFolders } from '../git/closed-folders.ts';
import { recordsOf, streamGit } from '../git/git-stream.ts';
import { toGitPath } from '../git/quoted-path.ts';
import { foreignEnv, type GitOptions, runGit } from '../git/run-git.ts';
import type { Skipped } from '../model.ts';
import { type Failure, ok, type Result } from '../result.ts';

/** Takes what a listing finds; names are raw (one character a byte), `/`-separated, from the folder listed. */
export interface ListingSink {
  /** Some files; the listing goes on once it is done with them. */
  files(raw: readonly string[]): Promise<void>;
  skipped(what: Skipped): void;
  failed(what: Failure): void;
}

/** What is left out of a listing; `path` is relative to the folder listed, a folder's ends with `/`. */
export type Ignores = (path: string) => boolean;

// Reading git's own settings must start no program that they name.
const LS_FILES = ['-c', 'core.fsmonitor=false', 'ls-files', '-z', '-t', '-co', '--exclude-standard'];
const BATCH = 128;

/**
 * What git tracks below `options.cwd`, and what it neither tracks nor ignores. What a sparse checkout leaves out is not listed; what git is
 * told not to look at (`--skip-worktree`) is, where it is there all the same.
 * A nested repository is one entry, which reading tells to be a folder.
 *
 * @returns how many were listed
 */
export async function listTracked(options: GitOptions, ignores: Ignores, sink: ListingSink): Promise<Result<number>> {
  const git = streamGit(LS_FILES, { ...options, input: '' });
  let last = '';
  let count = 0;
  for await (const records of recordsOf(git.stdout, '\0')) {
    const files: string[] = [];
    for (const record of records) {
      const raw = record.slice(2).replace(/\/$/, '');
      if (raw === '' || raw === last) continue; // an unmerged file is listed for each side
      if (record.startsWith('S ') && !existsSync(nativePath(options.cwd, raw))) continue;
      last = raw;
      if (!ignores(toGitPath(raw).path)) files.push(raw);
    }
    count += files.length;
    for (let at = 0; at < files.length; at += BATCH) await sink.files(files.slice(at, at + BATCH));
  }
  const done = await git.done;
  if (!done.ok) return done;
  tellClosed(git.complaint(), options, sink);
  return ok(count);
}

/** git's warnings start at the top level, wherever the folder listed lies. */
function tellClosed(complaint: string, options: GitOptions, sink: ListingSink): void {
  if (complaint === '') return;
  const answer = runGit(['rev-parse', '--show-prefix'], options);
  const prefix = answer.ok ? answer.value.stdout.toString('latin1').replace(/\r?\n$/, '') : '';
  for (const closed of closedFolders(complaint, prefix)) sink.failed(closed);
}

/** Every file below `dir`, but never what lies in a `.git`. Links are listed, not followed. */
export async function listFolder(dir: string, ignores: Ignores, sink: ListingSink): Promise<void> {
  const found: Found = { folders: [''], files: [] };
  for (let folder = found.folders.pop(); folder !== undefined; folder = found.folders.pop()) {
    lookInto(dir, folder, found, ignores, sink);
    if (found.files.length < BATCH) continue;
    await sink.files(found.files);
    found.files = [];
  }
  if (found.files.length > 0) await sink.files(found.files);
}

/** Raw; folders end with `/`. */
interface Found {
  readonly folders: string[];
  files: string[];
}

/** Adds what a folder holds. */
function lookInto(dir: string, folder: string, found: Found, ignores: Ignores, sink: ListingSink): void {
  for (const entry of entriesOf(dir, folder, sink)) {
    const raw = folder + entry.name;
    const { path } = toGitPath(raw);
    if (entry.name === '.git' || ignores(entry.isDirectory() ? `${path}/` : path)) continue;
    if (entry.isDirectory()) found.folders.push(`${raw}/`);
    else if (entry.isFile() || entry.isSymbolicLink()) found.files.push(raw);
    else sink.skipped({ path, why: 'no regular file (a pipe, socket or device)' });
  }
}

/** A repository inside another tree: as git sees it where it is checked out, else the plain files. */
export async function listNested(
  dir: string,
  env: NodeJS.ProcessEnv,
  ignores: Ignores,
  sink: ListingSink,
): Promise<void> {
  if (existsSync(join(dir, '.git'))) {
    const tracked = await listTracked({ cwd: dir, env: foreignEnv(env) }, ignores, sink);
    if (tracked.ok) return;
  }
  await listFolder(dir, ignores, sink);
}

function entriesOf(dir: string, folder: string, sink: ListingSink): readonly Dirent[] {
  try {
    const where = folder === '' ? dir : nativePath(dir, folder);
    return readdirSync(where, { withFileTypes: true, encoding: 'latin1' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const { path } = toGitPath(folder === '' ? '.' : folder.slice(0, -1));
    sink.failed({ kind: 'unreadable', message: `the folder could not be read (${code})`, path });
    return [];
  }
}

/** What the file system takes for a raw path below `dir`: bytes where they are not ASCII. */
export function nativePath(dir: string, raw: string): string | Buffer {
  for (let i = 0; i < raw.length; i++)
    if (raw.charCodeAt(i) > 126) return Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(raw, 'latin1')]);
  return `${dir}/${raw}`;
}
