import type { Catalogue } from '../detect/catalogue.ts';
import { detect } from '../detect/detect.ts';
import { scannerFor } from '../detect/kernel/scanner.ts';
import type { Needle } from '../detect/known-values.ts';
import { findKnownValues } from '../detect/known-values.ts';
import { namesIn } from '../detect/place.ts';
import type { Finding } from '../model.ts';

/** What a text is searched for. */
export interface Search {
  readonly catalogue: Catalogue;
  readonly needles: readonly Needle[];
}

/** Finds what looks like a secret, and counts lines; the detector proper runs only where a keyword or an encoded run stands. */
export function searchAndCount(
  bytes: Uint8Array,
  path: string,
  isText: boolean,
  { catalogue, needles }: Search,
): { readonly findings: Finding[]; readonly lines: number } {
  const known = needles.length > 0 ? findKnownValues(bytes, needles) : [];
  const { hits, lines, mayHide } = scannerFor(catalogue)(bytes, isText, isText ? namesIn(path) : 'none');
  if (known.length === 0 && hits.ids.length === 0 && mayHide === 0) return { findings: [], lines };
  return { findings: detect({ path, bytes }, catalogue, { shapesOnly: !isText, known, hits, mayHide }), lines };
}

export function searchText(bytes: Uint8Array, path: string, isText: boolean, search: Search): Finding[] {
  return searchAndCount(bytes, path, isText, search).findings;
}
