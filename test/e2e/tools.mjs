// Package managers and Node versions for the end-to-end runs: fetched once from the npm registry, no install script run.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { putOwnManifest, putPackedManifest } from '../../scripts/manifest.mjs';

const CACHE = join(tmpdir(), 'secretguard-e2e-tools');
const PLATFORM = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const BUN = `@oven/bun-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : process.arch}`;

/** Folder with the binaries of `spec` (`pnpm@10`), to be put on PATH. */
export async function tool(spec) {
  const folder = join(CACHE, spec.replaceAll(/[/@]/g, '_'));
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await execa('npm', ['install', '--prefix', fresh, ...flags, spec]);
    try {
      renameSync(fresh, folder);
    } catch {
      rmSync(fresh, { recursive: true }); // somebody else was faster
    }
  }
  return join(folder, 'node_modules', '.bin');
}

/** Folder with the newest `node` of a major version. */
export async function nodeBin(major) {
  return tool(`node-${PLATFORM}@${major}`);
}

export async function bunBin() {
  const bin = await tool(BUN);
  mkdirSync(bin, { recursive: true });
  for (const name of ['bun', 'bunx']) {
    if (!existsSync(join(bin, name))) symlinkSync(join(bin, '..', BUN, 'bin', 'bun'), join(bin, name));
  }
  return bin;
}

/** Packs the checkout, built before; the path of the tarball. */
export async function pack(checkout, folder) {
  mkdirSync(folder, { recursive: true });
  putPackedManifest(checkout);
  const flags = ['pack', '--ignore-scripts', '--pack-destination', folder];
  await execa('npm', flags, { cwd: checkout }).finally(() => putOwnManifest(checkout));
  const { name, version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  const target = join(folder, 'packed.tgz');
  renameSync(join(folder, `${name}-${version}.tgz`), target);
  return target;
}
