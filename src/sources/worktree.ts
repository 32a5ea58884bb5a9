import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type GitPath, toGitPath } from '../git/quoted-path.ts';
import { foreignEnv, type GitOptions, runGit } from '../git/run-git.ts';
import type { Skipped } from '../model.ts';
import { type Failure, ok, type Result } from '../result.ts';

/** The files below a folder, each named from it. */
export interface Listing {
  readonly files: GitPath[];
  readonly skipped: Skipped[];
  readonly failures: Failure[];
}

/** What is left out of a listing; `path` is relative to the folder listed, a folder's ends with `/`. */
export type Ignores = (path: string) => boolean;

/** Reading git's own settings must start no program that they name. */
const LS_FILES = ['-c', 'core.fsmonitor=false', 'ls-files', '-z', '-t', '-co', '--exclude-standard'];

/**
 * What git tracks below `options.cwd`, and what it neither tracks nor ignores. What a sparse checkout leaves out is not listed.
 * Nested repositories stand there as one entry, which reading tells to be a folder.
 */
export function listTracked(options: GitOptions, ignores: Ignores): Result<Listing> {
  const answer = runGit(LS_FILES, options);
  if (!answer.ok) return answer;
  const files: GitPath[] = [];
  let last = '';
  for (const record of answer.value.stdout.toString('latin1').split('\0')) {
    const tag = record.slice(0, 1);
    const raw = record.slice(2).replace(/\/$/, '');
    if (raw === '' || tag === 'S' || raw === last) continue; // an unmerged file is listed once for each side
    last = raw;
    const name = toGitPath(raw);
    if (!ignores(name.path)) files.push(name);
  }
  return ok({ files, skipped: [], failures: [] });
}

/** Every file below `dir`, but never what lies in a `.git`. Links are listed, not followed. */
export function listFolder(dir: string, ignores: Ignores): Listing {
  const listing: Listing = { files: [], skipped: [], failures: [] };
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of entriesOf(dir, folder, listing)) {
      const found = toGitPath(folder + entry.raw);
      if (entry.raw === '.git') continue;
      if (entry.isFolder) {
        if (!ignores(`${found.path}/`)) waiting.push(`${found.raw}/`);
      } else if (ignores(found.path)) continue;
      else if (entry.isOdd) listing.skipped.push({ path: found.path, why: 'no regular file (a pipe, socket or device)' });
      else listing.files.push(found);
    }
  }
  return listing;
}

/** A repository inside another tree: as git sees it where it is checked out, else the plain files. */
export function listNested(dir: string, env: NodeJS.ProcessEnv, ignores: Ignores): Listing {
  if (existsSync(join(dir, '.git'))) {
    const tracked = listTracked({ cwd: dir, env: foreignEnv(env) }, ignores);
    if (tracked.ok) return tracked.value;
  }
  return listFolder(dir, ignores);
}

interface Entry {
  /** One character a byte. */
  readonly raw: string;
  readonly isFolder: boolean;
  readonly isOdd: boolean;
}

function* entriesOf(dir: string, folder: string, listing: Listing): Generator<Entry> {
  const where = folder === '' ? dir : nativePath(dir, folder);
  try {
    for (const entry of readdirSync(where, { withFileTypes: true, encoding: 'latin1' })) {
      const isFolder = entry.isDirectory();
      yield { raw: entry.name, isFolder, isOdd: !isFolder && !entry.isFile() && !entry.isSymbolicLink() };
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const { path } = toGitPath(folder.slice(0, -1));
    const message = `the folder could not be read (${code})`;
    listing.failures.push(path === '' ? { kind: 'unreadable', message } : { kind: 'unreadable', message, path });
  }
}

/** What the file system takes for a raw path below `dir`: bytes where they are not ASCII. */
export function nativePath(dir: string, raw: string): string | Buffer {
  for (let i = 0; i < raw.length; i++)
    if (raw.charCodeAt(i) > 126) return Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(raw, 'latin1')]);
  return `${dir}/${raw}`;
}
