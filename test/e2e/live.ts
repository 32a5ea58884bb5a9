// node scripts/run.mjs test/e2e/live.ts: `scan --verify` through a proxy on loopback that ends every TLS connection itself, with a
// certificate that only this run trusts. Needs dist/ and openssl. One line a case; exit 1 where one failed.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fake } from '../../src/rule.ts';
import { githubToken } from '../tokens.ts';

const CLI = resolve('dist/cli.cjs');
const work = mkdtempSync(join(tmpdir(), 'secretguard-live-'));
const repo = join(work, 'repo');
const [alive, dead] = [githubToken(1), githubToken(2)];
const npm = ['npm', fake('alnum', 36)].join('_');
const asked: { host: string | undefined; authorization: string | undefined }[] = [];
const opened: string[] = [];

const [keyFile, certFile] = [join(work, 'key.pem'), join(work, 'cert.pem')];
const names = ['api.github.com', 'registry.npmjs.org'].map((name) => `DNS:${name}`).join(',');
const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=loopback'];
execFileSync('openssl', [...request, '-addext', `subjectAltName=${names}`, '-keyout', keyFile, '-out', certFile], {
  stdio: 'ignore',
});
const server = createServer({ key: readFileSync(keyFile), cert: readFileSync(certFile) }, (req, res) => {
  asked.push({ host: req.headers.host, authorization: req.headers.authorization });
  if (req.headers.host === 'registry.npmjs.org') res.writeHead(503).end();
  else res.writeHead(req.headers.authorization === `Bearer ${alive}` ? 200 : 401).end('{}');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
const proxy = createProxy();
proxy.on('connect', (req, socket) => {
  opened.push(req.url ?? '');
  const onward = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    onward.pipe(socket).pipe(onward);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
});
await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', () => done()));

mkdirSync(repo);
execFileSync('git', ['init', '-q'], { cwd: repo });
writeFileSync(join(repo, '.gitignore'), '.env\n.env.local\n.env.production\n');
writeFileSync(join(repo, 'a.js'), `one("${alive}");\ntwo("${dead}");\nthree("${npm}");\nagain("${alive}");\n`);

interface Found {
  readonly line: number;
  readonly live?: string;
}

async function scan(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const child = spawn(process.execPath, [CLI, 'scan', '--format', 'json', ...args], {
    cwd: repo,
    env: { ...process.env, HTTPS_PROXY: address, NODE_EXTRA_CA_CERTS: certFile, NO_PROXY: '', no_proxy: '' },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, out, err };
}
const lives = (out: string) =>
  Object.fromEntries((JSON.parse(out).findings as Found[]).map(({ line, live }) => [line, live ?? 'not asked']));
const same = (found: unknown, wanted: unknown) => {
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
};

const cases: readonly (readonly [string, () => Promise<void>])[] = [
  [
    'without --verify nobody is asked',
    async () => {
      same(lives((await scan()).out), { 1: 'not asked', 2: 'not asked', 3: 'not asked', 4: 'not asked' });
      same(opened, []);
    },
  ],
  [
    'active, inactive, unknown; each key once, to its own provider, through the proxy',
    async () => {
      const { code, out, err } = await scan('--verify');
      same(code, 1);
      same(lives(out), { 1: 'active', 2: 'inactive', 3: 'unknown', 4: 'active' });
      same([...new Set(opened)].sort(), ['api.github.com:443', 'registry.npmjs.org:443']);
      same(asked.filter(({ authorization }) => authorization === `Bearer ${alive}`).length, 1);
      same(
        asked.every(
          ({ host, authorization }) => (host === 'registry.npmjs.org') === (authorization === `Bearer ${npm}`),
        ),
        true,
      );
      for (const secret of [alive, dead, npm]) same(out.includes(secret) || err.includes(secret), false);
    },
  ],
  [
    'the next run asks only what is not known, and keeps no value',
    async () => {
      asked.length = 0;
      same(lives((await scan('--verify')).out), { 1: 'active', 2: 'inactive', 3: 'unknown', 4: 'active' });
      same(
        asked.map(({ host }) => host),
        ['registry.npmjs.org'],
      );
      const file = join(repo, '.git/secretguard/live.json');
      same(statSync(file).mode & 0o777, 0o600);
      for (const secret of [alive, dead, npm]) same(readFileSync(file, 'utf8').includes(secret), false);
    },
  ],
];
let failed = 0;
for (const [title, run] of cases) {
  try {
    await run();
    console.log(`ok   live: ${title}`);
  } catch (error) {
    failed++;
    console.log(`FAIL live: ${title}: ${(error as Error).message}`);
  }
}
proxy.close();
proxy.closeAllConnections();
server.close();
server.closeAllConnections();
rmSync(work, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
