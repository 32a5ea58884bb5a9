import { addAll, type Case, runCases } from './cases.ts';

const NAMES = '.env\n.env.local\n.env.production\n';
const UNCOVERED = /a fresh clone would not ignore/;

/** A repository whose only commit-to-be holds these files. */
const fresh = (name: string, want: 0 | 1, files: Readonly<Record<string, string | Uint8Array>>): Case => ({
  name,
  want,
  initial: false,
  make: addAll(files),
  ...(want === 1 ? { says: UNCOVERED } : {}),
});

/** Root ignore files and what they are worth. */
const ROOT: readonly (readonly [name: string, want: 0 | 1, content: string])[] = [
  ['the three names', 0, NAMES],
  ['in another order', 0, '.env.production\n.env\n.env.local\n'],
  ['without a last line end', 0, NAMES.trimEnd()],
  ['CRLF', 0, NAMES.replaceAll('\n', '\r\n')],
  ['CR only', 1, NAMES.replaceAll('\n', '\r')],
  ['a byte order mark', 0, `\ufeff${NAMES}`],
  ['a byte order mark before a negation', 0, `\ufeff!.env\n${NAMES}`],
  ['UTF-16', 1, `\ufeff${NAMES}`.replaceAll(/[\s\S]/g, '$&\0')],
  ['trailing spaces, which git drops', 0, '.env  \n.env.local \n.env.production\n'],
  ['an escaped trailing space', 1, '.env\\ \n.env.local\n.env.production\n'],
  ['a trailing tab, which git keeps', 1, '.env\t\n.env.local\n.env.production\n'],
  ['leading spaces', 1, ' .env\n.env.local\n.env.production\n'],
  ['commented out', 1, '#.env\n.env.local\n.env.production\n'],
  ['a comment behind a name', 1, '.env # secrets\n.env.local\n.env.production\n'],
  ['escaped letters', 0, '\\.env\n\\.env.local\n\\.env\\.production\n'],
  ['escaped wrongly', 1, '.env\\\n.env.local\n.env.production\n'],
  ['a star', 0, '.env*\n'],
  ['a star behind a dot', 1, '.env.*\n'],
  ['name and star', 0, '.env\n.env.*\n'],
  ['a question mark', 1, '.en?\n'],
  ['question marks for all', 0, '.en?\n.en?.local\n.en?.production\n'],
  ['brackets', 0, '.[e]nv\n.[e]nv.[lp]*\n'],
  ['negated brackets', 0, '.[!a]nv\n.[^a]nv.*\n'],
  ['broken brackets', 1, '.[env\n.env.*\n'],
  ['rooted', 0, '/.env\n/.env.local\n/.env.production\n'],
  ['with two stars', 0, '**/.env\n**/.env.*\n'],
  ['two stars behind', 1, '.env/**\n.env.local\n.env.production\n'],
  ['folders only', 1, '.env/\n.env.local/\n.env.production/\n'],
  ['one for folders only', 1, '.env\n.env.local/\n.env.production\n'],
  ['everything', 0, '*\n!.gitignore\n!package.json\n!src/\n'],
  ['everything but dot files', 1, '*\n!.*\n'],
  ['all dot files', 0, '.*\n!.gitignore\n'],
  ['one missing', 1, '.env\n.env.local\n'],
  ['only .env', 1, '.env\n'],
  ['*.local and the rest', 0, '*.local\n.env\n.env.production\n'],
  ['*.local', 1, '*.local\n'],
  ['*.env, which is something else', 0, '*.env\n.env.*\n'],
  ['env without a dot', 1, 'env\nenv.local\nenv.production\n'],
  ['in capitals', 1, NAMES.toUpperCase()],
  ['taken back', 1, `${NAMES}!.env\n`],
  ['taken back by a pattern', 1, `${NAMES}!.env*\n`],
  ['taken back by everything', 1, `${NAMES}!*\n`],
  ['taken back in the root only', 1, `${NAMES}!/.env.production\n`],
  ['taken back and put in again', 0, `!.env\n${NAMES}!.env.local\n.env.local\n`],
  ['taken back elsewhere', 0, `${NAMES}!docs/.env\n`],
  ['taken back as a folder', 0, `${NAMES}!.env/\n`],
  ['examples taken back', 0, '.env*\n!.env.example\n!.env.sample\n'],
  ['an escaped exclamation mark', 0, `${NAMES}\\!.env\n`],
  ['an exclamation mark with a space', 0, `${NAMES}! .env\n`],
  ['an empty file', 1, ''],
  ['only comments', 1, '# nothing\n\n'],
  ['a line with a NUL byte', 0, `.env\0x\n${NAMES}`],
  ['a taking back behind a NUL byte', 1, `${NAMES}!.env\0\n`],
  ['a very long line', 0, `${'x'.repeat(20_000)}\n${NAMES}`],
  ['names on one line', 1, '.env .env.local .env.production\n'],
  ['names with commas', 1, '.env, .env.local, .env.production\n'],
  ['a dot slash', 1, './.env\n./.env.local\n./.env.production\n'],
  ['a slash in the middle', 1, 'x/.env\nx/.env.local\nx/.env.production\n'],
];

runCases(
  'root .gitignore',
  ROOT.map(([name, want, content]) => fresh(name, want, { '.gitignore': content, 'a.ts': 'x\n' })),
);

const PACK = '{"name":"a"}\n';

runCases('packages', [
  fresh('no .gitignore at all', 1, { 'a.ts': 'x\n' }),
  fresh('only in a folder', 1, { 'a/.gitignore': NAMES, 'a/x.ts': 'x\n' }),
  fresh('a package covered from the root', 0, { '.gitignore': NAMES, 'p/package.json': PACK }),
  fresh('a package not covered by rooted names', 1, {
    '.gitignore': '/.env\n/.env.local\n/.env.production\n',
    'p/package.json': PACK,
  }),
  fresh('a folder without package.json', 0, {
    '.gitignore': '/.env\n/.env.local\n/.env.production\n',
    'p/x.ts': 'x\n',
  }),
  fresh('a package with its own', 0, {
    '.gitignore': '/.env\n/.env.local\n/.env.production\n',
    'p/.gitignore': NAMES,
    'p/package.json': PACK,
  }),
  fresh('a package that takes one back', 1, { '.gitignore': NAMES, 'p/.gitignore': '!.env\n', 'p/package.json': PACK }),
  fresh('a package that takes one back behind a mark', 1, {
    '.gitignore': NAMES,
    'p/.gitignore': '\ufeff!.env\n',
    'p/package.json': PACK,
  }),
  fresh('a folder without package that takes one back', 0, {
    '.gitignore': NAMES,
    'd/.gitignore': '!.env\n',
    'd/x.ts': 'x\n',
  }),
  fresh('a deeper folder takes one back for a package below', 1, {
    '.gitignore': NAMES,
    'd/.gitignore': '!.env.local\n',
    'd/e/f/package.json': PACK,
  }),
  fresh('taken back above, put in again below', 0, {
    '.gitignore': NAMES,
    'd/.gitignore': '!.env.local\n',
    'd/e/.gitignore': '.env*\n',
    'd/e/package.json': PACK,
  }),
  fresh('workspaces named, one uncovered', 1, {
    '.gitignore': '/.env\n/.env.local\n/.env.production\n/packages/a/.env*\n',
    'package.json': '{"workspaces":["packages/*"]}',
    'packages/a/package.json': PACK,
    'packages/b/package.json': PACK,
  }),
  fresh('two stars between', 0, { '.gitignore': '/.env*\npackages/**/.env*\n', 'packages/a/b/package.json': PACK }),
  fresh('one star between', 1, { '.gitignore': '/.env*\npackages/*/.env*\n', 'packages/a/b/package.json': PACK }),
  fresh('a package in an ignored folder', 0, { '.gitignore': '/.env*\n/vendor/\n', 'vendor/a/package.json': PACK }),
  fresh('package.json under node_modules', 0, {
    '.gitignore': '/.env\n/.env.local\n/.env.production\n',
    'node_modules/x/package.json': PACK,
    'p/node_modules/y/package.json': PACK,
  }),
  fresh('a folder that only sounds like node_modules', 1, {
    '.gitignore': '/.env\n/.env.local\n/.env.production\n',
    'my_node_modules/x/package.json': PACK,
  }),
  fresh('a file that only ends like package.json', 0, {
    '.gitignore': '/.env\n/.env.local\n/.env.production\n',
    'p/my-package.json': PACK,
  }),
  fresh('a folder named package.json', 0, {
    '.gitignore': '/.env\n/.env.local\n/.env.production\n',
    'p/package.json/x': PACK,
  }),
  fresh('a folder named .gitignore', 1, { '.gitignore/x': NAMES }),
  ...[
    'a b',
    '-p',
    '*',
    '[x]',
    'ü',
    'a\\b',
    '"q"',
    "it's",
    ':(top)',
    'a\nb',
    '!p',
    '#p',
    'tab\there',
    '.hidden',
    '…',
    'p.',
  ].flatMap((folder) => [
    fresh(`a package in ${JSON.stringify(folder)}, covered`, 0, {
      '.gitignore': '/.env*\n',
      [`${folder}/.gitignore`]: NAMES,
      [`${folder}/package.json`]: PACK,
    }),
    fresh(`a package in ${JSON.stringify(folder)}, not covered`, 1, {
      '.gitignore': '/.env*\n',
      [`${folder}/package.json`]: PACK,
    }),
  ]),
]);
