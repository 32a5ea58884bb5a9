import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { base64Pem } from '../../../src/detect/checks/base64-pem.ts';
import { gcpServiceAccount } from '../../../src/detect/checks/gcp-service-account.ts';
import { pem } from '../../../src/detect/checks/pem.ts';
import { fake } from '../../../src/rule.ts';

const input = (value: string, text = value) => ({
  value,
  groups: [value, value],
  text,
  start: text.indexOf(value),
  path: 'k',
});
const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const RSA1 = rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
const RSA8 = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const EC1 = ec.privateKey.export({ type: 'sec1', format: 'pem' }).toString();
const EC8 = ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const ED8 = ed.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const LOCKED8 = rsa.privateKey
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' })
  .toString();
const LOCKED1 = rsa.privateKey
  .export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'p' })
  .toString();

const armour = (label: string, body: string) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
const label = (kind: string) => `${kind}PRIVATE ${'KEY'}`;

/** The layout of PROTOCOL.key, with noise for numbers. */
function openssh(cipher: string, cut = 0): string {
  const field = (value: Buffer | string) => {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const bytes = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field(cipher),
    field(cipher === 'none' ? 'none' : 'bcrypt'),
    field(cipher === 'none' ? '' : 'salt'),
    Buffer.from([0, 0, 0, 1]),
    field(Buffer.concat([field('ssh-ed25519'), field(fake('alnum', 32))])),
    field(fake('alnum', 144, 2)),
  ]);
  const body = bytes
    .subarray(0, bytes.length - cut)
    .toString('base64')
    .replace(/.{70}/g, '$&\n');
  return armour(label('OPENSSH '), body);
}

/** A version-4 secret key packet: RSA, two numbers, then the octet that tells whether the rest is encrypted. */
function openpgp(usage: number): string {
  const number = Buffer.concat([Buffer.from([4, 0]), Buffer.from(fake('alnum', 128))]);
  const body = Buffer.concat([
    Buffer.from([4, 0, 0, 0, 1, 1]),
    number,
    Buffer.from([0, 17, 1, 0, 1]),
    Buffer.from([usage]),
    Buffer.alloc(260, 7),
  ]);
  const packet = Buffer.concat([Buffer.from([0x95, body.length >> 8, body.length & 255]), body]);
  return armour(
    `PGP ${label('')} BLOCK`,
    `Version: GnuPG v2\n\n${packet.toString('base64').replace(/.{64}/g, '$&\n')}\n=abcd`,
  );
}

const LOCKED = { severity: 'warn', confidence: 'medium', title: expect.stringMatching(/^Encrypted/) };
const WHOLE = { confidence: 'certain' };

describe('keys', () => {
  test.each([
    { name: 'RSA in PKCS#1', value: RSA1, want: { ...WHOLE, title: 'RSA private key (1024 bits)' } },
    { name: 'RSA in PKCS#8', value: RSA8, want: { ...WHOLE, title: 'RSA private key (1024 bits)' } },
    { name: 'EC in SEC 1', value: EC1, want: { ...WHOLE, title: 'EC private key' } },
    { name: 'EC in PKCS#8', value: EC8, want: { ...WHOLE, title: 'EC private key' } },
    { name: 'Ed25519', value: ED8, want: { ...WHOLE, title: 'Ed25519 private key' } },
    { name: 'OpenSSH', value: openssh('none'), want: { ...WHOLE, title: 'OpenSSH private key' } },
    { name: 'OpenPGP', value: openpgp(0), want: { ...WHOLE, title: 'OpenPGP private key' } },
    { name: 'PKCS#8 with a passphrase', value: LOCKED8, want: LOCKED },
    { name: 'PKCS#1 with a passphrase', value: LOCKED1, want: LOCKED },
    { name: 'OpenSSH with a passphrase', value: openssh('aes256-ctr'), want: LOCKED },
    { name: 'OpenPGP with a passphrase', value: openpgp(254), want: LOCKED },
    { name: 'escaped line ends', value: RSA1.replaceAll('\n', '\\n'), want: WHOLE },
    { name: 'doubly escaped line ends', value: RSA1.replaceAll('\n', '\\\\r\\\\n'), want: WHOLE },
    { name: 'indented as YAML does', value: RSA1.replaceAll('\n', '\n          '), want: WHOLE },
    { name: 'in a comment', value: RSA1.replaceAll('\n', '\n * '), want: WHOLE },
    { name: 'joined with +', value: RSA1.trim().replaceAll('\n', '" +\n  "'), want: WHOLE },
    { name: 'joined with literal line ends', value: RSA1.trim().replaceAll('\n', "\\n' +\n  '"), want: WHOLE },
    { name: 'joined with a leading dot', value: RSA1.trim().replaceAll('\n', '"\n  . "'), want: WHOLE },
    { name: 'in an array', value: RSA1.trim().replaceAll('\n', "',\n  '"), want: WHOLE },
    { name: 'bare DER in base64', value: RSA1.split('\n').slice(1, -2).join('\n'), want: WHOLE },
    {
      name: 'cut after two lines',
      value: RSA1.split('\n').slice(0, 3).join('\n'),
      want: { severity: 'warn', confidence: 'medium' },
    },
    { name: 'OpenSSH cut', value: openssh('none', 120), want: { severity: 'warn' } },
    {
      name: 'without its last line',
      value: RSA1.split('\n').slice(0, -4).join('\n'),
      want: { confidence: 'high', why: expect.stringContaining('nearly') },
    },
    { name: 'noise in armour', value: armour(label('RSA '), fake('alnum', 640)), want: { confidence: 'medium' } },
    { name: 'a little noise in armour', value: armour(label('RSA '), fake('alnum', 120)), want: { severity: 'warn' } },
    { name: 'a stand-in', value: armour(label(''), 'your private key goes here'), want: { drop: true } },
    { name: 'one letter again and again', value: armour(label(''), 'X'.repeat(640)), want: { drop: true } },
    {
      name: 'a public key in the wrong armour',
      value: armour(label(''), ec.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')),
      want: { severity: 'note' },
    },
  ])('$name', ({ value, want }) => {
    expect(pem(input(value))).toMatchObject(want);
  });

  test.each([
    { encryption: 'none', want: { confidence: 'certain' } },
    { encryption: 'aes256-cbc', want: { severity: 'warn' } },
  ])('PuTTY, encryption $encryption', ({ encryption, want }) => {
    const value = `PuTTY-User-Key-File-2: ssh-rsa\nEncryption: ${encryption}\nComment: me\nPublic-Lines: 1\n${fake('base64', 64)}\nPrivate-Lines: 1\n${fake('base64', 64)}\nPrivate-MAC: ${fake('hex', 40)}`;
    expect(pem(input(value))).toMatchObject(want);
  });
});

test('a key in base64, as kubeconfig holds it', () => {
  expect(base64Pem(input(Buffer.from(RSA1).toString('base64')))).toMatchObject({ confidence: 'certain' });
  expect(base64Pem(input(Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB').toString('base64')))).toEqual({ drop: true });
});

test('a Google service account', () => {
  const value = RSA8.trim().replaceAll('\n', '\\n');
  const text = `{"type": "service_account", "private_key_id": "${fake('hex', 40)}", "private_key": "${value}", "client_email": "a@b.iam.gserviceaccount.com"}`;
  expect(gcpServiceAccount(input(value, text))).toMatchObject({
    confidence: 'certain',
    why: expect.stringContaining('account'),
  });
  const dummy = armour(label(''), fake('alnum', 240)).replaceAll('\n', '\\n');
  expect(gcpServiceAccount(input(dummy))).toMatchObject({ severity: 'warn' });
});
