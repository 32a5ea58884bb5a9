// Puts this checkout to work in a real project: npm run protect -- ../some-project
// Builds and packs it, installs the tarball there as a dev dependency, wires the hooks, ends with a canary that must be blocked.
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { execa } from 'execa';
import { putOwnManifest, putPackedManifest } from './manifest.mjs';

const CHECKOUT = resolve(import.meta.dirname, '..');
const [given, ...more] = process.argv.slice(2);

/** Ends the run: 2, because nothing was checked and nothing was wired. */
function stop(message) {
  console.error(`protect: ${message}`);
  process.exit(2);
}

/** What npm tells its scripts about this checkout would mislead a manager that works in another project. */
function plainEnv() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (
      /^(?:npm_(?:package|lifecycle|command|execpath|node_execpath|config_(?:local|global)?_?prefix)|INIT_CWD$|GIT_(?!SSH|CONFIG_GLOBAL|CONFIG_NOSYSTEM))/.test(
        name,
      )
    )
      delete env[name];
  }
  return env;
}

const env = plainEnv();

async function run(command, args, cwd) {
  console.log(`$ ${[command, ...args].join(' ')}`);
  const done = await execa(command, args, { cwd, env, extendEnv: false, reject: false, stdio: 'inherit' });
  if (done.code === 'ENOENT') stop(`${command} is not on PATH; the project in ${cwd} needs it`);
  return done.exitCode ?? 1;
}

/** Newest change below `folder`, in milliseconds. */
function newest(folder) {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(
    0,
    ...entries.filter((e) => e.isFile()).map((e) => statSync(join(e.parentPath ?? e.path, e.name)).mtimeMs),
  );
}

async function build() {
  const built = existsSync(join(CHECKOUT, 'dist', 'cli.cjs')) ? statSync(join(CHECKOUT, 'dist', 'cli.cjs')).mtimeMs : 0;
  const written = Math.max(
    newest(join(CHECKOUT, 'src')),
    newest(join(CHECKOUT, 'config')),
    newest(join(CHECKOUT, 'scripts')),
  );
  if (built > written) return;
  if (!existsSync(join(CHECKOUT, 'node_modules', 'esbuild'))) stop('first run: npm ci');
  if ((await run('npm', ['run', '--silent', 'build'], CHECKOUT)) !== 0) stop('the build failed');
}

/** The tarball stays in the checkout, because the project's lock file points at it from now on. */
async function pack() {
  const { name, version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));
  const folder = mkdtempSync(join(CHECKOUT, 'node_modules', '.protect-'));
  const flags = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  putPackedManifest(CHECKOUT);
  const code = await run('npm', flags, CHECKOUT).finally(() => putOwnManifest(CHECKOUT));
  if (code !== 0) stop('npm pack failed');
  const tarball = join(CHECKOUT, `${name}-${version}.tgz`);
  renameSync(join(folder, basename(tarball)), tarball);
  rmSync(folder, { recursive: true });
  return tarball;
}

/** The command that adds the tarball, in the words of the project's own package manager. */
function addCommand(project, tarball) {
  const has = (name) => existsSync(join(project, name));
  const { packageManager = '', workspaces } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8').replace(/^\uFEFF/, ''),
  );
  const named = /^(npm|pnpm|yarn|bun)@(\d+)/.exec(packageManager);
  const lock = has('yarn.lock') ? readFileSync(join(project, 'yarn.lock'), 'utf8') : '';
  const isBerry = named?.[1] === 'yarn' ? named[2] !== '1' : has('.yarnrc.yml') || lock.includes('__metadata:');
  const found =
    has('pnpm-lock.yaml') || has('pnpm-workspace.yaml') ? 'pnpm' : has('bun.lock') || has('bun.lockb') ? 'bun' : 'npm';
  const manager = named?.[1] ?? (isBerry || has('yarn.lock') ? 'yarn' : found);
  if (manager === 'pnpm') return ['pnpm', 'add', '-D', ...(has('pnpm-workspace.yaml') ? ['-w'] : []), tarball];
  if (manager === 'bun') return ['bun', 'add', '-d', tarball];
  if (manager === 'npm') return ['npm', 'install', '-D', tarball];
  return isBerry
    ? ['yarn', 'add', '-D', `secretguard@file:${tarball}`]
    : ['yarn', 'add', '-D', ...(workspaces ? ['-W'] : []), `file:${tarball}`];
}

if (given === undefined || given.startsWith('-') || more.length > 0)
  stop('name one project: npm run protect -- ../some-project');
const project = resolve(process.env.INIT_CWD ?? process.cwd(), given);
if (!existsSync(project) || !statSync(project).isDirectory()) stop(`${project} is not a folder`);
const inside = await execa('git', ['rev-parse', '--is-inside-work-tree'], {
  cwd: project,
  env,
  extendEnv: false,
  reject: false,
});
if (inside.code === 'ENOENT') stop('git is not on PATH');
if (inside.stdout !== 'true') stop(`${project} is not in a git repository; first: cd ${project} && git init`);
if (!existsSync(join(project, 'package.json')))
  stop(`${project} has no package.json; first: cd ${project} && npm init -y`);
try {
  JSON.parse(readFileSync(join(project, 'package.json'), 'utf8').replace(/^\uFEFF/, ''));
} catch {
  stop(`${join(project, 'package.json')} is not valid JSON`);
}

await build();
const tarball = await pack();
const [manager, ...args] = addCommand(project, tarball);
if ((await run(manager, args, project)) !== 0) stop(`${manager} could not install the package; nothing was wired`);
const cli = join('node_modules', 'secretguard', 'dist', 'cli.cjs');
const init = existsSync(join(project, cli)) ? [process.execPath, cli] : [manager, 'secretguard'];
process.exitCode = await run(init[0], [...init.slice(1), 'init', '--yes'], project);
