import { lstat } from 'node:fs/promises';
import { posix } from 'node:path';
import { placeOf } from '../../detect/place.ts';
import { readingEnv } from '../../git/run-git.ts';
import { fitsEnvFile } from '../../lifecycle/env-lines.ts';
import { isCode, parses } from '../../lifecycle/fix/code-fix.ts';
import type { JsParser } from '../../lifecycle/fix/js/parse.ts';
import type { JsonRead } from '../../lifecycle/fix/json-reads.ts';
import type { Move, Replacement, Wanted } from '../../lifecycle/fix/model.ts';
import { workflowName } from '../../lifecycle/fix/plain-fix.ts';
import { fixText } from '../../lifecycle/fix/text.ts';
import { applied } from '../../lifecycle/fix/text-edits.ts';
import type { Trouble } from '../../model.ts';
import { ok, type Result } from '../../result.ts';
import { type Edit, readState, refusal } from '../changes/files.ts';
import { addIgnores, surveyIgnores } from '../wiring/ignore.ts';
import { inTree, type Searched, type Suspects } from './find.ts';
import { type EnvFix, type Home, Homes } from './homes.ts';
import { type JsonFix, type JsonPlan, NO_JSON, planJson } from './json.ts';
import { type Places, placesOf } from './places.ts';

/** One source file, and what leaves it. */
export interface SourceFix {
  readonly edit: Edit & { readonly before: string; readonly after: string };
  readonly replacements: readonly Replacement[];
  /** Everything in it that must not be shown. */
  readonly hidden: readonly Wanted[];
  readonly moves: readonly Move[];
  /** The env file that takes its values up. */
  readonly home?: string;
}

export interface FixPlan {
  readonly ignores: readonly (Edit & { readonly after: string })[];
  readonly envs: readonly EnvFix[];
  readonly sources: readonly SourceFix[];
  readonly todo: readonly string[];
  readonly notes: readonly string[];
  /** What could not be listed: it may use what is changed. */
  readonly unread: readonly Trouble[];
}

/** Larger files are no source that somebody wrote. */
const MAX_CHARS = 5_000_000;

/** What is to change in one file so far. */
interface Draft {
  readonly text: string;
  readonly replacements: readonly Replacement[];
  readonly hidden: readonly Wanted[];
  readonly moves: readonly Move[];
  readonly home?: Home;
  readonly declaredIn?: string | undefined;
}

/** What is to change; nothing is written yet. @param parser why there is none, in words, where it cannot be loaded */
export async function planFix(
  found: Searched,
  top: string,
  env: NodeJS.ProcessEnv,
  parser: JsParser | string,
  withJson = true,
): Promise<Result<FixPlan>> {
  const todo = [...found.todo];
  const ignores = await planIgnores(top, env, todo);
  if (!ignores.ok) return ignores;
  const places = placesOf(top, env, parser);
  if (!places.ok) return places;
  const homes = new Homes(places.value.tree, readingEnv(env));
  const json = withJson ? planJson(found.files, places.value, parser) : NO_JSON;
  const drafts = await draftsOf(found, json, places.value, homes, todo);
  await addDeclarations(drafts, places.value, todo);
  const sources: SourceFix[] = [];
  for (const [path, draft] of drafts) {
    const source = await sourceOf(path, draft, top, parser);
    if (typeof source === 'string') {
      todo.push(source);
      drafts.delete(path);
    } else {
      sources.push(source);
      todo.push(...workflowTodo(path, draft));
    }
  }
  // The JSON file and the code that reads it change together or not at all.
  if ([...json.files.keys(), ...json.reads.keys()].some((path) => !drafts.has(path))) {
    const plan = await planFix(found, top, env, parser, false);
    return plan.ok ? ok({ ...plan.value, todo: [...new Set([...todo, ...plan.value.todo])] }) : plan;
  }
  todo.push(...json.todo);
  const isWanted = (home: Home, name: string) =>
    [...drafts.values()].some((draft) => draft.home === home && draft.moves.some((move) => move.name === name));
  const envs = await homes.fixes(isWanted);
  return ok({ ignores: ignores.value, envs, sources, todo, notes: notesFor(drafts), unread: places.value.unread });
}

/** What leaves the files that were found, and the code that reads them. */
async function draftsOf(
  found: Searched,
  json: JsonPlan,
  places: Places,
  homes: Homes,
  todo: string[],
): Promise<Map<string, Draft>> {
  const drafts = new Map<string, Draft>();
  for (const [path, suspects] of new Map([
    ...[...json.reads.keys()].map((file) => [file, NOTHING] as const),
    ...found.files,
  ])) {
    const reads = json.reads.get(path) ?? [];
    if (json.files.has(path) || (suspects.wanted.length === 0 && reads.length === 0)) continue;
    const draft = await draftOf(path, { ...suspects, reads }, places, homes, todo);
    if (draft !== undefined) drafts.set(path, draft);
  }
  for (const [path, file] of json.files) {
    const draft = jsonDraft(file, drafts, found.files.get(path)?.all ?? []);
    if (draft !== undefined) drafts.set(path, draft);
  }
  return drafts;
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

async function draftOf(
  path: string,
  suspects: Suspects & { readonly reads: readonly JsonRead[] },
  places: Places,
  homes: Homes,
  todo: string[],
): Promise<Draft | undefined> {
  const text = await readSource(places.tree.top, path);
  if (typeof text !== 'string') {
    if (suspects.wanted.some((w) => !w.isWarning)) todo.push(`${path}: ${text.why}`);
    return undefined;
  }
  const place = places.of(path, text);
  const home = await homes.of(path, place.facts);
  if (typeof home === 'string') {
    todo.push(`${path}: ${home}`);
    return undefined;
  }
  // What is only warned of is often meant to be there: keys that are public in code for the browser, made-up ones in tests.
  const isLenient = place.client !== undefined || isQuiet(path);
  const wanted = isLenient ? suspects.wanted.filter((w) => !w.isWarning) : suspects.wanted;
  const fix = fixText(path, text, wanted, home.namer.nameFor, { ...place, reads: suspects.reads });
  for (const { line, why, wanted: of } of fix.left) if (!of.isWarning) todo.push(`${path}:${line}: ${why}`);
  if (fix.replacements.length === 0) return undefined;
  if (!fix.moves.every((move) => fitsEnvFile(move, home.expands))) {
    todo.push(`${path}: the value fits into no env file; keep it in a file of its own that git ignores`);
    return undefined;
  }
  const { replacements, moves } = fix;
  return { text, replacements, moves, hidden: suspects.all, home, declaredIn: place.declaredIn };
}

const NOTHING: Suspects = { wanted: [], all: [] };

/** Its values go where the code that reads them looks for them. @returns undefined where that is not one place */
function jsonDraft(file: JsonFix, drafts: ReadonlyMap<string, Draft>, hidden: readonly Wanted[]): Draft | undefined {
  const users = file.users.map((user) => drafts.get(user));
  const [home, ...others] = new Set(users.map((draft) => draft?.home));
  if (home === undefined || others.length > 0) return undefined;
  const all = users.flatMap((draft) => draft?.moves ?? []);
  const moves = all.filter(({ secret }) => file.entries.some((entry) => entry.secret.equals(secret)));
  const isWhole = file.entries.every((entry) => moves.some(({ secret }) => secret.equals(entry.secret)));
  return isWhole ? { text: file.text, replacements: file.cuts, moves, hidden, home } : undefined;
}

/** A schema has to know the variables that are read through it. */
async function addDeclarations(drafts: Map<string, Draft>, places: Places, todo: string[]): Promise<void> {
  for (const [file, wanted] of namesToDeclare(drafts)) {
    const there = drafts.get(file);
    const text = there?.text ?? (await readSource(places.tree.top, file));
    const added = typeof text === 'string' ? places.declaration(file, text, [...wanted]) : undefined;
    if (typeof text !== 'string' || added === undefined) todo.push(`${file}: declare ${[...wanted].join(', ')} there`);
    else if (added.length > 0)
      drafts.set(file, {
        hidden: [],
        moves: [],
        ...there,
        text,
        replacements: [...(there?.replacements ?? []), ...added],
      });
  }
}

/** By the file that has to know them. */
function namesToDeclare(drafts: ReadonlyMap<string, Draft>): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const { declaredIn, moves } of drafts.values()) {
    if (declaredIn === undefined) continue;
    const known = names.get(declaredIn) ?? new Set();
    names.set(declaredIn, known);
    for (const { name } of moves) known.add(name);
  }
  return names;
}

/** @returns why not, where the file must not be changed */
async function sourceOf(
  path: string,
  draft: Draft,
  top: string,
  parser: JsParser | string,
): Promise<SourceFix | string> {
  const { text, replacements, hidden, moves } = draft;
  const edit = { path, before: text, after: applied(text, replacements) };
  const against = await refusal(top, edit);
  if (against !== undefined) return against;
  if (isCode(path) && typeof parser !== 'string' && !parses(path, edit.after, parser))
    return `${path}: what would come out could not be read: take the value out by hand`;
  return { edit, replacements, hidden, moves, ...(draft.home === undefined ? {} : { home: draft.home.path }) };
}

/** What a person has to know besides. */
function notesFor(drafts: ReadonlyMap<string, Draft>): string[] {
  const scripts = [...drafts].filter(([path, { moves }]) => moves.length > 0 && /\.(?:sh|bash|zsh|ksh)$/.test(path));
  return scripts.map(([path]) => `${path}: set -a; . ./.env; set +a gives the script its variables`);
}

/** Secrets of workflows live at GitHub. */
function workflowTodo(path: string, { moves }: Draft): string[] {
  const names = /\.github\/workflows\//.test(path) ? new Set(moves.map(({ name }) => workflowName(name))) : [];
  return [...names].map((name) => `${path}: gh secret set ${name}   # it asks for the value`);
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
