import { sizesOf } from '../../git/commits.ts';
import { type GitOptions, runGit } from '../../git/run-git.ts';
import { fail, ok, type Result } from '../../result.ts';

/** What a push sends and the remote does not have yet. */
export interface PushedObjects {
  readonly commits: readonly string[];
  /** Annotated tags, for their messages. */
  readonly tags: readonly string[];
  /** What a ref or tag names without any commit. */
  readonly blobs: readonly string[];
}

/**
 * Commits and annotated tags that no branch of the remote has.
 *
 * @param stdin as git gives it to `pre-push`: `LOCAL-REF OID REMOTE-REF OID` lines
 */
export function pushedObjects(stdin: string, remote: string | undefined, git: GitOptions): Result<PushedObjects> {
  const ends = endsIn(stdin);
  if (!ends.ok) return ends;
  const { ours, theirs } = ends.value;
  if (ours.length === 0) return ok({ commits: [], tags: [], blobs: [] });
  const present = sizesOf(theirs, git); // what the remote has may not have been fetched
  if (!present.ok) return present;
  const typed = byType(ours, git);
  if (!typed.ok) return typed;
  const { commit: tips, tag: tags, blob: blobs } = typed.value;
  if (tips.length === 0) return ok({ commits: [], tags, blobs });
  const commits = commitsBeyond(tips, [...present.value.keys()], remote, git);
  return commits.ok ? ok({ commits: commits.value, tags, blobs }) : commits;
}

/** What the refs are to name after the push, and what they name there now. */
function endsIn(stdin: string): Result<{ readonly ours: readonly string[]; readonly theirs: readonly string[] }> {
  const ours: string[] = [];
  const theirs: string[] = [];
  for (const line of stdin.split('\n').filter((l) => l !== '')) {
    const [, local = '', other = ''] = /^\S.* ([0-9a-f]{40,64}) \S.* ([0-9a-f]{40,64})$/.exec(line) ?? [];
    if (local === '') return fail('bad-input', 'what git said of the push could not be read');
    if (!/^0+$/.test(local)) ours.push(local);
    if (!/^0+$/.test(other)) theirs.push(other);
  }
  return ok({ ours, theirs });
}

/** The objects and what they lead to, each once. */
function byType(oids: readonly string[], git: GitOptions): Result<Record<'commit' | 'tag' | 'blob', string[]>> {
  const types = runGit(['cat-file', '--batch-check=%(objectname) %(objecttype)'], {
    ...git,
    input: oids.map((oid) => `${oid}\n${oid}^{}\n`).join(''),
  });
  if (!types.ok) return types;
  const lines = types.value.stdout.toString('latin1').split('\n').slice(0, -1);
  if (lines.length !== 2 * oids.length || lines.some((line) => !/^[0-9a-f]+ (?:commit|tag|blob)$/.test(line)))
    return fail('git-failed', 'something that is pushed is no commit or could not be read');
  const of = (type: string) => [
    ...new Set(lines.flatMap((line) => (line.endsWith(` ${type}`) ? line.split(' ')[0]! : []))),
  ];
  return ok({ commit: of('commit'), tag: of('tag'), blob: of('blob') });
}

/** Commits that lead to `tips` and neither to `known` nor to a branch of the remote. */
function commitsBeyond(
  tips: readonly string[],
  known: readonly string[],
  remote: string | undefined,
  git: GitOptions,
): Result<string[]> {
  const excluded =
    remote === undefined || remote === '' || /[*?[\\\n]/.test(remote) ? [] : ['--not', `--remotes=${remote}`];
  // As arguments: before 2.42 git takes no options on stdin.
  const listed = runGit(['rev-list', '--stdin', ...excluded], {
    ...git,
    input: [...tips, ...known.map((oid) => `^${oid}`)].map((line) => `${line}\n`).join(''),
  });
  return listed.ok ? ok(listed.value.stdout.toString('latin1').split('\n').filter(Boolean)) : listed;
}
