import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type AllowArgs, allow } from '../../../src/commands/allow.ts';
import { parseAllowlist } from '../../../src/decide/allowlist.ts';
import { fake, sample } from '../../../src/rule.ts';
import { newRepo, type Repo } from '../../repo.ts';
import { githubToken } from '../../tokens.ts';
import { fakeWorld } from '../../world.ts';

const ONE = githubToken(11);
const TWO = githubToken(12);
/** A key of another service. */
const OTHER = sample('sk_live_', fake('alnum', 24, 5));
const FILE = '.secretguardallow';
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

async function take(repo: Repo, what: string, given: Partial<AllowArgs> = {}, answers?: readonly string[]) {
  const world = fakeWorld(repo.dir, answers);
  const code = await allow.run({ positionals: [], import: what, yes: answers === undefined, ...given }, world);
  for (const secret of [ONE, TWO, OTHER]) expect(world.printed.out + world.printed.err).not.toContain(secret);
  const path = join(repo.dir, FILE);
  return {
    code,
    ...world.printed,
    entries: existsSync(path) ? parseAllowlist(readFileSync(path, 'utf8')).entries : [],
  };
}

/** What still blocks afterwards, by path and line. */
function blocked(repo: Repo): string[] {
  const { findings } = JSON.parse(repo.run(['scan', '--format', 'json']).out.replace(/^\}\n[\s\S]*/m, '}'));
  return findings
    .filter((f: { verdict: string; path: string }) => f.verdict === 'block' && f.path.endsWith('.js'))
    .map(({ path, line }: { path: string; line: number }) => `${path}:${line}`);
}

function committed(files: Readonly<Record<string, string>>): Repo {
  const repo = newRepo();
  for (const [path, text] of Object.entries(files)) repo.write(path, text);
  repo.git('add', '-A');
  repo.git('commit', '-q', '-m', 'x');
  return repo;
}

describe('.gitleaksignore', () => {
  test('a finding in the tree: by path, with where it came from', async () => {
    const repo = committed({
      'src/a.js': `call("${ONE}");\n`,
      'b.js': `call("${ONE}");\n`,
      '.gitleaksignore': '# known\n\nsrc/a.js:github-pat:1\n',
    });
    const { code, entries } = await take(repo, '.gitleaksignore');
    expect(code).toBe(0);
    expect(entries).toMatchObject([
      {
        rule: 'github-personal-token',
        paths: ['src/a.js'],
        reason: 'imported from .gitleaksignore line 3 (github-pat)',
      },
    ]);
    expect(blocked(repo)).toEqual(['b.js:1']);
  });

  test('a file at the top level is meant alone, odd names as they are', async () => {
    const repo = committed({
      'a.js': `call("${ONE}");\n`,
      'x/a.js': `call("${ONE}");\n`,
      'x/[id] (1).js': `call("${TWO}");\n`,
    });
    repo.write('.gitleaksignore', 'a.js:github-pat:1\nx/[id] (1).js:github-pat:1\n');
    expect((await take(repo, '.gitleaksignore')).code).toBe(0);
    expect(blocked(repo)).toEqual(['x/a.js:1']);
  });

  test('a finding of a commit, also where it is gone since', async () => {
    const repo = committed({ 'src/a.js': `\ncall("${ONE}");\n` });
    const commit = repo.git('rev-parse', 'HEAD').trim();
    repo.write('src/a.js', 'call();\n');
    repo.git('commit', '-q', '-am', 'y');
    repo.write('.gitleaksignore', `${commit}:src/a.js:github-pat:2\n`);
    const { code, entries } = await take(repo, '.gitleaksignore', { reason: 'revoked', until: '2027-02-01' });
    expect(code).toBe(0);
    expect(entries).toMatchObject([
      { until: '2027-02-01', reason: 'revoked (imported from .gitleaksignore line 1 (github-pat))' },
    ]);
    const scanned = JSON.parse(repo.run(['scan', '--history', '--format', 'json']).out.replace(/^\}\n[\s\S]*/m, '}'));
    expect(scanned.findings).toMatchObject([{ verdict: 'allowed' }]);
  });

  test.each([
    { name: 'another line', line: 'src/a.js:github-pat:7', says: /our rules find nothing there/ },
    { name: 'another file', line: 'src/b.js:github-pat:1', says: /our rules find nothing there/ },
    {
      name: 'an unknown commit',
      line: `${'ab'.repeat(20)}:src/a.js:github-pat:1`,
      says: /our rules find nothing there/,
    },
    { name: 'no fingerprint', line: 'src/a.js', says: /no fingerprint of gitleaks/ },
    {
      name: 'two keys of a service on a line',
      line: 'src/two.js:github-pat:1',
      says: /several findings stand on that line/,
    },
    {
      name: 'two keys, none of that service',
      line: 'src/mixed.js:slack-bot-token:1',
      says: /none of the findings there is clearly meant/,
    },
  ])('$name: listed, not guessed', async ({ line, says }) => {
    const repo = committed({
      'src/a.js': `call("${ONE}");\n`,
      'src/two.js': `call("${ONE}", "${TWO}");\n`,
      'src/mixed.js': `call("${ONE}", "${OTHER}");\n`,
      '.gitleaksignore': `${line}\n`,
    });
    const { code, err, entries } = await take(repo, '.gitleaksignore');
    expect({ code, entries }).toEqual({ code: 1, entries: [] });
    expect(err).toMatch(/not taken over: \.gitleaksignore line 1/);
    expect(err).toMatch(says);
  });

  test('of two keys on a line the one of that service', async () => {
    const repo = committed({
      'src/mixed.js': `call("${ONE}", "${OTHER}");\n`,
      '.gitleaksignore': 'src/mixed.js:github-pat:1\n',
    });
    expect((await take(repo, '.gitleaksignore')).entries).toMatchObject([{ rule: 'github-personal-token' }]);
  });

  test('twice is once', async () => {
    const repo = committed({ 'src/a.js': `call("${ONE}");\n`, '.gitleaksignore': 'src/a.js:github-pat:1\n' });
    await take(repo, '.gitleaksignore');
    const { code, err, entries } = await take(repo, '.gitleaksignore');
    expect(code).toBe(1);
    expect(err).toMatch(/it is allowed already/);
    expect(entries).toHaveLength(1);
  });
});

describe('a baseline of detect-secrets', () => {
  const entry = (value: string, line: number, more = {}) => ({
    type: 'GitHub Token',
    filename: 'src/a.js',
    hashed_secret: sha1(value),
    is_verified: false,
    line_number: line,
    ...more,
  });
  const baseline = (...entries: readonly object[]) =>
    JSON.stringify({
      version: '1.5.0',
      plugins_used: [{ name: 'GitHubTokenDetector' }],
      filters_used: [],
      results: { 'src/a.js': entries },
    });
  const text = `call("${ONE}");\ncall("${TWO}");\n`;

  test('by hash and file, wherever the line is by now', async () => {
    const repo = committed({ 'src/a.js': text, '.secrets.baseline': baseline(entry(TWO, 77)) });
    const { code, entries } = await take(repo, '.secrets.baseline');
    expect(code).toBe(0);
    expect(entries).toMatchObject([
      { reason: 'imported from .secrets.baseline, src/a.js line 77 (GitHub Token, not audited)', paths: ['src/a.js'] },
    ]);
    expect(blocked(repo)).toEqual(['src/a.js:1']);
  });

  test('an audit counts', async () => {
    const list = baseline(entry(ONE, 1, { is_secret: true }), entry(TWO, 2, { is_secret: false }));
    const repo = committed({ 'src/a.js': text, '.secrets.baseline': list });
    const { code, err, entries } = await take(repo, '.secrets.baseline');
    expect(code).toBe(1);
    expect(err).toMatch(/audited as a real secret/);
    expect(entries).toMatchObject([{ reason: expect.stringContaining('audited as harmless') }]);
    expect(blocked(repo)).toEqual(['src/a.js:1']);
  });

  test('another value at that line is not let pass', async () => {
    const repo = committed({ 'src/a.js': text, '.secrets.baseline': baseline(entry(githubToken(13), 1)) });
    const { code, err, entries } = await take(repo, '.secrets.baseline');
    expect({ code, entries }).toEqual({ code: 1, entries: [] });
    expect(err).toMatch(/none of the values found in that file has that hash/);
  });

  test('a hash of the header or the prefix alone, as that tool keeps it of some types, counts on its own line only', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    const key = { ...entry('BEGIN RSA PRIVATE KEY', 3), type: 'Private Key' };
    const list = baseline(entry('ghp', 1), key);
    const repo = committed({ 'src/a.js': `${text}${pem}`, '.secrets.baseline': list });
    const { code, entries } = await take(repo, '.secrets.baseline');
    expect(code).toBe(0);
    expect(entries.map(({ rule }) => rule)).toEqual(['github-personal-token', 'private-key']);
    expect(blocked(repo)).toEqual(['src/a.js:2']);
  });

  test('several entries of one value are one', async () => {
    const list = baseline(entry(ONE, 1), { ...entry(ONE, 1), type: 'Base64 High Entropy String' });
    const repo = committed({ 'src/a.js': text, '.secrets.baseline': list });
    expect((await take(repo, '.secrets.baseline')).entries).toMatchObject([
      { reason: expect.stringContaining('GitHub Token') },
    ]);
  });

  test('paths of Windows', async () => {
    const list = baseline(entry(ONE, 1)).replace('"src/a.js":', '"src\\\\a.js":');
    const repo = committed({ 'src/a.js': text, '.secrets.baseline': list });
    expect((await take(repo, '.secrets.baseline')).entries).toMatchObject([{ paths: ['src/a.js'] }]);
  });
});

describe('comments of secretlint', () => {
  test.each([
    { name: 'this line', text: `call("${ONE}"); // secretlint-disable-line\ncall("${TWO}");\n`, left: ['a.js:2'] },
    {
      name: 'the next line',
      text: `# secretlint-disable-next-line\ncall("${ONE}");\ncall("${TWO}");\n`,
      left: ['a.js:3'],
    },
    {
      name: 'a stretch',
      text: `/* secretlint-disable */\ncall("${ONE}");\n/* secretlint-enable */\ncall("${TWO}");\n`,
      left: ['a.js:4'],
    },
    {
      name: 'the rest of the file',
      text: `call("${ONE}");\n// secretlint-disable\ncall("${TWO}");\n`,
      left: ['a.js:1'],
    },
    {
      name: 'one rule',
      text: `// secretlint-disable @secretlint/secretlint-rule-github\ncall("${ONE}");\ncall("${OTHER}");\n`,
      left: ['a.js:3'],
    },
    {
      name: 'one rule ended before anything came, another not',
      code: 1,
      text: [
        '// secretlint-disable @secretlint/secretlint-rule-github @secretlint/secretlint-rule-stripe',
        '// secretlint-enable @secretlint/secretlint-rule-github',
        `call("${ONE}");`,
        `call("${OTHER}");`,
        '',
      ].join('\n'),
      left: ['a.js:3'],
    },
  ])('$name', async ({ text, left, code: want = 0 }) => {
    const repo = committed({ 'a.js': text });
    const { code, entries } = await take(repo, 'secretlint');
    expect(code).toBe(want);
    for (const { reason } of entries) expect(reason).toMatch(/^imported from a\.js line \d, a comment of secretlint$/);
    expect(blocked(repo)).toEqual(left);
  });

  test('a comment where nothing is found is listed', async () => {
    const repo = committed({ 'a.js': '// secretlint-disable-next-line\ncall();\n' });
    const { code, err } = await take(repo, 'secretlint');
    expect(code).toBe(1);
    expect(err).toMatch(/not taken over: a\.js line 1, a comment of secretlint: our rules find nothing there/);
  });
});

test.each([
  { name: 'a file that is not there', what: 'none', code: 2, says: /could not be read \(ENOENT\)/ },
  { name: 'a file of no such kind', what: 'notes.txt', code: 2, says: /neither a \.gitleaksignore nor a baseline/ },
  {
    name: 'an end that has passed',
    what: '.gitleaksignore',
    given: { until: '2026-01-01' },
    code: 2,
    says: /lies in the past/,
  },
  { name: 'ids besides', what: '.gitleaksignore', given: { positionals: ['abcd'] }, code: 2, says: /takes no ids/ },
  { name: 'no', what: '.gitleaksignore', answers: ['n'], code: 1, says: /Write this to/ },
  { name: 'a dry run', what: '.gitleaksignore', given: { 'dry-run': true }, code: 0, says: /^$/ },
])('changes nothing for $name', async ({ what, given, answers, code, says }) => {
  const repo = committed({
    'a.js': `call("${ONE}");\n`,
    '.gitleaksignore': 'a.js:github-pat:1\n',
    'notes.txt': 'hello\n',
  });
  const result = await take(repo, what, given, answers);
  expect({ code: result.code, entries: result.entries }).toEqual({ code, entries: [] });
  expect(result.err).toMatch(says);
});
