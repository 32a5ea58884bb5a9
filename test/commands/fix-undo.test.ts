import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, cpSync, lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { settle, siteOf } from '../../src/commands/fix/site.ts';
import { runFix } from '../../src/commands/fix.ts';
import { fake } from '../../src/rule.ts';
import { cleanEnv, newRepo, type Repo, scratch } from '../repo.ts';
import { githubToken } from '../tokens.ts';
import { fakeWorld } from '../world.ts';

const TOKEN = githubToken();
const OTHER = githubToken(2);
const PASSWORD = fake('alnum', 20, 7);
const KEY = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const VALUES = [TOKEN, OTHER, PASSWORD, ...KEY.split('\n').filter((line) => line.length > 30)];

/** A project in which a fix touches every kind of file. */
function project(): Repo {
  const repo = newRepo();
  repo.write('.gitignore', 'node_modules/\n.env');
  repo.write('.env', 'A=1\r\nB=2');
  const files = {
    'package.json': '{"type":"module"}\n',
    'a.js': `// ${TOKEN}\r\nexport const a = ["${TOKEN}", 'Bearer ${OTHER}'];\r\n`,
    'src/b.ts': `import { env } from './env';\nexport const url = \`postgres://app:${PASSWORD}@db.internal.net/x\`;\nexport const e = env;\n`,
    'src/env.ts':
      "import * as z from 'zod';\nexport const env = z.object({\n  PORT: z.string(),\n}).parse(process.env);\n",
    'key.mjs': `export const key = "${KEY.replaceAll('\n', '\\n')}";\n`,
    'compose.yaml': `services:\n  a:\n    environment:\n      TOKEN: ${TOKEN}\n`,
    'x.py': `token = "${OTHER}"\n`,
  };
  for (const [path, text] of Object.entries(files)) repo.write(path, text);
  chmodSync(join(repo.dir, 'a.js'), 0o755);
  repo.git('add', '-A');
  return repo;
}

/** Every file of the work tree with its mode, and the index. */
function stateOf(dir: string, git: (...args: string[]) => string): Record<string, string> {
  const state: Record<string, string> = { '(index)': git('ls-files', '-s') };
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    if (name === '.git' || name.startsWith('.git/')) continue;
    const { mode } = lstatSync(join(dir, name));
    if (lstatSync(join(dir, name)).isFile())
      state[name] = `${(mode & 0o777).toString(8)} ${readFileSync(join(dir, name), 'latin1')}`;
  }
  return state;
}

const look = (repo: Repo) => stateOf(repo.dir, repo.git);

async function run(repo: Repo, args: Partial<Parameters<typeof runFix>[0]>) {
  const world = fakeWorld(repo.dir);
  const code = await runFix({ positionals: [], yes: true, ...args }, world);
  return { code, out: world.printed.out + world.printed.err };
}

const read = (repo: Repo, path: string) => readFileSync(join(repo.dir, path), 'utf8');

describe('fix --undo', () => {
  test('gives back the same bytes, modes and index, and the journal never holds a value', async () => {
    const repo = project();
    const before = look(repo);
    expect((await run(repo, { staged: true })).code).toBe(0);
    const fixed = look(repo);
    for (const path of ['a.js', 'src/b.ts', 'src/env.ts', 'key.mjs', 'compose.yaml', 'x.py', '.gitignore', '.env'])
      expect(fixed[path]).not.toBe(before[path]);
    const journal = read(repo, '.git/secretguard/fix.json');
    expect(lstatSync(join(repo.dir, '.git/secretguard/fix.json')).mode & 0o777).toBe(0o600);
    for (const value of VALUES) {
      expect(journal).not.toContain(value);
      expect(journal).not.toContain(Buffer.from(value).toString('base64').slice(4, 20));
    }
    const { code, out } = await run(repo, { undo: true });
    expect(code).toBe(0);
    for (const value of VALUES) expect(out).not.toContain(value);
    expect(look(repo)).toEqual(before);
    expect((await run(repo, { undo: true })).out).toBe('Nothing to undo.\n');
  });

  test('a value that was changed in the env file since: says so and changes nothing', async () => {
    const repo = project();
    await run(repo, { staged: true });
    repo.write('.env', read(repo, '.env').replace(TOKEN, OTHER));
    const before = look(repo);
    const { code, out } = await run(repo, { undo: true });
    expect(code).toBe(1);
    expect(out).toMatch(/a\.js: its value comes from .* in \.env, which is not what it was/);
    expect(look(repo)).toEqual(before);
  });

  test('code that was changed since: says so and changes nothing', async () => {
    const repo = project();
    await run(repo, { staged: true });
    repo.write('x.py', `${read(repo, 'x.py')}# more\n`);
    const before = look(repo);
    const { code, out } = await run(repo, { undo: true });
    expect(code).toBe(1);
    expect(out).toMatch(/x\.py was changed since/);
    expect(look(repo)).toEqual(before);
  });

  test('what came into the env file since stays there', async () => {
    const repo = project();
    await run(repo, { staged: true });
    repo.write('.env', `${read(repo, '.env')}LATER=3\n`);
    expect((await run(repo, { undo: true })).code).toBe(0);
    expect(read(repo, '.env')).toBe('A=1\r\nB=2LATER=3\n');
    expect(read(repo, 'a.js')).toContain(TOKEN);
  });

  test('--dry-run only tells', async () => {
    const repo = project();
    await run(repo, { staged: true });
    const before = look(repo);
    const { code, out } = await run(repo, { undo: true, 'dry-run': true });
    expect(code).toBe(0);
    expect(out).toMatch(/a\.js: as it was before fix/);
    expect(look(repo)).toEqual(before);
  });

  test('a fix that cannot be written whole is taken back at once', async () => {
    const repo = project();
    const before = look(repo);
    const world = fakeWorld(repo.dir);
    let writes = 0;
    const code = await runFix({ positionals: [], yes: true, staged: true }, world, (disk) => ({
      ...disk,
      replace: (...args) =>
        ++writes === 5
          ? { ok: false, error: { kind: 'write-failed', message: 'the disk is full' } }
          : disk.replace(...args),
    }));
    expect(code).toBe(1);
    expect(world.printed.err).toMatch(/the disk is full; everything is as it was/);
    expect(look(repo)).toEqual(before);
  });
});

describe('a crash between any two writes leaves the project as it was or fixed', () => {
  let script = '';
  let start: Repo;
  let before: Record<string, string>;
  let fixed: Repo;
  let after: Record<string, string>;

  beforeAll(async () => {
    const folder = resolve('node_modules/.cache', `kill-at-${process.pid}`);
    script = join(folder, 'kill-at.mjs');
    buildSync({
      entryPoints: ['test/commands/kill-at.ts'],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
    start = project();
    before = look(start);
    fixed = copyOf(start);
    await run(fixed, { staged: true });
    after = look(fixed);
  });
  afterAll(() => rmSync(resolve('node_modules/.cache', `kill-at-${process.pid}`), { recursive: true, force: true }));

  function copyOf(repo: Repo): Repo {
    const dir = join(scratch(), 'copy');
    cpSync(repo.dir, dir, { recursive: true, preserveTimestamps: true });
    const copy = newRepo({ dir, initial: false });
    copy.git('update-index', '-q', '--refresh');
    return copy;
  }

  function killed(repo: Repo, point: number, how: string, ...more: string[]): string | null {
    const args = [script, repo.dir, String(point), how, ...more];
    return spawnSync(process.execPath, args, { cwd: repo.dir, env: cleanEnv() }).signal;
  }

  /** Nothing but whole files, old or new, and no draft among them. */
  function expectWhole(now: Record<string, string>): void {
    for (const [path, text] of Object.entries(now))
      if (path !== '(index)') expect([before[path], after[path]]).toContain(text);
  }

  test.each(['clean', 'torn'])(
    'while it fixes (%s)',
    async (how) => {
      const seen = new Set<string>();
      let points = 0;
      for (; ; points++) {
        const repo = copyOf(start);
        if (killed(repo, points, how) === null) break;
        expectWhole(look(repo));
        const site = siteOf(repo.dir, fakeWorld(repo.dir));
        if (!site.ok) throw new Error(site.error.message);
        settle(site.value, false, fakeWorld(repo.dir));
        const now = look(repo);
        const is = JSON.stringify(now) === JSON.stringify(before) ? 'before' : 'after';
        seen.add(is);
        expect(now).toEqual(is === 'before' ? before : after);
        if (points % 4 !== 1) continue;
        if (is === 'before') expect((await run(repo, { staged: true })).code).toBe(0);
        expect(look(repo)).toEqual(after);
        expect((await run(repo, { undo: true })).code).toBe(0);
        expect(look(repo)).toEqual(before);
      }
      expect(points).toBeGreaterThan(8);
      expect([...seen].sort()).toEqual(['after', 'before']);
    },
    300_000,
  );

  test('while it takes a fix back', async () => {
    let points = 0;
    for (; ; points++) {
      const repo = copyOf(fixed);
      if (killed(repo, points, 'torn', '--undo') === null) break;
      expectWhole(look(repo));
      const done = await run(repo, { undo: true });
      expect({ points, ...done }).toMatchObject({ code: 0 });
      expect(look(repo)).toEqual(before);
    }
    expect(points).toBeGreaterThan(8);
  }, 300_000);

  test('while it ends what another crash left', async () => {
    const half = copyOf(start);
    expect(killed(half, 5, 'clean')).toBe('SIGKILL');
    let points = 0;
    for (; ; points++) {
      const repo = copyOf(half);
      if (killed(repo, points, 'torn') === null) break;
      expectWhole(look(repo));
      await run(repo, { staged: true });
      expect(look(repo)).toEqual(after);
    }
    expect(points).toBeGreaterThan(3);
  }, 300_000);
});
