import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { OTHER, openBuild } from '../open-build.ts';
import { cleanEnv, newRepo, type Repo } from '../repo.ts';
import { githubToken } from '../tokens.ts';

const TOKEN = githubToken(1);
const open = openBuild();

function run(repo: Repo, args: readonly string[], input: string) {
  const done = spawnSync(process.execPath, [join(open.dir, 'dist/cli.cjs'), ...args], {
    cwd: repo.dir,
    env: cleanEnv({ GIT_CONFIG_GLOBAL: join(open.dir, 'gitconfig'), HOME: open.dir }),
    encoding: 'utf8',
    input,
    ...OTHER,
  });
  expect(`${done.stdout}${done.stderr}`).not.toContain(TOKEN);
  return { status: done.status, told: `${done.stdout}${done.stderr}` };
}

/** In a folder that others may enter; `p` holds a file, `src/a.js` and `z.js` are there as well. */
function openRepo(): Repo {
  const dir = mkdtempSync(join(open.dir, 'repo-'));
  chmodSync(dir, 0o755);
  const repo = newRepo({ dir });
  repo.write('src/a.js', 'const a = 1;\n');
  repo.write('p/package.json', '{}\n');
  repo.write('.git/config.worktree', '');
  repo.write('z.js', `const t = '${TOKEN}';\n`);
  return repo;
}

const FOLDER = /\bp(?:: |\n +why +)the folder could not be read \(Permission denied\)/;

test.each<{ name: string; args: string[]; closed: string; input?: string; says: RegExp; also?: RegExp }>([
  { name: 'fix, everything', args: ['fix', '--dry-run'], closed: 'p', says: FOLDER },
  { name: 'fix, one file', args: ['fix', '--dry-run', 'z.js'], closed: 'p', says: FOLDER },
  { name: 'history --check: a folder', args: ['history', '--check', '--stdin'], closed: 'p', input: TOKEN, says: FOLDER, also: /work tree: z\.js/ },
  { name: 'history --check: a file', args: ['history', '--check', '--stdin'], closed: 'src/a.js', input: TOKEN, says: /src\/a\.js: it could not be read \(EACCES\)/, also: /work tree: z\.js/ },
  { name: 'history --check: a file of git', args: ['history', '--check', '--stdin'], closed: '.git/config.worktree', input: TOKEN, says: /\.git\/config\.worktree: it could not be read \(EACCES\)/, also: /work tree: z\.js/ },
  { name: 'known values: where env files may lie', args: ['scan', 'z.js', '--quiet'], closed: 'p', says: FOLDER, also: /z\.js/ },
])('what could not be read is listed, exit 2: $name', ({ args, closed, input = '', says, also = /./ }) => {
  const repo = openRepo();
  const path = join(repo.dir, closed);
  chmodSync(path, 0);
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', '65534:65534', repo.dir]);
  const { status, told } = run(repo, args, input);
  chmodSync(path, 0o755);
  expect(told).toMatch(says);
  expect(told).toMatch(also);
  expect(status).toBe(2);
  expect(told.split('could not be read').length).toBe(2);
}); // biome-ignore format: a table
