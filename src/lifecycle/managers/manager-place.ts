import { fail, ok, type Result } from '../../result.ts';
import type { Place, PlaceEdit } from '../rotation/places.ts';
import type { Manager, ManagerKind, ManagerOptions, Scope, Surroundings } from './manager.ts';
import { openManager } from './open-manager.ts';

/** A secret manager as a place of one environment. Opened for each question, so that nothing stays connected. */
export function managerPlace(
  kind: ManagerKind,
  scope: Scope,
  ours: string,
  options: ManagerOptions,
  at: Surroundings,
): Place {
  const ask = async <T>(question: (manager: Manager) => Promise<Result<T>>): Promise<Result<T>> => {
    const manager = await openManager(kind, scope, options, at);
    if (!manager.ok) return manager;
    try {
      return await question(manager.value);
    } finally {
      manager.value.close();
    }
  };
  // settings can name any server: whoever is asked whether to write must see which
  const server = options.address ?? options.vaultUrl ?? options.endpoint;
  return {
    kind: 'manager',
    id: `${kind}:${scope.project}/${scope.environment}${server === undefined ? '' : ` at ${server}`}`,
    environment: ours,
    keepsBoth: false, // the manager keeps the version before by itself
    names: () => ask((manager) => manager.names()),
    read: (name) =>
      ask(async (manager) => {
        const held = await manager.read(name);
        return held.ok ? ok(held.value?.value) : held;
      }),
    compare: (name, secret) =>
      ask(async (manager) => {
        const held = await manager.read(name);
        if (!held.ok) return held;
        return ok(held.value === undefined ? 'absent' : held.value.value.equals(secret) ? 'same' : 'other');
      }),
    change: (edits) => ask((manager) => change(manager, edits)),
  };
}

/** Nothing is ever taken out of a manager: who still reads it there cannot be seen from here. */
async function change(manager: Manager, edits: readonly PlaceEdit[]): Promise<Result<undefined>> {
  const changes = [];
  for (const { name, secret } of edits) {
    if (secret === undefined) continue;
    const seen = await manager.read(name);
    if (!seen.ok) return seen;
    if (seen.value?.value.equals(secret) !== true) changes.push({ name, value: secret, seen: seen.value });
  }
  const outcomes: { readonly name: string; readonly outcome: Result<string> }[] = [];
  if (changes.length > 0) await manager.write(changes, (name, outcome) => void outcomes.push({ name, outcome }));
  const failed = outcomes.find(({ outcome }) => !outcome.ok);
  if (failed === undefined || failed.outcome.ok) return ok(undefined);
  const written = outcomes.filter(({ outcome }) => outcome.ok).map(({ name }) => name);
  const before = written.length === 0 ? 'nothing was written' : `written: ${written.join(', ')}`;
  return fail(failed.outcome.error.kind, `${failed.name}: ${failed.outcome.error.message} (${before})`);
}
