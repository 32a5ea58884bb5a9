import type { SecretClient } from '@azure/keyvault-secrets';
import { fail, ok, type Result } from '../../result.ts';
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

/**
 * Azure Key Vault: one secret a name, `project-environment-NAME` with `-` for everything that is no letter or digit; the tag `name`
 * keeps the name itself.
 *
 * @see https://learn.microsoft.com/rest/api/keyvault/secrets/operation-groups
 */
export async function openAzure(
  scope: Scope,
  options: ManagerOptions,
  { cwd, env }: Surroundings,
): Promise<Result<Manager>> {
  const url = options.vaultUrl ?? options.endpoint ?? env['AZURE_KEYVAULT_URL'];
  if (url === undefined) return fail('bad-arguments', 'which Key Vault? Give --vault-url https://NAME.vault.azure.net');
  if (!URL.canParse(url) || !url.startsWith('https://'))
    return fail('bad-arguments', '--vault-url is no https address');
  const secrets = await loadClient<typeof import('@azure/keyvault-secrets')>(
    '@azure/keyvault-secrets',
    'SecretClient',
    cwd,
  );
  if (!secrets.ok) return secrets;
  const credential = await azureCredential(cwd);
  if (!credential.ok) return credential;
  const client = new secrets.value.SecretClient(url, credential.value, {
    retryOptions: { maxRetries: 0 }, // ours are counted in `attempt`
    disableChallengeResourceVerification: !isAzure(url),
  });
  return ok(managerOf(client, scope, `Azure Key Vault, ${new URL(url).host}`));
}

/** Whoever is signed in: variables, workload identity, managed identity, az login. */
export async function azureCredential(cwd: string): Promise<Result<import('@azure/identity').DefaultAzureCredential>> {
  const identity = await loadClient<typeof import('@azure/identity')>('@azure/identity', 'DefaultAzureCredential', cwd);
  return identity.ok ? ok(new identity.value.DefaultAzureCredential()) : identity;
}

/** Clouds whose names the client can check itself; a private host has none of them. */
export function isAzure(url: string): boolean {
  return /\.(?:vault|managedhsm)\.(?:azure\.net|azure\.cn|usgovcloudapi\.net)$/.test(new URL(url).hostname);
}

function managerOf(client: SecretClient, scope: Scope, title: string): Manager {
  const prefix = `${plain(scope.project)}-${plain(scope.environment)}-`;
  const idOf = (name: string) => prefix + plain(name);
  const explain = (error: unknown) => explainAzure(error, title);
  const call = () => ({ abortSignal: AbortSignal.timeout(CALL_MS) });
  const read = (name: string): Promise<Result<Held | undefined>> =>
    attempt(async () => {
      try {
        const { value, properties } = await client.getSecret(idOf(name), call());
        return { value: new Secret(value ?? ''), version: properties.version ?? '' };
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    }, explain);
  const set = ({ name, value }: Change) =>
    attempt(async () => {
      const tags = { 'managed-by': 'secretguard', project: scope.project, environment: scope.environment, name };
      const { properties } = await client.setSecret(idOf(name), value.reveal(), { ...call(), tags });
      return properties.version ?? '';
    }, explain);
  return {
    title,
    idOf,
    read,
    names: () =>
      attempt(async () => {
        const names: string[] = [];
        for await (const { tags, name } of client.listPropertiesOfSecrets())
          if (name.startsWith(prefix)) names.push(tags?.['name'] ?? name.slice(prefix.length));
        return names;
      }, explain),
    write: (changes, tell) => writeEach(changes, tell, { read, idOf }, set),
    close: () => undefined,
  };
}

/** Letters that a secret's name may have: `[0-9A-Za-z-]`, up to 127. */
function plain(text: string): string {
  return text.replace(/[^0-9A-Za-z]/g, '-');
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode ?? 0) : 0;
}

/** What an error of an Azure client means. */
export function explainAzure(error: unknown, title: string): Explained {
  const no = (kind: Explained['kind'], message: string): Explained => ({ kind, message, again: false });
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
  if (/CredentialUnavailable|AggregateAuthentication|Authentication(?:Required)?Error/.test(name))
    return no('not-allowed', 'no Azure credentials were found, or they are expired: az login');
  const status = statusOf(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code ?? '') : '';
  if (status === 409)
    return no(
      'conflict',
      'a deleted secret of this name is still kept: recover or purge it first (az keyvault secret recover)',
    );
  // the client throws a TypeError over an error page that is not the service's own, such as a proxy's
  if (status === 0)
    return (
      unreachable(error, title) ?? {
        kind: 'service-failed',
        message: `${title} could not be asked`,
        again: error instanceof TypeError,
      }
    );
  const why = explainStatus(status, title);
  return /^\w+$/.test(code) && status !== 401 && status !== 403 ? { ...why, message: `${why.message} (${code})` } : why;
}
