import { createHash, scryptSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { NO_ALLOWLIST, parseAllowlist, violationFingerprint } from '../../src/decide/allowlist.ts';
import { parseBaseline } from '../../src/decide/baseline.ts';
import { type Decision, decide, openPolicy, type Policy, type ViolationDraft } from '../../src/decide/decide.ts';
import { fingerprintsAhead, isPrefixOf, shortFingerprint } from '../../src/decide/fingerprints.ts';
import { matchesPath } from '../../src/decide/globs.ts';
import { KNOWN_HASHES, KNOWN_VALUES } from '../../src/known-hashes.gen.ts';
import type { Finding } from '../../src/model.ts';
import { fake } from '../../src/rule.ts';
import { DEFAULT_SALT, Secret } from '../../src/secret.ts';

const SALT = 'salt';
const STRONG = fake('alnum', 40);

function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'acme-key',
    title: 'Acme key',
    provider: 'Acme',
    severity: 'block',
    confidence: 'high',
    path: 'src/a.ts',
    line: 3,
    column: 15,
    endLine: 3,
    endColumn: 55,
    secret: new Secret(STRONG),
    decodedFrom: [],
    why: 'it has the form of an Acme key',
    pushProtected: false,
    ...more,
  };
}

function policy(more: Partial<Policy> = {}): Policy {
  return openPolicy({ salt: SALT, today: '2027-01-15', hook: true, matches: matchesPath, ...more });
}

function settings(more: Partial<Policy['settings']>): Policy['settings'] {
  return { ignore: [], rules: { disable: [], severity: {} }, strict: false, ...more };
}

function allow(more: object = {}, secret = new Secret(STRONG), rule = 'acme-key') {
  return parseAllowlist(
    JSON.stringify({ fingerprint: secret.fingerprint(rule, SALT), rule, reason: 'a test key', ...more }),
  );
}

function verdicts(decision: Decision): string[] {
  return decision.verdicts.map(({ verdict, because }) => `${verdict}${because === undefined ? '' : `: ${because}`}`);
}

const own = { kind: 'own', reason: 'sample' } as const;
const foreign = { kind: 'foreign', reason: 'marked with ggignore' } as const;
const CERTAIN = { confidence: 'certain' } as const;
const disabled = settings({ rules: { disable: ['acme-*'], severity: {} } });
const lowered = settings({ rules: { disable: [], severity: { 'acme-key': 'note' } } });
const ignored = settings({ ignore: ['src/**'] });
const strict = settings({ strict: true });

describe('a finding', () => {
  test.each([
    { name: 'blocks', of: {}, by: {}, want: ['block'] },
    { name: 'keeps a milder severity', of: { severity: 'warn' as const }, by: {}, want: ['warn'] },
    { name: 'of a disabled rule is dropped', of: {}, by: { settings: disabled }, want: [] },
    {
      name: 'of a disabled rule stays where certain, in a hook',
      of: CERTAIN,
      by: { settings: disabled },
      want: ['block'],
    },
    { name: 'of a disabled rule is dropped in a scan', of: CERTAIN, by: { settings: disabled, hook: false }, want: [] },
    { name: 'in an ignored path is dropped', of: {}, by: { settings: ignored }, want: [] },
    { name: 'in an ignored path stays where certain', of: CERTAIN, by: { settings: ignored }, want: ['block'] },
    {
      name: 'gets the severity of the settings',
      of: {},
      by: { settings: lowered },
      want: ['note: severity set by the settings'],
    },
    { name: 'is not lowered where certain', of: CERTAIN, by: { settings: lowered }, want: ['block'] },
    { name: 'is allowed by our comment', of: { marker: own }, by: {}, want: ['allowed: inline comment: sample'] },
    {
      name: 'is not allowed without reason',
      of: { marker: { kind: 'own' as const, reason: '' } },
      by: {},
      want: [expect.stringMatching(/^warn: softened/)],
    },
    {
      name: 'is softened by a foreign comment',
      of: { marker: foreign },
      by: {},
      want: [expect.stringMatching(/^warn: softened/)],
    },
    {
      name: 'a warning stays one by a foreign comment',
      of: { marker: foreign, severity: 'warn' as const },
      by: {},
      want: ['warn'],
    },
    { name: 'is blocked under strict', of: { marker: own }, by: { settings: strict }, want: ['block'] },
    { name: 'of a known value ignores our comment', of: { marker: own, rule: 'known-value' }, by: {}, want: ['block'] },
    {
      name: 'of a known value ignores foreign ones',
      of: { marker: foreign, rule: 'known-value' },
      by: {},
      want: ['block'],
    },
    {
      name: 'is allowed by fingerprint',
      of: CERTAIN,
      by: { allowlist: allow() },
      want: ['allowed: .secretguardallow line 1: a test key'],
    },
    {
      name: 'is allowed within the path',
      of: {},
      by: { allowlist: allow({ path: 'src/**' }) },
      want: [expect.stringMatching(/^allowed/)],
    },
    { name: 'is not allowed elsewhere', of: {}, by: { allowlist: allow({ path: 'test/**' }) }, want: ['block'] },
    {
      name: 'is allowed until the day, included',
      of: {},
      by: { allowlist: allow({ until: '2027-01-15' }) },
      want: [expect.stringMatching(/^allowed/)],
    },
    { name: 'is not allowed after it', of: {}, by: { allowlist: allow({ until: '2027-01-14' }) }, want: ['block'] },
    { name: 'is not allowed for another rule', of: { rule: 'other' }, by: { allowlist: allow() }, want: ['block'] },
    {
      name: 'is not allowed for another value',
      of: { secret: new Secret(fake('alnum', 40, 2)) },
      by: { allowlist: allow() },
      want: ['block'],
    },
    {
      name: 'of a weak value is allowed by its salted fingerprint',
      of: { secret: new Secret('hunter2 horse') },
      by: { allowlist: allow({}, new Secret('hunter2 horse')) },
      want: [expect.stringMatching(/^allowed/)],
    },
  ])('$name', ({ of, by, want }) => {
    expect(verdicts(decide([finding(of)], policy(by)))).toEqual(want);
  });
});

describe('a baseline', () => {
  const report = (salt: string, secret: Secret) =>
    JSON.stringify({
      fingerprintSalt: salt,
      findings: [{ rule: 'acme-key', fingerprint: secret.fingerprint('acme-key', salt) }],
    });
  test.each([
    { name: 'lets its findings pass', of: {}, salt: SALT, want: ['allowed: known from the baseline'] },
    {
      name: 'made with another salt too',
      of: { secret: new Secret('weak one') },
      salt: 'old',
      want: ['allowed: known from the baseline'],
    },
    { name: 'not a certain one in a hook', of: CERTAIN, salt: SALT, want: ['block'] },
    { name: 'not another one', of: { rule: 'other' }, salt: SALT, want: ['block'] },
  ])('$name', ({ of, salt, want }) => {
    const baseline = parseBaseline(report(salt, finding(of).secret), 'b.json');
    expect(verdicts(decide([finding(of)], policy(baseline.ok ? { baseline: baseline.value } : {})))).toEqual(want);
  });
  test.each(['', '{}', '{"findings":[{}],"fingerprintSalt":"x"}', '[1]'])('%j is none', (text) => {
    expect(parseBaseline(text, 'b.json')).toMatchObject({ ok: false, error: { kind: 'bad-input', path: 'b.json' } });
  });
});

describe('violations', () => {
  const staged: ViolationDraft = {
    kind: 'staged-env',
    path: 'a/.env',
    verdict: 'block',
    detail: 'it is staged',
    next: ['git rm --cached a/.env'],
  };
  const entryFor = (path: string) =>
    parseAllowlist(JSON.stringify({ fingerprint: violationFingerprint('staged-env', path), reason: 'encrypted' }));
  test.each([
    { name: 'block', allowlist: NO_ALLOWLIST, want: 'block' },
    { name: 'are allowed by fingerprint', allowlist: entryFor('a/.env'), want: 'allowed' },
    { name: 'are not allowed for another file', allowlist: entryFor('b/.env'), want: 'block' },
  ])('$name', ({ allowlist, want }) => {
    expect(decide([], policy({ allowlist }), [staged]).violations[0]).toMatchObject({
      kind: 'staged-env',
      verdict: want,
    });
  });

  test.each([
    {
      name: 'an expired entry',
      allowlist: allow({ until: '2020-01-01' }),
      complete: false,
      want: ['expired-allow warn'],
    },
    {
      name: 'an unused entry of a complete scan',
      allowlist: allow({}, new Secret(fake('alnum', 40, 9))),
      complete: true,
      want: ['unused-allow note'],
    },
    {
      name: 'no unused entry where not all was seen',
      allowlist: allow({}, new Secret(fake('alnum', 40, 9))),
      complete: false,
      want: [],
    },
    { name: 'no used entry', allowlist: allow(), complete: true, want: [] },
    { name: 'a broken line', allowlist: parseAllowlist('oops'), complete: false, want: ['broken-allow warn'] },
  ])('name $name', ({ allowlist, complete, want }) => {
    const { violations } = decide([finding()], policy({ allowlist, complete }));
    expect(violations.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual(want);
  });

  test('list what was loosened', () => {
    const { violations } = decide([], policy({ loosened: [{ what: 'rule disabled: x', where: 'rules.disable' }] }));
    expect(violations).toMatchObject([
      { kind: 'loosened', verdict: 'note', detail: 'rules.disable: rule disabled: x' },
    ]);
  });

  test('have fingerprints of their own', () => {
    const { violations } = decide([], policy({ allowlist: parseAllowlist('a\nb') }));
    expect(new Set(violations.map((v) => v.fingerprint)).size).toBe(2);
  });
});

test('a fingerprint made ahead is the one that is made when asked for', async () => {
  const values = ['ahead-1', 'ahead-2', 'ahead-3', 'ahead-1', STRONG];
  const ahead = fingerprintsAhead('ahead');
  for (const value of values) ahead.add(finding({ secret: new Secret(value) }));
  await ahead.finish();
  const made = values.map((value) => new Secret(value).fingerprint('acme-key', 'ahead'));
  for (const value of values) expect(new Secret(value).prepare('ahead')).toBeUndefined();
  expect(made[1]).toBe(nameOf('acme-key', scrypt('ahead-2', 'ahead')));
  expect(made[4]).toBe(nameOf('acme-key', STRONG));
  expect(new Set(made).size).toBe(4);
});

const scrypt = (value: string, salt: string) => scryptSync(value, `sg1\0${salt}`, 16, { N: 8192, r: 8, p: 1 });
const nameOf = (rule: string, value: string | Buffer) =>
  `sg1:${createHash('sha256').update(`${rule}\0`).update(value).digest('hex').slice(0, 32)}`;

describe('values that anybody would try first', () => {
  const values = KNOWN_VALUES.split(' ');
  const some = values.filter((_, i) => i % 24 === 7); // each takes 8 ms

  test.each([...some, 'password', "''"].map((value) => ({ value })))(
    '$value has the fingerprint of others',
    ({ value }) => {
      const secret = new Secret(value);
      expect(secret.prepare(DEFAULT_SALT)).toBeUndefined();
      expect(secret.fingerprint('acme-key', DEFAULT_SALT)).toBe(nameOf('acme-key', scrypt(value, DEFAULT_SALT)));
    },
  );

  test('are known under the shared salt only', async () => {
    const made = new Secret('password').prepare('of a project');
    expect(made).toBeInstanceOf(Promise);
    await made;
    expect(new Secret('password').fingerprint('acme-key', 'of a project')).toBe(
      nameOf('acme-key', scrypt('password', 'of a project')),
    );
  });

  test('have a hash each', () => {
    expect(Buffer.from(KNOWN_HASHES, 'base64').length).toBe(16 * values.length);
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('next steps', () => {
  const steps = (of: Partial<Finding>) => decide([finding(of)], policy()).verdicts[0]?.next ?? [];
  test('move it, allow it, revoke it', () => {
    const print = shortFingerprint(new Secret(STRONG).fingerprint('acme-key', SALT));
    expect(steps({ rotateUrl: 'https://acme.example/keys', revoke: 'Delete it there.' })).toEqual([
      'move it out of the code: npx secretguard fix',
      `if it is harmless, allow it: npx secretguard allow ${print} --reason "…"`,
      'if it ever left this machine, revoke it: https://acme.example/keys (Delete it there)',
    ]);
  });
  test.each([
    {
      name: 'a known value names its variable',
      of: { rule: 'known-value', title: 'Value of DB_PASS from .env' },
      want: 'process.env.DB_PASS',
    },
    {
      name: 'a message is written anew',
      of: { path: 'commit message' },
      want: 'write the message anew',
    },
    {
      name: 'history starts with revoking',
      of: { history: { commit: 'c', author: 'a', date: 'd' } },
      want: 'it has been committed: revoke it',
    },
  ])('$name', ({ of, want }) => {
    expect(steps(of)[0]).toContain(want);
  });
});

test('fingerprints are made when read, not before', () => {
  let made = 0;
  const secret = new Secret(STRONG);
  secret.fingerprint = () => {
    made++;
    return 'sg1:x';
  };
  const [verdict] = decide([finding({ secret })], policy({ allowlist: allow({ rule: 'other' }) })).verdicts;
  expect(made).toBe(0);
  expect([verdict?.fingerprint, verdict?.fingerprint, made]).toEqual(['sg1:x', 'sg1:x', 1]);
});

test.each([
  ['sg1:0123', true],
  ['0123AB', true],
  ['012', false],
  ['sg1:', false],
  ['9', false],
])('isPrefixOf(%j)', (id, want) => {
  expect(isPrefixOf(id, `sg1:0123ab${'0'.repeat(26)}`)).toBe(want);
});

test.each([
  { path: 'a/b/c.ts', globs: ['a/**'], want: true },
  { path: 'a/.env', globs: ['a/*'], want: true },
  { path: 'x/a.snap', globs: ['*.snap'], want: true },
  { path: 'x/fixtures/a', globs: ['fixtures'], want: true },
  { path: 'x/fixtures/a', globs: ['fixtures/'], want: true },
  { path: 'fixtures', globs: ['fixtures/'], want: false },
  { path: 'src/gen/a', globs: ['./src/gen'], want: true },
  { path: 'x/src/gen/a', globs: ['src/gen'], want: false },
  { path: 'src/a/b', globs: ['src/*'], want: false },
  { path: 'src/keep.ts', globs: ['src/**', '!src/keep.ts'], want: false },
  { path: 'src/keep.ts', globs: ['!src/keep.ts', 'src/**'], want: true },
  { path: 'other.ts', globs: ['!src/keep.ts'], want: false },
  { path: 'src/(app)/[id]/page.ts', globs: ['src/(app)/**'], want: true },
  { path: 'src/[id]/page.ts', globs: ['src/[id]/page.ts'], want: true },
  { path: 'src/[id]/page.ts', globs: ['src/\\[id]/**'], want: true },
])('$globs means $path: $want', ({ path, globs, want }) => {
  expect(matchesPath(path, globs)).toBe(want);
});
