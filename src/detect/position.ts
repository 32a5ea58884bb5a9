import { toUnicode } from '../unicode.ts';

/** 0-based line, and UTF-16 units before it on that line. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position behind `bytes`, which begin at the one given. */
export function advance({ line, column }: Position, bytes: Uint8Array): Position {
  let feeds = 0;
  let last = -1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    feeds++;
    last = at;
  }
  return { line: line + feeds, column: (feeds === 0 ? column : 0) + unitsIn(bytes.subarray(last + 1)) };
}

/** UTF-16 units of what stands on one line. */
export function unitsIn(bytes: Uint8Array): number {
  return toUnicode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')).length;
}
