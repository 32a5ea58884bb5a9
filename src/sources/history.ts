import { recordsOf, streamGit } from '../git/git-stream.ts';
import { type Layout, layoutOf } from '../git/layout.ts';
import { unquote } from '../git/quoted-path.ts';
import { type GitOptions, lineOf, runGit } from '../git/run-git.ts';
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

/**
 * Goes through commits once.
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
  const log = streamGit([...LOG, ...revisions, '--'], { ...git, input: '' });
  const whole = await indexOf(log.stdout, width);
  const done = await log.done;
  if (done.ok) return whole;
  const damaged = done.error.kind === 'git-missing' ? done : await readDamaged(revisions, git, width);
  if (!damaged.ok) return done;
  const rest = await indexOf(damaged.value.log, width);
  return rest.ok ? ok({ ...rest.value, lost: damaged.value.lost }) : rest;
}

async function indexOf(log: AsyncIterable<Buffer>, width: number): Promise<Result<HistoryIndex>> {
  const index = {
    commits: makeOidTable(width),
    blobs: makeOidTable(width),
    paths: [] as string[],
    submodules: new Set<number>(),
  };
  const rows = makeIntList();
  const odd = await readChanges(log, index, { rows, digits: width * 2 });
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
  { rows, digits }: { readonly rows: IntList; readonly digits: number },
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

/** Everything that a ref, the HEAD (which is one of all) or a stash leads to, as arguments of `git rev-list`. */
export function allRevisions(git: GitOptions, { mayStash }: Pick<Layout, 'mayStash'>): Result<string[]> {
  if (!mayStash) return ok(['--all']);
  // all but the newest stash are only in the reflog of their ref
  const stashes = runGit(['rev-list', '-g', 'refs/stash', '--'], { ...git, accept: [128] });
  if (!stashes.ok) return stashes;
  const oids = stashes.value.stdout.toString('latin1').split('\n').filter(Boolean);
  return ok(['--all', ...oids]);
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
  'objecttype', 'objectname', 'type', 'object', 'refname', 'taggername', 'taggeremail', 'taggerdate:iso-strict',
]; // biome-ignore format: a list

/** Tags with a message of their own, and blobs that refs lead to without a commit; `name` is one character a byte. */
export interface TagsAndBlobs {
  readonly tags: readonly TagObject[];
  readonly blobs: readonly NamedBlob[];
}

export function tagObjects(git: GitOptions): Result<TagsAndBlobs> {
  const format = TAG_FIELDS.map((field) => `%(${field})`).join('%00');
  const answer = runGit(['for-each-ref', `--format=${format}`], git);
  if (!answer.ok) return answer;
  const found = { tags: [] as TagObject[], blobs: [] as NamedBlob[] };
  for (const line of answer.value.stdout.toString('utf8').split('\n')) {
    const [type, oid = '', innerType, inner = '', name = '', tagger = '', mail = '', date = ''] = line.split('\0');
    if (type === 'tag') found.tags.push({ oid, target: inner, author: `${tagger} ${mail}`.trim(), date });
    if (type === 'blob') found.blobs.push({ oid, name });
    else if (innerType === 'blob') found.blobs.push({ oid: inner, name });
    else if (type === 'tree' || innerType === 'tree' || innerType === 'tag') {
      const led = ledTo(type === 'tree' ? oid : inner, name, git);
      if (!led.ok) return led;
      found.blobs.push(...led.value.blobs);
      for (const tag of led.value.tags) found.tags.push({ ...tag, author: `${tagger} ${mail}`.trim(), date });
    }
  }
  return ok(found);
}

interface NamedBlob {
  readonly oid: string;
  readonly name: string;
}

/** What a ref leads to that names a tree, or a tag of something other than a commit: the tags on the way, and blobs. */
function ledTo(
  oid: string,
  name: string,
  git: GitOptions,
): Result<{ tags: Pick<TagObject, 'oid' | 'target'>[]; blobs: NamedBlob[] }> {
  const tags: Pick<TagObject, 'oid' | 'target'>[] = [];
  for (let at = oid; ; ) {
    const asked = runGit(['cat-file', '-t', at], git);
    if (!asked.ok) return asked;
    const type = lineOf(asked.value);
    if (type === 'blob') return ok({ tags, blobs: [{ oid: at, name }] });
    if (type === 'commit') return ok({ tags, blobs: [] });
    const content = runGit(type === 'tag' ? ['cat-file', 'tag', at] : ['ls-tree', '-r', '-z', '--full-tree', at], git);
    if (!content.ok) return content;
    const text = content.value.stdout.toString('latin1');
    if (type === 'tree')
      return ok({ tags, blobs: [...filesOf(text)].map(([path, blob]) => ({ oid: blob, name: `${name}/${path}` })) });
    const target = /^object ([0-9a-f]+)$/m.exec(text)?.[1] ?? '';
    tags.push({ oid: at, target });
    at = target;
  }
}

/** Blobs of the tree of HEAD by raw path; none where there is no commit. */
export function headTree(git: GitOptions): Result<Map<string, string>> {
  // no commit yet, or a folder that is missing: what lists the history tells of it
  const answer = runGit(['ls-tree', '-r', '-z', '--full-tree', 'HEAD'], { ...git, accept: [1, 128] });
  if (!answer.ok) return answer;
  return ok(filesOf(answer.value.stdout.toString('latin1')));
}

/** Blobs by raw path, of what `git ls-tree -z` printed. */
function filesOf(listed: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const record of listed.split('\0')) {
    const cut = record.indexOf('\t');
    const [, type, oid = ''] = record.slice(0, cut).split(' ');
    if (cut > 0 && type === 'blob') files.set(record.slice(cut + 1), oid);
  }
  return files;
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
