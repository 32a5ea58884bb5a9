import { execFileSync } from 'node:child_process';
import { Octokit } from '@octokit/core';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { EnvHttpProxyAgent, fetch } from 'undici';
import { fail, ok, type Result } from '../../result.ts';

/** GitHub's API. Failures are in our own words. */
export interface Hub {
  /** For people: `github.com`. */
  readonly host: string;
  /** @returns the body of the answer; undefined: 404 */
  call(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<Result<unknown>>;
  /** All pages of a list, up to 10,000 entries. */
  list(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<Result<readonly unknown[]>>;
  close(): void;
}

/** Waiting longer than this is the person's decision. */
const LONGEST_WAIT_S = 60;
const PAGE = 100;
const MOST_PAGES = 100;

/**
 * The API with the token of the surroundings: GH_TOKEN or GITHUB_TOKEN, else the one that `gh` keeps. It is stored nowhere.
 *
 * @param env GITHUB_API_URL names another server (GitHub Enterprise)
 */
export function openHub(env: NodeJS.ProcessEnv): Result<Hub> {
  const baseUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  if (!/^https:\/\//.test(baseUrl) && !/^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(?:\/|$)/.test(baseUrl))
    return fail('bad-arguments', 'a token goes over https only: see GITHUB_API_URL');
  const host = new URL(baseUrl).host.replace(/^api\./, '');
  const token = tokenOf(env, host);
  if (token === undefined)
    return fail(
      'not-allowed',
      'no GitHub token: sign in (gh auth login), or set GH_TOKEN to one with admin rights on the repository',
    );
  const dispatcher = new EnvHttpProxyAgent();
  const call = callerOf(kitFor(token, baseUrl, dispatcher), host);
  return ok({ host, call, list: listerOf(call, host), close: () => void dispatcher.close() });
}

function kitFor(auth: string, baseUrl: string, dispatcher: EnvHttpProxyAgent): Octokit {
  const Kit = Octokit.plugin(retry, throttling);
  const mayWait = (wait: number, _request: unknown, _kit: unknown, tried: number) =>
    wait <= LONGEST_WAIT_S && tried < 2;
  return new Kit({
    auth,
    baseUrl,
    userAgent: 'secretguard',
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: (url: string, options: object) => fetch(url, { ...options, dispatcher }) },
    retry: { retries: 3, doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
    throttle: { onRateLimit: mayWait, onSecondaryRateLimit: mayWait },
  });
}

function callerOf(kit: Octokit, host: string): Hub['call'] {
  return async (route, parameters = {}) => {
    try {
      const answer = await kit.request(route, { ...parameters, headers: { 'x-github-api-version': '2022-11-28' } });
      return ok(answer.data);
    } catch (error) {
      return (error as Refused).status === 404 ? ok(undefined) : explain(error as Refused, host);
    }
  };
}

function listerOf(call: Hub['call'], host: string): Hub['list'] {
  return async (route, parameters = {}) => {
    const all: unknown[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await call(route, { ...parameters, per_page: PAGE, page });
      if (!answer.ok) return answer;
      if (answer.value === undefined)
        return fail('not-allowed', `${host} has nothing there for this token, or it is switched off`);
      const entries = Array.isArray(answer.value) ? answer.value : [];
      all.push(...entries);
      if (entries.length < PAGE) return ok(all);
    }
    return fail('service-failed', `${host} has more than ${PAGE * MOST_PAGES} entries`);
  };
}

function silent(): void {}

function tokenOf(env: NodeJS.ProcessEnv, host: string): string | undefined {
  const named = env['GH_TOKEN'] || env['GITHUB_TOKEN'];
  if (named) return named;
  try {
    const args = host === 'github.com' ? ['auth', 'token'] : ['auth', 'token', '--hostname', host];
    const told = execFileSync('gh', args, {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
    });
    return told.trim() || undefined;
  } catch {
    return undefined; // gh is not there, or nobody is signed in
  }
}

interface Refused {
  readonly status?: number;
  readonly response?: { readonly headers?: Readonly<Record<string, string>>; readonly data?: unknown };
}

function explain({ status = 0, response }: Refused, host: string): Result<never> {
  const headers = response?.headers ?? {};
  const left = headers['x-ratelimit-remaining'];
  const said = sentence(response?.data);
  if (status === 429 || (status === 403 && (left === '0' || /rate limit/i.test(said)))) {
    const until = Number(headers['x-ratelimit-reset']) * 1000;
    const when = Number.isFinite(until) && until > 0 ? ` until ${new Date(until).toISOString().slice(11, 16)} UTC` : '';
    return fail('service-failed', `${host}: the rate limit is used up${when}; run it again then`);
  }
  if (status === 401) return fail('not-allowed', `${host} does not accept the token: is it expired? (gh auth refresh)`);
  if (status === 403)
    return fail(
      'not-allowed',
      `${host} does not allow this: ${said || 'the token lacks a right'}${neededScopes(headers)}`,
    );
  if (status === 422) return fail('service-failed', `${host} refused it: ${said || 'the plan may lack this feature'}`);
  if (status >= 500) return fail('service-failed', `${host} failed (${status})`);
  return fail('service-failed', status === 0 ? `${host} did not answer` : `${host} refused the request (${status})`);
}

/** GitHub's own sentence, where it is one: it explains plans and rights better than a number. Never a part of what we sent. */
function sentence(data: unknown): string {
  const text = typeof data === 'object' && data !== null && 'message' in data ? String(data.message) : '';
  return text.length <= 200 && /^[\w\s.,:;'"()/&-]*$/.test(text) ? text : '';
}

function neededScopes(headers: Readonly<Record<string, string>>): string {
  const scopes = headers['x-accepted-github-permissions'] ?? headers['x-accepted-oauth-scopes'] ?? '';
  return /^[\w=,;:\s-]+$/.test(scopes) ? ` (it takes ${scopes})` : '';
}
