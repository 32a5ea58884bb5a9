import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../result.ts';
import { foreignEnv, runGit } from './run-git.ts';

/**
 * Asks git which paths a fresh clone would ignore, in a private scratch folder that holds nothing but `.gitignore` files.
 *
 * @param ignoreFiles raw path → content, one character a byte each
 * @param paths raw paths, one character a byte
 * @param env the caller's environment; nothing of the current repository or the user's settings reaches git
 * @returns the ignored ones of `paths`
 */
export function ignoredInClone(
  ignoreFiles: ReadonlyMap<string, string>,
  paths: readonly string[],
  env: NodeJS.ProcessEnv,
): Result<ReadonlySet<string>> {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'secretguard-'));
    for (const part of ['.git/objects', '.git/refs']) mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
    for (const [raw, content] of ignoreFiles) writeRaw(folder, raw, Buffer.from(content, 'latin1'));
    const args = [
      '-c',
      'core.ignoreCase=false',
      '-c',
      'core.excludesFile=/dev/null',
      'check-ignore',
      '-z',
      '--stdin',
      '--no-index',
    ];
    // git takes each for a pathspec: a folder may be named `:(top)`
    const input = Buffer.from(paths.map((p) => `./${p}\0`).join(''), 'latin1');
    const answer = runGit(args, { cwd: folder, env: foreignEnv(env), input, accept: [1] });
    if (!answer.ok) return answer;
    const named = answer.value.stdout.toString('latin1').split('\0').filter(Boolean);
    return ok(new Set(named.map((path) => path.slice('./'.length))));
  } catch (error) {
    return fail(
      'unreadable',
      `a scratch folder for git could not be made (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function writeRaw(folder: string, raw: string, content: Buffer): void {
  const path = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(raw, 'latin1')]);
  mkdirSync(Buffer.from(dirname(path.toString('latin1')), 'latin1'), { recursive: true });
  writeFileSync(path, content);
}
