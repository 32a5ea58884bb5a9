import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { googleServer } from './google-server.mjs';
import { project, same, values, want } from './project.mjs';
import { proxy } from './proxy.mjs';
import { certificate, keyVault, moto, vaultDescription } from './servers.mjs';
import { vaultServer } from './vault-server.mjs';

/** `env encrypt` and `env decrypt`: age, and the key services of the four managers. */
export async function envCases(folder) {
  mkdirSync(folder, { recursive: true });
  const tls = await certificate(folder);
  const aws = await moto();
  const azure = await keyVault();
  const front = await proxy(azure.port, tls);
  const google = await googleServer(resolve(import.meta.dirname, '../../..'));
  const vault = await vaultServer(await vaultDescription());
  const box = await project(folder, {
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'eu-west-1',
    NODE_EXTRA_CA_CERTS: tls.file,
    IDENTITY_ENDPOINT: `http://127.0.0.1:${azure.port}/msi/token`,
    IDENTITY_HEADER: 'loopback',
    GOOGLE_CLOUD_PROJECT: 'acme-prod',
    VAULT_ADDR: vault.address,
    VAULT_TOKEN: 'root',
  });
  const identity = await generateIdentity();
  writeFileSync(join(folder, 'identity.txt'), `# made for a test\n${identity}\n`, { mode: 0o600 });
  const recipient = await identityToRecipient(identity);
  const kms = new KMSClient({
    region: 'eu-west-1',
    endpoint: `http://127.0.0.1:${aws.port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const content = values();
  const roundTrip = async (keeper, more = []) => {
    box.write('.env.production', content);
    const before = box.read('.env.production');
    want(
      await box.run(['env', 'encrypt', '.env.production', ...keeper, ...more, '--yes']),
      0,
      'written: .env.production.encrypted',
    );
    rmSync(join(folder, '.env.production'));
    want(
      await box.run(['env', 'decrypt', '.env.production', '-i', join(folder, 'identity.txt'), ...more, '--yes']),
      0,
      'readable by its owner only',
    );
    same(box.read('.env.production'), before, 'content');
    same(statSync(join(folder, '.env.production')).mode & 0o777, 0o600, 'mode');
  };
  const cases = [
    { title: 'age', run: () => roundTrip(['--age', recipient]) },
    {
      title: 'AWS KMS',
      run: () => roundTrip(['--aws-key', KeyMetadata.Arn], ['--endpoint', `http://127.0.0.1:${aws.port}`]),
    },
    {
      title: 'Google Cloud KMS',
      run: () =>
        roundTrip(['--gcp-key', 'projects/p/locations/l/keyRings/r/cryptoKeys/k'], ['--endpoint', google.endpoint]),
    },
    { title: 'Azure Key Vault', run: () => roundTrip(['--azure-key', `https://localhost:${front.port}/keys/shop/1`]) },
    { title: 'Vault transit', run: () => roundTrip(['--vault-key', 'shop']) },
    { title: 'several keepers: one is enough', run: () => roundTrip(['--vault-key', 'shop', '--age', recipient]) },
    ...[
      ['the ciphertext', (e) => ({ ...e, data: flipped(e.data) })],
      ['its tag', (e) => ({ ...e, tag: flipped(e.tag) })],
      ['a keeper taken out', (e) => ({ ...e, wrapped: e.wrapped.slice(1) })],
      ['the name of its file', (e) => ({ ...e, of: '.env.staging' })],
      ['a field added', (e) => ({ ...e, more: 1 })],
    ].map(([what, change]) => ({
      title: `tampered with is refused: ${what}`,
      async run() {
        box.write('.env.production', content);
        want(
          await box.run(['env', 'encrypt', '.env.production', '--vault-key', 'shop', '--age', recipient, '--yes']),
          0,
        );
        const envelope = JSON.parse(box.read('.env.production.encrypted'));
        writeFileSync(join(folder, '.env.production.encrypted'), JSON.stringify(change(envelope)));
        want(
          await box.run(['env', 'decrypt', '.env.production', '-i', join(folder, 'identity.txt'), '--yes']),
          2,
          /refused|not \.env|no encrypted file/,
        );
      },
    })),
    {
      title: 'the encrypted file may be committed, and is no finding',
      async run() {
        want(await box.run(['env', 'encrypt', '.env.production', '--age', recipient, '--yes']), 0);
        want(await box.run(['scan', '.env.production.encrypted']), 0, '0 warned');
      },
    },
    { title: 'no value in anything said or left behind', run: async () => same(box.leaks(), 0, 'leaks') },
  ];
  return {
    cases,
    close: () => {
      aws.kill();
      azure.kill();
      front.close();
      google.close();
      vault.close();
      kms.destroy();
    },
  };
}

function flipped(base64) {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0] ^= 1;
  return bytes.toString('base64');
}
