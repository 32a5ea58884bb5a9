import { ok, type Result } from '../../result.ts';
import type { Key, NewValue, Reappeared, RotationReport } from '../../rotation-key.ts';
import type { OwnValue, Project } from './project.ts';
import { ownerOf } from './project.ts';

/** What the env files of this clone and the ledger say together. */
export interface Survey {
  readonly report: RotationReport;
  /** New values with what they are, to be recorded. */
  readonly fresh: readonly { readonly told: NewValue; readonly own: OwnValue }[];
  /** Values that need a slow hash which was not made: a hook has no time for many. */
  readonly unhashed: number;
}

/**
 * Compares every secret of the env files with the ledger, by fingerprint.
 *
 * @param limit slow hashes that may be made
 */
export async function survey(project: Project, limit = Number.POSITIVE_INFINITY): Promise<Result<Survey>> {
  const waiting = project.values.filter(({ secret }) => project.prints.known(secret) === undefined);
  const unhashed = new Set(waiting.slice(limit));
  const values = project.values.filter((value) => !unhashed.has(value));
  const matches = await Promise.all(
    values.map(async (own) => ({ own, keys: keysWith(await project.prints.all(own.secret), project.keys) })),
  );
  project.prints.save();
  const present = new Set(matches.flatMap(({ keys }) => keys.map(({ id }) => id)));
  const fresh = matches.flatMap(({ own, keys }) => {
    if (own.slot !== 'current' || isKnown(own, keys, project)) return [];
    const replaces = replacedBy(own, present, project);
    return [{ own, told: { name: own.name, environment: own.environment, file: own.file, replaces } }];
  });
  return ok({
    fresh,
    unhashed: unhashed.size,
    report: {
      today: project.today,
      keys: project.keys,
      fresh: fresh.map(({ told }) => told),
      reappeared: matches.flatMap(({ own, keys }) => reappeared(own, keys)),
      broken: project.ledger.broken,
      failures: project.failures,
    },
  });
}

/** Keys of the ledger that have one of these fingerprints. */
export function keysWith(prints: readonly string[], keys: readonly Key[]): readonly Key[] {
  return keys.filter(({ fingerprint }) => fingerprint !== undefined && prints.includes(fingerprint));
}

/** A value whose hash would give it away is known by its name alone. */
function isKnown(own: OwnValue, keys: readonly Key[], { prints, keys: all }: Project): boolean {
  if (!prints.isWeak(own.secret)) return keys.some((key) => isOf(own, key));
  return all.some((key) => isOf(own, key) && key.fingerprint === undefined && key.state === 'current');
}

/** The keys of the same person for the same secret that no env file holds any more. */
function replacedBy(own: OwnValue, present: ReadonlySet<string>, project: Project): readonly string[] {
  const owner = ownerOf(project, own.of, own.environment);
  return project.keys
    .filter((key) => isOf(own, key) && key.state === 'current' && key.owner === owner && !present.has(key.id))
    .map(({ id }) => id);
}

/** A key that was replaced may stay in its slot; one that was disabled may be nowhere. */
function reappeared(own: OwnValue, keys: readonly Key[]): readonly Reappeared[] {
  if (keys.some((key) => key.state === 'current' || key.state === 'next')) return [];
  return keys
    .filter((key) => key.state === 'disabled' || own.slot !== 'previous')
    .slice(0, 1)
    .map((key) => ({ key, where: `${own.file}: ${own.name}` }));
}

function isOf(own: OwnValue, key: Key): boolean {
  return key.name === own.of && key.environment === own.environment;
}
