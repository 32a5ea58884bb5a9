import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { init } from '../../src/commands/init.ts';
import { uninstall } from '../../src/commands/uninstall.ts';
import { PACKAGE, type Project, project } from './wired-project.ts';

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
      name: '.husky links outside',
      prepare: (p) => [mkdirSync(join(p.top, '../out')), symlinkSync('../out', join(p.top, '.husky'))],
      want: '.husky/pre-commit is behind a link that leaves the repository',
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
