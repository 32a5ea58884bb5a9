// npm test: builds, then runs every test; ends with the plain line "N passed, N failed". Arguments go to jest.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'secretguard-results-'));
const results = join(folder, 'results.json');
const run = (file, args, env = {}) =>
  spawnSync(process.execPath, [file, ...args], { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

let status = run('scripts/build.mjs', []);
let counts = { passed: 0, failed: 1 };
if (status === 0) {
  const flags = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
  status = run('node_modules/jest/bin/jest.js', ['--json', '--outputFile', results, ...process.argv.slice(2)], {
    NODE_OPTIONS: flags,
  });
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(
      readFileSync(results, 'utf8'),
    );
    const broken = testResults.filter((t) => t.status === 'failed' && t.assertionResults.length === 0).length;
    counts = { passed: numPassedTests, failed: numFailedTests + broken };
    if (numFailedTestSuites > 0) status = 1;
  } catch {
    status = 1;
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = status;
