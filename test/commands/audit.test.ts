import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { AuditItem } from '../../src/audit.ts';
import { audit } from '../../src/commands/audit.ts';
import { byDanger } from '../../src/decide/danger.ts';
import { fake, sample } from '../../src/rule.ts';
import { newRepo, type Repo } from '../repo.ts';
import { githubToken } from '../tokens.ts';
import { fakeWorld } from '../world.ts';

// the build puts it there
Object.assign(globalThis, { __VERSION__: '0.0.0' });

const VALUE = fake('alnum', 36, 7);

interface Told {
  readonly sections: readonly { part: string; status: string; summary: string; report?: { schemaVersion: number } }[];
  readonly first: readonly { level: string; part: string; id: string; where: string; next: string[] }[];
}

function audited(repo: Repo, args: readonly string[] = []) {
  const done = repo.run(['audit', '--format', 'json', ...args]);
  const told: Told = JSON.parse(done.out.slice(done.out.indexOf('{')));
  return {
    exit: done.status,
    out: done.out,
    told,
    parts: Object.fromEntries(told.sections.map(({ part, status }) => [part, status])),
    // that the package is not installed in these repositories is true of all of them
    first: told.first.filter(({ part }) => part !== 'hooks').map((i) => `${i.level} ${i.part} ${i.id} ${i.where.replace(/ in .*/, '')}`),
  }; // biome-ignore format: one line
}

describe('audit', () => {
  test('a sound project', () => {
    const repo = newRepo();
    repo.write('src/a.js', 'export {};\n');
    const { exit, parts, first } = audited(repo, ['--skip', 'hooks']);
    expect([exit, first]).toEqual([0, []]);
    expect(parts).toEqual({
      tree: 'ok',
      history: 'ok',
      gitignore: 'ok',
      environments: 'skipped',
      client: 'skipped',
      rotation: 'skipped',
      github: 'skipped',
    });
  });

  test('everything wrong at once, in the order of danger', () => {
    const repo = newRepo();
    repo.write('src/old.js', `t = "${githubToken(1)}"\n`);
    repo.write('src/gone.js', `t = "${githubToken(2)}"\n`);
    repo.git('add', '-A');
    repo.git('commit', '-q', '-m', 'one');
    repo.git('rm', '-q', 'src/gone.js');
    repo.git('commit', '-q', '-m', 'two');
    repo.write('src/new.js', `t = "${githubToken(3)}"\n`);
    repo.write('src/pay.js', sample('process', '.env.NEXT', '_PUBLIC_STRIPE_SECRET_KEY'));
    repo.write('.env', `API_SECRET=${VALUE}\n`);
    repo.write('.env.production', `API_SECRET=${VALUE}\n`);
    repo.write('dist/index.html', `<script>k="${VALUE}"</script>`);
    repo.write('.gitignore', 'node_modules/\n.env\n.env.local\ndist/\n.env.production\n');
    const { exit, first, out, parts, told } = audited(repo);
    expect(exit).toBe(1);
    expect(first).toEqual([
      'now client client-value dist/index.html:1',
      'now history github-personal-token src/gone.js:1',
      'now history github-personal-token src/old.js:1',
      'now tree client-public-name src/pay.js:1',
      'soon tree github-personal-token src/new.js:1',
      'soon environments env-shared .env.production',
    ]);
    expect(parts['hooks']).toBe('fail');
    expect(told.sections.filter((s) => s.report?.schemaVersion === 1)).toHaveLength(5);
    for (const value of [VALUE, githubToken(1), githubToken(2), githubToken(3)])
      expect(out.includes(value)).toBe(false);
  });

  test('a tracked env file, and the allowlist told once', () => {
    const repo = newRepo();
    repo.write('.env.production', 'A=1\n');
    repo.write('.secretguardallow', 'nonsense\n');
    repo.git('add', '-f', '-A');
    repo.git('commit', '-q', '-m', 'one');
    expect(audited(repo).first).toEqual(['now gitignore tracked-env .env.production', 'later tree broken-allow .secretguardallow']);
  }); // biome-ignore format: one line

  test('outside of a repository: the files, the env files and the builds', () => {
    const repo = newRepo();
    repo.tryGit(['--version']);
    const dir = `${repo.dir}-plain`;
    const plain = newRepo({ dir });
    plain.write('a.js', `t = "${githubToken(1)}"\n`);
    const done = repo.run(['audit', '--cwd', dir, '--format', 'json'], { GIT_DIR: '/nowhere' });
    const told: Told = JSON.parse(done.out.slice(done.out.indexOf('{')));
    expect(told.sections.map(({ part, status }) => `${part} ${status}`)).toEqual([
      'tree fail',
      'history skipped',
      'gitignore skipped',
      'environments skipped',
      'client skipped',
      'rotation skipped',
      'hooks skipped',
      'github skipped',
    ]);
  });

  test('what could not be checked is exit 2, and named', () => {
    const repo = newRepo();
    repo.write('.secretguardrc', '{ "nonsense": 1 }');
    const { exit, told } = audited(repo);
    expect(exit).toBe(2);
    expect(told.sections.find(({ part }) => part === 'tree')).toMatchObject({ status: 'error' });
  });

  test.each([
    { name: 'the settings', rc: '{ "failOn": "warn" }', args: [], exit: 1 },
    { name: 'the option before the settings', rc: '{ "failOn": "warn" }', args: ['--fail-on', 'block'], exit: 0 },
    { name: 'a settings file named from a folder below', rc: undefined, args: ['--config', 'rc.json'], exit: 1 },
  ])('a warning fails if $name say so', ({ rc, args, exit }) => {
    const repo = newRepo();
    repo.write('.secretguardallow', 'nonsense\n');
    if (rc !== undefined) repo.write('.secretguardrc', rc);
    repo.write('below/rc.json', '{ "failOn": "warn" }');
    expect(repo.run(['audit', '--cwd', join(repo.dir, 'below'), '--skip', 'hooks', ...args]).status).toBe(exit);
  });

  test.each([
    { args: ['--format', 'sarif'], exit: 2 },
    { args: ['--skip', 'nonsense'], exit: 2 },
    { args: ['somewhere'], exit: 2 },
    { args: ['--skip', 'hooks', '--quiet'], exit: 0 },
  ])('$args', ({ args, exit }) => {
    const done = newRepo().run(['audit', ...args]);
    expect(done.status).toBe(exit);
    if (args.includes('--quiet')) expect(done.out).toBe('');
  });
});

/** A part alone, in this process. */
async function part(repo: Repo, name: string, args: Partial<Parameters<typeof audit.run>[0]> = {}, env: NodeJS.ProcessEnv = {}) {
  const fake = fakeWorld(repo.dir);
  const world = { ...fake, env: { ...fake.env, ...env } };
  const others = ['tree', 'history', 'gitignore', 'environments', 'client', 'rotation', 'hooks', 'github'].filter((p) => p !== name);
  const exit = await audit.run({ positionals: [], format: 'json', skip: others, ...args }, world);
  const told: Told = JSON.parse(fake.printed.out);
  return { exit, status: told.sections[0]?.status, first: told.first.map((i) => `${i.level} ${i.id} ${i.where}`), summary: told.sections[0]?.summary };
} // biome-ignore format: long lines

describe('rotation', () => {
  const ledger = (issued: string, due: string) =>
    `${JSON.stringify({ fact: 'issued', id: 'a1b2c3d4', name: 'API_KEY', environment: 'default', issued, due })}\n`;
  test.each([
    { name: 'no ledger', text: undefined, exit: 0, status: 'skipped', first: [] },
    { name: 'overdue', text: ledger('2026-01-01', '2026-04-01'), exit: 1, status: 'fail', first: ['soon overdue default'] },
    { name: 'in good time', text: ledger('2027-01-10', '2027-04-10'), exit: 0, status: 'ok', first: [] },
    { name: 'broken', text: 'nonsense\n', exit: 2, status: 'error', first: [] },
  ])('$name', async ({ text, ...want }) => {
    const repo = newRepo();
    if (text !== undefined) repo.write('.secretguard/rotation.jsonl', text);
    const { exit, status, first } = await part(repo, 'rotation');
    expect({ exit, status, first }).toEqual({ exit: want.exit, status: want.status, first: want.first });
  }); // biome-ignore format: a table
});

describe('GitHub', () => {
  /** What GitHub says of a repository, on loopback. */
  async function asked(states: Record<string, string>, answer = 200) {
    const server = createServer((_, response) => {
      response.writeHead(answer, { 'content-type': 'application/json' });
      const security_and_analysis = Object.fromEntries(Object.entries(states).map(([k, status]) => [k, { status }]));
      response.end(JSON.stringify({ id: 1, full_name: 'acme/shop', private: true, owner: { type: 'User' }, permissions: { admin: true }, security_and_analysis }));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const repo = newRepo();
      repo.git('remote', 'add', 'origin', 'https://127.0.0.1/acme/shop.git');
      const { port } = server.address() as AddressInfo;
      return await part(repo, 'github', { github: true }, { GITHUB_API_URL: `http://127.0.0.1:${port}`, GH_TOKEN: 'x' });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  } // biome-ignore format: long lines
  const ALL = [
    'secret_scanning',
    'secret_scanning_push_protection',
    'secret_scanning_validity_checks',
    'secret_scanning_non_provider_patterns',
  ];
  const all = (status: string) => Object.fromEntries(ALL.map((name) => [name, status]));

  test('all on', async () => {
    expect(await asked(all('enabled'))).toMatchObject({ exit: 0, status: 'ok', first: [] });
  });
  test('push protection off', async () => {
    const told = await asked({ ...all('enabled'), secret_scanning_push_protection: 'disabled' });
    expect(told).toMatchObject({ exit: 1, status: 'fail', first: ['soon secret_scanning_push_protection acme/shop'] });
  });
  test('no answer: not checked', async () => {
    expect(await asked({}, 403)).toMatchObject({ exit: 2, status: 'error' });
  });
  test('not asked without being told to', async () => {
    expect(await part(newRepo(), 'github')).toMatchObject({ exit: 0, status: 'skipped' });
  });
});

test('the order of danger: what others may have already, then guards that are down, then the next step, warnings last', () => {
  const item = (part: AuditItem['part'], id: string, verdict: AuditItem['verdict'] = 'block'): AuditItem => {
    return { part, id, verdict, where: 'a', what: '', next: [] };
  };
  const ranked = byDanger([
    item('tree', 'x', 'warn'),
    item('environments', 'env-weak'),
    item('environments', 'env-shared'),
    item('tree', 'github-personal-token'),
    item('hooks', 'canary'),
    item('tree', 'client-define-all'),
    item('gitignore', 'gitignore'),
    item('gitignore', 'tracked-env'),
    item('history', 'x'),
    item('client', 'x', 'warn'),
    item('client', 'client-value'),
  ]);
  expect(ranked.map(({ level, part, id }) => `${level} ${part} ${id}`)).toEqual([
    'now client client-value',
    'now history x',
    'now gitignore tracked-env',
    'now tree client-define-all',
    'soon hooks canary',
    'soon tree github-personal-token',
    'soon gitignore gitignore',
    'soon environments env-shared',
    'soon environments env-weak',
    'later client x',
    'later tree x',
  ]);
});
