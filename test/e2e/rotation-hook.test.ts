import { appendFileSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../src/days.ts';
import { factLine, type Issued } from '../../src/rotation.ts';
import { LEDGER_FILE } from '../../src/rotation-key.ts';
import { fake } from '../../src/rule.ts';
import { newRepo, type Repo } from '../repo.ts';

const TODAY = new Date().toISOString().slice(0, 10);
const KEY = fake('hex', 40, 51);

/** A key of somebody else, so that no value has to be compared. */
function issuedAgo(days: number, name = 'THEIR_KEY'): string {
  const issued = addDays(TODAY, -days);
  const fact: Issued = {
    fact: 'issued',
    name,
    environment: 'production',
    id: '0a0b0c0d',
    issued,
    due: addDays(issued, 90),
  };
  return `${factLine(fact)}\n`;
}

function project(ledger: string | undefined, env?: string): Repo {
  const repo = newRepo();
  repo.write('src/a.js', 'export const a = 1;\n');
  if (ledger !== undefined) repo.write(LEDGER_FILE, ledger);
  if (env !== undefined) repo.write('.env', env);
  repo.git('add', '-A');
  return repo;
}

describe('the hook tells what is due, and blocks nothing', () => {
  test.each<{ name: string; ledger: string | undefined; env?: string; says: RegExp | undefined }>([
    { name: 'no ledger', ledger: undefined, env: `API_KEY=${KEY}\n`, says: undefined },
    { name: 'day 0', ledger: issuedAgo(0), says: undefined },
    { name: 'day 75', ledger: issuedAgo(75), says: undefined },
    { name: 'day 76', ledger: issuedAgo(76), says: /soon +THEIR_KEY \(production\): due in 14 days/ },
    { name: 'day 90', ledger: issuedAgo(90), says: /soon .*due today/ },
    { name: 'day 91', ledger: issuedAgo(91), says: /OVERDUE +THEIR_KEY .*91 days old/ },
    { name: 'a new value', ledger: issuedAgo(0), env: `API_KEY=${KEY}\n`, says: /new +API_KEY \(default\): in \.env/ },
    { name: 'a broken line', ledger: `${issuedAgo(0)}{"half\n`, says: /broken +line 2/ },
    { name: 'a clock that is behind', ledger: issuedAgo(-5), says: /is this clock behind/ },
  ])('$name', ({ ledger, env, says }) => {
    const repo = project(ledger, env);
    const first = repo.hook();
    expect(first.status).toBe(0);
    if (says === undefined) expect(first.out).not.toMatch(/rotation/);
    else expect(first.out).toMatch(says);
    expect(first.out).not.toContain(KEY);
    // said once a day
    expect(repo.hook().out).not.toMatch(/rotation/);
  });
  test.each<{ name: string; change: (repo: Repo) => unknown; says: RegExp | undefined }>([
    { name: 'nothing', change: () => undefined, says: undefined },
    { name: 'another commit', change: (repo) => repo.write('src/b.js', 'export {};\n'), says: undefined },
    {
      name: 'an env file',
      change: (repo) => appendFileSync(join(repo.dir, '.env'), `NEW_TOKEN=${KEY}\n`),
      says: /new +NEW_TOKEN/,
    },
    {
      name: 'only the time of an env file',
      change: (repo) => utimesSync(join(repo.dir, '.env'), 1, 1),
      says: /OVERDUE/,
    },
    {
      name: 'another env file',
      change: (repo) => repo.write('.env.local', `NEW_TOKEN=${KEY}\n`),
      says: /new +NEW_TOKEN \(local\)/,
    },
    { name: 'the ledger', change: (repo) => repo.write(LEDGER_FILE, issuedAgo(92)), says: /92 days old/ },
    {
      name: 'the day',
      change: (repo) => {
        const file = join(repo.dir, '.git/secretguard/rotation-stamp');
        writeFileSync(file, readFileSync(file, 'utf8').replace(TODAY, addDays(TODAY, -1)));
      },
      says: /OVERDUE/,
    },
  ])('and again when it changed: $name', ({ change, says }) => {
    const repo = project(issuedAgo(91), 'PORT=3000\n');
    expect(repo.hook().out).toMatch(/OVERDUE/);
    change(repo);
    repo.git('add', '-A');
    const ran = repo.hook();
    expect(ran.status).toBe(0);
    if (says === undefined) expect(ran.out).not.toMatch(/rotation/);
    else expect(ran.out).toMatch(says);
  });
  test('new values are told when they come, and not every day', () => {
    const repo = project(issuedAgo(0), `API_KEY=${KEY}\n`);
    expect(repo.hook().out).toMatch(/new +API_KEY/);
    const file = join(repo.dir, '.git/secretguard/rotation-stamp');
    writeFileSync(file, readFileSync(file, 'utf8').replace(TODAY, addDays(TODAY, -1)));
    expect(repo.hook().out).not.toMatch(/rotation/);
    repo.write('.env', ['A', 'B', 'C', 'D'].map((name, i) => `${name}_TOKEN=${fake('hex', 32, i)}\n`).join(''));
    expect(repo.hook().out).toMatch(/new +4 values of env files/);
  });
  test('in a linked work tree, and where something else blocks', () => {
    const repo = project(issuedAgo(91));
    repo.git('commit', '-qm', 'x', '--no-verify');
    const tree = join(repo.dir, '../tree');
    repo.git('worktree', 'add', '-q', tree);
    writeFileSync(join(tree, 'b.js'), '');
    repo.tryGit(['-C', tree, 'add', '-A']);
    const ran = repo.tryGit(['-C', tree, '-c', `core.hooksPath=${hooksFolder(repo)}`, 'commit', '-qm', 'y'], {
      PATH: repo.path,
    });
    expect(ran).toMatchObject({ status: 0, out: expect.stringMatching(/OVERDUE/) });
    expect(existsSync(join(repo.dir, '.git/worktrees/tree/secretguard/rotation-stamp'))).toBe(true);

    const blocked = project(issuedAgo(91));
    blocked.write('.env', 'A=1\n');
    blocked.git('add', '-f', '.env');
    expect(blocked.hook()).toMatchObject({ status: 1, out: expect.stringMatching(/BLOCKED[\s\S]*OVERDUE/) });
  });
  test('broken settings are the check’s business', () => {
    const repo = project(issuedAgo(91));
    repo.write('.secretguardrc', '{"x":1}');
    expect(repo.hook()).toMatchObject({ status: 0, out: expect.stringMatching(/rotation: not checked/) });
  });
});

function hooksFolder(repo: Repo): string {
  const folder = join(repo.dir, '../hooks');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'pre-commit'),
    `#!/bin/sh\nexec sh -e '${join(import.meta.dirname, '../../hooks/pre-commit')}'\n`,
    { mode: 0o755 },
  );
  return folder;
}
