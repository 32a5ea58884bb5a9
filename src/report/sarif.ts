import type { VerdictKind } from '../model.ts';
import type { Report, ReportedFinding, ReportedViolation } from './report.ts';
import { safeJson } from './text.ts';

const LEVEL = { block: 'error', warn: 'warning', note: 'note', allowed: 'note' } as const;
const VIOLATION_TITLES: Readonly<Record<ReportedViolation['kind'], string>> = {
  gitignore: 'Env files are not ignored',
  'tracked-env': 'An env file is tracked',
  'staged-env': 'An env file is staged',
  'expired-allow': 'An allowlist entry has expired',
  'unused-allow': 'An allowlist entry is unused',
  'broken-allow': 'An allowlist entry is broken',
  loosened: 'The guard was loosened',
  'packed-file': 'A file with secrets would be published',
  'env-shared': 'Two environments share a value',
  'env-mixed': 'A key of the wrong kind for its environment',
  'env-example': 'A value is that of the example',
  'env-weak': 'A weak value',
  'env-twice': 'One value under two names',
  'env-public': 'A server secret under a public name',
};

/**
 * SARIF 2.1.0. The property bags hold the report's own facts besides, so that `report merge` and `report show` lose nothing.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif(report: Report): string {
  const { tool, findings, violations, failures, scope, summary, fingerprintSalt, schemaVersion } = report;
  const rules = rulesOf(findings, violations);
  const indexOf = new Map(rules.map(({ id }, i) => [id, i]));
  const run = {
    tool: { driver: { name: tool.name, version: tool.version, rules } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'Top level of the repository, or the path scanned.' } } },
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: [
          ...failures.map(({ message, path }) => notification('error', message, path)),
          ...scope.skipped.map(({ path, why }) => notification('note', `skipped: ${why}`, path)),
        ],
      },
    ],
    results: [
      ...findings.map((finding) => ({
        ruleId: finding.rule,
        ruleIndex: indexOf.get(finding.rule),
        ...findingResult(finding),
      })),
      ...violations.map((v) => ({ ruleId: v.kind, ruleIndex: indexOf.get(v.kind), ...violationResult(v) })),
    ],
    properties: { secretguard: { schemaVersion, fingerprintSalt, scope, failures, summary } },
  };
  const $schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
  return `${safeJson({ $schema, version: '2.1.0', runs: [run] }, 2)}\n`;
}

/** A path as a relative URI reference: every byte that is not plain is percent-encoded, those that are already stay. */
export function uriOf(path: string, pathEncoding?: 'percent'): string {
  const wellFormed = path.replace(/\p{Surrogate}/gu, '\ufffd');
  const pieces = pathEncoding === 'percent' ? wellFormed.split(/(%[0-9A-Fa-f]{2})/) : [wellFormed];
  const encoded = pieces.map((piece, i) => (i % 2 === 1 ? piece : encodeURIComponent(piece).replaceAll('%2F', '/')));
  return (path.startsWith('/') ? 'file://' : '') + encoded.join('');
}

function rulesOf(findings: readonly ReportedFinding[], violations: readonly ReportedViolation[]) {
  const rules = new Map<
    string,
    { id: string; shortDescription: { text: string }; helpUri?: string; properties: object }
  >();
  for (const { rule, title, rotateUrl, confidence } of findings) {
    if (rules.has(rule)) continue;
    const precision = confidence === 'certain' ? 'very-high' : confidence;
    const properties = {
      tags: ['security', 'secret'],
      precision,
      'security-severity': confidence === 'low' ? '5.0' : '8.5',
    };
    const help = rotateUrl !== undefined && URL.canParse(rotateUrl) ? { helpUri: rotateUrl } : {};
    rules.set(rule, { id: rule, shortDescription: { text: title }, ...help, properties });
  }
  for (const { kind } of violations) {
    rules.set(kind, {
      id: kind,
      shortDescription: { text: VIOLATION_TITLES[kind] },
      properties: { tags: ['security'] },
    });
  }
  return [...rules.values()];
}

function findingResult(finding: ReportedFinding) {
  const { verdict, title, preview, why, path, pathEncoding, line, column, endLine, endColumn, fingerprint, because } =
    finding;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    level: LEVEL[verdict],
    message: { text: `${title} (${preview}): ${why}` },
    locations: [{ physicalLocation: { artifactLocation: artifact(path, pathEncoding), region } }],
    partialFingerprints: { 'secretguard/v1': fingerprint },
    suppressions: suppressions(verdict, because),
    properties: { secretguard: { type: 'finding', ...finding } },
  };
}

function violationResult(violation: ReportedViolation) {
  const { verdict, path, detail, fingerprint } = violation;
  return {
    level: LEVEL[verdict],
    message: { text: detail },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    partialFingerprints: { 'secretguard/v1': fingerprint },
    suppressions: suppressions(verdict, detail),
    properties: { secretguard: { type: 'violation', ...violation } },
  };
}

function suppressions(verdict: VerdictKind, justification = '') {
  if (verdict !== 'allowed') return [];
  return [{ kind: justification.startsWith('inline comment') ? 'inSource' : 'external', justification }];
}

function notification(level: 'error' | 'note', text: string, path: string | undefined) {
  const locations = path === undefined ? [] : [{ physicalLocation: { artifactLocation: artifact(path) } }];
  return { level, message: { text }, locations };
}

function artifact(path: string, pathEncoding?: 'percent') {
  const uri = uriOf(path, pathEncoding);
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
}
