import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { takenByGit } from '../../git/kept-out.ts';
import { type GitOptions, lineOf, readingEnv, runGit } from '../../git/run-git.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { World } from '../command.ts';

/** An env file that may take up values. */
export interface EnvTarget {
  /** Absolute, no link. */
  readonly file: string;
  /** Git's own folder for drafts, in which nothing is ever added; undefined outside of a repository. */
  readonly drafts: string | undefined;
}

/**
 * A regular file or none yet, which git neither tracks nor would add.
 *
 * @param name as a person gave it, from the current folder
 */
export function envTarget(name: string, world: Pick<World, 'cwd' | 'env'>): Result<EnvTarget> {
  const file = realFile(resolve(world.cwd, name));
  if (file === undefined) return fail('bad-arguments', `${name} is no regular file, or its folder is not there`);
  const git: GitOptions = { cwd: dirname(file), env: readingEnv(world.env) };
  const dir = runGit(['rev-parse', '--git-path', 'secretguard'], { ...git, accept: [128] });
  if (!dir.ok) return dir;
  if (dir.value.status !== 0) return ok({ file, drafts: undefined });
  const taken = takenByGit(basename(file), git);
  if (!taken.ok) return taken;
  if (taken.value === 'tracked') return fail('bad-arguments', `git tracks ${name}; first: git rm --cached ${name}`);
  if (taken.value === 'not-ignored')
    return fail(
      'bad-arguments',
      `git does not ignore ${name}: add it to .gitignore first (secretguard fix does so for .env)`,
    );
  return ok({ file, drafts: resolve(git.cwd, lineOf(dir.value)) });
}

/** The path without links; undefined for what is no file. */
function realFile(path: string): string | undefined {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined)
      return join(realpathSync(dirname(path)), basename(path));
    const real = realpathSync(path);
    return lstatSync(real).isFile() ? real : undefined;
  } catch {
    return undefined;
  }
}
