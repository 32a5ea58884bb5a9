import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { init } from '../../src/commands/init.ts';
import { uninstall } from '../../src/commands/uninstall.ts';
import { handle, PACKAGE, type Project, project } from './wired-project.ts';

describe('uninstall', () => {
  test('after later edits takes out only what is marked', async () => {
    const p = await project({
      'package.json': '{\n  "scripts": {\n    "prepare": "tsc"\n  }\n}\n',
      '.gitignore': 'dist\n',
      '.husky/pre-push': 'npm test\n',
    });
    await p.run(init, { yes: true });
    p.write('package.json', p.read('package.json').replace('tsc', 'tsc -b'));
    p.write('.husky/pre-commit', `${p.read('.husky/pre-commit')}npm test\n`);
    p.write('.husky/pre-push', `${p.read('.husky/pre-push')}npm run more\n`);
    p.write('.gitignore', `${p.read('.gitignore')}coverage\n`);
    expect((await p.run(uninstall, { yes: true })).code).toBe(0);
    expect(p.read('package.json')).toBe('{\n  "scripts": {\n    "prepare": "tsc -b"\n  }\n}\n');
    expect(p.read('.husky/pre-commit')).toBe('npm test\n');
    expect(p.read('.husky/pre-push')).toBe('npm test\nnpm run more\n');
    expect(p.read('.gitignore')).toBe('dist\ncoverage\n');
    expect(existsSync(join(p.top, '.husky/pre-merge-commit'))).toBe(false);
  });

  test('in a clone goes by the marks, and leaves .gitignore alone', async () => {
    const p = await project();
    await p.run(init, { yes: true });
    await p.git('add', '.husky', 'package.json', '.gitignore');
    await p.git('commit', '-qm', 'wired');
    await p.git('clone', '-q', '.', '../clone');
    const clone = handle(join(p.top, '..', 'clone'), p.env);
    await clone.git('config', 'core.hooksPath', '.husky/_');
    const ran = await clone.run(uninstall, { yes: true });
    expect([ran.code, ran.out]).toEqual([0, expect.stringContaining('.gitignore stays as it is')]);
    expect(clone.read('package.json')).toBe(PACKAGE);
    expect(existsSync(join(clone.top, '.husky'))).toBe(false);
    expect((await clone.git('config', 'core.hooksPath')).code).toBe(1);
    expect(clone.read('.gitignore')).toBe('.env\n.env.local\n.env.production\n');
  });

  test('leaves husky armed where it was before, or where others use it', async () => {
    const p = await project({
      'package.json': '{"devDependencies":{"husky":"^9.1.7"}}\n',
      '.husky/commit-msg': 'true\n',
    });
    await p.git('config', 'core.hooksPath', '.husky/_');
    await p.run(init, { yes: true });
    await p.run(uninstall, { yes: true });
    expect((await p.git('config', 'core.hooksPath')).out).toBe('.husky/_');
    expect(p.read('.husky/commit-msg')).toBe('true\n');
  });

  test('takes back an init that stopped half-way', async () => {
    const p = await project();
    p.write('node_modules/secretguard/hooks/arm.mjs', 'process.exitCode = 1;\n');
    const before = p.snapshot();
    expect((await p.run(init, { yes: true })).code).toBe(1);
    expect((await p.run(uninstall, { yes: true })).code).toBe(0);
    expect(p.snapshot()).toEqual(before);
  });

  test('removes git’s own hook settings, and no others', async () => {
    const p = await project();
    await p.run(init, { yes: true });
    for (const [key, value] of [
      ['hook.secretguard.command', 'x'],
      ['hook.secretguard.event', 'pre-commit'],
      ['hook.secretguard.event', 'pre-merge-commit'],
      ['hook.secretguard-push.command', 'x'],
      ['hook.other.command', 'y'],
    ] as const) {
      await p.git('config', '--add', key, value);
    }
    expect((await p.run(uninstall, { yes: true })).code).toBe(0);
    expect((await p.git('config', '--get-regexp', '^hook')).out).toBe('hook.other.command y');
  });

  test.each<{ name: string; args: object; want: string; code: number; prepare?: (p: Project) => unknown }>([
    { name: '--dry-run', args: { 'dry-run': true }, code: 0, want: 'Dry run' },
    { name: 'no terminal and no --yes', args: {}, code: 1, want: '--yes' },
    {
      name: 'a read-only file',
      args: { yes: true },
      code: 2,
      want: 'read-only; nothing was changed',
      prepare: (p) => chmodSync(join(p.top, 'package.json'), 0o444),
    },
  ])('$name changes nothing → exit $code', async ({ args, want, code, prepare }) => {
    const p = await project();
    await p.run(init, { yes: true });
    prepare?.(p);
    const before = p.snapshot();
    const ran = await p.run(uninstall, args);
    expect([ran.code, ran.out + ran.err, p.snapshot()]).toEqual([code, expect.stringContaining(want), before]);
  });

  test('where nothing was wired', async () => {
    const p = await project();
    expect(await p.run(uninstall, {})).toEqual({
      code: 0,
      out: expect.stringContaining('Nothing of secretguard is left here'),
      err: '',
    });
  });
});
