// Released packages at pinned versions, as trees of lines: npm packages, Go modules (whole repositories), source archives of PyPI.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, goFolders, npmArchive, readTree, unpacked } from './releases.mjs';

/**
 * The trees of a package, oldest version first; those that cannot be had are left out.
 *
 * @param key `npm:NAME`, `go:MODULE` or `pypi:NAME`
 */
export function* pinnedTrees(key, versions) {
  const [kind, name] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  for (const version of versions) {
    const tree = treeOf(kind, name, version);
    if (tree !== undefined) yield { version, tree };
  }
}

function treeOf(kind, name, version) {
  if (kind === 'go') {
    const folder = goFolders(name, [version])?.[0];
    return folder && readTree(folder);
  }
  const archive = kind === 'npm' ? npmArchive(name, version) : sdist(name, version);
  return archive && unpacked(archive);
}

/** The source archive of a Python package, which holds tests and documentation where a wheel does not. */
function sdist(name, version) {
  const folder = join(CACHE, `pypi-${name}-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    spawnSync('pip', ['download', '--no-deps', '--no-binary', ':all:', '-q', '-d', folder, `${name}==${version}`]);
  }
  const archive = readdirSync(folder)[0];
  if (archive !== undefined) return join(folder, archive);
  rmSync(folder, { recursive: true });
  return undefined;
}
