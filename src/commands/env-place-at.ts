import { isAbsolute, join } from 'node:path';
import { readingEnv, runGit } from '../git/run-git.ts';
import { envFilePlace } from '../lifecycle/rotation/env-place.ts';
import type { Place } from '../lifecycle/rotation/places.ts';
import { ok, type Result } from '../result.ts';
import { parseEnv } from '../sources/env-file.ts';
import type { World } from './command.ts';
import { topLevel } from './repository.ts';

/** An env file of this repository as a place that can be written to: only where git neither tracks nor would add it. */
export function envPlaceAt(
  file: string,
  path: string,
  environment: string,
  world: Pick<World, 'cwd' | 'env'>,
): Result<Place> {
  const top = topLevel(world);
  if (!top.ok) return top;
  const git = { cwd: top.value, env: readingEnv(world.env) };
  const answer = runGit(['rev-parse', '--git-path', 'secretguard'], git);
  if (!answer.ok) return answer;
  const private_ = answer.value.stdout.toString('utf8').replace(/\r?\n$/, '');
  const folder = isAbsolute(private_) ? private_ : join(top.value, private_);
  const unsafe = async (): Promise<string | undefined> => {
    const listed = runGit(['--literal-pathspecs', 'ls-files', '-z', '--', path], git);
    if (!listed.ok) return listed.error.message;
    if (listed.value.stdout.length > 0) return `git tracks it; first: git rm --cached ${path}`;
    const ignored = runGit(['check-ignore', '-q', '--no-index', '--', path], { ...git, accept: [1] });
    if (!ignored.ok) return ignored.error.message;
    return ignored.value.status === 0 ? undefined : 'git does not ignore it: add it to .gitignore first';
  };
  return ok(envFilePlace({ file, path, environment, parse: parseEnv, folder, unsafe }));
}
