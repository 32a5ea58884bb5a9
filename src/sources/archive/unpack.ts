import { gunzipSync, inflateRawSync } from 'node:zlib';
import { type Unpacked, viewOf } from './part.ts';

/**
 * Unpacks a gzip file, all members of it, in memory.
 *
 * @param most bytes that it may unpack to
 */
export function gunzip(bytes: Uint8Array, most: number): Unpacked {
  if (bytes.length < 18) return { kind: 'damaged', why: 'it ends too early' };
  // RFC 1952, 2.3.1: the last four bytes are the size. One piece of that size spares a copy; a wrong one costs only the copy.
  const told = viewOf(bytes).readUInt32LE(bytes.length - 4);
  return unpacked(() => gunzipSync(bytes, { maxOutputLength: most, chunkSize: pieceOf(told, most) }));
}

/** Unpacks a deflate stream without a head, as zip has it; `size` is what it should give, in bytes. */
export function inflateRaw(bytes: Uint8Array, size: number, most: number): Unpacked {
  return unpacked(() => inflateRawSync(bytes, { maxOutputLength: most, chunkSize: pieceOf(size, most) }));
}

function pieceOf(size: number, most: number): number {
  return Math.max(64, Math.min(size, most) + 64);
}

function unpacked(run: () => Buffer): Unpacked {
  try {
    return { kind: 'bytes', bytes: run() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'too-large' };
    return { kind: 'damaged', why: code === 'Z_BUF_ERROR' ? 'it ends too early' : 'it cannot be unpacked' };
  }
}
