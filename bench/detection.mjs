// npm run bench:detection: recall, false alarms, precision and F1 on labelled corpora, beside other scanners in the same run, and
// false alarms over releases of npm packages, which are labelled by nobody and hold next to no secret.
//   --no-peers | --peers a,b    which scanners to measure besides (bench/peers.mjs fetches them)
//   --releases N                releases of each package, 0 for none (default 5)
//   --packages a,b              packages to take instead of the list below
//   --show                      every block and warning over the releases, by place and rule
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installPeers, PEERS, withPeers } from './peers.mjs';
import { writeReleases } from './releases.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const CORPUS = resolve(ROOT, '../shared/corpus');
/** A copy: the measuring takes minutes, in which somebody may build. */
const work = mkdtempSync(join(tmpdir(), 'secretguard-detection-'));
const CLI = join(work, 'dist/cli.cjs');
const OWN = `'${process.execPath}' '${CLI}' scan {dir} --no-config --format sarif --output {out}`;
const FILE_CORPORA = ['creddata', 'creddata-js', 'leaky-repo', 'fake-leaks'];
/** Of many kinds: servers, clients of services with keys, cryptography, translations, documentation, bundles, command lines. */
const PACKAGES = [
  'axios', 'bcryptjs', 'bootstrap', 'chart.js', 'commander', 'crypto-js', 'date-fns', 'dayjs', 'eslint', 'ethers', 'express', 'fastify',
  'firebase-admin', 'highlight.js', 'i18next', 'ioredis', 'jose', 'jsonwebtoken', 'knex', 'koa', 'lodash', 'marked', 'mocha', 'moment',
  'mongoose', 'mysql2', 'next-auth', 'node-forge', 'nodemailer', 'openai', 'parse-server', 'passport', 'pg', 'prismjs', 'quill', 'rollup',
  'sequelize', 'socket.io', 'stripe', 'swagger-ui-dist', 'tailwindcss', 'twilio', 'typeorm', 'uuid', 'validator', 'video.js', 'vue', 'zod',
]; // biome-ignore format: a list

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
  if (releases > 0) measureReleases(given.packages?.split(',') ?? PACKAGES, releases);
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

/** Blocks and warnings of ours over the added lines of releases, and over the newest release as a tree. */
function measureReleases(packages, count) {
  console.log(`\n## Real code: the last ${count} releases of ${packages.length} npm packages\n`);
  const out = join(work, 'releases');
  mkdirSync(out);
  const failed = packages.filter((name) => !writeReleases(name, count, out));
  if (failed.length > 0) console.log(`Not to be had: ${failed.join(', ')}\n`);
  const folders = readdirSync(out);
  const isRelease = (name) => name.lastIndexOf('@') > 0;
  const scanned = folders.map((name) => ({ name, ...scanFolder(join(out, name)) }));
  const releases = scanned.filter((s) => isRelease(s.name));
  const trees = scanned.filter((s) => !isRelease(s.name));
  const sum = (list, key) => list.reduce((n, s) => n + s[key], 0);
  const per = (n, of, unit) => (of === 0 ? '' : `${((n * unit) / of).toFixed(2)}`);
  const lines = sum(trees, 'lines');
  const withBlock = releases.filter((r) => r.block > 0).length;
  const withWarning = releases.filter((r) => r.warn > 0).length;
  table(
    ['', 'blocks', 'warnings'],
    [
      [`findings in the added lines of ${releases.length} releases`, sum(releases, 'block'), sum(releases, 'warn')],
      ['releases with any, per 1,000', per(withBlock, releases.length, 1000), per(withWarning, releases.length, 1000)],
      [`findings in ${trees.length} trees of ${lines} lines`, sum(trees, 'block'), sum(trees, 'warn')],
      ['per 100,000 lines', per(sum(trees, 'block'), lines, 1e5), per(sum(trees, 'warn'), lines, 1e5)],
    ],
  );
  if (given.show) for (const { name, shown } of scanned) for (const line of shown) console.log(`${name}/${line}`);
}

function scanFolder(folder) {
  const text = spawnSync(process.execPath, [CLI, 'scan', folder, '--no-config', '--format', 'json'], {
    maxBuffer: 1 << 30,
  }).stdout;
  const { findings, scope } = JSON.parse(text.toString('utf8'));
  const of = (verdict) => findings.filter((f) => f.verdict === verdict);
  const shown = [...of('block'), ...of('warn')].map(
    (f) => `${f.path}:${f.line}: ${f.verdict} ${f.rule} ${f.preview}: ${f.why}`,
  );
  return { block: of('block').length, warn: of('warn').length, lines: scope.lines, shown };
}

function share(rows, key) {
  return rows.length === 0 ? '' : percent(rows.filter((r) => r[key]).length / rows.length);
}

function percent(x) {
  return Number.isFinite(x) ? (100 * x).toFixed(1) : '';
}

function table(head, rows) {
  const width = head.map((h, i) => Math.max(h.length, ...rows.map((r) => String(r[i] ?? '').length)));
  const line = (cells) => `| ${cells.map((c, i) => String(c ?? '').padEnd(width[i])).join(' | ')} |`;
  console.log([line(head), line(width.map((w) => '-'.repeat(w))), ...rows.map(line)].join('\n'));
}
