import type { AuditSection, AuditStatus, RankedItem } from '../audit.ts';
import { toReport } from './report.ts';
import { plain, safeJson, wrap } from './text.ts';

/** A health report, before it is text. */
export interface AuditView {
  readonly sections: readonly AuditSection[];
  /** The most dangerous first. */
  readonly first: readonly RankedItem[];
}

export interface AuditOptions {
  readonly color: boolean;
  readonly columns: number;
  readonly verbose: boolean;
  readonly quiet: boolean;
}

const COLOR: Readonly<Record<AuditStatus, number>> = { ok: 32, warn: 33, fail: 31, error: 31, skipped: 2 };
const LEVEL: Readonly<Record<RankedItem['level'], number>> = { now: 31, soon: 33, later: 36 };
/** Items that are shown without `--verbose`: nobody does more in one sitting. */
const SHOWN = 15;

/** For people: a line a part, then what to do first. */
export function auditText({ sections, first }: AuditView, options: AuditOptions): string {
  const shown = options.quiet ? sections.filter(({ status }) => status !== 'ok' && status !== 'skipped') : sections;
  const rows = shown.map(
    ({ part, status, summary }) =>
      `${paint(status.padEnd(7), COLOR[status], options)} ${part.padEnd(12)} ${plain(summary)}`,
  );
  const list = options.verbose ? first : first.slice(0, SHOWN);
  const left = first.length - list.length;
  const blocks = list.map((item, i) => itemBlock(item, i + 1, options));
  if (left > 0) blocks.push(`... and ${left} more (--verbose lists them)`);
  const head = blocks.length === 0 ? [] : ['What to do first:', ...blocks];
  const all = [...(rows.length === 0 ? [] : [rows.join('\n')]), ...head, lastLine(first)];
  return options.quiet && first.length === 0 && rows.length === 0 ? '' : `${all.join('\n\n')}\n`;
}

function itemBlock({ level, where, what, next }: RankedItem, number: number, options: AuditOptions): string {
  const width = Math.max(40, Math.min(options.columns, 100)) - 6;
  const lines = [...wrap(plain(what), width).map((line) => `      ${line}`)];
  for (const step of next)
    lines.push(...wrap(plain(step), width - 2).map((line, i) => `      ${i === 0 ? '- ' : '  '}${line}`));
  return [`${String(number).padStart(3)}.  ${paint(level, LEVEL[level], options)}  ${plain(where)}`, ...lines].join(
    '\n',
  );
}

function lastLine(first: readonly RankedItem[]): string {
  const count = (level: RankedItem['level']) => first.filter((item) => item.level === level).length;
  if (first.length === 0) return 'secretguard: nothing to do';
  return `secretguard: ${count('now')} to do now, ${count('soon')} soon, ${count('later')} later`;
}

/** For machines: the parts with their whole reports, and the list. */
export function auditJson({ sections, first }: AuditView, version: string): string {
  const view = {
    schemaVersion: 1,
    tool: { name: 'secretguard', version },
    sections: sections.map(({ part, status, summary, outcome }) => ({
      part,
      status,
      summary,
      ...(outcome === undefined ? {} : { report: toReport(outcome, version) }),
    })),
    first: first.map(({ level, part, id, where, what, next, fingerprint }) => ({
      level,
      part,
      id,
      where,
      what,
      next,
      ...(fingerprint === undefined ? {} : { fingerprint }),
    })),
  };
  return `${safeJson(view, 2)}\n`;
}

function paint(text: string, code: number, { color }: AuditOptions): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text;
}
