import * as z from 'zod/mini';
import type { Change, Manager } from '../lifecycle/managers/manager.ts';
import { printable } from '../report/text.ts';
import { fail, ok, type Result } from '../result.ts';
import { consent } from './changes/dialogue.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { clashes, compareWith, type Row, rowLines } from './managers/diff.ts';
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

const args = z.object({ ...managerArgs, to: managerKind });
type PushArgs = z.infer<typeof args>;

export const push = defineCommand<PushArgs>({
  name: 'push',
  summary: 'Bring the values of an env file into a secret manager.',
  usage: '[ENV-FILE] --to aws|gcp|azure|vault [--env NAME] [--dry-run] [--yes]',
  options: {
    to: KIND_OPTION,
    ...MANAGER_OPTIONS,
    ...CHANGE_OPTIONS,
  },
  examples: [
    'secretguard push .env.production --to aws --region eu-west-1 --dry-run',
    'secretguard push .env.production --to gcp --gcp-project acme-prod',
    'secretguard push .env.staging --to azure --vault-url https://acme.vault.azure.net',
    'secretguard push .env.production --to vault --only DATABASE_URL',
    'secretguard push .env.production --to aws --policy   # the IAM policy that this needs',
  ],
  args,
  run: (given, world) => onTarget(given, given.to, false, world, (target) => bring({ given, target, world })),
});

interface Run {
  readonly given: PushArgs;
  readonly target: Target;
  readonly world: World;
}

async function bring(run: Run): Promise<ExitCode> {
  const { given, target, world } = run;
  const content = readEnvFile(target.file, target.path, given.only);
  if (!content.ok) return refuse(content, world);
  if (content.value === undefined) return refuse(noEnvFile(target.path), world);
  const { values, skipped } = content.value;
  for (const [name, why] of skipped) world.err(`secretguard push: ${name} is left out: ${why}\n`);
  const code = await withManager(target, world, async (manager) => {
    const same = clashes(manager, values.keys());
    if (same.length > 0) return fail('bad-input', same.join('; '));
    return ok(await carryOut(await compareWith(manager, values, []), manager, run));
  });
  return code.ok ? code.value : refuse(code, world);
}

async function carryOut(rows: readonly Row[], manager: Manager, { given, target, world }: Run): Promise<ExitCode> {
  const changes = rows.flatMap(({ name, state, local, held }): Change[] =>
    local !== undefined && (state === 'here' || state === 'differs') ? [{ name, value: local, seen: held }] : [],
  );
  const json = given.format === 'json';
  const say = json ? world.err : world.out;
  say(`${printable(target.path)} → ${manager.title}, as ${target.scope.project}/${target.scope.environment}\n`);
  say(rowLines(rows, { same: 'as it is there', differs: 'new version', here: 'new', there: 'only there' }));
  const unknown = rows.filter(({ state }) => state === 'unknown');
  if (given['dry-run'] === true || changes.length === 0) {
    if (json) world.out(report(rows, new Map()));
    say(changes.length === 0 ? 'Nothing to write.\n' : 'Dry run: nothing was written.\n');
    return unknown.length > 0 ? 2 : 0;
  }
  if (!(await consent({ yes: given.yes === true, world }, 'push'))) return 1;
  const outcomes = await write(changes, manager);
  if (json) world.out(report(rows, outcomes));
  return tell(outcomes, unknown.length, { say, err: world.err });
}

async function write(changes: readonly Change[], manager: Manager): Promise<Map<string, Result<string>>> {
  const outcomes = new Map<string, Result<string>>();
  await manager.write(changes, (name, outcome) => void outcomes.set(name, outcome));
  return outcomes;
}

/** What was written and what not. Running it again goes on from there: what is there already is not written twice. */
function tell(
  outcomes: ReadonlyMap<string, Result<string>>,
  unknown: number,
  { say, err }: { say(text: string): void; err(text: string): void },
): ExitCode {
  const failed = [...outcomes].filter(([, outcome]) => !outcome.ok);
  for (const [name, outcome] of outcomes) {
    if (outcome.ok) say(`  written: ${name} (version ${outcome.value})\n`);
    else err(`secretguard push: not written: ${name}: ${outcome.error.message}\n`);
  }
  if (failed.length === 0 && unknown === 0) {
    say('Done. The versions before are kept.\n');
    return 0;
  }
  err(
    `secretguard push: ${outcomes.size - failed.length} written, ${failed.length + unknown} not; run it again to go on\n`,
  );
  return failed.length === outcomes.size ? 2 : 1;
}

function report(rows: readonly Row[], outcomes: ReadonlyMap<string, Result<string>>): string {
  const secrets = rows.map(({ name, id, state, error }) => {
    const outcome = outcomes.get(name);
    const done =
      outcome === undefined ? {} : outcome.ok ? { version: outcome.value } : { error: outcome.error.message };
    return {
      name,
      id,
      state,
      written: outcome?.ok === true,
      ...(error === undefined ? {} : { error: error.message }),
      ...done,
    };
  });
  return `${JSON.stringify({ schemaVersion: 1, secrets }, null, 2)}\n`;
}
