import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../result.ts';
import type { Hub } from './hub.ts';

/** What GitHub can do against leaked keys, by the names of its API. */
export const FEATURES = {
  secret_scanning: 'secret scanning',
  secret_scanning_push_protection: 'push protection',
  secret_scanning_validity_checks: 'validity checks',
  secret_scanning_non_provider_patterns: 'non-provider patterns',
} as const;
export type Feature = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as readonly Feature[];

/** `unknown`: GitHub tells it to administrators only, or not at all. */
export type State = 'on' | 'off' | 'unknown';

export interface Protection {
  /** `owner/name` */
  readonly repository: string;
  readonly id: number;
  readonly isPublic: boolean;
  readonly isArchived: boolean;
  readonly isOwnedByOrg: boolean;
  readonly states: Readonly<Record<Feature, State>>;
  /** Why something is not known; undefined where all is. */
  readonly hint?: string;
}

const repositorySchema = z.object({
  id: z.number(),
  full_name: z.string(),
  private: z.boolean(),
  archived: z.optional(z.boolean()),
  owner: z.object({ type: z.optional(z.string()) }),
  permissions: z.optional(z.object({ admin: z.optional(z.boolean()) })),
  security_and_analysis: z.nullish(z.record(z.string(), z.nullish(z.object({ status: z.optional(z.string()) })))),
});
const configurationSchema = z.object({
  configuration: z.optional(
    z.nullable(z.object({ id: z.number(), name: z.string(), secret_scanning_validity_checks: z.optional(z.string()) })),
  ),
});

/** @param repository `owner/name` */
export async function readProtection(hub: Hub, repository: string): Promise<Result<Protection>> {
  const [owner = '', repo = ''] = repository.split('/');
  const answer = await hub.call('GET /repos/{owner}/{repo}', { owner, repo });
  if (!answer.ok) return answer;
  if (answer.value === undefined)
    return fail('not-allowed', `${hub.host} shows no ${repository}: is the name right, and may the token see it?`);
  const parsed = repositorySchema.safeParse(answer.value);
  if (!parsed.success)
    return fail('service-failed', `${hub.host} gave an answer about ${repository} that was not understood`);
  const { id, security_and_analysis: told, permissions } = parsed.data;
  const attached = parsed.data.owner.type === 'Organization' ? await attachedTo(hub, owner, repo) : undefined;
  const states = Object.fromEntries(
    FEATURE_NAMES.map((name) => [
      name,
      stateOf(
        told?.[name]?.status ??
          (name === 'secret_scanning_validity_checks' ? attached?.secret_scanning_validity_checks : undefined),
      ),
    ]),
  ) as Record<Feature, State>;
  const hint =
    permissions?.admin === true ? undefined : 'GitHub tells the rest to administrators of the repository only';
  return ok({
    repository: parsed.data.full_name,
    id,
    isPublic: !parsed.data.private,
    isArchived: parsed.data.archived === true,
    isOwnedByOrg: parsed.data.owner.type === 'Organization',
    states,
    ...(hint === undefined || told !== undefined ? {} : { hint }),
  });
}

function stateOf(status: string | undefined): State {
  return status === 'enabled' ? 'on' : status === 'disabled' ? 'off' : 'unknown';
}

async function attachedTo(hub: Hub, owner: string, repo: string) {
  const answer = await hub.call('GET /repos/{owner}/{repo}/code-security-configuration', { owner, repo });
  const parsed = answer.ok ? configurationSchema.safeParse(answer.value) : undefined;
  return parsed?.success === true ? (parsed.data.configuration ?? undefined) : undefined;
}

/** What came of switching one feature on. */
export interface Switched {
  readonly feature: Feature;
  /** Why not; undefined: it is on. */
  readonly problem?: string;
}

/**
 * Switches features on, one request each, so that one that the plan lacks keeps no other from being switched on. Each is read
 * back afterwards by the caller.
 */
export async function enable(
  hub: Hub,
  { repository, id, isOwnedByOrg }: Protection,
  features: readonly Feature[],
): Promise<Switched[]> {
  const [owner = '', repo = ''] = repository.split('/');
  const done: Switched[] = [];
  for (const feature of features) {
    const answer =
      feature === 'secret_scanning_validity_checks'
        ? await enableValidityChecks(hub, owner, repo, id, isOwnedByOrg)
        : await hub.call('PATCH /repos/{owner}/{repo}', {
            owner,
            repo,
            security_and_analysis: { [feature]: { status: 'enabled' } },
          });
    const problem = !answer.ok
      ? answer.error.message
      : answer.value === undefined
        ? 'it is not there for this token: switching it on takes admin rights'
        : undefined;
    done.push(problem === undefined ? { feature } : { feature, problem });
  }
  return done;
}

const CONFIGURATION = 'secretguard';

/**
 * A repository alone has no switch for validity checks in the API: they come with a security configuration of its organisation.
 * Ours sets nothing else; one that is attached already is never replaced.
 */
async function enableValidityChecks(
  hub: Hub,
  org: string,
  repo: string,
  id: number,
  isOwnedByOrg: boolean,
): Promise<Result<unknown>> {
  const byHand = `switch it on by hand: https://${hub.host}/${org}/${repo}/settings/security_analysis`;
  if (!isOwnedByOrg)
    return fail('service-failed', `GitHub's API has no switch for it in a personal repository; ${byHand}`);
  const attached = await attachedTo(hub, org, repo);
  if (attached !== undefined && attached.name !== CONFIGURATION)
    return fail(
      'service-failed',
      `the security configuration "${attached.name.replace(/[^\w .-]/g, '')}" is attached: switch it on there`,
    );
  const known = await hub.call('GET /orgs/{org}/code-security/configurations', { org, per_page: 100 });
  if (!known.ok) return known;
  const ours = z.array(z.object({ id: z.number(), name: z.string() })).safeParse(known.value);
  const there = ours.success ? ours.data.find(({ name }) => name === CONFIGURATION)?.id : undefined;
  const configuration = there === undefined ? await makeConfiguration(hub, org) : ok(there);
  if (!configuration.ok) return configuration;
  return hub.call('POST /orgs/{org}/code-security/configurations/{configuration_id}/attach', {
    org,
    configuration_id: configuration.value,
    scope: 'selected',
    selected_repository_ids: [id],
  });
}

/** Everything that is no business of ours stays as each repository has it. */
async function makeConfiguration(hub: Hub, org: string): Promise<Result<number>> {
  const untouched = [
    'dependency_graph',
    'dependency_graph_autosubmit_action',
    'dependabot_alerts',
    'dependabot_security_updates',
    'code_scanning_default_setup',
    'private_vulnerability_reporting',
  ];
  const made = await hub.call('POST /orgs/{org}/code-security/configurations', {
    org,
    name: CONFIGURATION,
    description: 'Secret scanning with push protection, validity checks and non-provider patterns',
    secret_scanning: 'enabled',
    secret_scanning_push_protection: 'enabled',
    secret_scanning_validity_checks: 'enabled',
    secret_scanning_non_provider_patterns: 'enabled',
    enforcement: 'unenforced',
    ...Object.fromEntries(untouched.map((name) => [name, 'not_set'])),
  });
  if (!made.ok) return made;
  const parsed = z.object({ id: z.number() }).safeParse(made.value);
  return parsed.success
    ? ok(parsed.data.id)
    : fail('not-allowed', 'making a security configuration takes the rights of an owner of the organisation');
}

/** Repositories of an organisation that are in use: `owner/name`. */
export async function repositoriesOf(hub: Hub, org: string): Promise<Result<string[]>> {
  const answer = await hub.list('GET /orgs/{org}/repos', { org, type: 'all' });
  if (!answer.ok) return answer;
  const parsed = z
    .array(z.object({ full_name: z.string(), archived: z.optional(z.boolean()) }))
    .safeParse(answer.value);
  if (!parsed.success) return fail('service-failed', `${hub.host} gave a list of repositories that was not understood`);
  if (parsed.data.length === 0)
    return fail(
      'not-allowed',
      `${hub.host} shows no repository of ${org}: is the name right, and may the token see them?`,
    );
  return ok(parsed.data.filter(({ archived }) => archived !== true).map(({ full_name }) => full_name));
}
