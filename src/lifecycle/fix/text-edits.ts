import MagicString from 'magic-string';
import type { Replacement } from './model.ts';

/** The text with its replacements in place; at one offset what is inserted comes first. Overlapping ones are a bug. */
export function applied(text: string, replacements: readonly Replacement[]): string {
  const edited = new MagicString(text);
  const isInsertion = ({ start, end }: Replacement) => start === end;
  for (const { start, end, text: instead } of replacements.filter((r) => !isInsertion(r))) {
    if (instead === '') edited.remove(start, end);
    else edited.update(start, end, instead);
  }
  for (const { start, text: instead } of replacements.filter(isInsertion)) edited.appendLeft(start, instead);
  return edited.toString();
}

/** The replacements that lead from what comes out of `forward` back to `text`. */
export function reversed(text: string, forward: readonly Replacement[]): Replacement[] {
  let shift = 0;
  return [...forward]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, text: instead }) => {
      const at = start + shift;
      shift += instead.length - (end - start);
      return { start: at, end: at + instead.length, text: text.slice(start, end) };
    });
}

/** The one replacement that leads from `before` to `after`. */
export function difference(before: string, after: string): Replacement[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [{ start: head, end: before.length - tail, text: after.slice(head, after.length - tail) }];
}
