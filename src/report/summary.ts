import { counted, lasted } from './text.ts';

export interface SummaryLine {
  readonly files: number;
  readonly lines: number;
  readonly durationMs: number;
  readonly blocked: number;
  readonly warned: number;
  readonly noted?: number;
  readonly allowed?: number;
  /** What could not be checked. */
  readonly failed?: number;
}

/** The last line of every check: `secretguard: 5 files, 120 lines checked in 12 ms: 1 blocked, 0 warned`. */
export function summaryLine({
  files,
  lines,
  durationMs,
  blocked,
  warned,
  noted = 0,
  allowed = 0,
  failed = 0,
}: SummaryLine): string {
  const counts = [`${blocked} blocked`, `${warned} warned`];
  if (noted > 0) counts.push(`${noted} noted`);
  if (allowed > 0) counts.push(`${allowed} allowed`);
  if (failed > 0) counts.push(`${failed} could not be checked`);
  const checked = `${counted(files, 'file')}, ${counted(lines, 'line')} checked in ${lasted(durationMs)}`;
  return `secretguard: ${checked}: ${counts.join(', ')}`;
}
