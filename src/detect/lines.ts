import type { LineRange, Span } from '../model.ts';
import { toUnicode } from '../unicode.ts';

/** Turns offsets into lines and columns; built once a text, only where there is something to point at. */
export interface LineIndex {
  readonly count: number;
  /** 0-based line of the character at `offset`. */
  lineAt(offset: number): number;
  /** Text of a 0-based line without its end. */
  text(line: number): string;
  span(start: number, end: number): Span;
  /** Lines that `[start, end)` touches. */
  range(start: number, end: number): LineRange;
}

/**
 * Index of a text given as one character a byte. Lines end at LF or CRLF; at CR only where the text holds no LF at all
 * (old Macintosh files).
 */
export function indexLines(text: string): LineIndex {
  const mark = text.includes('\n') ? '\n' : '\r';
  const starts = [0];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) starts.push(at + 1);
  const count = starts.length > 1 && starts[starts.length - 1] === text.length ? starts.length - 1 : starts.length;

  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const column = (line: number, offset: number): number => columnOf(text.slice(starts[line]!, offset), line === 0);
  return {
    count,
    lineAt,
    text: (line) => text.slice(starts[line] ?? text.length, starts[line + 1] ?? text.length).replace(/\r?\n?$/, ''),
    span(start, end) {
      const first = lineAt(start);
      const last = lineAt(Math.max(start, end - 1));
      return { line: first + 1, column: column(first, start), endLine: last + 1, endColumn: column(last, end) };
    },
    range: (start, end) => [lineAt(start), lineAt(Math.max(start, end - 1)) + 1],
  };
}

/** 1-based column in UTF-16 code units behind `before`, which is one character a byte; a byte order mark has no width. */
function columnOf(before: string, first: boolean): number {
  const text = toUnicode(before);
  return text.length + 1 - (first && text.startsWith('\ufeff') ? 1 : 0);
}
