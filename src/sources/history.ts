import type { Layout } from '../git/layout.ts';
import { type GitOptions, lineOf, runGit } from '../git/run-git.ts';
import { fail, ok, type Result } from '../result.ts';

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
