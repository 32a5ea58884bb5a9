// Real projects of the frameworks' own packages, with keys planted in twenty positions each.
import { clientModule, publicKey, SETTINGS, serverKeys, serverModule } from './plant.mjs';

/** A page of the server that shows a digest of what each position gives. */
const digest = (from) => `import { createHash } from 'node:crypto';
import { all } from '${from}';

export const digests = () => all.map((text) => createHash('sha256').update(text).digest('hex').slice(0, 12)).join(' ');
`;

const IGNORE = 'node_modules\ndist\nbuild\n.next\n.nuxt\n.output\n.svelte-kit\n*.tsbuildinfo\nnext-env.d.ts\n';
const STRICT = {
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noPropertyAccessFromIndexSignature: false,
    noUnusedLocals: true,
    skipLibCheck: true,
    types: ['node'],
    outDir: 'dist',
    rootDir: 'src',
  },
  include: ['src'],
};
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const NODE_TYPES = { '@types/node': '^20', typescript: '^5' };

const expressServer = (port) => `import express from 'express';
import { digests } from './digests.js';

const app = express();
app.get('/', (_request, response) => {
  response.type('html').send(\`<!doctype html><p id="shown">\${digests()}</p>\`);
});
app.listen(Number(process.env['PORT'] ?? ${port}), '127.0.0.1');
`;

/** Express in strict TypeScript; with `schema` the project has a zod schema of its own. */
export function express(schema) {
  const keys = serverKeys();
  return {
    keys,
    files: {
      '.gitignore': IGNORE,
      'package.json': json({
        name: 'shop',
        private: true,
        type: 'module',
        dependencies: { express: '^5', ...(schema ? { zod: '^4' } : {}) },
        devDependencies: { ...NODE_TYPES, '@types/express': '^5' },
      }),
      'tsconfig.json': json(STRICT),
      'src/keys.ts': serverModule(keys),
      'src/digests.ts': digest('./keys.js'),
      'src/main.ts': expressServer(4101),
      ...(schema
        ? {
            'src/env.ts':
              "import * as z from 'zod';\n\nexport const env = z\n  .object({\n    PORT: z.string().optional(),\n  })\n  .parse(process.env);\n",
          }
        : {}),
    },
    build: 'npx tsc -p .',
    serve: (port, hasEnv) => [`node ${hasEnv ? '--env-file=.env ' : ''}dist/main.js`, { PORT: String(port) }],
    changes: ['src/keys.ts', '.gitignore', ...(schema ? ['src/env.ts'] : [])],
    bundle: 'dist',
    refused: 0,
  };
}

/** npm workspaces: the keys lie in a package that the server imports. */
export function monorepo() {
  const keys = serverKeys();
  const tsconfig = (more = {}) =>
    json({ ...STRICT, compilerOptions: { ...STRICT.compilerOptions, declaration: true, ...more } });
  return {
    keys,
    files: {
      '.gitignore': IGNORE,
      'package.json': json({
        name: 'all',
        private: true,
        workspaces: ['packages/*'],
        devDependencies: { ...NODE_TYPES, '@types/express': '^5' },
      }),
      'packages/keys/package.json': json({
        name: '@shop/keys',
        version: '1.0.0',
        type: 'module',
        main: 'dist/keys.js',
        types: 'dist/keys.d.ts',
      }),
      'packages/keys/tsconfig.json': tsconfig(),
      'packages/keys/src/keys.ts': serverModule(keys),
      'packages/server/package.json': json({
        name: '@shop/server',
        private: true,
        type: 'module',
        dependencies: { express: '^5', '@shop/keys': '1.0.0' },
      }),
      'packages/server/tsconfig.json': tsconfig(),
      'packages/server/src/digests.ts': digest('@shop/keys'),
      'packages/server/src/main.ts': expressServer(4102),
    },
    build: 'npx tsc -p packages/keys && npx tsc -p packages/server',
    serve: (port, hasEnv) => [
      `node ${hasEnv ? '--env-file=.env ' : ''}packages/server/dist/main.js`,
      { PORT: String(port) },
    ],
    changes: ['packages/keys/src/keys.ts', '.gitignore'],
    bundle: 'packages/server/dist',
    refused: 0,
  };
}

const fetched = (name) => `fetch('/api').then((response) => response.text()).then(${name})`;

const SHOW = {
  react: `import { useEffect, useState } from 'react'
import { shown } from './shown'

export default function App() {
  const [answer, setAnswer] = useState('loading')
  useEffect(() => {
    void ${fetched('setAnswer')}
  }, [])
  return (
    <p id="shown" data-key="PUBLIC">
      {shown} PUBLIC {answer}
    </p>
  )
}
`,
  vue: `<script setup lang="ts">
import { ref } from 'vue'
import { shown } from './shown'

const key = 'PUBLIC'
const answer = ref('loading')
void ${fetched('(text) => (answer.value = text)')}
</script>

<template>
  <p id="shown" :data-key="key">{{ shown }} {{ key }} {{ answer }}</p>
</template>
`,
  svelte: `<script lang="ts">
  import { shown } from './shown'

  const key = 'PUBLIC'
  let answer = $state('loading')
  void ${fetched('(text) => (answer = text)')}
</script>

<p id="shown" data-key={key}>{shown} {key} {answer}</p>
`,
};

/** A template of create-vite, with a small server of its own that holds the keys, and public ones in the page. */
export function vite(kind) {
  const keys = serverKeys();
  const open = publicKey();
  const leaked = serverKeys()[0];
  const app = { react: 'src/App.tsx', vue: 'src/App.vue', svelte: 'src/App.svelte' }[kind];
  const plugin = { react: 'react', vue: 'vue', svelte: 'svelte' }[kind];
  const from = { react: '@vitejs/plugin-react', vue: '@vitejs/plugin-vue', svelte: '@sveltejs/vite-plugin-svelte' }[
    kind
  ];
  const call = kind === 'svelte' ? `import { svelte } from '${from}'` : `import ${plugin} from '${from}'`;
  return {
    keys: [...keys, leaked],
    starter: ['create-vite', `template-${kind}-ts`],
    files: {
      '.secretguardrc': SETTINGS,
      '.gitignore': `${IGNORE}*.local\n`,
      [app]: SHOW[kind].replaceAll('PUBLIC', open),
      'src/shown.ts': clientModule(open),
      'src/client.ts': `export const call = () => fetch('/x', { headers: { authorization: 'Bearer ${leaked}' } });\n`,
      'src/leak.ts': `export { call } from './client';\n`,
      [kind === 'svelte' ? 'src/main.ts' : kind === 'vue' ? 'src/main.ts' : 'src/main.tsx']: (text) =>
        `${text}\nexport * from './leak${kind === 'react' ? '.ts' : ''}';\n`,
      'server/keys.mjs': serverModule(keys.slice(0, 20), true),
      'server/digests.mjs': digest('./keys.mjs'),
      'server/main.mjs': SERVER,
      'vite.config.ts': `${call}
import { defineConfig } from 'vite'

// https://vite.dev/config/
export default defineConfig({
  plugins: [${plugin}()],
  server: { proxy: { '/api': { target: 'http://127.0.0.1:4100', headers: { authorization: 'Bearer ${keys[1]}' } } } },
})
`,
    },
    build: { react: 'npm run build', vue: 'npm run build', svelte: 'npm run check && npm run build' }[kind],
    serve: (port, hasEnv) => [`node ${hasEnv ? '--env-file=.env.local ' : ''}server/main.mjs`, { PORT: String(port) }],
    changes: [app, 'src/shown.ts', 'server/keys.mjs', 'vite.config.ts', '.gitignore'],
    bundle: 'dist',
    mayHold: [leaked],
    gone: [app, 'src/shown.ts'].map((path) => [path, open]),
    refused: 1,
    why: /this code reaches the browser \(src\/leak\.ts imports it\).*VITE_/,
  };
}

/** Serves dist/ and answers /api. */
const SERVER = `import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { digests } from './digests.mjs';

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
createServer((request, response) => {
  if (request.url === '/api') return response.end(digests());
  const file = 'dist' + (request.url === '/' ? '/index.html' : new URL(request.url, 'http://x').pathname);
  if (!existsSync(file)) return response.writeHead(404).end();
  response.setHeader('content-type', types[file.split('.').at(-1)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** Next with its app router: keys in a module of the server, public ones in a client component. */
function next() {
  const keys = serverKeys();
  const open = publicKey();
  const [leaked] = serverKeys();
  return {
    keys: [...keys, leaked],
    create: (name) =>
      `create-next-app@latest ${name} --ts --app --empty --no-eslint --no-tailwind --no-src-dir --skip-install --disable-git --yes`,
    files: {
      '.secretguardrc': SETTINGS,
      '.gitignore': `${IGNORE}.env*.local\n`,
      'lib/keys.ts': serverModule(keys),
      'lib/digests.ts': digest('./keys'),
      'lib/shown.ts': clientModule(open),
      'app/show.tsx': `'use client';

import { useState } from 'react';
import { shown } from '@/lib/shown';
import { call } from '@/lib/leak';

export function Show() {
  const [key] = useState('${open}');
  return (
    <b title="${open}" onClick={() => void call()}>
      {shown} {key} ${open}
    </b>
  );
}
`,
      'lib/leak.ts': `export const call = () => fetch('/x', { headers: { authorization: 'Bearer ${leaked}' } });\n`,
      'app/page.tsx': `import { digests } from '@/lib/digests';
import { Show } from './show';

export default function Home() {
  return (
    <p id="shown">
      {digests()} <Show />
    </p>
  );
}
`,
    },
    build: 'rm -rf .next && NEXT_TELEMETRY_DISABLED=1 npx next build',
    serve: (port) => [`npx next start -p ${port}`, { NEXT_TELEMETRY_DISABLED: '1' }],
    changes: ['lib/keys.ts', 'lib/shown.ts', 'app/show.tsx', '.gitignore'],
    bundle: '.next/static .next/server',
    mayHold: [leaked],
    gone: ['app/show.tsx', 'lib/shown.ts'].map((path) => [path, open]),
    refused: 1,
    why: /this code reaches the browser \(app\/show\.tsx imports it\).*NEXT_PUBLIC_.*route\.ts/,
  };
}

/** SvelteKit: keys in `$lib/server`, public ones in a page. */
function sveltekit() {
  const keys = serverKeys();
  const open = publicKey();
  const [leaked] = serverKeys();
  return {
    keys: [...keys, leaked],
    create: (name) => `sv@latest create ${name} --template minimal --types ts --no-add-ons --no-install`,
    more: '@types/node@20',
    files: {
      '.secretguardrc': SETTINGS,
      '.gitignore': `${IGNORE}.env*.local\n`,
      'src/lib/server/keys.ts': serverModule(keys),
      'src/lib/server/digests.ts': digest('./keys'),
      'src/lib/shown.ts': clientModule(open),
      'src/lib/leak.ts': `export const call = () => fetch('/x', { headers: { authorization: 'Bearer ${leaked}' } });\n`,
      'src/routes/+page.server.ts': `import { digests } from '$lib/server/digests';

export const load = () => ({ digests: digests() });
`,
      'src/routes/+page.svelte': `<script lang="ts">
  import { shown } from '$lib/shown';
  import { call } from '$lib/leak';

  let { data } = $props();
  const key = '${open}';
</script>

<p id="shown">{data.digests} {shown} {key}</p>
<button onclick={() => void call()}>call</button>
`,
    },
    build: 'npx svelte-kit sync && npx svelte-check && npx vite build',
    serve: (port) => [`npx vite preview --host 127.0.0.1 --port ${port}`, {}],
    changes: ['src/lib/server/keys.ts', 'src/lib/shown.ts', 'src/routes/+page.svelte', '.gitignore'],
    bundle: '.svelte-kit/output/client', // static private values are written into the server's part, as SvelteKit means it
    mayHold: [leaked],
    gone: ['src/routes/+page.svelte', 'src/lib/shown.ts'].map((path) => [path, open]),
    refused: 1,
    why: /this code reaches the browser \(src\/routes\/\+page\.svelte imports it\).*PUBLIC_.*\+server\.ts/,
  };
}

/** Nuxt, made by hand of its packages (its starter comes from GitHub, not from a registry). */
function nuxt() {
  const keys = serverKeys();
  const open = publicKey();
  const [leaked] = serverKeys();
  return {
    keys: [...keys, leaked],
    files: {
      '.secretguardrc': SETTINGS,
      '.gitignore': `${IGNORE}.env\n.data\n`,
      'package.json': json({
        name: 'shop',
        private: true,
        type: 'module',
        dependencies: { nuxt: '^4', vue: '^3', 'vue-router': '*' },
        devDependencies: { typescript: '^5', 'vue-tsc': '^3', '@types/node': '^20' },
      }),
      'tsconfig.json': json({
        files: [],
        references: ['app', 'server', 'shared', 'node'].map((part) => ({ path: `./.nuxt/tsconfig.${part}.json` })),
      }),
      'nuxt.config.ts':
        "export default defineNuxtConfig({\n  compatibilityDate: '2026-01-01',\n  telemetry: false,\n})\n",
      'server/utils/keys.ts': serverModule(keys),
      'server/utils/digests.ts': digest('./keys'),
      'server/api/digests.get.ts':
        "import { digests } from '../utils/digests';\n\nexport default defineEventHandler(() => ({ text: digests() }));\n",
      'app/utils/shown.ts': `export const show = () => {\n${clientModule(open).replace('export const shown =', 'return')}};\n`,
      'app/utils/leak.ts': `export const call = () => fetch('/x', { headers: { authorization: 'Bearer ${leaked}' } });\n`,
      'app/app.vue': `<script setup lang="ts">
const { data } = await useFetch('/api/digests');
const key = '${open}';
const text = show();
</script>

<template>
  <p id="shown" @click="call()">{{ data?.text }} {{ key }} {{ text }}</p>
</template>
`,
    },
    build: 'npx nuxt typecheck && npx nuxt build',
    serve: (port, hasEnv) => [
      `node ${hasEnv ? '--env-file=.env ' : ''}.output/server/index.mjs`,
      { PORT: String(port), HOST: '127.0.0.1' },
    ],
    changes: ['server/utils/keys.ts', 'app/utils/shown.ts', 'app/app.vue', 'nuxt.config.ts', '.gitignore'],
    bundle: '.output',
    mayHold: [leaked],
    gone: ['app/app.vue', 'app/utils/shown.ts'].map((path) => [path, open]),
    refused: 1,
    why: /this code reaches the browser .*NUXT_PUBLIC_.*useRuntimeConfig/,
  };
}

/** Those that take minutes. */
export const more = { next, sveltekit, nuxt };
