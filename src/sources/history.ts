import { recordsOf, streamGit } from '../git/git-stream.ts';
import { type Layout, layoutOf } from '../git/layout.ts';
import { unquote } from '../git/quoted-path.ts';
import { type GitOptions, runGit } from '../git/run-git.ts';
import { fail, ok, type Result } from '../result.ts';
import { type IntList, makeIntList, makeOidTable, type OidTable } from './history-table.ts';

/** What commits changed, in numbers: blobs, commits and paths each have their own. */
export interface HistoryIndex {
  /** Parents first. */
  readonly commits: OidTable;
  readonly blobs: OidTable;
  /** One character a byte. */
  readonly paths: readonly string[];
  readonly changes: Changes;
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

const DIFF_TREE = [
  '-c', 'core.quotePath=true', '-c', 'diff.orderFile=', 'diff-tree', '--stdin', '-r', '-c', '--root', '--raw', '--no-renames', '--no-abbrev',
  '--no-color', '--no-relative', '--ignore-submodules=none',
]; // biome-ignore format: a command

/**
 * Goes through commits once, trees only; of a merge, what differs from all of its parents.
 *
 * @param revisions arguments of `git rev-list`: `['--all']`, `['main..topic']`
 */
export async function indexHistory(
  revisions: readonly string[],
  git: GitOptions,
  layout: Result<Pick<Layout, 'width'>> = layoutOf(git),
): Promise<Result<HistoryIndex>> {
  if (!layout.ok) return layout;
  const { width } = layout.value;
  const list = streamGit(['rev-list', '--topo-order', '--reverse', ...revisions, '--'], { ...git, input: '' });
  const diff = streamGit(DIFF_TREE, git);
  const index = { commits: makeOidTable(width), blobs: makeOidTable(width), paths: [] as string[] };
  const rows = makeIntList();
  const feeding = feed(list.stdout, index.commits, diff);
  const odd = await readChanges(diff.stdout, index, rows);
  await feeding;
  const [listed, compared] = [await list.done, await diff.done];
  if (!listed.ok) return listed;
  if (odd > 0) return fail('git-failed', 'what git printed of a commit could not be understood');
  return compared.ok ? ok({ ...index, changes: changesIn(rows) }) : compared;
}

async function feed(
  listed: AsyncIterable<Buffer>,
  commits: OidTable,
  diff: ReturnType<typeof streamGit>,
): Promise<void> {
  for await (const lines of recordsOf(listed, '\n')) {
    for (const oid of lines) commits.add(oid);
    await diff.write(`${lines.join('\n')}\n`);
  }
  diff.end();
}

const ROW = 4;

/** @returns how many lines of git could not be understood */
async function readChanges(
  stdout: AsyncIterable<Buffer>,
  { commits, blobs, paths }: { commits: OidTable; blobs: OidTable; paths: string[] },
  rows: IntList,
): Promise<number> {
  const pathId = numbering(paths);
  const blobId = (mode: string, oid: string) => (mode === '160000' || /^0+$/.test(oid) ? -1 : blobs.add(oid));
  let commit = -1;
  let odd = 0;
  const take = (line: string) => {
    if (!line.startsWith(':')) {
      if (line !== '') commit = commits.find(line);
      return;
    }
    const row = parseRow(line);
    if (row === undefined) odd++;
    else
      for (const old of row.olds)
        rows.push(commit, pathId(row.raw), blobId(row.mode, row.oid), blobId(old.mode, old.oid));
  };
  for await (const lines of recordsOf(stdout, '\n')) for (const line of lines) take(line);
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

/** `:MODE… OID… STATUS<tab>PATH`, with one colon, mode and id for each parent and a last mode and id for the result. */
function parseRow(line: string): Row | undefined {
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

/** Everything that a ref, the HEAD or a stash leads to, as arguments of `git rev-list`. */
export function allRevisions(git: GitOptions): Result<string[]> {
  // all but the newest stash are only in the reflog of their ref
  const stashes = runGit(['rev-list', '-g', 'refs/stash', '--'], { ...git, accept: [128] });
  if (!stashes.ok) return stashes;
  const oids = stashes.value.stdout.toString('latin1').split('\n').filter(Boolean);
  return ok(['--all', ...oids]); // HEAD is one of all
}

/** What a person gave as a range, as arguments of `git rev-list`; `bad-arguments` where git knows nothing of the kind. */
export function rangeRevisions(range: string, git: GitOptions): Result<string[]> {
  const parts = range.split(/\s+/).filter(Boolean);
  const wrong = parts.length === 0 || parts.some((part) => part.startsWith('-'));
  const known = wrong
    ? undefined
    : runGit(['rev-parse', '-q', '--end-of-options', ...parts], { ...git, accept: [128, 1] });
  if (known !== undefined && !known.ok) return known;
  const oids = known?.value.status === 0 ? known.value.stdout.toString('latin1').split('\n').filter(Boolean) : [];
  const sound = oids.filter((oid) => /^\^?[0-9a-f]{40,64}$/.test(oid));
  return sound.length > 0
    ? ok(sound)
    : fail('bad-arguments', `there is no revision or range ${range} in this repository`);
}

/** A tag with a message of its own. */
export interface TagObject extends CommitWords {
  readonly oid: string;
  /** What it names: a commit mostly. */
  readonly target: string;
}

const TAG_FIELDS = [
  'objecttype', 'objectname', '*objecttype', '*objectname', 'refname', 'taggername', 'taggeremail', 'taggerdate:iso-strict',
]; // biome-ignore format: a list

/** Tags with a message of their own, and blobs that a tag points at. */
export function tagObjects(git: GitOptions): Result<{ tags: TagObject[]; blobs: { oid: string; name: string }[] }> {
  const format = TAG_FIELDS.map((field) => `%(${field})`).join('%00');
  const answer = runGit(['for-each-ref', `--format=${format}`], git);
  if (!answer.ok) return answer;
  const found = { tags: [] as TagObject[], blobs: [] as { oid: string; name: string }[] };
  for (const line of answer.value.stdout.toString('utf8').split('\n')) {
    const [type, oid = '', innerType, inner = '', name = '', tagger = '', mail = '', date = ''] = line.split('\0');
    if (type === 'tag') found.tags.push({ oid, target: inner, author: `${tagger} ${mail}`.trim(), date });
    if (type === 'blob') found.blobs.push({ oid, name });
    if (innerType === 'blob') found.blobs.push({ oid: inner, name });
  }
  return ok(found);
}

/** Blobs of the tree of HEAD by raw path; none where there is no commit. */
export function headTree(git: GitOptions): Result<Map<string, string>> {
  const answer = runGit(['ls-tree', '-r', '-z', '--full-tree', 'HEAD'], { ...git, accept: [128] });
  if (!answer.ok) return answer;
  const files = new Map<string, string>();
  for (const record of answer.value.stdout.toString('latin1').split('\0')) {
    const cut = record.indexOf('\t');
    if (cut > 0) files.set(record.slice(cut + 1), record.slice(0, cut).split(' ')[2] ?? '');
  }
  return ok(files);
}

export interface CommitWords {
  readonly author: string;
  readonly date: string;
}

/** Author and date of commits. */
export function commitWords(oids: readonly string[], git: GitOptions): Result<Map<string, CommitWords>> {
  if (oids.length === 0) return ok(new Map());
  const answer = runGit(
    ['-c', 'log.showSignature=false', 'log', '--no-walk=unsorted', '--stdin', '--format=%H%x00%aN <%aE>%x00%aI'],
    { ...git, input: oids.map((o) => `${o}\n`).join('') },
  );
  if (!answer.ok) return answer;
  const found = new Map<string, CommitWords>();
  for (const line of answer.value.stdout.toString('utf8').split('\n')) {
    const [oid, author, date] = line.split('\0');
    if (oid !== undefined && author !== undefined && date !== undefined) found.set(oid, { author, date });
  }
  return ok(found);
}

/** The objects that a partial clone left at the remote; none where it is whole. */
export function missingIn(revisions: readonly string[], git: GitOptions): Result<ReadonlySet<string>> {
  const promised = runGit(
    ['config', '--get-regexp', '^(remote\\..*\\.(promisor|partialclonefilter)|extensions\\.partialclone)$'],
    {
      ...git,
      accept: [1],
    },
  );
  if (!promised.ok) return promised;
  if (promised.value.status !== 0) return ok(new Set());
  const listed = runGit(['rev-list', '--objects', '--no-object-names', '--missing=print', ...revisions, '--'], git);
  if (!listed.ok) return listed;
  const missing = [...listed.value.stdout.toString('latin1').matchAll(/^\?([0-9a-f]+)$/gm)].map((m) => m[1]!);
  return ok(new Set(missing));
}
