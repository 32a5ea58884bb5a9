// The scanners that we measure ourselves against, fetched from the package registries into node_modules/.cache/peers.
// node bench/peers.mjs installs them all and prints what is there; what cannot be had is said and left out.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PEERS_FOLDER = resolve(import.meta.dirname, '../node_modules/.cache/peers');
const BIN = join(PEERS_FOLDER, 'bin');
const MINUTES = 60_000;

/** `tool` is the name that the scorer and the links in bin/ use. */
export const PEERS = [
  {
    tool: 'gitleaks',
    version: '8.30.1',
    from: 'Go module github.com/zricethezav/gitleaks/v8',
    install: goInstall('github.com/zricethezav/gitleaks/v8'),
  },
  {
    tool: 'betterleaks1',
    version: '1.2.0',
    from: 'Go module github.com/betterleaks/betterleaks',
    install: goInstall('github.com/betterleaks/betterleaks'),
  },
  { tool: 'kingfisher', version: '2.14.0', from: 'PyPI kingfisher-bin', install: pipInstall('kingfisher-bin') },
  { tool: 'ripsecrets', version: '0.1.11', from: 'crates.io ripsecrets', install: cargoInstall('ripsecrets') },
  { tool: 'detect-secrets', version: '1.5.0', from: 'PyPI detect-secrets', install: pipInstall('detect-secrets') },
  { tool: 'credsweeper', version: '1.19.5', from: 'PyPI credsweeper', install: pipInstall('credsweeper') },
  { tool: 'secretlint13', version: '13.0.6', from: 'npm secretlint, with its recommended preset', install: secretlint },
];

/**
 * Installs what is missing.
 *
 * @param {string[]} [wanted] names of tools; all of them where absent
 * @returns {{ bin: string, there: {tool: string, version: string, from: string}[], missing: {tool: string, why: string}[] }}
 */
export function installPeers(wanted) {
  mkdirSync(BIN, { recursive: true });
  const there = [];
  const missing = [];
  for (const peer of PEERS.filter((p) => wanted === undefined || wanted.includes(p.tool))) {
    const note = join(PEERS_FOLDER, `${peer.tool}.version`);
    const done = existsSync(join(BIN, peer.tool)) && existsSync(note) && readFileSync(note, 'utf8') === peer.version;
    if (!done) process.stderr.write(`fetching ${peer.tool} ${peer.version} (${peer.from})\n`);
    const why = done ? undefined : peer.install(peer);
    if (why === undefined) {
      writeFileSync(note, peer.version);
      there.push({ tool: peer.tool, version: peer.version, from: peer.from });
    } else missing.push({ tool: peer.tool, why });
  }
  return { bin: BIN, there, missing };
}

/** @returns {string | undefined} why it failed */
function run(command, args, env = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', timeout: 20 * MINUTES, env: { ...process.env, ...env } });
  if (done.error !== undefined) return `${command} is not installed or did not end (${done.error.code})`;
  if (done.status === 0) return undefined;
  return `${command} ${args[0]} failed with exit code ${done.status}`;
}

function link(target, tool) {
  if (!existsSync(target)) return 'nothing that could be run came out of it';
  const name = join(BIN, tool);
  if (!existsSync(name)) symlinkSync(target, name);
  return undefined;
}

/** Built from a module of our own, which only names it: `go install` asks for a list of versions that not every proxy gives. */
function goInstall(module) {
  return ({ tool, version }) => {
    const folder = join(PEERS_FOLDER, 'go', tool);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'go.mod'), `module peer\ngo 1.24\nrequire ${module} v${version}\n`);
    const why = run('go', ['build', '-C', folder, '-p', '1', '-mod=mod', '-o', tool, module]);
    return why ?? link(join(folder, tool), tool);
  };
}

function cargoInstall(crate) {
  return ({ tool, version }) => {
    const folder = join(PEERS_FOLDER, 'cargo');
    const why = run('cargo', ['install', crate, '--version', version, '--locked', '--quiet', '--root', folder]);
    return why ?? link(join(folder, 'bin', crate), tool);
  };
}

function pipInstall(pack) {
  return ({ tool, version }) => {
    const folder = join(PEERS_FOLDER, 'python', tool);
    const pip = join(folder, 'bin', 'pip');
    const why =
      run('python3', ['-m', 'venv', folder]) ??
      run(pip, ['install', '--quiet', '--disable-pip-version-check', `${pack}==${version}`]);
    return why ?? link(join(folder, 'bin', tool), tool);
  };
}

/** It reads its rules from a settings file, which none of the measured folders has. */
function secretlint({ tool, version }) {
  const folder = join(PEERS_FOLDER, 'npm');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  writeFileSync(
    join(folder, '.secretlintrc.json'),
    '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}\n',
  );
  const why = run('npm', [
    'install',
    '--prefix',
    folder,
    '--silent',
    '--no-audit',
    '--no-fund',
    `secretlint@${version}`,
    '@secretlint/secretlint-rule-preset-recommend@13',
  ]);
  if (why !== undefined) return why;
  const script = join(BIN, tool);
  writeFileSync(
    script,
    `#!/bin/sh\nexec '${join(folder, 'node_modules/.bin/secretlint')}' --secretlintrc '${join(folder, '.secretlintrc.json')}' "$@"\n`,
  );
  chmodSync(script, 0o755);
  return undefined;
}

/** PATH on which the peers come first. */
export function withPeers(env = process.env) {
  return { ...env, PATH: `${BIN}${delimiter}${env.PATH}`, PEERS_BIN: BIN };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { there, missing } = installPeers(process.argv.length > 2 ? process.argv.slice(2) : undefined);
  for (const { tool, version, from } of there) console.log(`${tool} ${version}, ${from}`);
  for (const { tool, why } of missing) console.log(`${tool}: not to be had here: ${why}`);
}
