import { describe, expect, test } from '@jest/globals';
import { defaultSettings } from '../config/defaults.ts';
import { bytesOf } from '../src/settings.ts';
import { completeSettings, parsePackageSettings, parseSettings } from '../src/settings-file.ts';

const RULE = '"id":"acme-key","title":"Acme key","keywords":["acme_"]';

function message(text: string): string {
  const result = parseSettings(text, '.secretguardrc');
  return result.ok ? 'accepted' : result.error.message;
}

describe('parseSettings accepts', () => {
  test.each([
    { name: 'an empty object', text: '{}' },
    { name: 'comments, trailing commas and a BOM', text: '\uFEFF// why\n{ /* x */ "ignore": ["a/**",], }\n' },
    { name: '$schema', text: '{"$schema":"./x.json"}' },
    { name: 'a size in words', text: '{"maxFileSize":"1.5 MiB"}' },
    { name: 'a custom rule', text: `{"customRules":[{${RULE},"pattern":"(acme_[0-9a-f]{32})"}]}` },
  ])('$name', ({ text }) => {
    expect(message(text)).toBe('accepted');
  });
});

describe('parseSettings refuses', () => {
  test.each([
    {
      name: 'a typo',
      text: '{\n\n  "ignor": []\n}',
      want: '.secretguardrc:3:3: unknown key `ignor`; did you mean `ignore`?',
    },
    {
      name: 'a key at the wrong level',
      text: '{"disable":[]}',
      want: '.secretguardrc:1:2: unknown key `disable`; did you mean `rules.disable`?',
    },
    {
      name: 'a typo further down',
      text: '{"rules":{\r\n"severty":{}}}',
      want: '.secretguardrc:2:1: unknown key `severty` in `rules`; did you mean `severity`?',
    },
    {
      name: 'a key that resembles none',
      text: '{"gitignore":{"zzz":1}}',
      want: '.secretguardrc:1:15: unknown key `zzz` in `gitignore`; known are `require`, `packages`',
    },
    { name: 'a wrong type', text: '{"strict": "yes"}', want: '.secretguardrc:1:12: `strict`: must be a boolean' },
    {
      name: 'an unknown word',
      text: '{"failOn":"always"}',
      want: '.secretguardrc:1:11: `failOn`: must be one of "block", "warn", "never"',
    },
    {
      name: 'several faults, in the order of the file',
      text: '{"strict":1,\n"x":2,\n"hooks":["pre-comit"]}',
      want: [
        '.secretguardrc:1:11: `strict`: must be a boolean',
        '.secretguardrc:2:1: unknown key `x`; known are',
        '.secretguardrc:3:10: `hooks[0]`: must be one of "pre-commit"',
      ],
    },
    { name: 'no JSON', text: '{"strict": tru', want: '.secretguardrc:1:12: this is not JSON' },
    { name: 'nothing at all', text: '', want: '.secretguardrc:1:1: this is not JSON' },
    { name: 'a list', text: '[]', want: '.secretguardrc:1:1: settings: must be an object' },
    {
      name: 'a key twice',
      text: '{"strict":false,\n"strict":true}',
      want: '.secretguardrc:2:1: key `strict` stands twice',
    },
    { name: '__proto__', text: '{"__proto__":{}}', want: 'key `__proto__` is not allowed' },
    { name: 'a size without sense', text: '{"maxFileSize":"big"}', want: '`maxFileSize`: must be' },
    {
      name: 'a rule without pattern',
      text: `{"customRules":[{${RULE}}]}`,
      want: '1:17: `customRules[0].pattern`: is missing',
    },
    {
      name: 'a pattern that runs away',
      text: `{"customRules":[{${RULE},"pattern":"(acme_(?:[a-z]+)+)"}]}`,
      want: '`customRules[0].pattern`: can run away',
    },
    {
      name: 'a pattern that is none',
      text: `{"customRules":[{${RULE},"pattern":"(acme_"}]}`,
      want: '`customRules[0].pattern`: is not a regular expression',
    },
    {
      name: 'flags inside the pattern',
      text: `{"customRules":[{${RULE},"pattern":"(?i)acme_[a-z]{9}"}]}`,
      want: 'write (?i) and the like into "flags"',
    },
    {
      name: 'an example that is not matched',
      text: `{"customRules":[{${RULE},"pattern":"(acme_[a-z]{9})","examples":{"match":["acme_1"]}}]}`,
      want: '`customRules[0].examples.match[0]`: is not matched',
    },
    {
      name: 'a look-alike that is matched',
      text: `{"customRules":[{${RULE},"pattern":"(acme_[a-z]{3})","examples":{"miss":[["acme_","abc"]]}}]}`,
      want: '`customRules[0].examples.miss[0]`: is matched',
    },
    {
      name: 'a short keyword',
      text: '{"customRules":[{"id":"a","title":"t","keywords":["ab"],"pattern":"(ab)"}]}',
      want: '`customRules[0].keywords[0]`: must be at least 3 characters',
    },
    {
      name: 'a keyword that is too long',
      text: `{"customRules":[{"id":"a","title":"t","keywords":["${'a'.repeat(201)}"],"pattern":"(ab)"}]}`,
      want: '`customRules[0].keywords[0]`: must be at most 200 characters',
    },
    {
      name: 'two rules of one id',
      text: `{"customRules":[${`{${RULE},"pattern":"(acme_x)"},`.repeat(2)}]}`,
      want: 'twice',
    },
  ])('$name', ({ text, want }) => {
    for (const part of [want].flat()) expect(message(text)).toContain(part);
  });

  test('without quoting a value, or a key that could be one', () => {
    const token = ['gh', 'p_', 'a1B2'.repeat(9)].join('');
    for (const text of [
      `{"failOn":"${token}"}`,
      `{"${token}":1}`,
      `{"rules":{"severity":{"${token}":"x"}}}`,
      `{"strict": ${token}}`,
      `{"customRules":[{${RULE},"pattern":"(${token}"}]}`,
    ]) {
      expect(message(text)).not.toBe('accepted');
      expect(message(text)).not.toContain('a1B2');
    }
  });
});

describe('parsePackageSettings', () => {
  test.each([
    { name: 'no key', text: '{"devDependencies":{"secretguard":"^1.0.0"}}', want: undefined },
    { name: 'the key', text: '{"secretguard":{"strict":true}}', want: { strict: true } },
  ])('$name', ({ text, want }) => {
    expect(parsePackageSettings(text)).toEqual({ ok: true, value: want });
  });
  test.each([
    { name: 'a typo', text: '{\n "secretguard": {"strct": true}\n}', want: 'package.json:2:18: unknown key `strct`' },
    { name: 'broken JSON', text: '{"secretguard": }', want: 'package.json:1:17: this is not JSON' },
  ])('refuses $name', ({ text, want }) => {
    const result = parsePackageSettings(text);
    expect(result.ok ? '' : result.error.message).toContain(want);
  });
});

describe('completeSettings', () => {
  test('an empty file is the defaults', () => {
    expect(completeSettings({}, defaultSettings())).toEqual(defaultSettings());
  });
  test('every key of a file replaces its default and leaves the neighbours', () => {
    const settings = completeSettings({ knownValues: { minLength: 12 }, maxFileSize: '2 MB' }, defaultSettings());
    expect(settings.knownValues).toEqual({ ...defaultSettings().knownValues, minLength: 12 });
    expect(settings.maxFileBytes).toBe(2 * 1024 * 1024);
  });
  test('a custom rule becomes a rule: global, group 1 the secret', () => {
    const parsed = parseSettings(`{"customRules":[{${RULE},"pattern":"acme_[0-9a-f]{4}","flags":"i"}]}`, 'x');
    const [rule] = parsed.ok ? completeSettings(parsed.value, defaultSettings()).customRules : [];
    expect([...'k=ACME_00ff'.matchAll(rule?.pattern ?? /$/g)].map((m) => m[1])).toEqual(['ACME_00ff']);
  });
});

test.each([
  [1024, 1024],
  ['10', 10],
  ['512k', 524288],
  ['64 MiB', 67108864],
  ['1.5GB', 1610612736],
  ['much', Number.NaN],
])('%s is %d bytes', (size, want) => {
  expect(bytesOf(size)).toBe(want);
});
