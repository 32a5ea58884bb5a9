import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { fake } from '../../../src/rule.ts';
import { tarOf, zipOf } from '../../archives.ts';
import { newRepo, type Repo, scratch } from '../../repo.ts';
import { githubToken } from '../../tokens.ts';

const LEAK = `\nconst t = "${githubToken(1)}";\n`;
const OTHER = `t = "${githubToken(2)}"\n`;

interface Told {
  readonly status: number | null;
  readonly findings: readonly { path: string; line: number; column: number; verdict: string; fingerprint: string }[];
  readonly failures: readonly { message: string; path?: string }[];
  readonly scope: { skipped: { path: string; why: string }[] };
}

function scan(repo: Repo, ...args: readonly string[]): Told {
  const file = join(scratch(), 'report.json');
  const done = repo.run(['scan', ...args, '--format', 'json', '--output', file]);
  if (!existsSync(file)) throw new Error(`no report, exit ${done.status}: ${done.out}`);
  return { status: done.status, ...JSON.parse(readFileSync(file, 'utf8')) };
}

/** What was found, skipped and failed, as paths. */
function places({ status, findings, scope, failures }: Told) {
  return {
    status,
    found: findings.map((f) => `${f.path}:${f.line}`),
    skipped: scope.skipped.map((s) => s.path),
    failed: failures.map((f) => f.path),
  };
}

function project(files: Readonly<Record<string, string | Buffer>>, settings: object = { archives: 'scan' }): Repo {
  const repo = newRepo();
  repo.write('.secretguardrc', JSON.stringify(settings));
  for (const [path, content] of Object.entries(files)) repo.write(path, content);
  return repo;
}

const leak = { name: 'd/k.js', content: LEAK };
const zip = zipOf(leak, { name: 'o.js', content: OTHER, method: 0 });
const inZip = ['a.zip!/d/k.js:2', 'a.zip!/o.js:1'];
const clean = { skipped: [], failed: [] };
const large = Buffer.alloc(5 << 20, 'some words that stand for nothing much\n');

test.each([
  { name: 'a zip', files: { 'a.zip': zip }, want: { status: 1, found: inZip, ...clean } },
  { name: 'by content, whatever the name', files: { 'x.vsix': zipOf(leak) }, want: { status: 1, found: ['x.vsix!/d/k.js:2'], ...clean } },
  { name: 'tgz', files: { 'a.tgz': gzipSync(tarOf(leak)) }, want: { status: 1, found: ['a.tgz!/d/k.js:2'], ...clean } },
  { name: 'tar', files: { 'a.tar': tarOf(leak) }, want: { status: 1, found: ['a.tar!/d/k.js:2'], ...clean } },
  { name: 'gz', files: { 'a.js.gz': gzipSync(LEAK) }, want: { status: 1, found: ['a.js.gz!/a.js:2'], ...clean } },
  { name: 'a zip in a tgz', files: { 'p/a.tgz': gzipSync(tarOf({ name: 'b.zip', content: zip })) }, want: { status: 1, found: ['p/a.tgz!/b.zip!/d/k.js:2', 'p/a.tgz!/b.zip!/o.js:1'], ...clean } },
  { name: 'one that is read in portions', files: { 'a.zip': zipOf({ name: 'l', content: large, method: 0 }, leak) }, want: { status: 1, found: ['a.zip!/d/k.js:2'], ...clean } },
  { name: 'a truncated one: the rest is scanned', files: { 'a.zip': zipOf({ name: 'o.js', content: OTHER, method: 0 }).subarray(0, -9), 'b.js': LEAK, 'c.zip': zipOf(leak) }, want: { status: 2, found: ['a.zip:1', 'b.js:2', 'c.zip!/d/k.js:2'], skipped: [], failed: ['a.zip'] } },
  { name: 'a damaged file in one', files: { 'a.zip': zipOf({ ...leak, name: 'x.js', says: { crc: 7 } }, leak) }, want: { status: 2, found: ['a.zip!/d/k.js:2', 'a.zip!/x.js:2'], skipped: [], failed: ['a.zip!/x.js'] } },
  { name: 'an encrypted file', files: { 'a.zip': zipOf({ ...leak, name: 'x.js', flags: 1 }) }, want: { status: 0, found: [], skipped: ['a.zip!/x.js'], failed: [] } },
  { name: 'a bomb', files: { 'a.gz': gzipSync(Buffer.alloc(40 << 20)) }, want: { status: 0, found: [], skipped: ['a.gz', 'a.gz!/a'], failed: [] } },
  { name: 'an image in one is said as elsewhere', files: { 'a.zip': zipOf({ name: 'p.png', content: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\0\0\0\0\0', 'latin1') }) }, want: { status: 0, found: [], skipped: ['a.zip!/p.png'], failed: [] } },
  { name: 'unless the settings say so: listed', files: { 'a.zip': zipOf(leak) }, settings: {}, want: { status: 0, found: [], skipped: ['a.zip'], failed: [] } },
  { name: 'ignored by the path inside', files: { 'a.zip': zip }, settings: { archives: 'scan', ignore: ['d/'] }, want: { status: 1, found: ['a.zip!/o.js:1'], ...clean } },
  { name: 'ignored by the whole path', files: { 'a.zip': zip, 'b.zip': zipOf(leak) }, settings: { archives: 'scan', ignore: ['a.zip!/d/'] }, want: { status: 1, found: ['a.zip!/o.js:1', 'b.zip!/d/k.js:2'], ...clean } },
  { name: 'what scans always leave out', files: { 'a.zip': zipOf({ ...leak, name: 'node_modules/x/i.js' }) }, want: { status: 0, found: [], ...clean } },
  { name: 'all of it with --no-ignore', files: { 'a.zip': zipOf({ ...leak, name: 'node_modules/x/i.js' }) }, args: ['--no-ignore'], want: { status: 1, found: ['a.zip!/node_modules/x/i.js:2'], ...clean } },
  { name: 'minified files left out', files: { 'a.zip': zipOf({ ...leak, name: 'x.min.js' }) }, settings: { archives: 'scan', minified: 'skip' }, want: { status: 0, found: [], skipped: ['a.zip!/x.min.js'], failed: [] } },
])('$name', ({ files, settings, args = [], want }) => {
  expect(places(scan(project(files as Record<string, Buffer>, settings), ...args))).toEqual(want);
}); // biome-ignore format: a table

const password = (seed: number) => `DB_PASSWORD=${fake('alnum', 20, seed)}\n`;
const long = `${'a-long-name/'.repeat(20)}k.js`;
const TREE: Readonly<Record<string, string | Buffer>> = {
  'src/a.js': LEAK,
  'src/ünï.js': OTHER,
  'test/b.env': password(1),
  'docs/c.md': `\n\n${password(2)}`,
  'conf/d.ini': password(3),
  'package-lock.json': password(4),
  'bin/e': Buffer.concat([Buffer.alloc(900), Buffer.from(OTHER)]),
  'wide.txt': Buffer.from(`\ufeff${OTHER}`, 'utf16le'),
  'empty.txt': '',
  [long]: LEAK,
};

const PYTHON_ZIP = `
import sys, zipfile, os
with zipfile.ZipFile(sys.argv[1], 'w', int(sys.argv[2])) as z:
    for folder, _, names in os.walk('.'):
        for name in names: z.write(os.path.join(folder, name))`;
const PYTHON_TAR = `
import sys, tarfile
with tarfile.open(sys.argv[1], 'w:gz', format=int(sys.argv[2])) as t: t.add('.')`;

test.each([
  { name: 'zip, stored', file: 'a.zip', make: ['python3', '-c', PYTHON_ZIP, 'OUT', '0'] },
  { name: 'zip, deflated', file: 'a.zip', make: ['python3', '-c', PYTHON_ZIP, 'OUT', '8'] },
  { name: 'tar.gz of GNU tar', file: 'a.tar.gz', make: ['tar', '--format=gnu', '-czf', 'OUT', '.'] },
  { name: 'tar.gz of GNU tar, pax', file: 'a.tar.gz', make: ['tar', '--format=posix', '-czf', 'OUT', '.'] },
  { name: 'tar of GNU tar, ustar', file: 'a.tar', make: ['tar', '--format=ustar', '-cf', 'OUT', '.'] },
  { name: 'tar.gz of Python, GNU', file: 'a.tgz', make: ['python3', '-c', PYTHON_TAR, 'OUT', '1'] },
  { name: 'tar.gz of Python, pax', file: 'a.tgz', make: ['python3', '-c', PYTHON_TAR, 'OUT', '2'] },
])('the same as of the unpacked tree: $name', ({ file, make }) => {
  const tree = scratch();
  for (const [path, content] of Object.entries(TREE)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
  }
  const packed = project({});
  const [command = '', ...args] = make.map((arg) => (arg === 'OUT' ? join(packed.dir, file) : arg));
  execFileSync(command, args, { cwd: tree });
  const unpacked = project({});
  cpSync(tree, join(unpacked.dir, `${file}!`), { recursive: true });
  const [want, got] = [scan(unpacked), scan(packed)];
  const seen = ({ status, findings, scope, failures }: Told) => ({
    status,
    findings,
    skipped: scope.skipped,
    failures,
  });
  expect(seen(got)).toEqual(seen(want));
  expect(got.findings.length).toBeGreaterThan(6);
  expect(new Set(got.findings.map((f) => f.verdict)).size).toBeGreaterThan(1);
  expect(statSync(join(packed.dir, file)).size).toBeGreaterThan(500);
});

test('threads and shards give what one run gives', () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`${i}.zip`, zipOf({ name: `${i}.js`, content: `x = ${i}${LEAK}` })]),
  );
  const repo = project(files);
  const whole = scan(repo, '--threads', '1').findings.map((f) => f.fingerprint);
  expect(whole.length).toBe(40);
  expect(scan(repo, '--threads', '2').findings.map((f) => f.fingerprint)).toEqual(whole);
  const shards = ['1/2', '2/2'].map((shard) => scan(repo, '--shard', shard).findings.map((f) => f.fingerprint));
  expect(shards.flat().sort()).toEqual([...whole].sort());
});

test('what npm would publish', () => {
  const repo = project({ 'package.json': '{ "name": "x", "version": "1.0.0", "files": ["a.zip"] }', 'a.zip': zip });
  expect(scan(repo, '--package').findings.map((f) => f.path)).toEqual(['a.zip!/d/k.js', 'a.zip!/o.js']);
});

test('history leaves archives as they are, also those not committed', () => {
  const repo = project({ 'a.zip': zipOf(leak) });
  repo.git('add', '-A');
  repo.git('commit', '-q', '-m', 'one');
  repo.write('b.zip', zipOf(leak));
  expect(scan(repo, '--history').findings).toEqual([]);
});

test('fix changes nothing in an archive, and says so', () => {
  const bytes = zipOf(leak, { name: '.env', content: password(1) });
  const repo = project({ 'a.zip': bytes, '.gitignore': '.env*\n' });
  const done = repo.run(['fix', '--yes']);
  expect(done.out).toContain('a.zip!/d/k.js:2: it is in an archive');
  expect(readFileSync(join(repo.dir, 'a.zip')).equals(bytes)).toBe(true);
});
