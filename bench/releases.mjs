// The added lines of the last releases of npm packages, as stand-ins for commits of code that nobody labelled.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const CACHE = resolve(import.meta.dirname, '../node_modules/.cache/releases');
const MAX_BYTES = 2_000_000;

/**
 * Writes `out/NAME@VERSION/…`, files that hold only the lines which that release added, for the last `count` releases, and
 * `out/NAME/…`, the newest release whole. Downloads are kept for the next time.
 *
 * @returns {boolean} whether the package could be had
 */
export function writeReleases(name, count, out) {
  const listed = spawnSync('npm', ['view', name, 'versions', '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (listed.status !== 0) return false;
  const versions = [JSON.parse(listed.stdout)]
    .flat()
    .filter((v) => !v.includes('-'))
    .slice(-(count + 1));
  if (!fetched(name, versions)) return false;
  let before;
  const folder = name.replace('/', '+');
  for (const version of versions) {
    const now = unpacked(archiveOf(name, version));
    if (now === undefined) return false;
    if (before !== undefined) writeTree(join(out, `${folder}@${version}`), added(before, now));
    before = now;
  }
  writeTree(join(out, folder), before ?? new Map());
  return true;
}

function archiveOf(name, version) {
  return join(CACHE, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
}

/** Whether all archives are there, after one call of npm for those that were not. */
function fetched(name, versions) {
  mkdirSync(CACHE, { recursive: true });
  const missing = versions.filter((version) => !existsSync(archiveOf(name, version)));
  if (missing.length === 0) return true;
  const specs = missing.map((version) => `${name}@${version}`);
  return spawnSync('npm', ['pack', ...specs, '--silent', '--pack-destination', CACHE]).status === 0;
}

/** @returns {Map<string, string[]> | undefined} lines of each text file */
function unpacked(archive) {
  const folder = `${archive}.d`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  try {
    if (spawnSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']).status !== 0) return undefined;
    return readTree(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function readTree(folder) {
  const tree = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    if (bytes.length > MAX_BYTES || bytes.subarray(0, 8_000).includes(0)) continue;
    tree.set(path.slice(folder.length + 1), bytes.toString('utf8').split('\n'));
  }
  return tree;
}

/** Lines that the new file holds more often than the old one. */
export function added(before, now) {
  const tree = new Map();
  for (const [path, lines] of now) {
    const left = new Map();
    for (const line of before.get(path) ?? []) left.set(line, (left.get(line) ?? 0) + 1);
    const fresh = lines.filter((line) => {
      const n = left.get(line) ?? 0;
      if (n > 0) left.set(line, n - 1);
      return n === 0;
    });
    if (fresh.length > 0) tree.set(path, fresh);
  }
  return tree;
}

export function writeTree(folder, tree) {
  mkdirSync(folder, { recursive: true });
  for (const [path, lines] of tree) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), lines.join('\n'));
  }
}
