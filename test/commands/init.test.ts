import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { doctor } from '../../src/commands/doctor.ts';
import { init } from '../../src/commands/init.ts';
import { uninstall } from '../../src/commands/uninstall.ts';
import { commit, LEAK, PACKAGE, type Project, project } from './wired-project.ts';

const BOM = '\xef\xbb\xbf';

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
