import type { VerdictKind } from '../model.ts';
import type { Report, ReportedFinding, ReportedViolation, ReportOptions } from './report.ts';
import { summaryLine } from './summary.ts';
import { counted, plain, wrap } from './text.ts';

/** Findings shown in full; the rest gets a line each, since nobody reads further and each costs a fingerprint. */
const IN_FULL = 40;
/** Allowed and noted ones, and skipped files, that are listed without `--verbose`. */
const IN_BRIEF = 10;
const LABEL: Readonly<Record<VerdictKind, string>> = {
  block: 'BLOCKED',
  warn: 'WARNING',
  note: 'note',
  allowed: 'allowed',
};
const COLOR: Readonly<Record<VerdictKind, number>> = { block: 31, warn: 33, note: 36, allowed: 32 };
const DIM = 2;
const BOLD = 1;
const KEY_WIDTH = 8;

/** For people: a terminal of any width, or the error box of a Git client (no colour, ASCII but for file names). */
export function pretty(report: Report, options: ReportOptions): string {
  const { findings, violations, failures } = report;
  const stopping = (kind: VerdictKind) => (item: { readonly verdict: VerdictKind }) => item.verdict === kind;
  const blocks = [
    ...inFull(findings.filter(stopping('block')), options),
    ...violations.filter(stopping('block')).map((v) => violationBlock(v, options)),
  ];
  if (!options.quiet) {
    blocks.push(...inFull(findings.filter(stopping('warn')), options));
    blocks.push(...violations.filter(stopping('warn')).map((v) => violationBlock(v, options)));
    blocks.push(...briefBlocks(report, options));
  }
  for (const { message, path } of failures) blocks.push(failureBlock(message, path, options));
  const isClean = blocks.length === 0;
  if (options.quiet && isClean) return '';
  return `${[...blocks, lastLine(report)].join(isClean ? '' : '\n\n')}\n`;
}

function lastLine({ scope, summary, failures }: Report): string {
  return summaryLine({ ...summary, files: scope.files, lines: scope.lines, failed: failures.length });
}

function inFull(findings: readonly ReportedFinding[], options: ReportOptions): readonly string[] {
  const shown = options.verbose ? findings : findings.slice(0, IN_FULL);
  const blocks = shown.map((finding) => findingBlock(finding, options));
  const rest = findings.slice(shown.length).map((finding) => briefLine(finding, options));
  return rest.length === 0 ? blocks : [...blocks, rest.join('\n')];
}

function findingBlock(finding: ReportedFinding, options: ReportOptions): string {
  const { verdict, title, preview, confidence, why, next, decodedFrom = [], because, commit, author, date } = finding;
  const encoded = decodedFrom.length === 0 ? '' : `, inside ${decodedFrom.map(plain).join(' in ')}`;
  const lines = [
    `${label(verdict, options)}  ${paint(placeOf(finding), BOLD, options)}`,
    ...field('what', `${title}: ${preview}${encoded}`, options),
    ...field('why', `${why} (${confidence}${because === undefined ? '' : `; ${because}`})`, options),
  ];
  if (commit !== undefined)
    lines.push(...field('commit', `${commit.slice(0, 12)} ${author ?? ''} ${date ?? ''}`.trim(), options));
  return [...lines, ...nextLines(next, options)].join('\n');
}

function violationBlock({ verdict, path, detail, next }: ReportedViolation, options: ReportOptions): string {
  const head = `${label(verdict, options)}  ${paint(plain(path), BOLD, options)}`;
  return [head, ...field('what', detail, options), ...nextLines(next, options)].join('\n');
}

function failureBlock(message: string, path: string | undefined, options: ReportOptions): string {
  const head = `${paint('NOT CHECKED', COLOR.block, options)}  ${path === undefined ? '' : paint(plain(path), BOLD, options)}`;
  const lines = message.split('\n').flatMap((line, i) => field(i === 0 ? 'why' : '', line, options));
  return [head.trimEnd(), ...lines].join('\n');
}

/** Notes, allowed ones, what was loosened and what was left out: a line each. */
function briefBlocks({ findings, violations, scope }: Report, options: ReportOptions): readonly string[] {
  const isBrief = ({ verdict }: { readonly verdict: VerdictKind }) => verdict === 'note' || verdict === 'allowed';
  const lines = findings.filter(isBrief).map((finding) => briefLine(finding, options));
  const loosened = violations
    .filter(isBrief)
    .map((v) => `${label(v.verdict, options)}  ${plain(v.path)}: ${plain(v.detail)}`);
  const skipped = scope.skipped.map(
    ({ path, why }) => `${paint('skipped', DIM, options)}  ${plain(path)}: ${plain(why)}`,
  );
  return [shortened(lines, options), loosened.join('\n'), shortened(skipped, options)].filter((block) => block !== '');
}

function shortened(lines: readonly string[], { verbose }: ReportOptions): string {
  if (verbose || lines.length <= IN_BRIEF) return lines.join('\n');
  const left = lines.length - IN_BRIEF;
  return [...lines.slice(0, IN_BRIEF), `... and ${counted(left, 'more', 'more')} (--verbose lists them)`].join('\n');
}

function briefLine(finding: ReportedFinding, options: ReportOptions): string {
  const because = finding.because === undefined ? '' : ` (${plain(finding.because)})`;
  return `${label(finding.verdict, options)}  ${plain(placeOf(finding))}  ${plain(finding.title)}${because}`;
}

function nextLines(next: readonly string[], options: ReportOptions): readonly string[] {
  return next.flatMap((step, i) => field(i === 0 ? 'next' : '', step, options, '- '));
}

function field(key: string, value: string, options: ReportOptions, bullet = ''): readonly string[] {
  const margin = ' '.repeat(KEY_WIDTH);
  const width = Math.max(40, Math.min(options.columns, 100)) - KEY_WIDTH - 2 - bullet.length;
  return wrap(plain(value), width).map((line, i) => {
    const start =
      i === 0 ? `${paint(key.padEnd(KEY_WIDTH), DIM, options)}${bullet}` : margin + ' '.repeat(bullet.length);
    return `  ${start}${line}`;
  });
}

function placeOf({ path, line, column }: ReportedFinding): string {
  return `${plain(path)}:${line}:${column}`;
}

function label(verdict: VerdictKind, options: ReportOptions): string {
  return paint(LABEL[verdict], COLOR[verdict], options);
}

function paint(text: string, code: number, { color }: ReportOptions): string {
  return color && text.trim() !== '' ? `\u001b[${code}m${text}\u001b[0m` : text;
}
