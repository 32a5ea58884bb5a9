import type { Hub } from '../../lifecycle/github/hub.ts';
import {
  enable,
  FEATURE_NAMES,
  FEATURES,
  type Feature,
  type Protection,
  readProtection,
  type Switched,
} from '../../lifecycle/github/protection.ts';
import { printable } from '../../report/text.ts';
import { consent } from '../changes/dialogue.ts';
import type { ExitCode, World } from '../command.ts';
import type { GithubArgs } from '../github.ts';

interface Seen {
  readonly protections: readonly Protection[];
  readonly failures: readonly string[];
}

interface Wanted {
  readonly protection: Protection;
  readonly features: readonly Feature[];
}

type Outcomes = ReadonlyMap<string, readonly Switched[]>;

/** Says what is on, and switches on the rest where that is asked for and agreed to. */
export async function protect(names: readonly string[], given: GithubArgs, hub: Hub, world: World): Promise<ExitCode> {
  const seen = await survey(names, given, hub, world);
  const plan = seen.protections
    .map((protection): Wanted => ({ protection, features: missing(protection) }))
    .filter(({ features }) => features.length > 0);
  const isJson = given.format === 'json';
  const say = isJson ? world.err : world.out;
  if (!isJson || given.enable === true) say(seen.protections.map(lines).join(''));
  for (const failure of seen.failures) world.err(`secretguard github: not known: ${printable(failure)}\n`);
  if (given.enable !== true || given['dry-run'] === true || plan.length === 0)
    return tellState(seen, plan, given, world);
  if (!(await consent({ yes: given.yes === true, world }, 'github'))) return 1;
  const outcomes = new Map<string, readonly Switched[]>();
  for (const { protection, features } of plan)
    outcomes.set(protection.repository, await enable(hub, protection, features));
  const after = await survey([...outcomes.keys()], given, hub, world);
  if (isJson) world.out(asJson(after.protections, outcomes));
  const left = tellSwitched(outcomes, after, say);
  return seen.failures.length > 0 ? 2 : left > 0 ? 1 : 0;
}

async function survey(names: readonly string[], given: GithubArgs, hub: Hub, world: World): Promise<Seen> {
  const protections: Protection[] = [];
  const failures: string[] = [];
  const shows = names.length > 1 && world.isTty && given.quiet !== true;
  for (const [i, name] of names.entries()) {
    if (shows) world.err(`\r${i + 1} of ${names.length} repositories`);
    const read = await readProtection(hub, name);
    if (read.ok) protections.push(read.value);
    else failures.push(`${name}: ${read.error.message}`);
  }
  if (shows) world.err('\n');
  return { protections, failures };
}

/** The end of a run that switches nothing. */
function tellState(seen: Seen, plan: readonly Wanted[], given: GithubArgs, world: World): ExitCode {
  const isDry = given.enable === true && given['dry-run'] === true;
  if (given.format === 'json') world.out(asJson(seen.protections, new Map()));
  else if (plan.length > 0) {
    const count = plan.reduce((sum, { features }) => sum + features.length, 0);
    world.out(
      isDry ? `Dry run: ${count} would be switched on.\n` : 'Switch on what is off: secretguard github --enable\n',
    );
  }
  if (seen.failures.length > 0) return 2;
  return plan.length > 0 && !isDry ? 1 : 0;
}

/**
 * What is said of it is what GitHub says after it: a feature that is accepted and stays off is not on.
 *
 * @returns how many are not on
 */
function tellSwitched(outcomes: Outcomes, after: Seen, say: (text: string) => void): number {
  let left = after.failures.length;
  for (const [repository, switched] of outcomes) {
    const states = after.protections.find((p) => p.repository === repository)?.states;
    for (const one of switched) {
      const why = whyNot(one, states?.[one.feature]);
      if (why !== undefined) left++;
      const name = `${printable(repository)}: ${FEATURES[one.feature]}`;
      say(why === undefined ? `  on   ${name}\n` : `  off  ${name}: ${printable(why)}\n`);
    }
  }
  return left;
}

function whyNot({ problem }: Switched, state: Protection['states'][Feature] | undefined): string | undefined {
  if (state === 'on') return undefined;
  return problem ?? (state === 'off' ? 'GitHub accepted it, but it is still off: the plan may lack it' : undefined);
}

function missing({ states, isArchived }: Protection): Feature[] {
  return isArchived ? [] : FEATURE_NAMES.filter((name) => states[name] !== 'on');
}

function lines({ repository, isPublic, isArchived, states, hint }: Protection): string {
  const signs = { on: 'on ', off: 'off', unknown: '?  ' } as const;
  const rows = FEATURE_NAMES.map((name) => `  ${signs[states[name]]} ${FEATURES[name]}\n`);
  const kind = `${isPublic ? 'public' : 'private'}${isArchived ? ', archived' : ''}`;
  return `${printable(repository)} (${kind})\n${rows.join('')}${hint === undefined ? '' : `  ${hint}\n`}`;
}

function asJson(protections: readonly Protection[], outcomes: Outcomes): string {
  const repositories = protections.map(({ repository, isPublic, isArchived, states }) => ({
    repository,
    public: isPublic,
    archived: isArchived,
    ...states,
    problems: (outcomes.get(repository) ?? []).filter(({ problem }) => problem !== undefined),
  }));
  return `${JSON.stringify({ schemaVersion: 1, repositories }, null, 2)}\n`;
}
