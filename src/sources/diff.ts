import { type GitPath, toGitPath, unquote } from '../git/quoted-path.ts';
import { fail, ok, type Result } from '../result.ts';

/** One hunk of a unified diff, as it reads afterwards. */
export interface Hunk extends GitPath {
  /** 1-based line of its first line in the new file. */
  readonly firstLine: number;
  /** Lines of the new side, context included, each ended by LF. */
  readonly bytes: Buffer;
  /** 0-based lines of `bytes` that the diff adds. */
  readonly added: ReadonlySet<number>;
}

/**
 * Reads a unified diff: of git (`a/`, `b/`, quoted names, renames, combined diffs of merges), of `diff -u`, of Subversion.
 * Binary parts hold nothing to read and are left out.
 *
 * @returns `bad-input` for a text that is no diff, or one that ends within a hunk; an empty text is an empty diff
 */
export function parseDiff(bytes: Uint8Array): Result<Hunk[]> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  const hunks: Hunk[] = [];
  let path: GitPath | undefined;
  let isDiff = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    isDiff ||= HEADER.test(line);
    if (line.startsWith('+++ ') && lines[at - 1]?.startsWith('--- ')) path = newPath(line, lines[at - 1]!);
    const head = path && hunkHead(line);
    if (path === undefined || head === undefined) continue;
    isDiff = true;
    const hunk = readHunk(lines, at + 1, head);
    if (hunk === undefined) return fail('bad-input', 'the diff is cut off or not well formed');
    at = hunk.next - 1;
    const { text: side, added } = hunk;
    if (added.size > 0) hunks.push({ ...path, firstLine: head.firstLine, bytes: Buffer.from(side, 'latin1'), added });
  }
  return isDiff || text.trim() === '' ? ok(hunks) : fail('bad-input', 'this is not a unified diff');
}

/** Lines that stand in a diff even where it has no hunk: binary files, renames, new modes. */
const HEADER =
  /^(?:diff |Index: |index [0-9a-f]|Binary files |GIT binary patch|rename |similarity |old mode |new file |deleted file )/;

/** Git puts `b/` before a name and a tab after one with spaces; other programs a tab and the time. */
function newPath(line: string, before: string): GitPath {
  const name = (given: string) => {
    const rest = given.slice(4).replace(/\r$/, '');
    return rest.startsWith('"') ? (unquote(rest.replace(/\t.*$/, '')) ?? rest) : rest.replace(/\t.*$/, '');
  };
  const [old, now] = [name(before), name(line)];
  const hasPrefix = /^[abciow]\//.test(now) && (/^[abciow]\//.test(old) || old === '/dev/null');
  return toGitPath(hasPrefix ? now.slice(2) : now);
}

interface HunkHead {
  readonly firstLine: number;
  /** Lines still to come on each old side, and on the new one. */
  readonly old: readonly number[];
  readonly now: number;
}

/** `@@ -1,2 +3,4 @@`; a merge has one more `@` and one more old side for each parent beyond the first. */
function hunkHead(line: string): HunkHead | undefined {
  const [, marks, sides] = /^(@@+) ((?:-\d+(?:,\d+)? )+\+\d+(?:,\d+)?) @@/.exec(line) ?? [];
  if (marks === undefined || sides === undefined) return undefined;
  const ranges = sides.split(' ').map((side) => side.slice(1).split(',').map(Number));
  if (ranges.length !== marks.length) return undefined;
  const counts = ranges.map(([, count = 1]) => count);
  return { firstLine: ranges[ranges.length - 1]![0]!, old: counts.slice(0, -1), now: counts[counts.length - 1]! };
}

function readHunk(
  lines: readonly string[],
  start: number,
  head: HunkHead,
): { text: string; added: Set<number>; next: number } | undefined {
  const width = head.old.length;
  const old = [...head.old];
  let now = head.now;
  let at = start;
  const kept: string[] = [];
  const added = new Set<number>();
  for (; now > 0 || old.some((n) => n > 0); at++) {
    const line = lines[at];
    if (line === undefined) return undefined;
    if (line.startsWith('\\')) continue;
    const marks = marksOf(line, width);
    if (marks === undefined) return undefined;
    const isThere = !marks.includes('-');
    countDown(old, marks, isThere ? ' ' : '-');
    if (!isThere) continue;
    if (marks.includes('+')) added.add(kept.length);
    kept.push(line.slice(width));
    now--;
  }
  return { text: kept.map((line) => `${line}\n`).join(''), added, next: at };
}

/** What stands before the text, a character an old side; undefined where that is no line of a hunk. */
function marksOf(line: string, width: number): string | undefined {
  // an editor may have cut the space of an empty context line
  const marks = line === '' || line === '\r' ? ' '.repeat(width) : line.slice(0, width);
  return /^[ +-]+$/.test(marks) ? marks : undefined;
}

/** A line stands on the old sides that have the mark. */
function countDown(old: number[], marks: string, mark: string): void {
  for (let side = 0; side < old.length; side++) if (marks[side] === mark) old[side]!--;
}
