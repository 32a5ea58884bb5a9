import type { VerdictKind } from '../model.ts';
import type { Report, ReportedFinding, ReportedViolation, ReportOptions } from './report.ts';
import { summaryLine } from './summary.ts';
import { onOneLine, xml } from './text.ts';

const STYLE = `
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b1f24;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}article{border:1px solid #d0d7de;border-left-width:6px;border-radius:6px;padding:.6rem 1rem;margin:.8rem 0}
.block{border-left-color:#cf222e}.warn{border-left-color:#bf8700}.note{border-left-color:#0969da}.allowed{border-left-color:#1a7f37}
code{font:13px ui-monospace,monospace;overflow-wrap:anywhere}.verdict{font-weight:600;text-transform:uppercase;font-size:.8rem}
ul{margin:.3rem 0;padding-left:1.2rem}small{color:#59636e}
@media (prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}article{border-color:#30363d}small{color:#9198a1}a{color:#4493f8}}`;
const ORDER: readonly VerdictKind[] = ['block', 'warn', 'note', 'allowed'];
const HEADING: Readonly<Record<VerdictKind, string>> = {
  block: 'Blocked',
  warn: 'Warnings',
  note: 'Notes',
  allowed: 'Allowed',
};

/** One self-contained page: no script, nothing loaded, everything escaped. */
export function html(report: Report, { now }: ReportOptions): string {
  const { scope, summary, failures, tool } = report;
  const line = summaryLine({ ...summary, files: scope.files, lines: scope.lines, failed: failures.length });
  const parts = [
    ...ORDER.map((kind) => section(report, kind)),
    listSection(
      'Not checked',
      failures.map(({ message, path }) => `${path ?? ''}: ${onOneLine(message)}`.replace(/^: /, '')),
    ),
    listSection(
      'Skipped',
      scope.skipped.map(({ path, why }) => `${path}: ${why}`),
    ),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>secretguard report</title><style>${STYLE}
</style></head><body>
<h1>secretguard report</h1>
<p>${xml(line)}<br><small>${xml(scope.kind)}, ${xml(now)}, version ${xml(tool.version)}</small></p>
${parts.filter((part) => part !== '').join('\n')}
</body></html>
`;
}

function section({ findings, violations }: Report, kind: VerdictKind): string {
  const of = ({ verdict }: { readonly verdict: VerdictKind }) => verdict === kind;
  const articles = [...findings.filter(of).map(findingArticle), ...violations.filter(of).map(violationArticle)];
  return articles.length === 0 ? '' : `<h2>${HEADING[kind]} (${articles.length})</h2>\n${articles.join('\n')}`;
}

function findingArticle(finding: ReportedFinding): string {
  const {
    verdict,
    title,
    path,
    line,
    column,
    preview,
    why,
    because,
    next,
    fingerprint,
    confidence,
    commit,
    author,
    date,
  } = finding;
  const from = commit === undefined ? '' : `<br><small>${xml(`${commit} ${author ?? ''} ${date ?? ''}`)}</small>`;
  return `<article class="${verdict}"><span class="verdict">${verdict}</span> <strong>${xml(title)}</strong>
<br><code>${xml(path)}:${line}:${column}</code> <code>${xml(preview)}</code>${from}
<p>${xml(why)} <small>(${xml(confidence)}${because === undefined ? '' : `; ${xml(because)}`})</small></p>
${items(next)}<small>${xml(fingerprint)}</small></article>`;
}

function violationArticle({ verdict, kind, path, detail, next, fingerprint }: ReportedViolation): string {
  return `<article class="${verdict}"><span class="verdict">${verdict}</span> <strong>${xml(kind)}</strong>
<br><code>${xml(path)}</code>
<p>${xml(detail)}</p>
${items(next)}<small>${xml(fingerprint)}</small></article>`;
}

function listSection(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `<h2>${title} (${entries.length})</h2>\n${items(entries)}`;
}

function items(entries: readonly string[]): string {
  return entries.length === 0 ? '' : `<ul>${entries.map((entry) => `<li>${xml(entry)}</li>`).join('')}</ul>\n`;
}
