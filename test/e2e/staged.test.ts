import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newRepo, type Repo } from '../repo.ts';
import { githubToken } from '../tokens.ts';

const TOKEN = githubToken();
const LEAK = `const t = "${TOKEN}";\n`;

interface Case {
  readonly name: string;
  readonly want: 0 | 1;
  /** Leaves the index as it is to be checked; what it returns goes into the hook's environment. */
  readonly make: (repo: Repo) => NodeJS.ProcessEnv | undefined | undefined;
  readonly initial?: boolean;
  readonly init?: readonly string[];
}

const add = (path: string, content: string | Uint8Array) => (repo: Repo) => {
  repo.write(path, content);
  repo.git('--literal-pathspecs', 'add', '-f', '--', path);
};

const commit = (repo: Repo, path: string, content: string | Uint8Array, message = 'm') => {
  add(path, content)(repo);
  repo.git('commit', '-q', '-m', message);
};

const withConfig =
  (key: string, value: string, path = 'a.ts', content: string = LEAK) =>
  (repo: Repo) => {
    repo.git('config', key, value);
    add(path, content)(repo);
  };

const withAttributes = (line: string) => (repo: Repo) => {
  commit(repo, '.gitattributes', `${line}\n`);
  add('a.ts', LEAK)(repo);
};

const utf16 = (text: string, big = false, mark = true) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

const CONTENT: Case[] = [
  { name: 'nothing staged', want: 0, make: () => {} },
  { name: 'a clean file', want: 0, make: add('a.ts', 'export const a = 1;\n') },
  { name: 'a key', want: 1, make: add('a.ts', LEAK) },
  { name: 'a key without a line end', want: 1, make: add('a.ts', LEAK.trim()) },
  { name: 'CRLF', want: 1, make: add('a.ts', `a\r\n${LEAK.trim()}\r\n`) },
  { name: 'CR only', want: 1, make: add('a.ts', `a\r${LEAK.trim()}\rb`) },
  { name: 'one NUL byte', want: 1, make: add('a.ts', `\0\n${LEAK}`) },
  { name: 'UTF-16 with mark, little end first', want: 1, make: add('a.ts', utf16(LEAK)) },
  { name: 'UTF-16 with mark, big end first', want: 1, make: add('a.ts', utf16(LEAK, true)) },
  { name: 'UTF-16 without mark', want: 1, make: add('a.ts', utf16(LEAK, false, false)) },
  { name: 'UTF-16 without mark, big end first', want: 1, make: add('a.ts', utf16(LEAK, true, false)) },
  { name: 'UTF-16, clean', want: 0, make: add('a.ts', utf16('hello world, nothing here\n')) },
  { name: 'Latin-1', want: 1, make: add('a.ts', Buffer.from(`// caf\xe9\n${LEAK}`, 'latin1')) },
  { name: 'a line of megabytes', want: 1, make: add('a.js', `${'x=1;'.repeat(1_000_000)}${LEAK}`) },
  { name: 'a blob of 20 MB', want: 1, make: add('a.txt', `${'just some text on a line\n'.repeat(840_000)}${LEAK}`) },
  {
    name: 'content that looks like a diff header',
    want: 1,
    make: add('a.txt', `--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+${LEAK}`),
  },
  { name: 'lines that start with plus and minus', want: 1, make: add('a.txt', `++${LEAK}--x\n`) },
  {
    name: 'content that looks like our frames',
    want: 1,
    make: add('a.txt', `end 0 0 0\n.\nsecretguard-index 1\n${LEAK}`),
  },
  { name: 'in a lock file', want: 1, make: add('package-lock.json', `{"a":"${TOKEN}"}\n`) },
  { name: 'in an SVG', want: 1, make: add('a.svg', `<svg><!-- ${TOKEN} --></svg>\n`) },
  { name: 'in a minified file', want: 1, make: add('a.min.js', `var a=1,b="${TOKEN}",c=2`) },
  { name: 'in base64', want: 1, make: add('a.txt', `x: ${Buffer.from(LEAK).toString('base64')}\n`) },
  {
    name: 'in a binary file',
    want: 1,
    make: add('a.bin', Buffer.concat([Buffer.alloc(500, 1), Buffer.from(TOKEN), Buffer.alloc(500, 2)])),
  },
];

const NAMES: Case[] = [
  ...[
    'a b.ts',
    'a\nb.ts',
    'a"b.ts',
    'a\tb.ts',
    "a'b.ts",
    '-a.ts',
    '--cached',
    '*.ts',
    'a[1].ts',
    ':(glob)a',
    ':!a',
    'ä.ts',
    'a\\b.ts',
    '\u{1F511}.ts',
    '.',
    'b/c d/e',
  ]
    .filter((n) => n !== '.')
    .map((path): Case => ({ name: `a file named ${JSON.stringify(path)}`, want: 1, make: add(path, LEAK) })),
  { name: 'a clean file with newline and quote in its name', want: 0, make: add('a\n"b.ts', 'x\n') },
  {
    name: 'a name that is not UTF-8',
    want: 1,
    make: (repo) => {
      writeFileSync(Buffer.concat([Buffer.from(`${repo.dir}/`), Buffer.from([0x66, 0xff, 0x2e, 0x74])]), LEAK);
      repo.git('add', '-A');
    },
  },
  { name: 'a token as the name', want: 1, make: add(`keys/${TOKEN}.txt`, 'x\n') },
  {
    name: 'a token as the new name of a rename',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.txt', 'one\ntwo\nthree\n');
      repo.git('mv', 'a.txt', `${TOKEN}.txt`);
    },
  },
];

const CHANGES: Case[] = [
  {
    name: 'only in the work tree',
    want: 0,
    make: (repo) => {
      add('a.ts', 'clean\n')(repo);
      repo.write('a.ts', LEAK);
    },
  },
  {
    name: 'only in the index',
    want: 1,
    make: (repo) => {
      add('a.ts', LEAK)(repo);
      repo.write('a.ts', 'clean\n');
    },
  },
  {
    name: 'in the index, gone from the work tree',
    want: 1,
    make: (repo) => {
      add('a.ts', LEAK)(repo);
      rmSync(join(repo.dir, 'a.ts'));
    },
  },
  {
    name: 'another line of a file that has one already',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', `${LEAK}one\n`);
      add('a.ts', `${LEAK}one\ntwo\n`)(repo);
    },
  },
  {
    name: 'a line added to a file that has another one already',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', `${LEAK}one\n`);
      add('a.ts', `${LEAK}one\nconst u = "${githubToken(2)}";\n`)(repo);
    },
  },
  {
    name: 'removed',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', `${LEAK}one\n`);
      add('a.ts', 'one\n')(repo);
    },
  },
  {
    name: 'the whole file removed',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', LEAK);
      repo.git('rm', '-q', 'a.ts');
    },
  },
  {
    name: 'renamed with its old key',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', LEAK);
      repo.git('mv', 'a.ts', 'b.ts');
    },
  },
  {
    name: 'renamed and a key added',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', 'one\ntwo\nthree\nfour\nfive\nsix\n');
      repo.git('mv', 'a.ts', 'b.ts');
      add('b.ts', `one\ntwo\nthree\nfour\nfive\nsix\n${LEAK}`)(repo);
    },
  },
  {
    name: 'copied, which adds it a second time',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', LEAK);
      add('b.ts', LEAK)(repo);
    },
  },
  {
    name: 'made executable',
    want: 0,
    make: (repo) => {
      commit(repo, 'a.ts', LEAK);
      repo.git('update-index', '--chmod=+x', 'a.ts');
    },
  },
  {
    name: 'the target of a symbolic link',
    want: 1,
    make: (repo) => (repo.link('a', TOKEN), repo.git('add', 'a'), undefined),
  },
  {
    name: 'a link that became a file',
    want: 1,
    make: (repo) => {
      repo.link('a', 'nowhere');
      repo.git('add', 'a');
      repo.git('commit', '-q', '-m', 'm');
      rmSync(join(repo.dir, 'a'));
      add('a', LEAK)(repo);
    },
  },
  {
    name: 'a file that became a link',
    want: 1,
    make: (repo) => {
      commit(repo, 'a', 'x\n');
      rmSync(join(repo.dir, 'a'));
      repo.link('a', TOKEN);
      repo.git('add', 'a');
    },
  },
  {
    name: 'added with intent only',
    want: 0,
    make: (repo) => (repo.write('a.ts', LEAK), repo.git('add', '-N', 'a.ts'), undefined),
  },
  {
    name: 'a key of several lines, only some of them new',
    want: 1,
    make: (repo) => {
      const body = (n: number) =>
        Array.from({ length: 20 }, (_, i) =>
          Buffer.from(githubToken(n + i) + githubToken(n + 99))
            .toString('base64')
            .slice(0, 64),
        );
      const pem = (lines: string[]) =>
        `-----BEGIN ${'RSA PRIVATE'} KEY-----\n${lines.join('\n')}\n-----END ${'RSA PRIVATE'} KEY-----\n`;
      commit(repo, 'k.pem', pem(body(3).slice(0, 10)));
      add('k.pem', pem(body(3)))(repo);
    },
  },
  {
    name: 'assume-unchanged',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', 'x\n');
      add('a.ts', LEAK)(repo);
      repo.git('update-index', '--assume-unchanged', 'a.ts');
    },
  },
  {
    name: 'a blob that only the index has',
    want: 1,
    make: (repo) => {
      const oid = spawnSync('git', ['hash-object', '-w', '--stdin'], {
        cwd: repo.dir,
        input: LEAK,
        encoding: 'utf8',
      }).stdout.trim();
      repo.git('update-index', '--add', '--cacheinfo', `100644,${oid},x/y.ts`);
    },
  },
];

const STATES: Case[] = [
  {
    name: 'the first commit',
    want: 1,
    initial: false,
    make: (repo) => (add('.gitignore', '.env\n.env.local\n.env.production\n')(repo), add('a.ts', LEAK)(repo)),
  },
  {
    name: 'the first commit, clean',
    want: 0,
    initial: false,
    make: (repo) => (add('.gitignore', '.env\n.env.local\n.env.production\n')(repo), add('a.ts', 'x\n')(repo)),
  },
  { name: 'SHA-256', want: 1, init: ['--object-format=sha256'], make: add('a.ts', LEAK) },
  { name: 'SHA-256, clean', want: 0, init: ['--object-format=sha256'], make: add('a.ts', 'x\n') },
  {
    name: 'a split index',
    want: 1,
    make: (repo) => (repo.git('update-index', '--split-index'), add('a.ts', LEAK)(repo)),
  },
  {
    name: 'a replaced object',
    want: 1,
    make: (repo) => {
      add('a.ts', LEAK)(repo);
      const hash = (text: string) =>
        spawnSync('git', ['hash-object', '-w', '--stdin'], {
          cwd: repo.dir,
          input: text,
          encoding: 'utf8',
        }).stdout.trim();
      repo.git('replace', hash(LEAK), hash('clean\n'));
    },
  },
  {
    name: 'a merge that brings in an old key of the other side',
    want: 0,
    make: (repo) => {
      repo.git('checkout', '-q', '-b', 'side');
      commit(repo, 'side.ts', LEAK);
      repo.git('checkout', '-q', 'main');
      commit(repo, 'main.ts', 'x\n');
      repo.git('merge', '-q', '--no-commit', '--no-ff', 'side');
    },
  },
  {
    name: 'a merge whose resolution adds a key',
    want: 1,
    make: (repo) => {
      commit(repo, 'a.ts', 'base\n');
      repo.git('checkout', '-q', '-b', 'side');
      commit(repo, 'a.ts', 'side\n');
      repo.git('checkout', '-q', 'main');
      commit(repo, 'a.ts', 'main\n');
      repo.tryGit(['merge', 'side']);
      add('a.ts', `main\nside\n${LEAK}`)(repo);
    },
  },
  {
    name: 'a cherry-pick without commit',
    want: 1,
    make: (repo) => {
      repo.git('checkout', '-q', '-b', 'side');
      commit(repo, 'side.ts', LEAK);
      repo.git('checkout', '-q', 'main');
      repo.git('cherry-pick', '-n', 'side');
    },
  },
  {
    name: 'a submodule beside a clean file',
    want: 0,
    make: (repo) => {
      const head = repo.git('rev-parse', 'HEAD').trim();
      repo.git('update-index', '--add', '--cacheinfo', `160000,${head},sub`);
      add('a.ts', 'x\n')(repo);
    },
  },
  {
    name: 'a submodule beside a key',
    want: 1,
    make: (repo) => {
      const head = repo.git('rev-parse', 'HEAD').trim();
      repo.git('update-index', '--add', '--cacheinfo', `160000,${head},sub`);
      add('z.ts', LEAK)(repo);
    },
  },
  {
    name: 'a sparse checkout',
    want: 1,
    make: (repo) => {
      commit(repo, 'in/a.ts', 'x\n');
      commit(repo, 'out/b.ts', 'x\n');
      repo.git('sparse-checkout', 'set', 'in');
      add('in/a.ts', LEAK)(repo);
    },
  },
];

const CONFIGS: Case[] = [
  ...(
    [
      ['color.ui', 'always'],
      ['color.diff', 'always'],
      ['diff.noprefix', 'true'],
      ['diff.mnemonicPrefix', 'true'],
      ['diff.external', '/bin/true'],
      ['diff.renames', 'false'],
      ['diff.renameLimit', '0'],
      ['diff.algorithm', 'patience'],
      ['diff.orderFile', '/nonexistent'],
      ['diff.relative', 'true'],
      ['diff.context', '0'],
      ['diff.suppressBlankEmpty', 'true'],
      ['diff.submodule', 'log'],
      ['diff.ignoreSubmodules', 'all'],
      ['diff.wsErrorHighlight', 'all'],
      ['diff.indentHeuristic', 'false'],
      ['core.quotePath', 'false'],
      ['core.abbrev', '4'],
      ['core.ignoreCase', 'true'],
      ['core.bigFileThreshold', '1'],
      ['core.pager', '/bin/false'],
      ['core.autocrlf', 'input'],
      ['core.precomposeUnicode', 'true'],
      ['core.untrackedCache', 'true'],
      ['core.excludesFile', '/nonexistent'],
      ['status.relativePaths', 'false'],
      ['pager.diff', '/bin/false'],
      ['alias.diff', '!false'],
    ] as const
  ).map(([key, value]): Case => ({ name: `${key}=${value}`, want: 1, make: withConfig(key, value) })),
  ...['* -diff', '* binary', '* -text', 'a.ts diff=hide', '* filter=none', '* export-ignore', 'a.ts -diff -merge'].map(
    (line): Case => ({ name: `attribute ${line}`, want: 1, make: withAttributes(line) }),
  ),
  {
    name: 'a textconv driver',
    want: 1,
    make: (repo) => {
      repo.git('config', 'diff.hide.textconv', 'true');
      withAttributes('* diff=hide')(repo);
    },
  },
  {
    name: 'a driver with a broken pattern',
    want: 1,
    make: (repo) => {
      repo.git('config', 'diff.hide.xfuncname', '(');
      withAttributes('* diff=hide')(repo);
    },
  },
  ...(
    [
      { GIT_EXTERNAL_DIFF: '/bin/true' },
      { GIT_DIFF_OPTS: '--unified=0' },
      { GIT_LITERAL_PATHSPECS: '1' },
      { GIT_GLOB_PATHSPECS: '1' },
      { GIT_NOGLOB_PATHSPECS: '1' },
      { GIT_ICASE_PATHSPECS: '1' },
      { GIT_PAGER: '/bin/false' },
      { GIT_TRACE: '1' },
      { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'diff.noprefix', GIT_CONFIG_VALUE_0: 'true' },
      { GIT_CONFIG_PARAMETERS: "'color.ui=always'" },
      { LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' },
      { LESS: '-X', PAGER: '/bin/false' },
      { NODE_OPTIONS: '' },
      { CDPATH: '/', ENV: '/nonexistent' },
    ] as NodeJS.ProcessEnv[]
  ).map(
    (env): Case => ({
      name: `environment ${Object.keys(env).join(', ')}`,
      want: 1,
      make: (repo) => (add('a.ts', LEAK)(repo), env),
    }),
  ),
];

describe.each([
  ['content', CONTENT],
  ['names', NAMES],
  ['changes', CHANGES],
  ['states', STATES],
  ['settings of git', CONFIGS],
])('the hook, %s', (_, cases) => {
  test.each(cases)('$name → exit $want', ({ make, want, initial, init }) => {
    const repo = newRepo({ ...(initial === undefined ? {} : { initial }), ...(init === undefined ? {} : { init }) });
    const env = make(repo) ?? {};
    const done = repo.hook('pre-commit', env as NodeJS.ProcessEnv);
    expect({
      exit: done.status,
      tells: done.out.includes(TOKEN) ? 'the secret' : 'nothing',
      out: want === done.status ? '' : done.out,
    }).toEqual({ exit: want, tells: 'nothing', out: '' });
    if (want === 1) expect(done.out).not.toMatch(/could not check/);
  });
});

test('a check by hand says the same as the hook', () => {
  const repo = newRepo();
  add('a.ts', LEAK)(repo);
  add('b/c.ts', 'x\n')(repo);
  const report = JSON.parse(repo.run(['check', '--format', 'json', '--cwd', 'b']).out);
  expect(
    report.findings.map((f: { path: string; line: number; column: number; verdict: string; confidence: string }) => [
      f.path,
      f.line,
      f.column,
      f.verdict,
      f.confidence,
    ]),
  ).toEqual([['a.ts', 1, 12, 'block', 'certain']]);
});

test('an unreadable git is exit 2, and blocks', () => {
  const repo = newRepo();
  add('a.ts', 'x\n')(repo);
  writeFileSync(join(repo.dir, '.git/index'), 'DIRC nonsense');
  const done = repo.hook();
  expect([done.status, /could not check what is staged \(exit 2\)/.test(done.out)]).toEqual([1, true]);
});

test('no secretguard on the PATH blocks, with a hint', () => {
  const repo = newRepo();
  add('a.ts', 'x\n')(repo);
  const done = repo.hook('pre-commit', { PATH: '/usr/bin:/bin' });
  expect([done.status, /npm install/.test(done.out)]).toEqual([1, true]);
});

test('a scanner that dies blocks', () => {
  const repo = newRepo();
  add('a.ts', 'x\n')(repo);
  repo.write('bin/secretguard', '#!/bin/sh\nkill -9 $$\n');
  chmodSync(join(repo.dir, 'bin/secretguard'), 0o755);
  expect(repo.hook('pre-commit', { PATH: `${repo.dir}/bin:/usr/bin:/bin` }).status).toBe(1);
});
