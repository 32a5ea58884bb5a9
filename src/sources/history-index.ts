import { recordsOf, streamGit } from '../git/git-stream.ts';
import { type Layout, layoutOf } from '../git/layout.ts';
import { unquote } from '../git/quoted-path.ts';
import type { GitOptions } from '../git/run-git.ts';
import type { Trouble } from '../model.ts';
import { fail, ok, type Result } from '../result.ts';
import { readDamaged } from './damaged-history.ts';
import { type IntList, makeIntList, makeOidTable, type OidTable } from './history-table.ts';

/** What commits changed, in numbers: blobs, commits and paths each have their own. */
export interface HistoryIndex {
  /** Parents first. */
  readonly commits: OidTable;
  readonly blobs: OidTable;
  /** One character a byte. */
  readonly paths: readonly string[];
  readonly changes: Changes;
  /** Paths at which submodules were. */
  readonly submodules: ReadonlySet<number>;
  /** Commits and folders that could not be read, where any are missing or broken. */
  readonly lost: readonly Trouble[];
}

/** One entry for each file that a commit changed, and for each parent that it differs from. */
export interface Changes {
  readonly length: number;
  commit(i: number): number;
  path(i: number): number;
  /** -1 where the file is there no more. */
  blob(i: number): number;
  /** -1 where it was not there. */
  old(i: number): number;
}

/** Trees only; of a merge, what differs from all of its parents. Settings that change what is printed are overruled. */
const LOG = [
  '-c', 'core.quotePath=true', '-c', 'log.showSignature=false', 'log', '-O/dev/null', '--format=%H', '--topo-order', '--reverse', '-c',
  '--root', '--raw', '--no-renames', '--no-abbrev', '--no-color', '--no-relative', '--no-notes', '--no-mailmap', '--ignore-submodules=none',
]; // biome-ignore format: a command

/** While a history is read. */
export interface Reading {
  /** Is told of all commits that are known so far, as they become more. */
  known?: (commits: OidTable) => void;
}

/**
 * Goes through commits once; a second time where the first came to something that is missing.
 *
 * @param revisions arguments of `git rev-list`: `['--all']`, `['main..topic']`
 */
export async function indexHistory(
  revisions: readonly string[],
  git: GitOptions,
  layout: Result<Pick<Layout, 'width'>> = layoutOf(git),
  reading: Reading = {},
): Promise<Result<HistoryIndex>> {
  if (!layout.ok) return layout;
  const { width } = layout.value;
  const log = streamGit([...LOG, ...revisions, '--'], { ...git, input: '' });
  const whole = await indexOf(log.stdout, width, reading);
  const done = await log.done;
  if (done.ok) return whole;
  const damaged = done.error.kind === 'git-missing' ? done : await readDamaged(revisions, git, width);
  if (!damaged.ok) return done;
  const rest = await indexOf(damaged.value.log, width, {});
  return rest.ok ? ok({ ...rest.value, lost: damaged.value.lost }) : rest;
}

async function indexOf(log: AsyncIterable<Buffer>, width: number, reading: Reading): Promise<Result<HistoryIndex>> {
  const index = {
    commits: makeOidTable(width),
    blobs: makeOidTable(width),
    paths: [] as string[],
    submodules: new Set<number>(),
  };
  const rows = makeIntList();
  const odd = await readChanges(log, index, { rows, digits: width * 2, reading });
  if (odd > 0) return fail('git-failed', 'what git printed of a commit could not be understood');
  return ok({ ...index, changes: changesIn(rows), lost: [] });
}

const ROW = 4;
const SUBMODULE = '160000';
const COLON = 58;

/** @returns how many lines of git could not be understood */
async function readChanges(
  stdout: AsyncIterable<Buffer>,
  {
    commits,
    blobs,
    paths,
    submodules,
  }: Pick<HistoryIndex, 'commits'> & {
    blobs: OidTable;
    paths: string[];
    submodules: Set<number>;
  },
  { rows, digits, reading }: { readonly rows: IntList; readonly digits: number; readonly reading: Reading },
): Promise<number> {
  const pathId = numbering(paths);
  const zeros = '0'.repeat(digits);
  const blobId = (mode: string, oid: string) => (mode === SUBMODULE || oid === zeros ? -1 : blobs.add(oid));
  let commit = -1;
  let odd = 0;
  const take = (line: string) => {
    if (line.charCodeAt(0) !== COLON) {
      if (line.length === digits) commit = commits.add(line);
      else if (line !== '') odd++;
      return;
    }
    const row = line.charCodeAt(1) === COLON ? parseMerged(line) : parsePlain(line, digits);
    if (row === undefined) {
      odd++;
      return;
    }
    const path = pathId(row.raw);
    if (row.mode === SUBMODULE) submodules.add(path);
    for (const old of row.olds) {
      rows.push(commit);
      rows.push(path);
      rows.push(blobId(row.mode, row.oid));
      rows.push(blobId(old.mode, old.oid));
    }
  };
  for await (const lines of recordsOf(stdout, '\n')) {
    for (const line of lines) take(line);
    reading.known?.(commits);
  }
  return odd;
}

/** Gives each text a number, its place in `list`. */
function numbering(list: string[]): (text: string) => number {
  const ids = new Map<string, number>();
  return (text) => {
    const known = ids.get(text);
    if (known !== undefined) return known;
    ids.set(text, list.length);
    return list.push(text) - 1;
  };
}

interface Row {
  readonly raw: string;
  readonly mode: string;
  readonly oid: string;
  readonly olds: readonly { readonly mode: string; readonly oid: string }[];
}

/** `:MODE MODE OID OID STATUS<tab>PATH`, where all but the path has one length. */
function parsePlain(line: string, digits: number): Row | undefined {
  const status = 16 + 2 * digits;
  const raw = line[status + 2] === '\t' ? unquote(line.slice(status + 3)) : undefined;
  if (raw === undefined) return undefined;
  const olds = [{ mode: line.slice(1, 7), oid: line.slice(15, 15 + digits) }];
  return { raw, mode: line.slice(8, 14), oid: line.slice(status - digits, status), olds };
}

/** `::MODE… OID… STATUS<tab>PATH`, with one colon, mode and id for each parent and a last mode and id for the result. */
function parseMerged(line: string): Row | undefined {
  let parents = 0;
  while (line.charCodeAt(parents) === 58) parents++;
  const cut = line.indexOf('\t');
  const words = line.slice(parents, cut).split(' ');
  const raw = unquote(line.slice(cut + 1));
  const [mode, oid] = [words[parents], words[2 * parents + 1]];
  if (cut < 0 || raw === undefined || mode === undefined || oid === undefined) return undefined;
  const olds = Array.from({ length: parents }, (_, i) => ({ mode: words[i]!, oid: words[parents + 1 + i]! }));
  return { raw, mode, oid, olds };
}

function changesIn(rows: IntList): Changes {
  return {
    get length() {
      return rows.length / ROW;
    },
    commit: (i) => rows.at(i * ROW),
    path: (i) => rows.at(i * ROW + 1),
    blob: (i) => rows.at(i * ROW + 2),
    old: (i) => rows.at(i * ROW + 3),
  };
}
