import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type AllowArgs, allow } from '../../src/commands/allow.ts';
import { parseAllowlist } from '../../src/decide/allowlist.ts';
import { newRepo, type Repo } from '../repo.ts';
import { githubToken } from '../tokens.ts';
import { fakeWorld } from '../world.ts';

const TOKEN = githubToken();
const OTHER = githubToken(2);
const FILE = '.secretguardallow';

/** A repository with keys staged. */
function repoWith(...tokens: readonly string[]): Repo {
  const repo = newRepo();
  for (const [i, token] of tokens.entries()) repo.write(`src/${i}.ts`, `const t = "${token}";\n`);
  repo.git('add', '-A');
  return repo;
}

async function run(repo: Repo, given: Partial<AllowArgs>, answers?: readonly string[]) {
  const world = fakeWorld(repo.dir, answers);
  const code = await allow.run({ positionals: [], ...given }, world);
  return { code, ...world.printed };
}

const read = (repo: Repo) => (existsSync(join(repo.dir, FILE)) ? readFileSync(join(repo.dir, FILE), 'utf8') : '');

/** Fingerprints, short, of what the check finds. */
async function ids(repo: Repo): Promise<string[]> {
  return (await run(repo, {})).out.split('\n').flatMap((line) => /^(sg1:\w+)/.exec(line)?.[1] ?? []);
}

describe('allow ID', () => {
  test('writes, stages, and the check passes', async () => {
    const repo = repoWith(TOKEN);
    const [id = ''] = await ids(repo);
    const { code, out } = await run(repo, {
      positionals: [id],
      reason: ' a test key ',
      until: '2027-02-20',
      path: 'src/**',
      yes: true,
    });
    expect(code).toBe(0);
    expect(out).not.toContain(TOKEN);
    const { salt, entries, broken } = parseAllowlist(repo.git('show', `:${FILE}`));
    expect(salt).toMatch(/^([0-9a-f]{4} ?){8}$/);
    expect(broken).toEqual([]);
    expect(entries).toMatchObject([{ reason: 'a test key', until: '2027-02-20', paths: ['src/**'] }]);
    expect((await run(repo, {})).out).toBe('');
  });

  test.each([
    { name: 'without a reason', given: {}, code: 2, says: /--reason is needed/ },
    {
      name: 'for an id that nothing has',
      given: { positionals: ['ffff'], reason: 'x' },
      code: 2,
      says: /nothing found has a fingerprint/,
    },
    {
      name: 'for a path where it is not',
      given: { reason: 'x', path: 'test/**' },
      code: 2,
      says: /--path does not match src\/0\.ts/,
    },
    {
      name: 'until a day that has passed',
      given: { reason: 'x', until: '2027-01-14' },
      code: 2,
      says: /lies in the past/,
    },
    { name: 'without terminal and --yes', given: { reason: 'x' }, code: 1, says: /nothing was changed; .*add --yes/ },
    { name: 'with --dry-run', given: { reason: 'x', 'dry-run': true }, code: 0, says: /^$/ },
  ])('changes nothing $name', async ({ given, code, says }) => {
    const repo = repoWith(TOKEN);
    const result = await run(repo, { positionals: await ids(repo), ...given });
    expect(result.code).toBe(code);
    expect(result.err).toMatch(says);
    expect(read(repo)).toBe('');
  });

  test('asks on a terminal', async () => {
    const repo = repoWith(TOKEN);
    const positionals = await ids(repo);
    expect((await run(repo, { positionals, reason: 'x' }, ['n'])).code).toBe(1);
    expect(read(repo)).toBe('');
    expect((await run(repo, { positionals, reason: 'x' }, ['y'])).code).toBe(0);
    expect(parseAllowlist(read(repo)).entries).toHaveLength(1);
  });

  test('keeps everything else of the file, and twice is once', async () => {
    const repo = repoWith(TOKEN, OTHER);
    const [first = '', second = ''] = await ids(repo);
    await run(repo, { positionals: [first], reason: 'x', yes: true });
    const before = `${read(repo)}\n# mine\n`;
    repo.write(FILE, before);
    await run(repo, { positionals: [second], reason: 'y', yes: true });
    expect(read(repo).startsWith(before)).toBe(true);
    const after = read(repo);
    const print = parseAllowlist(after).entries[1]?.fingerprint ?? '';
    expect(await run(repo, { positionals: [print], reason: 'again', yes: true })).toMatchObject({
      code: 0,
      err: 'secretguard: that is allowed already\n',
    });
    expect(read(repo)).toBe(after);
  });

  test('finds what is committed already', async () => {
    const repo = repoWith(TOKEN);
    const positionals = await ids(repo);
    repo.git('commit', '-q', '-m', 'oops');
    expect((await run(repo, { positionals, reason: 'x', yes: true })).code).toBe(0);
    expect(parseAllowlist(read(repo)).entries).toMatchObject([{ rule: 'github-personal-token' }]);
  });

  test('takes a whole fingerprint unseen', async () => {
    const id = `sg1:${'ab'.repeat(16)}`;
    const repo = newRepo();
    expect((await run(repo, { positionals: [id], reason: 'x', yes: true })).code).toBe(0);
    expect(parseAllowlist(read(repo)).entries).toMatchObject([{ fingerprint: id }]);
  });

  test('replaces an entry that has expired', async () => {
    const repo = repoWith(TOKEN);
    const positionals = await ids(repo);
    await run(repo, { positionals, reason: 'x', yes: true });
    const salted = parseAllowlist(read(repo)).entries[0]?.fingerprint ?? '';
    repo.write(FILE, `${JSON.stringify({ fingerprint: salted, reason: 'old', until: '2026-01-01' })}\n`);
    repo.git('add', '-A');
    expect((await run(repo, { positionals: [salted], reason: 'new', yes: true })).code).toBe(0);
    expect(parseAllowlist(read(repo)).entries).toMatchObject([{ reason: 'new' }]);
  });

  test('allows an env file that is staged on purpose', async () => {
    const repo = newRepo();
    repo.write('.env.production', 'A=1\n');
    repo.git('add', '-f', '.env.production');
    const listed = await run(repo, {});
    const id = /(sg1:\w+) {2}\.env\.production/.exec(listed.out)?.[1] ?? '';
    expect((await run(repo, { positionals: [id], reason: 'holds nothing', yes: true })).code).toBe(0);
    expect((await run(repo, {})).out).not.toContain('.env.production  staged-env');
  });

  test('refuses a symbolic link', async () => {
    const repo = repoWith(TOKEN);
    symlinkSync('/dev/null', join(repo.dir, FILE));
    expect(await run(repo, { list: true })).toMatchObject({ code: 2, err: expect.stringContaining('no regular file') });
  });

  test('outside of a repository it says so', async () => {
    const world = fakeWorld('/');
    expect(await allow.run({ positionals: [] }, world)).toBe(2);
    expect(world.printed.err).toContain('not a git repository');
  });
});

describe('allow, by itself', () => {
  test('goes through the findings', async () => {
    const repo = repoWith(TOKEN, OTHER);
    const { code, err } = await run(repo, {}, ['s', 'a', 'it is a fake', '', 'y']);
    expect(code).toBe(0);
    expect(err).toContain('Why is it harmless?');
    expect(parseAllowlist(read(repo)).entries).toMatchObject([{ reason: 'it is a fake', until: '2027-04-15' }]);
  });
  test.each([
    {
      name: 'allowed for ever',
      answers: ['a', 'r', 'never', 's', 'y'],
      want: [expect.not.objectContaining({ until: expect.anything() })],
    },
    { name: 'until another day', answers: ['a', 'r', '2027-01-20', 's', 'y'], want: [{ until: '2027-01-20' }] },
    {
      name: 'a day that has passed is asked for again',
      answers: ['a', 'r', '2027-01-01', '', 's', 'y'],
      want: [{ until: '2027-04-15' }],
    },
    { name: 'no reason, not allowed', answers: ['a', ' ', 's'], want: [] },
    { name: 'back, and decided anew', answers: ['a', 'r', '', 'b', 's', 's'], want: [] },
    { name: 'back from the first one stays there', answers: ['b', 'a', 'r', '', 's', 'y'], want: [{ reason: 'r' }] },
    { name: 'quit keeps what was decided', answers: ['a', 'r', '', 'q', 'y'], want: [{ reason: 'r' }] },
    { name: 'help, and on', answers: ['?', 's', 's'], want: [], says: /back to the one before/ },
    { name: 'interrupted, nothing is kept', answers: ['a', 'r', '', '\x03'], want: [] },
    { name: 'written only when confirmed', answers: ['a', 'r', '', 's', 'n'], want: [] },
  ])('$name', async ({ answers, want, says = /./ }) => {
    const repo = repoWith(TOKEN, OTHER);
    const { err } = await run(repo, {}, answers);
    expect(parseAllowlist(read(repo)).entries).toMatchObject(want);
    expect(err).toMatch(says);
  });
  test('shows the lines around, and nothing secret in them', async () => {
    const repo = newRepo();
    const before = ['// first', `const old = "${OTHER}";`, 'const b = 2;'].join('\n');
    repo.write('src/a.ts', before);
    repo.git('add', '-A');
    repo.git('commit', '-q', '-m', 'x');
    const hidden = Buffer.from(`user:${githubToken(3)}`).toString('base64');
    repo.write('src/a.ts', `${before}\nconst t = "${TOKEN}"; // ${TOKEN}\nconst h = "${hidden}";\n// last\n`);
    repo.git('add', '-A');
    repo.write('src/a.ts', 'not staged\n');
    const { out, err } = await run(repo, {}, ['s', 'q']);
    expect(out).toMatch(
      /^ {4}2 \| const old = "ghp_…\(40\)";\n {4}3 \| const b = 2;\n {2}> 4 \| const t = "ghp_…\(40\)"; \/\/ ghp_…\(40\)\n {4}5 \| const h = "ghp_…\(40\)";\n {4}6 \| \/\/ last$/m,
    );
    for (const secret of [TOKEN, OTHER, hidden, hidden.slice(8, 24)]) expect(out + err).not.toContain(secret);
  });
  test('a key of several lines is shown in none of them', async () => {
    const repo = newRepo();
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'sec1', format: 'pem' }).toString().trim();
    repo.write('src/a.ts', `const k = \`${pem}\`;\n`);
    repo.git('add', '-A');
    const { out } = await run(repo, {}, ['q']);
    expect(out).toMatch(/> 1 \| const k = `…\(\d+\)\n {2}> 2 \| …\n/);
    for (const line of pem.split('\n')) expect(out).not.toContain(line);
  });
  test('lists them without a terminal, and is not done', async () => {
    const result = await run(repoWith(TOKEN), {});
    expect(result).toMatchObject({ code: 1, out: expect.stringMatching(/^sg1:\w{12} {2}src\/0\.ts:1:12 /) });
    expect(result.out).not.toContain(TOKEN);
  });
  test('has nothing to do where nothing is found', async () => {
    expect(await run(newRepo(), {})).toMatchObject({ code: 0, err: expect.stringContaining('finds nothing') });
  });
});

describe('allow --list and --prune', () => {
  const PRINT = `sg1:${'ab'.repeat(16)}`;
  const text = [
    '{"version":1,"salt":"s"}',
    `{"fingerprint":"${PRINT}","rule":"r","path":"a/**","reason":"good\\u001b"}`,
    '# kept',
    `{"fingerprint":"${PRINT}","reason":"old","until":"2026-01-01"}`,
    'oops',
    '',
  ].join('\n');
  const repoWithList = () => {
    const repo = newRepo();
    repo.write(FILE, text);
    repo.git('add', '-A');
    return repo;
  };
  test('--list shows entries and broken lines', async () => {
    expect((await run(repoWithList(), { list: true })).out).toBe(
      `2: ${PRINT}  r in a/**: good\\x1b\n4: ${PRINT}  any rule, expired on 2026-01-01: old\n5: not understood: it is not a JSON object\n`,
    );
  });
  test('--list as JSON', async () => {
    expect(JSON.parse((await run(repoWithList(), { list: true, format: 'json' })).out).entries).toHaveLength(2);
  });
  test('--prune takes out what is expired, broken or unused', async () => {
    const repo = repoWithList();
    expect((await run(repo, { prune: true, yes: true })).code).toBe(0);
    expect(repo.git('show', `:${FILE}`)).toBe(
      text
        .split('\n')
        .filter((_, i) => i === 0 || i === 2 || i > 4)
        .join('\n'),
    );
    expect((await run(repo, { prune: true, yes: true })).err).toContain('nothing in');
  });
  test('--prune ID takes out the entries named', async () => {
    const repo = repoWithList();
    expect((await run(repo, { prune: true, positionals: ['abab'], yes: true })).code).toBe(0);
    expect(parseAllowlist(read(repo))).toMatchObject({ entries: [], broken: [{ line: 3 }] });
    expect(await run(repo, { prune: true, positionals: ['abab'], yes: true })).toMatchObject({ code: 2 });
  });
  test.each([
    { name: 'staged', make: (repo: Repo) => repo.git('add', '-A') },
    { name: 'in the tree', make: () => undefined },
    {
      name: 'in the history',
      make: (repo: Repo) => {
        repo.git('add', '-A');
        repo.git('commit', '-q', '-m', 'x');
        repo.git('rm', '-q', 'src/0.ts');
        repo.git('commit', '-q', '-m', 'y');
      },
    },
    {
      name: 'in a path that the settings leave out',
      make: (repo: Repo) => {
        repo.write('.secretguardrc', '{"ignore":["src/"]}');
        repo.git('add', '-A');
        repo.git('commit', '-q', '-m', 'x');
      },
    },
    {
      name: 'gone',
      gone: true,
      make: (repo: Repo) => {
        repo.git('rm', '-q', '--cached', 'src/0.ts');
        rmSync(join(repo.dir, 'src/0.ts'));
      },
    },
  ])('--prune: a value that is $name', async ({ make, gone = false }) => {
    const repo = repoWith(TOKEN);
    await run(repo, { positionals: await ids(repo), reason: 'x', yes: true });
    repo.git('commit', '-q', '-m', 'list', '--', FILE);
    repo.git('reset', '-q');
    if (gone) repo.git('add', '-A');
    make(repo);
    const { code, err } = await run(repo, { prune: true, yes: true });
    expect(code).toBe(0);
    expect(parseAllowlist(read(repo)).entries).toHaveLength(gone ? 0 : 1);
    expect(err).toMatch(gone ? /written and staged/ : /nothing in/);
  });
  test('--prune keeps what it cannot judge', async () => {
    const repo = repoWithList();
    repo.write('.secretguardrc', '{"strikt":true}');
    repo.git('add', '-A');
    const { code, err } = await run(repo, { prune: true, yes: true });
    expect(code).toBe(2);
    expect(err).toMatch(/they stay/);
    expect(parseAllowlist(read(repo))).toMatchObject({ entries: [{ paths: ['a/**'] }], broken: [] });
  });
});
