import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { lineOf, readingEnv, runGit } from '../../git/run-git.ts';
import type { Trouble } from '../../model.ts';
import type { World } from '../command.ts';

/** A folder to scan, or some files of one. */
export interface Target {
  /** Absolute. */
  readonly dir: string;
  /** Only these, not all; native names below `dir`. */
  readonly only?: readonly string[];
  /** What stands before each name in reports, and in what policy sees: '' or ending in `/`. */
  readonly shown: string;
  readonly place: string;
  /** It lies in the project's repository, so that git says what belongs to it. */
  readonly tracked: boolean;
}

/** Where settings and allowlist are, and what is to be scanned. */
export interface Project {
  /** Absolute: the top level of the repository, or the current folder. */
  readonly top: string;
  readonly isRepository: boolean;
  readonly targets: readonly Target[];
  /** The targets are the whole project. */
  readonly isWhole: boolean;
  /** Paths that are not there or cannot be entered. */
  readonly failures: readonly Trouble[];
}

/**
 * The project around the current folder, or around the only path given where the current folder is in none; and what the paths
 * mean in it. A path in another repository is just files.
 */
export function projectOf(paths: readonly string[], world: Pick<World, 'cwd' | 'env'>): Project {
  const failures: Trouble[] = [];
  const resolved: { given: string; real: string; isFolder: boolean }[] = [];
  for (const given of paths) {
    try {
      const real = realpathSync(resolve(world.cwd, given));
      resolved.push({ given, real, isFolder: statSync(real).isDirectory() });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      const message = code === 'ENOENT' ? 'there is no such file or folder' : `it cannot be read (${code})`;
      failures.push({ path: given, message });
    }
  }
  const cwd = realpathSync(world.cwd);
  const first = resolved[0];
  const top =
    topOf(cwd, world.env) ??
    (paths.length === 1 && first !== undefined
      ? topOf(first.isFolder ? first.real : dirname(first.real), {})
      : undefined);
  for (const { given, real } of paths.length === 0 ? [{ given: '.', real: cwd }] : resolved)
    if (isGitFolder(real)) failures.push({ path: given, message: PACKED });
  const project = { top: top ?? cwd, isRepository: top !== undefined, failures };
  if (paths.length === 0) {
    const whole = { dir: project.top, shown: '', place: '', tracked: project.isRepository };
    return { ...project, targets: [whole], isWhole: true };
  }
  const targets = withoutNested(resolved).map(({ given, real, isFolder }) => {
    const isOnly = isFolder && paths.length === 1;
    const dir = isFolder ? real : dirname(real);
    const inside = isInside(dir, project.top);
    return {
      dir,
      ...(isFolder ? {} : { only: [basename(real)] }),
      shown: isOnly ? '' : folderPrefix(shownFolder(isFolder ? given : dirname(given), cwd)),
      place: folderPrefix(inside ? posix(relative(project.top, dir)) : ''),
      tracked: isFolder && top !== undefined && inside && (dir === top || topOf(dir, world.env) === top),
    };
  });
  return { ...project, targets, isWhole: targets.some((t) => t.only === undefined && t.dir === project.top) };
}

const PACKED = 'git keeps here what it stores, packed: no file of it was looked into; secretguard scan --history does';

function topOf(dir: string, more: NodeJS.ProcessEnv): string | undefined {
  const env = { ...process.env, ...more };
  if (isOutside(dir, env)) return undefined;
  const answer = runGit(['rev-parse', '--show-toplevel'], { cwd: dir, env: readingEnv(env) });
  const top = answer.ok ? lineOf(answer.value) : '';
  return top === '' ? undefined : realpathSync(top);
}

/** Whether a folder is git's own, as that of a bare repository is: what it holds is packed. */
function isGitFolder(dir: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(dir, name)));
}

/** Whether git, which takes 5 ms, need not be asked: no folder up to the root holds a `.git`, and nothing names a repository elsewhere. */
function isOutside(dir: string, env: NodeJS.ProcessEnv): boolean {
  if (env['GIT_DIR'] !== undefined || env['GIT_WORK_TREE'] !== undefined) return false;
  for (let at = dir; !existsSync(join(at, '.git')); at = dirname(at)) if (dirname(at) === at) return true;
  return false;
}

/** What is given twice, or lies in another path given, is scanned once. */
function withoutNested<T extends { readonly real: string; readonly isFolder: boolean }>(paths: readonly T[]): T[] {
  return paths.filter(
    (path, i) =>
      !paths.some((other, k) => (other.real === path.real ? k < i : other.isFolder && isInside(path.real, other.real))),
  );
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** As given, from the current folder where it lies in it. */
function shownFolder(given: string, cwd: string): string {
  const path = resolve(cwd, given);
  return isInside(path, cwd) ? posix(relative(cwd, path)) : posix(path);
}

function folderPrefix(path: string): string {
  return path === '' || path.endsWith('/') ? path : `${path}/`;
}

function posix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
