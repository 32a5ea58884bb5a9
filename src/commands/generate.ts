import * as z from 'zod/mini';
import { copySecret } from '../lifecycle/clipboard.ts';
import { bitsOf, drawKeys, keyLines, keyTexts, type Recipe } from '../lifecycle/draw-keys.ts';
import type { ManagerKind } from '../lifecycle/managers/manager.ts';
import { safeJson } from '../report/text.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Secret } from '../secret.ts';
import { consent } from './changes/dialogue.ts';
import { type Step, takeSteps } from './changes/steps.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { type EnvPlan, isOpen, planEnv, writeEnv } from './generate/env.ts';
import { KEY_TYPES, recipeOf } from './generate/recipe.ts';
import { planRule, type RuleEdit, ruleStep, shownRule } from './generate/rule.ts';
import { MANAGER_OPTIONS, managerKind, placeArgs } from './managers/target.ts';
import { refuse } from './repository.ts';

const flag = z.optional(z.boolean());
const text = z.optional(z.string());
const figure = z.optional(z.string().check(z.regex(/^\d{1,7}$/, 'a whole number')));
const args = z.object({
  length: figure,
  count: figure,
  type: z.optional(z.enum(KEY_TYPES, `one of ${KEY_TYPES.join(', ')}`)),
  alphabet: text,
  prefix: text,
  checksum: flag,
  weak: flag,
  set: z.optional(z.array(z.string().check(z.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'a name such as SESSION_SECRET')))),
  env: text,
  copy: flag,
  to: z.optional(managerKind),
  ...placeArgs,
  'no-rule': flag,
  yes: flag,
  'dry-run': flag,
  format: z.optional(z.enum(['pretty', 'json'], 'keys come as pretty or json')),
  output: z.optional(z.undefined('keys go to stdout, or with --set and --env into a file that git ignores')),
  quiet: flag,
  positionals: z.array(z.string()).check(z.maxLength(0, 'generate takes options only')),
});
export type GenerateArgs = z.infer<typeof args>;

/** The manager's own options; `env` is a file here, whose environment is meant, and `only` is what `set` says. */
const { env: _env, only: _only, policy: _policy, ...ELSEWHERE } = MANAGER_OPTIONS;

export const generate = defineCommand<GenerateArgs>({
  name: 'generate',
  summary: 'Make strong random keys.',
  usage: '[--type TYPE] [--count N] [--set NAME --env FILE | --copy]',
  options: {
    length: { type: 'string', value: 'N', help: 'characters (32), or words (10); of the random part alone' },
    count: { type: 'string', value: 'N', help: 'how many, all different (1)' },
    type: { type: 'string', value: 'TYPE', help: `${KEY_TYPES.join(', ')}; mixed holds every class of characters` },
    alphabet: { type: 'string', value: 'CHARS', help: 'draw from these characters instead' },
    prefix: { type: 'string', value: 'TEXT', help: 'what every key begins with: myapp_live_' },
    checksum: { type: 'boolean', help: 'end in a checksum, and write the rule that recognises such keys offline' },
    'no-rule': { type: 'boolean', help: 'with --checksum: leave the settings alone' },
    weak: { type: 'boolean', help: 'allow fewer than 32 characters' },
    set: { type: 'string', multiple: true, value: 'NAME', help: 'write it to an env file under NAME, unseen' },
    env: { type: 'string', value: 'FILE', help: 'the env file of --set (.env); git must ignore it' },
    to: { type: 'string', value: 'MANAGER', help: 'write it to aws, gcp, azure or vault instead, unseen' },
    ...ELSEWHERE,
    copy: { type: 'boolean', help: 'put it on the clipboard, unseen' },
    yes: { type: 'boolean', short: 'y', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'say what would be done, make nothing' },
  },
  examples: [
    'secretguard generate',
    'secretguard generate --type hex --length 64',
    'secretguard generate --set SESSION_SECRET --env .env.local',
    'secretguard generate --set SESSION_SECRET --env .env.production --to aws --region eu-west-1',
    'secretguard generate --prefix myapp_live_ --checksum --count 1000',
    'secretguard generate --type words --copy',
  ],
  args,
  async run(given, world) {
    const planned = await planOf(given, world);
    if (!planned.ok) return refuse(planned, world);
    const plan = planned.value;
    if (given.to !== undefined) return sendKeys(plan, given, given.to, world);
    const shown = [plan.rule === undefined ? '' : shownRule(plan.rule), plan.env?.shown ?? ''].join('');
    if (shown !== '') world.err(shown);
    if (given['dry-run'] === true) {
      tellStrength(plan, given, world);
      world.err('Dry run: nothing was made or changed.\n');
      return 0;
    }
    const isAgreed = shown === '' || (await consent({ yes: given.yes === true, world }, 'generate'));
    if (!isAgreed && plan.env !== undefined) return 1;
    return make(plan, isAgreed, given, world);
  },
});

interface Plan {
  readonly recipe: Recipe;
  readonly count: number;
  readonly env?: EnvPlan;
  readonly rule?: RuleEdit;
}

/** More than this is no list of keys any more. */
const MOST_KEYS = 1_000_000;

async function planOf(given: GenerateArgs, world: World): Promise<Result<Plan>> {
  const problem = conflictIn(given);
  if (problem !== undefined) return fail('bad-arguments', problem);
  const recipe = await recipeOf({
    type: given.type ?? 'mixed',
    length: given.length === undefined ? undefined : Number(given.length),
    alphabet: given.alphabet,
    prefix: given.prefix ?? '',
    hasChecksum: given.checksum === true,
    isWeak: given.weak === true,
  });
  if (!recipe.ok) return recipe;
  const count = countOf(given, recipe.value);
  if (!count.ok) return count;
  const env =
    given.set === undefined || given.to !== undefined ? ok(undefined) : planEnv(given.env ?? '.env', given.set, world);
  if (!env.ok) return env;
  const rule =
    given.checksum === true && given['no-rule'] !== true ? await planRule(recipe.value, world) : ok(undefined);
  if (!rule.ok) return rule;
  return ok({
    recipe: recipe.value,
    count: count.value,
    ...(env.value === undefined ? {} : { env: env.value }),
    ...(rule.value === undefined ? {} : { rule: rule.value }),
  });
}

function countOf({ set, count }: GenerateArgs, recipe: Recipe): Result<number> {
  const wanted = set?.length ?? Number(count ?? 1);
  if (wanted < 1 || wanted > MOST_KEYS) return fail('bad-arguments', `--count is a number from 1 to ${MOST_KEYS}`);
  return Math.log2(wanted) > bitsOf(recipe) - 1
    ? fail('bad-arguments', `there are not ${wanted} different keys of this kind`)
    : ok(wanted);
}

const TO_WRITES_NO_RULE =
  '--to leaves the settings alone: make a key with --checksum first, which writes the rule; then add --no-rule';
const COUNT_IS_PRINTED = '--count goes with keys that are printed; several --set NAME make several keys';

function conflictIn({
  to,
  set,
  env,
  copy,
  count,
  format,
  checksum,
  'no-rule': noRule,
}: GenerateArgs): string | undefined {
  const [isSet, isSent, isCopied] = [set !== undefined, to !== undefined, copy === true];
  const conflicts: readonly (readonly [is: boolean, why: string])[] = [
    [isSet && isCopied, '--set and --copy do not go together'],
    [isSent && !isSet, '--to goes with --set NAME'],
    [isSent && checksum === true && noRule !== true, TO_WRITES_NO_RULE],
    [isSent && format === 'json', '--to takes no --format'],
    [!isSet && env !== undefined, '--env goes with --set NAME'],
    [count !== undefined && (isSet || isCopied), COUNT_IS_PRINTED],
    [format === 'json' && isCopied, '--copy takes no --format'],
    [noRule === true && checksum !== true, '--no-rule goes with --checksum'],
  ];
  return conflicts.find(([is]) => is)?.[1];
}

async function sendKeys(plan: Plan, given: GenerateArgs, to: ManagerKind, world: World): Promise<ExitCode> {
  const { toManager } = await import('./generate/manager.ts');
  const code = await toManager(drawKeys(plan.recipe, plan.count), { ...given, to, set: given.set ?? [] }, world);
  if (code === 0) tellStrength(plan, given, world);
  return code;
}

/** Rule first, then keys: whatever stops it, no key is out that is not recognised. */
async function make(plan: Plan, isAgreed: boolean, given: GenerateArgs, world: World): Promise<ExitCode> {
  const { env, rule, recipe } = plan;
  const keys = drawKeys(recipe, plan.count);
  const steps: Step[] = [];
  if (rule !== undefined && isAgreed) steps.push(ruleStep(rule));
  if (env !== undefined)
    steps.push({ says: `${env.names.join(', ')} written to ${env.file}`, do: () => writeEnv(env, keys) });
  const { done, problem } = await takeSteps(steps);
  for (const line of done) world.err(`  done: ${line}\n`);
  if (problem !== undefined) {
    world.err(`secretguard generate: stopped: ${problem}\n`);
    return done.length > 0 ? 1 : 2;
  }
  if (isAgreed) tellChanges(plan, world);
  if (given.copy === true) {
    const copied = copySecret(keys[0]!, world.env);
    if (!copied.ok) return refuse(copied, world);
    world.err(`On the clipboard, by ${copied.value}.\n`);
  } else print(plan, keys, given, world);
  tellStrength(plan, given, world);
  return isAgreed ? 0 : 1;
}

function tellChanges({ env, rule }: Plan, world: World): void {
  if (rule !== undefined) world.err(`Hooks read the rule from the index: git add ${rule.edit.path}\n`);
  if (env !== undefined && isOpen(env)) world.err(`Others on this machine can read it: chmod 600 ${env.file}\n`);
}

function print({ recipe, env }: Plan, keys: readonly Secret[], given: GenerateArgs, world: World): void {
  if (given.format === 'json') {
    const facts = { schemaVersion: 1, type: given.type ?? 'mixed', bits: bitsIn(recipe), count: keys.length };
    const where = env === undefined ? { keys: keyTexts(keys) } : { names: env.names, env: env.file };
    world.out(`${safeJson({ ...facts, ...where }, 2)}\n`);
  } else if (env === undefined) world.out(keyLines(keys));
}

function tellStrength({ recipe, count }: Plan, { quiet }: GenerateArgs, world: World): void {
  if (quiet === true) return;
  const [each, drawn] = [count === 1 ? '' : ' each', `${recipe.length} of ${recipe.symbols.length}`];
  const what = recipe.form === undefined ? `, ${drawn} ${recipe.separator === '' ? 'characters' : 'words'}` : '';
  world.err(`${bitsIn(recipe)} bits of entropy${each}${what}\n`);
}

/** Rounded down: nobody should be told more than there is. */
function bitsIn(recipe: Recipe): number {
  return Math.floor(bitsOf(recipe) + 1e-9);
}
