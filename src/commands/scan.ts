import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from '../model.ts';
import { fail, type Result } from '../result.ts';
import { LEDGER_FILE } from '../rotation-key.ts';
import type { Settings } from '../settings.ts';
import { defineCommand, type World } from './command.ts';
import { deliver } from './deliver.ts';
import { refuse } from './repository.ts';
import { type ScanArgs, scanArgs } from './scan/args.ts';
import { compileLess } from './scan/compile-less.ts';
import { choose, type ScanChoice } from './scan/options.ts';

/** What each kind of scan gives. */
export type Scanned = Result<{ readonly outcome: Outcome; readonly settings: Settings }>;

export const scan = defineCommand<ScanArgs>({
  name: 'scan',
  summary: 'Scan files and folders as they stand, the history, or what changed.',
  usage:
    '[PATH…] | --history [RANGE] | --since REF | --diff [FILE] | --stdin | --client DIST… | --package [DIR] | --env [DIR]',
  options: {
    history: { type: 'boolean', help: 'every version of every file, and every message; all refs, or RANGE' },
    since: { type: 'string', value: 'REF', help: 'what came in since REF, whose settings and allowlist count' },
    diff: { type: 'boolean', help: 'the added lines of a unified diff (FILE, or stdin)' },
    stdin: { type: 'boolean', help: 'one text from stdin' },
    client: { type: 'boolean', help: 'what a build hands to browsers: values of server variables, and any key' },
    package: { type: 'boolean', help: 'the files that npm would publish of this package, or of the one in DIR' },
    env: { type: 'boolean', help: 'whether the env files keep development, test, staging and production apart' },
    verify: {
      type: 'boolean',
      help: 'ask the providers whether found keys are alive; sends each key to its own provider',
    },
    name: { type: 'string', value: 'FILE', help: 'the path by which the text on stdin is judged and reported' },
    'no-ignore': { type: 'boolean', help: 'ignored files as well, git’s and our own ignores' },
    'no-config': { type: 'boolean', help: 'no settings, no allowlist, no baseline' },
    'max-file-size': { type: 'string', value: 'SIZE', help: 'larger files are listed, not read (64MB)' },
    rule: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: 'only this rule; may be given several times, may end in *',
    },
    baseline: { type: 'string', value: 'FILE', help: 'JSON report whose findings are known already' },
    shard: { type: 'string', value: 'I/N', help: 'only the I-th of N parts; auto/N takes I from the CI job' },
    threads: { type: 'string', value: 'N', help: 'threads to search with (as many as processors, at most 3)' },
    'fail-on': { type: 'string', value: 'LEVEL', help: 'exit 1 on block (default), on warn too, or never' },
    strict: { type: 'boolean', help: 'inline comments allow nothing' },
  },
  examples: [
    'secretguard scan',
    'secretguard scan src test --format sarif --output secrets.sarif',
    'secretguard scan --history',
    'secretguard scan --since origin/main',
    'git diff | secretguard scan --diff',
    'npm run build && secretguard scan --client dist',
    'secretguard scan --package',
    'secretguard scan --env',
    'secretguard scan --history --verify   # which of the keys still work',
    'secretguard scan --history --shard 2/4 --format json --output part-2.json',
  ],
  args: scanArgs,
  async run(given, world) {
    const problem = conflictIn(given);
    const choice = problem === undefined ? choose(given, world) : fail('bad-arguments', problem);
    if (!choice.ok) return refuse(choice, world);
    if (choice.value.threads === 1 || !mayStartThreads(given)) compileLess();
    const scanned = await scanAsAsked(given, choice.value, world);
    if (!scanned.ok) return refuse(scanned, world);
    const { outcome, settings } = scanned.value;
    const recognised = await recognise(outcome, world);
    const told = given.verify === true ? await verified(recognised, given, world) : recognised;
    return deliver(told, given, settings.failOn, world);
  },
});

/** Whether others may help with this kind of scan; if they do, `compileLess` is for them to call. */
function mayStartThreads({ diff, client, package: pack, env, stdin }: ScanArgs): boolean {
  return ![diff, client, pack, env, stdin].includes(true);
}

/** As `recogniseKeys`, which is loaded where there is a ledger. */
async function recognise(outcome: Outcome, world: World): Promise<Outcome> {
  if (outcome.verdicts.length === 0 || !mayHaveLedger(world)) return outcome;
  const { recogniseKeys } = await import('./rotation/recognise.ts');
  return recogniseKeys(outcome, world);
}

/** Git, which takes 5 ms, need not be asked for the top level where no folder up to the root holds a ledger. */
function mayHaveLedger({ cwd, env }: World): boolean {
  if (env['GIT_DIR'] !== undefined || env['GIT_WORK_TREE'] !== undefined) return true;
  for (let at = realpathSync(cwd); !existsSync(join(at, LEDGER_FILE)); at = dirname(at))
    if (dirname(at) === at) return false;
  return true;
}

async function verified(outcome: Outcome, given: ScanArgs, world: World): Promise<Outcome> {
  const { verifyLive } = await import('./scan/verify.ts');
  return verifyLive(outcome, world, given.quiet === true);
}

async function scanAsAsked(given: ScanArgs, choice: ScanChoice, world: World): Promise<Scanned> {
  if (given.history === true) return (await import('./scan/history.ts')).scanHistory(given, choice, world);
  if (given.since !== undefined) return (await import('./scan/since.ts')).scanSince(given, given.since, choice, world);
  if (given.diff === true) return (await import('./scan/input.ts')).scanDiff(given, world);
  if (given.client === true) return (await import('./scan/client.ts')).scanClient(given, world);
  if (given.package === true) return (await import('./scan/package.ts')).scanPackage(given, world);
  if (given.env === true) return (await import('./scan/env.ts')).scanEnv(given, world);
  if (given.stdin === true) return (await import('./scan/input.ts')).scanStdin(given, world);
  return (await import('./scan/tree.ts')).scanTree(given, choice, world);
}

function conflictIn(given: ScanArgs): string | undefined {
  const { history, since, diff, stdin, client, name, positionals } = given;
  const modes = [
    history && '--history',
    since !== undefined && '--since',
    diff && '--diff',
    stdin && '--stdin',
    client && '--client',
    given.package && '--package',
    given.env && '--env',
  ];
  const [first, second] = modes.filter((mode) => typeof mode === 'string');
  if (second !== undefined) return `${first} and ${second} do not go together`;
  if (name !== undefined && stdin !== true) return '--name goes with --stdin';
  return first === undefined ? undefined : tooMany(first, positionals.length);
}

const TAKES: Readonly<Record<string, string>> = {
  '--history': 'range',
  '--diff': 'file',
  '--package': 'folder',
  '--env': 'folder',
};

function tooMany(mode: string, count: number): string | undefined {
  if (mode === '--client') return undefined;
  const what = TAKES[mode];
  if (what === undefined) return count > 0 ? `${mode} takes no paths` : undefined;
  return count > 1 ? `${mode} takes one ${what} at most` : undefined;
}
