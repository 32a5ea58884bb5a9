import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { rotate } from '../../src/commands/rotate.ts';
import { fake } from '../../src/rule.ts';
import { parseEnv } from '../../src/sources/env-file.ts';
import { newRepo } from '../repo.ts';
import { fakeWorld } from '../world.ts';

const OLD = fake('hex', 40, 61);
const open: { close(): unknown }[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A key-value store as Vault has it, as little of it as a rotation needs, that can be told to be out of order. */
async function store(values: Record<string, string>) {
  const state = { values, version: 1, writes: 0, broken: '' as '' | 'GET' | 'POST' };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const say = (status: number, data: object) => response.writeHead(status).end(JSON.stringify(data));
    if (request.method === state.broken) return say(403, { errors: [] });
    if (request.method === 'POST') {
      state.values = (JSON.parse(body) as { data: Record<string, string> }).data;
      state.writes++;
      return say(200, { data: { version: ++state.version } });
    }
    return say(200, { data: { data: state.values, metadata: { version: state.version } } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return { state, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function project() {
  const { state, address } = await store({ API_KEY: OLD, OTHER: 'x' });
  const repo = newRepo();
  repo.write('package.json', '{ "name": "shop" }\n');
  repo.write('.env', `API_KEY=${OLD}\n`);
  repo.write('.secretguardrc', JSON.stringify({ rotation: { places: { default: [{ in: 'vault', address }] } } }));
  const run = async (words: string, more: object = {}) => {
    const world = { ...fakeWorld(repo.dir), env: { ...fakeWorld(repo.dir).env, VAULT_TOKEN: 'test', no_proxy: '*' } };
    const code = await rotate.run({ positionals: words.split(' '), yes: true, ...more }, world);
    return { code, out: world.printed.out + world.printed.err };
  };
  const env = () =>
    Object.fromEntries(parseEnv(readFileSync(join(repo.dir, '.env'), 'utf8')).map((e) => [e.name, e.value]));
  const states = async () =>
    (JSON.parse((await run('status', { format: 'json' })).out) as { keys: { state: string }[] }).keys.map(
      (k) => k.state,
    );
  return { state, run, env, states, address };
}

describe('a manager beside the env file', () => {
  test('is switched with it, asked afterwards, and holds disable up while it has the old key', async () => {
    const { state, run, env, address } = await project();
    expect((await run('start API_KEY', { generate: true })).code).toBe(0);
    expect(state.writes).toBe(0);
    const dry = await run('switch API_KEY', { 'dry-run': true });
    // where it goes is shown before it goes there
    expect(dry.out).toContain(`vault:shop/default at ${address}`);
    expect(state.writes).toBe(0);
    const done = await run('switch API_KEY');
    expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/done: vault:shop\/default at \S+ holds it/) });
    expect(state.values).toEqual({ API_KEY: env()['API_KEY'], OTHER: 'x' });
    expect((await run('switch API_KEY')).out).toMatch(/done already/);
    expect(state.writes).toBe(1);
    const fresh = state.values['API_KEY'] ?? '';
    state.values = { API_KEY: OLD };
    expect(await run('disable API_KEY')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/vault:.*still holds it/),
    });
    state.values = { API_KEY: fresh };
    expect((await run('disable API_KEY')).code).toBe(0);
  });
  test('a switch that failed half-way says what was done and what not, and goes on', async () => {
    const { state, run, env, states } = await project();
    await run('start API_KEY', { generate: true });
    state.broken = 'POST';
    const failed = await run('switch API_KEY');
    expect(failed).toMatchObject({
      code: 1,
      out: expect.stringMatching(/done: \.env:[\s\S]*stopped: [\s\S]*not done: [\s\S]*run it again/),
    });
    expect(failed.out).not.toContain(OLD);
    expect(failed.out).not.toContain(env()['API_KEY']);
    expect([env()['API_KEY_PREVIOUS'], await states()]).toEqual([OLD, ['current', 'next']]);
    state.broken = '';
    expect((await run('switch API_KEY')).code).toBe(0);
    expect([state.values['API_KEY'], await states()]).toEqual([env()['API_KEY'], ['previous', 'current']]);
  });
  test('or is taken back', async () => {
    const { state, run, env, states } = await project();
    await run('start API_KEY', { generate: true });
    const fresh = env()['API_KEY_NEXT'];
    state.broken = 'POST';
    expect((await run('switch API_KEY')).code).toBe(1);
    state.broken = '';
    expect((await run('switch API_KEY', { back: true })).code).toBe(0);
    expect(env()).toEqual({ API_KEY: OLD, API_KEY_NEXT: fresh });
    expect([state.values['API_KEY'], await states()]).toEqual([OLD, ['current', 'next']]);
    expect((await run('switch API_KEY')).code).toBe(0);
    expect(state.values['API_KEY']).toBe(fresh);
    expect((await run('switch API_KEY', { back: true })).code).toBe(0);
    expect(state.values['API_KEY']).toBe(OLD);
  });
  test('that cannot be asked: nothing is begun, and nothing is called unused', async () => {
    const { state, run, env } = await project();
    await run('start API_KEY', { generate: true });
    state.broken = 'GET';
    expect((await run('switch API_KEY')).code).toBe(2);
    expect(env()['API_KEY']).toBe(OLD);
    state.broken = '';
    await run('switch API_KEY');
    state.broken = 'GET';
    expect((await run('disable API_KEY')).code).toBe(2);
    expect(env()['API_KEY_PREVIOUS']).toBe(OLD);
  });
});
