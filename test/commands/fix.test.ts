import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { fix } from '../../src/commands/fix.ts';
import { fake } from '../../src/rule.ts';
import { newRepo, type Repo } from '../repo.ts';
import { githubToken } from '../tokens.ts';
import { fakeWorld } from '../world.ts';

const TOKEN = githubToken();
const OTHER = githubToken(2);
const PASSWORD = fake('alnum', 20, 7);
const KEY = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const BOM = '\ufeff';

type Args = Partial<Parameters<typeof fix.run>[0]>;

async function run(repo: Repo, args: Args = { staged: true, yes: true }, answers?: readonly string[]) {
  const world = fakeWorld(repo.dir, answers);
  const code = await fix.run({ positionals: [], ...args }, world);
  return { code, out: world.printed.out + world.printed.err };
}

function stage(repo: Repo, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) repo.write(path, text);
  repo.git('add', '-f', '--', ...Object.keys(files));
}

const read = (repo: Repo, path: string) => readFileSync(join(repo.dir, path), 'utf8');
const envOf = (repo: Repo) => parseEnv(read(repo, '.env'));

/** What a program prints that is run with the values of .env. */
function output(repo: Repo, file: string): string {
  return execFileSync(process.execPath, ['--env-file=.env', file], { cwd: repo.dir, encoding: 'utf8' });
}

describe('a value moves to .env, the program goes on as before, and the commit passes', () => {
  test.each<{ name: string; file?: string; source: (value: string) => string; variable: string; value?: string }>([
    { name: 'const', source: (v) => `const token = "${v}";\nconsole.log(token);\n`, variable: 'GITHUB_TOKEN' },
    {
      name: 'telling name',
      source: (v) => `const deployKey = '${v}';\nconsole.log(deployKey);\n`,
      variable: 'DEPLOY_KEY',
    },
    {
      name: 'upper-case name',
      source: (v) => `const BOT_TOKEN = '${v}'\nconsole.log(BOT_TOKEN)\n`,
      variable: 'BOT_TOKEN',
    },
    {
      name: 'property',
      source: (v) => `const o = { token: "${v}" };\nconsole.log(o.token);\n`,
      variable: 'GITHUB_TOKEN',
    },
    { name: 'argument', source: (v) => `console.log("${v}");\n`, variable: 'GITHUB_TOKEN' },
    { name: 'template', source: (v) => `const t = \`${v}\`;\nconsole.log(t);\n`, variable: 'GITHUB_TOKEN' },
    {
      name: 'part of a string',
      source: (v) => `const h = { Authorization: 'Bearer ${v} it\\'s \`$\{x}' };\nconsole.log(h.Authorization);\n`,
      variable: 'GITHUB_TOKEN',
    },
    {
      name: 'part of a template',
      source: (v) => `const n = 1;\nconsole.log(\`\${n} ${v} \${'n' + \`\${n}\`} / \${/[\`/]/.test('x')}\`);\n`,
      variable: 'GITHUB_TOKEN',
    },
    {
      name: 'return without a blank',
      source: (v) => `const f=()=>{return"${v}"};console.log(f())`,
      variable: 'GITHUB_TOKEN',
    },
    {
      name: 'default of a variable',
      source: (v) => `console.log(process.env.MY_KEY ?? "${v}");\n`,
      variable: 'MY_KEY',
    },
    {
      name: 'after regular expressions and comments',
      source: (v) =>
        `const r = /["'\`/]/g; // isn't it\n/* " */ const d = 4 / 2 / 1;\nconsole.log(r.source, d, '${v}');\n`,
      variable: 'GITHUB_TOKEN',
    },
    {
      name: 'CommonJS',
      file: 'a.cjs',
      source: (v) => `#!/usr/bin/env node\nconsole.log('${v}')\n`,
      variable: 'GITHUB_TOKEN',
    },
    { name: 'CRLF', source: (v) => `const a = 1;\r\nconsole.log("${v}", a);\r\n`, variable: 'GITHUB_TOKEN' },
    { name: 'byte order mark', source: (v) => `${BOM}console.log("${v}");\n`, variable: 'GITHUB_TOKEN' },
    {
      name: 'password in a URL',
      value: `postgres://app:${PASSWORD}@db.internal.net:5432/app`,
      source: (v) => `const db = { url: "${v}" };\nconsole.log(db.url);\n`,
      variable: 'DATABASE_URL',
    },
    {
      name: 'private key with escapes',
      value: KEY,
      source: (v) => `const key = "${v.replaceAll('\n', '\\n')}";\nconsole.log(key);\n`,
      variable: 'PRIVATE_KEY',
    },
  ])('$name', async ({ file = 'a.mjs', source, variable, value = TOKEN }) => {
    const repo = newRepo();
    stage(repo, { [file]: source(value) });
    expect(repo.hook().status).toBe(1);
    repo.write('.env', '');
    const before = output(repo, file);
    unlinkSync(join(repo.dir, '.env'));

    const { code, out } = await run(repo);
    expect({ code, out }).toMatchObject({ code: 0 });
    for (const secret of [value, PASSWORD, ...value.split('\n').filter((l) => l.length > 40)])
      expect(out).not.toContain(secret);
    expect(envOf(repo)[variable]).toContain(value.trim());
    expect(output(repo, file)).toBe(before);
    const about = /^# .*; the value belongs into \.env, which git ignores\n(.*)$/s.exec(read(repo, '.env.example'));
    expect(about?.[1]).toBe(`${variable}=\n`);
    expect(repo.git('diff', '--name-only')).toBe('');
    expect(repo.hook().status).toBe(0);

    const state = [read(repo, '.env'), read(repo, file), read(repo, '.env.example')];
    expect(await run(repo)).toMatchObject({ code: 0 });
    expect([read(repo, '.env'), read(repo, file), read(repo, '.env.example')]).toEqual(state);
  });
});

describe('what the code looks like afterwards', () => {
  test.each([
    {
      name: 'JSX attribute',
      file: 'a.jsx',
      source: (v: string) => `export const A = () => <B don't token="${v}">it's</B>;\n`,
      bad: true,
    },
    {
      name: 'JSX attribute',
      file: 'b.jsx',
      source: (v: string) => `export const A = () => <B token="${v}">it's</B>;\n`,
      want: '<B token={process.env.GITHUB_TOKEN}>',
    },
    {
      name: 'JSX text',
      file: 'a.tsx',
      source: (v: string) => `const f = <T,>(x: T) => <p>{x} ${v} isn't</p>;\n`,
      want: "<p>{x} {requiredEnv(process.env.GITHUB_TOKEN, 'GITHUB_TOKEN')} isn't</p>;\n\nfunction requiredEnv(",
    },
    {
      name: 'typed const',
      file: 'a.ts',
      source: (v: string) => `const f = <any>1; export const token: string = '${v}';\n`,
      want: "string = requiredEnv(process.env.GITHUB_TOKEN, 'GITHUB_TOKEN');",
    },
    {
      name: 'comment',
      file: 'a.js',
      source: (v: string) => `// was ${v}\nexport const a = 1;\n`,
      want: '// was GITHUB_TOKEN\n',
    },
    {
      name: 'Python',
      file: 'a.py',
      source: (v: string) => `"""Doc's."""\nimport sys\n\ntoken = "${v}"\n`,
      want: 'import os\nimport sys\n\ntoken = os.environ["GITHUB_TOKEN"]\n',
    },
    {
      name: 'Python without imports',
      file: 'b.py',
      source: (v: string) => `#!/usr/bin/env python3\ntoken = '${v}'\n`,
      want: '#!/usr/bin/env python3\nimport os\n\ntoken = os.environ["GITHUB_TOKEN"]\n',
    },
    {
      name: 'part of a Python string',
      file: 'c.py',
      source: (v: string) => `h = {"Authorization": "Bearer ${v}"}\n`,
      bad: true,
    },
    { name: 'regular expression', file: 'c.js', source: (v: string) => `export const r = /${v}/;\n`, bad: true },
    { name: 'property name', file: 'd.js', source: (v: string) => `export const o = { "${v}": 1 };\n`, bad: true },
    {
      name: 'tagged template',
      file: 'e.js',
      source: (v: string) => `export const o = String.raw\`${v}\`;\n`,
      bad: true,
    },
    {
      name: 'unfinished code',
      file: 'f.js',
      source: (v: string) => `export const o = "${v}";\nconst x = "\n`,
      bad: true,
    },
    { name: 'JSON', file: 'a.json', source: (v: string) => `{"token": "${v}"}\n`, bad: true },
    {
      name: 'workflow script',
      file: '.github/workflows/b.yml',
      source: (v: string) => `run: |\n  A: ${v}\n`,
      bad: true,
    },
    {
      name: 'compose',
      file: 'compose.yaml',
      source: (v: string) => `services:\n  a:\n    environment:\n      TOKEN: "${v}" # x\n`,
      want: `TOKEN: "\${GITHUB_TOKEN:?}" # x\n`,
    },
    {
      name: 'shell',
      file: 'a.sh',
      source: (v: string) => `export DEPLOY_KEY=${v}\n`,
      want: `export DEPLOY_KEY="\${DEPLOY_KEY:?}"\n`,
    },
    { name: 'shell, part of a word', file: 'b.sh', source: (v: string) => `curl -H 'x: ${v}'\n`, bad: true },
  ])('$name in $file', async ({ file, source, want, bad }) => {
    const repo = newRepo();
    stage(repo, { [file]: source(TOKEN) });
    const { code, out } = await run(repo);
    expect(out).not.toContain(TOKEN);
    if (bad === true) {
      expect(read(repo, file)).toBe(source(TOKEN));
      expect(existsSync(join(repo.dir, '.env'))).toBe(false);
      expect(out).toMatch(`To do: ${file}`);
    } else expect(read(repo, file)).toContain(want);
    expect(code).toBe(bad === true ? 1 : 0);
  });
});

test('each value has a name of its own, the same value the same name, and what .env holds already stays', async () => {
  const repo = newRepo();
  repo.write('.env', 'GITHUB_TOKEN=other\r\nX=1');
  stage(repo, {
    'a.js': `export const token = "${TOKEN}";\nexport const again = { token: "${TOKEN}" };\n`,
    'b.js': `export const token = "${OTHER}";\n`,
  });
  expect((await run(repo)).code).toBe(0);
  expect(envOf(repo)).toEqual({ GITHUB_TOKEN: 'other', X: '1', GITHUB_TOKEN_2: TOKEN, GITHUB_TOKEN_3: OTHER });
  expect(read(repo, 'a.js').match(/process\.env\.GITHUB_TOKEN_2/g)).toHaveLength(2);
  expect(read(repo, '.env.example').replace(/^#.*\n/gm, '')).toBe('GITHUB_TOKEN_2=\nGITHUB_TOKEN_3=\n');
});

test('a value that a local env file holds is named as it is there', async () => {
  const repo = newRepo();
  repo.write('.env', `LEGACY_LOGIN=${PASSWORD}\n`);
  stage(repo, { 'a.js': `export const x = f("${PASSWORD}");\n` });
  expect((await run(repo)).code).toBe(0);
  expect(read(repo, 'a.js')).toBe('export const x = f(process.env.LEGACY_LOGIN);\n');
  expect(read(repo, '.env')).toBe(`LEGACY_LOGIN=${PASSWORD}\n`);
});

test('.env is private from the start, and the source keeps its mode', async () => {
  const repo = newRepo();
  stage(repo, { 'a.js': `console.log("${TOKEN}");\n` });
  chmodSync(join(repo.dir, 'a.js'), 0o755);
  repo.git('add', 'a.js');
  await run(repo);
  expect(statSync(join(repo.dir, '.env')).mode & 0o777).toBe(0o600);
  expect(statSync(join(repo.dir, 'a.js')).mode & 0o777).toBe(0o755);
});

describe('nothing is lost', () => {
  test('unstaged edits stay unstaged, and the person is told', async () => {
    const repo = newRepo();
    stage(repo, { 'a.js': `export const token = "${TOKEN}";\n` });
    repo.write('a.js', `export const token = "${TOKEN}";\nexport const wip = 1;\n`);
    const { code, out } = await run(repo);
    expect(code).toBe(1);
    expect(out).toMatch(/a\.js.*git add -p/);
    expect(read(repo, 'a.js')).toBe('export const token = process.env.GITHUB_TOKEN;\nexport const wip = 1;\n');
    expect(repo.git('show', ':a.js')).not.toContain('wip');
  });

  test('a tracked .env is never written', async () => {
    const repo = newRepo();
    stage(repo, { '.env': 'A=1\n', 'a.js': `export const token = "${TOKEN}";\n` });
    const { code, out } = await run(repo);
    expect(code).toBe(1);
    expect(out).toMatch(/\.env is tracked by git/);
    expect(read(repo, '.env')).toBe('A=1\n');
    expect(read(repo, 'a.js')).toContain(TOKEN);
  });

  test('a link that leads to a tracked file is not written through', async () => {
    const repo = newRepo();
    stage(repo, { 'shared.txt': 'A=1\n', 'a.js': `export const token = "${TOKEN}";\n` });
    symlinkSync('shared.txt', join(repo.dir, '.env'));
    expect((await run(repo)).code).toBe(1);
    expect(read(repo, 'shared.txt')).toBe('A=1\n');
  });

  test('read-only and vanished files are reported, the others fixed', async () => {
    const repo = newRepo();
    const source = `export const token = "${TOKEN}";\n`;
    stage(repo, { 'a.js': source, 'b.js': source, 'c.js': source });
    chmodSync(join(repo.dir, 'a.js'), 0o444);
    unlinkSync(join(repo.dir, 'b.js'));
    const { code, out } = await run(repo);
    expect(code).toBe(1);
    expect(out).toMatch(/a\.js is read-only/);
    expect(out).toMatch(/b\.js: it is staged, but not in the work tree/);
    expect(read(repo, 'c.js')).toBe('export const token = process.env.GITHUB_TOKEN;\n');
  });

  test('what cannot be written stops it before anything is', async () => {
    const repo = newRepo();
    stage(repo, { 'a.js': `export const token = "${TOKEN}";\n` });
    repo.write('.env.example/x', ''); // a folder stands where the file should
    const { code, out } = await run(repo);
    expect(code).toBe(2);
    expect(out).toMatch(/\.env\.example could not be read.*nothing was changed/);
    expect(read(repo, 'a.js')).toContain(TOKEN);
    expect(existsSync(join(repo.dir, '.env'))).toBe(false);
  });

  test.each([
    { name: '--dry-run', args: { 'dry-run': true }, want: 0, private: false },
    { name: 'no terminal and no --yes', args: {}, want: 1 },
    { name: 'a person who says no', args: {}, answers: ['n'], want: 1 },
  ])('$name changes nothing', async ({ args, answers, want, private: hasPrivate = true }) => {
    const repo = newRepo();
    stage(repo, { 'a.js': `export const token = "${TOKEN}";\n` });
    const { code, out } = await run(repo, { staged: true, ...args }, answers);
    expect(code).toBe(want);
    expect(out).toMatch(/\+export const token = process\.env\.GITHUB_TOKEN;/);
    expect(out).toMatch(/-export const token = "ghp_…\(40\)";/);
    expect(out).toMatch(/\+GITHUB_TOKEN=ghp_…\(40\)/);
    expect(out).not.toContain(TOKEN);
    expect(existsSync(join(repo.dir, '.env'))).toBe(false);
    expect(existsSync(join(repo.dir, '.git/secretguard'))).toBe(hasPrivate);
    expect(read(repo, 'a.js')).toContain(TOKEN);
  });

  test('a person who says yes', async () => {
    const repo = newRepo();
    stage(repo, { 'a.js': `export const token = "${TOKEN}";\n` });
    expect((await run(repo, { staged: true }, ['y'])).code).toBe(0);
  });
});

describe('.gitignore', () => {
  test.each([
    { name: 'none', files: { 'package.json': '{}' }, want: { '.gitignore': '.env\n.env.local\n.env.production\n' } },
    {
      name: 'two lines missing',
      files: { '.gitignore': 'dist\r\n.env\r\n' },
      want: { '.gitignore': 'dist\r\n.env\r\n.env.local\r\n.env.production\r\n' },
    },
    {
      name: 'taken back at the root',
      files: { '.gitignore': '.env*\n!.env\n' },
      want: { '.gitignore': '.env*\n!.env\n.env\n' },
    },
    {
      name: 'taken back in a package',
      files: { '.gitignore': '.env\n.env.local\n.env.production\n', 'p/package.json': '{}', 'p/.gitignore': '!.env' },
      want: { 'p/.gitignore': '!.env\n.env\n' },
    },
  ])('$name: completed and staged', async ({ files, want }) => {
    const repo = newRepo({ initial: false });
    stage(repo, files);
    expect(repo.hook().status).toBe(1);
    expect((await run(repo)).code).toBe(0);
    for (const [path, text] of Object.entries(want)) expect(read(repo, path)).toBe(text);
    expect(repo.hook().status).toBe(0);
  });
});

test('without --staged the whole tree counts, with a path only what lies there', async () => {
  const repo = newRepo();
  const source = `export const token = "${TOKEN}";\n`;
  stage(repo, { 'src/a.js': source, 'lib/b.js': source });
  repo.git('commit', '-q', '--no-verify', '-m', 'x');
  expect((await run(repo, { yes: true })).code).toBe(0);
  expect(read(repo, 'src/a.js') + read(repo, 'lib/b.js')).not.toContain(TOKEN);

  const two = newRepo();
  stage(two, { 'src/a.js': source, 'lib/b.js': source });
  two.git('commit', '-q', '--no-verify', '-m', 'x');
  expect((await run(two, { yes: true, positionals: ['src'] })).code).toBe(0);
  expect(read(two, 'src/a.js')).not.toContain(TOKEN);
  expect(read(two, 'lib/b.js')).toContain(TOKEN);
});

test.each([
  { name: 'a path that is not there', args: { positionals: ['nothing'] } },
  { name: 'a path outside', args: { positionals: ['..'] } },
  { name: '--staged with paths', args: { staged: true, positionals: ['.'] } },
])('$name: exit 2', async ({ args }) => {
  expect((await run(newRepo(), args)).code).toBe(2);
});

test.each([
  { name: 'moved', path: 'src/a.js', want: true },
  { name: 'left in tests', path: 'test/a.test.js', want: false },
  { name: 'left where it cannot be moved, without a word', path: 'a.json', want: false },
])('what is only warned of: $name', async ({ path, want }) => {
  const repo = newRepo();
  const token = `ghp_${fake('alnum', 36)}`; // its checksum is wrong
  const source = path.endsWith('.json') ? `{"token": "${token}"}\n` : `export const token = "${token}";\n`;
  stage(repo, { [path]: source });
  expect((await run(repo)).code).toBe(0);
  expect(read(repo, path).includes(token)).toBe(!want);
});

test('code for the browser is left, with the way out', async () => {
  const repo = newRepo();
  stage(repo, { 'a.jsx': `'use client';\nexport const token = "${TOKEN}";\n` });
  const { code, out } = await run(repo);
  expect(code).toBe(1);
  expect(out).toMatch(/To do: a\.jsx:2: this code reaches the browser .*let a route of your server hold it/);
  expect(read(repo, 'a.jsx')).toContain(TOKEN);
});

test.each([
  { name: 'a page', path: 'pages/a.jsx', want: true },
  { name: 'a component', path: 'components/a.jsx', want: false },
  { name: 'the frame of all pages', path: 'pages/_app.jsx', want: false },
  { name: 'no page of Next', path: 'src/pages/a.jsx', manifest: '{"dependencies":{"gatsby":"5"}}', want: false },
])('functions of $name that stay on the server: $want', async ({ path, manifest, want }) => {
  const repo = newRepo();
  stage(repo, {
    'package.json': manifest ?? '{"dependencies":{"next":"15"}}',
    'pages/b.jsx': 'import "../components/a";\n',
    [path]: `export const getServerSideProps = () => f("${TOKEN}");\n`,
  });
  expect((await run(repo)).code).toBe(want ? 0 : 1);
  expect(read(repo, path).includes('f(process.env.GITHUB_TOKEN)')).toBe(want);
});

test('a workflow reads the secret, and the person is told to set it', async () => {
  const repo = newRepo();
  stage(repo, { '.github/workflows/a.yml': `env:\n  TOKEN: ${TOKEN}\n` });
  const { code, out } = await run(repo);
  expect(code).toBe(1);
  expect(out).toMatch(/gh secret set GH_TOKEN/);
  expect(read(repo, '.github/workflows/a.yml')).toBe(`env:\n  TOKEN: \${{ secrets.GH_TOKEN }}\n`);
});

describe("the project's own schema", () => {
  const use = (value: string) => `export const mailKey = "${value}";\n`;
  const used = (before: string) => `${before}export const mailKey = env.MAIL_KEY;\n`;
  test.each<{ name: string; files: Record<string, string>; want: Record<string, string>; env: Record<string, string> }>(
    [
      {
        name: 't3-env, named twice',
        files: {
          'src/env.ts':
            'export const env = createEnv({\n  server: {\n    A: z.url(),\n    B: z.string(),\n  },\n  runtimeEnv: {\n    A: process.env.A,\n  },\n});\n',
          'src/a.ts': use(TOKEN),
        },
        want: {
          'src/env.ts':
            'export const env = createEnv({\n  server: {\n    A: z.url(),\n    B: z.string(),\n    MAIL_KEY: z.string().min(1),\n  },\n  runtimeEnv: {\n    A: process.env.A,\n    MAIL_KEY: process.env.MAIL_KEY,\n  },\n});\n',
          'src/a.ts': used('import { env } from "./env";\n'),
        },
        env: { MAIL_KEY: TOKEN },
      },
      {
        name: 't3-env that reads process.env, with a default',
        files: {
          'env.mjs': `export const env = createEnv({ server: { BOT: z.string().default("${OTHER}") }, experimental__runtimeEnv: process.env });\n`,
          'a.mjs': use(TOKEN),
        },
        want: {
          'env.mjs':
            'export const env = createEnv({ server: { BOT: z.string(), MAIL_KEY: z.string().min(1) }, experimental__runtimeEnv: process.env });\n',
          'a.mjs': used('import { env } from "./env.mjs";\n'),
        },
        env: { MAIL_KEY: TOKEN, BOT: OTHER },
      },
      {
        name: 'envalid, with a default',
        files: {
          'src/config.ts': `export const env = cleanEnv(process.env, {\n  PORT: port(),\n  BOT: str({ default: "${OTHER}" }),\n});\n`,
          'src/b/a.ts': use(TOKEN),
        },
        want: {
          'src/config.ts':
            'export const env = cleanEnv(process.env, {\n  PORT: port(),\n  BOT: str(),\n  MAIL_KEY: str(),\n});\n',
          'src/b/a.ts': used('import { env } from "../config";\n'),
        },
        env: { MAIL_KEY: TOKEN, BOT: OTHER },
      },
    ],
  )('$name', async ({ files, want, env }) => {
    const repo = newRepo();
    stage(repo, { 'package.json': '{}', ...files });
    expect(await run(repo)).toMatchObject({ code: 0 });
    for (const [path, text] of Object.entries(want)) expect(read(repo, path)).toBe(text);
    expect(envOf(repo)).toEqual(env);
    expect(repo.hook().status).toBe(0);
  });
});

describe('JSON that code imports', () => {
  const json = (value: string) => `{\n  "port": 1,\n  "mail": {\n    "mailKey": "${value}"\n  },\n  "other": "x"\n}\n`;
  const program = `import settings from './settings.json' with { type: 'json' };\nconsole.log(settings.port, settings.mail.mailKey, settings?.['mail']['mailKey'].length);\n`;

  test('each reading gives way, the entry goes, and undo brings both back', async () => {
    const repo = newRepo();
    const before = { 'settings.json': json(TOKEN), 'a.mjs': program };
    stage(repo, { ...before, 'b.cjs': 'const s = require("./settings");\nconsole.log((s.mail).mailKey);\n' });
    repo.write('.env', '');
    const printed = [output(repo, 'a.mjs'), output(repo, 'b.cjs')];
    const { code, out } = await run(repo);
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(out).not.toContain(TOKEN);
    expect(read(repo, 'settings.json')).toBe('{\n  "port": 1,\n  "mail": {},\n  "other": "x"\n}\n');
    expect(read(repo, 'a.mjs')).toContain('(settings.port, process.env.MAIL_KEY, process.env.MAIL_KEY.length)');
    expect(read(repo, 'b.cjs')).toContain('console.log(process.env.MAIL_KEY)');
    expect(envOf(repo)).toEqual({ MAIL_KEY: TOKEN });
    expect([output(repo, 'a.mjs'), output(repo, 'b.cjs')]).toEqual(printed);
    expect(repo.hook().status).toBe(0);
    expect((await run(repo, { undo: true, yes: true })).code).toBe(0);
    for (const [path, text] of Object.entries(before)) expect(read(repo, path)).toBe(text);
  });

  test('entries side by side, and a literal of the same file', async () => {
    const repo = newRepo();
    stage(repo, {
      's.json': `{"a": 1, "mailKey": "${TOKEN}", "botKey": "${OTHER}"}\n`,
      'x/s.json': '{}\n',
      'x/b.ts': 'import * as s from "./s.json";\n',
      'src/a.ts': `import s from "../s.json";\nf(s.mailKey, s.botKey, s.a, "${TOKEN}");\n`,
    });
    expect(await run(repo)).toMatchObject({ code: 0 });
    expect(read(repo, 's.json')).toBe('{"a": 1}\n');
    expect(envOf(repo)).toEqual({ MAIL_KEY: TOKEN, BOT_KEY: OTHER });
    const [mail, bot] = ['MAIL_KEY', 'BOT_KEY'].map((name) => `requiredEnv(process.env.${name}, "${name}")`);
    expect(read(repo, 'src/a.ts')).toContain(`f(${mail}, ${bot}, s.a, ${mail});\n\nfunction requiredEnv(`);
  });

  test.each<{ name: string; code?: string; more?: Record<string, string>; text?: string; why: RegExp }>([
    { name: 'taken apart', code: 'const { mail } = settings;', why: /a\.mjs: the whole, or a part/ },
    { name: 'spread', code: 'f({ ...settings });', why: /a\.mjs: the whole, or a part/ },
    { name: 'a part passed on', code: 'f(settings.mail);', why: /a\.mjs: the whole, or a part/ },
    { name: 'exported', code: 'export { settings };', why: /a\.mjs: the whole, or a part/ },
    { name: 'a name made at run time', code: 'f(settings[x]);', why: /name that is made when/ },
    { name: 'written', code: 'settings.mail.mailKey = 1;', why: /it is written there/ },
    { name: 'the same name elsewhere', code: 'const g = (settings) => 1;', why: /the whole, or a part/ },
    { name: 'imported twice, otherwise', code: "import * as all from './settings.json';", why: /another way/ },
    { name: 'read as a file', code: "f(readFileSync('x/settings.json'));", why: /another way/ },
    { name: 'loaded later', code: "f(await import('./settings.json'));", why: /another way/ },
    { name: 'named elsewhere', more: { Dockerfile: 'COPY settings.json .\n' }, why: /Dockerfile: it is named there/ },
    {
      name: 'a component',
      more: { 'A.vue': '<script>import s from "./settings.json"</script>' },
      why: /A\.vue: it is/,
    },
    {
      name: 'the browser',
      code: 'document.x = 1;',
      more: { 'a.html': '<script src="a.mjs"></script>' },
      why: /browser/,
    },
    { name: 'code that cannot be read', more: { 'b.js': 'f("./settings.json' }, why: /b\.js: it is named there/ },
    { name: 'in a list', text: `{"mail": {"mailKey": ["${TOKEN}"]}}`, why: /a data file cannot read/ },
    { name: 'two entries of a name', text: `{"mail": {"mailKey": "", "mailKey": "${TOKEN}"}}`, why: /a data file/ },
    { name: 'nobody reads it', text: `{"mail": {"mailKey": "", "old": "${TOKEN}"}}`, why: /no code was found/ },
  ])('left whole: $name', async ({ code = '', more = {}, text = json(TOKEN), why }) => {
    const repo = newRepo();
    const files = { 'settings.json': text, 'a.mjs': `${program}${code}\n`, ...more };
    stage(repo, files);
    const done = await run(repo);
    expect(done.code).toBe(1);
    expect(done.out).toMatch(why);
    for (const [path, before] of Object.entries(files)) expect(read(repo, path)).toBe(before);
    expect(existsSync(join(repo.dir, '.env'))).toBe(false);
  });

  test('left whole where one of the files cannot be written; the others are fixed', async () => {
    const repo = newRepo();
    stage(repo, { 'settings.json': json(TOKEN), 'a.mjs': program, 'b.js': `f("${OTHER}");\n` });
    chmodSync(join(repo.dir, 'a.mjs'), 0o444);
    const { code, out } = await run(repo);
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringMatching(/a\.mjs is read-only/) });
    expect(read(repo, 'settings.json') + read(repo, 'a.mjs')).toBe(json(TOKEN) + program);
    expect(read(repo, 'b.js')).toBe('f(process.env.GITHUB_TOKEN);\n');
  });
});
