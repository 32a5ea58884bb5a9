import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { Result } from '../result.ts';
import { consent, tellProgress } from './changes/dialogue.ts';
import { obstacles } from './changes/files.ts';
import { takeSteps } from './changes/steps.ts';
import { type Command, defineCommand, type ExitCode, type World } from './command.ts';
import { initSteps, show } from './wiring/apply.ts';
import { type Check, examineWiring } from './wiring/examine-wiring.ts';
import { DEFAULT_HOOKS } from './wiring/hook-lines.ts';
import { planInit } from './wiring/plan.ts';
import { situation } from './wiring/situation.ts';

const schema = z.object({
  fix: z.optional(z.boolean()),
  yes: z.optional(z.boolean()),
  format: z.optional(z.enum(['pretty', 'json'], 'doctor knows pretty and json')),
  output: z.optional(z.string()),
  quiet: z.optional(z.boolean()),
  positionals: z.array(z.string()).check(z.length(0, 'takes no arguments')),
});
type Args = z.infer<typeof schema>;

export const doctor: Command<Args> = defineCommand({
  name: 'doctor',
  summary: 'Say whether commits are really guarded here, and why not.',
  usage: '[--fix [--yes]] [--format pretty|json]',
  examples: ['secretguard doctor', 'secretguard doctor --fix --yes', 'secretguard doctor --format json'],
  options: {
    fix: { type: 'boolean', help: 'repair what can be repaired' },
    yes: { type: 'boolean', short: 'y', help: 'repair without asking' },
  },
  args: schema,
  async run(args, world): Promise<ExitCode> {
    if (args.fix === true) {
      const stop = await repair(args, world);
      if (stop !== undefined) return stop;
    }
    const checks = await examineHooks(world);
    if (!checks.ok) return refuse(world, checks.error.message);
    const isGuarded = checks.value.every(({ status }) => status !== 'fail');
    const text = args.format === 'json' ? asJson(checks.value, isGuarded) : asText(checks.value, isGuarded, args.quiet);
    const problem = args.output === undefined ? world.out(text) : await writeTo(resolve(world.cwd, args.output), text);
    if (problem !== undefined) return refuse(world, `the result could not be written: ${problem}`);
    return isGuarded ? 0 : 1;
  },
});

/** A project without the package is a finding, not a failure: commits are not guarded there. */
export async function examineHooks(world: World): Promise<Result<readonly Check[]>> {
  const input = await situation(DEFAULT_HOOKS, world);
  if (input.ok) return { ok: true, value: await examineWiring(input.value, world) };
  if (input.error.kind !== 'not-installed') return input;
  return { ok: true, value: [{ check: 'package', status: 'fail', detail: input.error.message }] };
}

async function repair(args: Args, world: World): Promise<ExitCode | undefined> {
  const input = await situation(DEFAULT_HOOKS, world);
  if (!input.ok) return refuse(world, input.error.message);
  const { seen } = input.value;
  const plan = planInit(input.value);
  const steps = initSteps(plan, seen, world);
  if (steps.length === 0) return undefined;
  const against = await obstacles(seen.top, plan.edits);
  if (against.length > 0) return refuse(world, `${against.join('; ')}; nothing was changed`);
  world.err(show(plan.edits, plan.arm ? ['arm husky'] : []));
  if (!(await consent({ yes: args.yes === true, world }, 'doctor --fix'))) return 1;
  return tellProgress(await takeSteps(steps), 'doctor --fix', { ...world, out: world.err });
}

function asText(checks: readonly Check[], isGuarded: boolean, quiet = false): string {
  const shown = quiet ? checks.filter(({ status }) => status !== 'ok') : checks;
  const width = Math.max(...checks.map(({ check }) => check.length));
  const rows = shown.map(({ check, status, detail, fix }) => {
    const [first = '', ...rest] = detail.split('\n');
    const more = [...rest, ...(fix === undefined ? [] : [`do: ${fix}`])].map(
      (line) => `\n${' '.repeat(width + 8)}${line}`,
    );
    return `${status.padEnd(5)} ${check.padEnd(width)}  ${first}${more.join('')}\n`;
  });
  return `${rows.join('')}\n${isGuarded ? 'Commits here are guarded.' : 'Commits here are NOT guarded.'}\n`;
}

function asJson(checks: readonly Check[], isGuarded: boolean): string {
  return `${JSON.stringify({ schemaVersion: 1, guarded: isGuarded, checks }, null, 2)}\n`;
}

async function writeTo(path: string, text: string): Promise<string | undefined> {
  const { writeResult } = await import('./deliver.ts');
  return writeResult(path, text);
}

function refuse(world: World, message: string): ExitCode {
  world.err(`secretguard doctor: ${message}\n`);
  return 2;
}
