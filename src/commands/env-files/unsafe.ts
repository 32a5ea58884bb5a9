import { lstatSync, realpathSync } from 'node:fs';
import { takenByGit } from '../../git/kept-out.ts';
import type { GitOptions } from '../../git/run-git.ts';
import { below } from '../changes/files.ts';

/**
 * Why values must not be written into a file of the work tree: git has it, or would take it, under its own name or behind a link.
 *
 * @param path from the top level, which is `git.cwd`; @param file the same, absolute
 */
export function unsafeEnvFile(path: string, file: string, git: GitOptions): string | undefined {
  const real = isThere(file) ? below(realpathSync(git.cwd), realpathSync(file)) : path;
  for (const name of new Set([path, ...(real === undefined ? [] : [real])])) {
    const taken = takenByGit(name, git);
    if (!taken.ok) return taken.error.message;
    if (taken.value === 'tracked') return `${name} is tracked by git; first: git rm --cached ${name}`;
    if (taken.value === 'not-ignored') return `git does not ignore ${name}`;
  }
  return undefined;
}

function isThere(file: string): boolean {
  try {
    lstatSync(file);
    realpathSync(file);
    return true;
  } catch {
    return false;
  }
}
