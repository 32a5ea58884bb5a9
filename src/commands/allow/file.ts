import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { ALLOWLIST_FILE } from '../../decide/allowlist.ts';
import { readingEnv, runGit } from '../../git/run-git.ts';
import { fail, ok, type Result } from '../../result.ts';

export interface AllowFile {
  readonly top: string;
  /** '' where there is none. */
  readonly text: string;
  /** The file on disk is not what the index holds. */
  readonly hasUnstaged: boolean;
}

/** The allowlist on disk. */
export function readAllowFile(top: string, env: NodeJS.ProcessEnv): Result<AllowFile> {
  const path = join(top, ALLOWLIST_FILE);
  let text = '';
  try {
    if (!lstatSync(path).isFile())
      return fail('unreadable', `${ALLOWLIST_FILE} is no regular file: hooks do not read it`);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT') return fail('unreadable', `${ALLOWLIST_FILE} cannot be read (${code ?? 'unknown error'})`);
  }
  const staged = runGit(['cat-file', 'blob', `:${ALLOWLIST_FILE}`], { cwd: top, env: readingEnv(env), accept: [128] });
  if (!staged.ok) return staged;
  return ok({ top, text, hasUnstaged: staged.value.stdout.toString('utf8') !== text });
}

/**
 * Writes the file as a whole and stages it.
 *
 * @returns `write-failed` where nothing was changed; `git-missing` or `git-failed` where it is written but not staged
 */
export async function saveAllowFile({ top }: AllowFile, text: string, env: NodeJS.ProcessEnv): Promise<Result<void>> {
  const path = join(top, ALLOWLIST_FILE);
  const draft = join(top, `${ALLOWLIST_FILE}.${process.pid}.tmp`);
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    return fail(
      'write-failed',
      `${ALLOWLIST_FILE} could not be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
  const staged = await execa('git', ['add', '--force', '--', ALLOWLIST_FILE], {
    cwd: top,
    env: readingEnv(env),
    extendEnv: false,
    reject: false,
    stdio: 'ignore',
  });
  if (!staged.failed) return ok(undefined);
  const how =
    staged.exitCode === undefined ? 'git could not be run' : `git add failed with exit code ${staged.exitCode}`;
  return fail('git-failed', `${ALLOWLIST_FILE} is written but not staged: ${how}; run: git add ${ALLOWLIST_FILE}`);
}
