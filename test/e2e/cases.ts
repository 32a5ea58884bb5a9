import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { newRepo, type Repo, type Run } from '../repo.ts';
import { githubToken } from '../tokens.ts';

export const TOKEN = githubToken();
export const LEAK = `const t = "${TOKEN}";\n`;
/** Lines that make a file similar to itself after a rename. */
export const LINES = 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n';

export interface Case {
  readonly name: string;
  readonly want: 0 | 1;
  /** Leaves the index as it is to be checked. An object that it returns, alone or last of a list, goes into the environment. */
  readonly make: (repo: Repo) => unknown;
  readonly initial?: boolean;
  readonly init?: readonly string[];
  /** What the output must hold. */
  readonly says?: RegExp;
  /** What it must not hold, beside the token. */
  readonly hides?: readonly string[];
}

/** Runs the shipped hook on each case; where it blocks also `secretguard check`, whose exit code tells a leak from a failure. */
export function runCases(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases)('$name → exit $want', (one) => {
      const repo = newRepo({
        ...(one.initial === undefined ? {} : { initial: one.initial }),
        ...(one.init === undefined ? {} : { init: one.init }),
      });
      const env = environmentOf(one.make(repo));
      const hook = repo.hook('pre-commit', env);
      expect(judged(one, hook.status, hook.out)).toEqual(wanted(one.want));
      if (one.want === 0) return; // the exit code of the hook says it all
      const check = repo.run(['check'], env);
      expect(judged(one, check.status, check.out)).toEqual(wanted(one.want));
    });
  });
}

function environmentOf(made: unknown): NodeJS.ProcessEnv {
  const last: unknown = Array.isArray(made) ? made.at(-1) : made;
  return typeof last === 'object' && last !== null ? { ...last } : {};
}

function judged({ want, says, hides = [] }: Case, exit: number | null, out: string) {
  const told = [TOKEN, TOKEN.slice(8, 24), ...hides].some((secret) => out.includes(secret));
  const failed = /could not check|NOT CHECKED|internal error/.test(out);
  const missing = says !== undefined && !says.test(out);
  const sound = exit === want && !told && !failed && !missing;
  return { exit, told, failed, missing, out: sound ? '' : out };
}

function wanted(exit: number) {
  return { exit, told: false, failed: false, missing: false, out: '' };
}

/** Writes and stages a file, ignored or not. */
export const add = (path: string, content: string | Uint8Array) => (repo: Repo) => {
  repo.write(path, content);
  repo.git('--literal-pathspecs', 'add', '-f', '--', path);
};

/** The same, several at once. */
export const addAll = (files: Readonly<Record<string, string | Uint8Array>>) => (repo: Repo) => {
  for (const [path, content] of Object.entries(files)) repo.write(path, content);
  repo.git('--literal-pathspecs', 'add', '-f', '--', ...Object.keys(files));
};

export const commit = (repo: Repo, path: string, content: string | Uint8Array, message = 'm') => {
  add(path, content)(repo);
  repo.git('commit', '-q', '-m', message);
};

/** Commits several files. */
export const commitAll = (repo: Repo, files: Readonly<Record<string, string | Uint8Array>>, message = 'm') => {
  addAll(files)(repo);
  repo.git('commit', '-q', '-m', message);
};

/** Puts a blob into the object store; its id. */
export const blob = (repo: Repo, content: string | Uint8Array): string =>
  spawnSync('git', ['hash-object', '-w', '--stdin'], { cwd: repo.dir, input: content, encoding: 'utf8' }).stdout.trim();

/** Puts an entry into the index that the work tree does not have. */
export const cacheInfo = (repo: Repo, mode: string, oid: string, path: string) =>
  repo.git('update-index', '--add', '--cacheinfo', `${mode},${oid},${path}`);

/** What a command printed and whether git went through with it. */
export function expectRun(done: Run, want: number): void {
  const told = done.out.includes(TOKEN);
  const failed = /could not check|NOT CHECKED/.test(done.out);
  const exit = done.status === 0 ? 0 : 1;
  expect({ exit, told, out: exit === want && !told && !failed ? '' : done.out }).toEqual({
    exit: want,
    told: false,
    out: '',
  });
}
