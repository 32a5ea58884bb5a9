// Installs the packed checkout with every package manager and on every Node line, and commits with it: node test/e2e/package-managers.mjs [NAME…]
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { otherHookManagers } from './hook-managers.mjs';
import { provesGuard, provesMessageAndMerge, provesPush, sandbox, want } from './sandbox.mjs';
import { bunBin, nodeBin, pack, tool } from './tools.mjs';

const CHECKOUT = resolve(import.meta.dirname, '..', '..');
const IGNORES = 'node_modules\n.yarn\n.pnp.*\n.pnpm-store\n';

const NPM = {
  add: (tgz) => `npm install -D ${tgz}`,
  run: 'npx --no-install secretguard',
  install: 'npm ci',
  production: 'npm ci --omit=dev',
};
const PNPM = {
  add: (tgz) => `pnpm add -D ${tgz}`,
  run: 'pnpm exec secretguard',
  install: 'pnpm install --frozen-lockfile',
  production: 'pnpm install --frozen-lockfile --prod',
};
const BERRY = {
  files: (linker) => ({
    '.yarnrc.yml': `nodeLinker: ${linker}\nenableTelemetry: false\nenableGlobalCache: true\n`,
    'yarn.lock': '',
  }),
  add: (tgz) => `yarn add -D secretguard@file:${tgz}`,
  run: 'yarn secretguard',
  install: 'yarn install --immutable',
  production: 'yarn workspaces focus --all --production',
};

/** What differs from one manager to the next: what to fetch, and the commands a person would type. */
const MANAGERS = [
  { name: 'npm (system)', bins: async () => [], ...NPM },
  { name: 'npm 12, Node 24', bins: async () => [await tool('npm@12'), await nodeBin(24)], ...NPM },
  { name: 'pnpm 10', bins: async () => [await tool('pnpm@10')], ...PNPM },
  { name: 'pnpm 11, Node 24', bins: async () => [await tool('pnpm@11'), await nodeBin(24)], ...PNPM },
  { name: 'pnpm 12, Node 22', bins: async () => [await tool('pnpm@12'), await nodeBin(22)], ...PNPM },
  {
    name: 'yarn 1',
    bins: async () => [await tool('yarn@1')],
    env: (root) => ({ YARN_CACHE_FOLDER: join(root, 'cache') }), // it takes a tarball of an earlier run for this one
    add: () => 'yarn add -D file:../../pack/packed.tgz', // with an absolute path yarn 1 takes its own lock file for outdated
    run: 'yarn -s secretguard',
    install: 'yarn install --frozen-lockfile',
    production: 'yarn install --frozen-lockfile --production',
  },
  {
    name: 'yarn 4, node-modules',
    bins: async () => [await tool('@yarnpkg/cli-dist@4')],
    ...BERRY,
    files: BERRY.files('node-modules'),
  },
  { name: 'yarn 4, PnP', bins: async () => [await tool('@yarnpkg/cli-dist@4')], ...BERRY, files: BERRY.files('pnp') },
  {
    name: 'bun',
    bins: async () => [await bunBin()],
    add: (tgz) => `bun add -d ${tgz}`,
    run: 'bunx --no-install secretguard',
    install: 'bun install --frozen-lockfile',
    production: 'bun install --frozen-lockfile --production',
  },
];

async function managerCase(manager, root, tgz) {
  const box = sandbox(join(root, 'project'), await manager.bins(), manager.env?.(root));
  for (const [path, text] of Object.entries(manager.files ?? {})) box.write(path, text);
  box.write('package.json', '{\n    "name": "demo",\n    "version": "1.0.0",\n    "private": true\n}\n');
  box.write('.gitignore', IGNORES);
  await box.must('git init -q');
  await box.must(manager.add(tgz));
  const before = box.state();
  want(await box.sh(`${manager.run} init --yes`), 0, 'Canary: git ran the hook', 'Commits here are guarded.');
  const wired = box.state();
  want(await box.sh(`${manager.run} init --yes`), 0, 'Everything is in place');
  if (box.state() !== wired) throw new Error('a second init changed something');
  want(await box.sh('git add -A && git commit -q -m start'), 0);
  await provesGuard(box);
  await provesPush(box);
  want(await box.sh(`${manager.run} doctor`), 0, 'Commits here are guarded.');
  await box.must('git clone -q . ../clone');
  const clone = sandbox(join(root, 'clone'), await manager.bins(), manager.env?.(root));
  want(await clone.sh(manager.install), 0);
  await provesGuard(clone);
  want(
    await clone.sh(`rm -rf node_modules .pnp.cjs .yarn && git config --unset core.hooksPath && ${manager.production}`),
    0,
  );
  if (existsSync(join(clone.top, 'node_modules', 'secretguard'))) throw new Error('the production install is none');
  want(await box.sh(`${manager.run} uninstall --yes`), 0);
  if (box.state() !== before) throw new Error(`uninstall left something:\n${before}\n${box.state()}`);
}

/** The shipped hook and the commands on one Node line. */
async function nodeCase(major, root, tgz) {
  const box = sandbox(join(root, 'project'), [await nodeBin(major)]);
  box.write('package.json', '{"private":true}\n');
  box.write('.gitignore', IGNORES);
  const version = await box.must('git init -q && node --version');
  if (!version.out.startsWith(`v${major}.`)) throw new Error(`node is ${version.out}`);
  await box.must(`npm install -D ${tgz}`);
  const hooks = 'pre-commit,pre-merge-commit,pre-push,commit-msg';
  want(await box.sh(`node_modules/.bin/secretguard init --yes --hook ${hooks}`), 0, 'Commits here are guarded.');
  await box.must('git add -A && git commit -q -m start');
  await provesGuard(box);
  await provesPush(box);
  await provesMessageAndMerge(box);
  want(await box.sh('node_modules/.bin/secretguard doctor'), 0, 'Commits here are guarded.');
  want(await box.sh('node_modules/.bin/secretguard check'), 0);
}

/** What README asks for on a fresh machine, in a project of its own. */
async function protectCase(root) {
  const box = sandbox(join(root, 'project'));
  box.write('package.json', '{"private":true}\n');
  box.write('.gitignore', IGNORES);
  await box.must('git init -q');
  const from = sandbox(join(root, 'elsewhere'));
  want(await from.sh(`node '${join(CHECKOUT, 'scripts', 'protect.mjs')}' ../project`), 0, 'Commits here are guarded.');
  await box.must('git add -A && git commit -q -m start');
  await provesGuard(box);
  want(await from.sh(`node '${join(CHECKOUT, 'scripts', 'protect.mjs')}' ../nowhere`), 2, 'is not a folder');
}

async function main() {
  const started = performance.now();
  if (!existsSync(join(CHECKOUT, 'dist', 'cli.cjs')))
    await execa('npm', ['run', 'build'], { cwd: CHECKOUT, stdio: 'inherit' });
  const scratch = mkdtempSync(join(tmpdir(), 'secretguard-e2e-'));
  const tgz = await pack(CHECKOUT, join(scratch, 'pack'));
  const cases = [
    ...MANAGERS.map((manager) => ({ name: manager.name, run: (root) => managerCase(manager, root, tgz) })),
    ...[20, 22, 24, 26].map((major) => ({ name: `Node ${major}`, run: (root) => nodeCase(major, root, tgz) })),
    ...otherHookManagers(tgz, IGNORES),
    { name: 'npm run protect', run: protectCase },
  ];
  const chosen = process.argv.slice(2);
  const queue = cases.filter(({ name }) => chosen.length === 0 || chosen.some((part) => name.includes(part)));
  const failures = [];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await oneCase(next, scratch, failures);
  };
  await Promise.all([worker(), worker()]);
  rmSync(scratch, { recursive: true, force: true });
  for (const { name, message } of failures) console.error(`\n${name}:\n${message}`);
  console.log(`\n${failures.length} failed, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

async function oneCase({ name, run }, scratch, failures) {
  const started = performance.now();
  const root = mkdtempSync(join(scratch, 'case-'));
  let problem;
  try {
    await run(root);
  } catch (error) {
    problem = error.message;
    failures.push({ name, message: problem });
  }
  rmSync(root, { recursive: true, force: true });
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
  console.log(`${problem === undefined ? 'ok  ' : 'FAIL'} ${seconds} s  ${name}`);
}

await main();
