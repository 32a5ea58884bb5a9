// Trees and histories of real text: time and memory beside other scanners, in pairs in one run, and against floors.
//   node bench/throughput.mjs [--rounds N] [--no-peers] [--only trees|history|growth] [--commits N]
//   node bench/throughput.mjs --inputs FOLDER      writes what is measured there, to look into one of them
// Times are medians; `cpu` is user and system time together, of all processes, which other work on the machine disturbs less.
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, median, table } from './figures.mjs';
import { interrupted, sharded } from './history-whole.mjs';
import { git, PLAIN_ENV, sources, writeHistory, writeLarge, writePackages, writeSmall } from './inputs.mjs';
import { installPeers } from './peers.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const FAST = ['gitleaks', 'betterleaks1', 'kingfisher', 'ripsecrets'];
const { values: given } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    'no-peers': { type: 'boolean' },
    only: { type: 'string' },
    commits: { type: 'string', default: '5200' },
    inputs: { type: 'string' },
  },
});
if (given.inputs !== undefined) {
  const texts = sources();
  writeLarge(join(given.inputs, 'large'), texts);
  writeSmall(join(given.inputs, 'small'), texts);
  writePackages(join(given.inputs, 'packages'), texts);
  writeHistory(join(given.inputs, 'history'), texts, Number(given.commits));
  process.exit(0);
}
const rounds = Number(given.rounds);
const work = mkdtempSync(join(tmpdir(), 'secretguard-throughput-'));
cpSync(join(ROOT, 'dist'), join(work, 'dist'), { recursive: true }); // the measuring takes minutes, in which somebody may build
const CLI = join(work, 'dist/cli.cjs');

try {
  const { bin, there, missing } = given['no-peers'] ? { bin: '', there: [], missing: [] } : installPeers(FAST);
  for (const { tool, why } of missing) console.log(`${tool}: not to be had here: ${why}`);
  console.log(`${cpus()[0]?.model}, ${availableParallelism()} processors, Node ${process.version}, ${rounds} rounds`);
  const texts = sources();
  const wants = (part) => given.only === undefined || given.only === part;
  if (wants('trees')) trees(texts, bin, there);
  if (wants('growth')) growth(texts);
  if (wants('growth')) historyGrowth(texts);
  if (wants('history')) history(texts, bin, there);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Each command once a round, in turn, so that what disturbs one disturbs its neighbours. */
function compare(title, commands, cwd = work) {
  console.log(`\n## ${title}\n`);
  const runs = commands.map(() => []);
  for (let round = 0; round <= rounds; round++)
    commands.forEach(({ command }, i) => {
      const one = measure(command, cwd, PLAIN_ENV);
      if (round > 0) runs[i].push(one); // the first one warms the caches
    });
  const rows = commands.map(({ name }, i) => ({
    name,
    seconds: median(runs[i].map((r) => r.seconds)),
    cpu: median(runs[i].map((r) => r.cpu)),
    mb: Math.max(...runs[i].map((r) => r.mb)),
    // of pairs, not of medians: both halves of a pair saw the same machine
    ours: median(runs[i].map((r, k) => runs[0][k].seconds / r.seconds)),
    oursCpu: median(runs[i].map((r, k) => runs[0][k].cpu / r.cpu)),
  }));
  table(
    ['', 'seconds', 'cpu seconds', 'peak MB', 'our time / its time', 'our cpu / its cpu'],
    rows.map((r) => [
      r.name,
      r.seconds.toFixed(2),
      r.cpu.toFixed(2),
      r.mb.toFixed(0),
      r.ours.toFixed(2),
      r.oursCpu.toFixed(2),
    ]),
  );
}

function scanTree(folder, ...more) {
  const how = ['--no-ignore', '--no-config', '--fail-on', 'never', '--format', 'json'];
  return [process.execPath, CLI, 'scan', folder, ...how, ...more];
}

function peerTree(tool, bin, folder) {
  const out = join(work, 'peer.out');
  const leaks = ['dir', folder, '-f', 'json', '-r', out, '--no-banner', '--exit-code', '0', '--log-level', 'error'];
  const rest = {
    gitleaks: leaks,
    betterleaks1: leaks,
    kingfisher: [
      'scan',
      folder,
      '--format',
      'json',
      '-o',
      out,
      '--no-validate',
      '--git-history',
      'none',
      '--no-update-check',
      '--no-ignore',
    ],
    ripsecrets: [folder],
  };
  return [join(bin, tool), ...rest[tool]];
}

function trees(texts, bin, peers) {
  const makers = {
    'few large files': writeLarge,
    '20,000 small files': writeSmall,
    'a project with its packages': writePackages,
  };
  for (const [title, make] of Object.entries(makers)) {
    const folder = join(work, 'tree');
    const { files, bytes } = make(folder, texts);
    compare(`${title}: ${files} files, ${(bytes / 1e6).toFixed(0)} MB`, [
      { name: 'secretguard', command: scanTree(folder) },
      { name: 'secretguard, one thread', command: scanTree(folder, '--threads', '1') },
      ...peers.map(({ tool, version }) => ({ name: `${tool} ${version}`, command: peerTree(tool, bin, folder) })),
      { name: 'floor: grep -rFc of one word', command: ['grep', '-rFc', 'incomprehensibilities', folder] },
    ]);
    rmSync(folder, { recursive: true });
  }
}

/** 1, 4 and 16 times the same input: time is to grow as it does, memory not at all. */
function growth(texts) {
  console.log('\n## Growth: one small tree, 1, 4 and 16 times\n');
  const folder = join(work, 'grown');
  writeSmall(join(folder, 'c0'), texts, 2_000);
  const rows = [];
  for (const times of [1, 4, 16]) {
    for (let i = 0; i < times; i++)
      if (!existsSync(join(folder, `c${i}`))) cpSync(join(folder, 'c0'), join(folder, `c${i}`), { recursive: true });
    for (const threads of ['1', '2']) {
      const runs = Array.from({ length: rounds }, () =>
        measure(scanTree(folder, '--threads', threads), work, PLAIN_ENV),
      );
      rows.push([
        `${times} times, threads: ${threads}`,
        median(runs.map((r) => r.seconds)).toFixed(2),
        median(runs.map((r) => r.cpu)).toFixed(2),
        Math.max(...runs.map((r) => r.mb)).toFixed(0),
      ]);
    }
  }
  table(['', 'seconds', 'cpu seconds', 'peak MB'], rows);
  rmSync(folder, { recursive: true });
}

/** A history of 1, 4 and 16 times as many commits. */
function historyGrowth(texts) {
  console.log('\n## Growth: a history, 1, 4 and 16 times as long\n');
  const rows = [];
  for (const times of [1, 4, 16]) {
    const folder = join(work, `history-${times}`);
    writeHistory(folder, texts, 650 * times);
    const how = ['--history', '--no-config', '--fail-on', 'never', '--format', 'json'];
    for (const threads of ['1', '2']) {
      const runs = Array.from({ length: rounds }, () => {
        rmSync(join(folder, '.git/secretguard'), { recursive: true, force: true });
        return measure([process.execPath, CLI, 'scan', ...how, '--threads', threads], folder, PLAIN_ENV);
      });
      rows.push([
        `${650 * times} commits, threads: ${threads}`,
        median(runs.map((r) => r.seconds)).toFixed(2),
        median(runs.map((r) => r.cpu)).toFixed(2),
        Math.max(...runs.map((r) => r.mb)).toFixed(0),
      ]);
    }
    rmSync(folder, { recursive: true });
  }
  table(['', 'seconds', 'cpu seconds', 'peak MB'], rows);
}

function history(texts, bin, peers) {
  const folder = join(work, 'history');
  const commits = Number(given.commits);
  writeHistory(folder, texts, commits);
  const objects = git(folder, ['cat-file', '--batch-all-objects', '--batch-check']).toString('latin1');
  const blobs = [...objects.matchAll(/^([0-9a-f]+) blob (\d+)$/gm)];
  const list = join(work, 'blobs.txt');
  writeFileSync(list, blobs.map((m) => `${m[1]}\n`).join(''));
  const bytes = blobs.reduce((n, m) => n + Number(m[2]), 0);
  const fresh = (...more) => [
    'sh',
    '-c',
    `rm -rf .git/secretguard; exec "$@"`,
    'sh',
    process.execPath,
    CLI,
    'scan',
    '--history',
    '--no-config',
    '--fail-on',
    'never',
    '--format',
    'json',
    ...more,
  ];
  const again = fresh().slice(4);
  const out = join(work, 'peer.out');
  const leaks = ['git', '.', '-f', 'json', '-r', out, '--no-banner', '--exit-code', '0', '--log-level', 'error'];
  const rest = {
    gitleaks: leaks,
    betterleaks1: leaks,
    kingfisher: [
      'scan',
      '.',
      '--format',
      'json',
      '-o',
      out,
      '--no-validate',
      '--git-history',
      'full',
      '--no-update-check',
    ],
  };
  compare(`History: ${commits} commits, ${blobs.length} blobs, ${(bytes / 1e6).toFixed(0)} MB of content`, [
    { name: 'secretguard, first run', command: fresh() },
    { name: 'secretguard, one thread', command: fresh('--threads', '1') },
    ...peers.filter(({ tool }) => rest[tool] !== undefined).map(({ tool, version }) => ({ name: `${tool} ${version}`, command: [join(bin, tool), ...rest[tool]] })),
    { name: 'git log -p --all', command: ['git', 'log', '-p', '--all'] },
    { name: 'floor: git cat-file --batch', command: ['sh', '-c', `git cat-file --batch --buffer < '${list}'`] },
    { name: 'secretguard, second run', command: again },
  ], folder); // biome-ignore format: a table
  sharded(folder, again, ['2', '5']);
  interrupted(folder, again);
}
