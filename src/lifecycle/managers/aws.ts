import type { SecretsManagerClient, Tag } from '@aws-sdk/client-secrets-manager';
import { ok, type Result } from '../../result.ts';
import { Secret } from '../../secret.ts';
import { attempt, CALL_MS, type Explained, explainStatus, unreachable } from './attempts.ts';
import { loadClient } from './load-client.ts';
import {
  type Change,
  type Held,
  type Manager,
  type ManagerOptions,
  type Scope,
  type Surroundings,
  writeEach,
} from './manager.ts';

type Client = typeof import('@aws-sdk/client-secrets-manager');

/**
 * AWS Secrets Manager: one secret a name, `project/environment/NAME`; the versions before the current one stay as AWS keeps them.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/
 */
export async function openAws(
  scope: Scope,
  options: ManagerOptions,
  { cwd, env }: Surroundings,
): Promise<Result<Manager>> {
  const loaded = await loadClient<Client>('@aws-sdk/client-secrets-manager', 'SecretsManagerClient', cwd);
  if (!loaded.ok) return loaded;
  const region = options.region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'];
  const client = new loaded.value.SecretsManagerClient({
    ...(region === undefined ? {} : { region }),
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    maxAttempts: 1, // ours are counted in `attempt`
    requestHandler: { requestTimeout: CALL_MS, connectionTimeout: 5_000 },
  });
  const title = `AWS Secrets Manager${region === undefined ? '' : `, ${region}`}`;
  return ok(managerOf(loaded.value, client, scope, options, title));
}

function managerOf(
  sdk: Client,
  client: SecretsManagerClient,
  scope: Scope,
  { kmsKey }: ManagerOptions,
  title: string,
): Manager {
  const prefix = `${scope.project}/${scope.environment}/`;
  const idOf = (name: string) => prefix + name;
  const explain = (error: unknown) => explainAws(error, title);
  const read = (name: string) => attempt(() => readSecret(sdk, client, idOf(name)), explain);
  const create = async ({ name, value }: Change) => {
    const SecretString = value.reveal();
    const key = kmsKey === undefined ? {} : { KmsKeyId: kmsKey };
    const made = await client.send(
      new sdk.CreateSecretCommand({ Name: idOf(name), SecretString, Tags: tagsOf(scope), ...key }),
    );
    return made.VersionId ?? '';
  };
  const put = async ({ name, value }: Change) => {
    const SecretId = idOf(name);
    if (kmsKey !== undefined) await client.send(new sdk.UpdateSecretCommand({ SecretId, KmsKeyId: kmsKey }));
    const made = await client.send(new sdk.PutSecretValueCommand({ SecretId, SecretString: value.reveal() }));
    return made.VersionId ?? '';
  };
  return {
    title,
    idOf,
    read,
    names: () => attempt(() => namesBelow(sdk, client, prefix), explain),
    write: (changes, tell) =>
      writeEach(changes, tell, { read, idOf }, (change, isThere) =>
        attempt(() => (isThere ? put(change) : create(change)), explain),
      ),
    close: () => client.destroy(),
  };
}

function tagsOf({ project, environment }: Scope): Tag[] {
  return [
    { Key: 'managed-by', Value: 'secretguard' },
    { Key: 'project', Value: project },
    { Key: 'environment', Value: environment },
  ];
}

async function readSecret(sdk: Client, client: SecretsManagerClient, SecretId: string): Promise<Held | undefined> {
  try {
    return heldOf(await client.send(new sdk.GetSecretValueCommand({ SecretId })));
  } catch (error) {
    if (nameOf(error) === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/** A secret without a current version, or one that is bytes, is held, but not as text of ours. */
function heldOf({
  SecretString,
  VersionId,
}: {
  SecretString?: string | undefined;
  VersionId?: string | undefined;
}): Held {
  return { value: new Secret(SecretString ?? ''), version: VersionId ?? '' };
}

async function namesBelow(sdk: Client, client: SecretsManagerClient, prefix: string): Promise<string[]> {
  const names: string[] = [];
  let next: string | undefined;
  do {
    const page = await client.send(
      new sdk.ListSecretsCommand({
        Filters: [{ Key: 'name', Values: [prefix] }],
        MaxResults: 100,
        ...(next === undefined ? {} : { NextToken: next }),
      }),
    );
    // the filter looks for words anywhere at the start of a part, in any case
    for (const { Name } of page.SecretList ?? []) if (Name?.startsWith(prefix)) names.push(Name.slice(prefix.length));
    next = page.NextToken;
  } while (next !== undefined);
  return names;
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

const EXPIRED =
  /^(?:ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|InvalidAccessKeyId|RequestExpired)/;
const THROTTLED = /^(?:Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|InternalService|ServiceUnavailable)/;

/** What an error of an AWS client means. */
export function explainAws(error: unknown, title: string): Explained {
  const name = nameOf(error);
  const no = (kind: Explained['kind'], message: string): Explained => ({ kind, message, again: false });
  if (EXPIRED.test(name))
    return no('not-allowed', `${title} does not accept the credentials (${name}): are they expired?`);
  if (/AccessDenied|NotAuthorized/.test(name))
    return no('not-allowed', `${title} does not allow this (${name}); see the rights that it takes: --policy aws`);
  if (THROTTLED.test(name))
    return { kind: 'service-failed', message: `${title} is throttling or failing (${name})`, again: true };
  if (name === 'ResourceExistsException') return no('conflict', 'somebody else made it meanwhile; run it again');
  if (/^(?:En|De)cryptionFailure|^KMS/.test(name))
    return no('not-allowed', `${title} cannot use the KMS key (${name})`);
  if (name === 'InvalidRequestException')
    return no(
      'service-failed',
      'it is marked for deletion in AWS: restore it first (aws secretsmanager restore-secret)',
    );
  if (/Credentials/.test(name))
    return no('not-allowed', 'no AWS credentials were found: set AWS_PROFILE, or sign in (aws sso login)');
  if (typeof error === 'object' && error !== null && /Region is missing/.test(String((error as Error).message)))
    return no('bad-arguments', 'no AWS region is set: --region, or AWS_REGION');
  const status = (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;
  return unreachable(error, title) ?? explainStatus(status ?? 0, `${title}${/^\w+$/.test(name) ? ` (${name})` : ''}`);
}
