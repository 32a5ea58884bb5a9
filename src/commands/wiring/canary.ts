import { randomInt } from 'node:crypto';
import { chmod, copyFile, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { fromBinary } from '../../unicode.ts';
import { below, exists } from '../changes/files.ts';
import type { World } from '../command.ts';
import type { Wiring } from './choose.ts';
import { hasForeignLines } from './hook-lines.ts';
import { commitEnv, git, plainEnv, type Ran, run } from './run.ts';
import type { Survey } from './survey.ts';

/** Name of the file that is staged in a scratch index only; no such file is ever written into the project. */
const CANARY = 'secretguard-canary.txt';
const TIMEOUT_MS = 120_000;
const NO_HOOK = /^error: cannot find a hook named /m;
/** What the shipped hook says where the check ran and found something. */
const FOUND = /^secretguard: commit blocked; see above/m;
/** Above this, copying the project to try other people's hook lines would take longer than anybody waits. */
const MAX_COPIED_FILES = 20_000;
const MAX_COPIED_BYTES = 10_000_000;

export type Proof =
  | { readonly kind: 'blocked' }
  /** The hook let it pass, or stopped before it came to us. */
  | { readonly kind: 'passed' | 'stopped-early'; readonly output: string }
  /** The canary is blocked, and so is what is staged anyway: the hook works, and has something to say. */
  | { readonly kind: 'blocked-besides' }
  /** The canary is blocked, but so is a harmless file: something keeps the hook from checking. */
  | { readonly kind: 'blocks-all'; readonly output: string }
  | { readonly kind: 'not-tried'; readonly why: string };

/**
 * Stages a made-up token in a scratch index (objects in a scratch folder too, so that nothing stays behind) and lets git
 * run its own pre-commit hook on it; then the same with a harmless file.
 *
 * Other people's hook lines would run as well, and lint-staged for one stashes and resets the work tree. So where there
 * are such lines, git runs the hook in a throw-away copy of the project instead, and only our script in the project.
 */
export async function proveHook(seen: Survey, wiring: Wiring, world: Pick<World, 'env'>): Promise<Proof> {
  const scratch = await mkdtemp(join(tmpdir(), 'secretguard-'));
  try {
    const leaking = await stage(seen, world, join(scratch, 'leak'), `token = ${madeUpToken()}\n`);
    const clean = await stage(seen, world, join(scratch, 'clean'), 'nothing to see here\n');
    if (leaking === undefined || clean === undefined)
      return { kind: 'not-tried', why: 'git could not build a scratch index' };
    const own = await isAllOurs(seen, wiring);
    const caught = own ? await runHook(seen, leaking) : await runInCopy(seen, wiring, leaking, join(scratch, 'copy'));
    if (typeof caught === 'string') return { kind: 'not-tried', why: caught };
    const output = fromBinary(caught.out + caught.err);
    if (caught.code === 0 || NO_HOOK.test(output)) return { kind: 'passed', output };
    if (!output.includes(CANARY)) return { kind: 'stopped-early', output };
    const twin = own ? await runHook(seen, clean) : await runShipped(seen, clean);
    if (twin.code === 0) return { kind: 'blocked' };
    const said = fromBinary(twin.out + twin.err);
    return FOUND.test(said) ? { kind: 'blocked-besides' } : { kind: 'blocks-all', output: said };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A token of GitHub's public format with the right checksum; random, so no service ever issued it. */
function madeUpToken(): string {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const body = Array.from({ length: 30 }, () => letters[randomInt(letters.length)]).join('');
  let sum = crc32(body);
  let check = '';
  for (let i = 0; i < 6; i++) {
    check = letters[sum % 62] + check;
    sum = Math.floor(sum / 62);
  }
  return `ghp_${body}${check}`;
}

/** Environment in which git sees the index of the project plus one file and its `.gitignore` as they are on disk. */
async function stage(
  seen: Survey,
  world: Pick<World, 'env'>,
  folder: string,
  content: string,
): Promise<NodeJS.ProcessEnv | undefined> {
  await mkdir(join(folder, 'objects'), { recursive: true });
  const listed = await git(['ls-files', '-s', '-z'], { cwd: seen.top, env: world.env });
  const shared = await git(['rev-parse', '--git-path', 'objects'], { cwd: seen.top, env: world.env });
  const env: NodeJS.ProcessEnv = {
    ...commitEnv(world.env),
    GIT_INDEX_FILE: join(folder, 'index'),
    GIT_OBJECT_DIRECTORY: join(folder, 'objects'),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: JSON.stringify(resolve(seen.top, fromBinary(shared.out).trim())),
  };
  const where = { cwd: seen.top, env };
  const entries = [listed.out];
  const files = [[CANARY, Buffer.from(content)] as const];
  const ignore = await readFile(join(seen.top, '.gitignore')).catch(() => undefined);
  for (const [path, bytes] of ignore === undefined ? files : [...files, ['.gitignore', ignore] as const]) {
    const hashed = await run('git', ['hash-object', '-w', '--stdin'], { ...where, input: bytes });
    if (hashed.code !== 0) return undefined;
    entries.push(`100644 ${hashed.out.trim()} 0\t${path}\0`);
  }
  const settings = ['-c', 'core.splitIndex=false', '-c', 'core.fsmonitor=false', '-c', 'core.untrackedCache=false'];
  const input = Buffer.from(entries.join(''), 'latin1');
  const built = await run('git', [...settings, 'update-index', '-z', '--index-info'], { ...where, input });
  return listed.code === 0 && built.code === 0 ? env : undefined;
}

/** Lets git find and start the hook as a commit does; older gits cannot be asked to, so there we start it. */
async function runHook(seen: Survey, env: NodeJS.ProcessEnv, cwd = seen.top): Promise<Ran> {
  const where = { cwd, env: { ...env, GIT_EDITOR: ':' }, timeoutMs: TIMEOUT_MS };
  const [major, minor] = seen.gitVersion;
  if (major > 2 || minor >= 36) return run('git', ['hook', 'run', 'pre-commit'], where);
  const hook = await run('git', ['rev-parse', '--git-path', 'hooks/pre-commit'], where);
  return run('sh', ['-c', '[ ! -x "$1" ] || exec "$1"', 'sh', hook.out.trim()], where);
}

/** Only our script, as the line of `init` calls it. */
async function runShipped(seen: Survey, env: NodeJS.ProcessEnv): Promise<Ran> {
  const where = { cwd: seen.top, env: { ...env, SECRETGUARD_HOOK: '1' }, timeoutMs: TIMEOUT_MS };
  return run('sh', ['-e', join(seen.packageDir ?? '', 'hooks', 'pre-commit')], where);
}

async function isAllOurs(seen: Survey, wiring: Wiring): Promise<boolean> {
  if (wiring.kind !== 'husky' && wiring.kind !== 'husky-8' && wiring.kind !== 'folder') return false;
  const text = await readFile(join(seen.top, wiring.dir, 'pre-commit'), 'latin1').catch(() => '');
  return !hasForeignLines(text) && !text.includes('hooks/pre-commit" "$@" || exit $?');
}

/** git runs the whole hook in a copy: files as staged, new ones, hooks and installed packages as they are. */
async function runInCopy(seen: Survey, wiring: Wiring, env: NodeJS.ProcessEnv, copy: string): Promise<Ran | string> {
  const listed = await run('git', ['ls-files', '-z'], { cwd: seen.top, env });
  const paths = fromBinary(listed.out).split('\0').slice(0, -1);
  if (paths.length > MAX_COPIED_FILES) {
    return `other lines run in this hook too, and ${paths.length} files are too many to copy for a trial`;
  }
  const plain = { ...plainEnv(env), GIT_LFS_SKIP_SMUDGE: '1' };
  await mkdir(copy, { recursive: true });
  const steps = [
    await run('git', ['init', '-q', '--template=', '.'], { cwd: copy, env: plain }),
    await run('git', ['checkout-index', '-a', '-f', `--prefix=${copy}/`], {
      cwd: seen.top,
      env: { ...env, GIT_LFS_SKIP_SMUDGE: '1' },
    }),
  ];
  if (steps.some((step) => step.code !== 0)) return 'the staged files could not be copied for a trial';
  await copyNewFiles(seen, plain, copy);
  await copyHooks(seen, wiring, copy);
  await linkPackages(seen, paths, copy);
  if (seen.hooksPath !== undefined) {
    const value = below(seen.top, seen.hooksDir) ?? seen.hooksDir;
    await run('git', ['config', 'core.hooksPath', value === '.git/hooks' ? join(copy, value) : value], {
      cwd: copy,
      env: plain,
    });
  }
  await commitAllButCanary(copy, plain);
  return runHook(seen, plain, copy);
}

/** Files that are neither staged nor ignored: a hook may call a script that nobody has committed yet. */
async function copyNewFiles(seen: Survey, env: NodeJS.ProcessEnv, copy: string): Promise<void> {
  const listed = await run('git', ['ls-files', '-z', '-o', '--exclude-standard'], { cwd: seen.top, env });
  const paths = fromBinary(listed.out).split('\0').slice(0, -1).slice(0, MAX_COPIED_FILES);
  for (const path of paths) {
    const found = await lstat(join(seen.top, path)).catch(() => undefined);
    const isSmall = found?.isSymbolicLink() === true || (found?.isFile() === true && found.size < MAX_COPIED_BYTES);
    if (isSmall) await cp(join(seen.top, path), join(copy, path)).catch(() => undefined);
  }
}

/** What is staged in the project counts as committed in the copy; only the canary is new. */
async function commitAllButCanary(cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const who = ['-c', 'user.name=secretguard', '-c', 'user.email=secretguard@localhost', '-c', 'commit.gpgSign=false'];
  const skip = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.safecrlf=false'];
  await run('git', [...skip, 'add', '-A', '-f', '--', '.', `:(exclude)${CANARY}`], { cwd, env });
  await run('git', [...who, ...skip, 'commit', '-q', '--allow-empty', '-m', 'copy'], { cwd, env });
  await run('git', ['add', '-f', '--', CANARY], { cwd, env });
}

async function copyHooks(seen: Survey, wiring: Wiring, copy: string): Promise<void> {
  const inside = below(seen.top, seen.hooksDir);
  if (inside !== undefined && (await exists(seen.hooksDir))) {
    await cp(seen.hooksDir, join(copy, inside), { recursive: true });
  }
  await mkdir(join(copy, '.git', 'hooks'), { recursive: true });
  for (const hook of seen.ownHooks) {
    const target = join(copy, '.git', 'hooks', hook);
    await copyFile(join(seen.commonDir, 'hooks', hook), target);
    await chmod(target, 0o755);
  }
  const files = 'dir' in wiring ? await readdir(join(seen.top, wiring.dir)).catch(() => []) : [];
  const named = 'file' in wiring && typeof wiring.file === 'string' ? [wiring.file] : [];
  const dir = 'dir' in wiring ? wiring.dir : '';
  const paths = [...named, ...files.filter((name) => name !== '_').map((name) => `${dir}/${name}`)];
  for (const path of [...paths, ...(seen.package === undefined ? [] : [seen.package.path])]) {
    await cp(join(seen.top, path), join(copy, path), { recursive: true }).catch(() => undefined);
  }
}

/** Installed packages are linked, not copied; whatever is missing only makes a foreign line fail in the trial. */
async function linkPackages(seen: Survey, paths: readonly string[], copy: string): Promise<void> {
  const folders = paths.filter((path) => path.endsWith('package.json')).map((path) => dirname(path));
  const shipped = seen.packageDir === undefined ? [] : [relative(seen.top, dirname(dirname(seen.packageDir)))];
  for (const folder of new Set(['.', seen.home === '' ? '.' : seen.home, ...shipped, ...folders])) {
    const source = join(seen.top, folder, 'node_modules');
    const target = join(copy, folder, 'node_modules');
    if (folder.startsWith('..') || !(await exists(source)) || (await exists(target))) continue;
    await mkdir(dirname(target), { recursive: true });
    await symlink(source, target, 'dir');
  }
  for (const name of ['.pnp.cjs', '.pnp.loader.mjs', '.yarn']) {
    if (!(await exists(join(seen.top, name)))) continue;
    await rm(join(copy, name), { recursive: true, force: true });
    await symlink(join(seen.top, name), join(copy, name));
  }
}
