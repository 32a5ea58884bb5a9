import { type Place, readSlots, type Slots } from '../../lifecycle/rotation/places.ts';
import { fail, ok, type Result } from '../../result.ts';
import { isVariable } from '../../rotation.ts';
import { isAlive, type Key } from '../../rotation-key.ts';
import { Secret } from '../../secret.ts';
import { shown } from '../../settings-error.ts';
import { placesOf } from './places.ts';
import type { OwnValue, Project } from './project.ts';
import { keysWith } from './survey.ts';

/** One secret of one environment, and all that is known of it. */
export interface Target {
  readonly name: string;
  readonly environment: string;
  readonly places: readonly Place[];
  /** Where both keys lie while the rotation lasts. */
  readonly home: Place;
  readonly slots: Slots;
  /** Keys that are alive, with those that the slots hold. */
  readonly keys: readonly Key[];
  readonly held: { readonly [S in keyof Slots]: readonly Key[] };
  /** Keys that were replaced and are not disabled yet. */
  readonly previous: readonly Key[];
  /** Keys that wait to be switched to. */
  readonly next: readonly Key[];
}

/**
 * The secrets that `name` and `--env` mean.
 *
 * @returns `bad-arguments` where it is in no env file here, or in several and none was chosen
 */
export async function targetsOf(
  project: Project,
  name: string,
  wanted: readonly string[] = [],
): Promise<Result<readonly Target[]>> {
  if (!isVariable(name)) return fail('bad-arguments', 'NAME is the name of a variable of an env file');
  const has = new Set(project.every.filter((v) => v.name === name && v.value !== '').map((v) => v.environment));
  const chosen = wanted.length === 0 ? [...has] : wanted.map((word) => environmentFor(project, word));
  if (chosen.length === 0) return fail('bad-arguments', `${shown(name)} is in no env file that git ignores here`);
  if (wanted.length === 0 && chosen.length > 1)
    return fail('bad-arguments', `${name} is in several environments, choose with --env: ${chosen.sort().join(', ')}`);
  const odd = project.every.find((v) => v.name === name && chosen.includes(v.environment) && NO_VALUE.test(v.value));
  if (odd !== undefined)
    return fail(
      'bad-arguments',
      `${odd.file}: ${name} is encrypted, or made of other variables: rotate what is behind it`,
    );
  const targets: Target[] = [];
  for (const environment of new Set(chosen)) {
    const target = await targetOf(project, name, environment);
    if (!target.ok) return target;
    targets.push(target.value);
  }
  return ok(targets);
}

/** Encrypted by dotenvx, or put together when it is read: what stands there is not the key. */
const NO_VALUE = /^encrypted:|\$\{\w+|\$\(/;

/** A value of the env files as `Secret`, with what `detect` needs to look at it. */
export function ownFrom(
  project: Project,
  target: Target,
  secret: Secret,
): Pick<OwnValue, 'of' | 'environment' | 'value' | 'secret'> {
  const value = project.every.find((v) => new Secret(v.value).equals(secret))?.value ?? '';
  return { of: target.name, environment: target.environment, value, secret };
}

async function targetOf(project: Project, name: string, environment: string): Promise<Result<Target>> {
  const places = await placesOf(project, environment);
  if (!places.ok) return places;
  const home = places.value.find(({ keepsBoth }) => keepsBoth);
  if (home === undefined) return fail('bad-arguments', `there is no env file for ${shown(environment)} here`);
  const slots = await readSlots(home, name);
  if (!slots.ok) return slots;
  const all = project.keys.filter((key) => key.name === name && key.environment === environment);
  const keys = all.filter(isAlive);
  const previous = keys.filter(({ state }) => state === 'previous');
  const next = keys.filter(({ state }) => state === 'next');
  const held = {
    current: await heldBy(
      slots.value.current,
      project,
      all,
      keys.filter(({ state }) => state === 'current'),
    ),
    next: await heldBy(slots.value.next, project, all, next),
    previous: await heldBy(slots.value.previous, project, all, previous),
  };
  project.prints.save();
  return ok({ name, environment, places: places.value, home, slots: slots.value, keys, held, previous, next });
}

/** By fingerprint; a value too weak for one is known by the slot that it stands in. */
async function heldBy(
  secret: Secret | undefined,
  { prints }: Project,
  all: readonly Key[],
  usual: readonly Key[],
): Promise<readonly Key[]> {
  if (secret === undefined) return [];
  if (prints.isWeak(secret)) return usual.filter(({ fingerprint }) => fingerprint === undefined);
  return keysWith(await prints.all(secret), all);
}

/** An environment as it is called, or the path of its env file. */
function environmentFor({ files }: Project, word: string): string {
  const path = word.replace(/^\.\//, '');
  return [...files].find(([, file]) => file === path)?.[0] ?? word;
}
