import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { closedFolders } from '../git/closed-folders.ts';
import { type GitOptions, lineOf, runGit } from '../git/run-git.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';

export type HolderKind =
  | 'ref'
  | 'stash'
  | 'note'
  | 'HEAD'
  | 'reflog'
  | 'index'
  | 'work tree'
  | 'unreachable'
  | 'git file';

/** Something through which git, or anybody who looks, still gets at a value. */
export interface Holder {
  readonly kind: HolderKind;
  /** Ref, file or the like; printable is up to the caller. */
  readonly name: string;
  /** Entries, or objects. */
  readonly count: number;
}

/** Where a repository keeps what. */
export interface GitPlaces {
  readonly git: GitOptions;
  /** Folder of git that all work trees share. */
  readonly common: string;
  /** Each work tree: where its files stand ('' for a bare repository), and its own folder of git. */
  readonly trees: readonly { readonly top: string; readonly dir: string }[];
}

export function gitPlaces(git: GitOptions): Result<GitPlaces> {
  const answer = runGit(['rev-parse', '--path-format=absolute', '--git-common-dir'], git);
  if (!answer.ok) return answer;
  const common = lineOf(answer.value);
  const listed = runGit(['worktree', 'list', '--porcelain'], git);
  if (!listed.ok) return listed;
  const trees = listed.value.stdout
    .toString('utf8')
    .split('\n\n')
    .filter((block) => block.startsWith('worktree '))
    .map((block, i) => {
      const path = /^worktree (.*)$/m.exec(block)?.[1] ?? '';
      const isBare = /^bare$/m.test(block);
      return { top: isBare ? '' : path, dir: i === 0 ? common : dirOfTree(common, path) };
    });
  return ok({ git, common, trees });
}

/** Each linked work tree has a folder of git that names it. */
function dirOfTree(common: string, top: string): string {
  const root = join(common, 'worktrees');
  const name = readdirSync(root).find((entry) => {
    try {
      return readFileSync(join(root, entry, 'gitdir'), 'utf8').trim() === join(top, '.git');
    } catch {
      return false; // no work tree of ours
    }
  });
  return join(root, name ?? '');
}

/** Refs whose commit or object is among `reaching`. */
export function refsTo(reaching: ReadonlySet<string>, { git }: GitPlaces): Result<Holder[]> {
  const answer = runGit(['for-each-ref', '--format=%(objectname) %(*objectname) %(refname)'], git);
  if (!answer.ok) return answer;
  const found: Holder[] = [];
  for (const line of answer.value.stdout.toString('utf8').split('\n')) {
    const [, oid = '', peeled = '', name = ''] = /^(\w+) (\w*) (.+)$/.exec(line) ?? [];
    if (!reaching.has(oid) && !reaching.has(peeled)) continue;
    const kind = name === 'refs/stash' ? 'stash' : name.startsWith('refs/notes/') ? 'note' : 'ref';
    found.push({ kind, name, count: 1 });
  }
  return ok(found);
}

/** HEAD, FETCH_HEAD, ORIG_HEAD and the like, of each work tree. */
export function headsTo(reaching: ReadonlySet<string>, { common, trees }: GitPlaces): Result<Holder[]> {
  return attempt('git’s own files', () =>
    trees.flatMap(({ dir }) =>
      readdirSync(dir)
        .filter((name) => /^[A-Z_]*HEAD$/.test(name) && statSync(join(dir, name)).isFile())
        .flatMap((name): Holder[] => {
          const oids = readFileSync(join(dir, name), 'latin1').match(/\b[0-9a-f]{40,64}\b/g) ?? [];
          const count = oids.filter((oid) => reaching.has(oid)).length;
          return count === 0 ? [] : [{ kind: 'HEAD', name: inGit(common, join(dir, name)), count }];
        }),
    ),
  );
}

/** Reflogs with entries that lead there; of the stash these are the older stashes. */
export function reflogsTo(reaching: ReadonlySet<string>, { git, common, trees }: GitPlaces): Result<Holder[]> {
  const stored = runGit(['config', '--get', 'extensions.refstorage'], { ...git, accept: [1] });
  if (!stored.ok) return stored;
  // in a reftable they are no files, and git lists them since 2.45 only
  if (!/^(?:files)?$/i.test(lineOf(stored.value)))
    return fail('unreadable', 'the reflogs are not kept as files here (extensions.refStorage): look at a mirror clone');
  const folders = new Set([common, ...trees.map(({ dir }) => dir)].map((dir) => join(dir, 'logs')));
  return attempt('the reflogs', () =>
    [...folders].flatMap((folder) =>
      filesBelow(folder).flatMap((file): Holder[] => {
        const entries = readFileSync(join(folder, file), 'latin1').split('\n');
        const count = entries.filter((entry) => entry.split(' ', 2).some((oid) => reaching.has(oid))).length;
        if (count === 0) return [];
        return [
          {
            kind: file === 'refs/stash' ? 'stash' : 'reflog',
            name: `reflog of ${inFolder(common, folder, file)}`,
            count,
          },
        ];
      }),
    ),
  );
}

/** Indexes that hold one of `blobs`. */
export function indexesWith(blobs: ReadonlySet<string>, { git, trees }: GitPlaces): Result<Holder[]> {
  const found: Holder[] = [];
  for (const { dir } of trees) {
    const env = { ...git.env, GIT_INDEX_FILE: join(dir, 'index') };
    const listed = runGit(['ls-files', '-s', '-z'], { ...git, env });
    if (!listed.ok) return listed;
    for (const record of listed.value.stdout.toString('utf8').split('\0')) {
      const [, oid = '', path = ''] = /^\d+ (\w+) \d\t(.+)$/s.exec(record) ?? [];
      if (blobs.has(oid)) found.push({ kind: 'index', name: path, count: 1 });
    }
  }
  return ok(found);
}

/**
 * Files that `holds` says yes to: those of every work tree that git would add, and git's own but its objects.
 *
 * @param unread is told what could not be looked at; the rest is
 */
export function filesWith(
  holds: (bytes: Uint8Array) => boolean,
  places: GitPlaces,
  unread: Failure[],
): Result<Holder[]> {
  const found: Holder[] = [];
  for (const { top } of places.trees) {
    if (top === '') continue;
    const listed = runGit(LISTING, { ...places.git, cwd: top });
    if (!listed.ok) return listed;
    unread.push(...closedFolders(listed.value.stderr.toString('latin1')));
    const names = new Set(listed.value.stdout.toString('latin1').split('\0').filter(Boolean));
    for (const raw of names) {
      const file = Buffer.concat([Buffer.from(`${top}/`), Buffer.from(raw, 'latin1')]);
      const name = Buffer.from(raw, 'latin1').toString('utf8');
      if (isFileWith(file, name, holds, unread)) found.push({ kind: 'work tree', name, count: 1 });
    }
  }
  const own = attempt('git’s own files', () => filesBelow(places.common, (name) => name === 'objects'));
  if (!own.ok) return own;
  for (const raw of own.value) {
    const name = inGit(places.common, join(places.common, raw));
    if (isFileWith(join(places.common, raw), name, holds, unread)) found.push({ kind: 'git file', name, count: 1 });
  }
  return ok(found);
}

// Reading git's own settings must start no program that they name.
const LISTING = ['-c', 'core.fsmonitor=false', 'ls-files', '-z', '-co', '--exclude-standard'];

/** A reflog of a linked work tree is told from that of the main one. */
function inFolder(common: string, logs: string, file: string): string {
  const tree = relative(join(common, 'worktrees'), join(logs, '..')).split(sep)[0] ?? '';
  return tree === '..' || tree === '' ? file : `${file} in work tree ${tree}`;
}

function isFileWith(
  file: string | Buffer,
  name: string,
  holds: (bytes: Uint8Array) => boolean,
  unread: Failure[],
): boolean {
  try {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (stat?.isSymbolicLink()) return holds(readlinkSync(file, 'buffer'));
    return stat?.isFile() === true && holds(readFileSync(file));
  } catch (error) {
    unread.push(fail('unreadable', `it could not be read (${codeOf(error)})`, name).error);
    return false;
  }
}

/** A file of git's own as people know it: `.git/ORIG_HEAD`. */
function inGit(common: string, file: string): string {
  return `.git/${relative(common, file).split(sep).join('/')}`;
}

/** Regular files below a folder, `/`-separated; nothing where it is not there. */
function filesBelow(folder: string, isLeftOut = (_: string) => false, under = ''): string[] {
  if (statSync(join(folder, under), { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) return isLeftOut(name) ? [] : filesBelow(folder, isLeftOut, name);
    return entry.isFile() ? [name] : [];
  });
}

function attempt<T>(what: string, read: () => T): Result<T> {
  try {
    return ok(read());
  } catch (error) {
    return fail('unreadable', `${what} could not be read (${codeOf(error)})`);
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
