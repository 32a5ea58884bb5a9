import { add, addAll, blob, type Case, cacheInfo, commit, commitAll, runCases } from './cases.ts';

const NAMES = '.env\n.env.local\n.env.production\n';
const UNCOVERED = /a fresh clone would not ignore/;
const PACK = '{"name":"a"}\n';

runCases('index and work tree', [
  {
    name: 'an unstaged edit that covers',
    want: 1,
    says: UNCOVERED,
    initial: false,
    make: (repo) => [addAll({ '.gitignore': '.env\n', 'a.ts': 'x\n' })(repo), repo.write('.gitignore', NAMES)],
  },
  {
    name: 'an unstaged edit that uncovers',
    want: 0,
    make: (repo) => [add('a.ts', 'x\n')(repo), repo.write('.gitignore', '')],
  },
  {
    name: 'deleted in the work tree only',
    want: 0,
    make: (repo) => [add('a.ts', 'x\n')(repo), repo.git('rm', '-q', '--cached', 'a.ts'), add('a.ts', 'y\n')(repo)],
  },
  { name: 'its deletion staged', want: 1, says: UNCOVERED, make: (repo) => repo.git('rm', '-q', '.gitignore') },
  {
    name: 'its deletion staged, still in the work tree',
    want: 1,
    says: UNCOVERED,
    make: (repo) => repo.git('rm', '-q', '--cached', '.gitignore'),
  },
  { name: 'renamed away', want: 1, says: UNCOVERED, make: (repo) => repo.git('mv', '.gitignore', 'gitignore.txt') },
  {
    name: 'untracked',
    want: 1,
    says: UNCOVERED,
    initial: false,
    make: (repo) => [add('a.ts', 'x\n')(repo), repo.write('.gitignore', NAMES)],
  },
  {
    name: 'added with intent only',
    want: 1,
    says: UNCOVERED,
    initial: false,
    make: (repo) => [repo.write('.gitignore', NAMES), repo.git('add', '-N', '.gitignore'), add('a.ts', 'x\n')(repo)],
  },
  {
    name: 'a nested one with a taking back, added with intent only',
    want: 0,
    make: (repo) => [
      repo.write('p/.gitignore', '!.env\n'),
      repo.git('add', '-N', 'p/.gitignore'),
      add('p/package.json', PACK)(repo),
    ],
  },
  {
    name: 'a package.json added with intent only',
    want: 0,
    initial: false,
    make: (repo) => [
      add('.gitignore', '/.env*\n')(repo),
      repo.write('p/package.json', PACK),
      repo.git('add', '-N', 'p/package.json'),
    ],
  },
  {
    name: 'a symbolic link to a good file',
    want: 1,
    says: UNCOVERED,
    initial: false,
    make: (repo) => [
      add('ignore.txt', NAMES)(repo),
      repo.link('.gitignore', 'ignore.txt'),
      repo.git('add', '.gitignore'),
    ],
  },
  {
    name: 'a nested link to a taking back, which git does not follow',
    want: 0,
    make: (repo) => [
      addAll({ 'p/package.json': PACK, 'x.txt': '!.env\n' })(repo),
      repo.link('p/.gitignore', '../x.txt'),
      repo.git('add', 'p/.gitignore'),
    ],
  },
  {
    name: 'info/exclude covers',
    want: 1,
    says: UNCOVERED,
    initial: false,
    make: (repo) => [repo.write('.git/info/exclude', NAMES), add('a.ts', 'x\n')(repo)],
  },
  {
    name: 'info/exclude takes back',
    want: 0,
    make: (repo) => [repo.write('.git/info/exclude', '!.env\n'), add('a.ts', 'x\n')(repo)],
  },
  {
    name: 'a global file covers',
    want: 1,
    says: UNCOVERED,
    initial: false,
    make: (repo) => [
      repo.write('.git/global', NAMES),
      repo.git('config', 'core.excludesFile', `${repo.dir}/.git/global`),
      add('a.ts', 'x\n')(repo),
    ],
  },
  {
    name: 'a file of the home folder covers',
    want: 1,
    says: UNCOVERED,
    initial: false,
    make: (repo) => [
      repo.write('home/git/ignore', NAMES),
      add('a.ts', 'x\n')(repo),
      { XDG_CONFIG_HOME: `${repo.dir}/home`, HOME: `${repo.dir}/home` },
    ],
  },
  {
    name: 'core.ignoreCase with a name in capitals',
    want: 1,
    says: UNCOVERED,
    initial: false,
    make: (repo) => [
      repo.git('config', 'core.ignoreCase', 'true'),
      addAll({ '.gitignore': NAMES.toUpperCase() })(repo),
    ],
  },
  {
    name: 'a sparse checkout without the folder',
    want: 1,
    says: UNCOVERED,
    make: (repo) => {
      commitAll(repo, { 'p/package.json': PACK, 'p/.gitignore': '!.env\n', 'in/a.ts': 'x\n' });
      repo.git('sparse-checkout', 'set', 'in');
      add('in/a.ts', 'y\n')(repo);
    },
  },
  {
    name: 'a sparse index without the folder',
    want: 1,
    says: UNCOVERED,
    make: (repo) => {
      commitAll(repo, { 'p/package.json': PACK, 'p/.gitignore': '!.env\n', 'in/a.ts': 'x\n' });
      repo.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
      add('in/a.ts', 'y\n')(repo);
    },
  },
  {
    name: 'only in the index',
    want: 0,
    initial: false,
    make: (repo) => [cacheInfo(repo, '100644', blob(repo, NAMES), '.gitignore'), add('a.ts', 'x\n')(repo)],
  },
  { name: 'the first commit, empty', want: 1, says: UNCOVERED, initial: false, make: () => {} },
  { name: 'an empty commit of a good index', want: 0, make: () => {} },
  {
    name: 'an empty commit of a bad index',
    want: 1,
    says: UNCOVERED,
    make: (repo) => commit(repo, '.gitignore', '.env\n'),
  },
  {
    name: 'a package below a submodule of the same name',
    want: 0,
    make: (repo) => [cacheInfo(repo, '160000', repo.git('rev-parse', 'HEAD').trim(), 'sub'), add('a.ts', 'x\n')(repo)],
  },
  ...['GIT_LITERAL_PATHSPECS', 'GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS'].flatMap(
    (name): Case[] => [
      {
        name: `${name} and a package not covered`,
        want: 1,
        says: UNCOVERED,
        initial: false,
        make: (repo) => [addAll({ '.gitignore': '/.env*\n', 'p/package.json': PACK })(repo), { [name]: '1' }],
      },
      {
        name: `${name} and a package covered by a pattern`,
        want: 0,
        initial: false,
        make: (repo) => [addAll({ '.gitignore': '.[e]nv*\n', 'p/package.json': PACK })(repo), { [name]: '1' }],
      },
    ],
  ),
]);
