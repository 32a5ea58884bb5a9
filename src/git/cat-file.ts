import { ok, type Result } from '../result.ts';
import { recordsOf, streamGit } from './git-stream.ts';
import type { GitOptions } from './run-git.ts';

/** An object as git gives it; `bytes` is absent where it is missing or larger than asked for. */
export interface GitObject {
  readonly oid: string;
  readonly type: 'blob' | 'commit' | 'tag' | 'tree' | 'missing';
  readonly size: number;
  readonly bytes?: Uint8Array;
}

/**
 * Contents of objects, one after the other, as they come. Git ends at an object that is broken; it is told as missing, and those
 * behind it are asked for anew.
 *
 * @param maxBytes of larger ones only the size is told
 * @returns what went wrong with git, once everything was read
 */
export async function* readObjectStream(
  oids: readonly string[],
  maxBytes: number,
  options: GitOptions,
): AsyncGenerator<GitObject, Result<void>> {
  let given = 0;
  let ended: Result<void> = ok(undefined);
  for (let isBuffered = true; given < oids.length; isBuffered = false) {
    const input = `${oids.slice(given).join('\n')}\n`;
    const git = streamGit(['cat-file', '--batch', ...(isBuffered ? ['--buffer'] : [])], { ...options, input });
    const cut: Cut = { head: '', current: undefined };
    for await (const chunk of git.stdout)
      for (const object of framesIn(chunk, cut, maxBytes)) {
        given++;
        yield object;
      }
    const done = await git.done;
    if (done.ok) return ended;
    ended = done;
    if (done.error.kind === 'git-missing') return ended;
    // what it had in its buffer may be lost, so the culprit is known only without one
    if (!isBuffered && given < oids.length) yield { oid: oids[given++]!, type: 'missing', size: 0 };
  }
  return ended;
}

/**
 * Every object that git has, reachable or not: type and id; of what is listed and cannot be read, the id and `missing`.
 *
 * @returns what went wrong with git, once everything was read
 */
export async function* listedObjects(
  options: GitOptions,
  isBuffered: boolean,
): AsyncGenerator<readonly [type: string, oid: string], Result<void>> {
  const flags = ['--batch-all-objects', '--unordered', ...(isBuffered ? ['--buffer'] : [])];
  const format = '--batch-check=%(objecttype) %(objectname)';
  const list = streamGit(['cat-file', ...flags, format], { ...options, input: '' });
  for await (const lines of recordsOf(list.stdout, '\n'))
    for (const line of lines) {
      const [type = '', oid = ''] = line.split(' ');
      yield [type, oid];
    }
  return list.done;
}

interface Frame {
  readonly oid: string;
  readonly type: GitObject['type'];
  readonly size: number;
  bytes?: Buffer;
  filled: number;
}

/** Where the chunk before was cut: a header as far as it goes, or a content. */
interface Cut {
  head: string;
  current: Frame | undefined;
}

/** Cuts `OID TYPE SIZE LF CONTENT LF` out of chunks; a content that lies in one chunk is not copied. */
function* framesIn(chunk: Buffer, cut: Cut, maxBytes: number): Generator<GitObject> {
  for (let at = 0; at < chunk.length; ) {
    if (cut.current === undefined) {
      const end = chunk.indexOf(10, at);
      cut.head += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
      if (end < 0) return;
      at = end + 1;
      const frame = frameOf(cut.head);
      cut.head = '';
      if (frame.type === 'missing') yield frame;
      else cut.current = frame;
      continue;
    }
    const { current } = cut;
    const part = chunk.subarray(at, at + current.size - current.filled);
    fill(current, part, maxBytes);
    at += part.length + 1;
    if (current.filled < current.size || at > chunk.length) return; // the rest, or the LF behind it, is in the next chunk
    cut.current = undefined;
    yield current;
  }
}

/** `OID TYPE SIZE`, or `OID missing`. */
function frameOf(head: string): Frame {
  const [oid = '', type = '', size] = head.split(' ');
  if (size === undefined) return { oid, type: 'missing', size: 0, filled: 0 };
  return { oid, type: type as GitObject['type'], size: Number(size), filled: 0 };
}

function fill(frame: Frame, part: Buffer, maxBytes: number): void {
  if (part.length === frame.size && frame.size <= maxBytes) frame.bytes = part;
  else if (frame.size <= maxBytes) {
    frame.bytes ??= Buffer.allocUnsafe(frame.size);
    frame.bytes.set(part, frame.filled);
  }
  frame.filled += part.length;
}
