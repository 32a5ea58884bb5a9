import { availableParallelism } from 'node:os';
import type { ExitCode } from '../command.ts';
import { asksForMuch } from './is-long.ts';
import { canReadAhead, startReaderThread } from './reader-start.ts';

/**
 * What stands behind `scan` → exit code. Where there is surely much to read, the thread that reads ahead starts before all that a scan
 * may need is loaded, which takes as long as it does.
 */
export async function begin(argv: readonly string[]): Promise<ExitCode> {
  const reader =
    availableParallelism() > 1 && canReadAhead() && asksForMuch(argv, process.cwd()) ? startReaderThread() : undefined;
  try {
    return await (await import('./whole.ts')).scanAll(argv, reader);
  } finally {
    reader?.close();
  }
}
