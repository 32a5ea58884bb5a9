import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type EnvRole, envRole } from '../../../src/decide/environments.ts';
import { fake, sample } from '../../../src/rule.ts';
import { newRepo, scratch } from '../../repo.ts';

const A = fake('alnum', 40, 1);
const B = fake('alnum', 40, 2);
const TEST_KEY = sample('sk_', 'test_', fake('alnum', 24, 3));
const LIVE_KEY = sample('sk_', 'live_', fake('alnum', 24, 4));

function scanEnv(files: Readonly<Record<string, string>>) {
  const repo = newRepo();
  for (const [path, text] of Object.entries(files)) repo.write(path, text);
  const file = join(scratch(), 'report.json');
  const done = repo.run(['scan', '--env', '--format', 'json', '--output', file]);
  if (!existsSync(file)) throw new Error(`no report, exit ${done.status}: ${done.out}`);
  const text = readFileSync(file, 'utf8');
  const report: {
    violations: { kind: string; verdict: string; path: string; detail: string }[];
    scope: { skipped: { path: string; why: string }[] };
  } = JSON.parse(text);
  return {
    status: done.status,
    text,
    said: report.violations.map((v) => `${v.verdict} ${v.path}: ${v.detail}`),
    skipped: report.scope.skipped.map((s) => `${s.path}: ${s.why}`),
  };
}

describe('what is told, by file and variable', () => {
  test.each<{ name: string; files: Record<string, string>; want: string[]; status: number }>([
    {
      name: 'two environments with values of their own',
      files: { '.env': `API_TOKEN=${A}\n`, '.env.production': `API_TOKEN=${B}\n`, '.env.example': 'API_TOKEN=\n' },
      want: [],
      status: 0,
    },
    {
      name: 'one value in development and production',
      files: { '.env': `API_TOKEN=${A}\n`, '.env.production': `API_TOKEN=${A}\n` },
      want: ['block .env.production: API_TOKEN has the same value in production as API_TOKEN in development (.env)'],
      status: 1,
    },
    {
      name: 'under other names, in other packages',
      files: { 'apps/a/.env.local': `KEY_TOKEN=${A}\n`, 'apps/b/.env.production.local': `OTHER_TOKEN="${A}"\n` },
      want: [
        'block apps/b/.env.production.local: OTHER_TOKEN has the same value in production as KEY_TOKEN in development (apps/a/.env.local)',
      ],
      status: 1,
    },
    {
      name: 'test and staging: a warning',
      files: { '.env.test': `API_TOKEN=${A}\n`, '.env.staging': `API_TOKEN=${A}\n` },
      want: ['warn .env.staging: API_TOKEN has the same value in staging as API_TOKEN in test (.env.test)'],
      status: 0,
    },
    {
      name: '.dev.vars and its production',
      files: { '.dev.vars': `API_TOKEN=${A}\n`, '.dev.vars.production': `API_TOKEN=${A}\n` },
      want: ['block .dev.vars.production: API_TOKEN has the same value in production as API_TOKEN in development (.dev.vars)'],
      status: 1,
    },
    {
      name: 'what is no secret may be shared',
      files: { '.env': 'PORT=3000\nREGION=eu-central-1\nNEXT_PUBLIC_ID=abcdef123456\n', '.env.production': 'PORT=3000\nREGION=eu-central-1\nNEXT_PUBLIC_ID=abcdef123456\n' },
      want: [],
      status: 0,
    },
    {
      name: 'a test key in production',
      files: { '.env.production': `STRIPE_KEY=${TEST_KEY}\n` },
      want: ['warn .env.production: STRIPE_KEY is a test key, in production'],
      status: 0,
    },
    {
      name: 'a live key in development',
      files: { '.env': `STRIPE_KEY=${LIVE_KEY}\n` },
      want: ['block .env: STRIPE_KEY is a live key, in development'],
      status: 1,
    },
    {
      name: 'each key where it belongs',
      files: { '.env': `STRIPE_KEY=${TEST_KEY}\n`, '.env.production': `STRIPE_KEY=${LIVE_KEY}\n` },
      want: [],
      status: 0,
    },
    {
      name: 'the value of the example',
      files: { '.env.example': `SESSION_SECRET=${A}\n`, 'app/.env.production': `SESSION_SECRET=${A}\n` },
      want: ['block app/.env.production: SESSION_SECRET has the value that .env.example shows to everybody'],
      status: 1,
    },
    {
      name: 'weak in production',
      files: { '.env.production': 'DB_PASSWORD=Dragon123!\nADMIN_PASSWORD=hx7\nJWT_SECRET=k8Hq2mZx91Lp\n' },
      want: [
        'block .env.production: ADMIN_PASSWORD is weak: 3 characters only',
        'block .env.production: DB_PASSWORD is weak: one of the most common passwords',
        'block .env.production: JWT_SECRET is weak: it signs tokens or sessions with 12 characters; less than 32 can be tried out',
      ],
      status: 1,
    },
    {
      name: 'weak inside a URL; in development no more than a note',
      files: { '.env': 'DATABASE_URL=postgres://app:letmein@localhost/app\n' },
      want: ['note .env: DATABASE_URL is weak: one of the most common passwords'],
      status: 0,
    },
    {
      name: 'one value under two names',
      files: { '.env': `MAIL_TOKEN=${A}\nCHAT_TOKEN=${A}\n` },
      want: ['warn .env: CHAT_TOKEN and MAIL_TOKEN have the same value'],
      status: 0,
    },
    {
      name: 'a server secret behind a public prefix',
      files: { '.env.local': `VITE_STRIPE_SECRET_KEY=${A}\n` },
      want: ["block .env.local: VITE_STRIPE_SECRET_KEY is named like a server's secret, and its prefix hands it to every browser"],
      status: 1,
    },
    { name: 'no env file at all', files: {}, want: [], status: 0 },
  ])('$name', ({ files, want, status }) => {
    const told = scanEnv(files);
    expect([told.said, told.status]).toEqual([want, status]);
    for (const value of [A, B, TEST_KEY, LIVE_KEY, 'Dragon123', 'letmein', 'k8Hq2mZx91Lp']) expect(told.text.includes(value)).toBe(false);
  }); // biome-ignore format: a table
});

test('encrypted values and files of no known environment are listed', () => {
  const told = scanEnv({ '.env.production': 'A_TOKEN=encrypted:BD3x\n', '.env.acme': `A_TOKEN=${A}\n`, '.env': `A_TOKEN=${A}\n` });
  expect([told.said, told.skipped]).toEqual([
    [],
    ['.env.acme: of no environment that its name tells: not compared', '.env.production: A_TOKEN: encrypted at rest, so not compared'],
  ]);
}); // biome-ignore format: lists

test.each<[string, EnvRole | undefined]>([
  ['.env', 'development'],
  ['.env.local', 'development'],
  ['.env.development', 'development'],
  ['.env.dev.local', 'development'],
  ['.dev.vars', 'development'],
  ['.dev.vars.staging', 'staging'],
  ['a/b/.env.production', 'production'],
  ['.env.prod', 'production'],
  ['.env.production.local', 'production'],
  ['prod.env', 'production'],
  ['.env.preview', 'staging'],
  ['.env.staging-eu', 'staging'],
  ['.env.test', 'test'],
  ['.env.ci', 'test'],
  ['.env.example', 'example'],
  ['.env.production.example', 'example'],
  ['.env.acme', 'unknown'],
  ['.env.vault', undefined],
  ['.env.keys', undefined],
  ['.env.production.encrypted', undefined],
  ['environment.ts', undefined],
  ['.envrc', undefined],
])('%s is %s', (path, want) => {
  expect(envRole(path)).toBe(want);
});
