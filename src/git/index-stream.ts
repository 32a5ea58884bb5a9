import { fail, ok, type Result } from '../result.ts';
import { type GitPath, toGitPath, unquote } from './quoted-path.ts';

/** A file of the index that the check wants to know of: package.json, .gitignore, env files, settings. */
export interface IndexFile extends GitPath {
  /** Octal: `100644`, `120000` a symbolic link, `160000` a submodule. */
  readonly mode: string;
  readonly oid: string;
  /** 0; 1 to 3 for the sides of a conflict. */
  readonly stage: number;
}

/** One record of `git diff-index --raw`: what the commit would change. */
export interface Change extends GitPath {
  /** A, C, M, R or T. */
  readonly status: string;
  readonly mode: string;
  readonly oid: string;
  readonly oldMode: string;
  /** All zeros where there was nothing. */
  readonly oldOid: string;
}

/** A blob as `git cat-file --batch` gives it; `bytes` is absent where it was larger than asked for. */
export interface Blob {
  readonly oid: string;
  readonly size: number;
  readonly bytes?: Uint8Array;
  readonly missing?: boolean;
}

/** Fills `into` from its start; 0 at the end. */
export type ReadBytes = (into: Uint8Array) => number;

export interface IndexStream {
  readonly files: readonly IndexFile[];
  readonly changes: readonly Change[];
  /** The next blob; undefined at the end, once the closing record has said that every git call went well. */
  next(): Result<Blob | undefined>;
}

const MALFORMED = 'what git printed could not be read to its end';
const CALLS = ['diff-index', 'ls-files', 'cat-file'];

/**
 * Reads the stream that `hooks/pre-commit` pipes in; see there for its frames. `check` called by hand makes the same
 * stream itself.
 *
 * @param maxBytes larger blobs are passed over
 * @returns `git-failed` where a frame is missing or malformed or a git call failed.
 */
export function openIndexStream(read: ReadBytes, maxBytes: number): Result<IndexStream> {
  const input = bufferInput(read);
  if (input.line() !== 'secretguard-index 1') return fail('git-failed', MALFORMED);
  const files: IndexFile[] = [];
  for (let line = input.line(); line !== '.'; line = input.line()) {
    if (line === undefined) return fail('git-failed', MALFORMED);
    if (line === '') continue;
    const file = parseFile(line);
    if (file === undefined) return fail('git-failed', MALFORMED);
    files.push(file);
  }
  const changes: Change[] = [];
  for (let line = input.line(); line !== '.'; line = input.line()) {
    if (line === undefined) return fail('git-failed', MALFORMED);
    if (line === '') continue;
    const change = parseChange(line);
    if (change === undefined) return fail('git-failed', MALFORMED);
    changes.push(change);
  }
  return ok({ files, changes, next: () => nextBlob(input, maxBytes) });
}

function nextBlob(input: Input, maxBytes: number): Result<Blob | undefined> {
  const line = input.line();
  const header = /^([0-9a-f]{40,64}) (?:([a-z]+) (\d+)|(missing))$/.exec(line ?? '');
  if (header === null) return closing(line, input);
  const [, oid = '', , digits = '0', missing] = header;
  if (missing !== undefined) return ok({ oid, size: 0, missing: true });
  const size = Number(digits);
  const bytes = size > maxBytes ? input.skip(size) : input.take(size);
  if (bytes === undefined || input.line() !== '') return fail('git-failed', MALFORMED);
  return ok(bytes === true ? { oid, size } : { oid, size, bytes });
}

/** The last record: one exit status a git call, and nothing behind it. */
function closing(line: string | undefined, input: Input): Result<undefined> {
  const statuses = /^end (\d+) (\d+) (\d+)$/.exec(line ?? '')?.slice(1);
  if (statuses === undefined || !input.isAtEnd()) return fail('git-failed', MALFORMED);
  const bad = statuses.findIndex((status) => status !== '0');
  if (bad >= 0) return fail('git-failed', `git ${CALLS[bad]} failed with exit code ${statuses[bad]}`);
  return ok(undefined);
}

function parseFile(line: string): IndexFile | undefined {
  const [, mode, oid, stage, printed] = /^([0-7]{6}) ([0-9a-f]{40,64}) ([0-3])\t(.+)$/.exec(line) ?? [];
  const raw = printed === undefined ? undefined : unquote(printed);
  if (mode === undefined || oid === undefined || raw === undefined) return undefined;
  return { mode, oid, stage: Number(stage), ...toGitPath(raw) };
}

/** Reads one line of `git diff-index --raw` (without `-z`, names quoted); undefined where it is none. */
export function parseChange(line: string): Change | undefined {
  const [, oldMode, mode, oldOid, oid, status, names = ''] =
    /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([A-Z])\d*\t(.+)$/.exec(line) ?? [];
  if (oldMode === undefined || mode === undefined || oldOid === undefined || oid === undefined || status === undefined)
    return undefined;
  const printed = names.split('\t'); // a tab in a name is quoted
  const raw = printed.length === (status === 'R' || status === 'C' ? 2 : 1) ? unquote(printed.at(-1)!) : undefined;
  return raw === undefined ? undefined : { oldMode, mode, oldOid, oid, status, ...toGitPath(raw) };
}

interface Input {
  /** Up to the next LF, without it; undefined at the end of the stream. */
  line(): string | undefined;
  take(size: number): Uint8Array | undefined;
  skip(size: number): true | undefined;
  isAtEnd(): boolean;
}

function bufferInput(read: ReadBytes): Input {
  let buffer = Buffer.alloc(0);
  let at = 0;
  let ended = false;
  const chunk = Buffer.allocUnsafe(1 << 16);

  const more = (): boolean => {
    if (ended) return false;
    const n = read(chunk);
    if (n === 0) {
      ended = true;
      return false;
    }
    buffer =
      at >= buffer.length
        ? Buffer.from(chunk.subarray(0, n))
        : Buffer.concat([buffer.subarray(at), chunk.subarray(0, n)]);
    at = 0;
    return true;
  };
  const line = (): string | undefined => {
    let from = at;
    for (;;) {
      const end = buffer.indexOf(10, from);
      if (end >= 0) {
        const text = buffer.toString('latin1', at, end);
        at = end + 1;
        return text;
      }
      const had = buffer.length - at;
      if (!more()) return undefined; // a last line without LF is a cut stream
      from = had;
    }
  };
  const take = (size: number): Uint8Array | undefined => {
    const ready = Math.min(size, buffer.length - at);
    if (ready === size) {
      at += size;
      return buffer.subarray(at - size, at);
    }
    const whole = Buffer.allocUnsafe(size);
    buffer.copy(whole, 0, at, at + ready);
    at = buffer.length;
    for (let filled = ready; filled < size; ) {
      const n = read(whole.subarray(filled));
      if (n === 0) {
        ended = true;
        return undefined;
      }
      filled += n;
    }
    return whole;
  };
  const skip = (size: number): true | undefined => {
    for (let left = size; left > 0; ) {
      const step = Math.min(left, buffer.length - at);
      at += step;
      left -= step;
      if (left > 0 && !more()) return undefined;
    }
    return true;
  };
  return { line, take, skip, isAtEnd: () => at >= buffer.length && !more() };
}
