// What a commit costs: the shipped hook as husky runs it against its floor (one `git diff --cached --raw` and `node -e 0`),
// in pairs, one after the other, in one run; then a commit of 100,000 lines beside other scanners.
//   node bench/hook.mjs [--pairs N] [--check [--budget TIMES]] [--no-peers]        --check: exit 1 where the budget is not kept
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './figures.mjs';
import { installPeers } from './peers.mjs';

/** Times the floor that a typical commit may cost (LAYOUT.md, CONTRACT.md). */
const BUDGET = 1.4;
const ROOT = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '31' },
    check: { type: 'boolean' },
    budget: { type: 'string' },
    'no-peers': { type: 'boolean' },
  },
});
const work = mkdtempSync(join(tmpdir(), 'secretguard-bench-'));
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
Object.assign(env, {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
});

try {
  process.exitCode = main();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function main() {
  const typical = makeRepository(join(work, 'typical'), stageTypical);
  const floor = join(work, 'floor.sh');
  writeFileSync(floor, 'git diff --cached --raw >/dev/null\nnode -e 0\n');
  const hook = command('sh', ['-e', join(ROOT, 'hooks/pre-commit')], typical);
  const { ratio, a, b } = paired(hook, command('sh', [floor], typical), Number(values.pairs));
  console.log(
    `a typical commit (200 files, 5 staged, 120 lines), ${values.pairs} pairs, Node ${process.versions.node}`,
  );
  console.log(
    `  the hook: ${ratio.toFixed(2)} times the floor (median of pairs; medians ${a.toFixed(0)} ms and ${b.toFixed(0)} ms); budget ${BUDGET}`,
  );
  rotation();
  if (values['no-peers'] !== true) peers(typical, floor);
  return values.check === true && ratio > Number(values.budget ?? BUDGET) ? 1 : 0;
}

/** What the rotation ledger costs a commit that changes neither it nor an env file: the same commit with it and without. */
function rotation() {
  const [without, withLedger] = ['plain', 'ledger'].map((name) => {
    const folder = makeRepository(join(work, name), stageTypical);
    writeFileSync(join(folder, '.env'), `PORT=3000\nAPI_KEY=${'0123456789abcdef'.split('').reverse().join('')}ffee\n`);
    return folder;
  });
  const cli = join(ROOT, 'dist/cli.cjs');
  execFileSync(process.execPath, [cli, 'rotate', 'status', '--record', '--yes'], {
    cwd: withLedger,
    env,
    stdio: 'ignore',
  });
  const hook = (folder) => command('sh', ['-e', join(ROOT, 'hooks/pre-commit')], folder);
  const { ratio } = paired(hook(withLedger), hook(without), Number(values.pairs));
  console.log(`  with a rotation ledger: ${ratio.toFixed(3)} times the same commit without (median of pairs)`);
}

/** The same two commits by the scanners that can look at what is staged. */
function peers(typical, floor) {
  const { bin, there, missing } = installPeers([
    'gitleaks',
    'betterleaks1',
    'ripsecrets',
    'kingfisher',
    'secretlint13',
  ]);
  const large = makeRepository(join(work, 'large'), stageLarge);
  const ours = command('sh', ['-e', join(ROOT, 'hooks/pre-commit')], large);
  console.log(
    'a commit of 100,000 lines: how many times our hook each takes; and the typical commit against the floor',
  );
  for (const { tool, version } of there) {
    const [on, args] = staged(tool);
    const many = paired(command(join(bin, on), args(large), large), ours, 5);
    const few = paired(command(join(bin, on), args(typical), typical), command('sh', [floor], typical), 7);
    console.log(
      `  ${tool} ${version}: ${many.ratio.toFixed(1)} times our hook on the large commit; ${few.ratio.toFixed(1)} times the floor on the typical one`,
    );
  }
  for (const { tool, why } of missing) console.log(`  ${tool}: not to be had here (${why})`);
}

/** How each is run in a pre-commit hook; those that know no index get the staged files, as lint-staged hands them over. */
function staged(tool) {
  const files = (repo) =>
    execFileSync('git', ['diff', '--cached', '--name-only', '--diff-filter=ACMR'], { cwd: repo, env, encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
  switch (tool) {
    case 'gitleaks':
    case 'betterleaks1':
      return [tool, () => ['git', '--staged', '--no-banner', '--log-level', 'error', '.']];
    case 'kingfisher':
      return [tool, () => ['scan', '.', '--staged', '--no-validate', '--no-update-check', '--quiet']];
    default:
      return [tool, files];
  }
}

function command(file, args, cwd) {
  const bin = join(cwd, 'node_modules/.bin');
  return () => {
    const start = process.hrtime.bigint();
    const done = spawnSync(file, args, {
      cwd,
      env: { ...env, PATH: `${bin}${delimiter}${env.PATH}` },
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    if (done.error) throw done.error;
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
}

/** Runs both in turn; medians in milliseconds, and the median of the ratios pair by pair. */
function paired(runA, runB, pairs) {
  runA();
  runB();
  const a = [];
  const b = [];
  for (let i = 0; i < pairs; i++) {
    a.push(runA());
    b.push(runB());
  }
  return { a: median(a), b: median(b), ratio: median(a.map((x, i) => x / b[i])) };
}

/** 200 files of real code, one commit, then what `stage` puts into the index. */
function makeRepository(folder, stage) {
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(ROOT, 'dist/cli.cjs'), join(folder, 'node_modules/.bin/secretguard'));
  const git = (...args) => execFileSync('git', args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  git('init', '-q', '-b', 'main');
  writeFileSync(join(folder, '.gitignore'), 'node_modules\ndist\n.env\n.env.local\n.env.production\n');
  writeFileSync(join(folder, 'package.json'), '{ "name": "bench", "private": true }\n');
  const sources = realCode();
  for (let i = 0; i < 198; i++) {
    const path = join(folder, `src/part${i % 12}/file${i}.js`);
    mkdirSync(resolve(path, '..'), { recursive: true });
    writeFileSync(path, readFileSync(sources[(i * 7) % sources.length]));
  }
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  stage(folder);
  git('add', '-A');
  return folder;
}

/** Files of an ordinary size from packages that the checkout has anyway. */
function realCode() {
  const files = ['execa', 'lint-staged', 'zod', 'micromatch', '@jest/core', 'jest-runtime'].flatMap((name) =>
    readdirSync(join(ROOT, 'node_modules', name), { recursive: true, encoding: 'utf8' })
      .filter((f) => /(?<!\.d|locales\/.*)\.(?:js|ts)$/.test(f))
      .sort()
      .map((f) => join(ROOT, 'node_modules', name, f)),
  );
  return files.filter((f) => {
    const { size } = statSync(f);
    return size > 1_500 && size < 9_000;
  });
}

function stageTypical(folder) {
  for (let i = 0; i < 5; i++) {
    const path = join(folder, `src/part${i}/file${i + 24}.js`);
    const lines = readFileSync(path, 'utf8').split('\n');
    const added = Array.from(
      { length: 24 },
      (_, k) => `export const added${k} = (items) => items.filter((item) => item.size > ${k});`,
    );
    lines.splice(lines.length >> 1, 0, ...added);
    writeFileSync(path, lines.join('\n'));
  }
}

function stageLarge(folder) {
  const text = realCode()
    .map((f) => readFileSync(f, 'utf8'))
    .join('')
    .split('\n');
  for (let file = 0; file < 50; file++) {
    const lines = Array.from({ length: 2_000 }, (_, i) => text[(file * 997 + i) % text.length]);
    writeFileSync(join(folder, `src/large${file}.js`), lines.join('\n'));
  }
}
