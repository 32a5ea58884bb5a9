import { delimiter } from 'node:path';
import { execa } from 'execa';

/** What git sets for the hooks and aliases it starts: with these inherited, git would look at another repository. */
const LOCAL_GIT = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_CONFIG',
  'GIT_CONFIG_PARAMETERS',
  'GIT_CONFIG_COUNT',
  'GIT_OBJECT_DIRECTORY',
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_GRAFT_FILE',
  'GIT_INDEX_FILE',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_REPLACE_REF_BASE',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_COMMON_DIR',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
  'GIT_QUARANTINE_PATH',
  'GIT_NAMESPACE',
];

export interface Ran {
  /** Exit code; 127 where the program could not be started, 124 where it took too long. */
  readonly code: number;
  /** One character a byte. */
  readonly out: string;
  readonly err: string;
}

export interface Where {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input?: string | Uint8Array;
  readonly timeoutMs?: number;
}

/** Runs a program to its end; a failure is a code, never an exception, and never quotes what the program read. */
export async function run(file: string, args: readonly string[], where: Where): Promise<Ran> {
  const done = await execa(file, args, {
    cwd: where.cwd,
    env: where.env,
    extendEnv: false,
    reject: false,
    encoding: 'latin1',
    stripFinalNewline: false,
    ...(where.input === undefined ? { stdin: 'ignore' as const } : { input: where.input }),
    ...(where.timeoutMs === undefined ? {} : { timeout: where.timeoutMs }),
  });
  const code = done.timedOut ? 124 : (done.exitCode ?? (done.code === undefined ? 1 : 127));
  return { code, out: done.stdout, err: done.stderr };
}

/** Runs git on the repository around `cwd`, whatever repository the caller's environment names. */
export async function git(args: readonly string[], where: Where): Promise<Ran> {
  return run('git', args, { ...where, env: plainEnv(where.env) });
}

/** The environment without what would point git at another repository or index. */
export function plainEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const plain: NodeJS.ProcessEnv = { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  for (const name of LOCAL_GIT) delete plain[name];
  return plain;
}

/**
 * The environment of a commit that a person makes: without what npx, yarn and pnpm put before PATH and into NODE_OPTIONS
 * for the commands they start, or a hook that needs it would pass here and fail there.
 */
export function commitEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const plain = plainEnv(env);
  const parts = (env.PATH ?? '').split(delimiter);
  const lent = /[\\/]node_modules[\\/]\.bin[\\/]?$|[\\/]node-gyp-bin$|[\\/]xfs-[0-9a-f]+$|[\\/]bun-node-[0-9a-f]+$/;
  plain.PATH = parts.filter((part) => !lent.test(part)).join(delimiter);
  if (/\.pnp\.c?js/.test(env.NODE_OPTIONS ?? '')) delete plain.NODE_OPTIONS;
  for (const name of Object.keys(plain))
    if (/^(?:npm_|INIT_CWD$|PROJECT_CWD$|BERRY_BIN_FOLDER$)/.test(name)) delete plain[name];
  return plain;
}
