import type { Manager, ManagerKind } from '../../lifecycle/managers/manager.ts';
import { printable } from '../../report/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Secret } from '../../secret.ts';
import { consent } from '../changes/dialogue.ts';
import type { ExitCode, World } from '../command.ts';
import { clashes, compareWith, rowLines } from '../managers/diff.ts';
import { type ManagerArgs, targetOf, withManager } from '../managers/target.ts';
import { refuse } from '../repository.ts';

/** Options of `push` that say which manager and where in it. */
export type ManagerWish = Omit<ManagerArgs, 'env' | 'only' | 'policy' | 'positionals' | 'format'> & {
  readonly to: ManagerKind;
  /** The env file whose environment is meant, as in `push`; it is not touched. */
  readonly env?: string | undefined;
  readonly set: readonly string[];
};

/** Writes new keys into a secret manager under their names, after showing which names get a new version. */
export async function toManager(keys: readonly Secret[], wish: ManagerWish, world: World): Promise<ExitCode> {
  const { to, env, set, ...rest } = wish;
  const target = targetOf({ ...rest, positionals: [env ?? '.env'] }, to, world);
  if (!target.ok) return refuse(target, world);
  const values = new Map(set.map((name, i) => [name, keys[i]!]));
  const { project, environment } = target.value.scope;
  const code = await withManager(target.value, world, (manager) =>
    write(manager, values, `${project}/${environment}`, wish, world),
  );
  return code.ok ? code.value : refuse(code, world);
}

async function write(
  manager: Manager,
  values: ReadonlyMap<string, Secret>,
  scope: string,
  { yes, 'dry-run': isDry }: ManagerWish,
  world: World,
): Promise<Result<ExitCode>> {
  const same = clashes(manager, values.keys());
  if (same.length > 0) return fail('bad-input', same.join('; '));
  const rows = await compareWith(manager, values, []);
  const unknown = rows.find(({ error }) => error !== undefined);
  if (unknown?.error !== undefined) return { ok: false, error: unknown.error };
  world.err(`${printable(manager.title)}, as ${scope}\n`);
  world.err(rowLines(rows, { same: 'the same', differs: 'gets a new version', here: 'new', there: 'only there' }));
  if (isDry === true) {
    world.err('Dry run: nothing was written.\n');
    return ok(0);
  }
  if (!(await consent({ yes: yes === true, world }, 'generate'))) return ok(1);
  let failed = 0;
  const changes = rows.map(({ name, local, held }) => ({ name, value: local!, seen: held }));
  await manager.write(changes, (name, outcome) => {
    if (outcome.ok) return world.err(`  written: ${name} (version ${outcome.value})\n`);
    failed++;
    world.err(`secretguard generate: not written: ${name}: ${outcome.error.message}\n`);
  });
  return ok(failed === 0 ? 0 : failed === changes.length ? 2 : 1);
}
