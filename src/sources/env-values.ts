import { readdirSync, readFileSync, statSync } from 'node:fs';
import { toGitPath } from '../git/quoted-path.ts';
import type { Failure } from '../result.ts';
import { toUnicode } from '../unicode.ts';
import { parseEnv } from './env-file.ts';
import { sniff } from './sniff.ts';

/** A value of an env file on this machine. It stays in memory: never printed, copied or sent. */
export interface EnvValue {
  readonly name: string;
  /** Relative to the top level. */
  readonly file: string;
  readonly value: string;
}

const MAX_BYTES = 1 << 20;
/** Each costs a readdir of some 20 µs on every commit. */
const MAX_FOLDERS = 60;

/** Names of files that hold a developer's own values; examples hold none. */
export function isOwnEnvFile(name: string): boolean {
  if (name === '.dev.vars') return true; // Cloudflare's wrangler reads it
  return (
    (name === '.env' || name.startsWith('.env.')) &&
    !/\.(?:example|sample|template|schema|dist|defaults|vault|encrypted)\b/.test(name)
  );
}

/**
 * Env files in `folders` that git does not track.
 *
 * @param folders raw (one character a byte), relative to `top`: '' or ending in `/`
 * @param isTracked told a raw path
 * @param isWanted more files than those that `isOwnEnvFile` names, by raw path
 * @returns raw paths
 */
export function ownEnvFiles(
  top: string,
  folders: Iterable<string>,
  isTracked: (path: string) => boolean,
  isWanted: (path: string) => boolean = () => false,
): string[] {
  const files: string[] = [];
  for (const folder of new Set(folders)) {
    let names: string[];
    try {
      names = readdirSync(onDisk(top, folder), 'latin1');
    } catch {
      continue; // not checked out: nothing of the developer's own can be in it
    }
    for (const name of names) {
      const path = folder + name;
      if ((isOwnEnvFile(name) || isWanted(path)) && !isTracked(path)) files.push(path);
    }
  }
  return files;
}

/** Folders of the work tree, two levels deep and no more than MAX_FOLDERS: `server/.env` counts where `server` is no package. */
export function nearFolders(top: string): string[] {
  const found = [''];
  for (let at = 0; at < found.length && found.length < MAX_FOLDERS; at++) {
    const folder = found[at]!;
    if (folder.split('/').length > 2) break;
    try {
      for (const entry of readdirSync(onDisk(top, folder), { encoding: 'latin1', withFileTypes: true }))
        if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git')
          found.push(`${folder}${entry.name}/`);
    } catch {
      // not ours to read: what is staged below it is looked for by its own path
    }
  }
  return found.slice(0, MAX_FOLDERS);
}

/**
 * Reads the values of `files` (raw paths). What cannot be read is a failure, except what is gone or no regular file (a folder,
 * a pipe, a link to itself).
 */
export function readEnvValues(top: string, files: readonly string[]): { values: EnvValue[]; failures: Failure[] } {
  const values: EnvValue[] = [];
  const failures: Failure[] = [];
  for (const raw of files) {
    const file = toGitPath(raw).path;
    const place = onDisk(top, raw);
    try {
      const stat = statSync(place);
      if (!stat.isFile() || stat.size > MAX_BYTES) continue; // reading a pipe could wait for ever
      const text = toUnicode(Buffer.from(sniff(readFileSync(place)).bytes).toString('latin1'));
      for (const { name, value } of parseEnv(text)) values.push({ name, file, value });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      if (code !== 'ENOENT' && code !== 'ELOOP')
        failures.push({ kind: 'unreadable', path: file, message: `its values could not be read (${code})` });
    }
  }
  return { values, failures };
}

/** A raw path as the file system takes it: its bytes. */
function onDisk(top: string, raw: string): Buffer {
  return Buffer.concat([Buffer.from(`${top}/`), Buffer.from(raw, 'latin1')]);
}
