import * as z from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';
import { type NamedReport, partsOf } from './parts.ts';
import { compare, inOrder, type Report, type ReportedFinding, type ReportedViolation, summarise } from './report.ts';

const text = z.string();
const count = z.number();
const verdict = z.enum(['block', 'warn', 'note', 'allowed']);

const findingSchema = z.object({
  rule: text,
  title: text,
  provider: text,
  verdict,
  because: z.optional(text),
  confidence: z.enum(['certain', 'high', 'medium', 'low']),
  path: text,
  pathEncoding: z.optional(z.literal('percent')),
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
  fingerprint: text,
  preview: text,
  decodedFrom: z.optional(z.array(text)),
  commit: z.optional(text),
  author: z.optional(text),
  date: z.optional(text),
  inTree: z.optional(z.boolean()),
  removedBy: z.optional(z.object({ commit: text, author: text, date: text })),
  why: text,
  next: z.array(text),
  rotateUrl: z.optional(text),
  pushProtected: z.boolean(),
  live: z.optional(z.enum(['active', 'inactive', 'unknown'])),
});

const violationSchema = z.object({
  fingerprint: text,
  kind: z.enum([
    'gitignore',
    'tracked-env',
    'staged-env',
    'expired-allow',
    'unused-allow',
    'broken-allow',
    'loosened',
    'packed-file',
    'env-shared',
    'env-mixed',
    'env-example',
    'env-weak',
    'env-twice',
    'env-public',
  ]),
  verdict,
  path: text,
  detail: text,
  next: z.array(text),
});

const factsSchema = z.object({
  schemaVersion: z.literal(1),
  fingerprintSalt: text,
  scope: z.object({
    kind: z.enum(['staged', 'push', 'message', 'tree', 'history', 'diff', 'stdin', 'client', 'package', 'env']),
    files: count,
    lines: count,
    bytes: count,
    skipped: z.array(z.object({ path: text, why: text })),
    shard: z.optional(
      z.object({ index: count, count, run: z.optional(z.object({ policy: text, commits: z.optional(text) })) }),
    ),
  }),
  failures: z.array(z.object({ message: text, path: z.optional(text) })),
  summary: z.object({ blocked: count, warned: count, noted: count, allowed: count, durationMs: count }),
});

const reportSchema = z.extend(factsSchema, {
  tool: z.object({ name: z.literal('secretguard'), version: text }),
  findings: z.array(findingSchema),
  violations: z.array(violationSchema),
});

const sarifSchema = z.object({
  version: z.literal('2.1.0'),
  runs: z.array(
    z.object({
      tool: z.object({ driver: z.object({ name: z.literal('secretguard'), version: text }) }),
      properties: z.object({ secretguard: factsSchema }),
      results: z.array(
        z.object({
          properties: z.object({
            secretguard: z.discriminatedUnion('type', [
              z.extend(findingSchema, { type: z.literal('finding') }),
              z.extend(violationSchema, { type: z.literal('violation') }),
            ]),
          }),
        }),
      ),
    }),
  ),
});

/**
 * A report of ours from its text: JSON or SARIF.
 *
 * @returns `bad-input` for anything else; content is never quoted
 */
export function parseReport(content: string, file: string): Result<Report> {
  const value = parsed(content);
  const asReport = reportSchema.safeParse(value);
  if (asReport.success) return ok(inOurOrder(asReport.data));
  const asSarif = sarifSchema.safeParse(value);
  const runs = asSarif.success ? asSarif.data.runs.map(fromRun) : [];
  const named = runs.map((report, i) => ({ name: `run ${i + 1} of ${file}`, report }));
  if (named.length > 0) return ok(named.length === 1 ? runs[0]! : mergeReports(named));
  return fail('bad-input', 'this is not a report of secretguard (JSON or SARIF)', file);
}

/**
 * Reports of shards as one: everything once, in the order of a single run, counts added up.
 *
 * @param given at least one; salt and version are the first one's
 */
export function mergeReports(given: readonly NamedReport[]): Report {
  const { reports, failures: notOneRun } = partsOf(given);
  const [first] = reports;
  if (first === undefined) throw new Error('nothing to merge');
  const findings = once(
    reports.flatMap((r) => r.findings),
    findingKey,
  ).sort(inOrder);
  const violations = once(
    reports.flatMap((r) => r.violations),
    violationKey,
  ).sort((a, b) => compare(a.path, b.path) || compare(a.detail, b.detail));
  const sum = (of: (report: Report) => number) => reports.reduce((total, report) => total + of(report), 0);
  const skipped = once(
    reports.flatMap((r) => r.scope.skipped),
    (s) => JSON.stringify([s.path, s.why]),
  );
  const failures = once([...reports.flatMap((r) => r.failures), ...notOneRun], (f) =>
    JSON.stringify([f.path, f.message]),
  );
  return {
    ...first,
    scope: {
      kind: first.scope.kind,
      files: sum((r) => r.scope.files),
      lines: sum((r) => r.scope.lines),
      bytes: sum((r) => r.scope.bytes),
      skipped: skipped.sort((a, b) => compare(a.path, b.path)),
    },
    findings,
    violations,
    failures: failures.sort((a, b) => compare(a.path ?? '', b.path ?? '') || compare(a.message, b.message)),
    summary: summarise([...findings, ...violations], Math.max(...reports.map((r) => r.summary.durationMs))),
  };
}

function fromRun({ tool, properties, results }: z.infer<typeof sarifSchema>['runs'][number]): Report {
  const findings: ReportedFinding[] = [];
  const violations: ReportedViolation[] = [];
  for (const { properties: bag } of results) {
    const { type, ...facts } = bag.secretguard;
    if ('kind' in facts) violations.push(facts);
    else if (type === 'finding') findings.push(facts);
  }
  const { name, version } = tool.driver;
  return inOurOrder({ tool: { name, version }, ...properties.secretguard, findings, violations });
}

/** Keys as `toReport` has them, so that a report read and written again is the same text. */
function inOurOrder(report: Report): Report {
  const { schemaVersion, tool, fingerprintSalt, scope, findings, violations, failures, summary } = report;
  return { schemaVersion, tool, fingerprintSalt, scope, findings, violations, failures, summary };
}

function findingKey({ rule, path, line, column, endLine, endColumn, fingerprint, commit }: ReportedFinding): string {
  return JSON.stringify([rule, path, line, column, endLine, endColumn, fingerprint, commit]);
}

function violationKey({ fingerprint, detail }: ReportedViolation): string {
  return `${fingerprint} ${detail}`;
}

function once<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return undefined; // no report, says the caller; the parser's own message would quote the text
  }
}
