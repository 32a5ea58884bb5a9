import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { type Call, revokerFor } from '../../src/lifecycle/rotation/revoke.ts';
import { processesUsing } from '../../src/lifecycle/rotation/running.ts';
import { fake } from '../../src/rule.ts';
import { Secret } from '../../src/secret.ts';

const KEY = fake('alnum', 40, 11);

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** The provider's API on loopback: what it was asked, and the answer that it is told to give. */
async function asked(rule: string, status: number, answer: string) {
  let seen: Asked | undefined;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    seen = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    response.writeHead(status, status === 302 ? { location: 'http://example.com/' } : {}).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const here: Call = (url, init) => {
    const { pathname } = new URL(String(url));
    return fetch(`http://127.0.0.1:${port}${pathname}`, init);
  };
  const revoker = revokerFor(rule, here);
  const done = await revoker?.revoke(new Secret(KEY));
  server.close();
  return { seen, done, host: revoker?.host };
}

describe('a provider revokes a key by the key alone', () => {
  test.each<{ rule: string; status: number; answer?: string; done: boolean }>([
    { rule: 'github-personal-token', status: 202, done: true },
    { rule: 'github-personal-token', status: 422, done: false },
    { rule: 'github-fine-grained-token', status: 500, done: false },
    { rule: 'gitlab-personal-token', status: 204, done: true },
    { rule: 'gitlab-personal-token', status: 401, done: false },
    { rule: 'slack-bot-token', status: 200, answer: '{"ok":true,"revoked":true}', done: true },
    { rule: 'slack-bot-token', status: 200, answer: '{"ok":false,"error":"token_revoked"}', done: true },
    { rule: 'slack-bot-token', status: 200, answer: '{"ok":false,"error":"invalid_auth"}', done: false },
    { rule: 'slack-bot-token', status: 302, done: false },
  ])('$rule, answer $status $answer: $done', async ({ rule, status, answer = '', done: want }) => {
    const { done, seen } = await asked(rule, status, answer);
    expect(done?.ok).toBe(want);
    expect(JSON.stringify(done)).not.toContain(KEY);
    expect(seen?.url).not.toContain(KEY);
    if (!want) expect(done).toMatchObject({ error: { message: expect.stringMatching(/revoke it there/) } });
  });
  test('asked as each documents it', async () => {
    expect(await asked('github-personal-token', 202, '')).toMatchObject({
      host: 'api.github.com',
      seen: { method: 'POST', url: '/credentials/revoke', body: JSON.stringify({ credentials: [KEY] }) },
    });
    expect((await asked('github-personal-token', 202, '')).seen?.headers).not.toHaveProperty('authorization');
    expect(await asked('gitlab-personal-token', 204, '')).toMatchObject({
      host: 'gitlab.com',
      seen: { method: 'DELETE', url: '/api/v4/personal_access_tokens/self', headers: { 'private-token': KEY } },
    });
    expect(await asked('slack-user-token', 200, '')).toMatchObject({
      host: 'slack.com',
      seen: { method: 'POST', url: '/api/auth.revoke', headers: { authorization: `Bearer ${KEY}` } },
    });
  });
  test('nobody answers; and most providers have no such API', async () => {
    const gone = revokerFor('slack-bot-token', () => Promise.reject(new Error(`connect to ${KEY}`)));
    const done = await gone?.revoke(new Secret(KEY));
    expect(done).toMatchObject({ ok: false, error: { message: expect.stringMatching(/could not be reached/) } });
    expect(JSON.stringify(done)).not.toContain(KEY);
    for (const rule of [undefined, 'stripe-secret-key']) expect(revokerFor(rule)).toBeUndefined();
  });
});

test('where the system does not tell which programs use a key, nothing is claimed', () => {
  expect(processesUsing(new Secret(KEY), '/nowhere')).toBeUndefined();
});
