import * as z from 'zod/mini';
import { readingEnv } from '../git/run-git.ts';
import { isCode } from '../lifecycle/code-fix.ts';
import { type JsParser, loadJsParser } from '../lifecycle/js-parse.ts';
import { onOneLine, printable } from '../report/text.ts';
import { runCheck } from './check.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { fixSteps, showPlan } from './fix-apply.ts';
import { type FixScope, type Searched, searchFor } from './fix-find.ts';
import { type FixPlan, planFix } from './fix-plan.ts';
import { refuse, topLevel } from './repository.ts';
import { obstacles, takeSteps } from './wiring/apply.ts';
import { consent, tellProgress } from './wiring/dialogue.ts';

const args = z.object({
  staged: z.optional(z.boolean()),
  yes: z.optional(z.boolean()),
  'dry-run': z.optional(z.boolean()),
  config: z.optional(z.string()),
  quiet: z.optional(z.boolean()),
  positionals: z.array(z.string()),
});
type FixArgs = z.infer<typeof args>;

export const fix = defineCommand<FixArgs>({
  name: 'fix',
  summary: 'Move hard-coded values to .env, and add missing .gitignore lines.',
  usage: '[--staged] [--dry-run] [--yes] [PATH…]',
  options: {
    staged: { type: 'boolean', help: 'only what the blocked commit would add' },
    yes: { type: 'boolean', short: 'y', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'show what would change, change nothing' },
  },
  examples: [
    'secretguard fix --dry-run',
    'secretguard fix --staged',
    'secretguard fix --yes src/config.ts',
    'node --env-file=.env src/main.js   # the program, with the values where they are now',
  ],
  args,
  async run(given, world) {
    if (given.staged === true && given.positionals.length > 0)
      return refuse({ error: { kind: 'bad-arguments', message: '--staged takes no paths' } }, world);
    const top = topLevel(world);
    if (!top.ok) return refuse(top, world);
    const scope = { staged: given.staged === true, paths: given.positionals, config: given.config };
    const found = await searchFor(scope, top.value, world);
    if (!found.ok) return refuse(found, world);
    const parser = await parserFor(found.value);
    const plan = await planFix(found.value, top.value, world.env, parser);
    if (!plan.ok) return refuse(plan, world);
    for (const { path, message } of found.value.failures)
      world.err(
        `secretguard fix: not checked: ${path === undefined ? '' : `${printable(path)}: `}${onOneLine(message)}\n`,
      );
    const code = await carryOut(plan.value, given, top.value, scope, world);
    return found.value.failures.length > 0 ? 2 : code;
  },
});

/** Loaded only where a file needs it; in words why there is none. */
async function parserFor({ files }: Searched): Promise<JsParser | string> {
  if (![...files].some(([path, { wanted }]) => wanted.length > 0 && isCode(path))) return 'it is not code';
  const loaded = await loadJsParser();
  if (loaded.ok) return loaded.value;
  return `${loaded.error.message}; by hand: write process.env.NAME in its place, and NAME=… into .env`;
}

async function carryOut(plan: FixPlan, given: FixArgs, top: string, scope: FixScope, world: World): Promise<ExitCode> {
  const shown = showPlan(plan).split('\n').map(asShown).join('\n');
  if (shown !== '') world.out(`${shown}\n`);
  for (const note of plan.notes) world.out(`Note: ${printable(note)}\n`);
  if (given['dry-run'] === true) {
    tellTodo(plan.todo, world);
    world.out(`Dry run: nothing was changed${shown === '' ? ', and nothing can be' : ''}.\n`);
    return 0;
  }
  if (shown !== '') {
    const stopped = await change(plan, given, top, world);
    if (stopped !== undefined) return stopped;
  }
  return tellRest(plan, shown !== '', scope, world);
}

/** A line of a diff without what a terminal obeys; tabs and the line ends of the file stay out of the way. */
function asShown(line: string): string {
  return line.replace(/\r$/, '').split('\t').map(printable).join('\t');
}

/** Asks and changes; a code where it ends here. */
async function change(plan: FixPlan, given: FixArgs, top: string, world: World): Promise<ExitCode | undefined> {
  const against = await obstacles(top, [...plan.ignores, ...plan.sources.map(({ edit }) => edit)]);
  if (against.length > 0) {
    world.err(`secretguard fix: ${printable(against.join('; '))}; nothing was changed\n`);
    return 2;
  }
  if (!(await consent({ yes: given.yes === true, world }, 'fix'))) {
    tellTodo(plan.todo, world);
    return 1;
  }
  const git = { cwd: top, env: readingEnv(world.env) };
  const progress = await takeSteps(fixSteps(plan, git));
  const stopped = tellProgress(progress, 'fix', world);
  if (stopped !== undefined) tellTodo(plan.todo, world);
  return stopped;
}

/** What the commit still lacks, as the check sees it now. */
async function tellRest(plan: FixPlan, isChanged: boolean, scope: FixScope, world: World): Promise<ExitCode> {
  const todo = [...plan.todo];
  const now = await runCheck({ config: scope.config }, world);
  if (!now.ok) return refuse(now, world);
  const { verdicts, violations } = now.value.outcome;
  const told = (path: string) => todo.some((line) => line.startsWith(`${path}:`));
  for (const { path, detail, verdict, next } of violations) {
    if (verdict === 'block' && !told(path))
      todo.push(`${path}: ${detail}${next[0] === undefined ? '' : `; ${next[0]}`}`);
  }
  for (const { finding, verdict } of verdicts) {
    const { path, line } = finding;
    if (verdict === 'block' && !told(path) && !todo.some((t) => t.startsWith(`${path}:`)))
      todo.push(`${path}:${line}: still staged: your copy has changes that are not staged; git add -p ${path}`);
  }
  if (plan.envs.length > 0)
    world.out(
      '\nRun the program with the values: node --env-file=.env … (dotenv and frameworks read .env by themselves)\n',
    );
  tellTodo(todo, world);
  if (todo.length > 0) return 1;
  world.out(isChanged ? 'Done. If a value ever left this machine, revoke it.\n' : 'Nothing to fix.\n');
  return 0;
}

function tellTodo(todo: readonly string[], world: World): void {
  for (const item of todo) world.out(`To do: ${printable(item)}\n`);
}
