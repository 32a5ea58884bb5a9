import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../result.ts';
import { exists, readState } from '../changes/files.ts';
import type { World } from '../command.ts';
import { chooseWiring } from './choose.ts';
import type { HookName } from './hook-lines.ts';
import { surveyIgnores } from './ignore.ts';
import { addCommand } from './manager.ts';
import { filesOf, type PlanInput } from './plan.ts';
import { readRecord } from './record.ts';
import { type Survey, survey } from './survey.ts';
import type { RemovalInput } from './unplan.ts';

/** Everything that a plan for `hooks` is made of; errors as `survey` gives them, and where the package is missing. */
export async function situation(
  hooks: readonly HookName[],
  world: Pick<World, 'cwd' | 'env'>,
): Promise<Result<PlanInput>> {
  const seen = await survey(world);
  if (!seen.ok) return seen;
  const { shipped } = seen.value;
  if (shipped === undefined) return fail('not-installed', notInstalled(seen.value));
  const files = new Map<string, string | undefined>();
  for (const path of filesOf(seen.value, hooks)) {
    const state = await readState(seen.value.top, path);
    if (!state.ok) return state;
    files.set(path, state.value?.text);
  }
  const ignores = await surveyIgnores(seen.value.top, world.env);
  if (!ignores.ok) return ignores;
  const isArmed = await armed(seen.value);
  return ok({ seen: seen.value, shipped, hooks, files, ignores: ignores.value, isArmed });
}

/** What to do where the package is not installed in the project. */
function notInstalled(seen: Survey): string {
  const add = addCommand(seen.manager);
  if (seen.package !== undefined) return `secretguard is not installed in this project; first run: ${add}`;
  return `there is no package.json in ${seen.top}, so colleagues could not install secretguard; first run: npm init -y && ${add}`;
}

/** husky's own files are in this work tree, and git looks there. */
async function armed(seen: Survey): Promise<boolean> {
  const wiring = chooseWiring(seen);
  if (wiring.kind !== 'husky' || seen.hooksPath === undefined) return false;
  const names = ['h', 'pre-commit', 'pre-merge-commit', 'pre-push', 'commit-msg'];
  const there = await Promise.all(names.map((name) => exists(join(seen.top, wiring.dir, '_', name))));
  return there.every(Boolean);
}

/** Everything that `uninstall` decides by. */
export async function remains(world: Pick<World, 'cwd' | 'env'>): Promise<Result<RemovalInput>> {
  const surveyed = await survey(world);
  if (!surveyed.ok) return surveyed;
  const seen = surveyed.value;
  const record = await readRecord(seen);
  const wiring = chooseWiring(seen);
  const dirs = new Set([
    '.husky',
    ...('dir' in wiring ? [wiring.dir] : []),
    ...(seen.home === '' ? [] : [`${seen.home}/.husky`]),
  ]);
  const hookFiles: string[] = [];
  for (const dir of dirs) hookFiles.push(...(await filesIn(seen.top, dir)));
  const paths = [
    ...Object.keys(record.files),
    ...hookFiles,
    ...(seen.package === undefined ? [] : [seen.package.path]),
    ...[...seen.markers].filter((name) => name !== '.husky'),
    '.gitignore',
  ];
  const files = new Map<string, string>();
  for (const path of new Set(paths)) {
    const state = await readState(seen.top, path);
    if (!state.ok) return state;
    if (state.value !== undefined) files.set(path, state.value.text);
  }
  return ok({ seen, record, files, huskyFiles: hookFiles.filter((path) => path.includes('.husky/')) });
}

async function filesIn(top: string, dir: string): Promise<string[]> {
  const entries = await readdir(join(top, dir), { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => `${dir}/${entry.name}`);
}
