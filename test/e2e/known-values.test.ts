import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newRepo, type Repo } from '../repo.ts';
import { add, commit } from './cases.ts';

const VALUE = 'Winter/is coming&42 "Brügge"';
const NAME = 'SEASON_PASSWORD';
const LINE = `${NAME}='${VALUE}'\n`;

const b64 = (text: string) => Buffer.from(text).toString('base64');

interface Known {
  readonly name: string;
  readonly want: 0 | 1;
  /** Env files of the developer, untracked. */
  readonly env?: Readonly<Record<string, string | Uint8Array>>;
  readonly staged: Readonly<Record<string, string | Uint8Array>>;
  readonly before?: (repo: Repo) => unknown;
}

const text = (content: string | Uint8Array) => ({ 'src/a.ts': content });

const FORMS: Known[] = [
  ['as it is', VALUE],
  ['in JSON', JSON.stringify({ a: VALUE })],
  ['in JSON as Go writes it', JSON.stringify(VALUE).replace('&', '\\u0026')],
  ['in JSON as PHP writes it', JSON.stringify(VALUE).replace('/', '\\/').replace('ü', '\\u00fc')],
  ['in JSON as Python writes it', JSON.stringify(VALUE).replace('ü', '\\u00fc')],
  ['for a URL', encodeURIComponent(VALUE)],
  [
    'for a URL in small letters',
    encodeURIComponent(VALUE).toLowerCase().replace('winter', 'Winter').replace('br%', 'Br%'),
  ],
  ['for a form', encodeURIComponent(VALUE).replaceAll('%20', '+')],
  ['base64', b64(VALUE)],
  ['base64 without padding', b64(VALUE).replace(/=+$/, '')],
  ['base64 for a URL', Buffer.from(VALUE).toString('base64url')],
  ['base64 inside something, shifted by one', b64(`u${VALUE}v`)],
  ['base64 inside something, shifted by two', b64(`us${VALUE}`)],
  ['base64 as user and password', b64(`user:${VALUE}`)],
  ['Latin-1', Buffer.from(`x ${VALUE} y`, 'latin1')],
  ['UTF-16', Buffer.from(`\ufeffx ${VALUE} y\n`, 'utf16le')],
  ['in the middle of a line', `f("x${VALUE}y")`],
  ['in a binary file', Buffer.concat([Buffer.alloc(300, 2), Buffer.from(VALUE), Buffer.alloc(300, 3)])],
].map(([name, content]) => ({ name: `the value ${name}`, want: 1, staged: text(content as string) }) as Known);

const PLACES: Known[] = [
  ...[
    '.env',
    '.env.local',
    '.env.development',
    '.env.production',
    '.env.test.local',
    '.dev.vars',
    'server/.env',
    'a/b/.env.local',
    'ü/.env',
  ].map((file): Known => ({ name: `from ${file}`, want: 1, env: { [file]: LINE }, staged: text(VALUE) })),
  { name: 'from .env.example', want: 0, env: { '.env.example': LINE }, staged: text(VALUE) },
  {
    name: 'from a deep folder above the staged file',
    want: 1,
    env: { 'a/b/c/d/.env': LINE },
    staged: { 'a/b/c/d/e/f.ts': VALUE },
  },
  {
    name: 'from a package',
    want: 1,
    env: { 'a/b/c/d/.env': LINE },
    staged: text(VALUE),
    before: (repo) => commit(repo, 'a/b/c/d/package.json', '{}'),
  },
  {
    name: 'from a file in UTF-16',
    want: 1,
    env: { '.env': Buffer.from(`\ufeff${LINE}`, 'utf16le') },
    staged: text(VALUE),
  },
  { name: 'from a file in Latin-1', want: 1, env: { '.env': Buffer.from(LINE, 'latin1') }, staged: text(VALUE) },
  {
    name: 'from a file with CRLF',
    want: 1,
    env: { '.env': `A=1\r\n${NAME}=Winter-is-coming-42\r\nB=2\r\n` },
    staged: text('Winter-is-coming-42'),
  },
  {
    name: 'from a file that only the settings name',
    want: 1,
    env: { 'config/my-values.txt': LINE },
    staged: { ...text(VALUE), '.secretguardrc': '{"knownValues":{"files":["config/my-values.txt"]}}' },
  },
  {
    name: 'into the first commit of a file name',
    want: 1,
    env: { '.env': `${NAME}=Winter-is-coming-42\n` },
    staged: { 'x/Winter-is-coming-42.txt': 'x\n' },
  },
  {
    name: 'old in the file',
    want: 0,
    staged: text(`new\n${VALUE}\n`),
    before: (repo) => commit(repo, 'src/a.ts', `${VALUE}\n`),
  },
  {
    name: 'with a marker, which does not count',
    want: 1,
    staged: text(`"${VALUE}" // secretguard:allow known-value -- because\n`),
  },
];

const weak = (name: string, value: string, variable = 'API_SECRET'): Known => ({
  name: `${name}: ${value.length > 30 ? '…' : value}`,
  want: 0,
  env: { '.env': `${variable}=${value}\n` },
  staged: { '.env.example': `X=${value}\n`, 'src/a.ts': `const x = "${value}"; // ${value}\n` },
});

const WEAK: Known[] = [
  ...[
    'true',
    '3000',
    'localhost',
    'admin123',
    'development',
    'postgres',
    'changeme',
    'secret',
    'password',
    'my-secret-key',
    'Password123!',
  ].map((v) => weak('weak', v)),
  ...[
    'your_api_key_here',
    'test-secret',
    'supersecretpassword',
    'disabled',
    'xxxxxxxx',
    '00000000',
    '12345678',
    'abcdefgh',
    'aaaaaaaaaaaa',
  ].map((v) => weak('weak', v)),
  weak('a host', 'db.example.com', 'DB_HOST'),
  weak('a port', '5432', 'DB_PORT'),
  weak('an address', 'http://localhost:3000/api', 'NEXTAUTH_URL'),
  weak('a domain', 'dev-tenant.eu.auth0.com', 'AUTH0_DOMAIN'),
  weak('a path', './certs/private.pem', 'PRIVATE_KEY_PATH'),
  weak('a bucket', 'my-company-app-bucket', 'S3_BUCKET'),
  weak('a duration', '15minutes', 'TOKEN_EXPIRES_IN'),
  weak('a mail address', 'someone@example.com', 'AUTHOR_EMAIL'),
  weak('an image', 'node:20-alpine', 'BASE_IMAGE'),
  weak('a template', 'postgres://app:$' + '{DB_PASS}@db/app', 'DATABASE_URL'),
  weak('public by name', 'pub-4f9a8b7c6d5e4f3a2b1c', 'NEXT_PUBLIC_KEY'),
  weak('a user', 'service-account-app', 'DB_USER'),
];

describe.each([
  ['forms', FORMS],
  ['places', PLACES],
  ['weak values', WEAK],
])('known values, %s', (_, rows) => {
  test.each(rows)('$name → exit $want', ({ want, env = { '.env': LINE }, staged, before }) => {
    const repo = newRepo();
    before?.(repo);
    for (const [path, content] of Object.entries(staged)) add(path, content)(repo);
    for (const [path, content] of Object.entries(env)) repo.write(path, content);
    const done = repo.hook();
    const told = [VALUE, 'is coming&42', 'Winter-is-coming', b64(VALUE)].some((secret) => done.out.includes(secret));
    const silent = want === 1 && !/SEASON_PASSWORD/.test(done.out);
    const sound = done.status === want && !told && !silent;
    expect({ exit: done.status, told, silent, out: sound ? '' : done.out }).toEqual({
      exit: want,
      told: false,
      silent: false,
      out: '',
    });
  });
});

test('an env file that cannot be read is a failure, a folder of that name is not', () => {
  const repo = newRepo();
  add('a.ts', 'x\n')(repo);
  mkdirSync(join(repo.dir, '.env.local'));
  expect(repo.run(['check']).status).toBe(0);
});

test('the message of a commit', () => {
  const repo = newRepo();
  repo.write('.env', LINE);
  repo.write('m', `fix it\n\nnow with ${VALUE}\n`);
  const done = repo.hook('commit-msg', {}, ['m']);
  expect([done.status, done.out.includes(VALUE), /SEASON_PASSWORD/.test(done.out)]).toEqual([1, false, true]);
});
