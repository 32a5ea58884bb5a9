import type { Report, ReportedFinding, ReportOptions } from './report.ts';
import { onOneLine, printable, safeJson } from './text.ts';

/** Version of GitLab's schema that the report keeps to. */
const SCHEMA_VERSION = '15.0.0';
const SEVERITY = { warn: 'Medium', note: 'Info', allowed: 'Info' } as const;
/** What stands for "in no commit yet": GitLab wants some. */
const NO_COMMIT = '0000000';

/**
 * GitLab's secret-detection report (`artifacts:reports:secret_detection`); what is allowed is left out.
 *
 * @see https://gitlab.com/gitlab-org/security-products/security-report-schemas
 */
export function gitlab({ tool, findings, failures, summary }: Report, { now }: ReportOptions): string {
  const program = { id: tool.name, name: tool.name, version: tool.version, vendor: { name: tool.name } };
  const end = Date.parse(now);
  return `${safeJson(
    {
      version: SCHEMA_VERSION,
      scan: {
        analyzer: program,
        scanner: program,
        type: 'secret_detection',
        start_time: time(end - summary.durationMs),
        end_time: time(end),
        status: failures.length === 0 ? 'success' : 'failure',
        messages: failures.map(({ message, path }) => ({
          level: 'warn',
          value: `${path === undefined ? '' : `${printable(path)}: `}${onOneLine(message)}`,
        })),
      },
      vulnerabilities: findings.filter(({ verdict }) => verdict !== 'allowed').map(vulnerability),
    },
    2,
  )}\n`;
}

function vulnerability(finding: ReportedFinding) {
  const { rule, title, provider, verdict, confidence, why, preview, next, rotateUrl, fingerprint, path, line, column } =
    finding;
  const { commit, author, date } = finding;
  return {
    id: `${fingerprint}:${path}:${line}:${column}${commit === undefined ? '' : `:${commit}`}`,
    name: printable(title).slice(0, 255),
    description: printable(`${title} (${preview}), ${provider}: ${why}`),
    severity: verdict === 'block' ? (confidence === 'certain' ? 'Critical' : 'High') : SEVERITY[verdict],
    solution: printable(next.join('; ')).slice(0, 7000),
    identifiers: [{ type: 'secretguard_rule_id', name: `secretguard rule ${rule}`, value: rule }],
    ...(rotateUrl !== undefined && /^https?:/.test(rotateUrl)
      ? { links: [{ name: 'Revoke it', url: rotateUrl }] }
      : {}),
    location: {
      file: path,
      start_line: line,
      end_line: finding.endLine,
      commit: {
        sha: commit ?? NO_COMMIT,
        ...(author === undefined ? {} : { author }),
        ...(date === undefined ? {} : { date }),
      },
    },
  };
}

/** UTC without zone and fractions, as the schema has it. */
function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}
