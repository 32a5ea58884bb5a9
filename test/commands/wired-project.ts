import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from '@jest/globals';
import { execa } from 'execa';
import type { Command, World } from '../../src/commands/command.ts';
import { fake } from '../../src/rule.ts';

const CHECKOUT = resolve(import.meta.dirname, '..', '..');
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Stands in for the shipped check: blocks a line that holds a token, and says where. */
const FAKE_HOOK = `#!/bin/sh
found=$(git grep --cached -l -E 'gh''p_[0-9A-Za-z]{36}') || exit 0
echo "$found: looks like a token" >&2
echo 'secretguard: commit blocked; see above, or run: npx secretguard check' >&2
exit 1
`;

export interface Project {
  readonly top: string;
  readonly env: NodeJS.ProcessEnv;
  read(path: string): string;
  write(path: string, text: string, mode?: number): void;
  rm(path: string): void;
  sh(line: string): Promise<{ code: number; out: string }>;
  git(...args: readonly string[]): Promise<{ code: number; out: string }>;
  run<A>(
    command: Command<A>,
    args: Partial<A>,
    extra?: Partial<World>,
  ): Promise<{ code: number; out: string; err: string }>;
  /** Every file outside `node_modules` and git's objects and logs: text and mode. */
  snapshot(): Record<string, string>;
}

/** A repository of its own with the checkout's hooks installed as a package; nothing of this machine's git settings. */
export async function project(files: Record<string, string> = { 'package.json': PACKAGE }): Promise<Project> {
  const root = mkdtempSync(join(tmpdir(), 'secretguard-test-'));
  made.push(root);
  const top = join(root, 'project');
  const env = scrubbed(root);
  mkdirSync(top);
  const made_ = handle(top, env);
  await made_.git('init', '-q', '--template=', '-b', 'main');
  for (const [path, text] of Object.entries(files)) made_.write(path, text);
  installFake(join(top, 'node_modules'));
  return made_;
}

export const PACKAGE =
  '{\n  "name": "demo",\n  "private": true,\n  "devDependencies": {\n    "secretguard": "^0.1.0"\n  }\n}\n';

/** A line that every check must block. */
export const LEAK = `token = ghp_${fake('alnum', 36)}\n`;

/** Commits one file; the commit's exit code and everything it printed. */
export async function commit(p: Project, path: string, text: string): Promise<{ code: number; out: string }> {
  p.write(path, text);
  await p.git('add', '-f', '--', path);
  return p.git('commit', '-q', '-m', 'x');
}

/** The package as far as wiring needs it, with a check that starts no Node. */
export function installFake(modules: string): void {
  const folder = join(modules, 'secretguard');
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  mkdirSync(join(folder, 'hooks'));
  writeFileSync(
    join(folder, 'package.json'),
    '{"name":"secretguard","version":"0.0.0","exports":{"./arm":"./hooks/arm.mjs","./package.json":"./package.json"}}',
  );
  for (const hook of ['pre-commit', 'pre-merge-commit', 'commit-msg'])
    writeFileSync(join(folder, 'hooks', hook), FAKE_HOOK);
  writeFileSync(join(folder, 'hooks', 'pre-push'), '#!/bin/sh\nrefs=$(cat)\necho "pushed: $refs" >&2\n');
  cpSync(join(CHECKOUT, 'hooks', 'arm.mjs'), join(folder, 'hooks', 'arm.mjs'));
  symlinkSync(join(CHECKOUT, 'node_modules', 'husky'), join(folder, 'node_modules', 'husky'), 'dir');
}

export function scrubbed(home: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
  for (const name of Object.keys(env)) if (/^(?:GIT_|HUSKY|CI$|npm_|INIT_CWD)/.test(name)) delete env[name];
  writeFileSync(join(home, '.gitconfig'), '[user]\n\tname = T\n\temail = t@example.com\n[commit]\n\tgpgSign = false\n');
  return { ...env, GIT_CONFIG_NOSYSTEM: '1' };
}

export function handle(top: string, env: NodeJS.ProcessEnv): Project {
  return {
    top,
    env,
    read: (path) => readFileSync(join(top, path), 'latin1'),
    write(path, text, mode) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, path), text, 'latin1');
      if (mode !== undefined) chmodSync(join(top, path), mode);
    },
    rm: (path) => rmSync(join(top, path), { recursive: true, force: true }),
    async sh(line) {
      const done = await execa('sh', ['-c', line], { cwd: top, env, extendEnv: false, reject: false, all: true });
      return { code: done.exitCode ?? 127, out: done.all };
    },
    async git(...args) {
      const done = await execa('git', args, { cwd: top, env, extendEnv: false, reject: false, all: true });
      return { code: done.exitCode ?? 127, out: done.all };
    },
    async run(command, args, extra = {}) {
      const said = { out: '', err: '' };
      const world: World = {
        cwd: top,
        env,
        stdin: async () => new Uint8Array(),
        out: (text) => {
          said.out += text;
        },
        err: (text) => {
          said.err += text;
        },
        isTty: false,
        columns: 80,
        color: false,
        now: () => new Date(0),
        ask: async () => 'y',
        ...extra,
      };
      // biome-ignore lint/suspicious/noExplicitAny: every command has arguments of its own
      const code = await command.run({ positionals: [], ...args } as any, world);
      return { code, ...said };
    },
    snapshot: () => snapshotOf(top, ''),
  };
}

function snapshotOf(top: string, folder: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const entry of readdirSync(join(top, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (/^(?:node_modules|\.git\/(?:objects|logs|index|COMMIT_EDITMSG))$|\/node_modules$/.test(path)) continue;
    if (entry.isDirectory()) Object.assign(all, snapshotOf(top, path));
    else if (statSync(join(top, path), { throwIfNoEntry: false })?.isFile() === true)
      all[path] = `${(statSync(join(top, path)).mode & 0o777).toString(8)} ${readFileSync(join(top, path), 'latin1')}`;
  }
  return all;
}
