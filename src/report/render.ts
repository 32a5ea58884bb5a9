import type { Confidence, Outcome } from '../model.ts';
import type { FailOn } from '../settings.ts';
import { type Report, type ReportOptions, toReport } from './report.ts';

export type Format = 'pretty' | 'json' | 'jsonl' | 'sarif' | 'github' | 'gitlab' | 'junit' | 'html';

/** In the order of `--help`. */
export const FORMATS: readonly Format[] = ['pretty', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'html'];

/** An outcome as text in the format asked for; loads that format only. */
export function render(
  format: Format,
  outcome: Outcome,
  options: ReportOptions & { readonly version: string },
): Promise<string> {
  return renderReport(format, toReport(outcome, options.version), options);
}

export async function renderReport(format: Format, report: Report, options: ReportOptions): Promise<string> {
  switch (format) {
    case 'pretty':
      return (await import('./pretty.ts')).pretty(report, options);
    case 'json':
      return (await import('./json.ts')).json(report);
    case 'jsonl':
      return (await import('./json.ts')).jsonl(report);
    case 'sarif':
      return (await import('./sarif.ts')).sarif(report);
    case 'github':
      return (await import('./github.ts')).github(report);
    case 'gitlab':
      return (await import('./gitlab.ts')).gitlab(report, options);
    case 'junit':
      return (await import('./junit.ts')).junit(report, options);
    case 'html':
      return (await import('./html.ts')).html(report, options);
  }
}

interface Judged {
  readonly verdicts: readonly { readonly verdict: string; readonly finding: { readonly confidence: Confidence } }[];
  readonly violations: readonly { readonly verdict: string }[];
  readonly failures: readonly unknown[];
}

/**
 * Exit code of an outcome: 2 where something could not be checked, 1 where something stands that `failOn` says to fail on.
 *
 * @param hook in a hook nothing that settings say lets a blocked finding pass whose confidence is certain
 */
export function severityExit({ verdicts, violations, failures }: Judged, failOn: FailOn, hook = false): 0 | 1 | 2 {
  if (failures.length > 0) return 2;
  const isCertain = ({ verdict, finding }: Judged['verdicts'][number]) =>
    verdict === 'block' && finding.confidence === 'certain';
  if (hook && verdicts.some(isCertain)) return 1;
  const kinds = failOn === 'never' ? [] : failOn === 'warn' ? ['block', 'warn'] : ['block'];
  return [...verdicts, ...violations].some(({ verdict }) => kinds.includes(verdict)) ? 1 : 0;
}
