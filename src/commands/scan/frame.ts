import type { Finding } from '../../model.ts';

/** 0-based line, and UTF-16 units before it on that line. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where a portion of a large text stands in it. Offsets are bytes of the portion. */
export interface Frame {
  /** Of the portion's first byte. */
  readonly start: Position;
  /** What begins from here on is the portion's own; before it stands what a finding may need around it. */
  readonly core: number;
  /** Where the next portion's own begins; absent in the last one. */
  readonly end?: number;
}

/** The findings of a portion that begin in its core, as they stand in the whole. */
export function ownFindings(findings: readonly Finding[], bytes: Uint8Array, { start, core, end }: Frame): Finding[] {
  if (findings.length === 0) return [];
  const first = advance(start, bytes.subarray(0, core));
  const last = end === undefined ? undefined : advance(first, bytes.subarray(core, end));
  const own: Finding[] = [];
  for (const found of findings) {
    const moved = shift(found, start);
    const at = { line: moved.line - 1, column: moved.column - 1 };
    if (!isBefore(at, first) && (last === undefined || isBefore(at, last))) own.push(moved);
  }
  return own;
}

/** The position behind `bytes`, which begin at the one given. */
export function advance({ line, column }: Position, bytes: Uint8Array): Position {
  let lines = 0;
  let last = -1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    lines++;
    last = at;
  }
  let units = last < 0 ? column : 0;
  for (let i = last + 1; i < bytes.length; i++) {
    const b = bytes[i]!;
    if ((b & 0xc0) !== 0x80) units += b >= 0xf0 ? 2 : 1;
  }
  return { line: line + lines, column: units };
}

function shift(finding: Finding, { line, column }: Position): Finding {
  return {
    ...finding,
    line: finding.line + line,
    endLine: finding.endLine + line,
    column: finding.column + (finding.line === 1 ? column : 0),
    endColumn: finding.endColumn + (finding.endLine === 1 ? column : 0),
    ...(finding.relatedLines === undefined
      ? {}
      : { relatedLines: finding.relatedLines.map(([a, b]) => [a + line, b + line] as const) }),
  };
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
