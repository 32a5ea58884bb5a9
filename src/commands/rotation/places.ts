import { join } from 'node:path';
import { envFilePlace } from '../../lifecycle/rotation/env-place.ts';
import type { Place } from '../../lifecycle/rotation/places.ts';
import { ok, type Result } from '../../result.ts';
import { parseEnv } from '../../sources/env-file.ts';
import { unsafeEnvFile } from '../fix-apply.ts';
import type { Project } from './project.ts';

/**
 * Where secrets of an environment may lie. Secret managers and CIs add a source of their own here: what they give is
 * written by `rotate switch`, compared afterwards, and asked by `rotate disable` whether it still holds the old key.
 */
type PlaceSource = (project: Project, environment: string) => Promise<Result<readonly Place[]>>;

const SOURCES: readonly PlaceSource[] = [envFiles];

/** All places of an environment, those that keep both keys first. */
export async function placesOf(project: Project, environment: string): Promise<Result<readonly Place[]>> {
  const found: Place[] = [];
  for (const source of SOURCES) {
    const places = await source(project, environment);
    if (!places.ok) return places;
    found.push(...places.value);
  }
  return ok(found.sort((a, b) => Number(b.keepsBoth) - Number(a.keepsBoth)));
}

async function envFiles({ files, top, folder, git }: Project, environment: string): Promise<Result<readonly Place[]>> {
  const path = files.get(environment);
  if (path === undefined) return ok([]);
  const file = join(top, path);
  const unsafe = () => unsafeEnvFile(path, file, git);
  return ok([envFilePlace({ file, path, environment, parse: parseEnv, folder, unsafe })]);
}
