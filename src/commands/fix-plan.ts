import { lstat } from 'node:fs/promises';
import { posix } from 'node:path';
import { placeOf } from '../detect/place.ts';
import { fitsEnvFile } from '../lifecycle/env-lines.ts';
import type { Move, Replacement, Wanted } from '../lifecycle/fix-model.ts';
import { applied, fixText, isClientCode } from '../lifecycle/fix-text.ts';
import { makeNamer, type Namer } from '../lifecycle/namer.ts';
import { ok, type Result } from '../result.ts';
import { parseEnv } from '../sources/env-file.ts';
import { inTree, type Searched, type Suspects } from './fix-find.ts';
import { type Edit, exists, readState, refusal } from './wiring/files.ts';
import { addIgnores, surveyIgnores } from './wiring/ignore.ts';

/** One source file, and what leaves it. */
export interface SourceFix {
  readonly edit: Edit & { readonly before: string; readonly after: string };
  readonly replacements: readonly Replacement[];
  /** Everything in it that must not be shown. */
  readonly hidden: readonly Wanted[];
}

/** An env file that takes values up, and its example, which takes their names. */
export interface EnvFix {
  readonly path: string;
  readonly moves: readonly Move[];
  readonly example: string;
  readonly names: readonly string[];
}

export interface FixPlan {
  readonly ignores: readonly (Edit & { readonly after: string })[];
  readonly envs: readonly EnvFix[];
  readonly sources: readonly SourceFix[];
  readonly todo: readonly string[];
  readonly notes: readonly string[];
}

/** Larger files are no source that somebody wrote. */
const MAX_CHARS = 5_000_000;
const EXAMPLES = ['.env.example', '.env.sample', '.env.template'];

/** What is to change; nothing is written yet. */
export async function planFix(found: Searched, top: string, env: NodeJS.ProcessEnv): Promise<Result<FixPlan>> {
  const todo = [...found.todo];
  const notes: string[] = [];
  const ignores = await planIgnores(top, env, todo);
  if (!ignores.ok) return ignores;
  const homes = new Map<string, Home>();
  const sources: SourceFix[] = [];
  for (const [path, suspects] of found.files) {
    if (suspects.wanted.length === 0) continue;
    const home = await homeOf(path, top, homes);
    if (typeof home === 'string') {
      todo.push(`${path}: ${home}`);
      continue;
    }
    const source = await planSource(path, suspects, home, top, todo, notes);
    if (source !== undefined) sources.push(source);
  }
  return ok({ ignores: ignores.value, envs: await planEnvs(homes, top), sources, todo, notes });
}

/** Lines that the ignore files lack; those that take an env file back in are overruled in the file that does so. */
async function planIgnores(top: string, env: NodeJS.ProcessEnv, todo: string[]): Promise<Result<FixPlan['ignores']>> {
  const survey = await surveyIgnores(top, env);
  if (!survey.ok) return survey;
  const { missing, takenBack, isLink } = survey.value;
  const lines = new Map<string, Set<string>>(missing.length > 0 ? [['.gitignore', new Set(missing)]] : []);
  for (const { path, by } of takenBack) {
    const file = /^(.*?):\d+: /.exec(by)?.[1] ?? '.gitignore';
    lines.set(file, (lines.get(file) ?? new Set()).add(posix.basename(path)));
  }
  const edits: (Edit & { after: string })[] = [];
  for (const [path, names] of lines) {
    if (path === '.gitignore' && isLink) {
      todo.push('.gitignore is a link, which git does not follow: make it a file');
      continue;
    }
    const state = await readState(top, path);
    const before = state.ok ? state.value?.text : undefined;
    const after = addIgnores(before, [...names]);
    if (!state.ok) todo.push(state.error.message);
    else if (after !== undefined) edits.push({ path, before, after });
  }
  return ok(edits);
}

/** Where the values of a folder's files go. */
interface Home {
  /** '' the top level, else `packages/a/`. */
  readonly folder: string;
  readonly namer: Namer;
}

/** The nearest folder upwards that has an env file; else the top level. */
async function homeOf(path: string, top: string, homes: Map<string, Home>): Promise<Home | string> {
  let folder = posix.dirname(path);
  while (folder !== '.' && !(await exists(inTree(top, `${folder}/.env`)))) folder = posix.dirname(folder);
  const key = folder === '.' ? '' : `${folder}/`;
  const known = homes.get(key);
  if (known !== undefined) return known;
  const state = await readState(top, `${key}.env`);
  if (!state.ok) return state.error.message;
  const text = Buffer.from(state.value?.text ?? '', 'latin1').toString('utf8');
  const home = { folder: key, namer: makeNamer(parseEnv(text)) };
  homes.set(key, home);
  return home;
}

async function planSource(
  path: string,
  suspects: Suspects,
  home: Home,
  top: string,
  todo: string[],
  notes: string[],
): Promise<SourceFix | undefined> {
  const text = await readSource(top, path);
  if (typeof text !== 'string') {
    if (suspects.wanted.some((w) => !w.isWarning)) todo.push(`${path}: ${text.why}`);
    return undefined;
  }
  // What is only warned of is often meant to be there: keys that are public in code for the browser, made-up ones in tests.
  const isClient = isClientCode(path, text);
  const wanted = isClient || isQuiet(path) ? suspects.wanted.filter((w) => !w.isWarning) : suspects.wanted;
  const fix = fixText(path, text, wanted, home.namer.nameFor);
  for (const { line, why, wanted: of } of fix.left) if (!of.isWarning) todo.push(`${path}:${line}: ${why}`);
  if (fix.replacements.length === 0) return undefined;
  if (!fix.moves.every(fitsEnvFile)) {
    todo.push(`${path}: the value fits into no env file; keep it in a file of its own that git ignores`);
    return undefined;
  }
  const edit = { path, before: text, after: applied(text, fix.replacements) };
  const against = await refusal(top, edit);
  if (against !== undefined) {
    todo.push(against);
    return undefined;
  }
  if (isClient)
    notes.push(
      `${path} looks like code for the browser, where process.env is not there and everything is public: call the service from your server`,
    );
  return { edit, replacements: fix.replacements, hidden: suspects.all };
}

function isQuiet(path: string): boolean {
  const { test, docs, example, fixture, snapshot, generated } = placeOf(path);
  return test || docs || example || fixture || snapshot || generated;
}

async function readSource(top: string, path: string): Promise<string | { why: string }> {
  const found = await lstat(inTree(top, path)).catch(() => undefined);
  if (found === undefined) return { why: 'it is staged, but not in the work tree: git restore it, or unstage it' };
  if (!found.isFile()) return { why: 'it is no regular file' };
  if (found.size > MAX_CHARS) return { why: 'it is too large to be rewritten' };
  const state = await readState(top, path);
  if (!state.ok) return { why: state.error.message };
  return state.value?.text ?? { why: 'it is not there any more' };
}

async function planEnvs(homes: ReadonlyMap<string, Home>, top: string): Promise<EnvFix[]> {
  const envs: EnvFix[] = [];
  for (const { folder, namer } of homes.values()) {
    if (namer.pending.length === 0) continue;
    const there = await Promise.all(EXAMPLES.map((name) => exists(inTree(top, folder + name))));
    const example = folder + (EXAMPLES[there.indexOf(true)] ?? '.env.example');
    const state = await readState(top, example);
    const listed = new Set(parseEnv(state.ok ? (state.value?.text ?? '') : '').map(({ name }) => name));
    const names = namer.pending.map(({ name }) => name).filter((name) => !listed.has(name));
    envs.push({ path: `${folder}.env`, moves: namer.pending, example, names });
  }
  return envs;
}
