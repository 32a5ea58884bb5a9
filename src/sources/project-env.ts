import { type Dirent, readdirSync } from 'node:fs';
import { toGitPath } from '../git/quoted-path.ts';
import type { Failure } from '../result.ts';
import { type EnvValue, readEnvValues } from './env-values.ts';
import { nativePath } from './worktree.ts';

/** Folders that hold no env file of the project: packages, and what builds and tools write. */
const LEFT_OUT = new Set(
  'node_modules bower_components .git .hg .svn .yarn .pnpm-store .next .nuxt .output .svelte-kit .astro .turbo .cache .parcel-cache .vercel .netlify .gradle .venv venv __pycache__ dist build out coverage target vendor'.split(
    ' ',
  ),
);
const MAX_FOLDERS = 20_000;

/** Env files of a project and the values in them, which stay in memory. */
export interface ProjectEnv {
  /** Paths from `top`, `/`-separated, in order. */
  readonly files: readonly string[];
  readonly values: readonly EnvValue[];
  readonly failures: readonly Failure[];
  /** More folders than are walked: the rest was not looked at. */
  readonly isCut: boolean;
}

/**
 * Reads every env file below `top`, those that git ignores first of all.
 *
 * @param isWanted told the path from `top`
 */
export function projectEnv(top: string, isWanted: (path: string) => boolean): ProjectEnv {
  const raws: string[] = [];
  const failures: Failure[] = [];
  const waiting = [''];
  let walked = 0;
  for (let folder = waiting.shift(); folder !== undefined && walked < MAX_FOLDERS; folder = waiting.shift(), walked++) {
    for (const entry of entriesOf(top, folder, failures)) {
      const raw = folder + entry.name;
      if (entry.isDirectory()) {
        if (!LEFT_OUT.has(entry.name)) waiting.push(`${raw}/`);
      } else if (isWanted(toGitPath(raw).path)) raws.push(raw);
    }
  }
  raws.sort();
  const { values, failures: unread } = readEnvValues(top, raws);
  return {
    files: raws.map((raw) => toGitPath(raw).path),
    values,
    failures: [...failures, ...unread],
    isCut: waiting.length > 0,
  };
}

function entriesOf(top: string, folder: string, failures: Failure[]): readonly Dirent[] {
  try {
    return readdirSync(folder === '' ? top : nativePath(top, folder), { withFileTypes: true, encoding: 'latin1' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const { path } = toGitPath(folder === '' ? '.' : folder.slice(0, -1));
    if (code !== 'ENOENT')
      failures.push({ kind: 'unreadable', path, message: `the folder could not be read (${code})` });
    return [];
  }
}
