import { fail, ok, type Result } from '../result.ts';
import type { Change } from './index-stream.ts';
import { toGitPath, unquote } from './quoted-path.ts';
import { type GitOptions, runGit } from './run-git.ts';

/** A file as a commit changed it: one old side for each parent. */
export interface CommitChange extends Omit<Change, 'oldMode' | 'oldOid'> {
  readonly olds: readonly { readonly mode: string; readonly oid: string }[];
}

export interface Commit {
  readonly oid: string;
  readonly changes: readonly CommitChange[];
}

const DIFF_TREE = [
  '-c', 'core.quotePath=true', '-c', 'diff.orderFile=', 'diff-tree', '--stdin', '-r', '-c', '--root', '--raw', '-M', '-l1000', '--no-abbrev',
  '--no-color', '--no-relative', '--ignore-submodules=none',
]; // biome-ignore format: a command

/**
 * What each commit changes against its parents; of a merge, only files that differ from all of them.
 *
 * @param commits ids, in the order wanted
 */
export function changesOf(commits: readonly string[], options: GitOptions): Result<Commit[]> {
  const answer = runGit(DIFF_TREE, { ...options, input: commits.map((c) => `${c}\n`).join('') });
  if (!answer.ok) return answer;
  const byOid = new Map<string, CommitChange[]>();
  let current: CommitChange[] = [];
  for (const line of answer.value.stdout.toString('latin1').split('\n')) {
    if (/^[0-9a-f]{40,64}$/.test(line)) {
      current = [];
      byOid.set(line, current);
    } else if (line.startsWith(':')) {
      const change = parseCombined(line);
      if (change === undefined) return fail('git-failed', 'what git diff-tree printed could not be read');
      if (change.status !== 'D') current.push(change);
    } else if (line !== '') return fail('git-failed', 'what git diff-tree printed could not be read');
  }
  return ok(commits.map((oid) => ({ oid, changes: byOid.get(oid) ?? [] })));
}

/** `:MODE… OID… STATUS<tab>PATH`, with one colon, mode and id for each parent and a last mode and id for the result. */
function parseCombined(line: string): CommitChange | undefined {
  const parents = /^:+/.exec(line)![0].length;
  const cut = line.indexOf('\t');
  const words = line.slice(parents, cut).split(' ');
  const names = line.slice(cut + 1);
  const raw = unquote(names.slice(names.lastIndexOf('\t') + 1));
  const mode = words[parents];
  const oid = words[2 * parents + 1];
  const letters = (words[2 * parents + 2] ?? '').replace(/\d+$/, ''); // `R100`: how similar
  if (cut < 0 || raw === undefined || mode === undefined || oid === undefined) return undefined;
  const olds = words.slice(0, parents).map((m, i) => ({ mode: m, oid: words[parents + 1 + i]! }));
  // in a merge a name is new only where no parent has it
  const isGone = letters.includes('D') || /^0+$/.test(oid);
  const status = isGone ? 'D' : /^[AC]+$/.test(letters) ? 'A' : /^[ACR]+$/.test(letters) ? 'R' : 'M';
  return { status, mode, oid, olds, ...toGitPath(raw) };
}

/** Sizes of objects; those that the repository lacks are left out. */
export function sizesOf(oids: readonly string[], options: GitOptions): Result<Map<string, number>> {
  const answer = runGit(['cat-file', '--batch-check=%(objectname) %(objectsize)', '--buffer'], {
    ...options,
    input: oids.map((o) => `${o}\n`).join(''),
  });
  if (!answer.ok) return answer;
  const sizes = new Map<string, number>();
  for (const line of answer.value.stdout.toString('latin1').split('\n')) {
    const [, oid, size] = /^([0-9a-f]+) (\d+)$/.exec(line) ?? [];
    if (oid !== undefined) sizes.set(oid, Number(size));
  }
  return ok(sizes);
}

/** Contents of objects, read in portions so that memory stays flat. */
export function* readObjects(
  oids: readonly string[],
  sizes: ReadonlyMap<string, number>,
  options: GitOptions,
): Generator<Result<{ oid: string; bytes: Uint8Array }>> {
  for (let at = 0; at < oids.length; ) {
    const portion: string[] = [];
    for (let bytes = 0; at < oids.length && (portion.length === 0 || bytes < 32 << 20); at++) {
      portion.push(oids[at]!);
      bytes += sizes.get(oids[at]!) ?? 0;
    }
    const answer = runGit(['cat-file', '--batch', '--buffer'], {
      ...options,
      input: portion.map((o) => `${o}\n`).join(''),
    });
    if (!answer.ok) {
      yield answer;
      continue;
    }
    yield* framed(answer.value.stdout);
  }
}

function* framed(output: Buffer): Generator<Result<{ oid: string; bytes: Uint8Array }>> {
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    const [, oid, size] = /^([0-9a-f]+) [a-z]+ (\d+)$/.exec(output.toString('latin1', at, end)) ?? [];
    if (oid === undefined) {
      at = end + 1; // "… missing": the caller knows from the sizes
      continue;
    }
    const start = end + 1;
    at = start + Number(size) + 1;
    yield ok({ oid, bytes: output.subarray(start, at - 1) });
  }
}
