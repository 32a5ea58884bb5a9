import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseEnv } from '../../src/sources/env-file.ts';
import { binFolder, cleanEnv, newRepo, scratch } from '../repo.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
}

/** A project in which everything that a run writes is kept: output, arguments of the programs that it starts, files. */
export interface Watched {
  readonly dir: string;
  readonly home: string;
  readonly tmp: string;
  /** Runs `secretguard` as a process of its own. */
  run(args: readonly string[], options?: { readonly input?: string; readonly env?: NodeJS.ProcessEnv }): Promise<Ran>;
  /** The shipped hook. */
  hook(): Promise<Ran>;
  write(path: string, text: string): void;
  env(file?: string): Record<string, string>;
  git(...args: string[]): string;
  /** Everything that was printed, and the arguments of every git that was started. */
  said(): string;
}

/** Writes down its arguments, one NUL after each, and becomes git. */
const GIT_WRAPPER = `#!/bin/sh
for a in "$@"; do printf '%s\\0' "$a" >>"$GIT_SEEN"; done
exec "$REAL_GIT" "$@"
`;

export function watchedProject(env: Readonly<Record<string, string>>): Watched {
  const repo = newRepo();
  const [home, tmp, bin] = [scratch(), scratch(), binFolder()];
  const seen = join(scratch(), 'git-args');
  const real =
    (process.env['PATH'] ?? '')
      .split(delimiter)
      .map((folder) => join(folder, 'git'))
      .find(existsSync) ?? '';
  writeFileSync(join(bin, 'git'), GIT_WRAPPER);
  chmodSync(join(bin, 'git'), 0o755);
  writeFileSync(seen, '');
  let said = '';
  const base = cleanEnv({ HOME: home, TMPDIR: tmp, GIT_SEEN: seen, REAL_GIT: real });
  const start = (file: string, args: readonly string[], more: NodeJS.ProcessEnv, input = '') =>
    new Promise<Ran>((resolve) => {
      const child = spawn(file, args, {
        cwd: repo.dir,
        env: { ...base, PATH: `${bin}${delimiter}${base['PATH']}`, ...more },
      });
      let out = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (part) => {
          out += part;
        });
      child.on('close', (code) => {
        said += out;
        resolve({ code, out });
      });
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  repo.write('.gitignore', 'node_modules/\n.env\n.env.*\n');
  for (const [path, text] of Object.entries(env)) repo.write(path, text);
  return {
    dir: repo.dir,
    home,
    tmp,
    run: (args, { input, env: more = {} } = {}) => start('secretguard', args, more, input),
    hook: () => start('sh', ['-e', join(import.meta.dirname, '../../hooks/pre-commit')], {}),
    write: repo.write,
    env: (file = '.env') =>
      Object.fromEntries(parseEnv(readFileSync(join(repo.dir, file), 'utf8')).map((e) => [e.name, e.value])),
    git: repo.git,
    said: () => said + readFileSync(seen, 'latin1'),
  };
}

/** How a value could lie about: as it is, in hexadecimal, in base64 at each of its three places, percent-encoded, in UTF-16. */
export function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const base64 = [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const core = whole.slice(shift === 0 ? 0 : shift + 1, -1);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const percent = [...bytes].map((b) => `%${b.toString(16).padStart(2, '0')}`).join('');
  return [
    value,
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(value),
    percent,
    percent.toUpperCase(),
    Buffer.from(value, 'utf16le').toString('latin1'),
    JSON.stringify(value).slice(1, -1),
    ...base64,
  ];
}

/** Files below the folders that hold one of the values in any form; `except` are paths that may. */
export function filesWith(
  values: readonly string[],
  folders: readonly string[],
  except: (path: string) => boolean,
): string[] {
  const forms = values.flatMap(formsOf);
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
      if (except(name) || !statSync(join(folder, name)).isFile()) return false;
      const text = readFileSync(join(folder, name), 'latin1');
      return forms.some((form) => text.includes(form) || name.includes(form));
    }),
  );
}

/** Makes a folder of a copy. */
export function emptyFolder(): string {
  const folder = scratch();
  mkdirSync(folder, { recursive: true });
  return folder;
}
