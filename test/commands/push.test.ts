import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Command } from '../../src/commands/command.ts';
import { pull } from '../../src/commands/pull.ts';
import { push } from '../../src/commands/push.ts';
import { newRepo } from '../repo.ts';
import { type FakeWorld, fakeWorld } from '../world.ts';

const VALUE = ['correct', 'horse', 'battery'].join('-');

function world(env: NodeJS.ProcessEnv = {}): FakeWorld {
  const { dir } = newRepo();
  writeFileSync(join(dir, 'package.json'), '{"name":"@acme/shop"}');
  writeFileSync(join(dir, '.env.production'), `TOKEN=${VALUE}\nEMPTY=\n`);
  const made = fakeWorld(dir);
  return { ...made, env: { ...made.env, ...env } };
}

function checked<A>(command: Command<A>, given: object): A {
  const parsed = command.args.safeParse(given);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join());
  return parsed.data;
}

describe('push', () => {
  test.each<{ name: string; args: object; env?: NodeJS.ProcessEnv; code: number; says: string }>([
    { name: 'no region', args: { to: 'aws' }, code: 2, says: '--region' },
    {
      name: 'no such file',
      args: { to: 'aws', region: 'r', positionals: ['.env.x'] },
      code: 2,
      says: 'there is no .env.x',
    },
    { name: 'a name that is not there', args: { to: 'aws', region: 'r', only: ['NO'] }, code: 2, says: 'has no NO' },
    { name: 'two files', args: { to: 'aws', region: 'r', positionals: ['a', 'b'] }, code: 2, says: 'one env file' },
    { name: 'a project that is no name', args: { to: 'aws', region: 'r', project: 'a b' }, code: 2, says: '--project' },
    { name: 'no Google project', args: { to: 'gcp' }, code: 2, says: '--gcp-project' },
    {
      name: 'plain http to elsewhere',
      args: { to: 'gcp', 'gcp-project': 'p', endpoint: 'http://a.example' },
      code: 2,
      says: 'https only',
    },
    { name: 'no Key Vault', args: { to: 'azure' }, code: 2, says: '--vault-url' },
    {
      name: 'a Key Vault without TLS',
      args: { to: 'azure', 'vault-url': 'http://a.example' },
      code: 2,
      says: 'no https address',
    },
    { name: 'no Vault', args: { to: 'vault' }, code: 2, says: 'VAULT_ADDR' },
    {
      name: 'no Vault token',
      args: { to: 'vault', address: 'https://v.example' },
      env: { HOME: '/nowhere' },
      code: 2,
      says: 'vault login',
    },
    { name: 'a Vault without TLS', args: { to: 'vault', address: 'http://v.example' }, code: 2, says: 'https only' },
  ])('$name → exit $code', async ({ args, env, code, says }) => {
    const here = world({ AWS_REGION: '', AWS_PROFILE: '', GOOGLE_CLOUD_PROJECT: undefined, ...env });
    const parsed = checked(push, { positionals: ['.env.production'], ...args });
    expect(await push.run(parsed, here)).toBe(code);
    expect(here.printed.err).toContain(says);
    expect(here.printed.out + here.printed.err).not.toContain(VALUE);
  });

  test.each([
    { to: 'aws', more: { region: 'eu-west-1' }, says: 'arn:aws:secretsmanager:eu-west-1:*:secret:shop/production/*' },
    { to: 'gcp', more: { 'gcp-project': 'p' }, says: 'secretmanager.versions.add' },
    { to: 'azure', more: { 'vault-url': 'https://acme.vault.azure.net' }, says: 'secrets/setSecret/action' },
    { to: 'vault', more: {}, says: 'path "secret/data/shop/production"' },
  ])('--policy for $to', async ({ to, more, says }) => {
    const here = world();
    const given = { positionals: ['.env.production'], policy: true, ...more };
    expect(await push.run(checked(push, { ...given, to }), here)).toBe(0);
    expect(here.printed.out).toContain(says);
    const reader = world();
    expect(await pull.run(checked(pull, { ...given, from: to }), reader)).toBe(0);
    expect(reader.printed.out).not.toMatch(/PutSecretValue|versions\.add|setSecret|"update"/);
  });
});
