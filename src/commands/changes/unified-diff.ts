import { splitLines } from './lines.ts';

const CONTEXT = 3;

/** One line of a diff. */
export type Op = { readonly sign: ' ' | '-' | '+'; readonly line: string };

/**
 * What changes from `before` to `after`, as `diff -u` shows it; undefined stands for a file that is not there.
 *
 * @returns '' where both are the same
 */
export function unifiedDiff(path: string, before: string | undefined, after: string | undefined): string {
  if (before === after) return '';
  const head = [
    before === undefined ? '--- /dev/null' : `--- a/${path}`,
    after === undefined ? '+++ /dev/null' : `+++ b/${path}`,
  ];
  return `${[...head, ...hunks(compare(splitLines(before ?? ''), splitLines(after ?? '')))].join('\n')}\n`;
}

/** The same for a file that is there, where it is known already which lines change. */
export function unifiedDiffOf(path: string, ops: readonly Op[]): string {
  return `${[`--- a/${path}`, `+++ b/${path}`, ...hunks(ops)].join('\n')}\n`;
}

/** Longest common subsequence between what differs; what is the same at both ends costs nothing. */
function compare(a: readonly string[], b: readonly string[]): Op[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const same = (lines: readonly string[]): Op[] => lines.map((line) => ({ sign: ' ', line }));
  return [
    ...same(a.slice(0, head)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...same(a.slice(a.length - tail)),
  ];
}

function middle(a: readonly string[], b: readonly string[]): Op[] {
  const common = commonLengths(a, b);
  const ops: Op[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const removing = common(i + 1, j) >= common(i, j + 1);
    if (i < a.length && a[i] === b[j]) ops.push({ sign: ' ', line: b[j++] ?? '' });
    else if (j >= b.length || (i < a.length && removing)) ops.push({ sign: '-', line: a[i++] ?? '' });
    else ops.push({ sign: '+', line: b[j++] ?? '' });
    if (ops.at(-1)?.sign === ' ') i++;
  }
  return ops;
}

/** Length of the longest common subsequence of `a` from `i` and `b` from `j`, for every `i` and `j`. */
function commonLengths(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const rows = Array.from({ length: a.length + 2 }, () => new Uint32Array(b.length + 2));
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      rows[i]?.fill(a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1)), j, j + 1);
    }
  }
  return at;
}

function hunks(ops: readonly Op[]): string[] {
  const out: string[] = [];
  let start = 0;
  while (start < ops.length) {
    const first = ops.findIndex((op, i) => i >= start && op.sign !== ' ');
    if (first < 0) break;
    let end = first;
    for (let i = first; i < ops.length && i <= end + 2 * CONTEXT; i++) if (ops[i]?.sign !== ' ') end = i;
    const from = Math.max(start, first - CONTEXT);
    const to = Math.min(ops.length, end + 1 + CONTEXT);
    out.push(hunkHead(ops, from, to), ...ops.slice(from, to).flatMap(shown));
    start = to;
  }
  return out;
}

function hunkHead(ops: readonly Op[], from: number, to: number): string {
  const count = (part: readonly Op[], without: string) => part.filter((op) => op.sign !== without).length;
  const range = (without: string) => {
    const length = count(ops.slice(from, to), without);
    const first = count(ops.slice(0, from), without) + (length === 0 ? 0 : 1);
    return length === 1 ? `${first}` : `${first},${length}`;
  };
  return `@@ -${range('+')} +${range('-')} @@`;
}

function shown({ sign, line }: Op): string[] {
  const text = sign + line.replace(/\n$/, '');
  return line.endsWith('\n') ? [text] : [text, '\\ No newline at end of file'];
}
