import type { Catalogue } from '../../detect/catalogue.ts';
import { detect } from '../../detect/detect.ts';
import { scannerFor } from '../../detect/kernel/scanner.ts';
import type { Needle } from '../../detect/known-values.ts';
import { findKnownValues } from '../../detect/known-values.ts';
import type { Hiding } from '../../detect/may-hide.ts';
import type { Hits } from '../../detect/prefilter.ts';
import type { RawFinding } from '../../detect/raw.ts';
import type { Finding } from '../../model.ts';
import { excerptOf, type Window } from './excerpt.ts';
import { type Frame, inWhole } from './frame.ts';

/** What a text is searched for. */
export interface Search {
  readonly catalogue: Catalogue;
  readonly needles: readonly Needle[];
  /** Takes texts in which something may stand, for another thread to judge; absent: they are judged at once. */
  readonly later?: (text: Looked) => void;
  /** Called between portions of a large text. */
  readonly between?: () => void;
}

/** A text in which something may stand. */
export interface Looked {
  readonly path: string;
  /** Good until the next text is looked at. */
  readonly bytes: Uint8Array;
  readonly isText: boolean;
  /** What the prefilter said; absent where it has to be asked again. */
  readonly hits?: Hits;
  readonly mayHide: Hiding;
  readonly frame?: Frame;
}

/**
 * Finds what looks like a secret, and counts lines; the detector proper runs only where a keyword or an encoded run stands.
 *
 * @param window absent: it is the whole text
 */
export function searchAndCount(
  bytes: Uint8Array,
  path: string,
  isText: boolean,
  search: Search,
  window?: Window,
): { readonly findings: readonly Finding[]; readonly lines: number } {
  const { catalogue, needles, later } = search;
  const known = needles.length > 0 ? findKnownValues(bytes, needles) : [];
  const scanner = scannerFor(catalogue);
  const { hits, lines, mayHide } = scanner(bytes, isText, isText ? path : undefined);
  if (known.length === 0 && hits.ids.length === 0 && mayHide.forms === 0) return { findings: [], lines };
  const excerpt =
    window === undefined
      ? { bytes, hits, mayHide }
      : excerptOf({ bytes, hits, mayHide, known, lines }, window, catalogue, scanner);
  if (excerpt === undefined) return { findings: [], lines };
  const looked = { path, isText, ...excerpt };
  if (later === undefined)
    return { findings: judgeText(looked, search, window === undefined ? known : undefined), lines };
  later(looked);
  return { findings: [], lines };
}

/** @param known what `findKnownValues` said of it, where it was asked already */
export function judgeText(
  { path, bytes, isText, hits, mayHide, frame }: Looked,
  { catalogue, needles }: Search,
  known: readonly RawFinding[] = needles.length > 0 ? findKnownValues(bytes, needles) : [],
): readonly Finding[] {
  const options = {
    shapesOnly: !isText,
    known,
    mayHide,
    ...(hits === undefined ? {} : { hits }),
    ...(frame === undefined ? {} : { own: frame.own }),
  };
  const findings = detect({ path, bytes }, catalogue, options);
  return frame === undefined ? findings : inWhole(findings, frame);
}

export function searchText(bytes: Uint8Array, path: string, isText: boolean, search: Search): readonly Finding[] {
  return searchAndCount(bytes, path, isText, search).findings;
}
