import * as z from 'zod/mini';
import type { Manager } from '../lifecycle/managers/manager.ts';
import { printable } from '../report/text.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Secret } from '../secret.ts';
import { consent } from './changes/dialogue.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { envPlaceAt } from './env-files/place-at.ts';
import { compareWith, type Row, rowLines } from './managers/diff.ts';
import {
  CHANGE_OPTIONS,
  KIND_OPTION,
  MANAGER_OPTIONS,
  managerArgs,
  managerKind,
  noEnvFile,
  onTarget,
  readEnvFile,
  type Target,
  withManager,
} from './managers/target.ts';
import { refuse } from './repository.ts';

const args = z.object({ ...managerArgs, from: managerKind, check: z.optional(z.boolean()) });
type PullArgs = z.infer<typeof args>;

export const pull = defineCommand<PullArgs>({
  name: 'pull',
  summary: 'Bring the values of a secret manager into an env file, or see whether both are in step.',
  usage: '[ENV-FILE] --from aws|gcp|azure|vault [--check] [--env NAME] [--dry-run] [--yes]',
  options: {
    from: KIND_OPTION,
    check: { type: 'boolean', help: 'only compare: exit 1 where they differ' },
    ...MANAGER_OPTIONS,
    ...CHANGE_OPTIONS,
  },
  examples: [
    'secretguard pull .env.production --from aws --region eu-west-1 --check',
    'secretguard pull .env.staging --from vault',
    'secretguard pull .env.production --from gcp --gcp-project acme-prod --check --format json',
    'secretguard pull .env.production --from azure --policy   # the role that this needs',
  ],
  args,
  run: (given, world) => onTarget(given, given.from, true, world, (target) => bring(target, given, world)),
});

async function bring(target: Target, given: PullArgs, world: World): Promise<ExitCode> {
  const local = localValues(target, given);
  if (!local.ok) return refuse(local, world);
  const rows = await withManager(target, world, (manager) => rowsOf(manager, local.value, given));
  if (!rows.ok) return refuse(rows, world);
  return given.check === true ? check(rows.value, target, given, world) : write(rows.value, target, given, world);
}

/** A file that is still to be made has no values. */
function localValues({ file, path }: Target, given: PullArgs): Result<ReadonlyMap<string, Secret>> {
  const content = readEnvFile(file, path);
  if (!content.ok) return content;
  if (content.value === undefined) return given.check === true ? noEnvFile(path) : ok(new Map());
  const wanted = [...content.value.values].filter(([name]) => given.only?.includes(name) ?? true);
  return ok(new Map(wanted));
}

async function rowsOf(
  manager: Manager,
  local: ReadonlyMap<string, Secret>,
  { only }: PullArgs,
): Promise<Result<Row[]>> {
  const names = only === undefined ? await manager.names() : ok(only);
  if (!names.ok) return names;
  const rows = await compareWith(manager, local, restored(names.value, local, manager));
  const missing = only?.filter((name) =>
    rows.some((row) => row.name === name && row.state === 'here' && row.local === undefined),
  );
  return missing !== undefined && missing.length > 0
    ? fail('bad-arguments', `${manager.title} has no ${missing.join(', ')} here`)
    : ok(rows);
}

/** A manager that knows fewer letters gives `DATABASE-URL` back: the file says what was meant. */
function restored(names: readonly string[], local: ReadonlyMap<string, Secret>, manager: Manager): string[] {
  const known = new Map([...local.keys()].map((name) => [manager.idOf(name), name]));
  return names.map((name) => known.get(manager.idOf(name)) ?? name);
}

const WORDS = { same: 'in step', differs: 'differs', here: 'only in the file', there: 'only in the manager' } as const;

function check(rows: readonly Row[], { path, scope }: Target, given: PullArgs, world: World): ExitCode {
  const out = rows.filter(({ state }) => state !== 'same');
  if (given.format === 'json')
    world.out(
      `${JSON.stringify({ schemaVersion: 1, secrets: rows.map(({ name, id, state }) => ({ name, id, state })) }, null, 2)}\n`,
    );
  else {
    world.out(rowLines(rows, WORDS));
    const all = `${printable(path)} and ${scope.project}/${scope.environment}`;
    world.out(
      out.length === 0 ? `${all}: ${rows.length} in step\n` : `${all}: ${out.length} of ${rows.length} not in step\n`,
    );
  }
  if (rows.some(({ state }) => state === 'unknown')) return 2;
  return out.length === 0 ? 0 : 1;
}

async function write(rows: readonly Row[], target: Target, given: PullArgs, world: World): Promise<ExitCode> {
  const edits = rows.flatMap(({ name, state, held }) =>
    held !== undefined && (state === 'differs' || state === 'there') ? [{ name, secret: held.value }] : [],
  );
  world.out(rowLines(rows, { ...WORDS, differs: 'new value', there: 'new' }));
  const isWhole = rows.every(({ state }) => state !== 'unknown');
  if (edits.length === 0 || given['dry-run'] === true) {
    world.out(edits.length === 0 ? 'Nothing to write.\n' : 'Dry run: nothing was written.\n');
    return isWhole ? 0 : 2;
  }
  if (!(await consent({ yes: given.yes === true, world }, 'pull'))) return 1;
  const place = envPlaceAt(target.file, target.path, target.scope.environment, world);
  if (!place.ok) return refuse(place, world);
  const done = await place.value.change(edits);
  if (!done.ok) return refuse(done, world);
  world.out(`  written: ${edits.map(({ name }) => name).join(', ')} to ${printable(target.path)}\n`);
  return isWhole ? 0 : 2;
}
