import { isAbsolute, join } from 'node:path';
import { type GitOptions, readingEnv, runGit } from '../git/run-git.ts';
import { envFilePlace } from '../lifecycle/rotation/env-place.ts';
import type { Place } from '../lifecycle/rotation/places.ts';
import { fail, ok, type Result } from '../result.ts';
import { parseEnv } from '../sources/env-file.ts';
import type { World } from './command.ts';
import { topLevel } from './repository.ts';

type Where = Pick<World, 'cwd' | 'env'>;

/** An env file of this repository as a place that can be written to: only where git neither tracks nor would add it. */
export function envPlaceAt(file: string, path: string, environment: string, world: Where): Result<Place> {
  const at = privateFolderOf(world);
  if (!at.ok) return at;
  const { git, folder } = at.value;
  return ok(envFilePlace({ file, path, environment, parse: parseEnv, folder, unsafe: async () => unsafe(path, git) }));
}

/** Where drafts of an env file may lie, once nothing speaks against writing it. */
export function guardedEnvFile(file: string, path: string, world: Where): Result<{ folder: string; file: string }> {
  const at = privateFolderOf(world);
  if (!at.ok) return at;
  const reason = unsafe(path, at.value.git);
  return reason === undefined
    ? ok({ folder: at.value.folder, file })
    : fail('write-failed', `${path}: ${reason}`, path);
}

/** The repository around the current folder, and `git rev-parse --git-path secretguard` in it. */
export function privateFolderOf(world: Where): Result<{ git: GitOptions; folder: string }> {
  const top = topLevel(world);
  if (!top.ok) return top;
  const git = { cwd: top.value, env: readingEnv(world.env) };
  const answer = runGit(['rev-parse', '--git-path', 'secretguard'], git);
  if (!answer.ok) return answer;
  const path = answer.value.stdout.toString('utf8').replace(/\r?\n$/, '');
  return ok({ git, folder: isAbsolute(path) ? path : join(top.value, path) });
}

/** Why values must not be written there. */
function unsafe(path: string, git: GitOptions): string | undefined {
  const listed = runGit(['--literal-pathspecs', 'ls-files', '-z', '--', path], git);
  if (!listed.ok) return listed.error.message;
  if (listed.value.stdout.length > 0) return `git tracks it; first: git rm --cached ${path}`;
  const ignored = runGit(['check-ignore', '-q', '--no-index', '--', path], { ...git, accept: [1] });
  if (!ignored.ok) return ignored.error.message;
  return ignored.value.status === 0 ? undefined : 'git does not ignore it: add it to .gitignore first';
}
