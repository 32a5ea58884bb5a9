import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { binFolder, newRepo, type Repo } from '../repo.ts';
import { add, addAll, blob, commit, LEAK, LINES, TOKEN } from './cases.ts';

/** Something is broken: the hook blocks, `check` says 2, and both name the cause. */
const FAULTS: readonly {
  name: string;
  make: (repo: Repo) => unknown;
  says: RegExp;
  env?: (repo: Repo) => NodeJS.ProcessEnv;
}[] = [
  {
    name: 'an index that is none',
    make: (repo) => repo.write('.git/index', 'DIRC nonsense'),
    says: /index is corrupt|failed with exit code/,
  },
  {
    name: 'an index cut short',
    make: (repo) => [add('a.ts', 'x\n')(repo), cut(repo, '.git/index', 100)],
    says: /index is corrupt|failed with exit code/,
  },
  {
    name: 'an index of zeros',
    make: (repo) => repo.write('.git/index', Buffer.alloc(500)),
    says: /index is corrupt|failed with exit code/,
  },
  {
    name: 'a staged object that is missing',
    make: (repo) => [add('a.ts', 'x1\n')(repo), drop(repo, blob(repo, 'x1\n'))],
    says: /a\.ts[\s\S]*not in the repository/,
  },
  {
    name: 'a staged object that is corrupt',
    make: (repo) => [add('a.ts', 'x2\n')(repo), spoil(repo, blob(repo, 'x2\n'))],
    says: /could not check|corrupt|exit code|ended too early/,
  },
  {
    name: 'a staged .gitignore that is missing',
    make: (repo) => [add('.gitignore', '.env*\n#\n')(repo), drop(repo, blob(repo, '.env*\n#\n'))],
    says: /\.gitignore[\s\S]*not in the repository/,
  },
  {
    name: 'the tree of HEAD missing',
    make: (repo) => [add('a.ts', 'x\n')(repo), drop(repo, repo.git('rev-parse', 'HEAD^{tree}').trim())],
    says: /could not check|missing or corrupt|failed/,
  },
  {
    name: 'no scratch folder to be had',
    make: add('.gitignore', '.[e]nv*\n'),
    env: (repo) => ({ TMPDIR: join(repo.dir, 'nowhere') }),
    says: /scratch folder[\s\S]*ENOENT/,
  },
  {
    name: 'a scratch folder that is a file',
    make: add('.gitignore', '.[e]nv*\n'),
    env: (repo) => ({ TMPDIR: join(repo.dir, '.gitignore') }),
    says: /scratch folder[\s\S]*ENOTDIR/,
  },
  {
    name: 'settings that are no JSON',
    make: add('.secretguardrc', '{\n  "ignore": [}\n'),
    says: /\.secretguardrc:2:\d+/,
  },
  {
    name: 'settings with a wrong key',
    make: add('.secretguardrc', '{\n  "ignroe": []\n}\n'),
    says: /\.secretguardrc:2:\d+[\s\S]*ignore/,
  },
  {
    name: 'settings with a wrong value',
    make: add('.secretguardrc', '{ "failOn": "sometimes" }'),
    says: /\.secretguardrc:1:\d+/,
  },
  {
    name: 'settings with a key twice',
    make: add('.secretguardrc', '{ "strict": true, "strict": false }'),
    says: /\.secretguardrc:1:\d+/,
  },
  {
    name: 'settings in package.json with a wrong key',
    make: add('package.json', '{\n "secretguard": { "rulez": {} }\n}'),
    says: /package\.json:2:\d+[\s\S]*rules/,
  },
  {
    name: 'settings that extend what is not there',
    make: add('.secretguardrc', '{ "extends": "./none.json" }'),
    says: /none\.json/,
  },
  {
    name: 'settings that extend in a circle',
    make: addAll({ '.secretguardrc': '{ "extends": "./b.json" }', 'b.json': '{ "extends": "./.secretguardrc" }' }),
    says: /circle/,
  },
  {
    name: 'settings that extend a file outside',
    make: add('.secretguardrc', '{ "extends": "../b.json" }'),
    says: /extends/,
  },
  { name: 'settings that are empty', make: add('.secretguardrc', ''), says: /\.secretguardrc:1:1/ },
];

describe('a fault blocks, with its cause', () => {
  test.each(FAULTS)('$name', ({ make, says, env }) => {
    const repo = newRepo();
    make(repo);
    const more = env?.(repo) ?? {};
    const hook = repo.hook('pre-commit', more);
    expect([hook.status, says.test(hook.out) ? '' : hook.out]).toEqual([1, '']);
    expect(hook.out).toMatch(/could not check what is staged \(exit 2\)|ended with|blocked/);
    expect(repo.run(['check'], more).status).toBe(2);
  });

  test.each(FAULTS.slice(-8))('$name, and a key is still told', ({ make, env }) => {
    const repo = newRepo();
    make(repo);
    add('zz.ts', LEAK)(repo);
    const hook = repo.hook('pre-commit', env?.(repo) ?? {});
    expect([hook.status, /zz\.ts:1:12/.test(hook.out), hook.out.includes(TOKEN)]).toEqual([1, true, false]);
  });
});

describe('who runs the hook, and where', () => {
  test('a folder below', () => {
    const repo = newRepo();
    add('p/a.ts', LEAK)(repo);
    expect(repo.run(['check', '--cwd', 'p']).status).toBe(1);
  });

  test('no secretguard on the PATH blocks, with a hint', () => {
    const repo = newRepo();
    add('a.ts', 'x\n')(repo);
    const done = repo.hook('pre-commit', { PATH: '/usr/bin:/bin' });
    expect([done.status, /npm install/.test(done.out)]).toEqual([1, true]);
  });

  test('no git on the PATH blocks', () => {
    const repo = newRepo();
    add('a.ts', 'x\n')(repo);
    const bin = binFolder();
    for (const tool of ['sh', 'sed', 'node', 'printf'])
      symlinkSync(spawnSync('which', [tool], { encoding: 'utf8' }).stdout.trim(), join(bin, tool));
    expect(repo.hook('pre-commit', { PATH: bin }).status).not.toBe(0);
    const check = repo.run(['check'], { PATH: bin });
    expect([check.status, /git was not found/.test(check.out)]).toEqual([2, true]);
  });

  test('no sed on the PATH blocks', () => {
    const repo = newRepo();
    add('a.ts', 'x\n')(repo);
    const bin = binFolder();
    for (const tool of ['sh', 'git', 'node'])
      symlinkSync(spawnSync('which', [tool], { encoding: 'utf8' }).stdout.trim(), join(bin, tool));
    expect(repo.hook('pre-commit', { PATH: bin }).status).not.toBe(0);
  });

  test('a scanner that dies blocks', () => {
    const repo = newRepo();
    add('a.ts', 'x\n')(repo);
    repo.write('bin/secretguard', '#!/bin/sh\nkill -9 $$\n');
    chmodSync(join(repo.dir, 'bin/secretguard'), 0o755);
    expect(repo.hook('pre-commit', { PATH: `${repo.dir}/bin:/usr/bin:/bin` }).status).toBe(1);
  });

  test('a git that fails half-way blocks', () => {
    const repo = newRepo();
    add('a.ts', 'x\n')(repo);
    const git = spawnSync('which', ['git'], { encoding: 'utf8' }).stdout.trim();
    for (const verb of ['diff-index', 'ls-files', 'cat-file']) {
      repo.write('bin/git', `#!/bin/sh\ncase "$*" in *${verb}*) ${git} "$@"; exit 3 ;; esac\nexec ${git} "$@"\n`);
      chmodSync(join(repo.dir, 'bin/git'), 0o755);
      expect([verb, repo.hook('pre-commit', { PATH: `${repo.dir}/bin:${repo.path}` }).status]).toEqual([verb, 1]);
    }
  });

  test.each([
    ['a full disk behind stdout', '>/dev/full'],
    ['a closed stdout', '>&-'],
    ['a closed stderr', '2>&-'],
    ['a reader that went away', '| true'],
  ])('%s changes no verdict', (_, where) => {
    const repo = newRepo();
    const run = () =>
      spawnSync('sh', ['-c', `{ secretguard check; echo $? >status; } ${where}; cat status; rm status`], {
        cwd: repo.dir,
        env: { ...process.env, PATH: repo.path, GIT_CONFIG_GLOBAL: '/dev/null' },
        encoding: 'utf8',
      }).stdout.trim();
    add('a.ts', 'x\n')(repo);
    expect(run()).not.toBe('1');
    add('a.ts', LEAK)(repo);
    expect(run()).not.toBe('0');
  });

  test('a check by hand says the same as the hook', () => {
    const repo = newRepo();
    add('a.ts', LEAK)(repo);
    add('b/c.ts', 'x\n')(repo);
    const report = JSON.parse(repo.run(['check', '--format', 'json', '--cwd', 'b']).out);
    const told = report.findings.map((f: Record<string, unknown>) => [
      f['path'],
      f['line'],
      f['column'],
      f['verdict'],
      f['confidence'],
    ]);
    expect(told).toEqual([['a.ts', 1, 12, 'block', 'certain']]);
  });

  test('outside of any repository', () => {
    const repo = newRepo();
    rmSync(join(repo.dir, '.git'), { recursive: true });
    expect([repo.hook().status, repo.run(['check'], { GIT_CEILING_DIRECTORIES: join(repo.dir, '..') }).status]).toEqual(
      [1, 2],
    );
  });

  test('a bare repository', () => {
    const repo = newRepo();
    repo.git('config', 'core.bare', 'true');
    expect(repo.run(['check']).status).toBe(2);
  });
});

describe('the message of a commit', () => {
  test.each([
    { name: 'a key', text: `fix\n\n${LEAK}`, want: 1 },
    { name: 'clean', text: 'fix: the thing\n', want: 0 },
    { name: 'empty', text: '', want: 0 },
    { name: 'UTF-16', text: Buffer.from(`\ufeff${LEAK}`, 'utf16le'), want: 1 },
    { name: 'a trailer', text: `fix\n\nToken: ${TOKEN}\n`, want: 1 },
    { name: 'in a remark, which git may keep', text: `fix\n# ${TOKEN}\n`, want: 1 },
    {
      name: 'a removed key below the scissors',
      text: `fix\n# ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\n# Do not touch\ndiff --git a/a b/a\n-${LEAK}`,
      want: 0,
    },
    {
      name: 'scissors of another comment sign',
      text: `fix\n; ${'-'.repeat(24)} >8 ${'-'.repeat(24)}\n; Do not touch\n-${LEAK}`,
      want: 0,
    },
    { name: 'scissors from a mail', text: `fix\n-- >8 --\n${LEAK}`, want: 1 },
  ])('$name → exit $want', ({ text, want }) => {
    const repo = newRepo();
    repo.write('.git/COMMIT EDITMSG', text);
    const done = repo.hook('commit-msg', {}, ['.git/COMMIT EDITMSG']);
    expect([done.status, done.out.includes(TOKEN)]).toEqual([want, false]);
  });

  test('one that is not there blocks', () => {
    const repo = newRepo();
    expect(repo.hook('commit-msg', {}, ['none']).status).toBe(1);
    expect(repo.run(['check', '--hook', 'commit-msg']).status).toBe(2);
  });
});

function objectFile(repo: Repo, oid: string): string {
  return join(repo.dir, '.git/objects', oid.slice(0, 2), oid.slice(2));
}

function drop(repo: Repo, oid: string): void {
  rmSync(objectFile(repo, oid));
}

function spoil(repo: Repo, oid: string): void {
  const file = objectFile(repo, oid);
  chmodSync(file, 0o644);
  writeFileSync(file, 'this is no object');
}

function cut(repo: Repo, path: string, bytes: number): void {
  spawnSync('truncate', ['-s', String(bytes), join(repo.dir, path)]);
}

test('what the old side lacks makes a finding new, and the check a failure', () => {
  const repo = newRepo();
  commit(repo, 'a.ts', LINES);
  add('a.ts', `${LINES}${LEAK}`)(repo);
  drop(repo, blob(repo, LINES));
  const done = repo.hook();
  expect([done.status, done.out.includes(TOKEN)]).toEqual([1, false]);
});

test('a folder named like an env file of a package is no failure', () => {
  const repo = newRepo();
  mkdirSync(join(repo.dir, '.env'));
  add('a.ts', 'x\n')(repo);
  expect(repo.hook().status).toBe(0);
});
