import { readdirSync, readFileSync } from 'node:fs';
import type { Secret } from '../../secret.ts';

export interface UsingProcess {
  readonly pid: number;
  /** Name of the program, as the system shortens it: `node`. */
  readonly program: string;
  /** The variable that holds the value. */
  readonly variable: string;
}

/**
 * Processes that were started with the value in their environment, as far as this user may look; only Linux tells.
 *
 * @returns undefined where the system does not tell
 */
export function processesUsing(secret: Secret, root = '/proc'): readonly UsingProcess[] | undefined {
  let pids: string[];
  try {
    pids = readdirSync(root).filter((name) => /^\d+$/.test(name));
    readFileSync(`${root}/${process.pid}/environ`);
  } catch {
    return undefined;
  }
  return pids.flatMap((pid) => {
    if (Number(pid) === process.pid) return [];
    const variable = variableWith(secret, `${root}/${pid}/environ`);
    return variable === undefined ? [] : [{ pid: Number(pid), program: programOf(`${root}/${pid}/comm`), variable }];
  });
}

function variableWith(secret: Secret, file: string): string | undefined {
  try {
    const entries = readFileSync(file, 'utf8').split('\0');
    const found = entries.find((entry) => entry.slice(entry.indexOf('=') + 1).includes(secret.reveal()));
    return found?.slice(0, found.indexOf('='));
  } catch {
    return undefined; // it ended, or it is another user's
  }
}

function programOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return 'ended';
  }
}
