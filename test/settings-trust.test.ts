import { describe, expect, test } from '@jest/globals';
import { defaultSettings } from '../config/defaults.ts';
import { fail, ok } from '../src/result.ts';
import type { Settings } from '../src/settings.ts';
import { extendedPath, resolveExtends } from '../src/settings-extends.ts';
import { completeSettings, type SettingsFile } from '../src/settings-file.ts';
import { loosenings, mergeForTrust, settingsForHook } from '../src/settings-trust.ts';

describe('extends', () => {
  const FILES: Readonly<Record<string, string>> = {
    'config/base.json': '{"extends":"./deeper.json","ignore":["base"],"rules":{"severity":{"a":"warn","b":"note"}}}',
    'config/deeper.json': '{"strict":true,"ignore":["deeper"]}',
    'node_modules/@acme/sg/secretguard.json': '{"failOn":"warn"}',
    'loop.json': '{"extends":"./loop2.json"}',
    'loop2.json': '{"extends":["./loop.json"]}',
    'typo.json': '{"ignor":[]}',
  };
  const read = async (path: string) => {
    const text = FILES[path];
    return text === undefined ? fail('bad-settings', `${path} is not there`, path) : ok(text);
  };
  test.each([
    { name: 'nothing', file: { ignore: ['own'] }, want: { ignore: ['own'] } },
    {
      name: 'a file that extends another: lists joined, nearer values win',
      file: { extends: './config/base.json', ignore: ['own'], rules: { severity: { a: 'block' as const } } },
      want: {
        extends: './config/base.json',
        strict: true,
        ignore: ['deeper', 'base', 'own'],
        rules: { severity: { a: 'block', b: 'note' } },
      },
    },
    {
      name: 'a package',
      file: { extends: ['@acme/sg'], failOn: 'block' as const },
      want: { extends: ['@acme/sg'], failOn: 'block' },
    },
  ])('joins $name', async ({ file, want }) => {
    expect(await resolveExtends(file, '.secretguardrc', read)).toEqual(ok(want));
  });
  test.each([
    { name: 'a circle', file: { extends: './loop.json' }, want: /goes in a circle \(loop\.json\)/ },
    { name: 'a missing file', file: { extends: './none.json' }, want: /none\.json is not there/ },
    { name: 'a path out of the project', file: { extends: '../x.json' }, want: /must name a package or a file/ },
    { name: 'an absolute path', file: { extends: '/etc/x.json' }, want: /must name a package or a file/ },
    { name: 'a URL', file: { extends: 'https://x.example/a' }, want: /must name a package or a file/ },
    { name: 'a typo further up', file: { extends: './typo.json' }, want: /typo\.json:1:2: unknown key `ignor`/ },
  ])('refuses $name', async ({ file, want }) => {
    const result = await resolveExtends(file, '.secretguardrc', read);
    expect(result.ok ? '' : result.error.message).toMatch(want);
  });
  test.each([
    ['./a.json', 'config/rc', 'config/a.json'],
    ['../a.json', 'config/rc', 'a.json'],
    ['pkg', 'rc', 'node_modules/pkg/secretguard.json'],
    ['@s/pkg/strict.json', 'rc', 'node_modules/@s/pkg/strict.json'],
    ['pkg/../../x', 'rc', 'x'],
    ['pkg/../../../x', 'rc', undefined],
  ])('%s in %s is %s', (name, from, want) => {
    expect(extendedPath(name, from)).toBe(want);
  });
});

const rule = (id: string, more: object = {}) => ({
  id,
  title: 't',
  pattern: '(acme_[a-z]{4})',
  keywords: ['acme_'],
  ...more,
});
const settings = (file: SettingsFile): Settings => completeSettings(file, defaultSettings());

/** Each row: what the base says, what the head says that is looser, the key that is told. */
const LOOSER: readonly { where: string; base: SettingsFile; head: SettingsFile }[] = [
  { where: 'extends', base: {}, head: { extends: './x.json' } },
  { where: 'ignore', base: {}, head: { ignore: ['a/**'] } },
  { where: 'ignore', base: { ignore: ['a/**', '!a/b'] }, head: { ignore: ['a/**'] } },
  { where: 'maxFileSize', base: {}, head: { maxFileSize: 10 } },
  { where: 'rules.disable', base: {}, head: { rules: { disable: ['x'] } } },
  { where: 'rules.severity', base: {}, head: { rules: { severity: { x: 'note' } } } },
  { where: 'rules.severity', base: { rules: { severity: { x: 'block' } } }, head: {} },
  { where: 'customRules', base: { customRules: [rule('a')] }, head: {} },
  {
    where: 'customRules',
    base: { customRules: [rule('a')] },
    head: { customRules: [rule('a', { severity: 'note' })] },
  },
  {
    where: 'customRules',
    base: { customRules: [rule('a')] },
    head: { customRules: [rule('a', { pattern: '(acme_z)' })] },
  },
  { where: 'gitignore.require', base: { gitignore: { require: ['.env.staging'] } }, head: {} },
  { where: 'gitignore.packages', base: {}, head: { gitignore: { packages: false } } },
  {
    where: 'gitignore.packages',
    base: { gitignore: { packages: ['a', 'b'] } },
    head: { gitignore: { packages: ['a'] } },
  },
  { where: 'envFiles.block', base: { envFiles: { block: ['x.env'] } }, head: {} },
  { where: 'envFiles.warn', base: {}, head: { envFiles: { warn: ['.env'] } } },
  { where: 'envFiles.harmless', base: {}, head: { envFiles: { harmless: ['.env'] } } },
  { where: 'knownValues.enabled', base: {}, head: { knownValues: { enabled: false } } },
  { where: 'knownValues.files', base: { knownValues: { files: ['x'] } }, head: {} },
  { where: 'knownValues.minLength', base: {}, head: { knownValues: { minLength: 99 } } },
  { where: 'strict', base: { strict: true }, head: {} },
  { where: 'failOn', base: {}, head: { failOn: 'never' } },
  { where: 'minified', base: {}, head: { minified: 'skip' } },
  { where: 'archives', base: { archives: 'scan' }, head: {} },
  { where: 'baseline', base: {}, head: { baseline: 'b.json' } },
  { where: 'hooks', base: {}, head: { hooks: ['pre-commit', 'pre-merge-commit', 'pre-push'] } },
  { where: 'rotation.days', base: {}, head: { rotation: { days: 365 } } },
  { where: 'rotation.overlapDays', base: {}, head: { rotation: { overlapDays: 30 } } },
  { where: 'rotation.ignore', base: {}, head: { rotation: { ignore: ['ACME_*'] } } },
  { where: 'rotation.names', base: {}, head: { rotation: { names: { ACME_KEY: { days: 91 } } } } },
  {
    where: 'rotation.names',
    base: { rotation: { names: { ACME_KEY: { environments: { production: { overlapDays: 1 } } } } } },
    head: {},
  },
];

describe('trust', () => {
  test.each(LOOSER)('$where: $head is looser than $base, and is told', ({ where, base, head }) => {
    expect(loosenings(settings(base), settings(head)).map((l) => l.where)).toEqual([where]);
  });
  test.each(LOOSER.filter(({ head }) => head.customRules === undefined))(
    '$where: the way back is none',
    ({ base, head }) => {
      expect(loosenings(settings(head), settings(base))).toEqual([]);
    },
  );
  test.each(LOOSER)('$where: merging keeps what $base says', ({ base, head }) => {
    const merged = mergeForTrust(settings(base), settings(head));
    expect(loosenings(settings(base), merged)).toEqual([]);
  });
  const undecided = ['extends', 'hooks', 'envFiles.warn', 'rotation.names']; // neither way is surely stricter, so the base's word stays
  test.each(LOOSER.filter(({ where, head }) => !undecided.includes(where) && head.customRules === undefined))(
    '$where: merging takes over what is stricter',
    ({ base, head }) => {
      const merged = mergeForTrust(settings(head), settings(base));
      expect(loosenings(settings(base), merged).filter((l) => l.where !== 'rules.severity')).toEqual([]);
    },
  );
  test('the same settings loosen nothing', () => {
    for (const { base } of LOOSER) expect(loosenings(settings(base), settings(base))).toEqual([]);
  });
});

test('in a hook no text is kept from being looked at', () => {
  const { maxFileBytes, minified } = settingsForHook(settings({ maxFileSize: 1, minified: 'skip' }), defaultSettings());
  expect({ maxFileBytes, minified }).toEqual({ maxFileBytes: defaultSettings().maxFileBytes, minified: 'scan' });
});
