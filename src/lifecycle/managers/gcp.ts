import type { SecretManagerServiceClient } from '@google-cloud/secret-manager';
import { fail, ok, type Result } from '../../result.ts';
import { Secret } from '../../secret.ts';
import { attempt, CALL_MS, type Explained, unreachable } from './attempts.ts';
import { crc32c } from './crc32c.ts';
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

type Client = typeof import('@google-cloud/secret-manager');

/** gRPC status codes. @see https://grpc.io/docs/guides/status-codes/ */
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/**
 * Google Secret Manager: one secret a name, `project-environment-NAME`, a new version for each new value.
 *
 * @see https://cloud.google.com/secret-manager/docs/reference/rpc/google.cloud.secretmanager.v1
 */
export async function openGcp(
  scope: Scope,
  options: ManagerOptions,
  { cwd, env }: Surroundings,
): Promise<Result<Manager>> {
  const loaded = await loadClient<Client>('@google-cloud/secret-manager', 'SecretManagerServiceClient', cwd);
  if (!loaded.ok) return loaded;
  const project = options.gcpProject ?? env['GOOGLE_CLOUD_PROJECT'] ?? env['GCLOUD_PROJECT'];
  if (project === undefined)
    return fail('bad-arguments', 'which Google project? Give --gcp-project, or set GOOGLE_CLOUD_PROJECT');
  const server = options.endpoint === undefined ? ok({}) : await endpointOf(options.endpoint, cwd);
  if (!server.ok) return server;
  const client = new loaded.value.SecretManagerServiceClient({ projectId: project, ...server.value });
  return ok(managerOf(client, project, scope, options));
}

/** Another server: TLS, or plain on this machine, where emulators and tunnels listen. */
export async function endpointOf(endpoint: string, cwd: string): Promise<Result<object>> {
  const url = URL.parse?.(endpoint) ?? (URL.canParse(endpoint) ? new URL(endpoint) : null);
  if (url === null) return fail('bad-arguments', '--endpoint is no address');
  const port = Number(url.port || (url.protocol === 'http:' ? 80 : 443));
  if (url.protocol === 'https:') return ok({ apiEndpoint: url.hostname, port });
  if (!['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
    return fail('bad-arguments', 'secrets go over https only (http is for a server on this machine)');
  const grpc = await loadClient<typeof import('@grpc/grpc-js')>('@grpc/grpc-js', 'credentials', cwd);
  if (!grpc.ok) return grpc;
  return ok({ apiEndpoint: url.hostname, port, sslCreds: grpc.value.credentials.createInsecure() });
}

function managerOf(
  client: SecretManagerServiceClient,
  project: string,
  scope: Scope,
  options: ManagerOptions,
): Manager {
  const prefix = `${plain(scope.project)}-${plain(scope.environment)}-`;
  const title = `Google Secret Manager, ${project}`;
  const idOf = (name: string) => prefix + plain(name);
  const path = (name: string) => `projects/${project}/secrets/${idOf(name)}`;
  const explain = (error: unknown) => explainGrpc(error, title);
  const call = { timeout: CALL_MS, retry: null };
  const read = (name: string): Promise<Result<Held | undefined>> =>
    attempt(async () => {
      try {
        const [version] = await client.accessSecretVersion({ name: `${path(name)}/versions/latest` }, call);
        const bytes = Buffer.from(version.payload?.data ?? '');
        const sum = version.payload?.dataCrc32c;
        if (sum !== null && sum !== undefined && String(sum) !== String(crc32c(bytes))) throw new Damaged();
        return { value: new Secret(bytes.toString('utf8')), version: version.name?.split('/').at(-1) ?? '' };
      } catch (error) {
        if (codeOf(error) === NOT_FOUND) return undefined; // no secret, or one without a version
        throw error;
      }
    }, explain);
  const make = (name: string) =>
    attempt(async () => {
      try {
        await client.createSecret(
          { parent: `projects/${project}`, secretId: idOf(name), secret: newSecret(scope, options) },
          call,
        );
      } catch (error) {
        if (codeOf(error) !== ALREADY_EXISTS) throw error; // a run before this one got so far
      }
    }, explain);
  const add = ({ name, value }: Change) =>
    attempt(async () => {
      const data = Buffer.from(value.reveal(), 'utf8');
      const [made] = await client.addSecretVersion(
        { parent: path(name), payload: { data, dataCrc32c: crc32c(data) } },
        call,
      );
      return made.name?.split('/').at(-1) ?? '';
    }, explain);
  return {
    title,
    idOf,
    read,
    names: () => attempt(() => namesOf(client, project, prefix, call), explain),
    write: (changes, tell) =>
      writeEach(changes, tell, async (change) => {
        const now = await read(change.name);
        if (!now.ok) return now;
        if (now.value?.version !== change.seen?.version)
          return fail('conflict', `${idOf(change.name)} was changed by somebody else meanwhile; run it again`);
        const made = now.value === undefined ? await make(change.name) : ok(undefined);
        return made.ok ? add(change) : made;
      }),
    close: () => void client.close(),
  };
}

class Damaged extends Error {}

/** @see https://cloud.google.com/secret-manager/docs/cmek */
function newSecret({ project, environment }: Scope, { kmsKey, locations = [] }: ManagerOptions): object {
  const label = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9_-]/g, '-')
      .slice(0, 63);
  const customerManagedEncryption = kmsKey === undefined ? {} : { customerManagedEncryption: { kmsKeyName: kmsKey } };
  const replication =
    locations.length === 0
      ? { automatic: customerManagedEncryption }
      : { userManaged: { replicas: locations.map((location) => ({ location, ...customerManagedEncryption })) } };
  return {
    replication,
    labels: { 'managed-by': 'secretguard', project: label(project), environment: label(environment) },
  };
}

async function namesOf(
  client: SecretManagerServiceClient,
  project: string,
  prefix: string,
  call: object,
): Promise<string[]> {
  const names: string[] = [];
  const listed = client.listSecretsAsync(
    { parent: `projects/${project}`, filter: `name:${prefix}`, pageSize: 250 },
    call,
  );
  for await (const { name } of listed) {
    const id = name?.split('/').at(-1) ?? '';
    if (id.startsWith(prefix)) names.push(id.slice(prefix.length));
  }
  return names;
}

/** Letters that a secret's id may have: `[A-Za-z0-9_-]`, up to 255. */
function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, '-');
}

function codeOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number'
    ? error.code
    : -1;
}

/** What an error of a Google client means. */
export function explainGrpc(error: unknown, title: string): Explained {
  const no = (kind: Explained['kind'], message: string): Explained => ({ kind, message, again: false });
  const again = (message: string): Explained => ({ kind: 'service-failed', message, again: true });
  if (error instanceof Damaged) return again(`${title} sent a value whose checksum is wrong`);
  if (typeof error === 'object' && error !== null && /default credentials/i.test(String((error as Error).message)))
    return no('not-allowed', 'no Google credentials were found: gcloud auth application-default login');
  const code = codeOf(error);
  if (code === 16) return no('not-allowed', `${title} does not accept the credentials: are they expired?`);
  if (code === 7) return no('not-allowed', `${title} does not allow this; see the rights that it takes: --policy gcp`);
  if (code === 8) return again(`${title} is throttling`);
  if (code === 4 || code === 14) return again(`${title} did not answer`);
  if (code === 10 || code === ALREADY_EXISTS) return no('conflict', 'somebody else changed it meanwhile; run it again');
  if (code === 9)
    return no('service-failed', 'its newest version is disabled or destroyed: enable it, or add one by hand first');
  if (code === 13 || code === 2) return again(`${title} failed (code ${code})`);
  return unreachable(error, title) ?? no('service-failed', `${title} refused the request (code ${code})`);
}
