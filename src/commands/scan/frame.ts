import type { Position } from '../../detect/position.ts';
import type { Range } from '../../detect/raw.ts';
import type { Finding } from '../../model.ts';

/** Where the parts of a text stand that are searched for the whole. */
export interface Frame {
  /** Offsets in what is searched; what begins elsewhere is there only to be looked at. */
  readonly own: Range;
  readonly parts: readonly Part[];
}

export interface Part {
  /** 0-based line of what is searched in which the part begins; each has lines of its own. */
  readonly line: number;
  /** Of its first byte, in the whole. */
  readonly start: Position;
}

/** Findings as they stand in the whole. */
export function inWhole(findings: readonly Finding[], { parts }: Frame): Finding[] {
  return findings.map((finding) => {
    const { line, start } = parts.findLast((part) => part.line < finding.line) ?? parts[0]!;
    return moved(finding, start.line - line, { of: line + 1, by: start.column });
  });
}

/** @param columns by how much the columns `of` a line move */
function moved(finding: Finding, lines: number, columns: { readonly of: number; readonly by: number }): Finding {
  const column = (line: number) => (line === columns.of ? columns.by : 0);
  return {
    ...finding,
    line: finding.line + lines,
    endLine: finding.endLine + lines,
    column: finding.column + column(finding.line),
    endColumn: finding.endColumn + column(finding.endLine),
    ...(finding.relatedLines === undefined
      ? {}
      : { relatedLines: finding.relatedLines.map(([a, b]) => [a + lines, b + lines] as const) }),
  };
}
