import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';

// A glance before a scan begins: whoever reads these in earnest says what is wrong with them.

/** Undefined where nothing is, or nothing can be told. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Bytes of a file; 0 where nothing can be told. */
export function sizeOf(path: string): number {
  return statOf(path)?.size ?? 0;
}

/** None where it cannot be listed. */
export function entriesOf(dir: string): readonly Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
}
