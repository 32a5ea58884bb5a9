import { existsSync, mkdirSync, readdirSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { doctor } from '../../src/commands/doctor.ts';
import { init } from '../../src/commands/init.ts';
import { uninstall } from '../../src/commands/uninstall.ts';
import { proveHook } from '../../src/commands/wiring/canary.ts';
import { chooseWiring } from '../../src/commands/wiring/choose.ts';
import { survey } from '../../src/commands/wiring/survey.ts';
import { commit, handle, installFake, LEAK, PACKAGE, type Project, project } from './wired-project.ts';

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

test('a git that cannot be asked to run a hook has it started by hand', async () => {
  const p = await project();
  await p.run(init, { yes: true });
  const seen = await survey({ cwd: p.top, env: p.env });
  if (!seen.ok) throw new Error(seen.error.message);
  const old = { ...seen.value, gitVersion: [2, 30] as const };
  expect(await proveHook(old, chooseWiring(old), p)).toEqual({ kind: 'blocked' });
  p.rm('.husky/_/pre-commit');
  expect((await proveHook(old, chooseWiring(old), p)).kind).toBe('passed');
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
