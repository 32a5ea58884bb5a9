import { resolve } from 'node:path';
import { ok, type Result } from '../result.ts';
import { type GitOptions, lineOf, runGit } from './run-git.ts';

/** Its name below the git directory. */
export const OURS = 'secretguard';

/** Where this clone keeps what nobody else may see: absolute, made by whoever writes there. Nothing below it is ever added by git. */
export function privateFolder(git: GitOptions): Result<string> {
  const asked = runGit(['rev-parse', '--git-path', OURS], git);
  return asked.ok ? ok(resolve(git.cwd, lineOf(asked.value))) : asked;
}
