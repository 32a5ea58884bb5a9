import { describe, expect, test } from '@jest/globals';
import { rules, services } from '../../../config/rules/index.ts';
import { clientSteps } from '../../../src/decide/client-steps.ts';
import { compileCatalogue } from '../../../src/detect/catalogue.ts';
import { detect } from '../../../src/detect/detect.ts';
import { GENERIC_WORDS } from '../../../src/detect/generic/find-generic.ts';
import { fake, sample } from '../../../src/rule.ts';
import { arm, newRepo } from '../../repo.ts';

const catalogue = compileCatalogue(rules, services, GENERIC_WORDS);
const ENV = sample('process', '.env');
const NEXT = sample('NEXT', '_PUBLIC_');
const VITE = sample('VI', 'TE_');

/** Severity, rule and title of what a text exposes. */
function exposed(path: string, text: string): string[] {
  return detect({ path, bytes: Buffer.from(text) }, catalogue)
    .filter((f) => f.rule.startsWith('client-'))
    .map((f) => `${f.severity} ${f.rule}`);
}

describe('a server secret on its way to the browser', () => {
  test.each<{ what: string; path: string; text: string; want: string[] }>([
    { what: 'set in an env file', path: '.env.production', text: `${VITE}DB_PASSWORD=hx72kd93ls\n`, want: ['block client-public-name'] },
    { what: 'declared in an example', path: '.env.example', text: `${NEXT}STRIPE_SECRET_KEY=\n`, want: ['note client-public-name'] },
    { what: 'read in code', path: 'src/pay.ts', text: `new Stripe(${ENV}.${NEXT}STRIPE_SECRET_KEY!)`, want: ['block client-public-name'] },
    { what: 'read by import.meta.env', path: 'src/a.vue', text: `const k = import.meta.env.${VITE}SUPABASE_SERVICE_ROLE_KEY`, want: ['block client-public-name'] },
    { what: 'read by index', path: 'src/a.ts', text: `${ENV}['REACT_APP${'_JWT_SECRET'}']`, want: ['block client-public-name'] },
    { what: 'read from $env/static/public', path: 'src/a.svelte', text: `import { PUBLIC${'_SMTP_PASSWORD'} } from '$env/static/public';`, want: ['block client-public-name'] },
    { what: 'a key of a model provider', path: 'src/a.ts', text: `${ENV}.${NEXT}OPENAI_API_KEY`, want: ['warn client-public-name'] },
    { what: 'in a Dockerfile', path: 'Dockerfile', text: `FROM node\nENV ${VITE}CLIENT_SECRET=hx72kd93lsq\n`, want: ['block client-public-name'] },
    { what: 'in a build argument', path: 'Dockerfile', text: `FROM node\nARG ${VITE}CLIENT_SECRET\n`, want: ['warn client-public-name'] },
    { what: 'in a workflow', path: '.github/workflows/a.yml', text: `env:\n  ${NEXT}CLIENT_SECRET: \${{ secrets.CLIENT_SECRET }}\n`, want: ['block client-public-name'] },
    { what: 'an innocent name in a workflow', path: '.github/workflows/a.yml', text: `env:\n  ${NEXT}BACKEND: \${{ secrets.SUPABASE_SERVICE_ROLE_KEY }}\n`, want: ['block client-public-reference'] },
    { what: 'an innocent name in an env file', path: '.env.production', text: `${VITE}X=$STRIPE_SECRET_KEY\n`, want: ['block client-public-reference'] },
    { what: 'in a compose file', path: 'docker-compose.yml', text: `services:\n  web:\n    environment:\n      - ${VITE}DB_PASSWORD=\${DB_PASSWORD}\n`, want: ['block client-public-name'] },
    { what: 'a schema that asks for it', path: 'src/env.ts', text: `client: { ${NEXT}CLIENT_SECRET: z.string() },`, want: ['warn client-public-name'] },
    { what: 'in vercel.json', path: 'vercel.json', text: `{"build":{"env":{"${NEXT}API_SECRET":"hx72kd93lsq9"}}}`, want: ['block client-public-name'] },
    { what: 'in netlify.toml', path: 'netlify.toml', text: `[build.environment]\n  GATSBY${'_ADMIN_PASSWORD'} = "hx72kd93lsq9"\n`, want: ['block client-public-name'] },
    { what: 'in a test', path: 'src/pay.test.ts', text: `${ENV}.${NEXT}STRIPE_SECRET_KEY`, want: ['note client-public-name'] },
    { what: 'the whole environment by define', path: 'vite.config.ts', text: `export default { define: { '${ENV}': ${ENV} } }`, want: ['block client-define-all'] },
    { what: 'the whole environment, spread', path: 'vite.config.ts', text: `define: { "${ENV}": { ...${ENV}, A: 1 } }`, want: ['block client-define-all'] },
    { what: 'the whole environment, loaded', path: 'vite.config.js', text: `const env = loadEnv(mode, cwd(), '');\nreturn { define: { '${ENV}': env } }`, want: ['block client-define-all'] },
    { what: 'the whole environment in code that builds', path: 'scripts/bundle.mjs', text: `build({ define: { '${ENV}': JSON.stringify(${ENV}) } })`, want: ['warn client-define-all'] },
    { what: 'one secret by define', path: 'webpack.config.js', text: `new DefinePlugin({ '${ENV}.JWT_SECRET': JSON.stringify(x) })`, want: ['block client-define-name'] },
    { what: 'one secret under another name', path: 'vite.config.ts', text: `define: { __K__: JSON.stringify(${ENV}.STRIPE_SECRET_KEY) }`, want: ['block client-define-value'] },
    { what: 'EnvironmentPlugin with all', path: 'webpack.config.js', text: `new webpack.EnvironmentPlugin(${ENV})`, want: ['block client-define-plugin'] },
    { what: 'EnvironmentPlugin with a secret', path: 'webpack.config.js', text: "new webpack.EnvironmentPlugin(['NODE_ENV', 'DB_PASSWORD'])", want: ['block client-config-block'] },
    { what: 'env of next.config', path: 'next.config.mjs', text: `export default { env: { key: ${ENV}.STRIPE_SECRET_KEY } }`, want: ['block client-config-block'] },
    { what: 'env of next.config with all', path: 'apps/web/next.config.js', text: `module.exports = {\n  env: {\n    ...${ENV},\n  },\n}`, want: ['block client-config-block'] },
    { what: 'publicRuntimeConfig', path: 'next.config.js', text: `publicRuntimeConfig: { s: ${ENV}.SMTP_PASSWORD }`, want: ['block client-config-block'] },
    { what: 'runtimeConfig.public of Nuxt', path: 'nuxt.config.ts', text: `runtimeConfig: {\n  secret: '',\n  public: { k: ${ENV}.API_SECRET },\n}`, want: ['block client-config-block'] },
    { what: 'an empty envPrefix', path: 'vite.config.ts', text: "envPrefix: ''", want: ['warn client-env-prefix'] },
    { what: 'a client component', path: 'app/form.tsx', text: `'use client';\nimport a from 'b';\nconst k = ${ENV}.STRIPE_SECRET_KEY;`, want: ['warn client-use-client'] },
    { what: 'a client component, far down', path: 'app/form.tsx', text: `"use client"\n${'// words\n'.repeat(3_000)}createClient(u, ${ENV}.SUPABASE_SERVICE_ROLE_KEY)`, want: ['warn client-use-client'] },
  ])('$what', ({ path, text, want }) => {
    expect(exposed(path, text)).toEqual(want);
  }); // biome-ignore format: a table
});

describe('what is none', () => {
  test.each<{ what: string; path: string; text: string }>([
    ...['STRIPE_PUBLISHABLE_KEY', 'SUPABASE_ANON_KEY', 'RECAPTCHA_SITE_KEY', 'VAPID_PUBLIC_KEY', 'GOOGLE_CLIENT_ID', 'GOOGLE_MAPS_KEY', 'MAPBOX_TOKEN', 'FIREBASE_API_KEY', 'API_URL', 'SENTRY_DSN', 'POSTHOG_KEY', 'PASSWORD_MIN_LENGTH', 'SECRET_SANTA_ENABLED', 'DEMO_PASSWORD', 'TOKEN_ADDRESS', 'FIREBASE_DATABASE_URL', 'PRIVATE_BETA'].map((name) => ({ what: name, path: 'src/a.ts', text: `${ENV}.${NEXT}${name}` })),
    { what: 'a name in prose', path: 'docs/a.md', text: `Never write ${VITE}STRIPE_SECRET_KEY.` },
    { what: 'a comparison', path: 'src/a.ts', text: `if (name === '${VITE}STRIPE_SECRET_KEY') warn()` },
    { what: 'a constant of another language', path: 'a.h', text: '#define PUBLIC_KEY_SECRET 3' },
    { what: 'defines without secrets', path: 'vite.config.ts', text: `define: { '${ENV}.NODE_ENV': '"production"', '${ENV}': {} }` },
    { what: 'what loadEnv gives by prefix', path: 'vite.config.ts', text: `const env = loadEnv(mode, cwd());\nreturn { define: { '${ENV}': env } }` },
    { what: 'env of a child process', path: 'scripts/a.mjs', text: `spawn('x', { env: { ...${ENV}, K: ${ENV}.STRIPE_SECRET_KEY } })` },
    { what: 'a server component', path: 'app/page.tsx', text: `const k = ${ENV}.STRIPE_SECRET_KEY;` },
    { what: 'the private half of runtimeConfig', path: 'nuxt.config.ts', text: `runtimeConfig: { k: ${ENV}.API_SECRET, public: { u: ${ENV}.API_URL } }` },
    { what: 'a public variable given a public value', path: '.env', text: `${VITE}MAPS=$GOOGLE_MAPS_KEY\n` },
  ])('$what', ({ path, text }) => {
    expect(exposed(path, text)).toEqual([]);
  }); // biome-ignore format: a table
});

test('a key under a public name: the finding says who gets it', () => {
  const text = `${VITE}PAY=${sample('sk_', 'live_', fake('alnum', 24))}\n`;
  const [finding] = detect({ path: '.env.production', bytes: Buffer.from(text) }, catalogue);
  expect(finding?.why).toContain(`bundlers hand ${VITE}PAY to every browser`);
});

test.each([
  { rule: 'client-public-name', title: `x: ${VITE}DB_PASSWORD`, says: 'name it DB_PASSWORD' },
  { rule: 'client-use-client', title: 'x: DB_PASSWORD', says: 'server-only' },
  { rule: 'client-value', title: 'Value of DB_PASSWORD from .env', says: 'imports it into client code' },
  { rule: 'client-define-all', title: 'The whole environment in the bundle', says: 'name each variable' },
])('$rule says the right way', ({ rule, title, says }) => {
  const steps = clientSteps({ rule, title }).join('\n');
  expect(steps).toContain(says);
  expect(steps).toContain('a route of yours');
});

test('a commit that reads one is blocked by the real hook, and passes once it is renamed', () => {
  const repo = newRepo();
  arm(repo);
  repo.write('src/pay.ts', `export const key = ${ENV}.${NEXT}STRIPE_SECRET_KEY;\n`);
  repo.git('add', '-A');
  const refused = repo.tryGit(['commit', '-m', 'pay']);
  expect([refused.status, refused.out]).toEqual([1, expect.stringContaining('name it STRIPE_SECRET_KEY')]);
  repo.write('src/pay.ts', `export const key = ${ENV}.STRIPE_SECRET_KEY;\n`);
  repo.git('add', '-A');
  expect(repo.tryGit(['commit', '-m', 'pay'])).toMatchObject({ status: 0 });
});
