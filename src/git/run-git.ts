import { fail, ok, type Result } from '../result.ts';

/** Variables that change what pathspecs mean or which paths are shown; git dies of them or silently finds nothing. */
const BENDING = [
  'GIT_LITERAL_PATHSPECS', 'GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS', 'GIT_INTERNAL_SUPER_PREFIX',
]; // biome-ignore format: a list

/** The variables that `git rev-parse --local-env-vars` lists: they tie git to one repository. */
const LOCAL = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_CONFIG', 'GIT_CONFIG_PARAMETERS', 'GIT_CONFIG_COUNT', 'GIT_OBJECT_DIRECTORY',
  'GIT_DIR', 'GIT_WORK_TREE', 'GIT_IMPLICIT_WORK_TREE', 'GIT_GRAFT_FILE', 'GIT_INDEX_FILE', 'GIT_NO_REPLACE_OBJECTS',
  'GIT_REPLACE_REF_BASE', 'GIT_PREFIX', 'GIT_SHALLOW_FILE', 'GIT_COMMON_DIR', 'GIT_INTERNAL_SUPER_PREFIX',
]; // biome-ignore format: a list

export interface GitOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input?: string | Uint8Array;
  /** Exit codes that are answers rather than failures; 0 always is. */
  readonly accept?: readonly number[];
}

export interface GitAnswer {
  readonly status: number;
  readonly stdout: Buffer;
  /** What it printed on stderr: for looking into, not for showing. */
  readonly stderr: Buffer;
}

/**
 * The environment for reading the repository that the caller stands in: its own GIT_* kept, what bends answers taken out. Grafts and
 * replacements hide commits, which are pushed all the same.
 */
export function readingEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const asStored = { GIT_NO_REPLACE_OBJECTS: '1', GIT_GRAFT_FILE: '/dev/null' };
  const clean = { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', ...asStored };
  for (const name of BENDING) delete (clean as NodeJS.ProcessEnv)[name];
  return clean;
}

/** The environment for any other repository: nothing of the current one, nothing of the user's or system's settings. */
export function foreignEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const clean: NodeJS.ProcessEnv = {
    ...readingEnv(env),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
  };
  for (const name of LOCAL) delete clean[name];
  for (const name of Object.keys(clean))
    if (/^GIT_(CONFIG_(KEY|VALUE)_\d+|CEILING_DIRECTORIES|TEMPLATE_DIR)$/.test(name)) delete clean[name];
  return clean;
}

/**
 * Runs git and waits for it. The message never quotes what git printed, which may hold content.
 *
 * @returns `git-missing`, or `git-failed` for an exit code that is not accepted or a signal.
 */
export function runGit(args: readonly string[], options: GitOptions): Result<GitAnswer> {
  const { spawnSync } = process.getBuiltinModule('node:child_process'); // 2 ms that a scan outside repositories need not pay
  const done = spawnSync('git', args, {
    cwd: options.cwd,
    env: options.env,
    ...(options.input === undefined ? {} : { input: options.input }),
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 31,
    windowsHide: true,
  });
  const verb = args.find((a, i) => !a.startsWith('-') && args[i - 1] !== '-c') ?? '';
  if (done.error !== undefined) {
    const code = (done.error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return fail('git-missing', 'git was not found on the PATH');
    return fail('git-failed', `git ${verb} could not be run (${code ?? 'unknown error'})`);
  }
  if (done.status === null) return fail('git-failed', `git ${verb} was ended by ${done.signal ?? 'a signal'}`);
  if (done.status !== 0 && !(options.accept ?? []).includes(done.status)) {
    const cause = causeOf(done.stderr.toString('latin1'));
    return fail('git-failed', `git ${verb} failed with exit code ${done.status}${cause}`);
  }
  return ok({ status: done.status, stdout: done.stdout, stderr: done.stderr });
}

/** The one line that git printed, without its end. */
export function lineOf({ stdout }: GitAnswer): string {
  return stdout.toString('utf8').replace(/\r?\n$/, '');
}

/** The few causes that help a person and cannot quote content. */
export function causeOf(stderr: string): string {
  if (/not a git repository/i.test(stderr)) return ' (not a git repository)';
  if (/dubious ownership/i.test(stderr))
    return ' (the repository belongs to another user; see git help config, safe.directory)';
  if (/index file (smaller|corrupt)|bad (index|signature)|index uses|unknown index/i.test(stderr))
    return ' (the index is corrupt)';
  if (/unable to read|missing (blob|tree)|could not read|bad object|unable to unpack|corrupt/i.test(stderr))
    return ' (an object is missing or corrupt)';
  if (/bad config|bad numeric|bad boolean/i.test(stderr)) return ' (a git setting is broken)';
  return '';
}
