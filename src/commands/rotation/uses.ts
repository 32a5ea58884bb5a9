import { processesUsing } from '../../lifecycle/rotation/running.ts';
import { ok, type Result } from '../../result.ts';
import type { Secret } from '../../secret.ts';
import type { World } from '../command.ts';
import { topLevel } from '../repository.ts';
import type { OwnValue, Project } from './project.ts';
import type { Target } from './target.ts';

/** A key whose uses are looked for, and the slot in which it may stay. */
export interface Sought extends Pick<OwnValue, 'value' | 'secret'> {
  readonly slot: string;
}

/**
 * Everything that still uses a key, one line each: env files, other places, code, programs that run. What cannot be asked is a
 * failure, since a key that nobody looked for is not unused.
 */
export async function usesOf(
  project: Project,
  target: Target,
  sought: Sought,
  world: World,
  config: string | undefined,
): Promise<Result<readonly string[]>> {
  const found = [...usesInEnvFiles(project, target, sought)];
  for (const place of target.places.filter((p) => p !== target.home)) {
    const held = await place.compare(target.name, sought.secret);
    if (!held.ok) return held;
    if (held.value === 'same') found.push(`${place.id}: ${target.name} still holds it`);
  }
  const code = await usesInCode(sought.secret, world, config);
  if (!code.ok) return code;
  found.push(...code.value, ...usesByPrograms(sought.secret));
  return ok(found);
}

/** Places in the work tree where the value is written out, also encoded. */
export async function usesInCode(
  secret: Secret,
  world: World,
  config: string | undefined,
): Promise<Result<readonly string[]>> {
  const top = topLevel(world);
  if (!top.ok) return top;
  const { scanTree } = await import('../scan/tree.ts');
  const given = { config, positionals: [], rule: ['known-value'], quiet: true };
  const scanned = await scanTree(given, { threads: 1 }, { ...world, cwd: top.value });
  if (!scanned.ok) return scanned;
  const { verdicts, failures } = scanned.value.outcome;
  const unread = failures[0];
  if (unread !== undefined) return { ok: false, error: { kind: 'unreadable', ...unread } };
  return ok(
    verdicts
      .filter(({ finding }) => finding.secret.equals(secret))
      .map(({ finding: { path, line } }) => `${path}:${line}: the old key is written out there`),
  );
}

/** Programs that were started with it; they have to be started anew. */
export function usesByPrograms(secret: Secret): readonly string[] {
  const found = processesUsing(secret) ?? [];
  return found.map(({ pid, program, variable }) => `process ${pid} (${program}) was started with it as ${variable}`);
}

function usesInEnvFiles({ every }: Project, target: Target, { value, slot }: Sought): readonly string[] {
  return every.flatMap(({ name, file, environment, value: other }) => {
    if (environment === target.environment && name === slot) return [];
    if (other === value) return [`${file}: ${name} still holds it`];
    const isInside = value.length >= MIN_INSIDE && (other.includes(value) || other.includes(encodeURIComponent(value)));
    return isInside ? [`${file}: it is part of ${name}`] : [];
  });
}

/** Characters; shorter values turn up by chance. */
const MIN_INSIDE = 8;
