// npm run bench:detection: recall, false alarms, precision and F1 on labelled corpora, beside other scanners in the same run, and
// false alarms over releases of npm packages, which are labelled by nobody and hold next to no secret.
//   --no-peers | --peers a,b    which scanners to measure besides (bench/peers.mjs fetches them)
//   --releases N                releases of each package, 0 for none (default 5)
//   --packages a,b              packages to take instead of the list in bench/real-code.mjs
//   --show                      every block and warning over the releases, by place and rule
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from './figures.mjs';
import { installPeers, PEERS, withPeers } from './peers.mjs';
import { measureRealCode } from './real-code.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const CORPUS = resolve(ROOT, '../shared/corpus');
/** A copy: the measuring takes minutes, in which somebody may build. */
const work = mkdtempSync(join(tmpdir(), 'secretguard-detection-'));
const CLI = join(work, 'dist/cli.cjs');
const OWN = `'${process.execPath}' '${CLI}' scan {dir} --no-config --format sarif --output {out}`;
const FILE_CORPORA = ['creddata', 'creddata-js', 'leaky-repo', 'fake-leaks'];
const { values: given } = parseArgs({
  options: {
    'no-peers': { type: 'boolean' },
    peers: { type: 'string' },
    releases: { type: 'string', default: '5' },
    packages: { type: 'string' },
    show: { type: 'boolean' },
  },
});

if (!existsSync(join(CORPUS, 'dev.tar.xz'))) {
  rmSync(work, { recursive: true });
  console.log('bench:detection: the labelled corpora (../shared/corpus) are not here; nothing was measured');
  process.exit(0);
}
try {
  cpSync(join(ROOT, 'dist'), join(work, 'dist'), { recursive: true });
  must('tar', ['-xJf', join(CORPUS, 'dev.tar.xz'), '-C', work]);
  const tools = [
    { tool: 'secretguard', version: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version },
  ];
  if (!given['no-peers']) {
    const wanted = given.peers?.split(',') ?? PEERS.map((p) => p.tool);
    const { there, missing } = installPeers(wanted);
    tools.push(...there);
    for (const { tool, why } of missing) console.log(`${tool}: not to be had here: ${why}`);
  }
  measureCases(tools);
  measureFiles(tools);
  const releases = Number(given.releases);
  if (releases > 0)
    measureRealCode({ cli: CLI, work, packages: given.packages?.split(','), releases, show: given.show });
} finally {
  rmSync(work, { recursive: true, force: true });
}

function must(command, args, env = process.env) {
  const done = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  if (done.error !== undefined || done.status !== 0) {
    console.error(`bench:detection: ${command} ${args[0]} failed\n${(done.stderr ?? '').slice(-500)}`);
    process.exit(1);
  }
  return done.stdout;
}

/** Runs the scorer and gives what it wrote as JSON. */
function score(mode, target, { tool }) {
  const out = join(work, `${tool}.json`);
  const which = tool === 'secretguard' ? ['--tool', 'custom', '--name', tool, '--cmd', OWN] : ['--tool', tool];
  must('python3', [join(CORPUS, 'score.py'), mode, target, ...which, '--json', out], {
    ...withPeers(),
    SCORE_WORK: join(work, 'run'),
  });
  return JSON.parse(readFileSync(out, 'utf8'));
}

function measureCases(tools) {
  console.log(`\n## Rule-level cases (dev part, core)\n`);
  const scored = tools.map((t) => ({ ...t, ...score('cases', join(work, 'cases/dev.jsonl'), t) }));
  const rows = scored.map(({ tool, version, results, seconds }) => {
    const secrets = results.filter((r) => r.label === 'secret' && r.core);
    const clean = results.filter((r) => r.label === 'clean' && !r.weak && !r.contested);
    const foreign = secrets.filter((r) => !r.own);
    const found = secrets.filter((r) => r.hit).length;
    const wrong = clean.filter((r) => r.hit).length;
    const precision = found / (found + wrong);
    const recall = found / secrets.length;
    return [
      `${tool} ${version}`, share(secrets, 'hit'), share(foreign, 'hit'), share(secrets, 'block'), share(clean, 'hit'), share(clean, 'block'),
      percent(precision), percent((2 * precision * recall) / (precision + recall)), seconds.toFixed(1),
    ]; // biome-ignore format: a row
  });
  const head = [
    'tool',
    'found',
    'of sources not its own',
    'blocked',
    'clean flagged',
    'clean blocked',
    'precision',
    'F1',
    'seconds',
  ];
  table(head, rows);
  for (const key of ['kind', 'shape', 'source']) byKey(scored, key);
}

function byKey(scored, key) {
  const core = ({ results }) => results.filter((r) => r.label === 'secret' && r.core);
  const groups = [...new Set(core(scored[0]).map((r) => r[key]))].sort();
  console.log(`\nFound, by ${key}:\n`);
  table(
    ['tool', ...groups.map((g) => `${g} (${core(scored[0]).filter((r) => r[key] === g).length})`)],
    scored.map((s) => [
      s.tool,
      ...groups.map((g) =>
        share(
          core(s).filter((r) => r[key] === g),
          'hit',
        ),
      ),
    ]),
  );
  if (key !== 'source') return;
  const clean = ({ results }) => results.filter((r) => r.label === 'clean' && !r.weak && !r.contested);
  const sources = [...new Set(clean(scored[0]).map((r) => r.source))].sort();
  console.log('\nClean ones flagged, by source:\n');
  table(
    ['tool', ...sources.map((g) => `${g} (${clean(scored[0]).filter((r) => r.source === g).length})`)],
    scored.map((s) => [
      s.tool,
      ...sources.map((g) =>
        share(
          clean(s).filter((r) => r.source === g),
          'hit',
        ),
      ),
    ]),
  );
}

function measureFiles(tools) {
  for (const corpus of FILE_CORPORA.filter((c) => existsSync(join(work, 'B', c)))) {
    console.log(`\n## Files with labelled lines: ${corpus}\n`);
    const rows = tools.map((t) => [
      `${t.tool} ${t.version}`,
      ...fileRow(score('files', join(work, 'B', corpus), t)[corpus]),
    ]);
    const byLine = rows.some((row) => row.length === 6);
    table(
      byLine
        ? ['tool', 'recall', 'precision', 'F1', 'precision with unlabelled as false', 'F1 so']
        : ['tool', 'files with secrets found', 'clean files flagged', 'findings'],
      rows,
    );
  }
}

function fileRow(r) {
  if (r.lines === undefined)
    return [`${r.files_secret_hit} of ${r.files_secret}`, `${r.files_clean_hit} of ${r.files_clean}`, r.findings];
  return [r.recall, r.precision_labelled, r.f1_labelled, r.precision_incl_unlabelled, r.f1_incl_unlabelled].map(
    percent,
  );
}

function share(rows, key) {
  return rows.length === 0 ? '' : percent(rows.filter((r) => r[key]).length / rows.length);
}

function percent(x) {
  return Number.isFinite(x) ? (100 * x).toFixed(1) : '';
}
