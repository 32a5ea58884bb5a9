// Trees and histories of real text: time and memory beside other scanners, in pairs in one run, and against floors.
//   node bench/throughput.mjs [--rounds N] [--no-peers] [--only trees|history|growth] [--commits N]
//   node bench/throughput.mjs --inputs FOLDER      writes what is measured there, to look into one of them
// Texts are those of node_modules, cut and mixed by a fixed rule. Times are medians; `cpu` is user and system time together, of
// all processes, which other work on the machine disturbs less.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
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
const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', NO_COLOR: '1', LC_ALL: 'C' };
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

/** Source texts of what is installed, in the order of their paths. */
function sources() {
  const folder = join(ROOT, 'node_modules');
  const texts = [];
  for (const pack of readdirSync(folder).sort()) {
    if (pack.startsWith('.')) continue;
    for (const entry of readdirSync(join(folder, pack), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:[cm]?[jt]s|json|md|ya?ml|css|html)$/.test(entry.name)) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'latin1');
      if (text.length > 500 && text.length < 300_000) texts.push({ name: entry.name, text });
    }
  }
  return texts.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.text.length - b.text.length));
}

/** Time, processor time and the memory of the largest process; seconds and MB. */
function measure(command, cwd = work) {
  const script = `import resource,subprocess,sys,time
t=time.time(); subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)
r=resource.getrusage(resource.RUSAGE_CHILDREN); print(time.time()-t, r.ru_utime+r.ru_stime, r.ru_maxrss/1024)`;
  const done = spawnSync('python3', ['-c', script, ...command], { cwd, env, encoding: 'utf8' });
  const [seconds, cpu, mb] = done.stdout.trim().split(' ').map(Number);
  return { seconds, cpu, mb };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Each command once a round, in turn, so that what disturbs one disturbs its neighbours. */
function compare(title, commands, cwd) {
  console.log(`\n## ${title}\n`);
  const runs = commands.map(() => []);
  for (let round = 0; round <= rounds; round++)
    commands.forEach(({ command }, i) => {
      const one = measure(command, cwd);
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

function writeLarge(folder, texts) {
  mkdirSync(folder, { recursive: true });
  const whole = texts.map((t) => t.text).join('\n');
  const size = Math.ceil(Math.min(whole.length, 96e6) / 8);
  let bytes = 0;
  for (let i = 0; i < 8; i++) {
    const part = whole.slice(i * size, (i + 1) * size);
    bytes += part.length;
    writeFileSync(join(folder, `bundle-${i}.js`), part, 'latin1');
  }
  return { files: 8, bytes };
}

/** Pieces of some 4 kB each, ended where a line ends. */
function writeSmall(folder, texts, count = 20_000) {
  let [files, bytes] = [0, 0];
  for (let turn = 0; files < count; turn++) {
    for (const { name, text } of texts) {
      const start = text.indexOf('\n', (turn * 4000) % text.length) + 1; // short ones come round again
      const piece = text.slice(start, text.indexOf('\n', start + 4000) + 1 || undefined).slice(0, 8000);
      if (piece.length < 100) continue;
      const path = join(folder, `d${files % 400}`, `${files}-${name}`);
      if (files < 400) mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, piece, 'latin1');
      bytes += piece.length;
      if (++files === count) break;
    }
  }
  return { files, bytes };
}

function writePackages(folder, texts) {
  let bytes = 0;
  texts.slice(0, 12_000).forEach(({ name, text }, i) => {
    const path = join(folder, i % 5 === 0 ? 'src' : `node_modules/p${i % 211}/lib`, `${i}-${name}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, 'latin1');
    bytes += text.length;
  });
  return { files: Math.min(12_000, texts.length), bytes };
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
      const runs = Array.from({ length: rounds }, () => measure(scanTree(folder, '--threads', threads)));
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
        return measure([process.execPath, CLI, 'scan', ...how, '--threads', threads], folder);
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

function git(folder, args, input) {
  const done = spawnSync('git', args, { cwd: folder, env, input, maxBuffer: 1 << 30 });
  if (done.status !== 0) throw new Error(`git ${args[0]} failed`);
  return done.stdout;
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

/** Files of real text whose blocks of lines are replaced by those of others, commit after commit. */
function writeHistory(folder, texts, commits) {
  mkdirSync(folder);
  git(folder, ['init', '-q', '-b', 'main']);
  const usable = texts.filter((t) => t.text.length < 60_000 && t.text.split('\n').length > 40).slice(0, 4_000);
  const files = Array.from({ length: 400 }, (_, i) => ({
    path: `src/m${i % 20}/${i}-${usable[i].name}`,
    lines: usable[i].text.split('\n'),
  }));
  const parts = [];
  let state = 12345;
  const random = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % n;
  };
  for (let i = 0; i < commits; i++) {
    parts.push(
      `commit refs/heads/main\ncommitter a <a@example.com> ${1_700_000_000 + i * 60} +0000\ndata 9\nchange ${i % 10}\n`,
    );
    for (let k = 0; k <= random(3); k++) {
      const file = files[i < 200 ? i * 2 + (k & 1) : random(400)];
      const donor = usable[random(usable.length)].text.split('\n');
      const from = random(donor.length);
      file.lines.splice(random(file.lines.length), random(12), ...donor.slice(from, from + 1 + random(20)));
      const text = Buffer.from(file.lines.join('\n'), 'latin1');
      parts.push(`M 100644 inline ${file.path}\ndata ${text.length}\n`, text, '\n');
    }
  }
  git(
    folder,
    ['fast-import', '--quiet', '--force'],
    Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p) : p))),
  );
  git(folder, ['checkout', '-q', '-f', 'main']);
  git(folder, ['repack', '-a', '-d', '-f', '-q']); // fast-import compares with what came last only: a server packs better
}

/** As many local processes as there are shards, each told its own as a host of CI tells it: together the findings of one run. */
function sharded(folder, command, counts) {
  const essence = (done) =>
    JSON.parse(done.stdout.toString('utf8')).findings.map(
      (f) => `${f.path} ${f.line} ${f.rule} ${f.fingerprint} ${f.commit}`,
    );
  const run = (more, vars) => {
    rmSync(join(folder, '.git/secretguard'), { recursive: true, force: true });
    return spawnSync(command[0], [...command.slice(1), ...more], {
      cwd: folder,
      env: { ...env, ...vars },
      maxBuffer: 1 << 30,
    });
  };
  const whole = essence(run([], {})).sort().join('\n');
  const hosts = {
    GitHub: (i, n) => [['--shard', `${i}/${n}`], {}],
    GitLab: (i, n) => [[], { CI_NODE_INDEX: String(i), CI_NODE_TOTAL: n }],
    Kubernetes: (i, n) => [['--shard', `auto/${n}`], { JOB_COMPLETION_INDEX: String(i - 1) }],
  };
  for (const [host, tell] of Object.entries(hosts))
    for (const n of counts) {
      const parts = Array.from({ length: Number(n) }, (_, i) => essence(run(...tell(i + 1, n))));
      console.log(
        `${host}, ${n} shards: ${parts.flat().sort().join('\n') === whole ? 'the findings of one run' : 'OTHER FINDINGS'}`,
      );
    }
}

/** Killed at several moments and run again: the findings of a run that was left alone. */
function interrupted(folder, command) {
  const findings = () => {
    const done = spawnSync(command[0], command.slice(1), { cwd: folder, env, maxBuffer: 1 << 30 });
    return JSON.stringify(JSON.parse(done.stdout.toString('utf8')).findings);
  };
  const clear = () => rmSync(join(folder, '.git/secretguard'), { recursive: true, force: true });
  clear();
  const whole = findings();
  const moments = Array.from({ length: 20 }, () => 50 + Math.floor(Math.random() * 2_500));
  const same = moments.filter((ms) => {
    clear();
    spawnSync(command[0], command.slice(1), { cwd: folder, env, timeout: ms, killSignal: 'SIGKILL' });
    return findings() === whole;
  });
  console.log(
    `\nKilled ${moments.length} times after ${Math.min(...moments)} to ${Math.max(...moments)} ms and run again: the same findings ${same.length} of ${moments.length} times`,
  );
}

function table(head, rows) {
  const width = head.map((h, i) => Math.max(h.length, ...rows.map((r) => String(r[i]).length)));
  const line = (cells) => `| ${cells.map((c, i) => String(c).padEnd(width[i])).join(' | ')} |`;
  console.log([line(head), line(width.map((w) => '-'.repeat(w))), ...rows.map(line)].join('\n'));
}
