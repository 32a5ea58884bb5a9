import { envFilePlace } from '../../lifecycle/rotation/env-place.ts';
import type { Place } from '../../lifecycle/rotation/places.ts';
import { fail, ok, type Result } from '../../result.ts';
import { parseEnv } from '../../sources/env-file.ts';
import type { World } from '../command.ts';
import { type PrivateFolder, privateFolderOf } from '../repository.ts';
import { unsafeEnvFile } from './unsafe.ts';

type Where = Pick<World, 'cwd' | 'env'>;

/** An env file of this repository as a place that can be written to: only where git neither tracks nor would add it. */
export function envPlaceAt(file: string, path: string, environment: string, world: Where): Result<Place> {
  const at = privateFolderOf(world);
  return at.ok ? ok(envPlaceIn(at.value, file, path, environment)) : at;
}

/** The same where the repository is known. */
export function envPlaceIn({ git, folder }: PrivateFolder, file: string, path: string, environment: string): Place {
  const unsafe = async () => unsafeEnvFile(path, file, git);
  return envFilePlace({ file, path, environment, parse: parseEnv, folder, unsafe });
}

/** Where drafts of an env file may lie, once nothing speaks against writing it. */
export function guardedEnvFile(file: string, path: string, world: Where): Result<{ folder: string }> {
  const at = privateFolderOf(world);
  if (!at.ok) return at;
  const reason = unsafeEnvFile(path, file, at.value.git);
  return reason === undefined ? ok({ folder: at.value.folder }) : fail('write-failed', `${path}: ${reason}`, path);
}
