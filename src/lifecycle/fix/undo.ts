import { fail, ok, type Result } from '../../result.ts';
import { digestOf, type FileRecord, type Journal, journalPath, unseal } from './journal.ts';
import type { Replacement } from './model.ts';
import { applied } from './text-edits.ts';
import { put, readText, type Site, saveJournal, stageAll, targetOf, valueIn } from './transaction.ts';

/** What was left alone, in words. */
export interface Ended {
  readonly is: 'fixed' | 'as it was';
  readonly left: readonly string[];
}

type State = 'before' | 'after' | 'more' | 'other';

/** Ends what a killed run began: forward where the values are in the env file already, else back. */
export function endFix(site: Site, journal: Journal): Result<Ended> {
  if (journal.state === 'undoing') return goBack(site, journal);
  const isSafe = journal.files.every((file) => !file.isEnv || isKept(stateOf(site, file)));
  return isSafe ? goOn(site, journal) : goBack(site, journal);
}

function isKept(state: State): boolean {
  return state === 'after' || state === 'more';
}

function stateOf(site: Site, file: FileRecord): State {
  const text = readText(site, file.path);
  if (text === undefined) return file.before === null ? 'before' : 'other';
  const digest = digestOf(site.key, text);
  if (digest === file.after) return 'after';
  if (digest === file.before) return 'before';
  const isLonger = file.isEnv && digestOf(site.key, text.slice(0, file.afterSize)) === file.after;
  return isLonger ? 'more' : 'other';
}

function goOn(site: Site, journal: Journal): Result<Ended> {
  const left: string[] = [];
  for (const file of journal.files) {
    const state = stateOf(site, file);
    if (state === 'other') left.push(`${file.path} was changed meanwhile`);
    if (state !== 'before') continue;
    const wrote = put(site, file.path, applied(readText(site, file.path) ?? '', file.forward), false);
    if (!wrote.ok) return wrote;
  }
  const problem = stageAll(
    site,
    journal.staged.map(({ path }) => path),
  );
  if (problem !== undefined) left.push(problem);
  const saved = saveJournal(site, { ...journal, state: 'done' });
  return saved.ok ? ok({ is: 'fixed', left }) : saved;
}

/** Why the last fix cannot be taken back; empty where it can. */
export function againstUndo(site: Site, journal: Journal): string[] {
  return journal.files.flatMap((file) => {
    if (file.isEnv) return [];
    const state = stateOf(site, file);
    if (state === 'before') return [];
    if (state === 'other') return file.keys.length > 0 ? [`${file.path} was changed since`] : [];
    return backOf(site, file) === undefined ? [whyClosed(file)] : [];
  });
}

function whyClosed({ path, keys, sealed }: FileRecord): string {
  if (sealed === null) return `${path}: its value is in no env file`;
  const places = [...new Set(keys.map((key) => `${key.name} in ${key.path}`))];
  return `${path}: its value comes from ${places.join(', ')}, which is not what it was`;
}

/** The way back; undefined where the values that open it are other ones now. */
function backOf(site: Site, { back, sealed, keys }: FileRecord): readonly Replacement[] | undefined {
  if (back !== null) return back;
  const values = keys.flatMap(({ path, name }) => valueIn(site, readText(site, path) ?? '', name) ?? []);
  return sealed === null || values.length < keys.length ? undefined : unseal(sealed, values);
}

/**
 * Takes the last fix back: the code first, then the env files that its way back is read with.
 *
 * @param staged entries of the index that are still as the fix staged them
 */
export function undoFix(site: Site, journal: Journal, staged: Journal['staged']): Result<Ended> {
  const noted: Journal = { ...journal, state: 'undoing', staged };
  const saved = saveJournal(site, noted);
  return saved.ok ? goBack(site, noted) : saved;
}

function goBack(site: Site, journal: Journal): Result<Ended> {
  const left: string[] = [];
  const order = [...journal.files.filter((file) => !file.isEnv), ...journal.files.filter((file) => file.isEnv)];
  for (const file of order) {
    const state = stateOf(site, file);
    if (state === 'before') continue;
    const gone = state === 'other' ? fail('write-failed', '') : file.isEnv ? envBack(site, file) : codeBack(site, file);
    if (state === 'other') left.push(`${file.path} was changed since: left as it is`);
    else if (!gone.ok) return gone;
  }
  // Only an undo has staged anything that is to be taken out again; a fix stages last.
  if (journal.state === 'undoing') left.push(...unstaged(site, journal.staged));
  site.disk.remove(journalPath(site.folder));
  return ok({ is: 'as it was', left });
}

function codeBack(site: Site, file: FileRecord): Result<undefined> {
  const back = backOf(site, file);
  if (back === undefined) return fail('write-failed', whyClosed(file), file.path);
  if (file.before === null) return removed(site, file);
  const text = applied(readText(site, file.path) ?? '', back);
  if (digestOf(site.key, text) !== file.before) return fail('write-failed', `${file.path}: the way back does not fit`);
  return put(site, file.path, text, false);
}

/** What was added leaves the env file; what came in since stays. */
function envBack(site: Site, file: FileRecord): Result<undefined> {
  const text = readText(site, file.path) ?? '';
  const rest = text.slice(0, file.beforeSize) + text.slice(file.afterSize);
  return file.before === null && rest === '' ? removed(site, file) : put(site, file.path, rest, true);
}

function removed(site: Site, { path }: FileRecord): Result<undefined> {
  site.disk.remove(targetOf(site, path));
  return ok(undefined);
}

function unstaged({ disk }: Site, staged: Journal['staged']): string[] {
  return staged.flatMap(({ path, before }) => {
    const args = before === null ? ['--force-remove', '--', path] : ['--cacheinfo', `${before},${path}`];
    return disk.git(['update-index', ...args]) ?? [];
  });
}
