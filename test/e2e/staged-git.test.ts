import { expect, test } from '@jest/globals';
import { newRepo, type Repo } from '../repo.ts';
import { add, type Case, commit, LEAK, runCases, TOKEN } from './cases.ts';

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
      make: (repo) => [add('a.ts', LEAK)(repo), env],
    }),
  ),
];

runCases('settings of git', CONFIGS);

/** Variables that git or the shell know, one repository for all of them. */
const VARIABLES: readonly (readonly [name: string, value: string])[] = [
  ...['GIT_INTERNAL_SUPER_PREFIX', 'GIT_PREFIX', 'GIT_NAMESPACE', 'GIT_DEFAULT_HASH', 'GIT_SHALLOW_FILE'].map(
    (n) => [n, 'x'] as const,
  ),
  ...[
    'GIT_GRAFT_FILE',
    'GIT_REPLACE_REF_BASE',
    'GIT_TEMPLATE_DIR',
    'GIT_CONFIG',
    'GIT_CONFIG_SYSTEM',
    'GIT_EXEC_NOPE',
  ].map((n) => [n, '/nonexistent'] as const),
  ...[
    'GIT_TRACE',
    'GIT_TRACE_SETUP',
    'GIT_TRACE2',
    'GIT_TRACE2_EVENT',
    'GIT_TRACE_PERFORMANCE',
    'GIT_TRACE_PACK_ACCESS',
  ].map((n) => [n, '1'] as const),
  ...['GIT_OPTIONAL_LOCKS', 'GIT_NO_REPLACE_OBJECTS', 'GIT_FLUSH', 'GIT_ATTR_NOSYSTEM', 'GIT_NO_LAZY_FETCH'].map(
    (n) => [n, '0'] as const,
  ),
  ...[
    'GIT_PRINT_SHA1_ELLIPSIS',
    'GIT_INDEX_VERSION',
    'GIT_FORCE_THREADS',
    'GIT_TEST_SPLIT_INDEX',
    'GIT_TEST_PRELOAD_INDEX',
  ].map((n) => [n, '1'] as const),
  ...['GIT_CEILING_DIRECTORIES', 'GIT_TEXTDOMAINDIR', 'HOME', 'XDG_CONFIG_HOME', 'BASH_ENV', 'ENV', 'CDPATH'].map(
    (n) => [n, '/nonexistent'] as const,
  ),
  ...[
    'IFS',
    'cli',
    'status',
    'tab',
    'list',
    'diff',
    'd',
    'l',
    'c',
    'POSIXLY_CORRECT',
    'GREP_OPTIONS',
    'PS4',
    'FORCE_COLOR',
  ].map((n) => [n, '0'] as const),
  ['LANG', 'de_DE.UTF-8'],
  ['TERM', 'dumb'],
  ['COLUMNS', '10'],
  ['NODE_ENV', 'production'],
  ['GITHUB_ACTIONS', 'true'],
];

test('no variable of the environment hides a key or invents one', () => {
  const [leaky, clean] = [newRepo(), newRepo()];
  add('a.ts', LEAK)(leaky);
  add('a.ts', 'x\n')(clean);
  for (const [name, value] of VARIABLES) {
    const [bad, good] = [leaky.hook('pre-commit', { [name]: value }), clean.hook('pre-commit', { [name]: value })];
    expect([name, bad.status, good.status, bad.out.includes(TOKEN)]).toEqual([name, 1, 0, false]);
    expect(bad.out).toMatch(/BLOCKED/);
  }
});
