import * as z from 'zod/mini';

const days = z.int().check(z.minimum(1), z.maximum(3650));
const overlap = z.int().check(z.minimum(0), z.maximum(3650));
const label = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.string().check(z.minLength(1), z.maxLength(300));

/** A secret manager, or the Actions secrets of a repository, that holds the secrets of an environment besides the env file. */
const place = z.strictObject({
  in: z.enum(['aws', 'gcp', 'azure', 'vault', 'github']),
  /** What the manager's names begin with; `owner/name` for GitHub. */
  project: z.optional(text),
  /** The manager's or GitHub's name of the environment. */
  environment: z.optional(label),
  region: z.optional(label),
  gcpProject: z.optional(label),
  vaultUrl: z.optional(text),
  address: z.optional(text),
  mount: z.optional(label),
  namespace: z.optional(label),
  /** Another server of the same API: a regional or private one. */
  endpoint: z.optional(text),
  kmsKey: z.optional(text),
});
export type RotationPlace = z.infer<typeof place>;

/** How long a key may live, as written under `rotation` in the settings file. */
export const rotationSchema = z.strictObject({
  days: z.optional(days),
  overlapDays: z.optional(overlap),
  ignore: z.optional(z.array(text)),
  places: z.optional(z.record(z.string(), z.array(place))),
  names: z.optional(
    z.record(
      z.string(),
      z.strictObject({
        days: z.optional(days),
        overlapDays: z.optional(overlap),
        owner: z.optional(label),
        provider: z.optional(label),
        environments: z.optional(
          z.record(
            z.string(),
            z.strictObject({
              days: z.optional(days),
              overlapDays: z.optional(overlap),
              owner: z.optional(label),
            }),
          ),
        ),
      }),
    ),
  ),
});
export type RotationFile = z.infer<typeof rotationSchema>;

export interface RotationSettings {
  /** Days that a key may be used. */
  readonly days: number;
  /** Days that two keys of one secret may be alive. */
  readonly overlapDays: number;
  /** Names that are never recorded; `*` at the end stands for any rest. */
  readonly ignore: readonly string[];
  readonly names: NonNullable<RotationFile['names']>;
  /** By environment: where its secrets lie besides the env file. */
  readonly places: NonNullable<RotationFile['places']>;
}

/** What counts for one secret. */
export interface RotationPolicy {
  readonly days: number;
  readonly overlapDays: number;
  readonly owner?: string;
  readonly provider?: string;
}

/** The word that is nearest to the secret: of its environment, of its name, of the project. */
export function policyFor(settings: RotationSettings, name: string, environment: string): RotationPolicy {
  const named = Object.hasOwn(settings.names, name) ? settings.names[name] : undefined;
  const environments = named?.environments ?? {};
  const here = Object.hasOwn(environments, environment) ? environments[environment] : undefined;
  const owner = here?.owner ?? named?.owner;
  return {
    days: here?.days ?? named?.days ?? settings.days,
    overlapDays: here?.overlapDays ?? named?.overlapDays ?? settings.overlapDays,
    ...(owner === undefined ? {} : { owner }),
    ...(named?.provider === undefined ? {} : { provider: named.provider }),
  };
}

/** Whether the settings say that a name is no secret that is rotated. */
export function isLeftOut(settings: RotationSettings, name: string): boolean {
  return settings.ignore.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name));
}

/** What a base says, with what a head makes stricter; of single names the base's word stays. */
export function stricterRotation(base: RotationSettings, head: RotationSettings): RotationSettings {
  return {
    days: Math.min(base.days, head.days),
    overlapDays: Math.min(base.overlapDays, head.overlapDays),
    ignore: base.ignore.filter((entry) => head.ignore.includes(entry)),
    names: base.names,
    places: base.places,
  };
}
