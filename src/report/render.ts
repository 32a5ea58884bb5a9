import type { Outcome, VerdictKind } from '../model.ts';
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

type Judged = readonly { readonly verdict: VerdictKind }[];

/**
 * Exit code of an outcome: 2 where something could not be checked, 1 where something stands that `failOn` says to fail on.
 *
 * @param hook in a hook nothing that settings say lets a blocked finding pass whose confidence is certain
 */
export function severityExit(
  outcome: Pick<Outcome, 'verdicts' | 'violations' | 'failures'>,
  failOn: FailOn,
  hook = false,
): 0 | 1 | 2 {
  const { verdicts, violations, failures } = outcome;
  const stays = verdicts.some(({ verdict, finding }) => verdict === 'block' && finding.confidence === 'certain');
  return exitCode(
    [...verdicts, ...violations],
    failures.length,
    hook && stays && failOn === 'never' ? 'block' : failOn,
  );
}

/** The same for a report that was read from a file. */
export function reportExit({ findings, violations, failures }: Report, failOn: FailOn): 0 | 1 | 2 {
  return exitCode([...findings, ...violations], failures.length, failOn);
}

function exitCode(judged: Judged, failures: number, failOn: FailOn): 0 | 1 | 2 {
  if (failures > 0) return 2;
  const kinds: readonly VerdictKind[] = failOn === 'never' ? [] : failOn === 'warn' ? ['block', 'warn'] : ['block'];
  return judged.some(({ verdict }) => kinds.includes(verdict)) ? 1 : 0;
}
