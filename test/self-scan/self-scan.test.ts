import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { cleanEnv } from '../repo.ts';
import { githubToken } from '../tokens.ts';

const ROOT = resolve(import.meta.dirname, '../..');

function scan(path: string, ...more: readonly string[]) {
  const done = spawnSync(process.execPath, [join(ROOT, 'dist/cli.cjs'), 'scan', path, '--format', 'json', ...more], {
    cwd: ROOT,
    env: cleanEnv(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

test('the project passes its own scan', () => {
  const { status, out, err } = scan('.');
  const findings = (JSON.parse(out) as { findings: { verdict: string; path: string; line: number; rule: string }[] })
    .findings;
  const blocked = findings.filter(({ verdict }) => verdict === 'block').map((f) => `${f.path}:${f.line} ${f.rule}`);
  expect({ blocked, err, status }).toMatchObject({ blocked: [], status: 0 });
});

test('which can fail', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secretguard-self-'));
  try {
    writeFileSync(join(folder, 'a.js'), `export const token = '${githubToken()}';\n`);
    const { status, out } = scan(folder);
    expect(status).toBe(1);
    expect(out).not.toContain(githubToken());
    expect(readFileSync(join(folder, 'a.js'), 'utf8')).toContain('token');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
