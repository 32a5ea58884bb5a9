import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '..');
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes with the test. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'secretguard-test-'));
  folders.push(folder);
  return folder;
}

/** The environment without anything that ties git to another repository or to the user's settings. */
export function cleanEnv(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env))
    if (!name.startsWith('GIT_') && name !== 'CI' && !name.startsWith('GITHUB_')) env[name] = value;
  return {
    ...env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.com',
    NO_COLOR: '1',
    ...more,
  };
}

export interface Run {
  readonly status: number | null;
  readonly out: string;
}

/** A git repository with real git and the real hook. */
export interface Repo {
  readonly dir: string;
  /** PATH with the command on it. */
  readonly path: string;
  git(...args: string[]): string;
  /** Runs git and gives its exit code and everything it printed. */
  tryGit(args: readonly string[], env?: NodeJS.ProcessEnv): Run;
  write(path: string, content: string | Uint8Array): void;
  link(path: string, target: string): void;
  /** Runs a shipped hook the way husky does. */
  hook(name?: string, env?: NodeJS.ProcessEnv, args?: readonly string[], input?: string): Run;
  /** Runs the command line. */
  run(args: readonly string[], env?: NodeJS.ProcessEnv, input?: string): Run;
}

const COVERED = 'node_modules/\n.env\n.env.local\n.env.production\n';

/** A folder with `secretguard` as node_modules/.bin would have it. */
export function binFolder(): string {
  const bin = join(scratch(), 'bin');
  mkdirSync(bin);
  symlinkSync(join(ROOT, 'dist/cli.cjs'), join(bin, 'secretguard'));
  return bin;
}

let shared: string | undefined;

function sharedBin(): string {
  shared ??= binFolder();
  return shared;
}

/** A new repository with one commit that holds a good `.gitignore`, unless told otherwise. */
export function newRepo(
  options: { readonly initial?: boolean; readonly init?: readonly string[]; readonly dir?: string } = {},
): Repo {
  const dir = options.dir ?? join(scratch(), 'repo');
  mkdirSync(dir, { recursive: true });
  const bin = sharedBin();
  const env = (more: NodeJS.ProcessEnv = {}) => {
    const clean = cleanEnv(more);
    return { ...clean, PATH: more['PATH'] ?? `${bin}${delimiter}${clean['PATH']}` };
  };
  const repo: Repo = {
    dir,
    path: env()['PATH'] ?? '',
    git: (...args) =>
      execFileSync('git', args, { cwd: dir, env: env(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    tryGit: (args, more) => finished(spawnSync('git', args, { cwd: dir, env: env(more), encoding: 'utf8' })),
    write(path, content) {
      mkdirSync(dirname(resolve(dir, path)), { recursive: true });
      writeFileSync(resolve(dir, path), content);
    },
    link(path, target) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      symlinkSync(target, join(dir, path));
    },
    hook: (name = 'pre-commit', more = {}, args = [], input = '') =>
      finished(
        spawnSync('sh', ['-e', join(ROOT, 'hooks', name), ...args], {
          cwd: dir,
          env: env(more),
          encoding: 'utf8',
          input,
          maxBuffer: 1 << 28,
        }),
      ),
    run: (args, more = {}, input = '') =>
      finished(
        spawnSync('secretguard', args, { cwd: dir, env: env(more), encoding: 'utf8', input, maxBuffer: 1 << 28 }),
      ),
  };
  if (options.initial !== false && options.init === undefined && options.dir === undefined) {
    cpSync(template(), dir, { recursive: true });
    return repo;
  }
  repo.git('init', '-q', '-b', 'main', '--template=', ...(options.init ?? []));
  if (options.initial !== false) {
    repo.write('.gitignore', COVERED);
    repo.git('add', '.gitignore');
    repo.git('commit', '-q', '-m', 'first');
  }
  return repo;
}

let first: string | undefined;

/** The usual repository is made once and copied. */
function template(): string {
  first ??= newRepo({ dir: join(scratch(), 'first') }).dir;
  return first;
}

/** Installs the shipped hook as git's own, so that `git commit` runs it. */
export function arm(repo: Repo, ...names: readonly string[]): void {
  for (const name of names.length > 0 ? names : ['pre-commit', 'pre-merge-commit']) {
    const file = join(repo.git('rev-parse', '--git-path', 'hooks').trim(), name);
    mkdirSync(dirname(resolve(repo.dir, file)), { recursive: true });
    writeFileSync(resolve(repo.dir, file), `#!/bin/sh\nexec sh -e '${join(ROOT, 'hooks', name)}' "$@"\n`);
    chmodSync(resolve(repo.dir, file), 0o755);
  }
}

function finished(done: { status: number | null; stdout: string; stderr: string }): Run {
  return { status: done.status, out: `${done.stdout}${done.stderr}` };
}
