import { ok, type Result } from '../result.ts';
import { type GitOptions, runGit } from './run-git.ts';

/**
 * Why git does not keep a file out of commits: it has it already, or would take it.
 *
 * @param path from `git.cwd`, whether or not anything is there
 * @returns undefined where it is kept out
 */
export function takenByGit(path: string, git: GitOptions): Result<'tracked' | 'not-ignored' | undefined> {
  const listed = runGit(['--literal-pathspecs', 'ls-files', '-z', '--', path], git);
  if (!listed.ok) return listed;
  if (listed.value.stdout.length > 0) return ok('tracked');
  const ignored = isIgnored(path, git);
  return ignored.ok ? ok(ignored.value ? undefined : 'not-ignored') : ignored;
}

/** Whether the ignore files name it; of what is tracked as well. */
export function isIgnored(path: string, git: GitOptions): Result<boolean> {
  const answer = runGit(['check-ignore', '-q', '--no-index', '--', path], { ...git, accept: [1] });
  return answer.ok ? ok(answer.value.status === 0) : answer;
}
