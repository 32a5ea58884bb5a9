import { EnvHttpProxyAgent, fetch } from 'undici';
import { fail, ok, type Result } from '../../result.ts';
import type { Secret } from '../../secret.ts';

/** An API by which a key is revoked with nothing but the key itself. */
export interface Revoker {
  readonly host: string;
  /** @returns failures name the host and its answer's status, never the key; asking twice does no harm */
  revoke(secret: Secret): Promise<Result<undefined>>;
}

/** One HTTP call. */
export type Call = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly redirect: 'error';
    readonly signal: AbortSignal;
  },
) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** HTTPS_PROXY and NO_PROXY count. */
const callOut: Call = async (url, request) => {
  const dispatcher = new EnvHttpProxyAgent();
  try {
    const answer = await fetch(url, { ...request, dispatcher });
    const body = await answer.text();
    return { status: answer.status, text: async () => body };
  } finally {
    await dispatcher.close();
  }
};

interface Known {
  readonly rules: readonly string[];
  readonly url: string;
  readonly method: 'POST' | 'DELETE';
  headers(key: string): Readonly<Record<string, string>>;
  body?(key: string): string;
  /** Whether the key is dead now, as the answer says it. */
  isDone(status: number, body: string): boolean;
}

/** Milliseconds that a provider has to answer. */
const TIMEOUT = 20_000;

const KNOWN: readonly Known[] = [
  {
    // https://docs.github.com/en/rest/credentials/revoke: unauthenticated, 60 an hour; the owner is told by mail
    rules: ['github-personal-token', 'github-fine-grained-token', 'github-oauth-token', 'github-refresh-token'],
    url: 'https://api.github.com/credentials/revoke',
    method: 'POST',
    headers: () => ({ accept: 'application/vnd.github+json', 'content-type': 'application/json' }),
    body: (key) => JSON.stringify({ credentials: [key] }),
    isDone: (status) => status === 202,
  },
  {
    // https://docs.gitlab.com/api/personal_access_tokens/: 401 may also mean that the key is of another GitLab
    rules: ['gitlab-personal-token', 'gitlab-routable-token'],
    url: 'https://gitlab.com/api/v4/personal_access_tokens/self',
    method: 'DELETE',
    headers: (key) => ({ 'private-token': key }),
    isDone: (status) => status === 204,
  },
  {
    // https://docs.slack.dev/reference/methods/auth.revoke
    rules: ['slack-bot-token', 'slack-user-token'],
    url: 'https://slack.com/api/auth.revoke',
    method: 'POST',
    headers: (key) => ({ authorization: `Bearer ${key}` }),
    isDone: (status, body) => status === 200 && /"revoked":\s*true|"error":\s*"token_revoked"/.test(body),
  },
];

/**
 * @param rule id of the rule that knows the key by its form
 * @param call what a test puts in the place of the network
 * @returns undefined where the provider has no such API
 */
export function revokerFor(rule: string | undefined, call: Call = callOut): Revoker | undefined {
  const known = KNOWN.find(({ rules }) => rule !== undefined && rules.includes(rule));
  if (known === undefined) return undefined;
  const { host } = new URL(known.url);
  return {
    host,
    async revoke(secret) {
      const key = secret.reveal();
      const body = known.body?.(key);
      const request = { method: known.method, headers: known.headers(key), redirect: 'error' as const };
      try {
        const answer = await call(known.url, {
          ...request,
          ...(body === undefined ? {} : { body }),
          signal: AbortSignal.timeout(TIMEOUT),
        });
        if (known.isDone(answer.status, await answer.text())) return ok(undefined);
        return fail(
          'bad-input',
          `${host} did not revoke it (status ${answer.status}); revoke it there and add --by-hand`,
        );
      } catch {
        return fail('unreadable', `${host} could not be reached; try again, or revoke it there and add --by-hand`);
      }
    },
  };
}

/** Where a person revokes a key. */
export function pageFor(provider: string, { rotateUrl, revoke }: { rotateUrl?: string; revoke?: string }): string {
  const page = rotateUrl === undefined ? provider : `${provider}: ${rotateUrl}`;
  return revoke === undefined ? page : `${page} (${revoke})`;
}
