// What it costs to guess a secret from the rotation ledger: one scrypt as the ledger has it, in processor time, times the guesses.
//   npm run build && node bench/fingerprint.mjs [BITS]
import { execFileSync, spawnSync } from 'node:child_process';
import { scryptSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BITS = Number(process.argv[2] ?? 32);
const SECONDS_A_MONTH = 30.44 * 86_400;
const work = mkdtempSync(join(tmpdir(), 'secretguard-bench-'));
try {
  // the parameters are read from a line that the command writes, not assumed
  const git = (...args) => execFileSync('git', args, { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  git('init', '-q');
  writeFileSync(join(work, '.gitignore'), '.env\n');
  writeFileSync(join(work, '.env'), `API_KEY=${'0123456789abcdef'.split('').reverse().join('')}ffee\n`);
  const cli = resolve(import.meta.dirname, '../dist/cli.cjs');
  const done = spawnSync(process.execPath, [cli, 'rotate', 'status', '--record', '--yes'], { cwd: work });
  if (done.status !== 0) throw new Error(`rotate status --record ended with ${done.status}`);
  const { fingerprint } = JSON.parse(readFileSync(join(work, '.secretguard/rotation.jsonl'), 'utf8').split('\n')[0]);
  const [, ln, r, p, salt] = fingerprint.split(':');
  const N = 2 ** Number(ln);
  const guess = (i) => scryptSync(`guess-${i}`, salt, 16, { N, r: Number(r), p: Number(p), maxmem: N * r * 256 });
  guess(0);
  const times = Array.from({ length: 9 }, (_, i) => {
    const before = process.cpuUsage();
    guess(i);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  }).sort((a, b) => a - b);
  const one = times[times.length >> 1];
  const months = (2 ** BITS * one) / SECONDS_A_MONTH;
  console.log(
    `scrypt N=2^${ln} r=${r} p=${p}: ${(one * 1000).toFixed(0)} ms of processor time a guess, ${(N * r * 128) >> 20} MiB`,
  );
  console.log(`a secret of ${BITS} bits: ${months.toFixed(0)} CPU-months for all guesses, half of it on average`);
  process.exitCode = months / 2 >= 1 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
