import type { Repo } from '../repo.ts';
import { add, type Case, commit, LEAK, runCases } from './cases.ts';

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
