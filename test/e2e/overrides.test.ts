import { describe, expect, test } from '@jest/globals';
import { newRepo, type Repo } from '../repo.ts';
import { githubToken } from '../tokens.ts';
import { add, addAll, commit, LEAK, TOKEN } from './cases.ts';

const REASON = 'a made-up key for the tests';

/** The fingerprint of what blocks now. */
function fingerprintOf(repo: Repo): string {
  const report = JSON.parse(repo.run(['check', '--format', 'json']).out);
  const all = [...report.findings, ...report.violations] as { verdict: string; fingerprint: string }[];
  return all.find((one) => one.verdict === 'block')?.fingerprint ?? 'sg1:none';
}

const entry = (fingerprint: string, more: object = {}) =>
  `${JSON.stringify({ fingerprint, reason: REASON, ...more })}\n`;

interface Row {
  readonly name: string;
  readonly want: 0 | 1;
  readonly make: (repo: Repo) => unknown;
  readonly says?: RegExp;
}

/** `a.ts` holds a key that blocks; what does an allowlist make of it? */
const allowed = (name: string, want: 0 | 1, text: (fingerprint: string) => string, says?: RegExp): Row => ({
  name,
  want,
  make: (repo) => [add('a.ts', LEAK)(repo), add('.secretguardallow', text(fingerprintOf(repo)))(repo)],
  ...(says === undefined ? {} : { says }),
});

const ALLOWLIST: Row[] = [
  allowed('by fingerprint', 0, (f) => entry(f)),
  allowed('with CRLF and a mark', 0, (f) => `\ufeff# ours\r\n\r\n${entry(f).trim()}\r\n`),
  allowed('without a line end', 0, (f) => entry(f).trim()),
  allowed('another fingerprint', 1, () => entry(`sg1:${'0'.repeat(32)}`)),
  allowed('for its path', 0, (f) => entry(f, { path: 'a.ts' })),
  allowed('for its path by a glob', 0, (f) => entry(f, { path: '**/*.ts' })),
  allowed('for another path', 1, (f) => entry(f, { path: 'test/**' })),
  allowed('for another rule', 1, (f) => entry(f, { rule: 'npm-token' })),
  allowed('until a day to come', 0, (f) => entry(f, { until: '2999-01-01' })),
  allowed('expired', 1, (f) => entry(f, { until: '2020-01-01' }), /expired on 2020-01-01/),
  allowed('until a day that there is not', 1, (f) => entry(f, { until: '2027-02-30' }), /line 1 is not understood/),
  allowed('without a reason', 1, (f) => `{"fingerprint":"${f}"}\n`, /line 1 is not understood/),
  allowed('a broken line beside a good one', 0, (f) => `# x\n{"fingerprint":\n${entry(f)}`, /line 2 is not understood/),
  allowed(
    'a line left from a merge',
    0,
    (f) => `<<<<<<< HEAD\n${entry(f)}=======\n>>>>>>> x\n`,
    /line 1 is not understood/,
  ),
  allowed(
    'an unused entry beside a good one',
    0,
    (f) => entry(f) + entry(`sg1:${'1'.repeat(32)}`, { path: 'a.ts' }),
    /allows nothing any more/,
  ),
  {
    name: 'unstaged',
    want: 1,
    make: (repo) => [add('a.ts', LEAK)(repo), repo.write('.secretguardallow', entry(fingerprintOf(repo)))],
  },
  {
    name: 'staged empty, full in the work tree',
    want: 1,
    make: (repo) => [
      addAll({ 'a.ts': LEAK, '.secretguardallow': '# none\n' })(repo),
      repo.write('.secretguardallow', entry(fingerprintOf(repo))),
    ],
  },
  {
    name: 'a link to a file with the entry',
    want: 1,
    make: (repo) => {
      add('a.ts', LEAK)(repo);
      add('allow.txt', entry(fingerprintOf(repo)))(repo);
      repo.link('.secretguardallow', 'allow.txt');
      repo.git('add', '.secretguardallow');
    },
  },
  {
    name: 'in a folder below',
    want: 1,
    make: (repo) => [add('a.ts', LEAK)(repo), add('p/.secretguardallow', entry(fingerprintOf(repo)))(repo)],
  },
  {
    name: 'committed before',
    want: 0,
    make: (repo) => {
      add('a.ts', LEAK)(repo);
      const text = entry(fingerprintOf(repo));
      repo.git('rm', '-q', '--cached', 'a.ts');
      commit(repo, '.secretguardallow', text);
      add('a.ts', LEAK)(repo);
    },
  },
  {
    name: 'an env file, as a violation',
    want: 0,
    make: (repo) => [add('.env.local', 'A=1\n')(repo), add('.secretguardallow', entry(fingerprintOf(repo)))(repo)],
  },
  {
    name: 'an env file allowed, another one not',
    want: 1,
    make: (repo) => [
      add('.env.local', 'A=1\n')(repo),
      add('.secretguardallow', entry(fingerprintOf(repo)))(repo),
      add('.env', 'A=1\n')(repo),
    ],
  },
  {
    name: 'a .gitignore that does not cover',
    want: 0,
    make: (repo) => [add('.gitignore', '.env\n')(repo), add('.secretguardallow', entry(fingerprintOf(repo)))(repo)],
  },
];

const rc = (settings: object | string, files: Readonly<Record<string, string>> = { 'a.ts': LEAK }) => ({
  '.secretguardrc': typeof settings === 'string' ? settings : JSON.stringify(settings),
  ...files,
});

const RULE = 'github-personal-token';
const PASSWORD = { 'a.ts': `const password = "${['kV9', '#mQ2x', '!rT7w', 'Zp4'].join('')}";\n` };

/** Settings and a finding that is certain: nothing but the allowlist lets it pass. */
const SETTINGS: Row[] = [
  ...[
    { ignore: ['**'] },
    { ignore: ['a.ts'] },
    { rules: { disable: [RULE] } },
    { rules: { disable: ['*'] } },
    { rules: { severity: { [RULE]: 'note' } } },
    { rules: { severity: { [RULE]: 'warn' } } },
    { failOn: 'never' },
    { maxFileSize: 1 },
    { maxFileSize: '0' },
    { minified: 'skip' },
    { baseline: 'a.json' },
    { gitignore: { packages: false }, envFiles: { harmless: ['**'] } },
  ].map((settings): Row => ({ name: JSON.stringify(settings), want: 1, make: addAll(rc(settings)) })),
  {
    name: 'in .secretguardrc.json',
    want: 1,
    make: addAll({ '.secretguardrc.json': '{"ignore":["**"]}', 'a.ts': LEAK }),
  },
  {
    name: 'in package.json',
    want: 1,
    make: addAll({ 'package.json': '{"secretguard":{"ignore":["**"]}}', 'a.ts': LEAK }),
  },
  { name: 'by extends', want: 1, make: addAll({ ...rc({ extends: './b.json' }), 'b.json': '{"ignore":["**"]}' }) },
  {
    name: 'a custom rule of the same name',
    want: 1,
    make: addAll(rc({ customRules: [{ id: RULE, title: 'x', pattern: '\\b(zzzz[0-9]{9})\\b', keywords: ['zzzz'] }] })),
  },
  {
    name: 'unstaged settings that ignore all',
    want: 1,
    make: (repo) => [addAll(PASSWORD)(repo), repo.write('.secretguardrc', '{"ignore":["**"]}')],
  },
  { name: 'a likely password, nothing said', want: 1, make: addAll(PASSWORD) },
  { name: 'a likely password, ignored by its path', want: 0, make: addAll(rc({ ignore: ['a.ts'] }, PASSWORD)) },
  {
    name: 'an env file called harmless',
    want: 0,
    make: addAll(rc({ envFiles: { harmless: ['.env.local'] } }, { '.env.local': 'A=1\n' })),
  },
  {
    name: 'a shared env file called secret',
    want: 1,
    make: addAll(rc({ envFiles: { block: ['.env.test'] } }, { '.env.test': 'A=1\n' })),
  },
  {
    name: 'one name more to be ignored',
    want: 1,
    make: addAll(rc({ gitignore: { require: ['.dev.vars'] } }, {})),
    says: /\.dev\.vars/,
  },
  {
    name: 'only the root, no packages',
    want: 0,
    make: addAll(rc({ gitignore: { packages: false } }, { '.gitignore': '/.env*\n', 'p/package.json': '{}' })),
  },
  { name: 'a warning that fails', want: 1, make: addAll(rc({ failOn: 'warn' }, { '.env.test': 'A=1\n' })) },
];

const marked = (comment: string) => add('a.ts', `const t = "${TOKEN}"; // ${comment}\n`);

const MARKERS: Row[] = [
  { name: 'our own', want: 0, make: marked(`secretguard:allow ${RULE} -- ${REASON}`), says: /1 allowed|allowed/ },
  { name: 'our own without a reason', want: 1, make: marked(`secretguard:allow ${RULE}`) },
  { name: 'our own with an empty reason', want: 1, make: marked(`secretguard:allow ${RULE} --   `) },
  { name: 'our own for another rule', want: 1, make: marked(`secretguard:allow npm-token -- ${REASON}`) },
  { name: 'our own without a rule', want: 1, make: marked(`secretguard:allow -- ${REASON}`) },
  {
    name: 'our own, misspelled',
    want: 1,
    make: marked(`secretgaurd:allow ${RULE} -- ${REASON}`),
    says: /not\s+understood/,
  },
  {
    name: 'our own under strict',
    want: 1,
    make: (repo) => [
      marked(`secretguard:allow ${RULE} -- ${REASON}`)(repo),
      add('.secretguardrc', '{"strict":true}')(repo),
    ],
  },
  ...['gitleaks:allow', 'pragma: allowlist secret', 'secretlint-disable-line', 'ggignore', 'kingfisher:ignore'].map(
    (marker): Row => ({ name: `${marker}, which softens`, want: 0, make: marked(marker), says: /1 warned/ }),
  ),
  {
    name: 'on the line above',
    want: 1,
    make: add('a.ts', `// secretguard:allow ${RULE} -- ${REASON}\nconst t = "${TOKEN}";\n`),
  },
  {
    name: 'in a text instead of a comment',
    want: 1,
    make: add('a.txt', `secretguard:allow ${RULE} -- x "${TOKEN}"\n`),
  },
  {
    name: 'one marker, two keys of one line',
    want: 0,
    make: add('a.ts', `f("${TOKEN}", "${githubToken(9)}"); // secretguard:allow ${RULE} -- ${REASON}\n`),
  },
];

describe.each([
  ['the allowlist', ALLOWLIST],
  ['settings', SETTINGS],
  ['markers', MARKERS],
])('%s', (_, rows) => {
  test.each(rows)('$name → exit $want', ({ want, make, says }) => {
    const repo = newRepo();
    make(repo);
    for (const done of [repo.hook(), repo.run(['check'])]) {
      const told = done.out.includes(TOKEN);
      const sound = done.status === want && !told && says?.test(done.out) !== false;
      expect({ exit: done.status, told, out: sound ? '' : done.out }).toEqual({ exit: want, told: false, out: '' });
    }
  });
});

describe('what a commit loosens is listed', () => {
  test.each([
    {
      name: 'an ignored path',
      before: {},
      after: { '.secretguardrc': '{"ignore":["gen/**"]}' },
      says: /ignore[\s\S]*gen/,
    },
    {
      name: 'an entry',
      before: {},
      after: { '.secretguardallow': entry(`sg1:${'2'.repeat(32)}`) },
      says: new RegExp(REASON),
    },
    {
      name: 'a rule',
      before: { '.secretguardrc': '{}' },
      after: { '.secretguardrc': '{"rules":{"disable":["npm-token"]}}' },
      says: /npm-token/,
    },
  ])('$name', ({ before, after, says }) => {
    const repo = newRepo();
    for (const [path, content] of Object.entries(before)) commit(repo, path, content);
    addAll(after as Record<string, string>)(repo);
    const done = repo.hook();
    expect([done.status, says.test(done.out) ? '' : done.out]).toEqual([0, '']);
  });
});
