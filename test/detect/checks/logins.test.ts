import { describe, expect, test } from '@jest/globals';
import type { CheckOutcome } from '../../../src/detect/check.ts';
import { checks } from '../../../src/detect/checks/all-checks.ts';
import { fake } from '../../../src/rule.ts';

/** In pieces, so that no login stands here as one. */
const AT = ':' + '//';
const GOOD = fake('alnum', 14);

/** Runs a check on the part of `text` between the two marks. */
function run(name: string, text: string): CheckOutcome {
  const start = text.indexOf('«');
  const value = text.slice(start + 1, text.indexOf('»'));
  const plain = text.replace('«', '').replace('»', '');
  const check = checks[name];
  if (!check) throw new Error(`no check ${name}`);
  return check({ value, groups: [plain, value], text: plain, start, path: 'src/a.ts' });
}

const verdictOf = ({ drop, severity }: CheckOutcome) => (drop ? 'drop' : (severity ?? 'block'));

describe('a password in a database URL', () => {
  test.each([
    ['block', `postgres${AT}app:«${GOOD}»@db.acme.io:5432/shop`],
    ['block', `mongodb+srv${AT}app:«tr0ub4dor»@cluster0.ab1cd.mongodb.net/test`],
    ['block', `redis${AT}:«${GOOD}»@cache.acme.io:6379`],
    ['block', `mysql${AT}app:«p%40ssion4te%21»@db.acme.io/shop`],
    ['warn', `postgres${AT}app:«${GOOD}»@localhost:5432/shop`],
    ['warn', `postgres${AT}app:«${GOOD}»@10.1.2.3/shop`],
    ['warn', `postgres${AT}app:«${GOOD}»@db/shop`],
    ['warn', `postgres${AT}app:«${GOOD}»@db.example.com/shop`],
    ['warn', `postgres${AT}app:«secret»@localhost/shop`],
    ['warn', `postgres${AT}app:«P@ssw0rd1»@db.acme.io/shop`],
    ['warn', `postgres${AT}specialuser:«specialuser»@db.acme.io/shop`],
    ['note', `postgres${AT}postgres:«postgres»@localhost:5432/postgres`],
    ['note', `mysql${AT}root:«root»@127.0.0.1/test`],
    ['note', `amqp${AT}guest:«guest»@rabbitmq:5672`],
    ['note', `mongodb${AT}user:«password»@db.example.com/shop`],
    ['note', `postgres${AT}app:«YOUR_PASSWORD»@db.acme.io/shop`],
    ['note', `postgres${AT}app:«xxxx»@db.acme.io/shop`],
    ['drop', `postgres${AT}app:«\${DB_PASSWORD}»@db.acme.io/shop`],
    ['drop', `postgres${AT}app:«$DB_PASSWORD»@db.acme.io/shop`],
    ['drop', `postgres${AT}app:«{{ password }}»@db.acme.io/shop`],
    ['drop', `postgres${AT}app:«%s»@db.acme.io/shop`],
    ['drop', `postgres${AT}app:«<password>»@db.acme.io/shop`],
    ['drop', `postgres${AT}app:«***»@db.acme.io/shop`],
    ['drop', `postgres${AT}app:«#{password}»@db.acme.io/shop`],
  ])('%s: %s', (want, text) => {
    expect(verdictOf(run('connection-url', text))).toBe(want);
  });
});

describe('a password in another URL', () => {
  test.each([
    ['block', `https${AT}deploy:«${GOOD}»@files.acme.io/`],
    ['warn', `https${AT}john:«hunter2x»@files.acme.io/`],
    ['warn', `https${AT}acme:«password»@acme.io`],
    ['note', `https${AT}username:«password»@acme.io`],
    ['note', `https${AT}user:«pass»@example.com`],
    ['note', `https${AT}user:«abc»@api.acme.io`],
    ['note', `https${AT}user:«1111»@service.acme.io`],
    ['drop', `https${AT}user:«x-oauth-basic»@github.com`],
    ['drop', `https${AT}{USER}:«{PASS}»@files.acme.io`],
  ])('%s: %s', (want, text) => {
    expect(verdictOf(run('basic-auth-url', text))).toBe(want);
  });
});

describe('a password in a connection string', () => {
  test.each([
    ['block', `Server=db.acme.io;Database=shop;User Id=app;Password=«${GOOD}»;Encrypt=true`],
    ['block', `Password=«${GOOD}»;Server=tcp:db.acme.io,1433;User Id=app`],
    ['block', `host=db.acme.io port=5432 dbname=shop user=app password=«${GOOD}»`],
    ['block', `jdbc:postgresql${AT}db.acme.io/shop?user=app&password=«${GOOD}»`],
    ['block', `jdbc:sqlserver${AT}db.acme.io:1433;databaseName=shop;user=app;password=«${GOOD}»;`],
    ['warn', 'Data Source=190.190.200.100,1433;Initial Catalog=shop;User ID=me;Password=«myPassword»;'],
    ['warn', `Server=(local);Database=shop;User Id=sa;Password=«${GOOD}»`],
    ['note', 'Server=localhost;Database=shop;User Id=root;Password=«root»'],
    ['drop', 'password=«hunter2x»'],
    ['drop', `Server=db.acme.io;User Id=app;Password=«\${PASSWORD}»`],
    ['drop', 'this.password=«password»; // server side'],
  ])('%s: %s', (want, text) => {
    expect(verdictOf(run('ado-string', text))).toBe(want);
  });
});

describe('a login in a header', () => {
  const basic = (login: string) => `«${Buffer.from(login).toString('base64')}»`;
  test.each([
    ['block', `curl -H "Authorization: Basic ${basic(`deploy:${GOOD}`)}" https${AT}api.acme.io`],
    ['block', `Authorization: Basic ${basic(`${fake('alnum', 32)}:`)}`],
    ['warn', `Authorization: Basic ${basic('alice:wonderland')}`],
    ['warn', `Authorization: Basic ${basic('browser:')}`],
    ['note', `curl http${AT}localhost -H "Authorization: Basic ${basic('admin:admin')}"`],
    ['drop', 'Basic «authentication»'],
    ['drop', `Basic «${fake('alnum', 24)}»`],
  ])('%s: %s', (want, text) => {
    expect(verdictOf(run('basic-header', text))).toBe(want);
  });
});

describe('files with logins', () => {
  test.each([
    ['netrc', 'block', `machine api.acme.io login me password «${GOOD}»`],
    ['netrc', 'note', 'machine localhost login me password «password»'],
    ['pgpass', 'block', 'db.acme.io:5432:shop:app:«tr0ub4dor»'],
    ['npmrc', 'block', `//npm.acme.io/:_authToken=«${fake('alnum', 36)}»`],
    ['npmrc', 'drop', `//npm.acme.io/:_authToken=«\${NPM_TOKEN}»`],
    ['npmrc-base64', 'block', `_auth=«${Buffer.from(`app:${GOOD}`).toString('base64')}»`],
    ['npmrc-base64', 'drop', 'const _auth = «getSomething»'],
    ['npmrc-base64', 'block', `//npm.acme.io/:_password=«${Buffer.from(GOOD).toString('base64')}»`],
    ['curl-user', 'block', `curl -u app:«${GOOD}» https${AT}api.acme.io`],
    ['curl-user', 'drop', `curl -u app:«$PASSWORD» https${AT}api.acme.io`],
    ['curl-user', 'note', `curl -u admin:«admin» http${AT}localhost:8080`],
  ])('%s → %s: %s', (name, want, text) => {
    expect(verdictOf(run(name, text))).toBe(want);
  });
});

describe('a Kubernetes Secret', () => {
  const secret = (name: string, value: string) =>
    `apiVersion: v1\nkind: Secret\ndata:\n  ${name}: «${Buffer.from(value).toString('base64')}»\n`;
  test.each([
    ['block', secret('password', `${GOOD}!x`)],
    ['warn', secret('password', 'hunter')],
    ['note', secret('password', 'changeme')],
    ['drop', secret('username', 'app-user-one')],
    ['drop', secret('tls.crt', '-----BEGIN CERTIFICATE-----\nMIIB')],
    ['drop', secret('password', `${GOOD}!x`).replace('kind: Secret', 'kind: ConfigMap')],
    ['drop', `kind: Secret\n---\n${secret('password', `${GOOD}!x`).replace('kind: Secret', 'kind: ConfigMap')}`],
  ])('%s', (want, text) => {
    expect(verdictOf(run('kubernetes-secret', text))).toBe(want);
  });
});

describe('tokens and wallets', () => {
  const HARDHAT = ['ac0974bec39a17e3', '6ba4a6b4d238ff94', '4bacb478cbed5efc', 'ae784d7bf4f2ff80'].join('');
  const WORDS = 'ladder cradle velvet orbit pumpkin satoshi lizard hockey tunnel mosquito ribbon glacier';
  test.each([
    ['opaque-token', 'block', `Bearer «${fake('alnum', 40)}»`],
    ['opaque-token', 'warn', 'Api-Token: «Sk94HG7f6KB»'],
    ['opaque-token', 'note', 'Bearer «my-test-token-12345678»'],
    ['opaque-token', 'drop', 'Bearer «your-access-token»'],
    ['opaque-token', 'drop', `Bearer «eyJhbGciOiJIUzI1NiJ9.${fake('base64url', 40)}.${fake('base64url', 43)}»`],
    ['evm-key', 'block', `PRIVATE_KEY=«${fake('hex', 64)}»`],
    ['evm-key', 'note', `PRIVATE_KEY=«0x${HARDHAT}»`],
    ['evm-key', 'note', `PRIVATE_KEY=«${'0'.repeat(63)}1»`],
    ['bip39', 'block', `MNEMONIC="«${WORDS}»"`],
    ['bip39', 'note', `MNEMONIC="«${'test '.repeat(11)}junk»"`],
    ['bip39', 'drop', 'mnemonic: «some words that you can use for things here and there too»'],
    ['azure-connection', 'block', `AccountKey=«${fake('base64', 86)}==»`],
    ['azure-connection', 'note', `AccountKey=«Eby8vdM02xNO${fake('base64', 74)}==»`],
  ])('%s → %s: %s', (name, want, text) => {
    expect(verdictOf(run(name, text))).toBe(want);
  });
});
