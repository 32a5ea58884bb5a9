import type { LineRange, Span } from '../model.ts';
import { toUnicode } from '../unicode.ts';

/** Turns offsets into lines and columns; built once a text, as far as there is something to point at. */
export interface LineIndex {
  /** 0-based line of the character at `offset`. */
  lineAt(offset: number): number;
  /** Text of a 0-based line without its end. */
  text(line: number): string;
  span(start: number, end: number): Span;
  /** Lines that `[start, end)` touches. */
  range(start: number, end: number): LineRange;
}

/** Characters of a line beyond which columns are counted on, not anew. */
const LONG = 4_096;

/**
 * Index of a text given as one character a byte. Lines end at LF or CRLF; at CR only where the text holds no LF at all
 * (old Macintosh files).
 */
export function indexLines(text: string): LineIndex {
  const mark = text.includes('\n') ? '\n' : '\r';
  const starts = [0];
  let isWhole = false;
  /** Finds the lines that begin at `offset` or before, and the one behind them. */
  const reach = (offset: number) => {
    while (!isWhole && starts[starts.length - 1]! <= offset) {
      const at = text.indexOf(mark, starts[starts.length - 1]);
      if (at < 0) isWhole = true;
      else starts.push(at + 1);
    }
  };

  const lineAt = (offset: number): number => {
    reach(offset);
    return lastUpTo(starts, offset);
  };
  const column = makeColumns(text, starts);
  return {
    lineAt,
    text(line) {
      while (!isWhole && starts.length <= line + 1) reach(starts[starts.length - 1]!);
      let end = starts[line + 1] ?? text.length;
      if (text[end - 1] === '\n') end--;
      if (text[end - 1] === '\r') end--;
      return text.slice(starts[line] ?? text.length, Math.max(end, starts[line] ?? text.length));
    },
    span(start, end) {
      const first = lineAt(start);
      const final = lineAt(Math.max(start, end - 1));
      return { line: first + 1, column: column(first, start), endLine: final + 1, endColumn: column(final, end) };
    },
    range: (start, end) => [lineAt(start), lineAt(Math.max(start, end - 1)) + 1],
  };
}

/** The index of the last number that is at most `value`; the first one always is. */
function lastUpTo(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A line of megabytes may hold thousands of findings: each goes on from where the last one stood. */
function makeColumns(text: string, starts: readonly number[]): (line: number, offset: number) => number {
  let last = { line: -1, offset: 0, column: 1 };
  return (line, offset) => {
    const start = starts[line]!;
    const long = beginning(text, start + LONG);
    if (offset < long) return columnOf(text.slice(start, offset), line === 0);
    const from =
      last.line === line && last.offset <= offset
        ? last
        : { line, offset: long, column: columnOf(text.slice(start, long), line === 0) };
    last = { line, offset, column: from.column + toUnicode(text.slice(from.offset, offset)).length };
    return last.column;
  };
}

/** The next character of UTF-8 from `at` on. */
function beginning(text: string, at: number): number {
  let start = at;
  while (start < at + 3 && (text.charCodeAt(start) & 0xc0) === 0x80) start++;
  return start;
}

/** 1-based column in UTF-16 code units behind `before`, which is one character a byte; a byte order mark has no width. */
function columnOf(before: string, first: boolean): number {
  const text = toUnicode(before);
  return text.length + 1 - (first && text.startsWith('\ufeff') ? 1 : 0);
}
