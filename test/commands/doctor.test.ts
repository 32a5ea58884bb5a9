import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { doctor } from '../../src/commands/doctor.ts';
import { init } from '../../src/commands/init.ts';
import { githubToken } from '../tokens.ts';
import { type Project, project } from './wired-project.ts';

interface Row {
  readonly name: string;
  readonly prepare: (p: Project) => unknown;
  readonly want: RegExp;
  readonly env?: NodeJS.ProcessEnv;
}

describe('doctor', () => {
  test('says line by line that all is well', async () => {
    const p = await project();
    await p.run(init, { yes: true });
    const ran = await p.run(doctor, {});
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out.match(/^\w+ +\w+/gm)).toEqual([
      'ok    repository',
      'ok    node',
      'ok    package',
      'ok    hook',
      'ok    lines',
      'ok    husky',
      'ok    clones',
      'ok    gitignore',
      'ok    settings',
      'ok    canary',
      'Commits here',
    ]);
  });

  test.each<Row>([
    {
      name: 'nothing is wired',
      prepare: (p) => p.git('config', '--unset', 'core.hooksPath'),
      want: /fail +hook .*which has no pre-commit/,
    },
    {
      name: 'our line is gone',
      prepare: (p) => p.write('.husky/pre-commit', 'true\n'),
      want: /fail +lines +\.husky\/pre-commit does not call secretguard/,
    },
    {
      name: 'the hook file is gone',
      prepare: (p) => p.rm('.husky/pre-commit'),
      want: /fail +lines +\.husky\/pre-commit does not/,
    },
    { name: 'husky is not armed', prepare: (p) => p.rm('.husky/_'), want: /fail +husky +not armed in this work tree/ },
    {
      name: 'a hook of husky is not executable',
      prepare: (p) => chmodSync(join(p.top, '.husky/_/pre-commit'), 0o644),
      want: /fail +hook .*is not executable, so git skips it/,
    },
    {
      name: 'hooksPath points elsewhere',
      prepare: (p) => p.git('config', 'core.hooksPath', '/nowhere'),
      want: /fail +hook +git runs hooks from \/nowhere \(core\.hooksPath, local\)/,
    },
    { name: 'HUSKY=0', prepare: () => undefined, env: { HUSKY: '0' }, want: /fail +husky +HUSKY=0 is set here/ },
    {
      name: 'HUSKY=0 in init.sh',
      prepare: (p) => p.write('../.config/husky/init.sh', 'export HUSKY=0\n'),
      want: /fail +husky +HUSKY=0 is set in .*init\.sh/,
    },
    {
      name: 'the package is gone',
      prepare: (p) => p.rm('node_modules'),
      want: /fail +package +secretguard is not installed in this project; first run: npm install -D secretguard/,
    },
    {
      name: 'the hook leaves before our line',
      prepare: (p) => p.write('.husky/pre-commit', `if true; then exit 0; fi\n${p.read('.husky/pre-commit')}`),
      want: /fail +canary +NOT blocked/,
    },
    {
      name: 'broken settings',
      prepare: (p) => p.write('.secretguardrc', '{"ignor": []}'),
      want: /fail +settings .*ignore/,
    },
  ])('$name → exit 1', async ({ prepare, want, env }) => {
    const p = await project();
    await p.run(init, { yes: true });
    await prepare(p);
    const before = p.snapshot();
    const ran = await p.run(doctor, {}, { env: { ...p.env, ...env } });
    expect([ran.code, ran.out]).toEqual([1, expect.stringMatching(want)]);
    expect(ran.out).toContain('Commits here are NOT guarded.');
    expect(p.snapshot()).toEqual(before);
  });

  test.each<Row>([
    {
      name: 'a hook that only push needs',
      prepare: (p) => p.rm('.husky/pre-push'),
      want: /warn +lines +\.husky\/pre-push does not/,
    },
    {
      name: 'prepare was taken out',
      prepare: (p) => p.write('package.json', '{"devDependencies":{"secretguard":"*"}}'),
      want: /warn +clones +a colleague's install will not arm/,
    },
    {
      name: '.gitignore was emptied',
      prepare: (p) => p.write('.gitignore', ''),
      want: /warn +gitignore +\.gitignore does not cover \.env$/m,
    },
    {
      name: 'a key is staged',
      prepare: (p) => [p.write('a.js', `one("${githubToken()}")\n`), p.git('add', 'a.js')],
      want: /warn +canary +git ran the hook on a made-up token and the commit was blocked\. So is what is staged now/,
    },
    {
      name: 'a .env is tracked',
      prepare: (p) => [p.write('.env', 'A=1'), p.git('add', '-f', '.env')],
      want: /warn +gitignore +\.env is in git\n +do: git rm --cached/,
    },
  ])('$name → a warning, exit 0', async ({ prepare, want }) => {
    const p = await project();
    await p.run(init, { yes: true });
    await Promise.all([prepare(p)].flat());
    const ran = await p.run(doctor, {});
    expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(want)]);
  });

  test('--fix repairs what init would, and asks first', async () => {
    const p = await project();
    await p.run(init, { yes: true });
    const wired = p.snapshot();
    p.rm('.husky/_');
    p.rm('.husky/pre-push');
    p.write('.husky/pre-commit', '');
    const broken = p.snapshot();
    expect([(await p.run(doctor, { fix: true })).code, p.snapshot()]).toEqual([1, broken]);
    const ran = await p.run(doctor, { fix: true, yes: true, quiet: true });
    expect([ran.code, ran.out]).toEqual([0, '\nCommits here are guarded.\n']);
    const { '.git/secretguard/init.json': _, ...now } = p.snapshot();
    const { '.git/secretguard/init.json': __, ...then } = wired;
    expect(now).toEqual(then);
  });

  test('--format json says the same to programs', async () => {
    const p = await project();
    const ran = await p.run(doctor, { format: 'json' });
    const { schemaVersion, guarded, checks } = JSON.parse(ran.out) as {
      schemaVersion: number;
      guarded: boolean;
      checks: { check: string; status: string }[];
    };
    expect([ran.code, schemaVersion, guarded]).toEqual([1, 1, false]);
    expect(checks.find(({ check }) => check === 'canary')?.status).toBe('fail');
  });

  test('without a repository → exit 2', async () => {
    const p = await project();
    p.rm('.git');
    expect(await p.run(doctor, {})).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('is not in a git repository'),
    });
  });
});
