import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { newRepo, scratch } from './repo.ts';
import { githubToken } from './tokens.ts';

const TOKEN = githubToken();
const LIBRARY = resolve(import.meta.dirname, '../dist/index.mjs');

/** Runs a module that uses the library as a user's would, and gives what it prints. */
function use(cwd: string, code: string): unknown {
  const file = join(scratch(), 'use.mjs');
  writeFileSync(file, `import { scanText, scanPaths, checkStaged, rules } from ${JSON.stringify(LIBRARY)};\n${code}\n`);
  const printed = execFileSync(process.execPath, [file], { cwd, encoding: 'utf8', env: { ...process.env, TOKEN } });
  expect(printed).not.toContain(TOKEN);
  return JSON.parse(printed);
}

const SHOW = 'const show = (r) => r.findings.map((f) => [f.rule, f.verdict, f.path, f.line]);';
const FOUND = [['github-personal-token', 'block', 'a.ts', 1]];

test.each([
  {
    name: 'scanText',
    code: "console.log(JSON.stringify(show(await scanText('k=' + process.env.TOKEN, 'a.ts'))))",
    want: FOUND,
  },
  { name: 'scanText, clean', code: "console.log(JSON.stringify(show(await scanText('k=1'))))", want: [] },
  { name: 'scanPaths', code: "console.log(JSON.stringify(show((await scanPaths(['.'])).value)))", want: FOUND },
  { name: 'checkStaged', code: 'console.log(JSON.stringify(show((await checkStaged()).value)))', want: FOUND },
  {
    name: 'outside a repository',
    code: "console.log(JSON.stringify((await checkStaged({ cwd: '/' })).ok))",
    want: false,
  },
  { name: 'rules', code: 'console.log(JSON.stringify(rules.length > 900))', want: true },
])('the library: $name', ({ code, want }) => {
  const repo = newRepo();
  repo.write('a.ts', `k=${TOKEN}\n`);
  repo.git('add', 'a.ts');
  expect(use(repo.dir, `${SHOW}\n${code}`)).toEqual(want);
});
