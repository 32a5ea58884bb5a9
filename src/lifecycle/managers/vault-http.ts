import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { EnvHttpProxyAgent, fetch } from 'undici';
import { fail, ok, type Result } from '../../result.ts';
import { attempt, CALL_MS, type Explained, explainStatus, unreachable } from './attempts.ts';
import type { ManagerOptions, Surroundings } from './manager.ts';

/** HTTP of a Vault or OpenBao server. `data` is what the answer holds under that name; undefined: 404. */
export interface VaultHttp {
  readonly title: string;
  call(method: 'GET' | 'POST' | 'PATCH' | 'LIST', path: string, body?: unknown): Promise<Result<Answer | undefined>>;
  close(): void;
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
}

class Refused extends Error {
  readonly status: number;
  readonly conflict: boolean;
  readonly waitMs: number | undefined;
  constructor(status: number, conflict: boolean, waitMs: number | undefined) {
    super('refused');
    this.status = status;
    this.conflict = conflict;
    this.waitMs = waitMs;
  }
}

/** As the `vault` command finds its server: VAULT_ADDR, VAULT_TOKEN or ~/.vault-token, VAULT_NAMESPACE, VAULT_CACERT. */
export function connectVault(options: ManagerOptions, { env }: Surroundings): Result<VaultHttp> {
  const address = options.address ?? options.endpoint ?? env['VAULT_ADDR'] ?? env['BAO_ADDR'];
  if (address === undefined) return fail('bad-arguments', 'which Vault? Give --address, or set VAULT_ADDR');
  if (!/^https:\/\//.test(address) && !/^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\/?$/.test(address))
    return fail('bad-arguments', 'secrets go over https only (http is for a server on this machine)');
  const token = env['VAULT_TOKEN'] ?? env['BAO_TOKEN'] ?? tokenFile(env);
  if (token === undefined) return fail('not-allowed', 'no Vault token: set VAULT_TOKEN, or sign in (vault login)');
  const ca = caOf(env);
  if (!ca.ok) return ca;
  const namespace = options.namespace ?? env['VAULT_NAMESPACE'];
  const dispatcher = new EnvHttpProxyAgent({ connect: ca.value === undefined ? {} : { ca: ca.value } });
  const title = `Vault at ${new URL(address).host}`;
  const headers = {
    'x-vault-token': token,
    'x-vault-request': 'true',
    ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
  };
  return ok({
    title,
    call: (method, path, body) =>
      attempt(
        async () => {
          const answer = await fetch(new URL(`/v1/${path}`, address), {
            method,
            dispatcher,
            redirect: 'error', // a token never follows to another host
            signal: AbortSignal.timeout(CALL_MS),
            headers: {
              ...headers,
              'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          });
          const text = await answer.text();
          if (answer.status === 404) return undefined;
          if (!answer.ok) throw refused(answer.status, text, answer.headers.get('retry-after'));
          return { data: dataOf(text) };
        },
        (error) => explainVault(error, title),
      ),
    close: () => void dispatcher.close(),
  });
}

function refused(status: number, text: string, retryAfter: string | null): Refused {
  const seconds = Number(retryAfter ?? Number.NaN);
  return new Refused(status, text.includes('check-and-set'), Number.isFinite(seconds) ? seconds * 1000 : undefined);
}

function dataOf(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Refused(502, false, undefined); // a proxy's page; its text is nobody's business
  }
  const data = typeof parsed === 'object' && parsed !== null && 'data' in parsed ? parsed.data : {};
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

function explainVault(error: unknown, title: string): Explained {
  if (error instanceof Refused) {
    if (error.conflict)
      return { kind: 'conflict', message: 'somebody else changed it meanwhile; run it again', again: false };
    const why = explainStatus(error.status, title);
    if (error.status === 403)
      return {
        ...why,
        message: `${title} does not allow this (403): is the token expired, or its policy too narrow (--policy vault)?`,
      };
    if (error.status === 503) return { ...why, message: `${title} is sealed or away (503)` };
    return error.waitMs === undefined ? why : { ...why, waitMs: error.waitMs };
  }
  return unreachable(error, title) ?? { kind: 'service-failed', message: `${title} could not be asked`, again: false };
}

function tokenFile(env: NodeJS.ProcessEnv): string | undefined {
  try {
    const text = readFileSync(join(env['HOME'] ?? homedir(), '.vault-token'), 'utf8').trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

function caOf(env: NodeJS.ProcessEnv): Result<string | undefined> {
  const file = env['VAULT_CACERT'];
  if (file === undefined || file === '') return ok(undefined);
  try {
    return ok(readFileSync(file, 'utf8'));
  } catch {
    return fail('unreadable', 'the file of VAULT_CACERT cannot be read');
  }
}
