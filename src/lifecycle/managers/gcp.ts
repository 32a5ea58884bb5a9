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

/** Ours are counted in `attempt`. */
const CALL = { timeout: CALL_MS, retry: null };

function managerOf(
  client: SecretManagerServiceClient,
  project: string,
  scope: Scope,
  options: ManagerOptions,
): Manager {
  const prefix = `${plain(scope.project)}-${plain(scope.environment)}-`;
  const parent = `projects/${project}`;
  const idOf = (name: string) => prefix + plain(name);
  const path = (name: string) => `${parent}/secrets/${idOf(name)}`;
  const explain = (error: unknown) => explainGrpc(error, `Google Secret Manager, ${project}`);
  const read = (name: string) => attempt(() => readLatest(client, path(name)), explain);
  const make = (name: string) =>
    attempt(() => makeSecret(client, { parent, secretId: idOf(name), secret: newSecret(scope, options) }), explain);
  const add = ({ name, value }: Change) =>
    attempt(async () => {
      const data = Buffer.from(value.reveal(), 'utf8');
      const request = { parent: path(name), payload: { data, dataCrc32c: crc32c(data) } };
      const [made] = await client.addSecretVersion(request, CALL);
      return made.name?.split('/').at(-1) ?? '';
    }, explain);
  return {
    title: `Google Secret Manager, ${project}`,
    idOf,
    read,
    names: () => attempt(() => namesOf(client, parent, prefix), explain),
    write: (changes, tell) =>
      writeEach(changes, tell, { read, idOf }, async (change, isThere) => {
        const made = isThere ? ok(undefined) : await make(change.name);
        return made.ok ? add(change) : made;
      }),
    close: () => void client.close(),
  };
}

async function readLatest(client: SecretManagerServiceClient, path: string): Promise<Held | undefined> {
  try {
    const [version] = await client.accessSecretVersion({ name: `${path}/versions/latest` }, CALL);
    const bytes = Buffer.from(version.payload?.data ?? '');
    const sum = version.payload?.dataCrc32c;
    if (sum !== null && sum !== undefined && String(sum) !== String(crc32c(bytes))) throw new Damaged();
    return { value: new Secret(bytes.toString('utf8')), version: version.name?.split('/').at(-1) ?? '' };
  } catch (error) {
    if (codeOf(error) === NOT_FOUND) return undefined; // no secret, or one without a version
    throw error;
  }
}

async function makeSecret(
  client: SecretManagerServiceClient,
  request: { readonly parent: string; readonly secretId: string; readonly secret: object },
): Promise<void> {
  try {
    await client.createSecret(request, CALL);
  } catch (error) {
    if (codeOf(error) !== ALREADY_EXISTS) throw error; // a run before this one got so far
  }
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

async function namesOf(client: SecretManagerServiceClient, parent: string, prefix: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of client.listSecretsAsync({ parent, filter: `name:${prefix}`, pageSize: 250 }, CALL)) {
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
