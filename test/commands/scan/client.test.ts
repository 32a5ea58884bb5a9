import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fake, sample } from '../../../src/rule.ts';
import { newRepo, type Repo, scratch } from '../../repo.ts';

interface Told {
  readonly status: number | null;
  readonly text: string;
  readonly findings: readonly { path: string; rule: string; verdict: string; title: string; why: string }[];
  readonly failures: readonly { message: string; path?: string }[];
  readonly scope: { kind: string; files: number; skipped: { path: string; why: string }[] };
}

function scanClient(repo: Repo, args: readonly string[] = ['dist'], env: NodeJS.ProcessEnv = {}): Told {
  const file = join(scratch(), 'report.json');
  const done = repo.run(['scan', '--client', ...args, '--format', 'json', '--output', file], env);
  if (!existsSync(file)) throw new Error(`no report, exit ${done.status}: ${done.out}`);
  const text = readFileSync(file, 'utf8');
  return { status: done.status, text: text + done.out, ...JSON.parse(text) };
}

/** No provider's form, marks that every escape touches, a quote and a letter beyond ASCII. */
const VALUE = sample('Zq7<', fake('alnum', 9, 3), '&/', fake('alnum', 9, 4), '"\u00e9', fake('alnum', 8, 5), "'=");
const KEY = fake('loweralnum', 36, 7);

/** A project whose .env holds a server variable, and a build with this file in it. */
function built(content: string, path = 'dist/assets/index.js', env = `API_SECRET='${VALUE.replace("'", '')}'\n`): Repo {
  const repo = newRepo();
  repo.write('.env', env);
  repo.write(path, content);
  return repo;
}
const WANTED = VALUE.replace("'", '');
const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;');
const hexEscapes = (text: string) =>
  Array.from(Buffer.from(text, 'latin1'), (b) => `\\x${b.toString(16).padStart(2, '0')}`).join('');
const unicodeEscapes = (text: string) =>
  Array.from(text, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const entities = (text: string) => Array.from(text, (c) => `&#${c.codePointAt(0)};`).join('');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a server value in a build is found, however it is written', () => {
  test.each([
    { how: 'as it is, in a template', text: `const k=\`${WANTED}\`;` },
    { how: 'as a JSON string', text: `{"k":${JSON.stringify(WANTED)}}` },
    { how: 'as JSON in a string (RSC payload)', text: `self.__next_f.push([1,${JSON.stringify(`{"k":${JSON.stringify(WANTED)}}`)}])` },
    { how: 'as JSON in a string in a string', text: JSON.stringify(JSON.stringify(JSON.stringify(WANTED))) },
    { how: 'with \\x escapes', text: `k="${hexEscapes(WANTED)}"` },
    { how: 'with \\u escapes', text: `k="${unicodeEscapes(WANTED)}"` },
    { how: 'with some characters escaped', text: `k="${WANTED.replace('<', '\\u003c').replace('&', '\\x26').replace('"', '\\"')}"` },
    { how: 'with a slash escaped', text: `{"k":"${json(WANTED).replaceAll('/', '\\/')}"}` },
    { how: 'in an HTML attribute', text: `<p data-k="${html(WANTED)}">` },
    { how: 'as numeric entities', text: `<p>${entities(WANTED)}</p>` },
    { how: 'as JSON in an attribute', text: `<div data-props="${html(JSON.stringify({ k: WANTED }))}">` },
    { how: 'in base64', text: `atob("${base64(WANTED)}")` },
    { how: 'in base64, one byte in', text: `atob("${base64(`x${WANTED}yz`)}")` },
    { how: 'in base64, two bytes in', text: `atob("${base64(`xx${WANTED}yz`)}")` },
    { how: 'in base64url', text: `k="${Buffer.from(WANTED).toString('base64url')}"` },
    { how: 'in hexadecimal', text: `k="${Buffer.from(WANTED).toString('hex')}"` },
    { how: 'in capital hexadecimal', text: `k="${Buffer.from(WANTED).toString('hex').toUpperCase()}"` },
    { how: 'for a URL', text: `fetch("/?k=${encodeURIComponent(WANTED)}")` },
    { how: 'in the middle of minified code', text: `${'a=1;'.repeat(5_000)}k=\`${WANTED}\`;${'b=2;'.repeat(5_000)}` },
  ])('$how', ({ text }) => {
    const told = scanClient(built(text));
    expect(told.findings.filter((f) => f.rule === 'client-value').map((f) => [f.path, f.verdict, f.title])).toEqual([
      ['assets/index.js', 'block', 'Value of API_SECRET from .env'],
    ]);
    expect(told.status).toBe(1);
    expect(told.text.includes(WANTED)).toBe(false);
  }); // biome-ignore format: a table

  test.each([
    { how: 'joined from two literals', text: `k="${KEY.slice(0, 11)}"+"${KEY.slice(11)}"` },
    { how: 'joined from an array', text: `k=["${KEY.slice(0, 9)}","${KEY.slice(9, 20)}","${KEY.slice(20)}"].join("")` },
  ])('$how', ({ text }) => {
    const told = scanClient(built(text, 'dist/a.js', `API_SECRET=${KEY}\n`));
    expect(told.findings.map((f) => [f.rule, f.title])).toEqual([['client-value', 'Value of API_SECRET from .env']]);
  });

  test('only in a source map: the source is named', () => {
    const map = {
      version: 3,
      sources: ['../src/a.ts', '../src/db.ts'],
      sourcesContent: ['let a;', `const k = '${KEY}';`],
    };
    const told = scanClient(built(JSON.stringify(map), 'dist/a.js.map', `API_SECRET=${KEY}\n`));
    expect(told.findings.map((f) => f.why)).toEqual([expect.stringContaining('copy of ../src/db.ts')]);
  });
});

describe('what browsers may have passes', () => {
  const JWT = (role: string) =>
    `${[{ alg: 'HS256' }, { iss: 'supabase', ref: 'abcdefghijklmnopqrst', role }]
      .map((p) => Buffer.from(JSON.stringify(p)).toString('base64url'))
      .join('.')}.${fake('base64url', 43)}`;
  test.each([
    { what: 'a public variable', env: `VITE_API=${KEY}` },
    { what: 'the same value under a server name', env: `VITE_API=${KEY}\nAPI=${KEY}` },
    { what: 'a publishable key', env: `STRIPE_PUBLISHABLE_KEY=${sample('pk_', 'live_', KEY)}` },
    { what: 'an anonymous key', env: `SUPABASE_ANON_KEY=${JWT('anon')}` },
    { what: 'an anonymous key under another name', env: `SUPABASE=${JWT('anon')}` },
    { what: 'a value that is not in the build', env: `API_SECRET=${fake('alnum', 30, 99)}` },
  ])('$what', ({ env }) => {
    const [, value = ''] = /=(.*)$/m.exec(env) ?? [];
    const text = env.startsWith('API_SECRET') ? KEY : value;
    const told = scanClient(built(`fetch("/x?"+"${text}")`, 'dist/a.js', `${env}\n`));
    expect([told.status, told.findings.filter((f) => f.verdict === 'block')]).toEqual([0, []]);
  });

  test.each([
    { what: 'a server name behind a public prefix', env: `VITE_STRIPE_SECRET_KEY=${KEY}` },
    { what: 'a secret whose value an innocent public name repeats', env: `VITE_X=${KEY}\nSTRIPE_SECRET_KEY=${KEY}` },
    { what: 'a service role key', env: `SUPABASE_SERVICE_ROLE_KEY=${JWT('service_role')}` },
  ])('but not $what', ({ env }) => {
    const value = env.slice(env.lastIndexOf('=') + 1);
    expect(scanClient(built(`k="${value}"`, 'dist/a.js', `${env}\n`)).status).toBe(1);
  });
});

test('what is too short or common is listed, not dropped', () => {
  const told = scanClient(built('x', 'dist/a.js', 'PORT=3000\nAPI_TOKEN=abc\nDB=encrypted:abcdefgh\nEMPTY=\n'));
  expect(told.scope.skipped.map((s) => `${s.path} ${s.why}`)).toEqual([
    '.env PORT: too short or too common to be told apart',
    '.env API_TOKEN: too short or too common to be told apart',
    '.env DB: encrypted at rest (dotenvx)',
    '.env no value of a server variable to look for: only keys were looked for',
  ]);
});

test('every env file of a monorepo counts, and the environment where an example names a variable', () => {
  const repo = newRepo();
  repo.write('packages/api/.env.production', `DB_PASSWORD=${KEY}\n`);
  repo.write('.env.example', 'MAIL_PASSWORD=\n');
  repo.write('packages/web/dist/a.js', `a="${KEY}",b="${fake('alnum', 24, 9)}"`);
  const told = scanClient(repo, ['packages/web/dist'], { MAIL_PASSWORD: fake('alnum', 24, 9) });
  expect(told.findings.map((f) => f.title)).toEqual([
    'Value of DB_PASSWORD from packages/api/.env.production',
    'Value of MAIL_PASSWORD from the environment',
  ]);
});

describe('only what is delivered is searched', () => {
  test.each([
    { layout: 'Next.js', files: ['.next/BUILD_ID'], delivered: '.next/static/chunks/a.js', kept: '.next/server/chunks/a.js', dir: '.next' },
    { layout: 'Next.js, a page', files: ['.next/BUILD_ID', '.next/static/x.js'], delivered: '.next/server/app/index.rsc', kept: '.next/server/app/page.js', dir: '.next' },
    { layout: 'Nuxt', files: ['.output/nitro.json'], delivered: '.output/public/_nuxt/a.js', kept: '.output/server/a.mjs', dir: '.output' },
    { layout: 'SvelteKit', files: [], delivered: 'out/client/a.js', kept: 'out/server/a.js', dir: 'out' },
    { layout: 'any', files: [], delivered: 'dist/a.js', kept: undefined, dir: 'dist' },
  ])('$layout', ({ files, delivered, kept, dir }) => {
    const repo = newRepo();
    repo.write('.env', `API_SECRET=${KEY}\n`);
    for (const file of files) repo.write(file, 'x');
    if (kept !== undefined) repo.write(kept, `k="${KEY}"`);
    repo.write(delivered, 'clean');
    expect(scanClient(repo, [dir]).status).toBe(0);
    repo.write(delivered, `k="${KEY}"`);
    expect(scanClient(repo, [dir]).findings.map((f) => `${dir}/${f.path}`)).toEqual([delivered]);
  }); // biome-ignore format: a table
});

describe('could not check is exit 2', () => {
  test.each([
    { name: 'an empty folder', args: ['.git/refs/tags'] },
    { name: 'no folder', args: ['nowhere'] },
  ])('$name', ({ args }) => {
    expect(scanClient(built('x'), args).status).toBe(2);
  });
  test('none named', () => {
    expect(built('x').run(['scan', '--client']).status).toBe(2);
  });
});

test('settings that ignore the build folder do not hide it', () => {
  const repo = built(`k="${KEY}"`, 'dist/a.js', `API_SECRET=${KEY}\n`);
  repo.write('.secretguardrc', '{ "ignore": ["dist/**"] }');
  expect(scanClient(repo).status).toBe(1);
});
