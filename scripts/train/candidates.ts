import { type Candidate, nameAround } from '../../src/detect/generic/candidate.ts';
import { evidenceOf } from '../../src/detect/generic/evidence.ts';
import type { Evidence } from '../../src/detect/generic/features.ts';
import { candidateFor, GENERIC_WORDS } from '../../src/detect/generic/find-generic.ts';
import { placeOf } from '../../src/detect/place.ts';

export interface Found {
  readonly candidate: Candidate;
  readonly evidence: Evidence;
}

const words = new RegExp(GENERIC_WORDS.map((word) => word.replace(/[=:$(]/g, '\\$&')).join('|'), 'gi');

/** Every candidate of the generic detector in `text`, one character a byte. */
export function candidatesIn(text: string, path: string): Found[] {
  const place = placeOf(path);
  if (place.lock || place.sourcemap) return [];
  const found: Found[] = [];
  let seen = -1;
  for (const { index } of text.matchAll(words)) {
    const range = index < seen ? undefined : nameAround(text, index);
    if (range === undefined) continue;
    seen = range.end;
    const candidate = candidateFor(text, range, place.kind === 'code');
    const evidence = candidate && evidenceOf(text, candidate, place);
    if (candidate !== undefined && evidence !== undefined && !evidence.name.described)
      found.push({ candidate, evidence });
  }
  return found;
}
