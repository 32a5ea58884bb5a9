import type { Replacement } from '../model.ts';
import { children, type SyntaxNode } from './parse.ts';

/** Takes a property out of an object; comments stay. @param object whose `properties` hold `property` */
export function withoutProperty(code: string, object: SyntaxNode, property: SyntaxNode): Replacement {
  const all = children(object, 'properties');
  const index = all.indexOf(property);
  const { start, end } = property;
  const before = all[index - 1];
  const comma = /^\s*,[ \t]*/.exec(code.slice(end))?.[0].length ?? 0;
  if (index === all.length - 1 && before !== undefined && /^\s*,\s*$/.test(code.slice(before.end, start)))
    return { start: before.end, end, text: '' };
  const lineStart = code.lastIndexOf('\n', start - 1) + 1;
  const breaks = /^\r?\n/.exec(code.slice(end + comma))?.[0].length ?? 0;
  const isAlone = breaks > 0 && lineStart > object.start && /^[ \t]*$/.test(code.slice(lineStart, start));
  return isAlone ? { start: lineStart, end: end + comma + breaks, text: '' } : { start, end: end + comma, text: '' };
}

/** The same for the options of a call; options that say nothing else go as a whole: `str({ default: "…" })` → `str()`. */
export function withoutOption(code: string, options: SyntaxNode, property: SyntaxNode): Replacement {
  const isOnly = children(options, 'properties').length === 1;
  const around = code.slice(options.start + 1, property.start) + code.slice(property.end, options.end - 1);
  return isOnly && /^\s*,?\s*$/.test(around)
    ? { start: options.start, end: options.end, text: '' }
    : withoutProperty(code, options, property);
}
