import * as z from 'zod/mini';
import { type Hub, openHub } from '../lifecycle/github/hub.ts';
import { repositoriesOf } from '../lifecycle/github/protection.ts';
import { fail, ok, type Result } from '../result.ts';
import { defineCommand, type World } from './command.ts';
import { tellAlerts } from './github/alerts.ts';
import { protect } from './github/protect.ts';
import { githubRepository } from './github/remote.ts';
import { refuse } from './repository.ts';

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
export type GithubArgs = z.infer<typeof args>;

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
