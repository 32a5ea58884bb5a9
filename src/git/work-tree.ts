import { type Failure, fail } from '../result.ts';
import { causeOf, type GitAnswer, type GitOptions, lineOf, runGit } from './run-git.ts';

/**
 * Why git could not tell something of a work tree; undefined where there is none, as in a bare repository: then there is nothing to tell.
 *
 * @param answer of a command that ends with 128 in both cases
 */
export function failureInTree(answer: GitAnswer, verb: string, git: GitOptions): Failure | undefined {
  const asked = runGit(['rev-parse', '--is-inside-work-tree'], { ...git, accept: [128] });
  if (asked.ok && lineOf(asked.value) !== 'true') return undefined;
  const cause = causeOf(answer.stderr.toString('latin1'));
  return fail('git-failed', `git ${verb} failed with exit code ${answer.status}${cause}`).error;
}
