import { join } from 'node:path';
import type { ManagerKind } from '../../lifecycle/managers/manager.ts';
import type { Place } from '../../lifecycle/rotation/places.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { RotationPlace } from '../../rotation-settings.ts';
import { envPlaceIn } from '../env-files/place-at.ts';
import { projectName } from '../managers/project-name.ts';
import type { Project } from './project.ts';

/**
 * Where secrets of an environment may lie. Secret managers and CIs add a source of their own here: what they give is
 * written by `rotate switch`, compared afterwards, and asked by `rotate disable` whether it still holds the old key.
 */
type PlaceSource = (project: Project, environment: string) => Promise<Result<readonly Place[]>>;

const SOURCES: readonly PlaceSource[] = [envFiles, configured];

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
  return ok([envPlaceIn({ git, folder }, join(top, path), path, environment)]);
}

/** What the settings name under `rotation.places`; the clients load only where one is named. */
async function configured(project: Project, environment: string): Promise<Result<readonly Place[]>> {
  const { places } = project.settings.rotation;
  const found: Place[] = [];
  for (const setting of Object.hasOwn(places, environment) ? (places[environment] ?? []) : []) {
    const place =
      setting.in === 'github'
        ? await github(setting, project, environment)
        : await manager(setting, setting.in, project, environment);
    if (!place.ok) return place;
    found.push(place.value);
  }
  return ok(found);
}

async function github(
  { project, environment: theirs }: RotationPlace,
  { git }: Project,
  environment: string,
): Promise<Result<Place>> {
  if (project === undefined || !/^[\w.-]+\/[\w.-]+$/.test(project))
    return fail('bad-settings', 'rotation.places: a place in GitHub takes "project": "owner/name"');
  const { openHub } = await import('../../lifecycle/github/hub.ts');
  const { actionsPlace } = await import('../../lifecycle/github/actions-secrets.ts');
  const hub = openHub(git.env);
  return hub.ok ? ok(actionsPlace(hub.value, project, theirs, environment)) : hub;
}

async function manager(
  { project, environment: theirs, ...options }: RotationPlace,
  kind: ManagerKind,
  { top, git }: Project,
  environment: string,
): Promise<Result<Place>> {
  const { managerPlace } = await import('../../lifecycle/managers/manager-place.ts');
  const scope = {
    project: project ?? projectName(top),
    environment: theirs ?? environment.split(':').at(-1) ?? environment,
  };
  return ok(managerPlace(kind, scope, environment, options, { cwd: top, env: git.env }));
}
