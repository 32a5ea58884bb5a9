import { availableParallelism } from 'node:os';
import type { ExitCode, World } from '../command.ts';
import { canLookAhead, startAheadThread } from './ahead-start.ts';
import { asksForMuch } from './is-long.ts';
import { asksForLongHistory } from './is-long-history.ts';
import { canReadAhead, startReaderThread } from './reader-start.ts';

/**
 * What stands behind `scan` → exit code. Where there is surely much to read, the thread that works ahead starts before all that a scan
 * may need is loaded, which takes as long as it does.
 */
export async function begin(argv: readonly string[]): Promise<ExitCode> {
  const started = availableParallelism() > 1 ? threadFor(argv) : {};
  try {
    return await (await import('./whole.ts')).scanAll(argv, started);
  } finally {
    started.reader?.close();
    started.ahead?.close();
  }
}

function threadFor(argv: readonly string[]): Pick<World, 'reader' | 'ahead'> {
  const cwd = process.cwd();
  if (canReadAhead() && asksForMuch(argv, cwd)) return { reader: startReaderThread() };
  if (canLookAhead() && asksForLongHistory(argv, cwd, process.env)) return { ahead: startAheadThread() };
  return {};
}
