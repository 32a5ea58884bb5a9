import { project, rotates, same, values, want } from './project.mjs';
import { vaultDescription } from './servers.mjs';
import { vaultServer } from './vault-server.mjs';

/** Vault and OpenBao: a server whose every request is held against HashiCorp's OpenAPI description. */
export async function vaultCases(folder) {
  const server = await vaultServer(await vaultDescription());
  const { state } = server;
  const box = await project(folder, { VAULT_ADDR: server.address, VAULT_TOKEN: 'root' });
  const push = (...more) => box.run(['push', '.env.production', '--to', 'vault', ...more]);
  push.where = ['--to', 'vault'];
  const check = (...more) => box.run(['pull', '.env.production', '--from', 'vault', '--check', ...more]);
  const versions = () => state.documents.get('shop/production') ?? [];
  const first = values();
  const second = { ...values(), SESSION_SECRET: first.SESSION_SECRET };
  const cases = [
    {
      title: 'push in one write, read back, again: nothing to write',
      async run() {
        box.write('.env.production', first);
        want(await push('--yes'), 0, 'written: QUOTED (version 1)');
        same(versions(), [first], 'document');
        same(
          state.custom.get('shop/production'),
          { 'managed-by': 'secretguard', project: 'shop', environment: 'production' },
          'tags',
        );
        want(await push('--yes'), 0, 'Nothing to write');
        want(await check(), 0, '3 in step');
      },
    },
    {
      title: 'a new value is a new version; names of others stay',
      async run() {
        state.documents.get('shop/production').push({ ...first, THEIRS: 'x' });
        box.write('.env.production', second);
        want(await push('--yes'), 0, 'written: DATABASE_URL (version 3)');
        same(versions().at(-1), { ...first, ...second, THEIRS: 'x' }, 'document');
        want(await check(), 1, 'only in the manager');
      },
    },
    {
      title: 'changed by somebody else between reading and writing: refused by check-and-set, all or none',
      async run() {
        box.write('.env.production', values());
        const before = versions().length;
        state.beforeWrite = () =>
          state.documents.set('shop/production', [...versions(), { ...versions().at(-1), OTHER: 'y' }]);
        want(await push('--yes'), 2, 'somebody else changed it');
        same(versions().length, before + 1, 'only their version');
        want(await push('--yes'), 0, 'written: DATABASE_URL');
        same(versions().at(-1).OTHER, 'y', 'their name is still there');
      },
    },
    {
      title: 'a write whose answer is lost counts as written once',
      async run() {
        box.write('.env.production', values());
        const before = versions().length;
        state.dropAfter = /^POST .*data/;
        want(await push('--yes'), 0, 'written: DATABASE_URL');
        same(versions().length, before + 1, 'one version');
      },
    },
    {
      title: 'sealed with a transit key, and opened again',
      async run() {
        const sealed = values();
        box.write('.env.production', sealed);
        want(await push('--yes', '--kms-key', 'shop'), 0, 'written: QUOTED');
        if (JSON.stringify(versions().at(-1)).includes(sealed.SESSION_SECRET))
          throw new Error('it stands there in the clear');
        want(await check('--only', 'QUOTED', '--only', 'SESSION_SECRET'), 0, '2 in step');
      },
    },
    {
      title: 'throttled with Retry-After, then sealed: tried again; an expired token is said, exit 2',
      async run() {
        box.write('.env.production', { ...values(), QUOTED: first.QUOTED });
        state.answers.push({ status: 429, headers: { 'retry-after': '1' } }, { status: 503 });
        want(await push('--yes'), 0, 'written: DATABASE_URL');
        want(
          await box.run(['push', '.env.production', '--to', 'vault', '--yes'], { VAULT_TOKEN: 'old' }),
          2,
          'is the token expired',
        );
      },
    },
    {
      title: 'an address that is not https is refused, and a token goes to no other host',
      async run() {
        want(
          await box.run(['push', '.env.production', '--to', 'vault', '--address', 'http://vault.example', '--yes']),
          2,
          'https only',
        );
        state.answers.push({ status: 307, headers: { location: 'http://127.0.0.1:9/x' } });
        want(await push('--yes'), 2);
      },
    },
    {
      title: 'rotate switch writes it as well; the old key is not disabled while it stands there',
      run: () => rotates(box, { in: 'vault' }, push, () => versions().at(-1).SESSION_SECRET),
    },
    {
      title: 'the server is killed before the write: nothing is written, and that is said; the next run goes on',
      async run() {
        box.write('.env.production', values());
        const before = versions().length;
        state.beforeWrite = () => server.stop();
        want(await push('--yes'), 2, 'not written: DATABASE_URL', 'not written: SESSION_SECRET', '0 written, 3 not');
        same(versions().length, before, 'versions');
        await server.start();
        want(await push('--yes'), 0, 'written: SESSION_SECRET');
      },
    },
    { title: 'every request was one that the description knows', run: async () => same(state.refused, [], 'requests') },
    { title: 'no value in anything said or left behind', run: async () => same(box.leaks(), 0, 'leaks') },
  ];
  return { cases, close: () => server.close() };
}
