// Real builds of Vite with React and of Next.js, with a server key planted in each way that it can reach the browser, and twins
// without: node test/e2e/client.mjs [vite|next]. Packages come from the npm registry, once.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { sandbox } from './sandbox.mjs';

const CLI = resolve(import.meta.dirname, '../../dist/cli.cjs');
const HOME = join(tmpdir(), 'secretguard-e2e-client');
const PACKAGES = ['vite@8', '@vitejs/plugin-react@6', 'next@16', 'react@19', 'react-dom@19'];
const only = process.argv.slice(2);

/** A value that no provider's rule knows: only the env file says that it is a secret. */
const secret = () => randomBytes(24).toString('base64url').replace(/[-_]/g, 'x');

/** One variable for each way, so that one build shows all of them. */
const VITE = {
  name: 'vite',
  out: 'dist',
  build: 'vite build',
  ways: {
    VITE_DATABASE_PASSWORD: 'a public name',
    SPREAD_API_SECRET: 'define of process.env',
    SHARED_API_SECRET: 'a module shared with the server',
    MAP_API_SECRET: 'a source map only',
    INLINE_API_SECRET: 'JSON in the page',
  },
  env: `VITE_API_URL=https://api.example.org\nSTRIPE_PUBLISHABLE_KEY=${['pk', 'live', secret()].join('_')}\n`,
  files: (value, leaks) => ({
    'index.html': `<!doctype html><div id="root"></div>${
      leaks ? `<script type="application/json">${JSON.stringify({ k: value.INLINE_API_SECRET })}</script>` : ''
    }<script type="module" src="/src/main.jsx"></script>\n`,
    'vite.config.js': `import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  return {
    plugins: [react()],
    build: { sourcemap: true },
    define: ${
      leaks
        ? `{ 'process.env': { SPREAD_API_SECRET: env.SPREAD_API_SECRET, NODE_ENV: env.NODE_ENV } }`
        : `{ __KEY__: JSON.stringify(env.STRIPE_PUBLISHABLE_KEY) }`
    },
  };
});
`,
    // what the build drops from the bundle is still in the source map's copy
    'src/shared.js': `export const title = 'Shop';\nexport function connect() {\n  return '${leaks ? value.MAP_API_SECRET : 'x'}';\n}\n`,
    'src/server-config.json': JSON.stringify({ key: leaks ? value.SHARED_API_SECRET : '', port: 3000 }),
    'src/main.jsx': `import { createRoot } from 'react-dom/client';
import { title } from './shared.js';
import config from './server-config.json';
const call = () => fetch(import.meta.env.VITE_API_URL, { headers: { a: config.key${
      leaks ? ', b: import.meta.env.VITE_DATABASE_PASSWORD, c: process.env.SPREAD_API_SECRET' : ', b: __KEY__'
    } } });
createRoot(document.getElementById('root')).render(<button onClick={call}>{title}</button>);
`,
  }),
  sourceFinds: ['client-public-name'],
};

/** The one way that takes every variable along. */
const SPREAD = {
  ...VITE,
  name: 'vite, the whole environment',
  ways: { DEEP_API_SECRET: 'a spread of the environment' },
  files: (value, leaks) => ({
    ...VITE.files(value, false),
    'vite.config.js': `import { defineConfig, loadEnv } from 'vite';
export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  return { build: { sourcemap: true }, define: { __KEY__: '"k"', 'process.env': ${leaks ? '{ ...env }' : '{}'} } };
});
`,
    'src/server-config.json': '{"key":""}',
    'src/shared.js': "export const title = 'Shop';\nwindow.settings = process.env;\n",
  }),
  sourceFinds: ['client-define-all'],
};

const NEXT = {
  name: 'next',
  out: '.next',
  build: 'next build',
  ways: {
    NEXT_PUBLIC_DATABASE_PASSWORD: 'a public name',
    CONFIG_API_SECRET: 'env of next.config',
    PROPS_API_SECRET: 'props of a client component (RSC payload)',
    SHARED_API_SECRET: 'a module shared with the server',
    MAP_API_SECRET: 'a source map only',
  },
  env: `NEXT_PUBLIC_API_URL=https://api.example.org\nSTRIPE_PUBLISHABLE_KEY=${['pk', 'live', secret()].join('_')}\n`,
  files: (value, leaks) => ({
    'next.config.mjs': `export default {
  productionBrowserSourceMaps: true,
  turbopack: { root: ${JSON.stringify(HOME)} },
  ${leaks ? 'env: { CONFIG_API_SECRET: process.env.CONFIG_API_SECRET },' : ''}
};
`,
    'app/layout.jsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
    'app/page.jsx': `import { Form } from './form.jsx';
import { sign } from '../lib/server.js';
export default function Page() {
  return <Form id={sign('page')}${leaks ? ' token={process.env.PROPS_API_SECRET}' : ''} />;
}
`,
    // a server module may use it as it likes
    'lib/server.js': `import { createHmac } from 'node:crypto';
export const sign = (text) => createHmac('sha256', process.env.PROPS_API_SECRET).update(text).digest('hex').slice(0, 8);
`,
    'lib/shared.js': `export const title = 'Shop';
export const settings = { key: '${leaks ? value.SHARED_API_SECRET : ''}' };
export function connect() {
  return '${leaks ? value.MAP_API_SECRET : 'x'}';
}
`,
    'app/form.jsx': `'use client';
import { settings, title } from '../lib/shared.js';
export function Form({ id, token }) {
  const send = () => fetch(process.env.NEXT_PUBLIC_API_URL, { headers: { id, token, key: settings.key${
    leaks ? ', b: process.env.NEXT_PUBLIC_DATABASE_PASSWORD, c: process.env.CONFIG_API_SECRET' : ''
  } } });
  return <button onClick={send}>{title}</button>;
}
`,
  }),
  sourceFinds: ['client-public-name', 'client-config-block'],
};

async function install() {
  if (existsSync(join(HOME, 'node_modules/next/package.json'))) return;
  const fresh = `${HOME}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await execa('npm', ['install', '--prefix', fresh, ...flags, ...PACKAGES], { env: { NODE_ENV: 'development' } });
  rmSync(HOME, { recursive: true, force: true });
  renameSync(fresh, HOME);
}

const failed = [];
function expect(what, is) {
  console.log(`  ${is ? 'ok  ' : 'FAIL'} ${what}`);
  if (!is) failed.push(what);
}

/** Builds a project in a folder below the packages, in a repository of its own. */
async function built({ build, env, ways, files }, leaks) {
  const top = join(mkdtempSync(join(HOME, 'run-')), 'project');
  const box = sandbox(top, [join(HOME, 'node_modules/.bin')], { NEXT_TELEMETRY_DISABLED: '1' });
  const value = Object.fromEntries(Object.keys(ways).map((variable) => [variable, secret()]));
  const own = Object.entries(value).filter(([variable]) => leaks || !/^(?:VITE|NEXT_PUBLIC)_/.test(variable));
  box.write('package.json', JSON.stringify({ name: 'e2e-project', private: true, type: 'module' }));
  box.write('.gitignore', 'node_modules\n.env\n.env.*\n.next\ndist\n');
  box.write('.env', env + own.map(([variable, text]) => `${variable}=${text}\n`).join(''));
  for (const [path, text] of Object.entries(files(value, leaks))) box.write(path, text);
  await box.must('git init -q . && git add -A && git commit -qm first');
  await box.must(build);
  return { box, value };
}

async function scanned(box, args) {
  const ran = await box.sh(`${process.execPath} ${CLI} scan ${args} --format json`);
  return { ...ran, report: JSON.parse(ran.out.slice(ran.out.indexOf('{'))) };
}

function everything(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

async function leaking(kind) {
  console.log(`${kind.name}: with planted keys`);
  const { box, value } = await built(kind, true);
  const client = await scanned(box, `--client ${kind.out}`);
  const titles = client.report.findings.filter((f) => f.rule === 'client-value').map((f) => f.title);
  const text = everything(join(box.top, kind.out));
  for (const [variable, way] of Object.entries(kind.ways)) {
    expect(`${way}: the build holds the value`, text.includes(value[variable])); // or the row would show nothing
    expect(`${way}: found as ${variable}`, titles.includes(`Value of ${variable} from .env`));
  }
  expect('exit 1', client.code === 1);
  if ('MAP_API_SECRET' in kind.ways) inMapsOnly(client);
  expect('no value in the report', Object.values(value).every((one) => !client.out.includes(one)));
  const source = await scanned(box, '.');
  for (const rule of kind.sourceFinds) expect(`the source alone: ${rule}`, source.report.findings.some((f) => f.rule === rule));
} // biome-ignore format: one line a row

function inMapsOnly({ report }) {
  const maps = report.findings.filter((f) => f.title.includes('MAP_API_SECRET'));
  const are = maps.length > 0 && maps.every((f) => f.path.endsWith('.map') && /shared\.js/.test(f.why));
  expect('the one in the source map only is found there, and its source named', are);
}

async function clean(kind) {
  console.log(`${kind.name}: the twin without`);
  const { box } = await built(kind, false);
  const client = await scanned(box, `--client ${kind.out}`);
  const bad = client.report.findings.filter((f) => f.verdict === 'block' || f.verdict === 'warn');
  expect(`passes, ${client.report.scope.files} files read`, client.code === 0 && client.report.scope.files >= 3);
  expect(`no warning either${bad.map((f) => `; ${f.path}: ${f.rule}`).join('')}`, bad.length === 0);
  expect('the publishable key is in no blocked finding', !/STRIPE_PUBLISHABLE/.test(JSON.stringify(bad)));
}

await install();
try {
  for (const kind of [VITE, SPREAD, NEXT]) {
    if (only.length > 0 && !only.includes(kind.name.split(',')[0])) continue;
    await leaking(kind);
    await clean(kind);
  }
} finally {
  for (const name of readdirSync(HOME).filter((entry) => entry.startsWith('run-')))
    rmSync(join(HOME, name), { recursive: true, force: true });
}
console.log(failed.length === 0 ? 'all as it should be' : `${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
