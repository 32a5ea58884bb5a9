// Peak memory and time of `scan` on what is awkward: one file over the limit, one endless line, a million lines.
//   node bench/scan-memory.mjs       exits 1 where a peak is over 250 MB or a key is missed
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MOST_MB = 250;
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
  { name: '12 times 25 MB in one line', want: 24, make: (dir) => { for (let i = 0; i < 12; i++) fill(join(dir, `${i}.ts`), 'x = y + 1; ', 25e6, ' '); } },
]; // biome-ignore format: a table

const work = mkdtempSync(join(tmpdir(), 'secretguard-memory-'));
cpSync(resolve(import.meta.dirname, '../dist'), join(work, 'dist'), { recursive: true });
try {
  console.log('| input | threads | findings | skipped | exit | seconds | peak MB |\n| - | - | - | - | - | - | - |');
  for (const { name, make, args = [], want, skipped = 0 } of INPUTS) {
    const dir = join(work, 'input');
    mkdirSync(dir);
    make(dir);
    for (const threads of ['1', '2', '4']) measure(name, dir, [...args, '--threads', threads], threads, want, skipped);
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
    ['--import', `data:text/javascript,${encodeURIComponent(peak)}`, join(work, 'dist/cli.cjs'), 'scan', dir, '--no-config', '--format', 'json', ...args],
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
