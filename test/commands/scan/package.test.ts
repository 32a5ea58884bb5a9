import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fake, sample } from '../../../src/rule.ts';
import { newRepo, type Repo, scratch } from '../../repo.ts';
import { githubToken } from '../../tokens.ts';

const VALUE = fake('loweralnum', 36, 7);

function scanPackage(repo: Repo, args: readonly string[] = []) {
  const file = join(scratch(), 'report.json');
  const done = repo.run(['scan', '--package', ...args, '--format', 'json', '--output', file]);
  if (!existsSync(file)) throw new Error(`no report, exit ${done.status}: ${done.out}`);
  const text = readFileSync(file, 'utf8');
  const { findings, violations, scope } = JSON.parse(text);
  return {
    status: done.status,
    text,
    files: scope.files as number,
    said: [...findings, ...violations].map((one) => `${one.verdict} ${one.rule ?? one.kind} ${one.path}`).sort(),
  };
}

function project(files: Readonly<Record<string, string>>, manifest: object = {}): Repo {
  const repo = newRepo();
  repo.write('package.json', JSON.stringify({ name: 'acme', version: '1.0.0', ...manifest }));
  for (const [path, text] of Object.entries(files)) repo.write(path, text);
  return repo;
}

describe('what npm would publish', () => {
  test.each<{ name: string; files: Record<string, string>; manifest?: object; want: string[]; status: number }>([
    { name: 'a sound package', files: { 'index.js': 'export {}' }, want: [], status: 0 },
    {
      name: 'an env file that "files" lets in',
      files: { '.env.production': `API_SECRET=${VALUE}\n`, 'index.js': '' },
      manifest: { files: ['.env.production', 'index.js'] },
      want: ['block generic-secret .env.production', 'block packed-file .env.production'],
      status: 1,
    },
    { name: 'an example of one', files: { '.env.example': 'A=\n' }, want: [], status: 0 },
    {
      name: 'a value of the own env file in what is built',
      files: { '.env': `API_SECRET=${VALUE}\n`, 'dist/index.js': `k="${VALUE}"` },
      manifest: { files: ['dist'] },
      want: ['block known-value dist/index.js'],
      status: 1,
    },
    {
      name: 'a key in a file that git ignores and npm does not',
      files: { '.npmignore': '', '.gitignore': 'out/\n.env\n', 'out/a.js': `t="${githubToken(1)}"` },
      want: ['block github-personal-token out/a.js'],
      status: 1,
    },
    {
      name: 'the same, not published',
      files: { '.gitignore': 'out/\n.env\n', 'out/a.js': `t="${githubToken(1)}"` },
      want: [],
      status: 0,
    },
    {
      name: 'key stores, logins and state',
      files: { 'certs/a.p12': 'x', id_ed25519: 'x', 'infra/terraform.tfstate': '{}', '.netrc': '' },
      want: ['.netrc', 'certs/a.p12', 'id_ed25519', 'infra/terraform.tfstate'].map(
        (path) => `block packed-file ${path}`,
      ),
      status: 1,
    },
  ])('$name', ({ files, manifest, want, status }) => {
    const told = scanPackage(project(files, manifest));
    expect([told.said, told.status]).toEqual([want, status]);
    expect(told.text.includes(VALUE)).toBe(false);
  });
});

test('a package of a monorepo, with the env files of the whole', () => {
  const repo = project({ 'packages/a/package.json': '{"name":"a","version":"1.0.0"}', '.env': sample('T_SECRET=', VALUE) });
  repo.write('packages/a/index.js', `k="${VALUE}"`);
  expect(scanPackage(repo, ['packages/a']).said).toEqual(['block known-value index.js']);
}); // biome-ignore format: one line

test('scripts of the project are not run', () => {
  const repo = project({}, { scripts: { prepack: "node -e \"require('fs').writeFileSync('ran', '')\"" } });
  expect([scanPackage(repo).status, existsSync(join(repo.dir, 'ran'))]).toEqual([0, false]);
});

test.each([
  { name: 'no package.json', args: ['nothing-there'] },
  { name: 'a broken one', args: ['broken'] },
])('$name: exit 2', ({ args }) => {
  const repo = newRepo();
  repo.write('broken/package.json', '{');
  expect(repo.run(['scan', '--package', ...args]).status).toBe(2);
});
