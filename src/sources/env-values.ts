import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../result.ts';
import { parseEnv } from './env-file.ts';

/** A value of an env file on this machine. It stays in memory: never printed, copied or sent. */
export interface EnvValue {
  readonly name: string;
  /** Relative to the top level. */
  readonly file: string;
  readonly value: string;
}

const MAX_BYTES = 1 << 20;

/** Names of files that hold a developer's own values; examples hold none. */
export function isOwnEnvFile(name: string): boolean {
  if (name === '.dev.vars') return true; // Cloudflare's wrangler reads it
  return (
    (name === '.env' || name.startsWith('.env.')) &&
    !/\.(?:example|sample|template|schema|dist|defaults|vault)\b/.test(name)
  );
}

/** Env files in `folders` (relative to `top`, '' or ending in `/`) that git does not track. */
export function ownEnvFiles(top: string, folders: Iterable<string>, isTracked: (path: string) => boolean): string[] {
  const files: string[] = [];
  for (const folder of folders) {
    let names: string[];
    try {
      names = readdirSync(join(top, folder));
    } catch {
      continue; // not checked out: nothing of the developer's own can be in it
    }
    for (const name of names) if (isOwnEnvFile(name) && !isTracked(folder + name)) files.push(folder + name);
  }
  return files;
}

/** Reads the values of `files`. What cannot be read is a failure, except what is gone or no regular file (a folder, a pipe). */
export function readEnvValues(top: string, files: readonly string[]): { values: EnvValue[]; failures: Failure[] } {
  const values: EnvValue[] = [];
  const failures: Failure[] = [];
  for (const file of files) {
    try {
      const stat = statSync(join(top, file));
      if (!stat.isFile() || stat.size > MAX_BYTES) continue; // reading a pipe could wait for ever
      for (const { name, value } of parseEnv(readFileSync(join(top, file), 'utf8'))) values.push({ name, file, value });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      if (code !== 'ENOENT')
        failures.push({ kind: 'unreadable', path: file, message: `its values could not be read (${code})` });
    }
  }
  return { values, failures };
}
