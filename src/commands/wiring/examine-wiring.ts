import { access, constants, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parsePackageSettings, parseSettings } from '../../settings-file.ts';
import { fromBinary } from '../../unicode.ts';
import { exists, readState } from '../changes/files.ts';
import type { World } from '../command.ts';
import { type Proof, proveHook } from './canary.ts';
import { ENV_FILES } from './ignore.ts';
import { runCommand } from './manager.ts';
import { ARM } from './package-json.ts';
import { type Plan, type PlanInput, planInit } from './plan.ts';
import { git } from './run.ts';
import { tellProof } from './tell-proof.ts';

/** One line of `doctor`. `fail`: commits are not really guarded; `warn`: they are, but something is amiss. */
export interface Check {
  readonly check: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  readonly fix?: string;
}

const MIN_NODE = [20, 17] as const;

/** Looks at everything that stands between `git commit` and the check, from the outside in. */
export async function examineWiring(input: PlanInput, world: Pick<World, 'env'>): Promise<readonly Check[]> {
  const plan = planInit(input);
  const { seen } = input;
  const proof = await proveHook(seen, plan.wiring, world);
  return [
    good('repository', seen.top),
    nodeVersion(process.versions.node),
    good('package', `${input.shipped.folder}`),
    await reached(input, plan),
    ...lines(plan),
    await husky(input, plan, world.env),
    clones(input, plan),
    ...(await otherWorkTrees(input, plan, world)),
    ...ignores(input),
    await settings(seen.top),
    canary(proof),
  ];
}

function nodeVersion(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1]);
  if (isNew) return good('node', version);
  return {
    check: 'node',
    status: 'fail',
    detail: `${version} is too old`,
    fix: `use Node ${MIN_NODE.join('.')} or newer`,
  };
}

/** Whether git finds a pre-commit hook where it looks. */
async function reached({ seen }: PlanInput, plan: Plan): Promise<Check> {
  const from = seen.hooksPath === undefined ? '' : ` (core.hooksPath, ${seen.hooksPath.scope})`;
  const where = `git runs hooks from ${seen.hooksDir}${from}`;
  const hook = join(seen.hooksDir, 'pre-commit');
  const fix = `${runCommand(seen.manager)} init`;
  if (!(await exists(hook))) {
    const why = plan.arm && seen.hooksPath !== undefined ? '; husky was not armed in this work tree yet' : '';
    return { check: 'hook', status: 'fail', detail: `${where}, which has no pre-commit${why}`, fix };
  }
  const runs = await access(hook, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!runs)
    return {
      check: 'hook',
      status: 'fail',
      detail: `${hook} is not executable, so git skips it`,
      fix: `chmod +x ${hook}`,
    };
  return good('hook', where);
}

/** Which hooks lack our line. Without pre-commit nothing is guarded; the others catch what passes it by. */
function lines(plan: Plan): readonly Check[] {
  const missing = plan.edits.filter(({ path }) => path !== '.gitignore' && !path.endsWith('package.json'));
  const left = plan.todo.filter((item) => /^add |core\.hooksPath|shell script|git does not run/.test(item));
  if (missing.length + left.length === 0) return [good('lines', 'every hook calls secretguard')];
  return [
    ...missing.map(
      ({ path }): Check => ({
        check: 'lines',
        status: /(?:^|\/)(?:pre-merge-commit|pre-push)$/.test(path) ? 'warn' : 'fail',
        detail: `${path} does not call secretguard as it should`,
        fix: 'secretguard init',
      }),
    ),
    ...left.map((fix): Check => ({ check: 'lines', status: 'warn', detail: 'something is left for you to do', fix })),
  ];
}

async function husky({ seen }: PlanInput, plan: Plan, env: NodeJS.ProcessEnv): Promise<Check> {
  if (env.HUSKY === '0')
    return { check: 'husky', status: 'fail', detail: 'HUSKY=0 is set here: hooks are skipped', fix: 'unset HUSKY' };
  const file = join(env.XDG_CONFIG_HOME ?? join(env.HOME ?? homedir(), '.config'), 'husky', 'init.sh');
  if (/^[^#\n]*\bHUSKY=0/m.test(await readFile(file, 'utf8').catch(() => ''))) {
    return {
      check: 'husky',
      status: 'fail',
      detail: `HUSKY=0 is set in ${file}: hooks are skipped`,
      fix: 'take it out',
    };
  }
  if (plan.wiring.kind !== 'husky') return good('husky', `not used here (${plan.wiring.kind})`);
  const fix = `${runCommand(seen.manager)} init --yes`;
  if (plan.arm)
    return {
      check: 'husky',
      status: 'fail',
      detail: `not armed in this work tree: ${plan.wiring.dir}/_ is missing or unused`,
      fix,
    };
  if (plan.settings.length > 0) {
    return {
      check: 'husky',
      status: 'warn',
      detail: "armed, but a new work tree will not be: git's own hook settings are missing",
      fix,
    };
  }
  return good('husky', `armed, ${plan.wiring.dir}`);
}

function clones({ seen }: PlanInput, plan: Plan): Check {
  if (plan.wiring.kind !== 'husky') return good('clones', `arming a clone is up to ${plan.wiring.kind}`);
  const scripts = Object.values(seen.package?.json.scripts ?? {});
  const isArmed = scripts.some((script) => script.includes(ARM) || /\bhusky\b/.test(script));
  if (isArmed) return good('clones', "a colleague's install arms the hooks");
  const fix = `${runCommand(seen.manager)} init`;
  return { check: 'clones', status: 'warn', detail: "a colleague's install will not arm the hooks", fix };
}

/** Linked work trees share git's settings but not husky's folder, which is not in git. */
async function otherWorkTrees({ seen }: PlanInput, plan: Plan, world: Pick<World, 'env'>): Promise<readonly Check[]> {
  if (plan.wiring.kind !== 'husky') return [];
  const listed = await git(['worktree', 'list', '--porcelain'], { cwd: seen.top, env: world.env });
  const tops = [...fromBinary(listed.out).matchAll(/^worktree (.*)$/gm)]
    .map((found) => found[1] ?? '')
    .filter((top) => top !== seen.top);
  const unarmed: string[] = [];
  for (const top of tops) {
    const isThere = (await exists(top)) && !(await exists(join(top, 'HEAD')));
    if (isThere && !(await exists(join(top, plan.wiring.dir, '_', 'h')))) unarmed.push(top);
  }
  return unarmed.map((top) => ({
    check: 'worktree',
    status: 'warn',
    detail: `${top} runs no hooks: husky is not armed there`,
    fix: `cd ${top} && ${runCommand(seen.manager)} init --yes`,
  }));
}

function ignores({ ignores: seen }: PlanInput): readonly Check[] {
  const problems: Check[] = [
    ...seen.missing.map((name): Check => warn(`.gitignore does not cover ${name}`, 'secretguard init')),
    ...seen.takenBack.map(({ path, by }) => warn(`${path} is not ignored because of ${by}`, 'take that line out')),
    ...seen.tracked.map((path) => warn(`${path} is in git`, `git rm --cached -- '${path}'`)),
    ...(seen.isLink ? [warn('.gitignore is a link, which git does not follow', 'make it a file')] : []),
  ];
  return problems.length > 0 ? problems : [good('gitignore', `${ENV_FILES.join(', ')} are ignored everywhere`)];
}

function warn(detail: string, fix: string): Check {
  return { check: 'gitignore', status: 'warn', detail, fix };
}

/** Settings that do not parse make every check fail, and so block every commit. */
async function settings(top: string): Promise<Check> {
  for (const file of ['.secretguardrc', '.secretguardrc.json', 'package.json']) {
    const state = await readState(top, file);
    if (!state.ok) return { check: 'settings', status: 'fail', detail: state.error.message };
    if (state.value === undefined) continue;
    const text = await readFile(join(top, file), 'utf8');
    const parsed = file === 'package.json' ? parsePackageSettings(text) : parseSettings(text, file);
    if (!parsed.ok) return { check: 'settings', status: 'fail', detail: parsed.error.message };
    if (parsed.value !== undefined) return good('settings', `${file} is valid`);
  }
  return good('settings', 'the built-in ones');
}

function canary(proof: Proof): Check {
  const [first = '', ...rest] = tellProof(proof)
    .replace(/^Canary: /, '')
    .split('\n');
  const detail = [first, ...rest].join('\n');
  const status = proof.kind === 'blocked' ? 'ok' : proof.kind === 'blocked-besides' ? 'warn' : 'fail';
  return { check: 'canary', status, detail };
}

function good(check: string, detail: string): Check {
  return { check, status: 'ok', detail };
}
