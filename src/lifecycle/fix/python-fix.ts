import {
  type Left,
  type Move,
  NAME_TAKEN,
  type NameFor,
  type NameHint,
  type Replacement,
  type TextFix,
  type Wanted,
} from './model.ts';
import { leftAt, leftMissing, type Occurrence, occurrencesOf } from './occurrences.ts';

interface Literal {
  readonly start: number;
  readonly end: number;
  /** Lower-case letters in front of the quote: `f`, `rb`. */
  readonly prefix: string;
  readonly comment: boolean;
  readonly long: boolean;
}

const STRING = /([A-Za-z]{0,2})("""|'''|"|')/y;

/** Takes values out of Python: plain one-line strings that are a value as a whole become `os.environ["NAME"]`. */
export function fixPython(text: string, wanted: readonly Wanted[], nameFor: NameFor): TextFix {
  const { found, missing } = occurrencesOf(text, wanted);
  const left: Left[] = leftMissing(missing);
  const literals = literalsOf(text);
  const replacements: Replacement[] = [];
  const moves: Move[] = [];
  for (const place of found) {
    const literal = literals?.find((l) => l.start <= place.start && place.end <= l.end);
    const why = literal === undefined ? 'it is no string' : refusal(text, literal, place);
    if (literal === undefined || why !== undefined) {
      left.push(leftAt(text, place.start, place.wanted, why ?? ''));
      continue;
    }
    const name = nameFor(place.wanted.secret, place.wanted, literal.comment ? {} : hintBefore(text, literal.start));
    if (name === undefined) {
      left.push(leftAt(text, place.start, place.wanted, NAME_TAKEN));
      continue;
    }
    moves.push({ name, secret: place.wanted.secret });
    replacements.push(inPlaceOf(literal, place, name));
  }
  const needsImport = replacements.some((r) => r.text.startsWith('os.')) && !/^import (?:\w+, )*os\b/m.test(text);
  return { replacements: needsImport ? [importOs(text), ...replacements] : replacements, moves, left };
}

function inPlaceOf(literal: Literal, place: Occurrence, name: string): Replacement {
  if (literal.comment) return { start: place.start, end: place.end, text: name };
  return { start: literal.start, end: literal.end, text: `os.environ["${name}"]` };
}

function refusal(text: string, literal: Literal, { start, end }: Occurrence): string | undefined {
  if (literal.comment) return undefined;
  if (literal.long || (literal.prefix !== '' && literal.prefix !== 'u' && literal.prefix !== 'r'))
    return 'it is no plain string';
  if (start !== literal.start + literal.prefix.length + 1 || end !== literal.end - 1)
    return 'it is only a part of the string';
  if (text.slice(start, end).includes('\\')) return 'it holds escapes';
  const isString = (around: string) => /["']/.test(around);
  const before = /(\S)[ \t\r\n\\]*$/.exec(text.slice(Math.max(0, literal.start - 200), literal.start))?.[1] ?? '';
  const next = /^[ \t\r\n\\]*[A-Za-z]{0,2}(["'])/.test(text.slice(literal.end, literal.end + 200));
  return isString(before) || next ? 'it is joined with the string beside it' : undefined;
}

function hintBefore(text: string, start: number): NameHint {
  const before = text.slice(Math.max(0, start - 120), start);
  const found =
    /([A-Za-z_]\w*)\s*(?::\s*[\w.[\]]+\s*)?=\s*$/.exec(before) ?? /["']([\w.-]+)["']\s*\]?\s*[:=,]\s*$/.exec(before);
  return found?.[1] === undefined ? {} : { assigned: found[1] };
}

/** undefined where a string does not end. */
function literalsOf(text: string): Literal[] | undefined {
  const found: Literal[] = [];
  for (let at = 0; at < text.length; ) {
    const c = text[at] ?? '';
    if (c === '#') {
      const stop = text.indexOf('\n', at);
      const end = stop < 0 ? text.length : stop;
      found.push({ start: at, end, prefix: '', comment: true, long: false });
      at = end;
      continue;
    }
    STRING.lastIndex = at;
    const open = /[A-Za-z"']/.test(c) && !/\w/.test(text[at - 1] ?? '') ? STRING.exec(text) : null;
    if (open === null) {
      at++;
      continue;
    }
    const [whole, prefix = '', quote = ''] = open;
    const end = closing(text, at + whole.length, quote);
    if (end === undefined) return undefined;
    found.push({ start: at, end, prefix: prefix.toLowerCase(), comment: false, long: quote.length === 3 });
    at = end;
  }
  return found;
}

function closing(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (text[at] === '\n' && quote.length === 1) return undefined;
  }
  return undefined;
}

/** Before the first import, which is behind everything that must come first. */
function importOs(text: string): Replacement {
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  const first = /^(?:import|from(?! __future__)) ?\w/m.exec(text);
  const head =
    /^(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:[rRuU]?("""|''')[\s\S]*?\1[ \t]*\r?\n)?(?:[ \t]*(?:#[^\n]*)?\r?\n|from __future__[^\n]*\n)*/;
  const at = first?.index ?? head.exec(text)?.[0].length ?? 0;
  return { start: at, end: at, text: `import os${eol}${first === null ? eol : ''}` };
}
