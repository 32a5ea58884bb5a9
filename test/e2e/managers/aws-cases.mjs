import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { project, rotates, same, values, want } from './project.mjs';
import { proxy } from './proxy.mjs';
import { moto } from './servers.mjs';

const THROTTLED = {
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: '{"__type":"ThrottlingException"}',
};
const EXPIRED = {
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: '{"__type":"ExpiredTokenException"}',
};

/** AWS Secrets Manager: moto in server mode, behind a proxy that can misbehave. */
export async function awsCases(folder) {
  let server = await moto();
  const front = await proxy(server.port);
  const endpoint = `http://127.0.0.1:${front.port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const box = await project(folder, {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'eu-west-1',
  });
  const client = new SecretsManagerClient({
    region: 'eu-west-1',
    endpoint: `http://127.0.0.1:${server.port}`,
    credentials,
  });
  const id = (name) => `shop/production/${name}`;
  const held = async (name, more = {}) =>
    (await client.send(new GetSecretValueCommand({ SecretId: id(name), ...more }))).SecretString;
  const push = (...more) => box.run(['push', '.env.production', '--to', 'aws', '--endpoint', endpoint, ...more]);
  push.where = ['--to', 'aws', '--endpoint', endpoint];
  const check = () => box.run(['pull', '.env.production', '--from', 'aws', '--check', '--endpoint', endpoint]);
  const first = values();
  const second = { ...values(), SESSION_SECRET: first.SESSION_SECRET };
  const cases = [
    {
      title: 'a dry run writes nothing; without a terminal and --yes neither',
      async run() {
        box.write('.env.production', first);
        want(await push('--dry-run'), 0, '+ DATABASE_URL', 'Dry run');
        want(await push(), 1, 'add --yes');
        want(await check(), 1, 'only in the file');
      },
    },
    {
      title: 'push, read back by the official client, again: nothing to write',
      async run() {
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
        want(await check(), 1, '~ DATABASE_URL', '= SESSION_SECRET');
        want(await push('--yes'), 0, 'written: DATABASE_URL', 'written: QUOTED');
        same(await held('DATABASE_URL'), second.DATABASE_URL, 'now');
        same(await held('DATABASE_URL', { VersionStage: 'AWSPREVIOUS' }), first.DATABASE_URL, 'before');
        const { Versions } = await client.send(new ListSecretVersionIdsCommand({ SecretId: id('SESSION_SECRET') }));
        same(Versions.length, 1, 'an unchanged value has no new version');
        const { Tags } = await client.send(new DescribeSecretCommand({ SecretId: id('QUOTED') }));
        same(
          Tags.map((t) => `${t.Key}=${t.Value}`).sort(),
          ['environment=production', 'managed-by=secretguard', 'project=shop'],
          'tags',
        );
      },
    },
    {
      title: 'pull brings the values into an env file, mode 600, and one tracked by git is refused',
      async run() {
        box.write('.env.production', { DATABASE_URL: first.DATABASE_URL });
        want(
          await box.run(['pull', '.env.production', '--from', 'aws', '--endpoint', endpoint, '--yes']),
          0,
          'written: DATABASE_URL, QUOTED, SESSION_SECRET',
        );
        want(await check(), 0, '3 in step');
      },
    },
    {
      title: 'throttled: tried again until it goes through',
      async run() {
        box.write('.env.production', { ...second, QUOTED: values().QUOTED });
        front.rules.answers.push(THROTTLED, THROTTLED);
        want(await push('--yes'), 0, 'written: QUOTED');
      },
    },
    {
      title: 'an expired token is said, exit 2, nothing is written',
      async run() {
        front.rules.answers.push(...Array.from({ length: 8 }, () => EXPIRED));
        want(await push('--yes'), 2, 'expired');
        front.rules.answers.length = 0;
      },
    },
    {
      title: 'changed by somebody else between reading and writing: refused, the next run shows it',
      async run() {
        const theirs = values().SESSION_SECRET;
        box.secrets.add(theirs);
        const mine = { ...second, SESSION_SECRET: values().SESSION_SECRET };
        box.write('.env.production', mine);
        let reads = 0;
        front.rules.before = async (call) => {
          if (call.endsWith('GetSecretValue') && ++reads === 4)
            await client.send(new PutSecretValueCommand({ SecretId: id('SESSION_SECRET'), SecretString: theirs }));
        };
        want(await push('--yes'), 1, 'changed by somebody else');
        front.rules.before = undefined;
        same(await held('SESSION_SECRET'), theirs, 'their value');
        want(await push('--yes'), 0, 'written: SESSION_SECRET');
        same(await held('SESSION_SECRET'), mine.SESSION_SECRET, 'mine now');
      },
    },
    {
      title: 'rotate switch writes it as well; the old key is not disabled while it stands there',
      run: () => rotates(box, { in: 'aws', region: 'eu-west-1', endpoint }, push, () => held('SESSION_SECRET')),
    },
    {
      title: 'the server is killed in the middle: what was written and what not is said; the next run goes on',
      async run() {
        const next = values();
        box.write('.env.production', next);
        let writes = 0;
        front.rules.before = async (call) => {
          if (call.endsWith('PutSecretValue') && ++writes === 2) server.kill();
        };
        const { code, out } = await push('--yes');
        front.rules.before = undefined;
        want(
          { code, out },
          1,
          'written: DATABASE_URL (version',
          'not written: QUOTED',
          'not written: SESSION_SECRET',
          '1 written, 2 not',
        );
        server = await moto(); // it keeps nothing
        front.rules.port = server.port;
        want(await push('--yes'), 0, 'written: SESSION_SECRET');
        want(await check(), 0, '3 in step');
      },
    },
    {
      title: 'the policy names one environment and no wildcard action',
      async run() {
        const { code, out } = await push('--policy');
        const { Statement } = JSON.parse(out);
        want({ code, out }, 0, 'secret:shop/production/*');
        if (Statement.some(({ Action }) => [Action].flat().some((a) => a.includes('*')))) throw new Error('a wildcard');
      },
    },
    { title: 'no value in anything said or left behind', run: async () => same(box.leaks(), 0, 'leaks') },
  ];
  return {
    cases,
    close: () => {
      server.kill();
      front.close();
      client.destroy();
    },
  };
}
