import type { Report, ReportedFinding, ReportedViolation } from './report.ts';
import { summaryLine } from './summary.ts';
import { onOneLine, printable } from './text.ts';

const COMMAND = { block: 'error', warn: 'warning', note: 'notice', allowed: 'notice' } as const;

/**
 * Annotations of GitHub Actions, one workflow command a line; what is allowed gets none.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function github({ findings, violations, failures, scope, summary }: Report): string {
  const lines = [
    ...findings.filter(({ verdict }) => verdict !== 'allowed').map(findingLine),
    ...violations.filter(({ verdict }) => verdict !== 'allowed').map(violationLine),
    ...failures.map(({ message, path }) =>
      command('error', { file: path, title: 'secretguard could not check' }, onOneLine(message)),
    ),
    printable(summaryLine({ ...summary, files: scope.files, lines: scope.lines, failed: failures.length })),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function findingLine(finding: ReportedFinding): string {
  const { verdict, path, line, column, endLine, endColumn, title, preview, why, next } = finding;
  // GitHub takes columns only where both ends stand on one line, and counts the last one in.
  const columns = line === endLine ? { col: column, endColumn: Math.max(column, endColumn - 1) } : {};
  const steps = next.map((step) => `- ${printable(step)}`).join('\n');
  const message = `${printable(`${title} (${preview}): ${why}`)}\n${steps}`.trimEnd();
  return command(COMMAND[verdict], { file: path, line, endLine, ...columns, title: `secretguard: ${title}` }, message);
}

function violationLine({ verdict, path, kind, detail, next }: ReportedViolation): string {
  const message = [detail, ...next.map((step) => `- ${step}`)].map(printable).join('\n');
  return command(COMMAND[verdict], { file: path, title: `secretguard: ${kind}` }, message);
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  const list = given.map(([key, value]) => `${key}=${property(printable(String(value)))}`).join(',');
  return `::${name} ${list}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
