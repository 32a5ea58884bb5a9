/** How a value hangs on its name. */
export type Link =
  | 'assign'
  | 'compare'
  | 'fallback'
  | 'argument'
  | 'pair'
  | 'element'
  | 'space'
  | 'prose'
  | 'wrapped'
  | 'reverse'
  | 'joined';

/** Where the value begins, or its opening quote. */
export interface Linked {
  readonly link: Link;
  readonly at: number;
}

// Every repeat is bounded: lines of megabytes happen.
const CLOSERS = /(?:\\{0,3}["'`]|[\])]|\[\d{0,5}\]|\*\*|&quot;|\\u0022|%22){0,3}[ \t]{0,60}/y;
const COMPARE = /(?:[!=]==?|~=|-eq\b|\.equals\()[ \t]{0,8}/y;
const TYPED =
  /(?:[ \t]{0,4}\??:[ \t]{0,4}|(?<=[ \t]))(?:&'?[a-z]{0,10} ?)?[*[\]]{0,3}[A-Za-z_][\w.<>[\]?|&]{0,40}(?: \| [\w.]{1,20}){0,3}[ \t]{0,20}:?=(?![=>~])[ \t]{0,40}/y;
const ASSIGN = /(?:=>|=~|:{0,3}=|[?|+.]{1,2}=|->|<-|:(?!:))[ \t]{0,60}/y;
const FALLBACK = /(?:\?\?|\|\||\?:|:-|or\b)[ \t]{0,8}/y;
const ARGUMENT = /,[ \t]{0,20}(?=(?:\r?\n[ \t]{0,60})?[@bru]?\\?["'`])/y;
const CALL = /\([ \t]{0,8}(?=[@bru]?\\?["'`])/y;
const PROSE = /(?:(?:for|of|to) [\w ']{1,40} )?(?:is|was|are)[ \t:]{1,4}(?=["'`A-Za-z0-9])/y;
const DASH = /- ?(?=["'])/y;
const PAIR =
  /(?:\\?["'`])?[ \t]{0,20}[,;]?(?:\r?\n)?[ \t]{0,60}(?:[\w-]{1,20}[ \t]{0,2}=[ \t]{0,2}["'][^"'\n]{0,60}["'][ \t]{1,4}){0,3}(?:\{[ \t]{0,4}(?:\r?\n)?[ \t]{0,40})?\\?["']?(?:value|Value|VALUE|val|default|defaultValue|DefaultValue|content|text|stringValue)\\?["']?[ \t]{0,20}(?:=>|[:=])[ \t]{0,20}/y;
const PLIST = /<\/key>\s{0,40}<string>/y;
const ELEMENT = /[^<>\n]{0,160}>\s{0,60}(?:<!\[CDATA\[)?(?=[^<>\n]{4,2000}(?:\r?\n\s{0,60})?(?:\]\]>)?<\/)/y;
const SPACE = /(?:[ \t]{1,4}|\\t)(?:(?:-{1,2}[A-Za-z]{3,20}|code|key|value|id|token|secret|as|to)[ \t]{1,4}){0,3}/y;

/**
 * What follows the name that ends at `end`; undefined where nothing is linked to it.
 *
 * @param start of the name, to tell elements from comparisons
 */
export function linkAfter(text: string, start: number, end: number): Linked | undefined {
  if (!mayLink(text.charCodeAt(end), text.charCodeAt(end + 1))) return undefined;
  const at = skip(CLOSERS, text, end) ?? end;
  const c = text.charCodeAt(at);
  if (c === 62 /* > */ || (c !== 58 && c !== 61 && opensTag(text, start))) {
    const found = element(text, start, end) ?? pair(text, end);
    if (found !== undefined) return found;
  }
  return operator(text, start, at, c) ?? (mayPair(c) ? pair(text, end) : undefined) ?? spaced(text, end, at, c);
}

/** Cheap look at the two characters behind the name: most names in code end here. */
function mayLink(c: number, d: number): boolean {
  if (c === 32 || c === 9) return d >= 32 && d !== 123 && d !== 125 && d !== 59 && d !== 47 && d !== 42 && d !== 38;
  if (c === 41 /* ) */) return d === 32 || d === 58 || d === 61 || d === 44;
  // the end, line breaks, ; { } * / and the like
  return c > 32 && c !== 59 && c !== 123 && c !== 125 && c !== 43 && c !== 42 && c !== 47;
}

/** Links that begin with the character `c`. */
function operator(text: string, start: number, at: number, c: number): Linked | undefined {
  if (isLetter(c)) return link('assign', TYPED, text, at) ?? link('fallback', FALLBACK, text, at);
  switch (c) {
    case 44: // ,
      return isWhole(text, start) ? link('argument', ARGUMENT, text, at) : undefined;
    case 40: // (
      return link('argument', CALL, text, at);
    case 33: // !
    case 126: // ~
      return link('compare', COMPARE, text, at);
    case 61: // =
      return link('compare', COMPARE, text, at) ?? link('assign', ASSIGN, text, at);
    case 58: // :
    case 63: // ?
    case 124: // |
      return (
        link('assign', TYPED, text, at) ?? link('fallback', FALLBACK, text, at) ?? link('assign', ASSIGN, text, at)
      );
    case 45: // -
    case 46: // .
      return link('compare', COMPARE, text, at) ?? link('assign', ASSIGN, text, at);
    case 60: // <
    case 43: // +
    case 42: // *
    case 38: // &
      return link('assign', TYPED, text, at) ?? link('assign', ASSIGN, text, at);
    default:
      return undefined;
  }
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

/** Whether a `value:` may come next: behind a comma, a brace, a line break, or as a word. */
function mayPair(c: number): boolean {
  if (c === 44 || c === 10 || c === 13 || c === 123 || c === 125) return true;
  // v V d D c t: value, default, content, text
  return c === 118 || c === 86 || c === 100 || c === 68 || c === 99 || c === 116;
}

function spaced(text: string, end: number, closed: number, c: number): Linked | undefined {
  if (closed > end + 60) return undefined;
  if (isLetter(c)) {
    const prose = link('prose', PROSE, text, closed);
    if (prose !== undefined) return prose;
  }
  if (c === 45) {
    const dash = link('assign', DASH, text, closed);
    if (dash !== undefined) return dash;
  }
  const at = skip(SPACE, text, end);
  return at === undefined ? undefined : { link: 'space', at };
}

function element(text: string, start: number, end: number): Linked | undefined {
  const plist = link('element', PLIST, text, end);
  if (plist !== undefined || !opensTag(text, start)) return plist;
  return link('element', ELEMENT, text, end);
}

function pair(text: string, end: number): Linked | undefined {
  return link('pair', PAIR, text, end);
}

/** Whether the name is a whole string or a constant, not the last word of a sentence. */
function isWhole(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before === 34 || before === 39 || before === 96) return true;
  return /[A-Z][A-Z0-9_]{4,}[,"'`\\)\]]/y.test(text.slice(start, start + 66));
}

/** Whether a `<` stands before the name, on the line, not closed yet. */
function opensTag(text: string, start: number): boolean {
  for (let i = start - 1; i >= 0 && start - i < 80; i--) {
    const c = text.charCodeAt(i);
    if (c === 60) return true;
    if (c === 62 || c === 10) return false;
  }
  return false;
}

function link(kind: Link, pattern: RegExp, text: string, at: number): Linked | undefined {
  const after = skip(pattern, text, at);
  return after === undefined ? undefined : { link: kind, at: after };
}

/** End of a match of the sticky `pattern` at `at`. */
export function skip(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
