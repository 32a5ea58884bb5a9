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
  const input = openInput(read);
  if (nextLine(input) !== 'secretguard-index 1') return fail('git-failed', MALFORMED);
  const files: IndexFile[] = [];
  for (let line = nextLine(input); line !== '.'; line = nextLine(input)) {
    if (line === undefined) return fail('git-failed', MALFORMED);
    if (line === '') continue;
    const file = parseFile(line);
    if (file === undefined) return fail('git-failed', MALFORMED);
    files.push(file);
  }
  const changes: Change[] = [];
  for (let line = nextLine(input); line !== '.'; line = nextLine(input)) {
    if (line === undefined) return fail('git-failed', MALFORMED);
    if (line === '') continue;
    const change = parseChange(line);
    if (change === undefined) return fail('git-failed', MALFORMED);
    changes.push(change);
  }
  return ok({ files, changes, next: () => nextBlob(input, maxBytes) });
}

function nextBlob(input: Input, maxBytes: number): Result<Blob | undefined> {
  const line = nextLine(input);
  const header = /^([0-9a-f]{40,64}) (?:([a-z]+) (\d+)|(missing))$/.exec(line ?? '');
  if (header === null) return closing(line, input);
  const [, oid = '', , digits = '0', missing] = header;
  if (missing !== undefined) return ok({ oid, size: 0, missing: true });
  const size = Number(digits);
  const bytes = size > maxBytes ? skip(input, size) : take(input, size);
  if (bytes === undefined || nextLine(input) !== '') return fail('git-failed', MALFORMED);
  return ok(bytes === true ? { oid, size } : { oid, size, bytes });
}

/** The last record: one exit status a git call, and nothing behind it. */
function closing(line: string | undefined, input: Input): Result<undefined> {
  const statuses = /^end (\d+) (\d+) (\d+)$/.exec(line ?? '')?.slice(1);
  if (statuses === undefined || !isAtEnd(input)) return fail('git-failed', MALFORMED);
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

/** What was read and is not used up yet. */
interface Input {
  buffer: Buffer;
  at: number;
  isEnded: boolean;
  readonly read: ReadBytes;
  readonly chunk: Buffer;
}

function openInput(read: ReadBytes): Input {
  return { buffer: Buffer.alloc(0), at: 0, isEnded: false, read, chunk: Buffer.allocUnsafe(1 << 16) };
}

function isAtEnd(input: Input): boolean {
  return input.at >= input.buffer.length && !readMore(input);
}

function readMore(input: Input): boolean {
  const { buffer, at, chunk } = input;
  if (input.isEnded) return false;
  const n = input.read(chunk);
  if (n === 0) {
    input.isEnded = true;
    return false;
  }
  const fresh = chunk.subarray(0, n);
  input.buffer = at >= buffer.length ? Buffer.from(fresh) : Buffer.concat([buffer.subarray(at), fresh]);
  input.at = 0;
  return true;
}

/** Up to the next LF, without it; undefined at the end of the stream. */
function nextLine(input: Input): string | undefined {
  let from = input.at;
  for (;;) {
    const end = input.buffer.indexOf(10, from);
    if (end >= 0) {
      const text = input.buffer.toString('latin1', input.at, end);
      input.at = end + 1;
      return text;
    }
    const had = input.buffer.length - input.at;
    if (!readMore(input)) return undefined; // a last line without LF is a cut stream
    from = had;
  }
}

function take(input: Input, size: number): Uint8Array | undefined {
  const { buffer, at } = input;
  const ready = Math.min(size, buffer.length - at);
  input.at += ready;
  if (ready === size) return buffer.subarray(at, at + size);
  const whole = Buffer.allocUnsafe(size);
  buffer.copy(whole, 0, at, at + ready);
  for (let filled = ready; filled < size; ) {
    const n = input.read(whole.subarray(filled));
    if (n === 0) {
      input.isEnded = true;
      return undefined;
    }
    filled += n;
  }
  return whole;
}

function skip(input: Input, size: number): true | undefined {
  for (let left = size; left > 0; ) {
    const step = Math.min(left, input.buffer.length - input.at);
    input.at += step;
    left -= step;
    if (left > 0 && !readMore(input)) return undefined;
  }
  return true;
}
