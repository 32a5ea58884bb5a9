import { defineRules, sample } from '../../src/rule.ts';

// Names, not values: a server's secret on its way into code for browsers. Group 1 is the name, or the setting that lets it through.
const ENV = sample('process', '.', 'env');

export const clientExposure = defineRules(
  {
    provider: 'Client exposure',
    revoke: 'Replace the key where it is issued if a build with it was ever deployed or shared.',
    source: 'https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser',
  },
  [
    {
      id: 'client-public-name',
      title: 'Server secret under a public name',
      pattern:
        /(?<![A-Za-z0-9_])((?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|PUBLIC|GATSBY|VUE_APP|STORYBOOK)_[A-Z][A-Z0-9_]{5,80})(?![A-Za-z0-9_])/g,
      keywords: ['public_', 'vite_', 'react_app_', 'gatsby_', 'vue_app_', 'storybook_'],
      check: 'client-name',
      examples: {
        match: [
          sample('const stripe = new Stripe(', ENV, '.NEXT_', 'PUBLIC_STRIPE_SECRET_KEY)'),
          sample('VI', 'TE_DATABASE_PASSWORD='),
          sample('createClient(url, import.meta', '.env.VI', 'TE_SUPABASE_SERVICE_ROLE_KEY)'),
          sample('import { PUBLIC', "_API_SECRET } from '$env/static/public'"),
        ],
        miss: [
          sample(ENV, '.NEXT_', 'PUBLIC_STRIPE_PUBLISHABLE_KEY'),
          sample('NEXT_', 'PUBLIC_SUPABASE_ANON_KEY='),
          sample('import.meta', '.env.VI', 'TE_GOOGLE_MAPS_KEY'),
          sample('never call it VI', 'TE_STRIPE_SECRET_KEY, since a browser would see it'),
          sample('import.meta', '.env.VI', 'TE_PASSWORD_MIN_LENGTH'),
        ],
      },
    },
    {
      id: 'client-public-reference',
      title: 'Server secret handed to a public variable',
      pattern:
        /(?<![A-Za-z0-9_])(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|PUBLIC|GATSBY|VUE_APP|STORYBOOK)_[A-Z0-9_]{1,80}["'`]?[ \t]{0,4}[:=][ \t]{0,4}["'`]?(?:\$\{\{[ \t]{0,2}(?:secrets|env|vars)\.|\$\{?|process\.env\.)([A-Z][A-Z0-9_]{4,80})/g,
      keywords: ['public_', 'vite_', 'react_app_', 'gatsby_', 'vue_app_', 'storybook_'],
      check: 'client-reference',
      examples: {
        match: [
          sample('NEXT_', 'PUBLIC_BACKEND: $', '{{ secrets.SUPABASE_SERVICE_ROLE_KEY }}'),
          sample('VI', 'TE_API=$', '{STRIPE_SECRET_KEY}'),
          sample('ENV REACT_', 'APP_DB=$POSTGRES_PASSWORD'),
        ],
        miss: [
          sample('VI', 'TE_API=$', '{API_URL}'),
          sample('NEXT_', 'PUBLIC_MAPS: $', '{{ secrets.GOOGLE_MAPS_KEY }}'),
          sample('VI', 'TE_A=$VI', 'TE_B'),
        ],
      },
    },
    {
      id: 'client-define-all',
      title: 'The whole environment in the bundle',
      pattern:
        /["'`]process\.env["'`]\s{0,4}:\s{0,4}(process\.env(?![\w.[])|\{\s{0,20}\.\.\.\s{0,4}(?:process\.)?env(?![\w.[])|JSON\.stringify\(\s{0,20}(?:process\.env|env)\s{0,20}\)|env(?=\s{0,20}[,}]))/g,
      keywords: [sample('"', ENV, '"'), sample("'", ENV, "'"), sample('`', ENV, '`')],
      reach: { before: 1500, after: 640 },
      check: 'client-define',
      source: 'https://vite.dev/config/shared-options#define',
      examples: {
        match: [
          sample("export default { define: { '", ENV, "': ", ENV, ' } }'),
          sample('new DefinePlugin({ "', ENV, '": JSON.stringify(', ENV, ') })'),
          sample("const env = loadEnv(mode, root, '');\nreturn { define: { '", ENV, "': env } }"),
        ],
        miss: [
          sample("define: { '", ENV, "': {} }"),
          sample("define: { '", ENV, "': { NODE_ENV: '\"production\"' } }"),
          sample("const env = loadEnv(mode, root);\nreturn { define: { '", ENV, "': env } }"),
        ],
      },
    },
    {
      id: 'client-define-plugin',
      title: 'The whole environment in the bundle',
      pattern:
        /\bEnvironmentPlugin\(\s{0,20}(process\.env(?![\w.[])|\{\s{0,20}\.\.\.process\.env(?![\w.[])|Object\.keys\(\s{0,4}process\.env\s{0,4}\))/g,
      keywords: ['environmentplugin('],
      check: 'client-define',
      source: 'https://webpack.js.org/plugins/environment-plugin',
      examples: {
        match: [
          sample('new webpack.Environment', 'Plugin(', ENV, ')'),
          sample('new Environment', 'Plugin({ ...', ENV, ' })'),
        ],
        miss: [
          sample('new Environment', "Plugin(['NODE_ENV'])"),
          sample('new Environment', 'Plugin({ A: ', ENV, '.API_URL })'),
        ],
      },
    },
    {
      id: 'client-define-name',
      title: 'Server secret in the bundle',
      pattern: /["'`](process\.env\.[A-Z][A-Z0-9_]{3,80})["'`]\s{0,4}:/g,
      keywords: [sample('"', ENV, '.'), sample("'", ENV, '.'), sample('`', ENV, '.')],
      reach: { before: 1000, after: 640 },
      check: 'client-define',
      source: 'https://vite.dev/config/shared-options#define',
      examples: {
        match: [
          sample("define: { '", ENV, ".STRIPE_SECRET_KEY': x }"),
          sample('new DefinePlugin({ "', ENV, '.DB_PASSWORD": JSON.stringify(p) })'),
        ],
        miss: [
          sample("define: { '", ENV, ".NODE_ENV': x }"),
          sample("const names = { '", ENV, ".STRIPE_SECRET_KEY': 'text' }"),
        ],
      },
    },
    {
      id: 'client-define-value',
      title: 'Server secret in the bundle',
      pattern:
        /\bJSON\.stringify\(\s{0,20}((?:process\.env|\benv)(?:\.[A-Z][A-Z0-9_]{3,80}|\[["'`][A-Z][A-Z0-9_]{3,80}["'`]\])?)\s{0,4}(?:\|\||\?\?|\))/g,
      keywords: [sample('stringify(', ENV), 'stringify(env'],
      reach: { before: 1500, after: 640 },
      check: 'client-define',
      source: 'https://webpack.js.org/plugins/define-plugin',
      examples: {
        match: [
          sample('define: { __KEY__: JSON.stringify(', ENV, '.STRIPE_SECRET_KEY) }'),
          sample('new DefinePlugin({ ENV: JSON.stringify(', ENV, ') })'),
        ],
        miss: [
          sample('log(JSON.stringify(', ENV, '))'),
          sample('define: { __V__: JSON.stringify(', ENV, '.npm_package_version) }'),
          'define: { __URL__: JSON.stringify(env.API_URL) }',
        ],
      },
    },
    {
      id: 'client-config-block',
      title: 'Server secret in what browsers get',
      pattern:
        /(?:(?<![\w.])env|\bpublic|\bpublicRuntimeConfig|\bEnvironmentPlugin)["']?\s{0,4}[:=(]\s{0,4}([[{][^{}[\]]{4,2000})/g,
      keywords: ['publicruntimeconfig', 'runtimeconfig', 'env: {', 'env:{', 'environmentplugin('],
      reach: { before: 160, after: 3000 },
      check: 'client-block',
      source: 'https://nextjs.org/docs/pages/api-reference/config/next-config-js/env',
      examples: {
        match: [
          sample('publicRuntime', 'Config: { key: ', ENV, '.STRIPE_SECRET_KEY }'),
          sample('new Environment', "Plugin(['NODE_ENV', 'STRIPE_SECRET_KEY'])"),
        ],
        miss: [
          sample('publicRuntime', 'Config: { base: ', ENV, '.API_URL }'),
          sample('spawn(cmd, { env: { KEY: ', ENV, '.STRIPE_SECRET_KEY } })'),
          sample('new Environment', "Plugin(['NODE_ENV', 'API_URL'])"),
        ],
      },
    },
    {
      id: 'client-env-prefix',
      title: 'Every variable is a public one',
      pattern: /\benvPrefix["']?\s{0,4}:\s{0,4}(?:\[(?:\s{0,4}["'`]\w{1,40}["'`]\s{0,4},){0,8}\s{0,4})?(""|''|``)/g,
      keywords: ['envprefix'],
      severity: 'warn', // Vite refuses to start with it, other tools do not
      check: 'client-prefix',
      source: 'https://vite.dev/config/shared-options#envprefix',
      examples: {
        match: ["envPrefix: ''", sample('envPrefix: ["VI', 'TE_", ""]')],
        miss: ["envPrefix: 'APP_'", sample('envPrefix: ["VI', 'TE_", "APP_"]')],
      },
    },
    {
      id: 'client-use-client',
      title: 'Server secret read in a client component',
      pattern: /\bprocess\.env(?:\.|\[["'`])([A-Z][A-Z0-9_]{3,80})(?![A-Za-z0-9_])/g,
      keywords: ['use client'],
      reach: { before: 1000, after: 60_000 },
      check: 'use-client',
      severity: 'warn',
      source: 'https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser',
      examples: {
        match: [
          sample("'use client';\nconst stripe = new Stripe(", ENV, '.STRIPE_SECRET_KEY);'),
          sample('// a form\n"use client"\nconst a = createClient(u, ', ENV, '.SUPABASE_SERVICE_ROLE_KEY)'),
        ],
        miss: [
          sample("'use client';\nconst url = ", ENV, '.NEXT_', 'PUBLIC', '_API_URL;'),
          sample("'use client';\nconst url = ", ENV, '.API_URL;'),
          sample('const a = "use client"; ', ENV, '.STRIPE_SECRET_KEY'),
        ],
      },
    },
  ],
);
