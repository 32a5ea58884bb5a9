import { lstat } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../result.ts';
import { eolOf } from '../changes/lines.ts';
import { git } from './run.ts';

/** Env files that every package of a project must ignore. */
export const ENV_FILES = ['.env', '.env.local', '.env.production'] as const;

export interface IgnoreSurvey {
  /** Lines that the root `.gitignore` lacks. */
  readonly missing: readonly string[];
  /** Env files that a `.gitignore` further down takes back in: `packages/a/.gitignore:3: !.env`. */
  readonly takenBack: readonly { readonly path: string; readonly by: string }[];
  /** Env files that git tracks already: ignoring does not change that. */
  readonly tracked: readonly string[];
  /** git does not follow a `.gitignore` that is a link. */
  readonly isLink: boolean;
}

/** Asks git which env files a fresh clone of this work tree would ignore; rules of this machine alone do not count. */
export async function surveyIgnores(top: string, env: NodeJS.ProcessEnv): Promise<Result<IgnoreSurvey>> {
  const where = { cwd: top, env };
  const listed = await git(['ls-files', '-z', '-co', '--exclude-standard', '--', ':(glob)**/package.json'], where);
  const envs = ENV_FILES.map((name) => `:(glob)**/${name}`);
  const tracked = await git(['ls-files', '-z', '--', ...envs, ':(glob)**/.env.*.local', ':(glob)**/.env.keys'], where);
  if (listed.code !== 0 || tracked.code !== 0) return fail('git-failed', 'git ls-files failed');
  const folders = new Set(['', ...names(listed.out).filter(isPackage).map(folderOf)]);
  const paths = [...folders].flatMap((folder) => ENV_FILES.map((name) => folder + name));
  const args = ['-c', `core.excludesFile=${devNull}`, 'check-ignore', '-z', '--stdin', '--no-index', '-v', '-n'];
  const ran = await git(args, { ...where, input: Buffer.from(paths.map((path) => `${path}\0`).join(''), 'latin1') });
  if (ran.code > 1) return fail('git-failed', `git check-ignore failed with exit code ${ran.code}`);
  return ok({
    ...judge(ran.out),
    tracked: names(tracked.out),
    isLink: await lstat(join(top, '.gitignore')).then(
      (found) => found.isSymbolicLink(),
      () => false,
    ),
  });
}

/** The root `.gitignore` with the missing lines at its end, where they win. */
export function addIgnores(text: string | undefined, missing: readonly string[]): string | undefined {
  if (missing.length === 0) return text;
  const eol = eolOf(text ?? '');
  const head = text === undefined || text === '' || text.endsWith('\n') ? (text ?? '') : text + eol;
  return head + missing.map((line) => line + eol).join('');
}

/** `-v -n -z` records: source, line, pattern, path; the first three are empty where nothing matched. */
function judge(out: string): Pick<IgnoreSurvey, 'missing' | 'takenBack'> {
  const fields = names(out, true);
  const missing = new Set<string>();
  const takenBack: { path: string; by: string }[] = [];
  for (let i = 0; i + 3 < fields.length; i += 4) {
    const [source = '', line = '', pattern = '', path = ''] = fields.slice(i, i + 4);
    const inTree = /(?:^|\/)\.gitignore$/.test(source);
    if (inTree && !pattern.startsWith('!')) continue;
    if (inTree && source !== '.gitignore') takenBack.push({ path, by: printable(`${source}:${line}: ${pattern}`) });
    else missing.add(path.slice(path.lastIndexOf('/') + 1));
  }
  return { missing: ENV_FILES.filter((name) => missing.has(name)), takenBack };
}

/** A pattern is somebody's text: it must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/[\x00-\x1f\x7f]/g, '?');
}

function names(out: string, keepEmpty = false): string[] {
  const all = out.split('\0').slice(0, -1);
  return keepEmpty ? all : all.filter((name) => name !== '');
}

function isPackage(path: string): boolean {
  return !/(?:^|\/)node_modules\//.test(path);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
