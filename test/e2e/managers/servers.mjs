// Starts the servers of the end-to-end run: moto (PyPI) for AWS, a Go program over Microsoft's own fakes for Azure.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';

const CACHE = join(tmpdir(), 'secretguard-e2e-managers');
const MOTO = 'moto[server]==5.2.5';
const VAULT_CLIENT = 'github.com/hashicorp/vault-client-go@v0.4.3';

/** moto's server mode on a free port, empty. */
export async function moto() {
  mkdirSync(CACHE, { recursive: true });
  const program = join(CACHE, 'moto', 'bin', 'moto_server');
  if (!existsSync(program)) {
    await execa('python3', ['-m', 'venv', join(CACHE, 'moto')]);
    await execa(join(CACHE, 'moto', 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', MOTO]);
  }
  const port = await freePort();
  const child = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  for (let tried = 0; tried < 200; tried++) {
    await sleep(100);
    const answer = await fetch(`http://127.0.0.1:${port}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return { port, kill: () => child.kill('SIGKILL') };
  }
  throw new Error('moto did not start');
}

/** Built once; each start is an empty Key Vault. */
export async function keyVault() {
  mkdirSync(CACHE, { recursive: true });
  const program = join(CACHE, 'azure-server');
  await execa('go', ['build', '-o', program, '.'], { cwd: join(import.meta.dirname, 'azure-server') });
  const child = spawn(program, { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((done, failed) => {
    child.stdout.once('data', (text) => done(Number(String(text).trim())));
    child.once('error', failed);
  });
  return { port, kill: () => child.kill('SIGKILL') };
}

/** HashiCorp's own description of the API. */
export async function vaultDescription() {
  const { stdout } = await execa('go', ['mod', 'download', '-json', VAULT_CLIENT], { cwd: tmpdir() });
  return JSON.parse(readFileSync(join(JSON.parse(stdout).Dir, 'openapi.json'), 'utf8'));
}

/** A certificate for 127.0.0.1 and localhost that nobody trusts but who is told to. */
export async function certificate(folder) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  await execa('openssl', [
    'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost',
    '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert,
  ]); // biome-ignore format: a command line
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8'), file: cert };
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
