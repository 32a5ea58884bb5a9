import { resolve } from 'node:path';
import { googleServer } from './google-server.mjs';
import { project, rotates, same, values, want } from './project.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');

/** Google Secret Manager: a gRPC server made of the descriptions that the official client ships. */
export async function gcpCases(folder) {
  let server = await googleServer(ROOT);
  const { endpoint } = server;
  const box = await project(folder, { GOOGLE_CLOUD_PROJECT: 'acme-prod' });
  const push = (...more) => box.run(['push', '.env.production', '--to', 'gcp', '--endpoint', endpoint, ...more]);
  push.where = ['--to', 'gcp', '--endpoint', endpoint];
  const check = () => box.run(['pull', '.env.production', '--from', 'gcp', '--check', '--endpoint', endpoint]);
  const secret = (name) => server.state.secrets.get(`projects/acme-prod/secrets/shop-production-${name}`);
  const held = (name, back = 1) => Buffer.from(secret(name).versions.at(-back).data).toString('utf8');
  const first = values();
  const second = { ...values(), SESSION_SECRET: first.SESSION_SECRET };
  const cases = [
    {
      title: 'push, read back, again: nothing to write; labels and replication are set',
      async run() {
        box.write('.env.production', first);
        want(await push('--yes'), 0, 'written: QUOTED');
        for (const [name, value] of Object.entries(first)) same(held(name), value, name);
        same(
          secret('QUOTED').labels,
          { 'managed-by': 'secretguard', project: 'shop', environment: 'production' },
          'labels',
        );
        want(await push('--yes'), 0, 'Nothing to write');
        want(await check(), 0, '3 in step');
      },
    },
    {
      title: 'a new value is a new version; the one before is kept',
      async run() {
        box.write('.env.production', second);
        want(await push('--yes'), 0, 'written: DATABASE_URL (version 2)');
        same([held('DATABASE_URL'), held('DATABASE_URL', 2)], [second.DATABASE_URL, first.DATABASE_URL], 'versions');
        same(secret('SESSION_SECRET').versions.length, 1, 'an unchanged value has no new version');
      },
    },
    {
      title: 'a customer key (CMEK) in named places',
      async run() {
        const kmsKey = 'projects/p/locations/europe-west3/keyRings/r/cryptoKeys/k';
        box.write('.env.staging', { TOKEN: first.SESSION_SECRET });
        want(
          await box.run([
            'push',
            '.env.staging',
            '--to',
            'gcp',
            '--endpoint',
            endpoint,
            '--kms-key',
            kmsKey,
            '--location',
            'europe-west3',
            '--yes',
          ]),
          0,
          'written: TOKEN',
        );
        const { replication } = server.state.secrets.get('projects/acme-prod/secrets/shop-staging-TOKEN');
        same(replication.userManaged.replicas[0].customerManagedEncryption.kmsKeyName, kmsKey, 'key');
      },
    },
    {
      title: 'throttled and away: tried again until it goes through',
      async run() {
        box.write('.env.production', { ...second, QUOTED: values().QUOTED });
        server.state.failures.push(8, 14, 8);
        want(await push('--yes'), 0, 'written: QUOTED');
      },
    },
    {
      title: 'expired credentials are said, exit 2; a missing right names the policy',
      async run() {
        server.state.failures.push(16, 16, 16);
        want(await push('--yes'), 2, 'expired');
        server.state.failures.push(7, 7, 7);
        want(await push('--yes'), 2, '--policy gcp');
        server.state.failures.length = 0;
      },
    },
    {
      title: 'stopped between making a secret and its first version: the next run goes on',
      async run() {
        box.write('.env.production', { ...second, LATER: first.DATABASE_URL });
        server.state.before = async (method) => {
          if (method === 'CreateSecret') server.state.failures.push(7);
        };
        want(await push('--yes', '--only', 'LATER'), 2, 'not written: LATER');
        server.state.before = undefined;
        same(secret('LATER').versions.length, 0, 'made, without a version');
        want(await push('--yes', '--only', 'LATER'), 0, 'written: LATER (version 1)');
      },
    },
    {
      title: 'changed by somebody else between reading and writing: refused',
      async run() {
        const theirs = values().DATABASE_URL;
        box.secrets.add(theirs);
        box.write('.env.production', { DATABASE_URL: values().DATABASE_URL });
        let reads = 0;
        server.state.before = async (method) => {
          if (method === 'AccessSecretVersion' && ++reads === 2)
            secret('DATABASE_URL').versions.push({ data: Buffer.from(theirs) });
        };
        want(await push('--yes'), 2, 'changed by somebody else');
        server.state.before = undefined;
        same(held('DATABASE_URL'), theirs, 'their value');
        want(await push('--yes'), 0, 'written: DATABASE_URL');
      },
    },
    {
      title: 'rotate switch writes it as well; the old key is not disabled while it stands there',
      run: () => rotates(box, { in: 'gcp', gcpProject: 'acme-prod', endpoint }, push, () => held('SESSION_SECRET')),
    },
    {
      title: 'the server is killed in the middle: what was written and what not is said; the next run goes on',
      async run() {
        box.write('.env.production', values());
        let writes = 0;
        server.state.before = async (method) => {
          if (method === 'AddSecretVersion' && ++writes === 2) server.close();
        };
        want(
          await push('--yes'),
          1,
          'written: DATABASE_URL (version',
          'not written: SESSION_SECRET',
          '1 written, 2 not',
        );
        server.state.before = undefined;
        server = await googleServer(ROOT, server);
        want(await push('--yes'), 0, 'written: SESSION_SECRET');
        want(await push('--yes'), 0, 'Nothing to write');
      },
    },
    { title: 'no value in anything said or left behind', run: async () => same(box.leaks(), 0, 'leaks') },
  ];
  return { cases, close: () => server.close() };
}
