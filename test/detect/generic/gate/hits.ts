import { findGeneric, GENERIC_WORDS } from '../../../../src/detect/generic/find-generic.ts';
import { indexServices } from '../../../../src/detect/generic/services.ts';
import { placeOf } from '../../../../src/detect/place.ts';
import type { RawFinding } from '../../../../src/detect/raw.ts';
import type { ServiceRule } from '../../../../src/rule.ts';

/** Offsets of the generic words, as the prefilter gives them. */
export function hitsIn(text: string): number[] {
  const lower = text.toLowerCase();
  const hits = new Set<number>();
  for (const word of GENERIC_WORDS) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) hits.add(at);
  }
  return [...hits].sort((a, b) => a - b);
}

/** Findings in `text` at `path`, with what each spans. */
export function find(
  text: string,
  path: string,
  services: readonly ServiceRule[] = [],
  telling: Parameters<typeof indexServices>[1] = [],
): (RawFinding & { text: string })[] {
  const latin1 = Buffer.from(text).toString('latin1');
  return findGeneric(latin1, hitsIn(latin1), placeOf(path), indexServices(services, telling)).map((finding) => ({
    ...finding,
    text: latin1.slice(finding.start, finding.end),
  }));
}
