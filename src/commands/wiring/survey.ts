import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fail, ok, type Result } from '../../result.ts';
import { fromBinary } from '../../unicode.ts';
import { below, exists, readState } from '../changes/files.ts';
import type { World } from '../command.ts';
import type { Shipped } from './hook-lines.ts';
import { installCommand, MANAGER_FILES, type Manager, managerOf } from './manager.ts';
import { type PackageJson, readPackageJson } from './package-json.ts';
import { git } from './run.ts';

interface HooksPath {
  readonly value: string;
  /** `local`, `worktree`, `global`, `system` or `command`, as git names it. */
  readonly scope: string;
}

/** The project around a folder, as git and the disk show it. Paths are absolute unless it says otherwise. */
export interface Survey {
  readonly top: string;
  /** Folder of the package that secretguard belongs to, relative to `top`; '' for the top level. */
  readonly home: string;
  readonly gitDir: string;
  readonly commonDir: string;
  /** `[2, 39]` */
  readonly gitVersion: readonly [major: number, minor: number];
  readonly hooksPath: HooksPath | undefined;
  /** `hook.secretguard….…` settings of this repository, as `name value`. */
  readonly configHooks: readonly string[];
  /** Where git looks for hooks in this work tree. */
  readonly hooksDir: string;
  /** Hooks that git would run from its own folder, were no other set. */
  readonly ownHooks: readonly string[];
  readonly manager: Manager;
  /** Where the shipped hooks are; undefined where the package is not installed in the project. */
  readonly shipped: Shipped | undefined;
  /** The package itself, where it really lies. */
  readonly packageDir: string | undefined;
  readonly package: { readonly path: string; readonly text: string; readonly json: PackageJson } | undefined;
  /** Which of `MARKERS` are there, relative to `top`. */
  readonly markers: ReadonlySet<string>;
}

const LEFTHOOK = ['yml', 'yaml', 'toml', 'json', 'jsonc'].flatMap((ext) =>
  ['lefthook', '.lefthook', '.config/lefthook'].map((name) => `${name}.${ext}`),
);
const SIMPLE_GIT_HOOKS = ['json', 'js', 'cjs', 'mjs'].flatMap((ext) => [
  `.simple-git-hooks.${ext}`,
  `simple-git-hooks.${ext}`,
]);
/** Files that tell which hook manager is at work. */
const MARKERS: readonly string[] = [
  '.husky',
  ...LEFTHOOK,
  ...SIMPLE_GIT_HOOKS,
  '.pre-commit-config.yaml',
  '.pre-commit-config.yml',
];

/**
 * Looks at the repository around `world.cwd`; changes nothing.
 *
 * @returns `git-missing`, `not-a-repository`, `unreadable` or `bad-input` (a package.json that is not JSON) as errors
 */
export async function survey(world: Pick<World, 'cwd' | 'env'>): Promise<Result<Survey>> {
  const where = await repository(world);
  if (!where.ok) return where;
  const { top, gitDir, commonDir, hooksDir, gitVersion } = where.value;
  const home = await homeOf(top, world.cwd);
  if (!home.ok) return home;
  const present = await presentFiles(top, home.value.folder);
  const manager = managerOf(home.value.package?.json.packageManager ?? '', present);
  const packageDir = await installedFolder(join(top, home.value.folder));
  const folder = packageDir === undefined ? undefined : relativeTo(top, withoutVersion(packageDir));
  const markers = await Promise.all(MARKERS.map((name) => exists(join(top, name))));
  return ok({
    top,
    home: home.value.folder,
    gitDir,
    commonDir,
    gitVersion,
    hooksDir,
    configHooks: await configHooksOf(top, world.env),
    hooksPath: await hooksPathOf(top, world.env),
    ownHooks: await activeHooks(join(commonDir, 'hooks')),
    manager,
    shipped: folder === undefined ? undefined : { folder, install: installCommand(manager, home.value.folder) },
    packageDir,
    package: home.value.package,
    markers: new Set(MARKERS.filter((_, i) => markers[i])),
  });
}

type Repository = Pick<Survey, 'top' | 'gitDir' | 'commonDir' | 'hooksDir' | 'gitVersion'>;

async function repository(world: Pick<World, 'cwd' | 'env'>): Promise<Result<Repository>> {
  const version = await git(['version'], world);
  if (version.code === 127) return fail('git-missing', 'git was not found; install it, or put it on PATH');
  const asked = await git(['rev-parse', '--is-bare-repository', '--is-inside-work-tree'], world);
  const root = await git(['rev-parse', '--show-toplevel'], world);
  const top = fromBinary(root.out).replace(/\n$/, '');
  if (asked.code !== 0) return fail('not-a-repository', notARepository(world.cwd, asked.err));
  const [bare, inside] = asked.out.split('\n');
  if (bare === 'true') return fail('not-a-repository', `${world.cwd} is a bare repository: nobody commits in it`);
  if (inside !== 'true') return fail('not-a-repository', `${world.cwd} is inside .git; go to the project's own folder`);
  const args = ['rev-parse', '--absolute-git-dir', '--git-common-dir', '--git-path', 'hooks'];
  const ran = await git(args, { cwd: top, env: world.env });
  const [gitDir, common, hooks] = fromBinary(ran.out).split('\n');
  if (ran.code !== 0 || !gitDir || !common || !hooks) {
    return fail('git-failed', `git rev-parse failed with exit code ${ran.code}`);
  }
  const numbers = /(\d+)\.(\d+)/.exec(version.out);
  return ok({
    top,
    gitDir,
    commonDir: resolve(top, common),
    hooksDir: resolve(top, hooks),
    gitVersion: [Number(numbers?.[1] ?? 0), Number(numbers?.[2] ?? 0)],
  });
}

function notARepository(cwd: string, message: string): string {
  if (message.includes('dubious ownership')) {
    return `git does not trust ${cwd}, which belongs to somebody else: git config --global --add safe.directory ${cwd}`;
  }
  return `${cwd} is not in a git repository; start one with: git init`;
}

async function hooksPathOf(top: string, env: NodeJS.ProcessEnv): Promise<HooksPath | undefined> {
  const ran = await git(['config', '--show-scope', '--get', 'core.hooksPath'], { cwd: top, env });
  const found = /^(\w+)\t(.*)\n$/.exec(fromBinary(ran.out));
  return ran.code === 0 && found !== null ? { scope: found[1] ?? '', value: found[2] ?? '' } : undefined;
}

async function configHooksOf(top: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const args = ['config', '--local', '-z', '--get-regexp', '^hook\\.secretguard'];
  const ran = await git(args, { cwd: top, env });
  return ran.out
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.replace('\n', ' '));
}

/** Names of the hooks in a folder that git would run. */
async function activeHooks(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  const runs = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined);
      return found?.isFile() === true && (found.mode & 0o111) !== 0 && /^[a-z0-9-]+$/.test(name);
    }),
  );
  return names.filter((_, i) => runs[i]).sort();
}

type Home = { readonly folder: string; readonly package: Survey['package'] };

/**
 * The package that `init` wires: of the package.json files from `cwd` up to the top level the highest that lists
 * secretguard, else the highest of all (in a workspace that is its root, whose scripts an install runs).
 */
async function homeOf(top: string, cwd: string): Promise<Result<Home>> {
  const real = below(await realpath(top), await realpath(cwd)) ?? '';
  const parts = real.split('/').filter((part) => part !== '');
  const folders = Array.from({ length: parts.length + 1 }, (_, n) => parts.slice(0, n).join('/'));
  const found: Home[] = [];
  for (const folder of folders) {
    const path = folder === '' ? 'package.json' : `${folder}/package.json`;
    const state = await readState(top, path);
    if (!state.ok) return state;
    if (state.value === undefined) continue;
    const json = readPackageJson(state.value.text);
    if (typeof json === 'string') return fail('bad-input', `${path} is not valid: ${json}`, path);
    found.push({ folder, package: { path, text: state.value.text, json } });
  }
  const listed = found.find((home) => home.package !== undefined && 'secretguard' in home.package.json.dependencies);
  return ok(listed ?? found[0] ?? { folder: '', package: undefined });
}

async function presentFiles(top: string, home: string): Promise<ReadonlySet<string>> {
  const present = new Set<string>();
  for (const folder of new Set([join(top, home), top])) {
    for (const name of MANAGER_FILES) if (await exists(join(folder, name))) present.add(name);
    if (present.size > 0) break;
  }
  const lock = await readFile(join(top, home, 'yarn.lock'), 'utf8').catch(() => '');
  if (/^__metadata:/m.test(lock)) present.add('.yarnrc.yml');
  return present;
}

/** `node_modules/secretguard` of the nearest folder up from `home`; under PnP the folder it is unplugged into. */
async function installedFolder(home: string): Promise<string | undefined> {
  for (let folder = home; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', 'secretguard');
    if (await exists(join(candidate, 'hooks', 'pre-commit'))) return candidate;
    if (dirname(folder) === folder) break;
  }
  if (process.versions.pnp === undefined) return undefined;
  try {
    const found = dirname(createRequire(join(home, 'package.json')).resolve('secretguard/package.json'));
    return (await exists(join(found, 'hooks', 'pre-commit'))) ? found : undefined;
  } catch {
    return undefined; // not installed: the caller says what to do
  }
}

/** An unplugged folder is named by version and hash; a wildcard for them survives the next update. */
function withoutVersion(folder: string): string {
  return folder.replace(/([\\/])secretguard-[^\\/]+(?=[\\/]node_modules[\\/]secretguard$)/, '$1secretguard-*');
}

function relativeTo(top: string, path: string): string {
  const inside = below(top, path);
  if (inside !== undefined) return inside;
  const ups = [];
  for (let folder = top; ; folder = dirname(folder)) {
    const rest = below(folder, path);
    if (rest !== undefined) return [...ups, rest].join('/');
    if (dirname(folder) === folder || !isAbsolute(folder)) return path;
    ups.push('..');
  }
}
