import * as z from 'zod/mini';
import { consent, type Dialogue, tellProgress } from './changes/dialogue.ts';
import { obstacles } from './changes/files.ts';
import { takeSteps } from './changes/steps.ts';
import { type Command, defineCommand, type ExitCode, type World } from './command.ts';
import { initSteps, show } from './wiring/apply.ts';
import { proveHook } from './wiring/canary.ts';
import { DEFAULT_HOOKS, HOOKS, type HookName } from './wiring/hook-lines.ts';
import { type Plan, type PlanInput, planInit } from './wiring/plan.ts';
import { situation } from './wiring/situation.ts';
import { survey } from './wiring/survey.ts';
import { tellProof } from './wiring/tell-proof.ts';

const schema = z.object({
  hook: z.optional(z.array(z.string())),
  yes: z.optional(z.boolean()),
  'dry-run': z.optional(z.boolean()),
  positionals: z.array(z.string()).check(z.length(0, 'takes no arguments')),
});
type Args = z.infer<typeof schema>;

export const init: Command<Args> = defineCommand({
  name: 'init',
  summary: 'Wire the git hooks of this project, and prove with a canary that they block.',
  usage: '[--hook NAME,…] [--dry-run] [--yes]',
  examples: [
    'secretguard init',
    'secretguard init --dry-run',
    'secretguard init --yes --hook pre-commit,pre-push,commit-msg',
  ],
  options: {
    hook: {
      type: 'string',
      multiple: true,
      value: 'NAME,…',
      help: `which of ${HOOKS.join(', ')}; default: ${DEFAULT_HOOKS.join(', ')}`,
    },
    'dry-run': { type: 'boolean', help: 'show what would change, change nothing' },
    yes: { type: 'boolean', short: 'y', help: 'change it without asking' },
  },
  args: schema,
  async run(args, world): Promise<ExitCode> {
    const hooks = hooksOf(args.hook);
    if (typeof hooks === 'string') return refuse(world, hooks);
    const input = await situation(hooks, world);
    if (!input.ok) return refuse(world, input.error.message);
    const plan = planInit(input.value);
    const others = otherChanges(plan);
    const isChange = plan.edits.length + others.length > 0;
    world.out(`secretguard init: ${input.value.seen.top} (${describe(plan)})\n\n`);
    world.out(isChange ? `${show(plan.edits, others)}\n` : 'Everything is in place.\n');
    for (const note of plan.notes) world.out(`Note: ${note}\n`);
    if (args['dry-run'] === true) return dryRun(plan, isChange, world);
    if (isChange) {
      const stop = await change(plan, input.value, { yes: args.yes === true, world });
      if (stop !== undefined) return stop;
    }
    return prove(plan, isChange, world);
  },
});

function hooksOf(given: readonly string[] | undefined): readonly HookName[] | string {
  if (given === undefined) return DEFAULT_HOOKS;
  const names = given.flatMap((part) => part.split(',')).map((name) => name.trim());
  const unknown = names.find((name) => !HOOKS.some((hook) => hook === name));
  if (unknown !== undefined) return `--hook: there is no hook '${unknown}' here; it is one of ${HOOKS.join(', ')}`;
  return HOOKS.filter((hook) => names.includes(hook));
}

function refuse(world: World, message: string): ExitCode {
  world.err(`secretguard init: ${message}\n`);
  return 2;
}

/** What changes beside files, as it is shown. */
function otherChanges(plan: Plan): readonly string[] {
  const dir = plan.wiring.kind === 'husky' ? plan.wiring.dir : '';
  return [
    ...(plan.arm ? [`husky: core.hooksPath = ${dir}/_`] : []),
    ...plan.settings.map(({ key, value }) => `git config --add ${key} "${value}"`),
    ...plan.commands.map((words) => `run: ${words.join(' ')}`),
  ];
}

function describe({ wiring }: Plan): string {
  if ('dir' in wiring) return `${wiring.kind}, ${wiring.dir}`;
  return wiring.kind === 'by-hand' ? 'left to you' : `${wiring.kind}, ${wiring.file}`;
}

function dryRun(plan: Plan, isChange: boolean, world: World): ExitCode {
  for (const item of plan.todo) world.out(`\nTo do: ${item}\n`);
  world.out(`\nDry run: nothing was changed${isChange ? '' : ', and nothing needs to be'}.\n`);
  return 0;
}

/** Asks and changes; a code where it ends here. */
async function change(plan: Plan, { seen }: PlanInput, dialogue: Dialogue): Promise<ExitCode | undefined> {
  const { world } = dialogue;
  const against = await obstacles(seen.top, plan.edits);
  if (against.length > 0) return refuse(world, `${against.join('; ')}; nothing was changed`);
  if (!(await consent(dialogue, 'init'))) return 1;
  const progress = await takeSteps(initSteps(plan, seen, world));
  const stop = tellProgress(progress, 'init', world);
  if (stop !== undefined) for (const item of plan.todo) world.out(`\nTo do: ${item}\n`);
  return stop;
}

async function prove(plan: Plan, isChange: boolean, world: World): Promise<ExitCode> {
  const now = await survey(world);
  if (!now.ok) return refuse(world, now.error.message);
  const proof = await proveHook(now.value, plan.wiring, world);
  world.out(`\n${tellProof(proof)}\n`);
  for (const item of plan.todo) world.out(`\nTo do: ${item}\n`);
  const isGuarded = (proof.kind === 'blocked' || proof.kind === 'blocked-besides') && plan.todo.length === 0;
  const paths = plan.edits.map(({ path }) => path).filter((path) => !path.startsWith('.git/'));
  if (isChange && paths.length > 0) world.out(`\nFor your colleagues: git add ${paths.join(' ')} && git commit\n`);
  world.out(isGuarded ? '\nCommits here are guarded.\n' : '\nCommits here are not (fully) guarded yet; see above.\n');
  return isGuarded ? 0 : 1;
}
