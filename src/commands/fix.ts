import * as z from 'zod/mini';
import { readingEnv } from '../git/run-git.ts';
import { isCode } from '../lifecycle/fix/code-fix.ts';
import { type JsParser, loadJsParser } from '../lifecycle/fix/js/parse.ts';
import { commitFix, type Disk, type Site } from '../lifecycle/fix/transaction.ts';
import type { Trouble } from '../model.ts';
import { onOneLine, printable } from '../report/text.ts';
import { consent } from './changes/dialogue.ts';
import { obstacles } from './changes/files.ts';
import { runCheck } from './check.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { changesOf, exampleEdits, showPlan, stagedOf } from './fix/apply.ts';
import { type FixScope, type Searched, type Suspects, searchFor } from './fix/find.ts';
import { type FixPlan, planFix } from './fix/plan.ts';
import { settle, siteOf, undo } from './fix/site.ts';
import { refuse, topLevel } from './repository.ts';

const args = z.object({
  staged: z.optional(z.boolean()),
  yes: z.optional(z.boolean()),
  'dry-run': z.optional(z.boolean()),
  undo: z.optional(z.boolean()),
  config: z.optional(z.string()),
  quiet: z.optional(z.boolean()),
  positionals: z.array(z.string()),
});
type FixArgs = z.infer<typeof args>;

export const fix = defineCommand<FixArgs>({
  name: 'fix',
  summary: 'Move hard-coded values to .env, and add missing .gitignore lines.',
  usage: '[--staged] [--dry-run] [--yes] [PATH…] | --undo',
  options: {
    staged: { type: 'boolean', help: 'only what the blocked commit would add' },
    yes: { type: 'boolean', short: 'y', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'show what would change, change nothing' },
    undo: { type: 'boolean', help: 'give back the bytes that were there before the last fix' },
  },
  examples: [
    'secretguard fix --dry-run',
    'secretguard fix --staged',
    'secretguard fix --yes src/config.ts',
    'secretguard fix --undo',
    'node --env-file=.env src/main.js   # the program, with the values where they are now',
  ],
  args,
  run: (given, world) => runFix(given, world),
});

/** @param diskOf what writes instead of the disk */
export async function runFix(given: FixArgs, world: World, diskOf?: (disk: Disk) => Disk): Promise<ExitCode> {
  const isSingle = given.staged === true || given.undo === true;
  if (isSingle && (given.positionals.length > 0 || (given.staged === true && given.undo === true)))
    return refuse(
      { error: { kind: 'bad-arguments', message: '--staged and --undo stand alone and take no paths' } },
      world,
    );
  const top = topLevel(world);
  if (!top.ok) return refuse(top, world);
  const isDryRun = given['dry-run'] === true;
  const site = siteOf(top.value, world, { mayWrite: !isDryRun, diskOf });
  if (!site.ok) return refuse(site, world);
  const stopped = settle(site.value, isDryRun, world);
  if (stopped !== undefined) return stopped;
  if (given.undo === true) return undo(site.value, { yes: given.yes === true, isDryRun }, world);
  return findAndFix(given, site.value, world);
}

async function findAndFix(given: FixArgs, site: Site, world: World): Promise<ExitCode> {
  const scope = { staged: given.staged === true, paths: given.positionals, config: given.config };
  const found = await searchFor(scope, site.top, world);
  if (!found.ok) return refuse(found, world);
  const plan = await planFix(found.value, site.top, world.env, await parserFor(found.value));
  if (!plan.ok) return refuse(plan, world);
  const failures = new Map<string, Trouble>();
  for (const failure of [...found.value.failures, ...plan.value.unread])
    failures.set(`${failure.path}\0${failure.message}`, failure);
  for (const { path, message } of failures.values())
    world.err(
      `secretguard fix: not checked: ${path === undefined ? '' : `${printable(path)}: `}${onOneLine(message)}\n`,
    );
  const code = await carryOut(plan.value, given, site, scope, world);
  return failures.size > 0 ? 2 : code;
}

/** Loaded only where a file needs it; in words why there is none. */
async function parserFor({ files }: Searched): Promise<JsParser | string> {
  const needsIt = ([path, { wanted }]: [string, Suspects]) =>
    wanted.length > 0 && (isCode(path) || path.endsWith('.json'));
  if (![...files].some(needsIt)) return 'it is not code';
  const loaded = await loadJsParser();
  if (loaded.ok) return loaded.value;
  return `${loaded.error.message}; by hand: write process.env.NAME in its place, and NAME=… into .env`;
}

async function carryOut(plan: FixPlan, given: FixArgs, site: Site, scope: FixScope, world: World): Promise<ExitCode> {
  const shown = showPlan(plan).split('\n').map(asShown).join('\n');
  if (shown !== '') world.out(`${shown}\n`);
  for (const note of plan.notes) world.out(`Note: ${printable(note)}\n`);
  if (given['dry-run'] === true) {
    tellTodo(plan.todo, world);
    world.out(`Dry run: nothing was changed${shown === '' ? ', and nothing can be' : ''}.\n`);
    return 0;
  }
  if (shown !== '') {
    const stopped = await change(plan, given, site, world);
    if (stopped !== undefined) return stopped;
  }
  return tellRest(plan, shown !== '', scope, world);
}

/** A line of a diff without what a terminal obeys; tabs and the line ends of the file stay out of the way. */
function asShown(line: string): string {
  return line.replace(/\r$/, '').split('\t').map(printable).join('\t');
}

/** Asks and changes; a code where it ends here. */
async function change(plan: FixPlan, given: FixArgs, site: Site, world: World): Promise<ExitCode | undefined> {
  const git = { cwd: site.top, env: readingEnv(world.env) };
  const changes = changesOf(plan, git);
  const edits = [...plan.ignores, ...plan.sources.map(({ edit }) => edit), ...exampleEdits(plan)];
  const against = await obstacles(site.top, edits);
  if (against.length > 0) {
    world.err(`secretguard fix: ${printable(against.join('; '))}; nothing was changed\n`);
    return 2;
  }
  if (!(await consent({ yes: given.yes === true, world }, 'fix'))) {
    tellTodo(plan.todo, world);
    return 1;
  }
  const done = commitFix(site, changes, stagedOf(plan, git));
  if (done.ok) {
    for (const { path, before } of changes)
      world.out(`  done: ${before === undefined ? 'made' : 'changed'} ${printable(path)}\n`);
    return undefined;
  }
  const isWhole = done.error.kind === 'write-failed';
  world.err(
    `secretguard fix: stopped: ${printable(done.error.message)}${isWhole ? '; everything is as it was' : ''}\n`,
  );
  tellTodo(plan.todo, world);
  return 1;
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
    if (verdict === 'block' && !told(path))
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
