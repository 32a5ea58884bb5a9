import { readingEnv, runGit } from '../git/run-git.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import type { ExitCode, World } from './command.ts';

/** Nothing could be checked at all: says why, exit 2. */
export function refuse({ error }: { readonly error: Failure }, world: World): ExitCode {
  world.err(`secretguard: ${error.message}\n`);
  return 2;
}

/** Top level of the work tree that the caller stands in; git's own variables count, as they do in a hook. */
export function topLevel(world: Pick<World, 'cwd' | 'env'>): Result<string> {
  const answer = runGit(['rev-parse', '--show-toplevel'], { cwd: world.cwd, env: readingEnv(world.env) });
  if (!answer.ok) return answer;
  const top = answer.value.stdout.toString('utf8').replace(/\r?\n$/, '');
  return top === '' ? fail('not-a-repository', 'this repository has no work tree') : ok(top);
}
