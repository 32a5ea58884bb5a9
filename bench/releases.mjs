// The added lines of the last releases of npm packages and Go modules, as stand-ins for commits of code that nobody labelled.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const CACHE = resolve(import.meta.dirname, '../node_modules/.cache/releases');
const MAX_BYTES = 2_000_000;

/**
 * Writes `out/NAME@VERSION/…`, files that hold only the lines which that release added, for the last `count` releases, and
 * `out/NAME/…`, the newest release whole. Downloads are kept for the next time.
 *
 * @param name of an npm package, or `go:` and the path of a Go module
 * @returns {boolean} whether the package could be had
 */
export function writeReleases(name, count, out) {
  const trees = name.startsWith('go:') ? goTrees(name.slice(3), count + 1) : npmTrees(name, count + 1);
  const folder = name.replace(/^go:/, '').replaceAll('/', '+');
  let before;
  for (const { version, tree } of trees) {
    const now = tree();
    if (now === undefined) return false;
    if (before !== undefined) writeTree(join(out, `${folder}@${version}`), added(before, now));
    before = now;
  }
  if (before === undefined) return false;
  writeTree(join(out, folder), before);
  return true;
}

/** The last `count` versions of an npm package, oldest first; none where they cannot be had. */
function npmTrees(name, count) {
  const listed = spawnSync('npm', ['view', name, 'versions', '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (listed.status !== 0) return [];
  const versions = newest([JSON.parse(listed.stdout)].flat(), count);
  if (!fetched(name, versions)) return [];
  return versions.map((version) => ({ version, tree: () => unpacked(archiveOf(name, version)) }));
}

/** The same of a Go module, whose zip holds the whole repository. */
function goTrees(module, count) {
  const listed = spawnSync('go', ['list', '-m', '-versions', module], goOptions());
  if (listed.status !== 0) return [];
  const versions = newest(listed.stdout.trim().split(' ').slice(1), count);
  const folders = goFolders(module, versions);
  return folders === undefined ? [] : versions.map((version, i) => ({ version, tree: () => readTree(folders[i]) }));
}

/** Where the versions of a Go module lie once they are fetched; undefined where one cannot be had. */
export function goFolders(module, versions) {
  const specs = versions.map((version) => `${module}@${version}`);
  const got = spawnSync('go', ['mod', 'download', '-json', ...specs], goOptions());
  const folders = [...(got.stdout ?? '').matchAll(/"Dir": (".*")/g)].map((found) => JSON.parse(found[1]));
  return folders.length === versions.length ? folders : undefined;
}

function goOptions() {
  mkdirSync(CACHE, { recursive: true });
  return {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    cwd: CACHE,
    env: { ...process.env, GOMODCACHE: join(CACHE, 'go'), GOFLAGS: '-modcacherw' },
  };
}

function newest(versions, count) {
  return versions.filter((v) => !v.includes('-')).slice(-count);
}

function archiveOf(name, version) {
  return join(CACHE, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
}

/** The archive of one version of an npm package, fetched if need be; undefined where it cannot be had. */
export function npmArchive(name, version) {
  return fetched(name, [version]) ? archiveOf(name, version) : undefined;
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
export function unpacked(archive) {
  const folder = `${archive}.d`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  try {
    if (spawnSync('tar', ['-xf', archive, '-C', folder, '--strip-components=1']).status !== 0) return undefined;
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

/** Lines that the new file holds more often than the old one, an empty line where others lay between. */
export function added(before, now) {
  const tree = new Map();
  for (const [path, lines] of now) {
    const left = new Map();
    for (const line of before.get(path) ?? []) left.set(line, (left.get(line) ?? 0) + 1);
    const fresh = [];
    let gap = false;
    for (const line of lines) {
      const n = left.get(line) ?? 0;
      if (n > 0) left.set(line, n - 1);
      else {
        if (gap && fresh.length > 0) fresh.push('');
        fresh.push(line);
      }
      gap = n > 0;
    }
    if (fresh.some((line) => line.trim() !== '')) tree.set(path, fresh);
  }
  return tree;
}

function writeTree(folder, tree) {
  mkdirSync(folder, { recursive: true });
  for (const [path, lines] of tree) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), lines.join('\n'));
  }
}
