import { existsSync, lstatSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result } from '../../result.ts';
import { Secret } from '../../secret.ts';
import { replacePrivately } from '../rotation/private-folder.ts';
import { digestOf, type FileRecord, type Journal, journalPath, seal } from './journal.ts';
import type { Replacement } from './model.ts';
import { applied, difference, reversed } from './text-edits.ts';

/** What may write: the disk itself, or in tests one that stops at any of its writes. */
export interface Disk {
  /** Replaces a file in one step; `newMode` is that of a file that is made. */
  replace(target: string, bytes: Uint8Array, newMode: number): Result<undefined>;
  remove(target: string): void;
  /** Runs git where it changes the index; why not, where it fails. */
  git(args: readonly string[]): string | undefined;
}

/** @param folder private folder for drafts */
export function plainDisk(folder: string, git: Disk['git']): Disk {
  return {
    replace: (target, bytes, newMode) => replacePrivately(folder, target, bytes, newMode),
    remove: (target) => rmSync(target, { force: true }),
    git,
  };
}

/** Where a fix happens. */
export interface Site {
  readonly top: string;
  /** `git rev-parse --git-path secretguard` */
  readonly folder: string;
  /** `machineKey` of the folder. */
  readonly key: Uint8Array;
  readonly disk: Disk;
  /** Reads an env file, one character a byte. */
  readEnv(text: string): readonly { readonly name: string; readonly value: string }[];
}

/** One file that is to change. */
export interface Change {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | Secret;
  /** How `after` comes from `before`, where that is known; it holds no value. */
  readonly forward?: readonly Replacement[];
  /** Variables that take up what leaves this file, each with the env files that may hold it. */
  readonly keys: readonly { readonly name: string; readonly paths: readonly string[] }[];
  /** Why it must not be written, asked right before. */
  refused?(): string | undefined;
}

/** An entry of the index that a fix stages; `before` as `update-index --cacheinfo` takes it, null: there was none. */
export type Staged = Journal['staged'][number];

/**
 * Writes all of it or nothing: what is to happen is noted first, so that a run that is killed anywhere is ended by the next one.
 * The order is the caller's: what hides the env files, then these, then the code.
 */
export function commitFix(site: Site, changes: readonly Change[], staged: readonly Staged[]): Result<undefined> {
  const journal: Journal = {
    version: 1,
    state: 'writing',
    files: changes.map((change) => recordOf(site, change, changes)),
    staged: [...staged],
  };
  const noted = saveJournal(site, journal);
  if (!noted.ok) return noted;
  for (const [i, { path, after, refused }] of changes.entries()) {
    const why = refused?.();
    const wrote =
      why === undefined ? put(site, path, textOfChange(after), after instanceof Secret) : fail('write-failed', why);
    if (!wrote.ok) return takenBack(site, changes.slice(0, i), wrote);
  }
  const problem = stageAll(
    site,
    staged.map(({ path }) => path),
  );
  if (problem !== undefined)
    return fail('git-failed', `${problem}; stage them yourself: git add ${staged.map(({ path }) => path).join(' ')}`);
  return saveJournal(site, { ...journal, state: 'done' });
}

/** Something failed half-way: what was written already is as it was again. */
function takenBack(site: Site, done: readonly Change[], why: Result<undefined>): Result<undefined> {
  for (const { path, before } of [...done].reverse()) {
    if (before === undefined) site.disk.remove(targetOf(site, path));
    else {
      const back = put(site, path, before, false);
      if (!back.ok)
        return fail('write-failed', `${path} could not be written back; run it again: secretguard fix`, path);
    }
  }
  site.disk.remove(journalPath(site.folder));
  return why;
}

export function saveJournal(site: Site, journal: Journal): Result<undefined> {
  const saved = site.disk.replace(journalPath(site.folder), Buffer.from(`${JSON.stringify(journal)}\n`), 0o600);
  return saved.ok ? saved : fail('write-failed', `${journalPath(site.folder)}: ${saved.error.message}`);
}

export function stageAll({ disk }: Site, paths: readonly string[]): string | undefined {
  return paths.length === 0 ? undefined : disk.git(['--literal-pathspecs', 'add', '-f', '--', ...paths]);
}

function textOfChange(after: string | Secret): string {
  return after instanceof Secret ? after.reveal() : after;
}

function recordOf(site: Site, change: Change, all: readonly Change[]): FileRecord {
  const { path, before, keys } = change;
  const isEnv = change.after instanceof Secret;
  const after = textOfChange(change.after);
  const forward = isEnv ? [] : [...(change.forward ?? difference(before ?? '', after))];
  const back = isEnv ? null : reversed(before ?? '', forward);
  if (back !== null && applied(after, back) !== (before ?? '')) throw new Error('the way back does not lead back');
  const found = keys.flatMap(({ name, paths }) => keyFor(site, name, paths, all) ?? []);
  const isSealed = keys.length > 0;
  const values = found.map(({ value }) => value);
  return {
    path,
    isEnv,
    before: before === undefined ? null : digestOf(site.key, before),
    after: digestOf(site.key, after),
    beforeSize: before?.length ?? 0,
    afterSize: after.length,
    forward,
    back: isSealed ? null : back,
    // A value that no env file holds any more cannot be brought back: better that than to keep it here.
    sealed: isSealed && back !== null && found.length === keys.length ? seal(back, values) : null,
    keys: found.map(({ path: of, name }) => ({ path: of, name })),
  };
}

/** The env file that holds a variable once everything is written, and its value. */
function keyFor(site: Site, name: string, paths: readonly string[], all: readonly Change[]) {
  for (const path of paths) {
    const change = all.find((candidate) => candidate.path === path);
    const text = change === undefined ? readText(site, path) : textOfChange(change.after);
    const value = text === undefined ? undefined : valueIn(site, text, name);
    if (value !== undefined) return { path, name, value };
  }
  return undefined;
}

/** The last assignment counts, as it does for whoever reads env files. */
export function valueIn(site: Site, text: string, name: string): string | undefined {
  return site.readEnv(text).findLast((entry) => entry.name === name && entry.value !== '')?.value;
}

/** A file as it stands, one character a byte; undefined: it is not there, or is no file. */
export function readText(site: Site, path: string): string | undefined {
  try {
    return readFileSync(targetOf(site, path), 'latin1');
  } catch {
    return undefined; // whoever asks compares with a digest, and nothing equals it
  }
}

export function put(site: Site, path: string, text: string, isPrivate: boolean): Result<undefined> {
  const wrote = site.disk.replace(targetOf(site, path), Buffer.from(text, 'latin1'), isPrivate ? 0o600 : 0o644);
  return wrote.ok ? wrote : fail('write-failed', `${path}: ${wrote.error.message}`, path);
}

/** Through links: what they lead to is what changes. */
export function targetOf({ top }: Site, path: string): string {
  const file = join(top, ...path.split('/'));
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink && existsSync(file) ? realpathSync(file) : file;
}
