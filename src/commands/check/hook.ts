import { readSync, writeSync } from 'node:fs';
import { defaultSettings } from '../../../config/defaults.ts';
import { envName } from '../../decide/env-names.ts';
import { coversPlainly } from '../../decide/ignore-cover.ts';
import { openIndexStream } from '../../git/index-stream.ts';
import { CUT_INDEX, hookIndexIsWhole, topAbove } from '../../git/whole-index.ts';
import type { ExitCode } from '../command.ts';
import { type Examined, examine } from './examine.ts';
import { holdsSettings, prepare } from './prepare.ts';
import { isQuiet, rotationStamp } from './rotation-stamp.ts';

/**
 * What `hooks/pre-commit` pipes its git calls into. On the usual path (nothing found, plain `.gitignore`, no settings)
 * it loads nothing but itself; everything else is `finish`'s.
 */
export async function checkFromHook(cwd: string): Promise<ExitCode> {
  const top = topAbove(cwd, process.env);
  const stream = openIndexStream(readStdin, defaultSettings().maxFileBytes);
  if (!stream.ok) {
    writeSync(2, `secretguard: ${stream.error.message}\n`);
    return 2;
  }
  const custom = { found: false };
  let envFiles: readonly string[] = [];
  const seen = await examine(stream.value, async (sofar) => {
    custom.found = holdsSettings(sofar.texts) || sofar.texts.has('.secretguardallow');
    const plan = holdsSettings(sofar.texts)
      ? await (await import('./finish.ts')).prepareWithSettings(sofar, top)
      : await prepare(sofar, top);
    envFiles = plan.envFiles ?? [];
    return plan;
  });
  const id = seen.changes[0]?.oid ?? seen.files[0]?.oid ?? '';
  if (!hookIndexIsWhole(top, process.env, id.length === 64 ? 32 : 20)) seen.failures.push({ message: CUT_INDEX });
  const code = !custom.found && isPlainlyClean(seen) ? clean(seen) : await finish(seen, top);
  const stamp = rotationStamp(top, process.env, envFiles);
  if (stamp !== undefined && !isQuiet(stamp, new Date())) await (await import('./finish.ts')).tellRotation(stamp, top);
  return code;
}

function clean(seen: Examined): ExitCode {
  tell(summary(seen));
  return 0;
}

async function finish(seen: Examined, top: string): Promise<ExitCode> {
  const { finishInHook } = await import('./finish.ts');
  return finishInHook(seen, top);
}

/** Nothing found, nothing left unread, and the ignore files so plain that git need not be asked. */
export function isPlainlyClean(seen: Examined): boolean {
  if (seen.suspects.length > 0 || seen.failures.length > 0 || seen.skipped.length > 0) return false;
  if (seen.files.some((f) => envName(f.path) !== undefined && envName(f.path) !== 'example')) return false;
  const root = seen.texts.get('.gitignore');
  if (root === undefined) return false;
  const others = [...seen.texts].filter(([path]) => path.endsWith('/.gitignore')).map(([, text]) => text);
  return coversPlainly(root, others);
}

/** A full disk behind stdout, or nobody who reads it, makes nothing unclean. */
function tell(text: string): void {
  try {
    writeSync(1, text);
  } catch {
    // the exit code says it
  }
}

function summary({ changes, lineCount }: Examined): string {
  const files = `${changes.length} ${changes.length === 1 ? 'file' : 'files'}`;
  return `secretguard: ${files}, ${lineCount} ${lineCount === 1 ? 'line' : 'lines'} checked in ${Math.round(performance.now())} ms: clean\n`;
}

function readStdin(into: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, into, 0, into.length, null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error; // a pipe somebody made non-blocking: ask again
    }
  }
}
