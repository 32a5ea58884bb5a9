import type { VerdictKind } from '../model.ts';
import type { Report, ReportOptions } from './report.ts';
import { onOneLine, xml } from './text.ts';

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly kind: 'failure' | 'error' | 'skipped' | 'passed';
  readonly message: string;
  readonly body: string;
}

const KIND: Readonly<Record<VerdictKind, Case['kind']>> = {
  block: 'failure',
  warn: 'passed',
  note: 'passed',
  allowed: 'skipped',
};

/** JUnit's XML: a case for each finding and violation; what blocks fails, what is allowed is skipped, warnings stay output. */
export function junit(report: Report, { now }: ReportOptions): string {
  const cases = casesOf(report);
  const count = (kind: Case['kind']) => cases.filter((c) => c.kind === kind).length;
  const seconds = (report.summary.durationMs / 1000).toFixed(3);
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  const suite = `<testsuite name="secretguard" ${counts} time="${seconds}" timestamp="${xml(now.slice(0, 19))}">`;
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="secretguard" ${counts} time="${seconds}">\n  ${suite}\n`;
  return `${head}${cases.map(caseXml).join('')}  </testsuite>\n</testsuites>\n`;
}

function casesOf({ findings, violations, failures, scope }: Report): readonly Case[] {
  const cases: Case[] = [
    ...findings.map((f) => ({
      suite: f.path,
      name: `${f.rule} at ${f.line}:${f.column}`,
      kind: KIND[f.verdict],
      message: `${f.verdict}: ${f.title} (${f.preview})${f.because === undefined ? '' : `; ${f.because}`}`,
      body: [f.why, f.because ?? '', ...f.next]
        .filter((line) => line !== '')
        .map(xml)
        .join('\n'),
    })),
    ...violations.map((v) => ({
      suite: v.path,
      name: v.kind,
      kind: KIND[v.verdict],
      message: `${v.verdict}: ${v.detail}`,
      body: v.next.map(xml).join('\n'),
    })),
    ...failures.map(({ message, path }) => ({
      suite: path ?? '.',
      name: 'not checked',
      kind: 'error' as const,
      message: onOneLine(message),
      body: '',
    })),
  ];
  const clean: Case = { suite: '.', name: `${scope.files} files`, kind: 'passed', message: '', body: '' };
  return cases.length > 0 ? cases : [clean];
}

function caseXml({ suite, name, kind, message, body }: Case): string {
  const open = `    <testcase classname="${xml(suite)}" name="${xml(name)}"`;
  if (kind === 'skipped') return `${open}>\n      <skipped message="${xml(message)}"/>\n    </testcase>\n`;
  if (kind !== 'passed')
    return `${open}>\n      <${kind} message="${xml(message)}">${body}</${kind}>\n    </testcase>\n`;
  return message === ''
    ? `${open}/>\n`
    : `${open}>\n      <system-out>${xml(message)}\n${body}</system-out>\n    </testcase>\n`;
}
