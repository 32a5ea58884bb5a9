import type { Catalogue } from '../detect/catalogue.ts';
import { detect } from '../detect/detect.ts';
import type { Needle } from '../detect/known-values.ts';
import { findKnownValues } from '../detect/known-values.ts';
import { findKeywords } from '../detect/prefilter.ts';
import type { Finding } from '../model.ts';

/** What a text is searched for. */
export interface Search {
  readonly catalogue: Catalogue;
  readonly needles: readonly Needle[];
}

/** Runs or escapes in which a key could hide; whoever sees none has nothing to decode. */
const MAY_HIDE =
  /[A-Za-z0-9+/_-]{24}|\\[ux][0-9A-Fa-f]{2}|%[2-7][0-9A-Fa-f]|&#|["'`][ \t]*(?:\r?\n[ \t]*[+.&\\]?|[+.&\\,]\s*)[ \t]*["'`]/;

/** Finds what looks like a secret; the detector proper runs only where a keyword or an encoded run stands. */
export function searchText(bytes: Uint8Array, path: string, isText: boolean, search: Search): Finding[] {
  const known = search.needles.length > 0 ? findKnownValues(bytes, search.needles) : [];
  const hits = findKeywords(bytes, search.catalogue.tables);
  if (known.length === 0 && hits.ids.length === 0) {
    if (!isText || !MAY_HIDE.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')))
      return [];
  }
  return detect({ path, bytes }, search.catalogue, { shapesOnly: !isText, known, hits });
}

export function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines + (bytes.length > 0 && bytes[bytes.length - 1] !== 10 ? 1 : 0);
}
