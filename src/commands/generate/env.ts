import { readFileSync, rmSync, statSync } from 'node:fs';
import { envFilePlace } from '../../lifecycle/rotation/env-place.ts';
import { printable } from '../../report/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Secret } from '../../secret.ts';
import { parseEnv } from '../../sources/env-file.ts';
import type { World } from '../command.ts';
import { type EnvTarget, envTarget } from '../env-files/target.ts';

/** New values for variables of an env file. */
export interface EnvPlan {
  readonly file: string;
  readonly names: readonly string[];
  readonly target: EnvTarget;
  /** By name only. */
  readonly shown: string;
}

/** @returns `bad-arguments` for a file that must not take values, or a name given twice */
export function planEnv(file: string, names: readonly string[], world: World): Result<EnvPlan> {
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) return fail('bad-arguments', `--set ${twice} is given twice`);
  const target = envTarget(file, world);
  if (!target.ok) return target;
  const there = new Set(namesIn(target.value.file));
  const lines = names.map((name) =>
    there.has(name) ? `~ ${name}   gets a new value; the old one is lost\n` : `+ ${name}   a new value, at the end\n`,
  );
  return ok({ file, names, target: target.value, shown: `${printable(file)}\n${lines.join('')}` });
}

/** Writes them; the reason where that failed, and nothing was changed. */
export async function writeEnv({ file, names, target }: EnvPlan, keys: readonly Secret[]): Promise<string | undefined> {
  const folder = target.drafts ?? `${target.file}.drafts`; // outside of a repository beside the file, and gone at once
  const place = envFilePlace({
    file: target.file,
    path: printable(file),
    environment: '',
    parse: parseEnv,
    folder,
    unsafe: async () => undefined,
  });
  const done = await place.change(names.map((name, i) => ({ name, secret: keys[i] })));
  if (target.drafts === undefined) rmSync(folder, { recursive: true, force: true });
  return done.ok ? undefined : done.error.message;
}

/** Whether others on this machine can read the file. */
export function isOpen({ target }: EnvPlan): boolean {
  return process.platform !== 'win32' && (statSync(target.file).mode & 0o044) !== 0;
}

function namesIn(file: string): string[] {
  try {
    return parseEnv(readFileSync(file, 'utf8')).map(({ name }) => name);
  } catch {
    return []; // not there yet; what cannot be read cannot be replaced either, and the write says so
  }
}
