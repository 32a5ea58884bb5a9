// Bundles dist/: cli.cjs with what a clean commit needs, its lazy siblings, main.mjs with all commands, index.mjs the library.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { build } from 'esbuild';
import { writeKernel } from './kernel.mjs';
import { writeLicenses } from './licenses.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
for (const script of ['scripts/gen.ts', 'scripts/rules-doc.ts'])
  execFileSync(process.execPath, ['scripts/run.mjs', script], { stdio: ['ignore', 'ignore', 'inherit'] });
await writeKernel();
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.17',
  minify: true,
  legalComments: 'none', // their licences stand in THIRD-PARTY-LICENSES.txt
  metafile: true,
  logLevel: 'warning',
  define: { __VERSION__: JSON.stringify(version) },
  mainFields: ['module', 'main'], // jsonc-parser's UMD main breaks when bundled
  supported: { 'dynamic-import': true },
};

// 1. The rules as data: tables for the prefilter, regular expressions, services. Examples stay at home.
execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/tables.ts'], { stdio: ['ignore', 'inherit', 'inherit'] });

// 2. The hook's path: CommonJS, because Node starts it faster; what is loaded on demand stands beside it.
// the compiled tables in the place of config/catalogue.ts, and the kernel's own file in the place of its text
const tables = (load) => ({
  name: 'tables',
  setup(b) {
    b.onLoad({ filter: /kernel\/wasm\.gen\.ts$/ }, () => ({
      contents: `${load}export const { KERNEL } = load('./kernel.cjs');\n`,
      loader: 'ts',
    }));
    b.onLoad({ filter: /config\/catalogue\.ts$/ }, () => ({
      contents: `${load}import { loadKeywords } from '../src/detect/prefilter.ts';
export const builtInCatalogue = () => load('./tables.cjs').catalogueWith(loadKeywords);\n`,
      resolveDir: resolve('config'),
      loader: 'ts',
    }));
  },
});

// the compiled kernel stands once, for all that search
await build({
  ...common,
  entryPoints: { kernel: 'src/detect/kernel/wasm.gen.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
});

const siblings = new Map([...['detect', 'known', 'scanner'].map((name) => [name, name]), ['begin', 'scan-begin']]);
const lazy = {
  name: 'lazy-siblings',
  setup(b) {
    b.onResolve({ filter: /\.ts$/ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = basename(path, '.ts');
      if (siblings.has(name)) return { path: `./${siblings.get(name)}.cjs`, external: true };
      return { path: `./${name}.mjs`, external: true };
    });
  },
};
const lean = await build({
  ...common,
  entryPoints: {
    cli: 'src/cli.ts',
    detect: 'src/detect/detect.ts',
    known: 'src/commands/env-files/known.ts',
    scanner: 'src/detect/kernel/scanner.ts',
    'scan-reader': 'src/commands/scan/reader.ts',
    'scan-ahead': 'src/commands/scan/ahead.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  plugins: [lazy, tables('const load = require;\n')],
});
// What begins a scan starts a thread before it loads the rest. What that may load on demand stands in the same file, where it costs next to nothing; but half a megabyte of HTTP client would.
const asking = {
  name: 'asking',
  setup(b) {
    b.onResolve({ filter: /\/verify\.ts$/ }, () => ({ path: './scan-verify.mjs', external: true }));
    b.onResolve({ filter: /\/whole\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './scan.cjs', external: true } : undefined,
    );
  },
};
const scan = await build({
  ...common,
  entryPoints: { 'scan-begin': 'src/commands/scan/begin.ts', scan: 'src/commands/scan/whole.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  define: { ...common.define, 'import.meta.url': '__url' },
  banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [asking, tables('const load = require;\n')],
});
// Node's ES module loader costs more than the detector: siblings are required, only what a clean commit does not need is imported
for (const [name, head] of [
  ['cli', '#!/usr/bin/env node\n'],
  ['scan-begin', ''],
]) {
  const text = readFileSync(`dist/${name}.cjs`, 'utf8');
  const required = text.replace(/import\("(\.\/[\w-]+\.cjs)"\)/g, 'Promise.resolve(require("$1"))');
  writeFileSync(`dist/${name}.cjs`, head + required);
}
chmodSync('dist/cli.cjs', 0o755);

// 3. Everything else: ES modules that share their chunks. An import runs all chunks of its entry, so entries are many and small.
const entries = {
  main: 'src/commands/main.ts',
  finish: 'src/commands/check/finish.ts',
  'with-rules': 'src/commands/with-rules.ts',
  index: 'src/index.ts',
  'scan-worker': 'src/commands/scan/worker.ts',
  'scan-verify': 'src/commands/scan/verify.ts',
};
const rest = await build({
  ...common,
  entryPoints: entries,
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  splitting: true,
  chunkNames: 'part-[hash]',
  external: ['husky', 'oxc-parser'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [tables("import { createRequire } from 'node:module'; const load = createRequire(import.meta.url);\n")],
});
if (existsSync('scripts/schema.ts'))
  execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/schema.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
writeLicenses([lean.metafile, scan.metafile, rest.metafile], 'dist/THIRD-PARTY-LICENSES.txt');

// 4. Declarations, for whoever imports the library; only a release needs them.
if (process.argv.includes('--types')) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
  });
  const needed = declarationsFrom('dist/types/src/index.d.ts');
  for (const file of readdirSync('dist/types', { recursive: true, encoding: 'utf8' })) {
    const path = `dist/types/${file}`;
    if (!file.endsWith('.d.ts')) continue;
    if (needed.has(resolve(path))) writeFileSync(path, asModule(readFileSync(path, 'utf8')));
    else rmSync(path);
  }
}

/** The files that a declaration names, itself included. */
function declarationsFrom(path, seen = new Set()) {
  const file = resolve(path);
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)\.ts'/g)) {
    declarationsFrom(resolve(dirname(file), `${name}.d.ts`), seen);
  }
  return seen;
}

function asModule(text) {
  return text.replace(/(from '[^']+)\.ts'/g, "$1.js'");
}
