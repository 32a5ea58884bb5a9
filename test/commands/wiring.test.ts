import { describe, expect, test } from '@jest/globals';
import { unifiedDiff } from '../../src/commands/changes/unified-diff.ts';
import { addHook, chainLine, configCommand, hookLine, removeMarked } from '../../src/commands/wiring/hook-lines.ts';
import { managerOf } from '../../src/commands/wiring/manager.ts';
import { appendCommand, readPackageJson, removeCommand } from '../../src/commands/wiring/package-json.ts';
import { type PlanInput, planInit } from '../../src/commands/wiring/plan.ts';
import { addLefthook, addPreCommit, removeYaml } from '../../src/commands/wiring/yaml-hooks.ts';

const SHIPPED = { folder: 'node_modules/secretguard', install: 'npm install' };

describe('hook lines', () => {
  test('stand last, before a closing exit or exec; for a push first', () => {
    const line = hookLine('pre-commit', SHIPPED);
    expect(addHook('a\nexit 0\n', 'pre-commit', line)).toBe(`a\n${line}\nexit 0\n`);
    expect(addHook('if a; then\n  exit 0\nfi\n', 'pre-commit', line)).toBe(`if a; then\n  exit 0\nfi\n${line}\n`);
    expect(addHook('#!/bin/sh\n\na', 'pre-push', 'p # secretguard')).toBe('#!/bin/sh\n\np # secretguard\na');
  });

  test('an older line of ours is replaced where it stands', () => {
    const old = hookLine('pre-commit', { ...SHIPPED, folder: 'old/secretguard' });
    const now = hookLine('pre-commit', SHIPPED);
    expect(addHook(`a\n${old}\nb\n`, 'pre-commit', now)).toBe(`a\n${now}\nb\n`);
  });

  test('only marked lines are taken out', () => {
    const text = `# secretguard is wired here\na\n${chainLine('pre-commit')}\n${hookLine('pre-commit', SHIPPED)}\r\n`;
    expect(removeMarked(text)).toBe('# secretguard is wired here\na\n');
    expect(removeMarked(`#!/bin/sh\n${hookLine('pre-push', SHIPPED)}\n`)).toBeUndefined();
    expect(removeMarked('#!/bin/sh\n')).toBe('#!/bin/sh\n');
  });

  test('odd folders are quoted, the wildcard of PnP is not', () => {
    const folder = "it's here/.yarn/unplugged/secretguard-*/node_modules/secretguard";
    expect(hookLine('commit-msg', { ...SHIPPED, folder })).toContain(
      "sh -e 'it'\\''s here/.yarn/unplugged/secretguard-'*/node_modules/secretguard/hooks/commit-msg ",
    );
  });
});

describe('git 2.54 and newer also get hooks by setting, for work trees where husky is not armed', () => {
  const input = (gitVersion: readonly [number, number], configHooks: readonly string[] = []): PlanInput => ({
    seen: {
      top: '/p',
      home: '',
      gitDir: '/p/.git',
      commonDir: '/p/.git',
      gitVersion,
      hooksPath: { value: '.husky/_', scope: 'local' },
      configHooks,
      hooksDir: '/p/.husky/_',
      ownHooks: [],
      manager: 'npm',
      shipped: SHIPPED,
      packageDir: '/p/node_modules/secretguard',
      package: undefined,
      markers: new Set(['.husky']),
    },
    shipped: SHIPPED,
    hooks: ['pre-commit', 'pre-merge-commit', 'pre-push'],
    files: new Map(),
    ignores: { missing: [], takenBack: [], tracked: [], isLink: false },
    isArmed: true,
  });

  test.each<{ version: readonly [number, number]; want: readonly string[] }>([
    { version: [2, 39], want: [] },
    { version: [2, 53], want: [] },
    {
      version: [2, 54],
      want: [
        'hook.secretguard.command',
        'hook.secretguard.event',
        'hook.secretguard.event',
        'hook.secretguard-push.command',
        'hook.secretguard-push.event',
      ],
    },
    {
      version: [3, 0],
      want: [
        'hook.secretguard.command',
        'hook.secretguard.event',
        'hook.secretguard.event',
        'hook.secretguard-push.command',
        'hook.secretguard-push.event',
      ],
    },
  ])('git $version', ({ version, want }) => {
    const { settings } = planInit(input(version));
    expect(settings.map(({ key }) => key)).toEqual(want);
    const there = settings.map(({ key, value }) => `${key} ${value}`);
    expect(planInit(input(version, there)).settings).toEqual([]);
  });

  test('the command does nothing where husky is armed', () => {
    expect(configCommand('pre-commit', SHIPPED, '.husky')).toMatch(
      /^sh -c '\[ -f \.husky\/_\/h \] \|\| SECRETGUARD_HOOK=1 sh -e /,
    );
    expect(configCommand('pre-commit', SHIPPED, '.husky')).not.toContain('# ');
  });
});

describe('package.json', () => {
  test.each([
    {
      name: 'no scripts',
      text: '{\n  "a": 1\n}\n',
      want: '{\n  "a": 1,\n  "scripts": {\n    "prepare": "x \\"y\\""\n  }\n}\n',
    },
    { name: 'scripts', text: '{"scripts": {"a": "b"}}', want: '{"scripts": {"a": "b","prepare": "x \\"y\\""}}' },
    { name: 'a command', text: '{"scripts":{"prepare":"a"}}', want: '{"scripts":{"prepare":"a && x \\"y\\""}}' },
    {
      name: 'a command that ends in ;',
      text: '{"scripts":{"prepare":"a;"}}',
      want: '{"scripts":{"prepare":"a; x \\"y\\""}}',
    },
    {
      name: 'tight colons',
      text: '{\n\t"a":1\n}',
      want: '{\n\t"a":1,\n\t"scripts":{\n\t\t"prepare":"x \\"y\\""\n\t}\n}',
    },
    {
      name: 'the key in a nested object',
      text: '{"b":{"prepare":"n"},"scripts":{}}',
      want: '{"b":{"prepare":"n"},"scripts":{"prepare":"x \\"y\\""}}',
    },
  ])('$name: the command is added, once, and taken out', ({ text, want }) => {
    const added = appendCommand(text, 'scripts', 'prepare', 'x "y"');
    expect(added).toBe(want);
    expect(appendCommand(added, 'scripts', 'prepare', 'x "y"')).toBe(added);
    const isOurs = (command: string) => command === 'x "y"';
    if (!text.includes(';'))
      expect(removeCommand(added, 'scripts', 'prepare', isOurs)).toBe(text.replace(',"scripts":{}', ''));
  });

  test.each([
    { text: '{\n  "a": 1,\n}\n', want: 'line 3: property name expected' },
    { text: '{\n// c\n}', want: 'line 2: invalid comment token' },
    { text: '', want: 'line 1: value expected' },
  ])('$want', ({ text, want }) => {
    expect(readPackageJson(text)).toBe(want);
  });
});

test.each([
  { field: 'pnpm@10.1.0', present: ['package-lock.json'], want: 'pnpm' },
  { field: 'yarn@1.22.22', present: [], want: 'yarn' },
  { field: 'yarn@4.0.0', present: [], want: 'yarn-berry' },
  { field: '', present: ['yarn.lock'], want: 'yarn' },
  { field: '', present: ['yarn.lock', '.yarnrc.yml'], want: 'yarn-berry' },
  { field: '', present: ['bun.lock'], want: 'bun' },
  { field: '', present: [], want: 'npm' },
])('$field $present → $want', ({ field, present, want }) => {
  expect(managerOf(field, new Set(present))).toBe(want);
});

describe('lefthook.yml', () => {
  const command = '    secretguard:\n      run: SECRETGUARD_HOOK=1 sh -e node_modules/secretguard/hooks/pre-commit\n';
  test.each([
    {
      name: 'empty',
      text: '',
      want: /^ *# secretguard: begin pre-commit\npre-commit:\n {2}commands:\n {4}secretguard:/,
    },
    {
      name: 'other hooks only',
      text: 'pre-push:\n  commands:\n    a:\n      run: b',
      want: /run: b\n# secretguard: begin/,
    },
    {
      name: 'commands, then another hook',
      text: 'pre-commit:\n  commands:\n    a:\n      run: b\n\npre-push:\n  parallel: true\n',
      want: new RegExp(
        `run: b\\n    # secretguard: begin pre-commit\\n${command}    # secretguard: end pre-commit\\n\\npre-push:`,
      ),
    },
    {
      name: 'jobs',
      text: 'pre-commit:\n  jobs:\n    - run: a\n',
      want: /- run: a\n {4}# secretguard: begin pre-commit\n {4}- name: secretguard\n {6}run: SECRET/,
    },
  ])('$name: added once, and taken out', ({ text, want }) => {
    const added = addLefthook(text, 'pre-commit', SHIPPED) ?? '';
    expect(added).toMatch(want);
    expect(addLefthook(added, 'pre-commit', SHIPPED)).toBe(added);
    expect(removeYaml(added) ?? '').toBe(text === '' || text.endsWith('\n') ? text : `${text}\n`);
  });

  test.each(['pre-commit: {commands: {a: {run: b}}}\n', 'pre-commit:\n  piped: true\n'])(
    '%j is left to the person',
    (text) => {
      expect(addLefthook(text, 'pre-commit', SHIPPED)).toBeUndefined();
    },
  );
});

describe('.pre-commit-config.yaml', () => {
  test.each([
    {
      name: 'flush list, keys below',
      text: 'repos:\n- repo: meta\n  hooks:\n  - id: a\n\nci:\n  skip: []\n',
      want: /- id: a\n# secretguard: begin hooks\n- repo: local\n {2}hooks:\n {4}- id: secretguard\n[\s\S]*# secretguard: end hooks\n\nci:/,
    },
    {
      name: 'indented list at the end',
      text: 'ci: {}\nrepos:\n  - repo: meta\n    hooks: []\n',
      want: /hooks: \[\]\n {2}# secretguard: begin hooks\n {2}- repo: local\n/,
    },
  ])('$name: added once, and taken out', ({ text, want }) => {
    const added = addPreCommit(text, ['pre-commit', 'pre-push'], SHIPPED) ?? '';
    expect(added).toMatch(want);
    expect(addPreCommit(added, ['pre-commit'], SHIPPED)).toBe(added);
    expect(removeYaml(added)).toBe(text);
  });

  test('repos in another form is left to the person', () => {
    expect(addPreCommit('repos: []\n', ['pre-commit'], SHIPPED)).toBeUndefined();
  });
});

test.each([
  { name: 'the same', before: 'a\n', after: 'a\n', want: '' },
  { name: 'a new file', before: undefined, after: 'a\n', want: '--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+a\n' },
  {
    name: 'a removed file',
    before: 'a\nb',
    after: undefined,
    want: '--- a/f\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n\\ No newline at end of file\n',
  },
  {
    name: 'two places far apart',
    before: '1\n2\n3\n4\n5\n6\n7\n8\n9\n',
    after: 'x\n2\n3\n4\n5\n6\n7\n8\n9\ny\n',
    want: '--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -7,3 +7,4 @@\n 7\n 8\n 9\n+y\n',
  },
])('diff: $name', ({ before, after, want }) => {
  expect(unifiedDiff('f', before, after)).toBe(want);
});
