// Peak memory and time of `scan` on what is awkward: one file over the limit, one endless line, a million lines, large archives.
//   node bench/scan-memory.mjs [PART OF A NAME]       exits 1 where a peak is over 200 MiB or a key is missed
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MOST_MB = 200;
const BODY = createHash('sha256').update('a key').digest('base64url').slice(0, 36);
const KEY = `const apiSecret = '${BODY}';`;

/** `text` over and over until there are `bytes`, the key in the middle and at the end. */
function fill(file, text, bytes, between, encoding = 'utf8') {
  const out = openSync(file, 'w');
  const chunk = Buffer.from(text.repeat(Math.ceil((1 << 20) / text.length)), encoding);
  for (let half = 0; half < 2; half++) {
    for (let done = 0; done < bytes / 2; done += chunk.length) writeSync(out, chunk);
    writeSync(out, Buffer.from(`${between}${KEY}${between}`, encoding));
  }
  closeSync(out);
}

const range = (count) => Array.from({ length: count }, (_, i) => i);

/** A megabyte of code that packs to about half of that. */
function noisy() {
  let text = '';
  for (let i = 0; text.length < 1 << 20; i++)
    text += `const a${i} = '${createHash('md5').update(String(i)).digest('hex').slice(0, 18)}';\n`;
  return text;
}

/** Packs files and removes them. */
function tar(dir, name, ...files) {
  execFileSync('tar', ['-czf', name, '--remove-files', ...files], { cwd: dir });
}
function zip(dir, name, ...files) {
  const python =
    'import sys, zipfile, os\nwith zipfile.ZipFile(sys.argv[1], "w", 8) as z:\n  for n in sys.argv[2:]: z.write(n); os.remove(n)';
  execFileSync('python3', ['-c', python, name, ...files], { cwd: dir });
}
function bomb(dir, megabytes) {
  execFileSync('sh', ['-c', `head -c ${megabytes}M /dev/zero | gzip -1 >a.gz`], { cwd: dir });
}

const INPUTS = [
  {
    name: '300 MB in one file, over the limit',
    want: 0,
    skipped: 1,
    make(dir) {
      fill(join(dir, 'a.txt'), 'words and words\n', 1 << 20, '\n');
      truncateSync(join(dir, 'a.txt'), 300e6);
    },
  },
  { name: '300 MB in one file, limit lifted', want: 2, args: ['--max-file-size', '1g'], make: (dir) => fill(join(dir, 'a.ts'), `const words = 'nothing to see';\n`, 300e6, '\n') },
  { name: '50 MB in one line', want: 2, args: ['--max-file-size', '1g'], make: (dir) => fill(join(dir, 'a.ts'), 'x = y + 1; ', 50e6, ' ') },
  { name: '1,000,000 lines', want: 2, args: ['--max-file-size', '1g'], make: (dir) => fill(join(dir, 'a.ts'), `const words = 'nothing to see';\n`, 32e6, '\n') },
  { name: '50 MB without a space', want: 2, args: ['--max-file-size', '1g'], make: (dir) => fill(join(dir, 'a.txt'), 'aZ09bQ', 50e6, '') },
  { name: '45 MB of UTF-16', want: 2, make: (dir) => fill(join(dir, 'a.ts'), `const words = 'nothing';\n`, 45e6, '', 'utf16le') },
  { name: '9 times 45 MB of UTF-16', want: 18, make: (dir) => { for (let i = 0; i < 9; i++) fill(join(dir, `${i}.ts`), `const words = 'nothing';\n`, 45e6, '', 'utf16le'); } },
  { name: '62 MB of tar.gz', want: 2, archives: true, make: (dir) => { fill(join(dir, 'a.ts'), noisy(), 110e6, '\n'); tar(dir, 'a.tar.gz', 'a.ts'); }, args: ['--max-file-size', '1g'] },
  { name: '62 MB of tar.gz, 50 files', want: 100, archives: true, make: (dir) => { for (let i = 0; i < 50; i++) fill(join(dir, `${i}.ts`), noisy(), 2e6, '\n'); tar(dir, 'a.tar.gz', ...range(50).map((i) => `${i}.ts`)); } },
  { name: 'two files of 60 MB in a zip', want: 4, archives: true, make: (dir) => { for (let i = 0; i < 2; i++) fill(join(dir, `${i}.ts`), noisy(), 60e6, '\n'); zip(dir, 'a.zip', '0.ts', '1.ts'); } },
  { name: '4 times a zip of 15 MB in a tar.gz', want: 8, archives: true, make: (dir) => { for (let i = 0; i < 4; i++) { fill(join(dir, 'a.ts'), noisy(), 25e6, '\n'); zip(dir, 'b.zip', 'a.ts'); tar(dir, `${i}.tar.gz`, 'b.zip'); } } },
  { name: 'a bomb: 900 MB of zeros in a gz', want: 0, skipped: 2, archives: true, make: (dir) => bomb(dir, 900) },
  { name: '12 times 25 MB in one line', want: 24, make: (dir) => { for (let i = 0; i < 12; i++) fill(join(dir, `${i}.ts`), 'x = y + 1; ', 25e6, ' '); } },
]; // biome-ignore format: a table

const work = mkdtempSync(join(tmpdir(), 'secretguard-memory-'));
const settings = join(work, 'settings.json');
writeFileSync(settings, '{ "archives": "scan" }');
cpSync(resolve(import.meta.dirname, '../dist'), join(work, 'dist'), { recursive: true });
try {
  console.log('| input | threads | findings | skipped | exit | seconds | peak MB |\n| - | - | - | - | - | - | - |');
  for (const { name, make, args = [], want, skipped = 0, archives } of INPUTS) {
    if (process.argv[2] !== undefined && !name.includes(process.argv[2])) continue;
    const dir = join(work, 'input');
    mkdirSync(dir);
    make(dir);
    for (const threads of ['1', '2', '4'])
      measure(
        name,
        dir,
        [...args, ...(archives ? ['--config', settings] : ['--no-config']), '--threads', threads],
        threads,
        want,
        skipped,
      );
    rmSync(dir, { recursive: true });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The scan tells its own peak when it ends: `maxRSS` is in kilobytes. */
function measure(name, dir, args, threads, want, skipped) {
  const peak = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'))`;
  const started = performance.now();
  const done = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(peak)}`, join(work, 'dist/cli.cjs'), 'scan', dir, '--format', 'json', ...args],
    { encoding: 'utf8', cwd: work, maxBuffer: 1 << 28 },
  ); // biome-ignore format: a command
  const seconds = (performance.now() - started) / 1000;
  const { findings, scope } = JSON.parse(done.stdout);
  const mb = Number(/peak (\d+)\s*$/.exec(done.stderr)?.[1]) / 1024;
  console.log(
    `| ${name} | ${threads} | ${findings.length} | ${scope.skipped.length} | ${done.status} | ${seconds.toFixed(2)} | ${mb.toFixed(0)} |`,
  );
  if (findings.length !== want || scope.skipped.length !== skipped || !(mb < MOST_MB)) process.exitCode = 1;
}
