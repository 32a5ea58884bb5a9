import type { Report } from './report.ts';
import { safeJson } from './text.ts';

/** CONTRACT's JSON report. */
export function json(report: Report): string {
  return `${safeJson(report, 2)}\n`;
}

/** One object a line, told apart by `type`: findings, violations, failures, and the summary last. */
export function jsonl({ findings, violations, failures, ...rest }: Report): string {
  const { schemaVersion, tool, fingerprintSalt, scope, summary } = rest;
  const lines = [
    ...findings.map((finding) => typed('finding', finding)),
    ...violations.map((violation) => typed('violation', violation)),
    ...failures.map((failure) => typed('failure', failure)),
    typed('summary', { schemaVersion, tool, fingerprintSalt, scope, summary }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function typed(type: string, value: object): string {
  return safeJson({ type, ...value });
}
