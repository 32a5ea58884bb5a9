import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync, readSync } from 'node:fs';

/** What stands at a path. The bytes of `file` and `large` are good until the next call. */
export type Reading =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  /** More than one portion: `next` gives the rest. */
  | { readonly kind: 'large'; readonly size: number; readonly file: LargeFile }
  /** A symbolic link: its target is its content, as git has it. */
  | { readonly kind: 'link'; readonly bytes: Uint8Array }
  | { readonly kind: 'folder' | 'gone' | 'odd' }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'failed'; readonly code: string };

export interface LargeFile {
  /** Bytes `[from, to)`, fewer where the file ends before; good until the next call. */
  read(from: number, to: number): Uint8Array;
  close(): void;
}

// Opening must neither follow a link, nor wait for the other end of a pipe.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const FIRST = 256 * 1024;

/**
 * A reader with a buffer of its own: most files are read with four system calls and no allocation.
 *
 * @param portion bytes; what is larger is read in portions
 * @param maxBytes what is larger is not read at all
 * @param room where what it has room for is read to
 */
export function makeReader(portion: number, maxBytes: number, room?: Buffer): (path: string | Buffer) => Reading {
  let buffer = room ?? Buffer.allocUnsafeSlow(Math.min(FIRST, portion));
  const atLeast = (size: number) => {
    if (room !== undefined && room.length >= size) return room;
    if (buffer.length < size) buffer = Buffer.allocUnsafeSlow(Math.max(size, Math.min(portion, buffer.length * 2)));
    return buffer;
  };
  const readOpen = (file: number): Reading => {
    const stat = fstatSync(file);
    if (stat.isDirectory()) return { kind: 'folder' };
    if (!stat.isFile()) return { kind: 'odd' };
    if (stat.size > maxBytes) return { kind: 'too-large', size: stat.size };
    if (stat.size > portion) return { kind: 'large', size: stat.size, file: largeFile(file, atLeast) };
    return { kind: 'file', bytes: readWhole(file, stat.size, portion, atLeast) };
  };
  return (path) => {
    const file = openAt(path);
    if (typeof file !== 'number') return file;
    let reading: Reading;
    try {
      reading = readOpen(file);
    } catch (error) {
      reading = withoutFile(codeOf(error));
    }
    if (reading.kind !== 'large') closeSync(file); // who reads a large one closes it
    return reading;
  };
}

/** A descriptor, or what stands there instead of a file. */
function openAt(path: string | Buffer): number | Reading {
  try {
    if (constants.O_NOFOLLOW === undefined && lstatSync(path).isSymbolicLink()) return linkAt(path);
    return openSync(path, FLAGS);
  } catch (error) {
    const code = codeOf(error);
    return code === 'ELOOP' || code === 'EMLINK' ? linkAt(path) : withoutFile(code);
  }
}

/** Reads up to the end, wherever it is by now: files of /proc have size 0, logs grow. */
function readWhole(file: number, size: number, portion: number, atLeast: (size: number) => Buffer): Uint8Array {
  let buffer = atLeast(Math.min(size + 1, portion));
  let length = 0;
  for (;;) {
    const n = readSync(file, buffer, length, buffer.length - length, null);
    length += n;
    if (n === 0 || (size > 0 && length >= size)) break;
    if (length < buffer.length) continue;
    if (length >= portion) break;
    const before = buffer;
    buffer = atLeast(length * 2);
    before.copy(buffer, 0, 0, length);
  }
  return buffer.subarray(0, length);
}

function largeFile(file: number, atLeast: (size: number) => Buffer): LargeFile {
  return {
    read(from, to) {
      const buffer = atLeast(to - from);
      let length = 0;
      while (length < to - from) {
        const n = readSync(file, buffer, length, to - from - length, from + length);
        if (n === 0) break;
        length += n;
      }
      return buffer.subarray(0, length);
    },
    close: () => closeSync(file),
  };
}

function linkAt(path: string | Buffer): Reading {
  try {
    return { kind: 'link', bytes: readlinkSync(path, 'buffer') };
  } catch (error) {
    return withoutFile(codeOf(error));
  }
}

function withoutFile(code: string): Reading {
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'gone' };
  if (code === 'ENXIO') return { kind: 'odd' }; // a socket
  return code === 'EISDIR' ? { kind: 'folder' } : { kind: 'failed', code };
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
