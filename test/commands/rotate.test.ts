import { appendFileSync, chmodSync, existsSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { rotate } from '../../src/commands/rotate.ts';
import { scan } from '../../src/commands/scan.ts';
import { addDays } from '../../src/days.ts';
import { parseLedger } from '../../src/rotation.ts';
import { LEDGER_FILE } from '../../src/rotation-key.ts';
import { fake } from '../../src/rule.ts';
import { parseEnv } from '../../src/sources/env-file.ts';
import { newRepo, type Repo } from '../repo.ts';
import { githubToken } from '../tokens.ts';
import { fakeWorld } from '../world.ts';

// the build puts it there
Object.assign(globalThis, { __VERSION__: '0.0.0' });

const OLD = fake('hex', 40, 3);
const OTHER = fake('alnum', 32, 5);
const DAY = '2027-01-15';

type Args = Partial<Parameters<typeof rotate.run>[0]>;
interface Ran {
  readonly code: number;
  readonly out: string;
}

/** A project with one key in .env, and a clock that can be set. */
function project(env: Record<string, string> = { '.env': `PORT=3000\nAPI_KEY=${OLD}\n` }) {
  const repo = newRepo();
  repo.write('.gitignore', 'node_modules/\n.env\n.env.*\n!.env.example\n');
  for (const [path, text] of Object.entries(env)) repo.write(path, text);
  const run = async (words: string, more: Args = {}, day = DAY, input = '', answers?: string[]): Promise<Ran> => {
    const world = { ...fakeWorld(repo.dir, answers, input), now: () => new Date(`${day}T10:00:00Z`) };
    const code = await rotate.run({ positionals: words.split(' '), yes: answers === undefined, ...more }, world);
    return { code, out: world.printed.out + world.printed.err };
  };
  return {
    repo,
    run,
    env: (file = '.env') =>
      Object.fromEntries(parseEnv(readFileSync(join(repo.dir, file), 'utf8')).map((e) => [e.name, e.value])),
    ledger: () =>
      parseLedger(existsSync(join(repo.dir, LEDGER_FILE)) ? readFileSync(join(repo.dir, LEDGER_FILE), 'utf8') : ''),
    recorded: async () => expect((await run('status', { record: true })).code).toBe(0),
  };
}

const json = async (run: ReturnType<typeof project>['run'], day = DAY) =>
  JSON.parse((await run('status', { format: 'json' }, day)).out) as {
    keys: { name: string; environment: string; state: string; owner?: string; id: string }[];
    new: { name: string; replaces: string[] }[];
    reappeared: { name: string; where: string }[];
  };

describe('status', () => {
  test('new values are noticed, recorded on demand, and known from then on', async () => {
    const { run, ledger, repo } = project({
      '.env': `PORT=3000\nAPI_KEY=${OLD}\nPIN=1234\n`,
      '.env.production': `API_KEY=${OTHER}\n`,
    });
    const first = await run('status');
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/new +API_KEY \(default\)[\s\S]*new +API_KEY \(production\)[\s\S]*2 new/);
    expect(ledger().facts).toEqual([]);
    const dry = await run('status', { record: true, 'dry-run': true });
    expect(dry.out).toMatch(/\+\{"fact":"issued"[\s\S]*Dry run/);
    expect(ledger().facts).toEqual([]);
    expect((await run('status', { record: true })).code).toBe(0);
    expect(ledger().facts).toMatchObject([
      {
        name: 'API_KEY',
        environment: 'default',
        issued: DAY,
        due: addDays(DAY, 90),
        fingerprint: expect.stringMatching(/^scrypt:16:8:1:/),
      },
      { name: 'API_KEY', environment: 'production' },
    ]);
    expect(readFileSync(join(repo.dir, '.gitattributes'), 'utf8')).toBe(`${LEDGER_FILE} merge=union\n`);
    const text = readFileSync(join(repo.dir, LEDGER_FILE), 'utf8');
    for (const secret of [OLD, OTHER, '1234']) expect(text + first.out + dry.out).not.toContain(secret);
    expect((await run('status')).out).toMatch(/0 new/);
    const again = await run('status', { record: true });
    expect([again.code, readFileSync(join(repo.dir, LEDGER_FILE), 'utf8')]).toEqual([0, text]);
  });
  test('nobody at a terminal and no --yes: nothing is changed', async () => {
    const { run, ledger } = project();
    expect(await run('status', { record: true, yes: false })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/add --yes/),
    });
    expect(ledger().facts).toEqual([]);
  });
  test.each([
    { day: 0, fail: 'overdue', code: 0 },
    { day: 75, fail: 'soon', code: 0 },
    { day: 76, fail: 'overdue', code: 0 },
    { day: 76, fail: 'soon', code: 1 },
    { day: 90, fail: 'overdue', code: 0 },
    { day: 91, fail: 'overdue', code: 1 },
    { day: 91, fail: 'never', code: 0 },
    { day: 91, code: 0 },
    { day: -3, fail: 'soon', code: 0, out: /is this clock behind/ },
  ] as { day: number; fail?: 'overdue'; code: number; out?: RegExp }[])(
    'day $day, --fail-on $fail: exit $code',
    async ({ day, fail, code, out }) => {
      const { run, recorded } = project();
      await recorded();
      const ran = await run('status', fail === undefined ? {} : { 'fail-on': fail }, addDays(DAY, day));
      expect(ran.code).toBe(code);
      if (out !== undefined) expect(ran.out).toMatch(out);
    },
  );
  test('settings: days by name and environment, owner, names left out', async () => {
    const { run, repo, ledger } = project({
      '.env': `API_KEY=${OLD}\nACME_KEY=${OTHER}\n`,
      '.env.production': `API_KEY=${fake('hex', 40, 9)}\n`,
    });
    repo.write(
      '.secretguardrc',
      JSON.stringify({
        rotation: {
          days: 60,
          ignore: ['ACME_*'],
          names: { API_KEY: { owner: 'ops', environments: { production: { days: 14 } } } },
        },
      }),
    );
    await run('status', { record: true });
    expect(ledger().facts).toMatchObject([
      { environment: 'default', due: addDays(DAY, 60), owner: 'ops' },
      { environment: 'production', due: addDays(DAY, 14), owner: 'ops' },
    ]);
    repo.write('.secretguardrc', '{"rotation":{"overlapDay":3}}');
    expect(await run('status')).toMatchObject({
      code: 2,
      out: expect.stringMatching(/unknown key `overlapDay`.*did you mean `overlapDays`/),
    });
    repo.write('.secretguardrc', '{"rotation":{"names":{"A":{"dayss":3}}}}');
    expect(await run('status')).toMatchObject({ code: 2, out: expect.stringMatching(/did you mean `days`/) });
  });
  test('a key that was changed by hand takes the place of the one before', async () => {
    const { run, repo, recorded } = project();
    await recorded();
    const before = (await json(run)).keys[0]!;
    repo.write('.env', `API_KEY=${OTHER}\n`);
    expect((await json(run)).new).toEqual([
      { name: 'API_KEY', environment: 'default', file: '.env', replaces: [before.id] },
    ]);
    await run('status', { record: true });
    expect((await json(run)).keys.map(({ state }) => state)).toEqual(['previous', 'current']);
    expect((await run('status')).out).toMatch(/two keys are alive/);
  });
  test('another person has a key of their own', async () => {
    const { run, repo, recorded } = project();
    repo.git('config', 'user.email', 'a@example.com');
    await recorded();
    repo.git('config', 'user.email', 'b@example.com');
    repo.write('.env', `API_KEY=${OTHER}\n`);
    await run('status', { record: true });
    expect((await json(run)).keys.map(({ state, owner }) => [state, owner])).toEqual(
      expect.arrayContaining([
        ['current', 'a@example.com'],
        ['current', 'b@example.com'],
      ]),
    );
  });
  test('a password that could be guessed gets no fingerprint, and is known by its name', async () => {
    const { run, ledger } = project({ '.env': 'DB_PASSWORD=Sommer-24\n' });
    await run('status', { record: true });
    expect(ledger().facts).toHaveLength(1);
    expect(ledger().facts[0]).not.toHaveProperty('fingerprint');
    expect((await run('status')).out).toMatch(/0 new/);
  });
  test('a broken line is told, the others count, exit 2', async () => {
    const { run, repo, recorded } = project();
    await recorded();
    appendFileSync(join(repo.dir, LEDGER_FILE), '{"half\n');
    expect(await run('status')).toMatchObject({
      code: 2,
      out: expect.stringMatching(/ok +API_KEY[\s\S]*broken +line 2/),
    });
  });
  test('without git, or with something else in the ledger’s place: exit 2', async () => {
    const { run, repo } = project();
    repo.write(`${LEDGER_FILE}/x`, '');
    expect(await run('status')).toMatchObject({ code: 2 });
  });
});

describe('a rotation', () => {
  const steps = ['start API_KEY', 'switch API_KEY', 'disable API_KEY'];
  test('each step does its part, a dry run nothing, and once more nothing either', async () => {
    const { run, env, ledger, recorded, repo } = project();
    await recorded();
    const seen: unknown[] = [];
    for (const step of steps) {
      const more = step.startsWith('start') ? { generate: true } : {};
      const before = [readFileSync(join(repo.dir, '.env'), 'utf8'), ledger().facts.length];
      const dry = await run(step, { ...more, 'dry-run': true });
      expect(dry).toMatchObject({ code: 0, out: expect.stringMatching(/Dry run: nothing was changed\./) });
      expect([readFileSync(join(repo.dir, '.env'), 'utf8'), ledger().facts.length]).toEqual(before);
      expect((await run(step, more)).code).toBe(0);
      const after = [readFileSync(join(repo.dir, '.env'), 'utf8'), ledger().facts.length];
      const again = await run(step, more);
      if (!step.startsWith('disable'))
        expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/done already/) });
      else expect(again).toMatchObject({ code: 2, out: expect.stringMatching(/no previous key that is alive/) });
      expect([readFileSync(join(repo.dir, '.env'), 'utf8'), ledger().facts.length]).toEqual(after);
      seen.push(
        Object.keys(env()),
        (await json(run)).keys.map(({ state }) => state),
      );
    }
    expect(seen).toEqual([
      ['PORT', 'API_KEY', 'API_KEY_NEXT'], ['current', 'next'],
      ['PORT', 'API_KEY', 'API_KEY_PREVIOUS'], ['previous', 'current'],
      ['PORT', 'API_KEY'], ['disabled', 'current'],
    ]); // biome-ignore format: pairs
    expect(env()['API_KEY']).toMatch(/^[0-9a-f]{40}$/);
    expect(env()['API_KEY']).not.toBe(OLD);
  });
  test('a switch can be taken back, and done again', async () => {
    const { run, env } = project();
    await run('start API_KEY', { generate: true });
    const fresh = env()['API_KEY_NEXT'];
    await run('switch API_KEY');
    expect(env()).toMatchObject({ API_KEY: fresh, API_KEY_PREVIOUS: OLD });
    expect((await run('switch API_KEY', { back: true })).code).toBe(0);
    expect(env()).toMatchObject({ API_KEY: OLD, API_KEY_NEXT: fresh });
    expect((await run('switch API_KEY', { back: true })).out).toMatch(/done already/);
    await run('switch API_KEY');
    expect(env()).toMatchObject({ API_KEY: fresh, API_KEY_PREVIOUS: OLD });
    await run('disable API_KEY');
    expect((await run('switch API_KEY', { back: true })).code).toBe(2);
    expect(env()).toEqual({ PORT: '3000', API_KEY: fresh });
  });
  test('a new key can be given up', async () => {
    const { run, env } = project();
    await run('start API_KEY', { generate: true });
    expect((await run('disable API_KEY', { next: true })).code).toBe(0);
    expect(env()).toEqual({ PORT: '3000', API_KEY: OLD });
    expect((await json(run)).keys.map(({ state }) => state).sort()).toEqual(['current', 'disabled']);
    expect((await run('start API_KEY', { generate: true })).code).toBe(0);
  });
  test('environments chosen together: equal keys stay equal, others differ', async () => {
    const { run, env } = project({
      '.env': `API_KEY=${OLD}\n`,
      '.env.staging': `API_KEY=${OLD}\n`,
      '.env.production': `API_KEY=${OTHER}\n`,
    });
    expect(await run('start API_KEY', { generate: true })).toMatchObject({
      code: 2,
      out: expect.stringMatching(/default, production, staging/),
    });
    const chosen = ['default', '.env.staging', 'production'];
    expect((await run('start API_KEY', { generate: true, env: chosen })).code).toBe(0);
    const fresh = ['.env', '.env.staging', '.env.production'].map((file) => env(file)['API_KEY_NEXT']);
    expect(fresh[0]).toBe(fresh[1]);
    expect(fresh[0]).not.toBe(fresh[2]);
    expect((await run('switch API_KEY', { env: chosen })).code).toBe(0);
    expect(['.env', '.env.staging', '.env.production'].map((file) => env(file)['API_KEY'])).toEqual(fresh);
  });
  test('pasted on stdin, or typed without echo', async () => {
    const { run, env } = project();
    expect((await run('start API_KEY', { stdin: true }, DAY, `  ${OTHER}\r\n`)).code).toBe(0);
    expect(env()['API_KEY_NEXT']).toBe(OTHER);
    const typed = project();
    const ran = await typed.run('start API_KEY', {}, DAY, '', [OTHER, 'y']);
    expect(ran.code).toBe(0);
    expect(ran.out).not.toContain(OTHER);
    expect(typed.env()['API_KEY_NEXT']).toBe(OTHER);
  });
  test('a key of a provider names its page, and is not made here', async () => {
    const token = githubToken();
    const { run, env } = project({ '.env': `GITHUB_TOKEN=${token}\n` });
    expect(await run('start GITHUB_TOKEN')).toMatchObject({
      code: 2,
      out: expect.stringMatching(/https:\/\/github\.com\/settings\/tokens[\s\S]*--stdin/),
    });
    const ran = await run('start GITHUB_TOKEN', { stdin: true }, DAY, githubToken(2));
    expect([ran.code, env()['GITHUB_TOKEN_NEXT']]).toEqual([0, githubToken(2)]);
    expect((await json(run)).keys).toMatchObject([{ provider: 'GitHub' }, { provider: 'GitHub' }]);
    await run('switch GITHUB_TOKEN');
    const dry = await run('disable GITHUB_TOKEN', { 'dry-run': true });
    expect(dry.out).toMatch(/asks api\.github\.com to revoke …\(40\)/);
    const byHand = await run('disable GITHUB_TOKEN', { 'by-hand': true, yes: false });
    expect(byHand).toMatchObject({ code: 1, out: expect.stringMatching(/Revoke the old key[\s\S]*settings\/tokens/) });
    expect((await run('disable GITHUB_TOKEN', { 'by-hand': true })).code).toBe(0);
  });
  test.each<{ name: string; args: Args; input?: string; env?: string; out: RegExp; code?: number }>([
    { name: 'the key in use pasted again', args: { stdin: true }, input: OLD, out: /in use already/ },
    { name: 'an empty stdin', args: { stdin: true }, input: '\n', out: /no key/ },
    { name: 'nobody said how', args: {}, out: /--generate, or --stdin/ },
    {
      name: 'a connection string made here',
      args: { generate: true },
      env: `API_KEY=postgres://u:${OTHER}@h/db\n`,
      out: /more than random/,
    },
    {
      name: 'what dotenvx encrypted',
      args: { generate: true },
      env: `API_KEY=encrypted:${OTHER}\n`,
      out: /is encrypted/,
    },
    {
      name: 'what is made of other variables',
      args: { generate: true },
      env: `API_KEY=x-\${OTHER}\n`,
      out: /other variables/,
    },
    { name: 'an unknown name', args: { generate: true }, env: 'X=1\n', out: /in no env file/ },
    {
      name: 'a value in the slot of the old key',
      args: { generate: true },
      env: `API_KEY=${OLD}\nAPI_KEY_PREVIOUS=${OTHER}\n`,
      out: /still holds a value/,
      code: 1,
    },
  ])('start refuses $name', async ({ args, input = '', env = `API_KEY=${OLD}\n`, out, code = 2 }) => {
    const { run, repo } = project({ '.env': env });
    expect(await run('start API_KEY', args, DAY, input)).toMatchObject({ code, out: expect.stringMatching(out) });
    expect(readFileSync(join(repo.dir, '.env'), 'utf8')).toBe(env);
  });
  test('a third key is refused while two are alive', async () => {
    const { run } = project();
    await run('start API_KEY', { generate: true });
    await run('switch API_KEY');
    expect(await run('start API_KEY', { generate: true })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/two keys[\s\S]*disable/),
    });
  });
  test.each([
    { name: 'git tracks the env file', prepare: (repo: Repo) => repo.git('add', '-f', '.env'), out: /tracked by git/ },
    {
      name: 'git does not ignore it',
      prepare: (repo: Repo) => repo.write('.gitignore', 'x\n'),
      out: /does not ignore/,
    },
  ])('nothing is written where $name', async ({ prepare, out }) => {
    const { run, repo } = project();
    prepare(repo);
    const text = readFileSync(join(repo.dir, '.env'), 'utf8');
    const ran = await run('start API_KEY', { generate: true });
    expect([1, 2]).toContain(ran.code);
    if (ran.code === 1) expect(ran.out).toMatch(out);
    expect(readFileSync(join(repo.dir, '.env'), 'utf8')).toBe(text);
  });
  test.each<{ name: string; files: Record<string, string>; out: RegExp }>([
    {
      name: 'another env file',
      files: { '.env.local': `THEIR_KEY=${OLD}\n` },
      out: /\.env\.local: THEIR_KEY still holds it/,
    },
    { name: 'part of another value', files: { '.env.local': `URL=https://x:${OLD}@h/\n` }, out: /part of URL/ },
    { name: 'code', files: { 'src/a.ts': `const k = '${OLD}';\n` }, out: /src\/a\.ts:1/ },
    {
      name: 'code, encoded',
      files: { 'src/a.ts': `// x\nconst k = '${Buffer.from(OLD).toString('base64')}';\n` },
      out: /src\/a\.ts:2/,
    },
  ])('disable refuses while $name uses the old key', async ({ files, out }) => {
    const { run, env, repo } = project();
    await run('start API_KEY', { generate: true });
    await run('switch API_KEY');
    for (const [path, text] of Object.entries(files)) repo.write(path, text);
    const ran = await run('disable API_KEY');
    expect(ran).toMatchObject({ code: 1, out: expect.stringMatching(out) });
    expect(ran.out).not.toContain(OLD);
    expect(env()['API_KEY_PREVIOUS']).toBe(OLD);
    for (const path of Object.keys(files)) unlinkSync(join(repo.dir, path));
    expect((await run('disable API_KEY')).code).toBe(0);
  });
  test('where the old value is not here, nobody says that it is unused', async () => {
    const { run, repo, env } = project();
    await run('start API_KEY', { generate: true });
    await run('switch API_KEY');
    repo.write('.env', `API_KEY=${env()['API_KEY']}\n`);
    expect(await run('disable API_KEY')).toMatchObject({ code: 2, out: expect.stringMatching(/--unchecked/) });
    expect((await run('disable API_KEY', { unchecked: true })).code).toBe(0);
  });
  test('what cannot be written is told, and goes on later', async () => {
    const { run, repo, env, ledger } = project();
    await run('start API_KEY', { generate: true });
    repo.write('.secretguard/x', '');
    const before = ledger().facts.length;
    unlinkSync(join(repo.dir, '.secretguard/x'));
    unlinkSync(join(repo.dir, LEDGER_FILE));
    repo.write(`${LEDGER_FILE}/x`, '');
    expect((await run('switch API_KEY')).code).toBe(2);
    expect(env()['API_KEY']).toBe(OLD);
    expect(before).toBe(2);
  });
  test.each([
    {
      name: 'while another one runs',
      pid: process.ppid,
      code: 2,
      out: /another rotation is going on here \(process \d+\)/,
    },
    { name: 'after one that was killed', pid: 999_999_999, code: 0, out: /API_KEY_NEXT/ },
    { name: 'after one whose lock was cut off', pid: '', code: 0, out: /API_KEY_NEXT/ },
  ])('$name: exit $code', async ({ pid, code, out }) => {
    const { run, repo, env } = project();
    repo.write('.git/secretguard/rotation-lock', String(pid));
    expect(await run('start API_KEY', { generate: true })).toMatchObject({ code, out: expect.stringMatching(out) });
    expect(env()['API_KEY_NEXT'] === undefined).toBe(code === 2);
    expect((await run('status')).code).toBe(0);
    expect(existsSync(join(repo.dir, '.git/secretguard/rotation-lock'))).toBe(code === 2);
  });
  test('a clock that went back does not undo what was done', async () => {
    const { run } = project();
    await run('start API_KEY', { generate: true });
    await run('switch API_KEY');
    await run('switch API_KEY', { back: true }, addDays(DAY, -5));
    expect((await json(run)).keys.map(({ state }) => state).sort()).toEqual(['current', 'next']);
    await run('switch API_KEY', {}, addDays(DAY, -9));
    expect((await json(run)).keys.map(({ state }) => state).sort()).toEqual(['current', 'previous']);
  });
});

describe('an old key that comes back', () => {
  const rotated = async () => {
    const made = project();
    await made.run('start API_KEY', { generate: true });
    await made.run('switch API_KEY');
    await made.run('disable API_KEY');
    return made;
  };
  test('in an env file', async () => {
    const { run, repo } = await rotated();
    repo.write('.env.local', `THEIRS=${OLD}\n`);
    expect((await json(run)).reappeared).toMatchObject([{ name: 'API_KEY', where: '.env.local: THEIRS' }]);
    expect(await run('status', { 'fail-on': 'overdue' })).toMatchObject({
      code: 1,
      out: expect.stringMatching(/OLD KEY[\s\S]*disabled on 2027-01-15/),
    });
  });
  test('in code and in the history', async () => {
    const { repo } = await rotated();
    const line = `export const apiKey = '${OLD}';\n`;
    repo.write('src/a.ts', line);
    const told = async (args: object) => {
      const world = fakeWorld(repo.dir);
      await scan.run({ positionals: [], ...args }, world);
      return world.printed.out.replace(/\s+/g, ' ');
    };
    expect(await told({})).toMatch(/it is an old key of API_KEY \(default\), disabled on 2027-01-15/);
    repo.git('add', 'src/a.ts');
    repo.git('commit', '-qm', 'x', '--no-verify');
    repo.write('src/a.ts', '');
    repo.git('commit', '-qam', 'y', '--no-verify');
    expect(await told({ history: true })).toMatch(/it is an old key of API_KEY/);
    expect(await told({ history: true })).not.toContain(OLD);
  });
});

describe('audit', () => {
  const lines = (at: string) => `${at} GET /?key=${OLD} 200\n`;
  let shared: ReturnType<typeof project> | undefined;
  /** What was disabled is the same for every log. */
  const old = async () => {
    if (shared !== undefined) return shared;
    const made = project();
    await made.run('start API_KEY', { generate: true });
    await made.run('switch API_KEY');
    await made.run('disable API_KEY');
    shared = made;
    return made;
  };
  test.each<{ name: string; text: string; at: string | undefined; encoding?: string; late?: boolean }>([
    { name: 'as it is', text: lines('2027-01-15T09:00:00Z'), at: '2027-01-15T09:00:00Z', late: false },
    { name: 'after it was disabled', text: lines('2027-01-15T12:00:00+01:00'), at: '2027-01-15T11:00:00Z', late: true },
    {
      name: 'web server',
      text: `1.2.3.4 - - [16/Jan/2027:10:00:00 +0100] "GET /?k=${OLD}"\n`,
      at: '2027-01-16T09:00:00Z',
      late: true,
    },
    {
      name: 'syslog, of last year',
      text: `Dec 31 23:59:58 host app[1]: ${OLD}\n`,
      at: '2026-12-31T23:59:58Z',
      late: false,
    },
    {
      name: 'JSON with milliseconds',
      text: `{"time":1800007200123,"k":"${OLD}"}\n`,
      at: '2027-01-15T10:00:00Z',
      late: false,
    },
    { name: 'no time', text: `key ${OLD}\n`, at: undefined },
    {
      name: 'base64 as in a header',
      text: `Authorization: Basic ${Buffer.from(`user:${OLD}`).toString('base64')}\n`,
      at: undefined,
      encoding: 'base64',
    },
    { name: 'hexadecimal', text: `${Buffer.from(OLD).toString('hex')}\n`, at: undefined, encoding: 'hex' },
    {
      name: 'far down, after a very long line',
      text: `${'x'.repeat(1_200_000)}\n${'y\n'.repeat(998)}${OLD}\n`,
      at: undefined,
    },
    { name: 'in the last line without an end', text: `${'y\n'.repeat(999)}x${OLD}`, at: undefined },
  ])('$name', async ({ text, at, encoding = 'plain', late }) => {
    const { run, repo } = await old();
    const file = join(repo.dir, 'logs/app.log');
    repo.write('logs/app.log', text);
    repo.write('logs/older/app.log.gz', gzipSync(text));
    repo.write('logs/other.log', 'nothing here\n');
    const ran = await run('audit API_KEY', { logs: [join(repo.dir, 'logs')], format: 'json' });
    const found = JSON.parse(ran.out);
    expect(ran.code).toBe(1);
    const line = text
      .slice(0, text.indexOf(encoding === 'plain' ? OLD : text.trim().split(' ').at(-1)!))
      .split('\n').length;
    const want = {
      line,
      encoding,
      ...(at === undefined ? {} : { at }),
      ...(late === undefined ? {} : { afterDisabled: late }),
    };
    expect(found).toMatchObject({
      files: 3,
      hits: [
        { file, ...want },
        { file: join(repo.dir, 'logs/older/app.log.gz'), ...want },
      ],
    });
    const pretty = await run('audit API_KEY', { logs: ['logs/app.log'] });
    for (const shown of [pretty.out, ran.out])
      for (const form of [OLD, Buffer.from(OLD).toString('hex'), Buffer.from(OLD).toString('base64').slice(4, -4)])
        expect(shown).not.toContain(form);
  });
  test('stdin, a public name, nothing found, and what cannot be read', async () => {
    const { run, repo } = await old();
    expect(await run('audit API_KEY', { logs: ['-'] }, DAY, lines('x'))).toMatchObject({
      code: 1,
      out: expect.stringMatching(/-:1/),
    });
    expect(await run('audit API_KEY', { logs: ['-'], id: ['key-id-7'] }, DAY, 'a\nuse of key-id-7\n')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/-:2.*public name/),
    });
    expect(await run('audit API_KEY', { logs: ['-'] }, DAY, 'nothing\n')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/not found in 1 log/),
    });
    expect((await run('audit API_KEY', { logs: ['none.log'] })).code).toBe(2);
    repo.write('cut.log.gz', gzipSync(lines('x').repeat(100)).subarray(0, 60));
    expect(await run('audit API_KEY', { logs: ['cut.log.gz'] })).toMatchObject({
      code: 2,
      out: expect.stringMatching(/not be read to its end/),
    });
    expect((await run('audit OTHER_KEY', { logs: ['-'] })).code).toBe(2);
    expect((await run('audit API_KEY')).code).toBe(2);
  });
  test('also while the old key is alive, and by its own machine only', async () => {
    const { run, repo } = project();
    await run('start API_KEY', { generate: true });
    await run('switch API_KEY');
    expect(await run('audit API_KEY', { logs: ['-'] }, DAY, lines('x'))).toMatchObject({
      code: 1,
      out: expect.stringMatching(/still alive/),
    });
    await run('disable API_KEY');
    const key = join(repo.dir, '.git/secretguard/machine-key');
    chmodSync(key, 0o600);
    unlinkSync(key);
    expect(await run('audit API_KEY', { logs: ['-'] }, DAY, lines('x'))).toMatchObject({ code: 0 });
  });
});

test('a calendar of what is due', async () => {
  const { run, repo, recorded } = project({ '.env': `API_KEY=${OLD}\nLONG_${'N'.repeat(60)}_KEY=${OTHER}\n` });
  await recorded();
  await run('status', { ics: 'due.ics' });
  const text = readFileSync(join(repo.dir, 'due.ics'), 'utf8');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:[\s\S]*\r\nEND:VCALENDAR\r\n$/);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toMatch(/DTSTART;VALUE=DATE:20270415\r\n/);
  expect(unfolded).toContain(`SUMMARY:Rotate LONG_${'N'.repeat(60)}_KEY (default)\r\n`);
  expect(unfolded.match(/^UID:/gm)).toHaveLength(2);
  const uid = /UID:.*/.exec(unfolded)?.[0];
  await run('start API_KEY', { generate: true }, addDays(DAY, 80));
  await run('switch API_KEY', {}, addDays(DAY, 80));
  await run('status', { ics: 'due.ics' }, addDays(DAY, 80));
  const later = readFileSync(join(repo.dir, 'due.ics'), 'utf8').replaceAll('\r\n ', '');
  expect(later).toContain(`${uid}\r\nDTSTAMP:20270405T100000Z\r\nSEQUENCE:1\r\nDTSTART;VALUE=DATE:20270704\r\n`);
});
