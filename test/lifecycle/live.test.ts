import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import { LIVE_CHECKS } from '../../config/live-checks.ts';
import { rules, services } from '../../config/rules/index.ts';
import { openAnswers } from '../../src/lifecycle/live/answers.ts';
import { askProviders, meaning } from '../../src/lifecycle/live/ask.ts';
import { Secret } from '../../src/secret.ts';
import { scratch } from '../repo.ts';

interface Seen {
  readonly host: string | undefined;
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const seen: Seen[] = [];
let answer: { status: number; body: string; headers?: Record<string, string> } = { status: 200, body: '{}' };
const server: Server = createServer((req, res) => {
  seen.push({ host: req.headers.host, method: req.method, url: req.url, headers: req.headers });
  res.writeHead(answer.status, answer.headers).end(answer.body);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
const { port } = server.address() as AddressInfo;
/** Every connection, to whatever host, ends at the server above; nothing leaves this machine. */
const agent = new Agent({
  connect(_options, done) {
    const socket = connect(port, '127.0.0.1', () => done(null, socket));
  },
});
afterAll(async () => {
  await agent.close();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
  answer = { status: 200, body: '{}' };
});

const KEY = ['key', 'of', 'nobody'].join('-');
const ask = (question: (typeof LIVE_CHECKS)[number], keys = [KEY]) =>
  askProviders(
    keys.map((key, i) => ({ id: `${i}`, secret: new Secret(key), question })),
    () => undefined,
    agent,
  );

describe('the table of live checks', () => {
  const known = new Set([...rules, ...services].map(({ id }) => id));
  test('names forty providers or more, each by https host and rules that exist', () => {
    expect(new Set(LIVE_CHECKS.map(({ host }) => host)).size).toBeGreaterThanOrEqual(40);
    for (const { rules: ids, host, path } of LIVE_CHECKS) {
      expect(host).toMatch(/^[a-z0-9.-]+\.[a-z]+$/);
      expect(path).toMatch(/^\//);
      expect(ids.filter((id) => !known.has(id))).toEqual([]);
    }
    const all = LIVE_CHECKS.flatMap(({ rules: ids }) => ids);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(LIVE_CHECKS.map((check) => ({ name: check.rules[0], check })))(
    '$name goes to its host, with the key in its place only',
    async ({ check }) => {
      await ask(check);
      expect(seen).toHaveLength(1);
      const { host, url = '', headers, method } = seen[0]!;
      expect(host).toBe(check.host);
      expect(method).toBe(check.method ?? 'GET');
      expect(url.includes(KEY)).toBe(check.auth === 'path');
      const carriers = Object.entries(headers).filter(([, value]) => {
        const text = String(value);
        return text.includes(KEY) || Buffer.from(text.replace(/^Basic /, ''), 'base64').includes(KEY);
      });
      expect(carriers).toHaveLength(check.auth === 'path' ? 0 : 1);
    },
  );
});

const plain = { host: 'a.example', path: '/', auth: 'path' } as const;
test.each([
  { name: '200', question: plain, status: 200, body: '', want: 'active' },
  { name: '401', question: plain, status: 401, body: '', want: 'inactive' },
  { name: '403, a right is missing', question: { ...plain, active: [403] }, status: 403, body: '', want: 'active' },
  { name: '403, of which nothing is known', question: plain, status: 403, body: '', want: 'unknown' },
  { name: '302', question: plain, status: 302, body: '', want: 'unknown' },
  {
    name: '401 where the key may belong elsewhere',
    question: { ...plain, elsewhere: true as const },
    status: 401,
    body: '',
    want: 'unknown',
  },
  {
    name: '200 to everybody, alive',
    question: { ...plain, says: '"ok":true' },
    status: 200,
    body: '{"ok":true}',
    want: 'active',
  },
  {
    name: '200 to everybody, dead',
    question: { ...plain, says: '"ok":true' },
    status: 200,
    body: '{"ok":false}',
    want: 'inactive',
  },
  {
    name: '401, but only restricted',
    question: { ...plain, unless: 'restricted' },
    status: 401,
    body: 'restricted',
    want: 'active',
  },
])('$name means $want', ({ question, status, body, want }) => {
  expect(meaning(question, status, body)).toBe(want);
});

describe('asking', () => {
  const github = LIVE_CHECKS[0]!;
  test('follows no redirect', async () => {
    answer = { status: 302, body: '', headers: { location: 'https://evil.example/' } };
    expect([...(await ask(github)).values()]).toEqual(['unknown']);
    expect(seen).toHaveLength(1);
  });
  test('leaves a provider alone that throttles', async () => {
    answer = { status: 429, body: '' };
    expect([...(await ask(github, ['a', 'b', 'c'])).values()]).toEqual(['unknown', 'unknown', 'unknown']);
    expect(seen).toHaveLength(1);
  });
  test('sends nothing that no header can hold', async () => {
    expect([...(await ask(github, ['a\r\nx: y'])).values()]).toEqual(['inactive']);
    expect(seen).toHaveLength(0);
  });
});

describe('answers of earlier runs', () => {
  const HOUR = 3_600_000;
  test.each([
    { live: 'active', hours: 0.9, want: 'active' },
    { live: 'active', hours: 1.1, want: undefined },
    { live: 'inactive', hours: 23, want: 'inactive' },
    { live: 'inactive', hours: 25, want: undefined },
    { live: 'unknown', hours: 0, want: undefined },
    { live: 'active', hours: -1, want: undefined },
  ] as const)('$live after $hours hours is $want', ({ live, hours, want }) => {
    const folder = scratch();
    const first = openAnswers(folder, 100 * HOUR);
    first.set('sg1:0', live);
    first.save();
    expect(openAnswers(folder, (100 + hours) * HOUR).get('sg1:0')).toBe(want);
  });
});
