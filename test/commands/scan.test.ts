import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fake } from '../../src/rule.ts';
import { newRepo, type Repo, scratch } from '../repo.ts';
import { githubToken } from '../tokens.ts';

const TOKEN = githubToken(1);
const OTHER = githubToken(2);

interface Told {
  readonly status: number | null;
  readonly findings: readonly {
    path: string;
    line: number;
    rule: string;
    verdict: string;
    fingerprint: string;
    commit?: string;
  }[];
  readonly violations: readonly { kind: string; path: string; detail: string }[];
  readonly failures: readonly { message: string; path?: string }[];
  readonly scope: { kind: string; files: number; lines: number; skipped: { path: string; why: string }[] };
}

function scan(repo: Repo, args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Told {
  const file = join(scratch(), 'report.json');
  const done = repo.run(['scan', ...args, '--format', 'json', '--output', file], env, input);
  if (!existsSync(file)) throw new Error(`no report, exit ${done.status}: ${done.out}`);
  return { status: done.status, ...JSON.parse(readFileSync(file, 'utf8')) };
}

const places = ({ findings }: Told) => findings.map((f) => `${f.path}:${f.line}`);

function commit(repo: Repo, files: Readonly<Record<string, string>>, message = 'change'): void {
  for (const [path, content] of Object.entries(files)) repo.write(path, content);
  repo.git('add', '-A');
  repo.git('commit', '-q', '--allow-empty', '-m', message);
}

describe('files and folders', () => {
  const tree = () => {
    const repo = newRepo();
    commit(repo, { 'src/a.js': `const t = "${TOKEN}";\n`, 'b.txt': 'clean\n' });
    repo.write('new.js', `\nt = "${OTHER}"\n`);
    repo.write('node_modules/x/i.js', `t = "${TOKEN}"\n`);
    repo.write('ignored.log', `t = "${TOKEN}"\n`);
    repo.write('.git/info/exclude', '*.log\n');
    return repo;
  };
  test.each([
    { name: 'the repository', args: [], want: ['new.js:2', 'src/a.js:1'] },
    { name: 'a folder, relative to it', args: ['src'], want: ['a.js:1'] },
    { name: 'the folder itself', args: ['.'], want: ['new.js:2', 'src/a.js:1'] },
    { name: 'a file', args: ['src/a.js'], want: ['src/a.js:1'] },
    { name: 'several', args: ['src', 'new.js'], want: ['new.js:2', 'src/a.js:1'] },
    { name: 'one in the other', args: ['.', 'src'], want: ['new.js:2', 'src/a.js:1'] },
    {
      name: 'everything',
      args: ['--no-ignore'],
      want: ['ignored.log:1', 'new.js:2', 'node_modules/x/i.js:1', 'src/a.js:1'],
    },
    { name: 'an ignored file, asked for by name', args: ['ignored.log'], want: ['ignored.log:1'] },
    { name: 'an ignored folder, asked for by name', args: ['node_modules/x'], want: ['i.js:1'] },
  ])('$name', ({ args, want }) => {
    const told = scan(tree(), args);
    expect([told.status, places(told)]).toEqual([1, want]);
  });

  test('no repository at all', () => {
    const repo = newRepo();
    const dir = scratch();
    mkdirSync(join(dir, 'sub'));
    writeFileSync(join(dir, 'sub/x.ts'), `export const t = '${TOKEN}';\n`);
    expect(places(scan(repo, [dir]))).toEqual(['sub/x.ts:1']);
  });

  test('a path that is missing: said, the others are scanned', () => {
    const told = scan(tree(), ['src', 'nowhere']);
    expect([told.status, places(told), told.failures[0]?.path]).toEqual([2, ['src/a.js:1'], 'nowhere']);
  });

  test('a nested repository is scanned as it stands', () => {
    const repo = newRepo();
    const inner = newRepo({ dir: join(repo.dir, 'vendor/inner') });
    commit(inner, { 'k.js': `t = "${TOKEN}"\n` });
    repo.write('vendor/inner/.env', `T=${OTHER}\n`); // ignored there
    expect(places(scan(repo, []))).toEqual(['vendor/inner/k.js:1']);
  });

  test('a submodule that is not checked out is listed', () => {
    const repo = newRepo();
    commit(newRepo({ dir: join(repo.dir, 'vendor/inner') }), { 'k.js': `t = "${TOKEN}"\n` });
    commit(repo, { 'a.js': '1\n' });
    const clone = join(scratch(), 'clone');
    repo.git('clone', '-q', repo.dir, clone);
    expect(scan(newRepo({ dir: clone, initial: false }), []).scope.skipped).toEqual([
      { path: 'vendor/inner', why: 'an empty folder of a submodule or repository: nothing of it is checked out' },
    ]);
  });

  test.each([
    { name: 'from inside', args: [] },
    { name: 'by its path', args: ['.'] },
  ])('a bare repository, whose files cannot be read as such, is no clean one: $name', ({ args }) => {
    const repo = tree();
    const bare = newRepo({ initial: false });
    rmSync(join(bare.dir, '.git'), { recursive: true });
    bare.git('clone', '-q', '--bare', repo.dir, '.');
    const { status, failures } = scan(bare, args);
    expect([status, failures]).toEqual([2, [{ path: '.', message: expect.stringMatching(/scan --history/) }]]);
  });

  test('a tracked file that git is told not to look at is searched where it is there', () => {
    const repo = newRepo();
    commit(repo, { 'a.js': '1\n', 'b.js': '1\n', 'gone.js': '1\n' });
    repo.git('update-index', '--skip-worktree', 'a.js', 'gone.js');
    repo.git('update-index', '--assume-unchanged', 'b.js');
    repo.write('a.js', `t = '${TOKEN}'\n`);
    repo.write('b.js', `t = '${TOKEN}'\n`);
    rmSync(join(repo.dir, 'gone.js'));
    const told = scan(repo, []);
    expect([places(told), told.scope.skipped]).toEqual([['a.js:1', 'b.js:1'], []]);
  });

  test('settings leave paths out, --no-config does not, --rule takes one only', () => {
    const repo = tree();
    repo.write('.secretguardrc', '{ "ignore": ["src/"] }');
    repo.write('pass.env', `DB_PASSWORD=${fake('alnum', 20, 5)}\n`);
    expect(places(scan(repo, []))).toEqual(['new.js:2', 'pass.env:1']);
    expect(places(scan(repo, ['--no-config', '--rule', 'github-*']))).toEqual(['new.js:2', 'src/a.js:1']);
    expect(repo.run(['scan', '--rule', 'github-nothing']).status).toBe(2);
  });

  test('a value of an ignored env file is known wherever it stands', () => {
    const repo = newRepo();
    const value = `plain words ${fake('lower', 12, 3)} only`;
    repo.write('.env', `SESSION_SECRET="${value}"\n`);
    repo.write('notes.txt', `as said: ${value}\n`);
    expect(scan(repo, []).findings.map((f) => [f.path, f.rule])).toEqual([['notes.txt', 'known-value']]);
  });

  test('broken settings: said, and scanned all the same', () => {
    const repo = tree();
    repo.write('.secretguardrc', '{ "ignor": [] }');
    const told = scan(repo, []);
    expect([told.status, told.findings.length, told.failures.length]).toEqual([2, 2, 1]);
  });
});

describe('what cannot be read, or is left out on purpose', () => {
  test('limits are listed and do not block', () => {
    const repo = newRepo();
    repo.write('big.txt', `${'x'.repeat(5000)}\n${TOKEN}\n`);
    repo.write('pic.png', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(600)]));
    const told = scan(repo, ['--max-file-size', '2k']);
    expect([told.status, told.scope.skipped.map((s) => s.path)]).toEqual([0, ['big.txt', 'pic.png']]);
  });

  test('links are not followed: loops end, nothing outside is read', () => {
    const repo = newRepo();
    const outside = scratch();
    writeFileSync(join(outside, 'o.js'), `t='${TOKEN}'\n`);
    repo.link('loop', '.');
    repo.link('self', 'self');
    repo.link('away', outside);
    const told = scan(repo, []);
    expect([told.status, told.findings, told.scope.skipped.map((s) => s.path)]).toEqual([0, [], ['away']]);
  });

  test('a pipe is not waited for', () => {
    const dir = scratch();
    execFileSync('mkfifo', [join(dir, 'pipe')]);
    const told = scan(newRepo(), [dir]);
    expect([told.status, told.scope.skipped.map((s) => s.path)]).toEqual([0, ['pipe']]);
  });

  const asRoot = process.getuid?.() === 0;
  test('an unreadable file or folder: listed, the rest is scanned, exit 2', () => {
    const repo = newRepo();
    repo.write('a.js', `t='${TOKEN}'\n`);
    if (asRoot) {
      // root reads everything; a folder in the place of an index entry that is a file cannot be read by anyone
      repo.write('broken/.secretguardrc', '');
      mkdirSync(join(repo.dir, '.secretguardrc'));
    } else {
      repo.write('closed.js', 'x');
      chmodSync(join(repo.dir, 'closed.js'), 0);
    }
    const told = scan(repo, []);
    expect([told.status, places(told), told.failures.length]).toEqual([2, ['a.js:1'], 1]);
  });

  test('a tracked file that is not there', () => {
    const repo = newRepo();
    commit(repo, { 'a.js': '1\n' });
    rmSync(join(repo.dir, 'a.js'));
    const told = scan(repo, []);
    expect([told.status, told.scope.skipped.map((s) => s.path)]).toEqual([0, ['a.js']]);
  });

  test('names that are not UTF-8', () => {
    const repo = newRepo();
    writeFileSync(
      Buffer.concat([Buffer.from(`${repo.dir}/a`), Buffer.from([0xff]), Buffer.from('.js')]),
      `t='${TOKEN}'\n`,
    );
    expect(scan(repo, []).findings[0]).toMatchObject({ path: 'a%FF.js', pathEncoding: 'percent' });
  });
});

describe('long files', () => {
  test('a text of several portions gives the places of one', () => {
    const repo = newRepo();
    const line = `const words = 'nothing to see here, move along';\n`;
    const many = line.repeat(Math.ceil((4 << 20) / line.length));
    repo.write('long.js', `${many}t = '${TOKEN}';\n${many}ünï = '${OTHER}';\n`);
    const count = many.length / line.length;
    expect(places(scan(repo, []))).toEqual([`long.js:${count + 1}`, `long.js:${2 * count + 2}`]);
  });

  test('behind a colour, and in UTF-16 that was appended: found past the first portion, too', () => {
    const repo = newRepo();
    const before = 'a line of a log\n'.repeat(300_000);
    repo.write('green.log', `${before}\x1b[32m${TOKEN}\x1b[0m\n`);
    repo.write('shell.log', Buffer.concat([Buffer.from(before), Buffer.from(`${OTHER}\r\n`, 'utf16le')]));
    repo.write('wide.log', Buffer.from(`\ufeff${before}${TOKEN}\r\n${before}`, 'utf16le'));
    expect(places(scan(repo, []))).toEqual(['green.log:300001', 'shell.log:300001', 'wide.log:300001']);
  });

  test('one endless line: the column counts on', () => {
    const repo = newRepo();
    const before = 'x = 1; '.repeat(700_000);
    repo.write('min.txt', `${before}t = '${TOKEN}'; ${'y = 2; '.repeat(900_000)}`);
    expect(scan(repo, []).findings).toMatchObject([{ line: 1, column: before.length + 6 }]);
  });
});

describe('threads and shards', () => {
  const wide = () => {
    const repo = newRepo();
    for (let i = 0; i < 900; i++)
      repo.write(
        `d${i % 30}/f${i}.js`,
        `// ${'words and more words '.repeat(60)}\nconst a${i} = '${i % 9 === 0 ? githubToken(i + 10) : i}';\n`,
      );
    return repo;
  };
  const essence = (told: Told) => told.findings.map((f) => `${f.path}:${f.line} ${f.rule} ${f.fingerprint}`);

  test('any number of threads gives the same findings', () => {
    const repo = wide();
    const one = scan(repo, ['--threads', '1']);
    expect(one.findings).toHaveLength(100);
    for (const threads of ['2', '3']) expect(essence(scan(repo, ['--threads', threads]))).toEqual(essence(one));
  });

  test('shards together give what one run gives, in the tree and in the history', () => {
    const repo = wide();
    commit(repo, {});
    repo.git('mv', 'd0/f0.js', 'd0/moved.js');
    commit(repo, { 'd1/f1.js': 'gone\n' });
    for (const mode of [[], ['--history']]) {
      const whole = scan(repo, mode);
      const parts = [1, 2, 3].map((i) => scan(repo, [...mode, '--shard', `${i}/3`]));
      expect(parts.flatMap(essence).sort()).toEqual(essence(whole).sort());
      // the history was read a moment ago, which need not be done again
      if (mode.length === 0) expect(parts.reduce((n, p) => n + p.scope.files, 0)).toBe(whole.scope.files);
    }
  });

  test.each([
    { name: 'GitLab', args: [], env: { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' }, like: '2/3' },
    { name: 'Kubernetes', args: ['--shard', 'auto/3'], env: { JOB_COMPLETION_INDEX: '0' }, like: '1/3' },
  ])('$name says which shard', ({ args, env, like }) => {
    const repo = newRepo();
    for (let i = 0; i < 12; i++) repo.write(`f${i}.js`, `t = '${githubToken(i + 1)}'\n`);
    expect(essence(scan(repo, args, '', env))).toEqual(essence(scan(repo, ['--shard', like])));
  });

  test.each([['0/3'], ['4/3'], ['x'], ['1/0'], ['auto/2']])('--shard %s is refused', (shard) => {
    expect(newRepo().run(['scan', '--shard', shard]).status).toBe(2);
  });
});

describe('stdin and diffs', () => {
  test('one text from stdin, under a name', () => {
    const told = scan(newRepo(), ['--stdin', '--name', 'src/x.js'], `\nt = '${TOKEN}'\n`);
    expect([told.status, places(told), told.scope.kind]).toEqual([1, ['src/x.js:2'], 'stdin']);
  });

  test('only added lines of a diff count, at their place in the new file', () => {
    const repo = newRepo();
    commit(repo, { 'a b.js': `keep = '${OTHER}'\nx\ny\n` });
    repo.write('a b.js', `keep = '${OTHER}'\nx\nt = '${TOKEN}'\n`);
    expect(places(scan(repo, ['--diff'], repo.git('diff')))).toEqual(['a b.js:3']);
    repo.write('c.patch', repo.git('diff', '-R'));
    expect(scan(repo, ['--diff', 'c.patch']).status).toBe(0);
  });

  test.each([
    { name: 'nothing', input: '', want: 0 },
    { name: 'no diff', input: 'hello\n', want: 2 },
    { name: 'cut off', input: '--- a/x\n+++ b/x\n@@ -1,2 +1,9 @@\n a\n+b\n', want: 2 },
  ])('$name → exit $want', ({ input, want }) => {
    expect(newRepo().run(['scan', '--diff'], {}, input).status).toBe(want);
  });
});

describe('baseline', () => {
  test('what an earlier report knows is allowed, what is new is not', () => {
    const repo = newRepo();
    commit(repo, { 'a.js': `t = '${TOKEN}'\n`, 'p.js': `const password = '${fake('alnum', 11, 4)}';\n` });
    repo.run(['scan', '--format', 'json', '--output', 'base.json']);
    repo.write('moved/a.js', `\n\nt   =   '${TOKEN}'\n`);
    expect(scan(repo, ['--baseline', 'base.json']).status).toBe(0);
    repo.write('new.js', `t = '${OTHER}'\n`);
    const told = scan(repo, ['--baseline', 'base.json']);
    expect([told.status, told.findings.filter((f) => f.verdict === 'block').map((f) => f.path)]).toEqual([
      1,
      ['new.js'],
    ]);
  });

  test('a baseline that is none: exit 2', () => {
    const repo = newRepo();
    repo.write('base.json', '{}');
    expect(repo.run(['scan', '--baseline', 'base.json']).status).toBe(2);
  });
});

describe('--since', () => {
  test('finds what came in past the hooks, also what was taken out again', () => {
    const repo = newRepo();
    commit(repo, { 'old.js': `t = '${OTHER}'\n` });
    repo.git('tag', 'base');
    commit(repo, { 'a.js': `t = '${TOKEN}'\n` });
    commit(repo, { 'a.js': 'gone\n', 'old.js': `// moved\nt = '${OTHER}'\n` });
    repo.git('mv', 'old.js', 'renamed.js');
    commit(repo, {});
    const told = scan(repo, ['--since', 'base']);
    expect([told.status, places(told), told.scope.kind]).toEqual([1, ['a.js:1'], 'diff']);
    expect(scan(repo, ['--since', 'HEAD']).status).toBe(0);
  });

  test.each([{ args: ['--since', 'base'] }, { args: ['--history'] }, { args: [] }])(
    'an index that git cannot read: said, the rest is scanned: $args',
    ({ args }) => {
      const repo = newRepo();
      repo.git('tag', 'base');
      commit(repo, { 'a.js': `t = '${TOKEN}'\n` });
      repo.write('.git/index', 'junk');
      const told = scan(repo, args);
      const said = told.failures.map(({ message }) => /^git [a-z-]+ failed .*the index is corrupt/.test(message));
      expect([told.status, new Set(said)]).toEqual([2, new Set([true])]);
      expect(places(told)).toEqual(args.length > 0 ? ['a.js:1'] : []);
    },
  );

  test('settings of the base that are not here: said', () => {
    const repo = newRepo();
    commit(repo, { '.secretguardrc': '{ "strict": true }\n' });
    repo.git('tag', 'base');
    commit(repo, { 'a.js': `t = '${TOKEN}'\n` });
    const oid = repo.git('rev-parse', 'base:.secretguardrc').trim();
    rmSync(join(repo.dir, '.git/objects', oid.slice(0, 2), oid.slice(2)));
    const told = scan(repo, ['--since', 'base']);
    expect([told.status, places(told)]).toEqual([2, ['a.js:1']]);
    expect(told.failures).toContainEqual({
      path: '.secretguardrc',
      message: expect.stringMatching(/could not be read/),
    });
  });

  test('changes in repositories inside are not looked at: said', () => {
    const repo = newRepo();
    commit(newRepo({ dir: join(repo.dir, 'sub') }), { 's.js': '1\n' });
    commit(repo, {});
    repo.write('sub/n.js', `t = '${TOKEN}'\n`);
    newRepo({ dir: join(repo.dir, 'ü') });
    const why = 'a repository of its own: what is not committed in it is not looked at';
    expect(scan(repo, ['--since', 'HEAD']).scope.skipped).toEqual([
      { path: 'sub', why },
      { path: 'ü', why },
    ]);
  });

  test('what is not committed yet counts, too', () => {
    const repo = newRepo();
    repo.write('new.js', `\n\nt = '${TOKEN}'\n`);
    expect(places(scan(repo, ['--since', 'HEAD']))).toEqual(['new.js:3']);
  });

  test('the head cannot allow itself anything; what it tried is listed', () => {
    const repo = newRepo();
    commit(repo, { 'old.js': '1\n' });
    repo.git('tag', 'base');
    commit(repo, {
      'a.js': `t = '${TOKEN}'\n`,
      '.secretguardrc': '{ "ignore": ["a.js"], "rules": { "disable": ["github-*"] } }',
    });
    const { fingerprint } = scan(repo, ['--since', 'base']).findings[0]!;
    commit(repo, { '.secretguardallow': `${JSON.stringify({ fingerprint, reason: 'because' })}\n` });
    const told = scan(repo, ['--since', 'base']);
    expect([told.status, places(told)]).toEqual([1, ['a.js:1']]);
    expect(told.violations.map((v) => v.kind)).toEqual(['loosened', 'loosened', 'loosened']);
    expect(scan(repo, ['--since', 'HEAD']).violations).toEqual([]);
  });

  test('the head may be stricter', () => {
    const repo = newRepo();
    commit(repo, { '.secretguardrc': '{ "ignore": ["a.js"] }' });
    repo.git('tag', 'base');
    commit(repo, { 'a.js': `t = '${TOKEN}'\n` });
    expect(scan(repo, ['--since', 'base']).status).toBe(1); // certain: no setting lets it pass
    commit(repo, { '.secretguardrc': '{ "ignore": [] }' });
    expect(scan(repo, ['--since', 'base']).status).toBe(1);
  });

  /** A clone of a repository with four commits on main, and one more on a branch that left after the second. */
  function cloned(...how: string[]): Repo {
    const far = newRepo();
    for (const n of [1, 2]) commit(far, { 'old.js': `t = '${OTHER}' // ${n}\n` });
    far.git('switch', '-q', '-c', 'side');
    commit(far, { 'a.js': `t = '${TOKEN}'\n` });
    far.git('switch', '-q', 'main');
    for (const n of [3, 4]) commit(far, { 'old.js': `t = '${OTHER}' // ${n}\n` });
    const clone = newRepo({ dir: join(scratch(), 'clone') });
    rmSync(clone.dir, { recursive: true });
    far.git('clone', '-q', '--branch', 'side', ...how, `file://${far.dir}`, clone.dir);
    return clone;
  }

  test.each<{ name: string; how: string[]; base: string; says: RegExp }>([
    { name: 'a name that is nowhere', how: [], base: 'nowhere', says: /there is no commit nowhere in this repository; .*git fetch origin --tags/ },
    { name: 'a branch by its name alone', how: [], base: 'main', says: /there is no commit main in this repository; origin\/main is there/ },
    { name: 'a branch that was not fetched', how: ['--single-branch'], base: 'origin/main', says: /git fetch origin main:refs\/remotes\/origin\/main$/m },
    { name: 'the same in a shallow clone', how: ['--depth', '1'], base: 'origin/main', says: /in this shallow clone; .*git fetch --unshallow origin \(in CI: fetch-depth: 0.*then git fetch origin main:/ },
    { name: 'a commit before the boundary', how: ['--depth', '1'], base: 'HEAD~1', says: /in this shallow clone; .*git fetch --unshallow origin/ },
    { name: 'an option', how: [], base: '--all', says: /wrong way|no commit/ },
    { name: 'a file', how: [], base: 'HEAD:a.js', says: /there is no commit HEAD:a\.js/ },
  ])('a base that is not there, and what to do: $name', ({ how, base, says }) => {
    const { status, out } = cloned(...how).run(['scan', `--since=${base}`]);
    expect([status, out]).toEqual([2, expect.stringMatching(says)]);
  }); // biome-ignore format: a table

  test.each<{ name: string; how: string[]; base: string; found: string[]; says: RegExp | undefined }>([
    { name: 'a whole clone', how: [], base: 'origin/main', found: ['a.js:1'], says: undefined },
    { name: 'deep enough', how: ['--depth', '3', '--no-single-branch'], base: 'origin/main', found: ['a.js:1'], says: /older commits are not here/ },
    { name: 'too shallow to know', how: ['--depth', '1', '--no-single-branch'], base: 'origin/main', found: ['a.js:1', 'old.js:1'], says: /everything counts as new\. To tell, git fetch --unshallow origin/ },
    { name: 'an abbreviated commit', how: [], base: 'origin/main~2^{commit}', found: ['a.js:1'], says: undefined },
  ])('a base that is there: $name', ({ how, base, found, says }) => {
    const repo = cloned(...how);
    const told = scan(repo, ['--since', base]);
    expect(places(told)).toEqual(found);
    const whys = told.scope.skipped.map(({ why }) => why);
    expect(whys).toEqual(says === undefined ? [] : [expect.stringMatching(says)]);
  }); // biome-ignore format: a table
});

describe('arguments', () => {
  test.each([
    [['--history', '--stdin']],
    [['--stdin', 'a.js']],
    [['--name', 'x']],
    [['--threads', '0']],
    [['--threads', 'many']],
    [['--max-file-size', 'huge']],
    [['--history', 'a', 'b']],
    [['--since', '--all']],
    [['--history', '--', '--all']],
  ])('%j is refused', (args) => {
    expect(newRepo().run(['scan', ...args]).status).toBe(2);
  });
});
