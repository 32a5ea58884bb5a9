import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { fake } from '../../src/rule.ts';
import { tarOf } from '../archives.ts';
import { OTHER, openBuild } from '../open-build.ts';
import { cleanEnv, newRepo, type Repo, scratch } from '../repo.ts';
import { githubToken } from '../tokens.ts';

const TOKEN = githubToken(1);
const LEAK = `export const t = '${TOKEN}';\n`;
const open = openBuild();

interface Told {
  readonly status: number | null;
  readonly err: string;
  readonly found: readonly string[];
  readonly failures: readonly string[];
  readonly skipped: readonly string[];
}

interface Listed {
  readonly path?: string;
  readonly line?: number;
  readonly message?: string;
  readonly why?: string;
}

/** A scan with the report on stdout; `shell` runs before it, in the same shell. */
function scan(
  cwd: string,
  args: readonly string[] = [],
  {
    as = {},
    shell = '',
    env = {},
    dist = join(open.dir, 'dist'),
  }: { as?: object; shell?: string; env?: NodeJS.ProcessEnv; dist?: string } = {},
): Told {
  const cli = [process.execPath, join(dist, 'cli.cjs'), 'scan', ...args, '--format', 'json'];
  const done = spawnSync('sh', ['-c', `${shell}\nexec "$@"`, 'sh', ...cli], {
    cwd,
    env: cleanEnv({ GIT_CONFIG_GLOBAL: join(open.dir, 'gitconfig'), HOME: open.dir, ...env }),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...as,
  });
  const report = done.stdout === '' ? { findings: [], failures: [], scope: { skipped: [] } } : JSON.parse(done.stdout);
  expect(`${done.stdout}${done.stderr}`).not.toContain(TOKEN);
  return {
    status: done.status,
    err: done.stderr,
    found: report.findings.map((f: Listed) => `${f.path}:${f.line}`),
    failures: report.failures.map((f: Listed) => `${f.path}: ${f.message}`),
    skipped: report.scope.skipped.map((s: Listed) => `${s.path}: ${s.why}`),
  };
}

/** A repository in a folder that others may enter, with a key in `z.ts`. */
function openRepo(): Repo {
  const dir = mkdtempSync(join(open.dir, 'repo-'));
  chmodSync(dir, 0o755);
  const repo = newRepo({ dir });
  repo.write('z.ts', LEAK);
  return repo;
}

function commitAll(repo: Repo): void {
  repo.git('add', '-A');
  repo.git('commit', '-q', '-m', 'change');
}

const KEY = ['z.ts:1'];
const NO_FILE = 'no regular file (a pipe, socket or device)';

describe('what cannot be read is listed, and the rest is searched', () => {
  const closed = (repo: Repo, path: string) => chmodSync(join(repo.dir, path), 0);
  test.each<{ name: string; make: (repo: Repo) => unknown; failures: readonly string[]; args?: string[] }>([
    {
      name: 'a file that is closed to us',
      make: (repo) => [repo.write('a.ts', LEAK), closed(repo, 'a.ts')],
      failures: ['a.ts: it could not be read (EACCES)'],
    },
    {
      name: 'a tracked file that is closed to us',
      make: (repo) => [repo.write('a.ts', LEAK), commitAll(repo), closed(repo, 'a.ts')],
      failures: ['a.ts: it could not be read (EACCES)'],
    },
    {
      name: 'a folder that may not be entered',
      make: (repo) => [repo.write('p/a.ts', LEAK), closed(repo, 'p')],
      failures: ['p: the folder could not be read (Permission denied)'],
    },
    {
      name: 'one below the folder that is scanned',
      make: (repo) => [repo.write('q/p/r/a.ts', LEAK), repo.write('q/z.ts', LEAK), closed(repo, 'q/p/r')],
      failures: ['p/r: the folder could not be read (Permission denied)'],
      args: ['q'],
    },
    {
      name: 'one of new files, changes asked for',
      make: (repo) => [repo.git('tag', 'base'), commitAll(repo), repo.write('p/a.ts', LEAK), closed(repo, 'p')],
      failures: ['p: the folder could not be read (Permission denied)'],
      args: ['--since', 'base'],
    },
    {
      name: 'a folder that may not be entered, everything asked for',
      make: (repo) => [repo.write('p/a.ts', LEAK), closed(repo, 'p')],
      failures: ['p: the folder could not be read (EACCES)'],
      args: ['--no-ignore'],
    },
    {
      name: 'a folder of tracked files that may not be entered',
      make: (repo) => [repo.write('p/a.ts', LEAK), commitAll(repo), closed(repo, 'p')],
      failures: ['p: the folder could not be read (Permission denied)', 'p/a.ts: it could not be read (EACCES)'],
    },
    {
      name: 'a nested repository that may not be entered',
      make: (repo) => [repo.write('p/a.ts', LEAK), newRepo({ dir: join(repo.dir, 'p') }), closed(repo, 'p')],
      failures: ['p: the folder could not be read (Permission denied)'],
    },
  ])('$name', ({ make, failures, args }) => {
    const repo = openRepo();
    make(repo);
    const told = scan(repo.dir, args, { as: OTHER });
    for (const name of ['p', 'q/p/r', 'a.ts'])
      if (existsSync(join(repo.dir, name))) chmodSync(join(repo.dir, name), 0o755);
    expect(told).toMatchObject({ status: 2, found: KEY, failures });
  });

  test.each([[[]], [['--no-ignore']], [['--since', 'HEAD']]])('a path longer than the system takes: %j', (args) => {
    const repo = openRepo();
    const name = 'd'.repeat(200);
    const script = `for (let i = 0; i < 25; i++) { fs.mkdirSync('${name}'); process.chdir('${name}'); } fs.writeFileSync('x.ts', '1')`;
    execFileSync(process.execPath, ['-e', script], { cwd: repo.dir });
    const { status, found, failures } = scan(repo.dir, args);
    execFileSync('rm', ['-rf', join(repo.dir, name)]);
    expect({ status, found, isSaid: failures.length > 0 }).toEqual({ status: 2, found: KEY, isSaid: true });
  });

  test('a device that answers with an error of the hardware', () => {
    const told = scan(openRepo().dir, ['z.ts', '/proc/self/mem']);
    expect(told).toMatchObject({ status: 2, found: KEY, failures: [expect.stringMatching(/mem: .*\(EIO\)$/)] });
  });

  test('a repository of somebody else, which git does not open', () => {
    const told = scan(openRepo().dir, [], { as: OTHER, env: { GIT_CONFIG_GLOBAL: '/dev/null' } });
    expect(told.found).toEqual(KEY);
  });
});

describe('what is no file is neither opened nor waited for', () => {
  test.each<{ name: string; make: (dir: string) => unknown; skipped: readonly string[] }>([
    { name: 'a pipe', make: (dir) => execFileSync('mkfifo', [join(dir, 'odd')]), skipped: [`odd: ${NO_FILE}`] },
    { name: 'a socket', make: (dir) => listen(join(dir, 'odd')), skipped: [`odd: ${NO_FILE}`] },
    { name: 'a link to a device', make: link('/dev/zero'), skipped: ['odd: a link to something outside: not followed'] },
    { name: 'a link out of the tree', make: link('/proc/self'), skipped: ['odd: a link to something outside: not followed'] },
    { name: 'a link to itself', make: link('odd'), skipped: [] },
    { name: 'a link to the folder it is in', make: link('.'), skipped: [] },
    { name: 'a link to nothing', make: link('nowhere'), skipped: [] },
  ])('$name', async ({ make, skipped }) => {
    const dir = scratch();
    writeFileSync(join(dir, 'z.ts'), LEAK);
    const made = await make(dir);
    const told = scan(dir);
    if (made instanceof Function) made();
    expect(told).toMatchObject({ status: 1, found: KEY, failures: [], skipped });
  }); // biome-ignore format: a table

  function link(target: string): (dir: string) => unknown {
    return (dir) => execFileSync('ln', ['-s', target, join(dir, 'odd')]);
  }

  async function listen(path: string): Promise<() => void> {
    const server = createServer();
    await new Promise<void>((done) => void server.listen(path, done));
    return () => void server.close();
  }
});

const PORT = "const { port } = require('node:worker_threads').workerData;";
test.each([
  { name: 'does not start', program: 'throw new Error();' },
  { name: 'ends at once', program: '' },
  {
    name: 'ends at its first files',
    program: `${PORT} port.on('message', () => process.exit(1)); port.postMessage('ready');`,
  },
  {
    name: 'ends in the midst of them',
    program: `${PORT} port.on('message', () => {
      port.postMessage({ slab: 0, pieces: [] });
      setTimeout(() => process.exit(0), 20);
    }); port.postMessage('ready');`,
  },
])('the thread that reads ahead $name: everything is searched', ({ program }) => {
  const dist = scratch();
  cpSync(join(open.dir, 'dist'), dist, { recursive: true });
  writeFileSync(join(dist, 'scan-reader.cjs'), program);
  const dir = scratch();
  const want: string[] = [];
  for (let i = 0; i < 1500; i++) {
    writeFileSync(join(dir, `${i}.ts`), i % 100 === 0 ? LEAK : 'const key = 1;\n'.repeat(40));
    if (i % 100 === 0) want.push(`${i}.ts:1`);
  }
  const told = scan(dir, ['--threads', '2'], { dist });
  expect(told).toMatchObject({ status: 1, failures: [] });
  expect([...told.found].sort()).toEqual(want.sort());
});

describe('a long history', () => {
  /** Forty files with a hundred versions each, every one of which may be worth a look. */
  function longHistory(): string {
    const { dir } = newRepo();
    const parts: string[] = [];
    for (let version = 0; version < 100; version++) {
      parts.push(`commit refs/heads/main\ncommitter a <a@example.com> ${1_700_000_000 + version} +0000\ndata 2\nx\n`);
      for (let file = 0; file < 40; file++) {
        const leak = file % 8 === 0 && version >= 30 && version < 60 ? LEAK : '';
        const text = `${'const n = compute(token(1));\n'.repeat(200)}${leak}// ${version} ${file}\n`;
        parts.push(`M 100644 inline f${file}.ts\ndata ${text.length}\n${text}\n`);
      }
    }
    execFileSync('git', ['fast-import', '--quiet', '--force'], { cwd: dir, env: cleanEnv(), input: parts.join('') });
    return dir;
  }
  const want = [0, 8, 16, 24, 32].map((file) => `f${file}.ts:201`);

  test.each([
    { name: 'does not start', program: 'throw new Error();' },
    { name: 'ends at once', program: '' },
    { name: 'ends at its first jobs', program: `${PORT} port.on('message', () => process.exit(1)); port.postMessage('ready');` },
    { name: 'ends in the midst of them', program: `${PORT} port.on('message', () => {
        port.postMessage({ slab: 0, puts: [] });
        setTimeout(() => process.exit(0), 20);
      }); port.postMessage('ready');` },
    { name: 'works', program: undefined },
  ])('the thread that looks ahead $name: everything is searched', ({ program }) => {
    const dist = scratch();
    cpSync(join(open.dir, 'dist'), dist, { recursive: true });
    if (program !== undefined) writeFileSync(join(dist, 'scan-ahead.cjs'), program);
    const told = scan(longHistory(), ['--history', '--threads', '2'], { dist });
    expect(told).toMatchObject({ status: 1, failures: [] });
    expect([...told.found].sort()).toEqual(want.sort());
  }); // biome-ignore format: a table
});

describe('a tree that changes while it is read', () => {
  /** Runs a script of the shell in `dir` until the scan is over. */
  function meanwhile(dir: string, script: string, args: readonly string[] = []): Told {
    const other = spawn('sh', ['-c', script], { cwd: dir, stdio: 'ignore' });
    const told = scan(dir, args);
    other.kill('SIGKILL');
    return told;
  }

  test.each([['1'], ['2'], ['3']])('files that go: each was searched or is listed, with %s threads', (threads) => {
    const dir = scratch();
    mkdirSync(join(dir, 'd'));
    for (let i = 0; i < 3000; i++) writeFileSync(join(dir, `d/${i}.ts`), 'words of a file that goes\n'.repeat(40));
    writeFileSync(join(dir, 'z.ts'), LEAK);
    const told = meanwhile(dir, 'for f in d/*; do rm -f $f; done', ['--threads', threads]);
    const gone = told.skipped.filter((s) => /^d\/\d+\.ts: it is not there \(any more\)$/.test(s));
    expect(told).toMatchObject({ status: 1, found: KEY, failures: [] });
    expect(gone).toHaveLength(told.skipped.length);
  });

  test('a file that shrinks and grows', () => {
    const dir = scratch();
    writeFileSync(join(dir, 'a.log'), 'words\n'.repeat(4 << 20));
    writeFileSync(join(dir, 'z.ts'), LEAK);
    const told = meanwhile(dir, 'while :; do truncate -s 1M a.log; truncate -s 24M a.log; done', ['--threads', '2']);
    expect(told).toMatchObject({ status: 1, found: KEY, failures: [] });
  });

  test('a file that is replaced by a folder, a link and a file again', () => {
    const dir = scratch();
    for (let i = 0; i < 400; i++) writeFileSync(join(dir, `${i}.ts`), 'words\n');
    writeFileSync(join(dir, 'z.ts'), LEAK);
    const told = meanwhile(dir, 'while :; do for i in 1 2 3; do rm -rf $i.ts; mkdir $i.ts; rm -rf $i.ts; ln -s / $i.ts; rm $i.ts; echo >$i.ts; done; done');
    // a folder that is gone between being seen and being read cannot be told from one that could not be read: it is said
    const said = told.failures.filter((f) => /^[123]\.ts\/?\.?: .*\((?:ENOENT|ENOTDIR)\)$/.test(f));
    expect(told).toMatchObject({ status: said.length > 0 ? 2 : 1, found: KEY, failures: said });
  }); // biome-ignore format: a long script
});

describe('nothing can be written', () => {
  // The system takes no byte more for any file of the process, as a full disk does; pipes stay open.
  const FULL = 'ulimit -f 0';

  test('a checkout that may only be read, as tree and as history', () => {
    const repo = openRepo();
    commitAll(repo);
    const tree = scan(repo.dir, [], { as: OTHER });
    const history = scan(repo.dir, ['--history'], { as: OTHER });
    expect([tree, history]).toMatchObject([
      { status: 1, found: KEY, failures: [], err: '' },
      { status: 1, found: KEY, failures: [], err: expect.stringMatching(/could not be kept .*\(EACCES\)/) },
    ]);
  });

  test.each([
    { name: 'a full device', args: ['--output', '/dev/full'], shell: '', says: /could not be written: ENOSPC/ },
    { name: 'a full disk', args: ['--output', 'old.json'], shell: FULL, says: /could not be written: EFBIG/ },
    { name: 'no such folder', args: ['--output', 'no/a.json'], shell: '', says: /could not be written: ENOENT/ },
  ])('$name behind --output: said, exit 2, what stood there stays', ({ args, shell, says }) => {
    const repo = openRepo();
    repo.write('old.json', 'old');
    const before = readdirSync(repo.dir);
    const told = scan(repo.dir, args, { shell });
    expect(told).toMatchObject({ status: 2, err: expect.stringMatching(says) });
    expect([readdirSync(repo.dir), readFileSync(join(repo.dir, 'old.json'), 'utf8')]).toEqual([before, 'old']);
  });

  test('a full disk behind the cache of the history: said, exit by findings, and nothing half stays', () => {
    const repo = openRepo();
    repo.write('.env', `SESSION_SECRET="plain words ${fake('lower', 12, 3)} only"\n`);
    commitAll(repo);
    const full = scan(repo.dir, ['--history'], { shell: FULL });
    expect(full).toMatchObject({ status: 1, found: KEY, failures: [], err: expect.stringMatching(/EFBIG/) });
    expect(scan(repo.dir, ['--history'])).toMatchObject({ status: 1, found: KEY, err: '' });
    // an empty salt would make the name of the cache a plain hash of what .env holds
    expect(statSync(join(repo.dir, '.git/secretguard/history/salt')).size).toBe(16);
  });
});

test.each([['tree'], ['history']])('killed at ten moments and run again, the %s gives the same findings', (mode) => {
  const repo = openRepo();
  for (let i = 0; i < 300; i++) repo.write(`d/${i}.ts`, i % 10 === 0 ? `t = '${githubToken(i + 9)}'\n` : `${i}\n`);
  commitAll(repo);
  const args = mode === 'history' ? ['--history'] : [];
  const whole = scan(repo.dir, args).found;
  expect(whole).toHaveLength(31);
  const cli = [join(open.dir, 'dist/cli.cjs'), 'scan', ...args, '--format', 'json', '--output', '.git/report.json'];
  for (let i = 0; i < 10; i++) {
    const report = join(repo.dir, '.git/report.json');
    rmSync(report, { force: true });
    rmSync(join(repo.dir, '.git/secretguard'), { recursive: true, force: true });
    const timeout = 20 + Math.floor(Math.random() * 400);
    spawnSync(process.execPath, cli, { cwd: repo.dir, env: cleanEnv(), timeout, killSignal: 'SIGKILL' });
    if (existsSync(report)) expect(JSON.parse(readFileSync(report, 'utf8')).findings).toHaveLength(31);
    expect(scan(repo.dir, args).found).toEqual(whole);
  }
});

// `script` gives a terminal, on which progress is shown
const onTerminal = process.platform === 'linux' && existsSync('/usr/bin/script') ? test : test.skip;

describe('a signal ends a scan at once', () => {
  const lines = Array.from({ length: 2000 }, (_, i) => `const apiSecret${i} = process.env.A${i} ?? decode('${i}');\n`);
  const long = Buffer.from(lines.join('').repeat(550)); // as long as files may be
  /** One long file: nothing but a signal ends it before its time. */
  function project(kind: string): Repo {
    const repo = openRepo();
    if (kind === 'archive') {
      repo.write('.secretguardrc', '{ "archives": "scan" }');
      repo.write('a.tgz', gzipSync(tarOf({ name: 'a.ts', content: long }), { level: 1 }));
    } else repo.write('a.ts', long);
    if (kind === 'history') commitAll(repo);
    return repo;
  }

  onTerminal.each([
    { kind: 'file', signal: 'INT', want: 130 },
    { kind: 'archive', signal: 'INT', want: 130 },
    { kind: 'history', signal: 'INT', want: 130 },
    { kind: 'file', signal: 'TERM', want: 143 },
  ])('SIG$signal in a long $kind: exit $want', ({ kind, signal, want }) => {
    const repo = project(kind);
    const scanIt = `'${process.execPath}' '${join(open.dir, 'dist/cli.cjs')}' scan --output '${join(repo.dir, '.git/out')}'`;
    const limit = `timeout --preserve-status -s ${signal} 1`;
    const done = spawnSync('script', ['-qefc', `${limit} ${scanIt} ${kind === 'history' ? '--history' : ''}`, '/dev/null'], {
      cwd: repo.dir,
      env: cleanEnv({ HOME: open.dir }),
      encoding: 'utf8',
    });
    expect(done.status).toBe(want);
    expect(done.stdout === '' || done.stdout.endsWith('\n')).toBe(true); // the cursor stands at the beginning of a line
    expect(readdirSync(join(repo.dir, '.git'))).not.toContain('out');
  }); // biome-ignore format: a table
});
