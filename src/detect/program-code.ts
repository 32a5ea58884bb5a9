import { setsOf } from './byte-runs.ts';
import type { ByteSet } from './guard-code.ts';

/** What a scan runs around keywords, beside their guards (`program.ts`). */
export interface Programs {
  /** Sets, then programs. */
  readonly code: Uint8Array;
  /** For each keyword where its programs begin; 0: none, it is tried in any case. */
  readonly starts: Uint32Array;
}

/** How far before a keyword programs look; behind it as far as guards. */
export const PROGRAM_AHEAD = 704;

/**
 * Puts programs into one piece of memory.
 *
 * @param write the programs of each keyword, one after the other; undefined: it is tried in any case
 */
export function packPrograms(
  count: number,
  write: (id: number, setOf: (bytes: ByteSet) => number) => readonly number[] | undefined,
): Programs {
  const sets: ByteSet[] = [];
  const setOf = (bytes: ByteSet): number => {
    const at = sets.indexOf(bytes);
    return at >= 0 ? at : sets.push(bytes) - 1;
  };
  const code: number[] = [];
  const places = new Map<string, number>();
  const starts = Array.from({ length: count }, (_, id) => {
    const programs = write(id, setOf);
    if (programs === undefined) return -1;
    const key = programs.join();
    const place = places.get(key) ?? code.length;
    if (place === code.length) {
      code.push(...programs, 0, 0);
      places.set(key, place);
    }
    return place;
  });
  const first = setsOf(sets);
  return {
    code: Uint8Array.of(...first, ...code),
    starts: Uint32Array.from(starts, (start) => (start < 0 ? 0 : start + first.length)),
  };
}
