import { privateFolder } from '../git/private-folder.ts';
import { type GitOptions, readingEnv } from '../git/run-git.ts';
import { envFilePlace } from '../lifecycle/rotation/env-place.ts';
import type { Place } from '../lifecycle/rotation/places.ts';
import { fail, ok, type Result } from '../result.ts';
import { parseEnv } from '../sources/env-file.ts';
import type { World } from './command.ts';
import { unsafeEnvFile } from './fix/apply.ts';
import { topLevel } from './repository.ts';

type Where = Pick<World, 'cwd' | 'env'>;

/** An env file of this repository as a place that can be written to: only where git neither tracks nor would add it. */
export function envPlaceAt(file: string, path: string, environment: string, world: Where): Result<Place> {
  const at = privateFolderOf(world);
  if (!at.ok) return at;
  const { git, folder } = at.value;
  const unsafe = async () => unsafeEnvFile(path, file, git);
  return ok(envFilePlace({ file, path, environment, parse: parseEnv, folder, unsafe }));
}

/** Where drafts of an env file may lie, once nothing speaks against writing it. */
export function guardedEnvFile(file: string, path: string, world: Where): Result<{ folder: string }> {
  const at = privateFolderOf(world);
  if (!at.ok) return at;
  const reason = unsafeEnvFile(path, file, at.value.git);
  return reason === undefined ? ok({ folder: at.value.folder }) : fail('write-failed', `${path}: ${reason}`, path);
}

/** The repository around the current folder, and `git rev-parse --git-path secretguard` in it. */
export function privateFolderOf(world: Where): Result<{ git: GitOptions; folder: string }> {
  const top = topLevel(world);
  if (!top.ok) return top;
  const git = { cwd: top.value, env: readingEnv(world.env) };
  const folder = privateFolder(git);
  return folder.ok ? ok({ git, folder: folder.value }) : folder;
}
