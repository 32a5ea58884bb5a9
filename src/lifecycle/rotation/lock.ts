import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../result.ts';
import { isRunning } from './private-folder.ts';

const FILE = 'rotation-lock';

/**
 * Only one rotation changes a clone at a time: two would each write a ledger without the other's lines. What a killed one left
 * does not count.
 *
 * @param folder `git rev-parse --git-path secretguard`
 * @returns what gives it back; `write-failed` while another one runs
 */
export function takeLock(folder: string): Result<() => void> {
  const file = join(folder, FILE);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return ok(() => rmSync(file, { force: true }));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      if (code !== 'EEXIST') return fail('write-failed', `${file} could not be made (${code})`);
    }
    const pid = holderOf(file);
    if (pid !== undefined && isRunning(pid))
      return fail('write-failed', `another rotation is going on here (process ${pid}); nothing was changed`);
    rmSync(file, { force: true });
  }
  return fail('write-failed', 'another rotation is going on here; nothing was changed');
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined; // given back meanwhile
  }
}
