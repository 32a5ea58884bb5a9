import { resolve } from 'node:path';
import { ok, type Result } from '../result.ts';
import { type GitOptions, lineOf, runGit } from './run-git.ts';

/** Where this clone keeps what nobody else may see: absolute, made by whoever writes there. Nothing below it is ever added by git. */
export function privateFolder(git: GitOptions): Result<string> {
  const asked = runGit(['rev-parse', '--git-path', 'secretguard'], git);
  return asked.ok ? ok(resolve(git.cwd, lineOf(asked.value))) : asked;
}
