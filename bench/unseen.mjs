// Blocks and warnings over released code that nobody labelled: what releases add, the same in parts of a commit's size, whole trees.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { table } from './figures.mjs';
import { partsOf } from './parts.mjs';
import { pinnedTrees } from './pinned.mjs';
import { added } from './releases.mjs';

/**
 * Packages by part, each with its versions: `working`, on which fixes were made; `earlier`, counted first and fixed for afterwards;
 * `untouched`, counted only.
 */
export const UNSEEN = JSON.parse(readFileSync(join(import.meta.dirname, 'unseen.json'), 'utf8'));

/**
 * Prints the counts of each build.
 *
 * @param {{ half: string, builds: { title: string, dist: string }[], show?: boolean }} options
 */
export async function measureUnseen({ half, builds, show }) {
  const packages = Object.entries(UNSEEN[half]);
  console.log(`\n## Released code, half "${half}": ${packages.length} packages\n`);
  const scanners = await Promise.all(
    builds.map(async ({ title, dist }) => ({ title, ...(await import(pathToFileURL(join(dist, 'index.mjs')).href)) })),
  );
  const counts = scanners.map(({ title }) => ({ title, release: [], part: [], tree: [] }));
  const missing = [];
  for (const [key, versions] of packages) {
    const found = await measurePackage(key, versions.split(' '), scanners, counts, show);
    if (!found) missing.push(key);
  }
  if (missing.length > 0) console.log(`Not to be had: ${missing.join(', ')}\n`);
  table(
    ['', 'build', 'number', 'lines', 'blocks', 'per 1,000', 'per 100,000 lines', 'warnings', 'per 1,000', 'with any, per 1,000'],
    ['release', 'part', 'tree'].flatMap((kind) => counts.map((c) => row(kind, c.title, c[kind]))),
  ); // biome-ignore format: a row
}

async function measurePackage(key, versions, scanners, counts, show) {
  let before;
  let number = 0;
  for (const { version, tree } of pinnedTrees(key, versions)) {
    const fresh = before === undefined ? undefined : added(before, tree);
    before = tree;
    number++;
    if (fresh === undefined || fresh.size === 0) continue;
    await count('release', `${key}@${version}`, fresh, scanners, counts, show);
    for (const part of partsOf(fresh, version.length * 7919 + number - 1))
      await count('part', `${key}@${version}`, part, scanners, counts, show);
  }
  if (before !== undefined) await count('tree', key, before, scanners, counts, show);
  return before !== undefined;
}

async function count(kind, title, tree, scanners, counts, show) {
  for (const [i, { scanText }] of scanners.entries()) {
    const one = { lines: 0, block: 0, warn: 0 };
    for (const [path, lines] of tree) {
      one.lines += lines.length;
      const { findings } = await scanText(lines.join('\n'), path);
      for (const { verdict, rule, line, preview, why } of findings) {
        if (verdict !== 'block' && verdict !== 'warn') continue;
        one[verdict]++;
        if (show && i === scanners.length - 1)
          console.log(`${kind} ${title} ${path}:${line}: ${verdict} ${rule} ${preview}: ${why}`);
      }
    }
    counts[i][kind].push(one);
  }
}

function row(kind, title, list) {
  const sum = (key) => list.reduce((n, one) => n + one[key], 0);
  const per = (n, of, unit) => (of === 0 ? '' : ((n * unit) / of).toFixed(2));
  const lines = sum('lines');
  return [
    kind, title, list.length, lines,
    sum('block'), per(sum('block'), list.length, 1000), per(sum('block'), lines, 1e5),
    sum('warn'), per(sum('warn'), list.length, 1000), per(list.filter((one) => one.warn > 0).length, list.length, 1000),
  ]; // biome-ignore format: a row
}
