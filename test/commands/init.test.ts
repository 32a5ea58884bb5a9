import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { doctor } from '../../src/commands/doctor.ts';
import { init } from '../../src/commands/init.ts';
import { uninstall } from '../../src/commands/uninstall.ts';
import { fake } from '../../src/rule.ts';
import { handle, installFake, PACKAGE, type Project, project } from './wired-project.ts';

const LEAK = `token = ghp_${fake('alnum', 36)}\n`;
const BOM = '\xef\xbb\xbf';

/** Commits one file; the commit's exit code and everything it printed. */
async function commit(p: Project, path: string, text: string) {
  p.write(path, text);
  await p.git('add', '-f', '--', path);
  return p.git('commit', '-q', '-m', 'x');
}

describe('init leaves every commit guarded, and uninstall every byte as it was', () => {
  test.each<{ name: string; files: Record<string, string>; prepare?: (p: Project) => Promise<unknown> | unknown }>([
    { name: 'a fresh project', files: { 'package.json': PACKAGE } },
    {
      name: 'four spaces, no newline at the end',
      files: { 'package.json': '{\n    "name": "x",\n    "scripts": {\n        "test": "jest"\n    }\n}' },
    },
    { name: 'tabs', files: { 'package.json': '{\n\t"name": "x",\n\t"scripts": {}\n}\n' } },
    { name: 'one line', files: { 'package.json': '{"name":"x","scripts":{"test":"jest"}}' } },
    { name: 'one line without scripts', files: { 'package.json': '{ "name": "x" }' } },
    { name: 'an empty object', files: { 'package.json': '{}\n' } },
    { name: 'CRLF everywhere', files: { 'package.json': PACKAGE.replaceAll('\n', '\r\n'), '.gitignore': 'dist\r\n' } },
    { name: 'a byte order mark', files: { 'package.json': BOM + PACKAGE, '.gitignore': `${BOM}dist` } },
    {
      name: 'a prepare script',
      files: {
        'package.json': '{\n  "scripts": {\n    "prepare": "npm run \\"build\\" && tsc",\n    "z": "z"\n  }\n}\n',
      },
    },
    { name: 'an empty prepare script', files: { 'package.json': '{"scripts":{"prepare":""}}\n' } },
    { name: 'a .gitignore without newline', files: { 'package.json': PACKAGE, '.gitignore': 'dist\n.env' } },
    {
      name: 'husky 9 at work',
      files: {
        'package.json': '{"scripts":{"prepare":"husky"},"devDependencies":{"husky":"^9.1.7"}}\n',
        '.husky/pre-commit': 'true',
      },
    },
    {
      name: 'a husky 8 hook under husky 9',
      files: {
        'package.json': '{"devDependencies":{"husky":"^9.0.0"}}\n',
        '.husky/pre-commit': '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\ntrue\n',
      },
    },
    {
      name: 'a hook in CRLF with a trailing comment',
      files: { 'package.json': PACKAGE, '.husky/pre-commit': '# lint\r\n' },
    },
    { name: 'a hook that ends in exit 0', files: { 'package.json': PACKAGE, '.husky/pre-commit': 'true\nexit 0\n' } },
    { name: 'a hook that ends in exec', files: { 'package.json': PACKAGE, '.husky/pre-commit': 'exec true\n' } },
    { name: 'a hook that ends in a backslash', files: { 'package.json': PACKAGE, '.husky/pre-commit': 'true \\' } },
    {
      name: 'a hook that switches errors off',
      files: { 'package.json': PACKAGE, '.husky/pre-commit': 'set +e\nfalse\ntrue\n' },
    },
    {
      name: 'husky 8 armed',
      files: {
        'package.json': '{"devDependencies":{"husky":"^8.0.3"}}\n',
        '.husky/_/husky.sh': '',
        '.husky/commit-msg': '#!/bin/sh\n',
      },
      prepare: (p) => p.git('config', 'core.hooksPath', '.husky'),
    },
    {
      name: 'a hooks folder of the project',
      files: { 'package.json': PACKAGE, '.githooks/pre-commit': '#!/bin/bash\ntrue\n' },
      prepare: async (p) => {
        chmodSync(join(p.top, '.githooks/pre-commit'), 0o755);
        await p.git('config', 'core.hooksPath', '.githooks');
      },
    },
    {
      name: 'hooks of its own in .git/hooks',
      files: { 'package.json': PACKAGE },
      prepare: (p) => {
        p.write('.git/hooks/pre-commit', '#!/bin/sh\necho old hook ran\n', 0o755);
        p.write('.git/hooks/post-commit', '#!/bin/sh\ntrue\n', 0o755);
      },
    },
    {
      name: 'a yarn berry project',
      files: { 'package.json': '{\n  "private": true,\n  "packageManager": "yarn@4.18.1"\n}\n' },
    },
    {
      name: 'simple-git-hooks in a file',
      files: { 'package.json': PACKAGE, '.simple-git-hooks.json': '{\n  "pre-commit": "true"\n}\n' },
      prepare: fakeSimpleGitHooks,
    },
    {
      name: 'simple-git-hooks in package.json',
      files: { 'package.json': '{\n  "simple-git-hooks": {\n    "pre-commit": "true"\n  }\n}\n' },
      prepare: fakeSimpleGitHooks,
    },
  ])('$name', async ({ files, prepare }) => {
    const p = await project(files);
    await prepare?.(p);
    const before = p.snapshot();
    const dry = await p.run(init, { 'dry-run': true });
    expect([dry.code, p.snapshot()]).toEqual([0, before]);
    const refused = await p.run(init, {});
    expect([refused.code, refused.err, p.snapshot()]).toEqual([1, expect.stringContaining('--yes'), before]);

    const first = await p.run(init, { yes: true });
    expect([first.code, first.out, first.err]).toEqual([0, expect.stringContaining('Commits here are guarded'), '']);
    const after = p.snapshot();
    const second = await p.run(init, { yes: true });
    expect([second.code, second.out]).toEqual([0, expect.stringContaining('Everything is in place')]);
    expect(p.snapshot()).toEqual(after);
    const doctored = await p.run(doctor, {});
    expect([doctored.code, doctored.out]).toEqual([0, expect.stringContaining('Commits here are guarded')]);

    const leaked = await commit(p, 'a.txt', LEAK);
    expect([leaked.code, leaked.out]).toEqual([1, expect.stringContaining('a.txt')]);
    expect((await commit(p, 'a.txt', 'nothing\n')).code).toBe(0);
    expect((await p.git('fsck', '--strict', '--unreachable')).out).not.toContain('canary');
    expect(readdirSync(p.top)).not.toContain('secretguard-canary.txt');

    const { 'a.txt': _, ...rest } = (await undo(p)).snapshot();
    expect(rest).toEqual(before);
    expect((await p.run(uninstall, { yes: true })).out).toContain('Nothing of secretguard');
  });
});

describe('init finds its way', () => {
  test('in a package below the repository root', async () => {
    const p = await project({ 'web/package.json': PACKAGE });
    moveModules(p, 'web');
    const ran = await p.run(init, { yes: true }, { cwd: join(p.top, 'web') });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(p.read('web/.husky/pre-commit')).toContain('sh -e web/node_modules/secretguard/hooks/pre-commit');
    expect(p.read('web/.husky/pre-commit')).toContain('cd web && npm install');
    expect((await p.git('config', 'core.hooksPath')).out).toBe('web/.husky/_');
    expect((await commit(p, 'a.txt', LEAK)).code).toBe(1);
  });

  test('from a package of a workspace it wires the root', async () => {
    const root = '{"workspaces":["packages/*"],"devDependencies":{"secretguard":"*"}}\n';
    const p = await project({ 'package.json': root, 'packages/a/package.json': '{"name":"a"}\n' });
    const ran = await p.run(init, { yes: true }, { cwd: join(p.top, 'packages/a') });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(p.read('.husky/pre-commit')).toContain('sh -e node_modules/secretguard/hooks/pre-commit');
    expect(p.read('packages/a/package.json')).toBe('{"name":"a"}\n');
    p.write('packages/a/a.txt', LEAK);
    const a = handle(join(p.top, 'packages/a'), p.env);
    await a.git('add', 'a.txt');
    expect(await a.git('commit', '-m', 'x')).toEqual({ code: 1, out: expect.stringContaining('packages/a/a.txt') });
  });

  test('in a linked work tree, where husky is not armed yet', async () => {
    const p = await project();
    await p.run(init, { yes: true });
    await commit(p, 'b.txt', 'x\n');
    await p.git('add', '-A', ':(exclude)node_modules');
    await p.git('commit', '-qm', 'wired');
    await p.git('worktree', 'add', '-q', '../tree');
    const tree = handle(join(p.top, '..', 'tree'), p.env);
    installFake(join(tree.top, 'node_modules'));
    expect((await p.run(doctor, {})).out).toContain('tree runs no hooks');
    const before = await tree.run(doctor, {});
    expect([before.code, before.out]).toEqual([1, expect.stringContaining('not armed in this work tree')]);
    const fixed = await tree.run(doctor, { fix: true, yes: true });
    expect([fixed.code, fixed.out]).toEqual([0, expect.stringContaining('Commits here are guarded')]);
    expect((await commit(tree, 'a.txt', LEAK)).code).toBe(1);
    expect((await p.run(doctor, {})).out).not.toContain('runs no hooks');
  });

  test('in a submodule', async () => {
    const inner = await project();
    await commit(inner, 'package.json', PACKAGE);
    const outer = await project({ 'package.json': PACKAGE });
    await outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.top, 'inner');
    const sub = handle(join(outer.top, 'inner'), outer.env);
    installFake(join(sub.top, 'node_modules'));
    const ran = await sub.run(init, { yes: true });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect((await commit(sub, 'a.txt', LEAK)).code).toBe(1);
    expect((await outer.git('config', 'core.hooksPath')).code).toBe(1);
  });

  test('when it is started by a git hook of another repository', async () => {
    const p = await project();
    const other = await project();
    const env = {
      ...p.env,
      GIT_DIR: join(other.top, '.git'),
      GIT_INDEX_FILE: join(other.top, '.git/index'),
      GIT_LITERAL_PATHSPECS: '1',
    };
    const before = other.snapshot();
    expect((await p.run(init, { yes: true }, { env })).code).toBe(0);
    expect(other.snapshot()).toEqual(before);
    expect((await commit(p, 'a.txt', LEAK)).code).toBe(1);
  });

  test('on a terminal it shows the change and asks once', async () => {
    const p = await project();
    const before = p.snapshot();
    const asked: string[] = [];
    const ask = (answer: string) => async (question: string) => {
      asked.push(question);
      return answer;
    };
    const no = await p.run(init, {}, { isTty: true, ask: ask('') });
    expect([no.code, no.out, p.snapshot()]).toEqual([1, expect.stringContaining('+++ b/.husky/pre-commit'), before]);
    expect((await p.run(init, {}, { isTty: true, ask: ask('yes') })).code).toBe(0);
    expect(asked).toEqual(['Change this? [y/N] ', 'Change this? [y/N] ']);
  });

  test('through a symlinked package.json, which stays one', async () => {
    const p = await project({ 'config/package.json': PACKAGE });
    symlinkSync('config/package.json', join(p.top, 'package.json'));
    expect((await p.run(init, { yes: true })).code).toBe(0);
    expect(readlinkSync(join(p.top, 'package.json'))).toBe('config/package.json');
    expect(p.read('config/package.json')).toContain('secretguard/arm');
  });

  test('--hook picks hooks, and a later run adds to them', async () => {
    const p = await project();
    await p.run(init, { yes: true, hook: ['commit-msg'] });
    expect(readdirSync(join(p.top, '.husky')).sort()).toEqual(['_', 'commit-msg']);
    await p.run(init, { yes: true, hook: ['pre-commit,pre-push'] });
    expect(readdirSync(join(p.top, '.husky')).sort()).toEqual(['_', 'commit-msg', 'pre-commit', 'pre-push']);
    await p.run(uninstall, { yes: true });
    expect(existsSync(join(p.top, '.husky'))).toBe(false);
  });
});

describe('init says what is the matter, and changes nothing', () => {
  test.each<{ name: string; prepare: (p: Project) => unknown; args?: object; want: string; cwd?: string }>([
    {
      name: 'no package.json',
      prepare: (p) => [p.rm('package.json'), p.rm('node_modules')],
      want: 'npm init -y && npm install -D secretguard',
    },
    {
      name: 'not installed',
      prepare: (p) => p.rm('node_modules'),
      want: 'not installed in this project; first run: npm install -D secretguard',
    },
    {
      name: 'not installed, pnpm',
      prepare: (p) => [p.rm('node_modules'), p.write('pnpm-lock.yaml', '')],
      want: 'pnpm add -D secretguard',
    },
    {
      name: 'broken package.json',
      prepare: (p) => p.write('package.json', '{\n  "a": 1,\n  b\n}\n'),
      want: 'package.json is not valid: line 3',
    },
    {
      name: 'package.json is a list',
      prepare: (p) => p.write('package.json', '[]'),
      want: 'package.json is not valid: not a JSON object',
    },
    {
      name: 'read-only package.json',
      prepare: (p) => chmodSync(join(p.top, 'package.json'), 0o444),
      want: 'package.json is read-only; nothing was changed',
      args: { yes: true },
    },
    {
      name: '.husky is a file',
      prepare: (p) => p.write('.husky', ''),
      want: 'a folder above .husky/pre-commit is a file',
    },
    {
      name: '.gitignore is a folder',
      prepare: (p) => p.write('.gitignore/x', ''),
      want: '.gitignore could not be read',
    },
    {
      name: 'package.json links outside',
      prepare: (p) => [
        p.rm('package.json'),
        writeFileSync(join(p.top, '../out.json'), PACKAGE),
        symlinkSync('../out.json', join(p.top, 'package.json')),
      ],
      want: 'package.json is a link that leaves the repository',
    },
    {
      name: 'unknown hook',
      prepare: () => undefined,
      args: { hook: ['pre-comit'] },
      want: "there is no hook 'pre-comit' here",
    },
    {
      name: 'no repository',
      prepare: (p) => p.rm('.git'),
      want: 'is not in a git repository; start one with: git init',
    },
    {
      name: 'bare repository',
      prepare: (p) => p.git('init', '-q', '--bare', 'bare.git'),
      cwd: 'bare.git',
      want: 'is a bare repository',
    },
    { name: 'inside .git', prepare: () => undefined, cwd: '.git', want: 'is inside .git' },
  ])('$name → exit 2', async ({ prepare, args, want, cwd }) => {
    const p = await project();
    await prepare(p);
    const before = p.snapshot();
    const ran = await p.run(init, args ?? { yes: true }, cwd === undefined ? {} : { cwd: join(p.top, cwd) });
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(want)]);
    expect(p.snapshot()).toEqual(before);
  });

  test('git is missing', async () => {
    const p = await project();
    const ran = await p.run(init, { yes: true }, { env: { ...p.env, PATH: '/nowhere' } });
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('git was not found')]);
  });
});

describe('init leaves alone what is not its own', () => {
  test.each<{ name: string; prepare: (p: Project) => unknown; want: RegExp }>([
    {
      name: 'a global core.hooksPath',
      prepare: (p) => p.git('config', '--global', 'core.hooksPath', '~/hooks'),
      want: /core\.hooksPath is set to ~\/hooks \(global\).*\n.*\/hooks\/pre-commit\n +\[ ! -f node_modules[\s\S]*NOT blocked|NOT blocked[\s\S]*\/hooks\/pre-commit\n +\[ ! -f node_modules/,
    },
    {
      name: 'a hook in another language',
      prepare: async (p) => [
        p.write('h/pre-commit', '#!/usr/bin/env node\n', 0o755),
        await p.git('config', 'core.hooksPath', 'h'),
      ],
      want: /h\/pre-commit is no shell script; make it run: SECRETGUARD_HOOK=1 sh -e /,
    },
    {
      name: 'husky 4',
      prepare: (p) => p.write('package.json', '{"husky":{"hooks":{"pre-commit":"x"}}}'),
      want: /husky 4 keeps its hooks/,
    },
    {
      name: 'a nested negation',
      prepare: (p) => [p.write('a/package.json', '{}'), p.write('a/.gitignore', 'x\n!.env\n')],
      want: /a\/\.env is not ignored because of a\/\.gitignore:2: !\.env -- take that line out/,
    },
    {
      name: 'a tracked .env',
      prepare: async (p) => [p.write('.env', 'A=1\n'), await p.git('add', '-f', '.env')],
      want: /git rm --cached -- '\.env'/,
    },
    {
      name: 'a linked .gitignore',
      prepare: (p) => [p.write('ignore', ''), symlinkSync('ignore', join(p.top, '.gitignore'))],
      want: /\.gitignore is a link/,
    },
    {
      name: 'lefthook in TOML',
      prepare: (p) => p.write('lefthook.toml', ''),
      want: /add to lefthook\.toml:\npre-commit:\n {2}commands:/,
    },
    {
      name: 'the pre-commit framework',
      prepare: (p) => p.write('.pre-commit-config.yaml', 'repos:\n- repo: meta\n  hooks: []\n'),
      want: /pre-commit install -t pre-commit -t pre-merge-commit -t pre-push/,
    },
    {
      name: 'a hook that leaves early',
      prepare: (p) => p.write('.husky/pre-commit', 'if true; then exit 0; fi\n'),
      want: /NOT blocked/,
    },
    {
      name: 'a hook that fails by itself',
      prepare: (p) => p.write('.husky/pre-commit', 'echo no tests; false\n'),
      want: /stopped before secretguard had its say[\s\S]*no tests/,
    },
  ])('$name → exit 1, and what to do', async ({ prepare, want }) => {
    const p = await project();
    await prepare(p);
    const ran = await p.run(init, { yes: true });
    expect([ran.code, ran.out]).toEqual([1, expect.stringMatching(want)]);
    expect((await p.run(uninstall, { yes: true })).code).toBe(0);
  });

  test('a hook stops → exit 1 with what was done and what not', async () => {
    const p = await project();
    p.rm('node_modules/secretguard/hooks/arm.mjs');
    p.write('node_modules/secretguard/hooks/arm.mjs', "console.error('secretguard: no luck'); process.exitCode = 1;\n");
    const before = p.snapshot();
    const ran = await p.run(init, { yes: true });
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('done: changed package.json')]);
    expect(ran.err).toMatch(/stopped: secretguard: no luck\n {2}not done: armed husky/);
    await p.run(uninstall, { yes: true });
    expect(p.snapshot()).toEqual(before);
  });
});

describe('what init wires', () => {
  test('gives the refs of a push to us and to the lines below', async () => {
    const p = await project({
      'package.json': PACKAGE,
      '.husky/pre-push': 'read -r local rest\necho "below: $local"\n',
    });
    await p.run(init, { yes: true });
    await commit(p, 'b.txt', 'x\n');
    await p.git('init', '-q', '--bare', '../remote.git');
    const { out } = await p.git('push', '../remote.git', 'main');
    expect(out).toMatch(/pushed: refs\/heads\/main [0-9a-f]{40} /);
    expect(out).toContain('below: refs/heads/main');
  });

  test('keeps an older hook running before the check', async () => {
    const p = await project();
    p.write('.git/hooks/pre-commit', '#!/bin/sh\necho "old hook ran"\n', 0o755);
    await p.run(init, { yes: true });
    const { out } = await commit(p, 'a.txt', LEAK);
    expect(out).toMatch(/old hook ran[\s\S]*a\.txt: looks like/);
  });

  test('blocks with a hint where the package is not installed', async () => {
    const p = await project();
    await p.run(init, { yes: true });
    p.rm('node_modules');
    const { code, out } = await commit(p, 'a.txt', 'x\n');
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('not installed here, so this is blocked; run: npm install'),
    ]);
  });

  test('arms a clone when its prepare script runs, and skips where the package is absent', async () => {
    const p = await project();
    await p.run(init, { yes: true });
    await p.git('add', '.husky', 'package.json', '.gitignore');
    await p.git('commit', '-qm', 'wired');
    await p.git('clone', '-q', '.', '../clone');
    const clone = handle(join(p.top, '..', 'clone'), p.env);
    const prepare = (JSON.parse(clone.read('package.json')) as { scripts: { prepare: string } }).scripts.prepare;
    expect(await clone.sh(prepare)).toEqual({ code: 0, out: '' });
    expect((await clone.git('config', 'core.hooksPath')).code).toBe(1);
    installFake(join(clone.top, 'node_modules'));
    expect(await clone.sh(prepare)).toEqual({ code: 0, out: '' });
    expect((await commit(clone, 'a.txt', LEAK)).code).toBe(1);
    await clone.git('config', 'core.hooksPath', 'elsewhere');
    expect((await clone.sh(prepare)).out).toContain('core.hooksPath is elsewhere; left as it is');
    clone.rm('.git');
    expect(await clone.sh(prepare)).toEqual({ code: 0, out: expect.stringContaining('no git work tree here') });
  });
});

function moveModules(p: Project, folder: string): void {
  mkdirSync(join(p.top, folder), { recursive: true });
  renameSync(join(p.top, 'node_modules'), join(p.top, folder, 'node_modules'));
}

async function undo(p: Project): Promise<Project> {
  const dry = p.snapshot();
  expect((await p.run(uninstall, { 'dry-run': true })).code).toBe(0);
  expect(p.snapshot()).toEqual(dry);
  await p.git('update-ref', '-d', 'refs/heads/main');
  expect((await p.run(uninstall, { yes: true })).err).toBe('');
  return p;
}

/** Writes `.git/hooks` from the configuration, as the real one does. */
function fakeSimpleGitHooks(p: Project): void {
  p.write(
    'node_modules/.bin/simple-git-hooks',
    `#!/usr/bin/env node
const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const own = existsSync('.simple-git-hooks.json');
const all = JSON.parse(readFileSync(own ? '.simple-git-hooks.json' : 'package.json'));
mkdirSync('.git/hooks', { recursive: true });
for (const name of readdirSync('.git/hooks')) rmSync('.git/hooks/' + name);
for (const [name, line] of Object.entries(own ? all : all['simple-git-hooks'])) {
  writeFileSync('.git/hooks/' + name, '#!/bin/sh\\n' + line + '\\n', { mode: 0o755 });
}
`,
    0o755,
  );
  p.write('.git/hooks/pre-commit', '#!/bin/sh\ntrue\n', 0o755);
}
