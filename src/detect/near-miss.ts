import type { Catalogue } from './catalogue.ts';
import { article } from './match.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Hits } from './prefilter.ts';
import type { RawFinding } from './raw.ts';

/**
 * A value that was guessed a secret by its name and begins with the prefix of a rule, which did not match it: cut, mangled or
 * made up. It stops nobody.
 */
export function softenNearMiss(finding: RawFinding, text: string, hits: Hits, catalogue: Catalogue): RawFinding {
  if (finding.severity === 'note') return finding;
  for (let i = 0; i < hits.ids.length; i++) {
    const offset = hits.offsets[i]!;
    if (offset < finding.start || offset > finding.start + 4) continue;
    for (const index of catalogue.rulesOf[hits.ids[i]!]!) {
      const { prefix = '', title } = catalogue.rule(index);
      if (!isTelling(prefix) || !text.startsWith(prefix, finding.start)) continue;
      return softened(finding, text.slice(finding.start, finding.end), prefix, title);
    }
  }
  return finding;
}

function softened(finding: RawFinding, value: string, prefix: string, title: string): RawFinding {
  if (isPlaceholder(value.slice(prefix.length))) return { ...finding, severity: 'note' };
  if (finding.severity !== 'block') return finding;
  const stands = /[_-](?:extra|invalid|short|long|wrong|bad|not|test|fake)(?:[_-]|$)/i;
  const severity = stands.test(value) ? 'note' : 'warn';
  const why = `${finding.why}; it begins like ${article(title)} but goes on otherwise`;
  return { ...finding, severity, confidence: 'medium', why };
}

/** Characters from which a prefix names its owner. */
const MIN_TELLING = 4;
const ANYBODYS = /^(?:live|test|prod|key|api|secret|token|pat|bearer)[_-]$/;

export function isTelling(prefix: string): boolean {
  return prefix.length >= MIN_TELLING && !ANYBODYS.test(prefix);
}
