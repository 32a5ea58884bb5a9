import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dayOf } from '../../days.ts';

/** What the ledger and the env files looked like when the rotation was told of last: no content, only sizes and times. */
export interface RotationStamp {
  /** Where it is kept: in git's own folder. */
  readonly file: string;
  /** One line. */
  readonly state: string;
}

/**
 * Costs a look at the ledger's file, and where there is one a look at each env file; nothing is read or loaded.
 *
 * @param files env files, raw paths from `top`
 * @returns undefined where the project has no ledger, or git's folder is not told by the file system
 */
export function rotationStamp(
  top: string,
  env: NodeJS.ProcessEnv,
  files: readonly string[],
): RotationStamp | undefined {
  const ledger = statOf(join(top, '.secretguard/rotation.jsonl'));
  if (ledger === undefined) return undefined;
  const folder = gitFolder(top, env);
  if (folder === undefined) return undefined;
  const parts = files.map(
    (raw) => `${raw}:${statOf(Buffer.from(`${Buffer.from(top).toString('latin1')}/${raw}`, 'latin1'))}`,
  );
  const state = [ledger, ...parts.sort()].join('|').replaceAll('\n', ' ');
  return { file: join(folder, 'secretguard/rotation-stamp'), state };
}

/** Whether nothing changed since, and it is still the day on which it was told. */
export function isQuiet({ file, state }: RotationStamp, now: Date): boolean {
  try {
    return readFileSync(file, 'utf8') === stampText(state, now);
  } catch {
    return false; // never told yet
  }
}

/** Whether only the day is another one. */
export function isSameState({ file, state }: RotationStamp): boolean {
  try {
    return readFileSync(file, 'utf8').startsWith(`${state}\n`);
  } catch {
    return false;
  }
}

/** What the file holds once it was told. */
export function stampText(state: string, now: Date): string {
  return `${state}\n${dayOf(now)}\n`;
}

function statOf(path: string | Buffer): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.size}:${found.mtimeMs}`;
}

/** A linked work tree has a file in the place of the folder. */
function gitFolder(top: string, env: NodeJS.ProcessEnv): string | undefined {
  const given = env['GIT_DIR'];
  if (given !== undefined) return resolve(top, given);
  const place = join(top, '.git');
  try {
    if (statSync(place).isDirectory()) return place;
    const [, target] = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(place, 'utf8')) ?? [];
    return target === undefined ? undefined : resolve(top, target);
  } catch {
    return undefined;
  }
}
