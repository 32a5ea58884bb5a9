import * as z from 'zod/mini';
import { type Alert, openAlerts } from '../lifecycle/github/alerts.ts';
import { type Hub, openHub } from '../lifecycle/github/hub.ts';
import {
  enable,
  FEATURE_NAMES,
  FEATURES,
  type Feature,
  type Protection,
  readProtection,
  repositoriesOf,
  type Switched,
} from '../lifecycle/github/protection.ts';
import { printable } from '../report/text.ts';
import { fail, ok, type Result } from '../result.ts';
import { defineCommand, type ExitCode, type World } from './command.ts';
import { githubRepository } from './github-remote.ts';
import { refuse } from './repository.ts';
import { consent } from './wiring/dialogue.ts';

const args = z.object({
  enable: z.optional(z.boolean()),
  repo: z.optional(z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/, 'is OWNER/NAME'))),
  org: z.optional(z.string().check(z.regex(/^[\w.-]+$/, 'is the name of an organisation'))),
  alerts: z.optional(z.boolean()),
  yes: z.optional(z.boolean()),
  'dry-run': z.optional(z.boolean()),
  format: z.optional(z.enum(['pretty', 'json'], { error: 'is pretty or json' })),
  quiet: z.optional(z.boolean()),
  positionals: z.array(z.string()).check(z.maxLength(0, 'github takes options only')),
});
type GithubArgs = z.infer<typeof args>;

export const github = defineCommand<GithubArgs>({
  name: 'github',
  summary: 'Show and switch on GitHub’s secret scanning and push protection; list its open alerts.',
  usage: '[--enable] [--alerts] [--repo OWNER/NAME | --org ORG]',
  options: {
    enable: {
      type: 'boolean',
      help: 'switch on what is off: scanning, push protection, validity checks, non-provider patterns',
    },
    alerts: { type: 'boolean', help: 'list the open alerts (never the secrets)' },
    repo: { type: 'string', value: 'OWNER/NAME', help: 'this repository (default: the remote origin)' },
    org: { type: 'string', value: 'ORG', help: 'every repository of the organisation that is not archived' },
    yes: { type: 'boolean', short: 'y', help: 'do not ask' },
    'dry-run': { type: 'boolean', help: 'show what would be switched on, switch nothing' },
  },
  examples: [
    'secretguard github',
    'secretguard github --enable',
    'secretguard github --org acme --enable --dry-run',
    'secretguard github --alerts --format json',
    'GH_TOKEN=… secretguard github --repo acme/shop   # else the token of gh is used',
  ],
  args,
  async run(given, world) {
    const hub = openHub(world.env);
    if (!hub.ok) return refuse(hub, world);
    try {
      const names = await wantedRepositories(given, hub.value, world);
      if (!names.ok) return refuse(names, world);
      return given.alerts === true
        ? await tellAlerts(names.value, given, hub.value, world)
        : await protect(names.value, given, hub.value, world);
    } finally {
      hub.value.close();
    }
  },
});

async function wantedRepositories(
  { repo, org }: GithubArgs,
  hub: Hub,
  world: World,
): Promise<Result<readonly string[]>> {
  if (repo !== undefined && org !== undefined) return fail('bad-arguments', '--repo and --org do not go together');
  if (org !== undefined) return repositoriesOf(hub, org);
  if (repo !== undefined) return ok([repo]);
  const own = githubRepository(hub.host, world);
  return own.ok ? ok([own.value]) : own;
}

interface Seen {
  readonly protections: readonly Protection[];
  readonly failures: readonly string[];
}

async function survey(names: readonly string[], given: GithubArgs, hub: Hub, world: World): Promise<Seen> {
  const protections: Protection[] = [];
  const failures: string[] = [];
  for (const [i, name] of names.entries()) {
    if (names.length > 1 && world.isTty && given.quiet !== true)
      world.err(`\r${i + 1} of ${names.length} repositories`);
    const read = await readProtection(hub, name);
    if (read.ok) protections.push(read.value);
    else failures.push(`${name}: ${read.error.message}`);
  }
  if (names.length > 1 && world.isTty && given.quiet !== true) world.err('\n');
  return { protections, failures };
}

async function protect(names: readonly string[], given: GithubArgs, hub: Hub, world: World): Promise<ExitCode> {
  const seen = await survey(names, given, hub, world);
  const plan = seen.protections
    .map((protection) => ({ protection, features: missing(protection) }))
    .filter(({ features }) => features.length > 0);
  const json = given.format === 'json';
  if (!json || given.enable === true) (json ? world.err : world.out)(seen.protections.map(lines).join(''));
  for (const failure of seen.failures) world.err(`secretguard github: not known: ${printable(failure)}\n`);
  if (given.enable !== true || given['dry-run'] === true || plan.length === 0) {
    if (json) world.out(asJson(seen.protections, new Map()));
    else if (plan.length > 0 && given.enable !== true)
      world.out('Switch on what is off: secretguard github --enable\n');
    else if (plan.length > 0)
      world.out(
        `Dry run: would be switched on: ${plan.map(({ features }) => features.length).reduce((a, b) => a + b)} features.\n`,
      );
    return seen.failures.length > 0 ? 2 : plan.length > 0 && given['dry-run'] !== true ? 1 : 0;
  }
  if (!(await consent({ yes: given.yes === true, world }, 'github'))) return 1;
  const outcomes = new Map<string, readonly Switched[]>();
  for (const { protection, features } of plan)
    outcomes.set(protection.repository, await enable(hub, protection, features));
  const after = await survey(
    plan.map(({ protection }) => protection.repository),
    given,
    hub,
    world,
  );
  if (json) world.out(asJson(after.protections, outcomes));
  return tellSwitched(outcomes, after, seen.failures.length > 0, json ? world.err : world.out);
}

/** What is said of it is what GitHub says after it: a feature that is accepted and stays off is not on. */
function tellSwitched(
  outcomes: ReadonlyMap<string, readonly Switched[]>,
  after: Seen,
  hadFailures: boolean,
  say: (text: string) => void,
): ExitCode {
  let left = after.failures.length;
  for (const [repository, switched] of outcomes) {
    const now = after.protections.find((p) => p.repository === repository)?.states;
    for (const { feature, problem } of switched) {
      const isOn = now?.[feature] === 'on';
      const why =
        problem ??
        (now?.[feature] === 'off' ? 'GitHub accepted it, but it is still off: the plan may lack it' : undefined);
      if (!isOn && why !== undefined) left++;
      say(
        `  ${isOn || why === undefined ? 'on  ' : 'off '} ${repository}: ${FEATURES[feature]}${isOn || why === undefined ? '' : `: ${why}`}\n`,
      );
    }
  }
  return hadFailures ? 2 : left > 0 ? 1 : 0;
}

function missing({ states, isArchived }: Protection): Feature[] {
  return isArchived ? [] : FEATURE_NAMES.filter((name) => states[name] !== 'on');
}

function lines({ repository, isPublic, isArchived, states, hint }: Protection): string {
  const rows = FEATURE_NAMES.map(
    (name) => `  ${{ on: 'on ', off: 'off', unknown: '?  ' }[states[name]]} ${FEATURES[name]}\n`,
  );
  const kind = `${isPublic ? 'public' : 'private'}${isArchived ? ', archived' : ''}`;
  return `${printable(repository)} (${kind})\n${rows.join('')}${hint === undefined ? '' : `  ${hint}\n`}`;
}

function asJson(protections: readonly Protection[], outcomes: ReadonlyMap<string, readonly Switched[]>): string {
  const repositories = protections.map(({ repository, isPublic, isArchived, states }) => ({
    repository,
    public: isPublic,
    archived: isArchived,
    ...states,
    problems: (outcomes.get(repository) ?? []).filter(({ problem }) => problem !== undefined),
  }));
  return `${JSON.stringify({ schemaVersion: 1, repositories }, null, 2)}\n`;
}

async function tellAlerts(names: readonly string[], given: GithubArgs, hub: Hub, world: World): Promise<ExitCode> {
  const all: (Alert & { readonly repository: string })[] = [];
  let failed = false;
  for (const repository of names) {
    const alerts = await openAlerts(hub, repository);
    if (alerts.ok) all.push(...alerts.value.map((alert) => ({ ...alert, repository })));
    else world.err(`secretguard github: not known: ${repository}: ${alerts.error.message}\n`);
    failed ||= !alerts.ok;
  }
  if (given.format === 'json') world.out(`${JSON.stringify({ schemaVersion: 1, alerts: all }, null, 2)}\n`);
  else {
    for (const { repository, number, title, validity, isPublic, place, since, url } of all) {
      const state = `${validity === 'active' ? 'ACTIVE, ' : ''}${isPublic ? 'publicly leaked, ' : ''}open since ${since}`;
      world.out(
        `${printable(repository)} #${number}: ${printable(title)} (${state})${place === undefined ? '' : `\n  ${printable(place)}`}\n  ${printable(url)}\n`,
      );
    }
    world.out(
      `${all.length} open alert${all.length === 1 ? '' : 's'}${all.length === 0 ? '' : ': revoke each key first, then close its alert'}\n`,
    );
  }
  return failed ? 2 : all.length > 0 ? 1 : 0;
}
