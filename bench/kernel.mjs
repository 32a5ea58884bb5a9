// The kernel against its twin, one regular expression of all keywords, and grep -c of one word, on the same bytes:
// node bench/kernel.mjs [FOLDER, default node_modules] [MIB, default 64]. Processor time; the fastest of several turns, in
// which all take part. Where something may hide, plain code has the last word: the second row has none.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const TURNS = 7;
const [folder = 'node_modules', mib = '64'] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'secretguard-kernel-'));
try {
  const { builtInCatalogue, kernelScanner, plainScanner, findKeywords, mayHide } = await load();
  const catalogue = builtInCatalogue();
  const { tables } = catalogue;
  const bytes = sample(folder, Number(mib) << 20);
  const file = join(scratch, 'sample');
  writeFileSync(file, bytes);
  console.log(
    `${bytes.length} bytes of source below ${folder}, ${tables.keywords.length} keywords, Node ${process.version}`,
  );

  const start = process.cpuUsage();
  const kernel = kernelScanner(catalogue);
  if (kernel === undefined) throw new Error('no SIMD for WebAssembly here');
  console.log(`${'kernel, start'.padEnd(34)}${milliseconds(start).toFixed(2)} ms`);
  const twin = plainScanner(catalogue);
  const escaped = tables.keywords.map((k) => k.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const alternation = new RegExp(escaped.join('|'), 'gi');
  const text = bytes.toString('latin1');

  const open = Buffer.concat(split(bytes).filter((part) => mayHide(part.toString('latin1')).forms === 0));
  const contenders = [
    ['kernel: keywords, lines, mayHide', bytes, () => kernel(bytes, true, 'a.ts').hits.ids.length],
    ['kernel, where nothing hides', open, () => kernel(open, true, 'a.ts').hits.ids.length],
    ['kernel: keywords, lines', bytes, () => kernel(bytes, false, undefined).hits.ids.length],
    ['kernel, 8 KiB at a time', bytes, () => pieces(bytes, (part) => kernel(part, true, 'a.ts').hits.ids.length)],
    ['twin: keywords, lines, mayHide', bytes, () => twin(bytes, true, 'a.ts').hits.ids.length],
    ['twin: keywords', bytes, () => findKeywords(bytes, tables).ids.length],
    ['twin: mayHide, 8 KiB at a time', bytes, () => pieces(bytes, (part) => mayHide(part.toString('latin1')).forms)],
    ['one RegExp of all keywords', bytes.subarray(0, 1 << 20), () => count(alternation, text.slice(0, 1 << 20))],
  ].map(([name, input, run]) => ({ name, size: input.length, run, best: Number.POSITIVE_INFINITY, said: 0 }));
  const grep = { name: 'grep -c of one word', size: bytes.length, best: Number.POSITIVE_INFINITY, said: 0 };
  for (let turn = 0; turn < TURNS; turn++) {
    for (const contender of contenders) {
      const before = process.cpuUsage();
      contender.said = contender.run();
      contender.best = Math.min(contender.best, milliseconds(before));
    }
    const done = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time grep -c password "$1"', 'bash', file], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    const seconds = done.stderr
      .trim()
      .split(' ')
      .reduce((sum, part) => sum + Number(part), 0);
    grep.best = Math.min(grep.best, Math.max(1, seconds * 1000));
    grep.said = Number(done.stdout);
  }
  for (const { name, size, best, said } of [...contenders, grep])
    console.log(`${name.padEnd(34)}${(size / best / 1e6).toFixed(3).padStart(7)} GB/s  (${said})`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** As the build bundles it, with the compiled tables where there are some. */
async function load() {
  const outfile = join(scratch, 'kernel.mjs');
  await build({
    stdin: {
      contents: `export { builtInCatalogue } from './config/catalogue.ts';
export { kernelScanner, plainScanner } from './src/detect/kernel/scanner.ts';
export { mayHide } from './src/detect/may-hide.ts';
export { findKeywords } from './src/detect/prefilter.ts';`,
      resolveDir: resolve(import.meta.dirname, '..'),
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    plugins: [{ name: 'tables', setup: (b) => b.onLoad({ filter: /config\/catalogue\.ts$/ }, compiledTables) }],
  });
  return import(pathToFileURL(outfile).href);
}

function compiledTables() {
  const tables = resolve(import.meta.dirname, '../dist/tables.cjs');
  return {
    contents: `import { createRequire } from 'node:module';
import { loadKeywords } from '../src/detect/prefilter.ts';
export const builtInCatalogue = () => createRequire(import.meta.url)(${JSON.stringify(tables)}).catalogueWith(loadKeywords);`,
    resolveDir: resolve(import.meta.dirname, '../config'),
    loader: 'ts',
  };
}

function sample(root, size) {
  const parts = [];
  let left = size;
  for (const file of sources(root)) {
    if (left <= 0) break;
    const part = readFileSync(file).subarray(0, Math.min(left, 1 << 20));
    parts.push(part);
    left -= part.length;
  }
  return Buffer.concat(parts);
}

/** Text below a folder, in the order of names; caches (which change meanwhile) left out. */
function* sources(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (entry.isFile() && /\.(?:[cm]?[jt]sx?|json|md|css|html|ya?ml)$/.test(entry.name)) yield path;
  }
}

function split(bytes) {
  return Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, i) => bytes.subarray(i * 8192, (i + 1) * 8192));
}

function pieces(bytes, ask) {
  return split(bytes).reduce((sum, part) => sum + ask(part), 0);
}

function count(pattern, text) {
  let n = 0;
  for (const _ of text.matchAll(pattern)) n++;
  return n;
}

function milliseconds(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
