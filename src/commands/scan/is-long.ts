import { basename, dirname, join, resolve } from 'node:path';
import { entriesOf, sizeOf, statOf } from './glance.ts';
import type { Target } from './targets.ts';

export const MANY_FILES = 100;
export const MANY_BYTES = 1 << 20;
/** A look takes a millisecond at most. */
const FOLDERS = 40;

/** Whether it will take long to search what is asked for, as a short look at the first folders tells. */
export function isLong(targets: readonly Pick<Target, 'dir' | 'only'>[], noIgnore: boolean): boolean {
  const look: Look = { files: 0, bytes: 0, folders: 0, noIgnore };
  return targets.some(({ dir, only }) => (only === undefined ? isLongIn(dir, look) : isMuch(dir, only, look)));
}

/** With these it takes more to know what is searched, where, or in how many threads. */
const OTHERWISE = /^(?:--(?:since|diff|stdin|client|package|env|threads|cwd|help)(?:=.*)?|-h)$/s;
const HISTORY = /^--history(?:=.*)?$/s;

export function asksOtherwise(argv: readonly string[]): boolean {
  return argv.some((arg) => OTHERWISE.test(arg));
}

/**
 * Whether arguments that nobody has understood yet surely ask for files or folders which it takes long to search. The value of an
 * option counts as a path where there is something of that name.
 */
export function asksForMuch(argv: readonly string[], cwd: string): boolean {
  if (asksOtherwise(argv) || argv.some((arg) => HISTORY.test(arg))) return false;
  const targets = argv.filter((arg) => !arg.startsWith('-')).flatMap((arg) => targetOf(resolve(cwd, arg)));
  return isLong(targets.length === 0 ? [{ dir: cwd }] : targets, argv.includes('--no-ignore'));
}

function targetOf(path: string): Pick<Target, 'dir' | 'only'>[] {
  const stat = statOf(path);
  if (stat === undefined) return [];
  return [stat.isDirectory() ? { dir: path } : { dir: dirname(path), only: [basename(path)] }];
}

interface Look {
  files: number;
  bytes: number;
  folders: number;
  readonly noIgnore: boolean;
}

function isLongIn(top: string, look: Look): boolean {
  const waiting = [top];
  for (let dir = waiting.pop(); dir !== undefined && look.folders < FOLDERS; dir = waiting.pop()) {
    look.folders++;
    const entries = entriesOf(dir);
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    if (isMuch(dir, files, look)) return true;
    for (const { name } of entries.filter((entry) => entry.isDirectory()))
      if (name !== '.git' && (look.noIgnore || name !== 'node_modules')) waiting.push(join(dir, name));
  }
  return false;
}

function isMuch(dir: string, files: readonly string[], look: Look): boolean {
  look.files += files.length;
  if (look.files >= MANY_FILES) return true;
  for (const name of files) look.bytes += sizeOf(join(dir, name));
  return look.bytes > MANY_BYTES;
}
