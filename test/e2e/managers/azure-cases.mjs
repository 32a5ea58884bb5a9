import { mkdirSync } from 'node:fs';
import { project, rotates, same, values, want } from './project.mjs';
import { proxy } from './proxy.mjs';
import { certificate, keyVault } from './servers.mjs';

/** Azure Key Vault: a Go program over Microsoft's own fakes, behind TLS that can misbehave. */
export async function azureCases(folder) {
  mkdirSync(folder, { recursive: true });
  const tls = await certificate(folder);
  let server = await keyVault();
  const front = await proxy(server.port, tls);
  const url = `https://localhost:${front.port}`;
  const box = await project(folder, {
    NODE_EXTRA_CA_CERTS: tls.file,
    IDENTITY_ENDPOINT: `http://127.0.0.1:${server.port}/msi/token`,
    IDENTITY_HEADER: 'loopback',
  });
  const push = (...more) => box.run(['push', '.env.production', '--to', 'azure', '--vault-url', url, ...more]);
  push.where = ['--to', 'azure', '--vault-url', url];
  const check = (...more) =>
    box.run(['pull', '.env.production', '--from', 'azure', '--check', '--vault-url', url, ...more]);
  const held = async (name, version = '') => {
    const answer = await fetch(
      `http://127.0.0.1:${server.port}/secrets/shop-production-${name.replaceAll('_', '-')}/${version}?api-version=7.6`,
      { headers: { authorization: 'Bearer x' } },
    );
    return (await answer.json()).value;
  };
  const first = values();
  const second = { ...values(), SESSION_SECRET: first.SESSION_SECRET };
  const cases = [
    {
      title: 'push, read back, again: nothing to write',
      async run() {
        box.write('.env.production', first);
        want(await push('--yes'), 0, 'written: QUOTED');
        for (const [name, value] of Object.entries(first)) same(await held(name), value, name);
        want(await push('--yes'), 0, 'Nothing to write');
        want(await check(), 0, '3 in step');
      },
    },
    {
      title: 'a new value is a new version; the one before is kept',
      async run() {
        box.write('.env.production', second);
        want(await push('--yes'), 0, 'written: DATABASE_URL');
        same(await held('DATABASE_URL'), second.DATABASE_URL, 'now');
        same(await held('DATABASE_URL', '1'.padStart(32, '0')), first.DATABASE_URL, 'before');
      },
    },
    {
      title: 'with a key of the vault the values are sealed there, and come back',
      async run() {
        const sealed = { DATABASE_URL: values().DATABASE_URL };
        box.write('.env.production', sealed);
        want(await push('--yes', '--kms-key', `${url}/keys/shop/1`), 0, 'written: DATABASE_URL');
        if ((await held('DATABASE_URL')).includes(sealed.DATABASE_URL)) throw new Error('it stands there in the clear');
        want(await check('--only', 'DATABASE_URL'), 0, '1 in step');
      },
    },
    {
      title: 'names that the vault could not tell apart are refused',
      async run() {
        box.write('.env.production', { 'A.B': first.QUOTED, A_B: first.DATABASE_URL });
        want(await push('--yes'), 2, 'A.B and A_B would be the same secret there');
      },
    },
    {
      title: 'throttled: tried again until it goes through; an expired token is said, exit 2',
      async run() {
        box.write('.env.production', { SESSION_SECRET: values().SESSION_SECRET });
        const when = /^(?:GET|PUT) \/secrets/;
        front.rules.answers.push(answer(429, 'Throttled', when), { status: 429, when });
        want(await push('--yes'), 0, 'written: SESSION_SECRET');
        front.rules.answers.push(answer(403, 'Forbidden', when), answer(403, 'Forbidden', when));
        want(await push('--yes'), 2, '--policy');
        front.rules.answers.length = 0;
      },
    },
    {
      title: 'a deleted secret that is still kept is said',
      async run() {
        box.write('.env.production', { SESSION_SECRET: values().SESSION_SECRET });
        front.rules.answers.push(answer(409, 'Conflict', /^PUT/));
        want(await push('--yes'), 2, 'recover or purge it first');
      },
    },
    {
      title: 'rotate switch writes it as well; the old key is not disabled while it stands there',
      run: () => rotates(box, { in: 'azure', vaultUrl: url }, push, () => held('SESSION_SECRET')),
    },
    {
      title: 'the server is killed in the middle: what was written and what not is said; the next run goes on',
      async run() {
        box.write('.env.production', values());
        let writes = 0;
        front.rules.before = async (call) => {
          if (call.startsWith('PUT') && ++writes === 2) server.kill();
        };
        want(await push('--yes'), 1, 'written: DATABASE_URL (version', 'not written: QUOTED', '1 written, 2 not');
        front.rules.before = undefined;
        server = await keyVault();
        front.rules.port = server.port;
        const identity = { IDENTITY_ENDPOINT: `http://127.0.0.1:${server.port}/msi/token` };
        want(
          await box.run(['push', '.env.production', '--to', 'azure', '--vault-url', url, '--yes'], identity),
          0,
          'written: SESSION_SECRET',
        );
      },
    },
    { title: 'no value in anything said or left behind', run: async () => same(box.leaks(), 0, 'leaks') },
  ];
  return {
    cases,
    close: () => {
      server.kill();
      front.close();
    },
  };
}

function answer(status, code, when) {
  return {
    status,
    when,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error: { code, message: '' } }),
  };
}
