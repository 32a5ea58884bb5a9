import { fail, ok, type Result } from '../result.ts';

/** Findings of an earlier report that are known, so that only new ones count. */
export interface Baseline {
  /** Salt under which the weak fingerprints were made. */
  readonly salt: string;
  /** Fingerprints by rule. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * A baseline from a JSON report (`scan --format json --output FILE`).
 *
 * @returns `bad-input` for a text that is no such report
 */
export function parseBaseline(text: string, file: string): Result<Baseline> {
  const report = json(text);
  const findings = isRecord(report) ? report.findings : undefined;
  const salt = isRecord(report) ? report.fingerprintSalt : undefined;
  if (!Array.isArray(findings) || typeof salt !== 'string') {
    return fail('bad-input', 'the baseline is not a JSON report of secretguard', file);
  }
  const known = new Map<string, Set<string>>();
  for (const finding of findings) {
    const [rule, fingerprint] = isRecord(finding) ? [finding.rule, finding.fingerprint] : [];
    if (typeof rule !== 'string' || typeof fingerprint !== 'string') {
      return fail('bad-input', 'the baseline holds a finding without rule or fingerprint', file);
    }
    known.set(rule, (known.get(rule) ?? new Set()).add(fingerprint));
  }
  return ok({ salt, known });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not a report, says the caller; the parser's own message would quote the text
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
