import { fail, ok, type Result } from '../../result.ts';
import { attempt, CALL_MS } from '../managers/attempts.ts';
import { explainAws } from '../managers/aws.ts';
import { azureCredential, explainAzure, isAzure } from '../managers/azure.ts';
import { crc32c } from '../managers/crc32c.ts';
import { endpointOf, explainGrpc } from '../managers/gcp.ts';
import { loadClient } from '../managers/load-client.ts';
import type { ManagerOptions, Surroundings } from '../managers/manager.ts';
import { connectVault } from '../managers/vault-http.ts';
import { ageWrap } from './age.ts';
import type { KeyWrap, WrapperKind } from './key-wrap.ts';

/** How keepers are reached. */
export interface WrapOptions extends ManagerOptions {
  readonly identityFile?: string | undefined;
}

/** A keeper by its kind and the public name of its key. */
export async function openWrap(
  by: WrapperKind,
  key: string,
  options: WrapOptions,
  at: Surroundings,
): Promise<Result<KeyWrap>> {
  switch (by) {
    case 'age':
      return ok(ageWrap(key, options.identityFile));
    case 'aws':
      return awsWrap(key, options, at);
    case 'gcp':
      return gcpWrap(key, options, at);
    case 'azure':
      return azureWrap(key, at);
    case 'vault':
      return vaultWrap(key, options, at);
  }
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html */
async function awsWrap(key: string, options: ManagerOptions, { cwd, env }: Surroundings): Promise<Result<KeyWrap>> {
  const sdk = await loadClient<typeof import('@aws-sdk/client-kms')>('@aws-sdk/client-kms', 'KMSClient', cwd);
  if (!sdk.ok) return sdk;
  const region = options.region ?? /^arn:[^:]*:kms:([^:]+):/.exec(key)?.[1] ?? env['AWS_REGION'];
  const client = new sdk.value.KMSClient({
    ...(region === undefined ? {} : { region }),
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    maxAttempts: 1,
    requestHandler: { requestTimeout: CALL_MS, connectionTimeout: 5_000 },
  });
  const explain = (error: unknown) => explainAws(error, 'AWS KMS');
  const EncryptionContext = { for: 'secretguard' };
  return ok({
    by: 'aws',
    key,
    wrap: (Plaintext) =>
      attempt(async () => {
        const done = await client.send(new sdk.value.EncryptCommand({ KeyId: key, Plaintext, EncryptionContext }));
        return Buffer.from(done.CiphertextBlob ?? '').toString('base64');
      }, explain),
    unwrap: (wrapped) =>
      attempt(async () => {
        const CiphertextBlob = Buffer.from(wrapped, 'base64');
        const done = await client.send(new sdk.value.DecryptCommand({ KeyId: key, CiphertextBlob, EncryptionContext }));
        return Uint8Array.from(done.Plaintext ?? []);
      }, explain),
    close: () => client.destroy(),
  });
}

/** @see https://cloud.google.com/kms/docs/reference/rpc/google.cloud.kms.v1 */
async function gcpWrap(key: string, options: ManagerOptions, { cwd }: Surroundings): Promise<Result<KeyWrap>> {
  const sdk = await loadClient<typeof import('@google-cloud/kms')>(
    '@google-cloud/kms',
    'KeyManagementServiceClient',
    cwd,
  );
  if (!sdk.ok) return sdk;
  const server = options.endpoint === undefined ? ok({}) : await endpointOf(options.endpoint, cwd);
  if (!server.ok) return server;
  const client = new sdk.value.KeyManagementServiceClient({
    ...(options.gcpProject === undefined ? {} : { projectId: options.gcpProject }),
    ...server.value,
  });
  const explain = (error: unknown) => explainGrpc(error, 'Google Cloud KMS');
  const call = { timeout: CALL_MS, retry: null };
  return ok({
    by: 'gcp',
    key,
    wrap: (plaintext) =>
      attempt(async () => {
        const [done] = await client.encrypt(
          { name: key, plaintext, plaintextCrc32c: { value: crc32c(plaintext) } },
          call,
        );
        return Buffer.from(done.ciphertext ?? '').toString('base64');
      }, explain),
    unwrap: (wrapped) =>
      attempt(async () => {
        const [done] = await client.decrypt({ name: key, ciphertext: Buffer.from(wrapped, 'base64') }, call);
        return Uint8Array.from(Buffer.from(done.plaintext ?? ''));
      }, explain),
    close: () => void client.close(),
  });
}

/** @see https://learn.microsoft.com/rest/api/keyvault/keys/wrap-key/wrap-key */
async function azureWrap(key: string, { cwd }: Surroundings): Promise<Result<KeyWrap>> {
  if (!URL.canParse(key) || !key.startsWith('https://'))
    return fail('bad-arguments', 'a Key Vault key is named by its URL: https://NAME.vault.azure.net/keys/KEY/VERSION');
  const sdk = await loadClient<typeof import('@azure/keyvault-keys')>(
    '@azure/keyvault-keys',
    'CryptographyClient',
    cwd,
  );
  if (!sdk.ok) return sdk;
  const credential = await azureCredential(cwd);
  if (!credential.ok) return credential;
  const client = new sdk.value.CryptographyClient(key, credential.value, {
    retryOptions: { maxRetries: 0 },
    disableChallengeResourceVerification: !isAzure(key),
  });
  const explain = (error: unknown) => explainAzure(error, 'Azure Key Vault');
  const call = () => ({ abortSignal: AbortSignal.timeout(CALL_MS) });
  return ok({
    by: 'azure',
    key,
    wrap: (dataKey) =>
      attempt(
        async () => Buffer.from((await client.wrapKey('RSA-OAEP-256', dataKey, call())).result).toString('base64'),
        explain,
      ),
    unwrap: (wrapped) =>
      attempt(
        async () => (await client.unwrapKey('RSA-OAEP-256', Buffer.from(wrapped, 'base64'), call())).result,
        explain,
      ),
    close: () => undefined,
  });
}

/** @see https://developer.hashicorp.com/vault/api-docs/secret/transit#encrypt-data */
function vaultWrap(key: string, options: ManagerOptions, at: Surroundings): Result<KeyWrap> {
  const http = connectVault(options, at);
  if (!http.ok) return http;
  const engine = options.transit ?? 'transit';
  const call = async (verb: 'encrypt' | 'decrypt', body: object, field: string): Promise<Result<string>> => {
    const answer = await http.value.call('POST', `${engine}/${verb}/${encodeURIComponent(key)}`, body);
    if (!answer.ok) return answer;
    const text = answer.value?.data[field];
    return typeof text === 'string'
      ? ok(text)
      : fail('service-failed', `${http.value.title} has no transit key of that name at ${engine}`);
  };
  return ok({
    by: 'vault',
    key,
    wrap: (dataKey) => call('encrypt', { plaintext: Buffer.from(dataKey).toString('base64') }, 'ciphertext'),
    async unwrap(wrapped) {
      const plain = await call('decrypt', { ciphertext: wrapped }, 'plaintext');
      return plain.ok ? ok(Uint8Array.from(Buffer.from(plain.value, 'base64'))) : plain;
    },
    close: () => http.value.close(),
  });
}
