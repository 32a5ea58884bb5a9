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

// Scanned by hand where every name in ordinary code passes: in a hook each expression would be compiled for a few uses.
// Every repeat is bounded: lines of megabytes happen.
const ARGUMENT = /,[ \t]{0,20}(?=(?:\r?\n[ \t]{0,60})?[@bru]?\\?["'`])/y;
const CALL = /\([ \t]{0,8}(?=[@bru]?\\?["'`])/y;
const PROSE = /(?:(?:for|of|to) [\w ']{1,40} )?(?:is|was|are)[ \t:]{1,4}(?=["'`A-Za-z0-9])/y;
const PAIR =
  /(?:\\?["'`])?[ \t]{0,20}[,;]?(?:\r?\n)?[ \t]{0,60}(?:[\w:-]{1,20}[ \t]{0,2}=[ \t]{0,2}["'][^"'\n]{0,60}["'][ \t]{1,4}){0,3}(?:\{[ \t]{0,4}(?:\r?\n)?[ \t]{0,40})?(?:(?:type|description|sensitive|nullable|ephemeral)[ \t]{0,20}=[^\n]{0,120}\n[ \t]{0,40}){0,4}\\?["']?(?:(?:[A-Za-z]{1,14}[:_-]?)?[vV]alue|VALUE|val|default|content|text)\\?["']?[ \t]{0,20}(?:=>|[:=])[ \t]{0,20}/y;
/** A property of C# with its first value. */
const PROPERTY = / \{ get; (?:(?:private |protected |internal )?(?:set|init); )?\} = /y;
const PLIST = /<\/(?:key|[\w-]{0,16}name)>\s{0,60}<(?:string|[\w-]{0,16}value)>/y;
const ELEMENT =
  /[^<>\n]{0,160}>\s{0,60}(?:<[vV]alue>\s{0,60})?(?:<!\[CDATA\[)?(?=[^<>\n]{4,2000}(?:\r?\n\s{0,60})?(?:\]\]>)?<\/)/y;

/**
 * What follows the name that ends at `end`; undefined where nothing is linked to it.
 *
 * @param start of the name, to tell elements from comparisons
 */
export function linkAfter(text: string, start: number, end: number): Linked | undefined {
  const behind = text.charCodeAt(end);
  if (behind === 10 || behind === 13) {
    return mayPair(text.charCodeAt(skipBlanks(text, end + 1, 60))) ? link('pair', PAIR, text, end) : undefined;
  }
  if (text.startsWith(' { get;', end)) return link('assign', PROPERTY, text, end);
  if (!mayLink(behind, text.charCodeAt(end + 1))) return undefined;
  const at = skipBlanks(text, skipClosers(text, end), 60);
  const c = text.charCodeAt(at);
  if (c === 60 && text.charCodeAt(at + 1) === 47) return link('element', PLIST, text, at);
  return inTag(text, start, end, c) ?? behindName(text, start, end, at);
}

/** The text of the element, or its `value`, where the name stands in a tag. */
function inTag(text: string, start: number, end: number, c: number): Linked | undefined {
  if (c !== 62 && (c === 58 || c === 61 || !opensTag(text, start))) return undefined;
  return element(text, start, end) ?? link('pair', PAIR, text, end);
}

function behindName(text: string, start: number, end: number, at: number): Linked | undefined {
  const c = text.charCodeAt(at);
  // `"name", "value": "…"`: not the argument behind the comma
  const listed = c === 44 ? link('pair', PAIR, text, end) : undefined;
  if (listed !== undefined) return listed;
  const operated = isLetter(c) ? typed(text, at) : operator(text, start, at, c);
  return operated ?? (mayPair(c) ? link('pair', PAIR, text, end) : undefined) ?? spaced(text, end, at, c);
}

/** Cheap look at the two characters behind the name: most names in code end here. */
function mayLink(c: number, d: number): boolean {
  if (c === 32 || c === 9) return d >= 32 && d !== 123 && d !== 125 && d !== 59 && d !== 47 && d !== 42 && d !== 38;
  if (c === 41 /* ) */) return d === 32 || d === 58 || d === 61 || d === 44;
  if (c === 42 /* * */) return d === 42;
  if (c === 123 /* { */) return d === 34; // C++: name{"…"}
  // the end, line breaks, ; { } + / and the like
  return c > 32 && c !== 59 && c !== 125 && c !== 43 && c !== 47;
}

/** Quotes (escaped or as entities), brackets and stars that close the name: `['x']`, `\"x\"`, `x[25]`, `**x**`. */
function skipClosers(text: string, end: number): number {
  let at = end;
  for (let turn = 0; turn < 3; turn++) {
    const next = skipCloser(text, at);
    if (next === at) break;
    at = next;
  }
  return at;
}

function skipCloser(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 92 && at - from < 3) at++;
  const c = text.charCodeAt(at);
  if (c === 34 || c === 39 || c === 96) return at + 1;
  if (at > from) return text.startsWith('\\u0022', from) ? from + 6 : from;
  if (c === 93 || c === 41) return at + 1;
  return c === 91 ? skipIndex(text, from) : skipMark(text, from);
}

/** `[25]` */
function skipIndex(text: string, from: number): number {
  let at = from;
  while (at - from < 6 && isDigit(text.charCodeAt(at + 1))) at++;
  return text.charCodeAt(at + 1) === 93 ? at + 2 : from;
}

/** `**`, and quotes written as entities. */
function skipMark(text: string, from: number): number {
  for (const mark of ['**', '&quot;', '%22']) if (text.startsWith(mark, from)) return from + mark.length;
  return from;
}

/** What the operator at `at`, which begins with `c`, says. */
function operator(text: string, start: number, at: number, c: number): Linked | undefined {
  if (c === 44) return isWhole(text, start) ? link('argument', ARGUMENT, text, at) : undefined;
  if (c === 40) return link('argument', CALL, text, at);
  if (c === 123) return text.charCodeAt(at - 1) > 32 ? { link: 'argument', at: at + 1 } : undefined;
  if (!isOperator(c)) return undefined;
  return (c === 58 || c === 63 ? typed(text, at) : undefined) ?? longestOperation(text, at);
}

function longestOperation(text: string, at: number): Linked | undefined {
  if (/::[^:=]/y.test(text.slice(at, at + 3))) return undefined; // a::b
  let end = at;
  while (end - at < 4 && isOperator(text.charCodeAt(end))) end++;
  for (; end > at; end--) {
    const kind = kindOf(text.slice(at, end));
    if (kind !== undefined) return { link: kind, at: skipBlanks(text, end, 60) };
  }
  return text.startsWith('-eq ', at) ? { link: 'compare', at: at + 4 } : undefined;
}

/** : = ? ! ~ | < > - + . */
function isOperator(c: number): boolean {
  return (c >= 60 && c <= 63) || c === 58 || c === 33 || c === 126 || c === 124 || c === 45 || c === 43 || c === 46;
}

function kindOf(operation: string): Link | undefined {
  switch (operation) {
    case '=':
    case ':':
    case ':=':
    case '::=':
    case ':::=':
    case '=>':
    case '=~':
    case '->':
    case '<-':
    case '?=':
    case '+=':
    case '.=':
    case '??=':
    case '||=':
      return 'assign';
    case '==':
    case '===':
    case '!=':
    case '!==':
    case '~=':
      return 'compare';
    case '??':
    case '||':
    case '?:':
    case ':-':
      return 'fallback';
    default:
      return undefined;
  }
}

/** `name: Type =`, `name string =`, `name?: Type =`: the place behind the `=`. */
function typed(text: string, from: number): Linked | undefined {
  let at = from;
  if (text.charCodeAt(at) === 63 && text.charCodeAt(++at) !== 58) return undefined;
  const colon = text.charCodeAt(at) === 58;
  const begin = skipBlanks(text, colon ? at + 1 : at, 4);
  const end = skipType(text, begin);
  at = skipBlanks(text, end, 20);
  // `pass engine='x'` is no declaration
  if (end === begin || (!colon && at === end)) return undefined;
  if (text.charCodeAt(at) === 58 && text.charCodeAt(at + 1) === 61) at++;
  const after = text.charCodeAt(at + 1);
  if (text.charCodeAt(at) !== 61 || after === 61 || after === 62 || after === 126) return undefined;
  return { link: 'assign', at: skipBlanks(text, at + 1, 40) };
}

/** Behind `Type`, `Map<string>`, `string | undefined`, `&'static str`, `As String`. */
function skipType(text: string, from: number): number {
  let at = from;
  if (text.startsWith("&'static ", at)) at += 9;
  else if (text.startsWith('As ', at)) at += 3;
  while (at - from < 60 && isTypeChar(text.charCodeAt(at))) at++;
  while (text.startsWith(' | ', at) && at - from < 60) {
    at += 3;
    while (at - from < 60 && isTypeChar(text.charCodeAt(at))) at++;
  }
  return at;
}

/** Letters, digits, `_ . < > [ ] ? & *` */
function isTypeChar(c: number): boolean {
  return (
    isLetter(c) ||
    isDigit(c) ||
    c === 95 ||
    c === 46 ||
    c === 60 ||
    c === 62 ||
    c === 91 ||
    c === 93 ||
    c === 63 ||
    c === 38 ||
    c === 42
  );
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Whether a `value:` may come next: behind a comma, a brace, a line break, or as a word. */
function mayPair(c: number): boolean {
  if (c === 44 || c === 10 || c === 13 || c === 123 || c === 125) return true;
  // v V d D c t: value, default, content, text
  return c === 118 || c === 86 || c === 100 || c === 68 || c === 99 || c === 116;
}

/** Of the fillers those that make a sentence. */
const VERBS = ' as by to is of or for was are AS BY TO ';
const FILLERS = ' by code key value id token secret as to is was are for of or ';

function spaced(text: string, end: number, closed: number, c: number): Linked | undefined {
  if (closed > end + 60) return undefined;
  if (c === 45 && /- ?["']/y.test(text.slice(closed, closed + 3))) {
    return { link: 'assign', at: text.charCodeAt(closed + 1) === 32 ? closed + 2 : closed + 1 };
  }
  const first = text.startsWith('\\t', end) ? end + 2 : skipBlanks(text, end, 4);
  return first === end ? undefined : behindFillers(text, first);
}

/** Behind at most three words and flags that belong to neither name nor value. */
function behindFillers(text: string, from: number): Linked | undefined {
  let at = from;
  for (let turn = 0; turn < 3; turn++) {
    const word = wordAt(text, at);
    const isFlag = word.startsWith('-') && word.length > 3;
    if (!isFlag && (word === '' || !FILLERS.includes(` ${word.toLowerCase()} `))) break;
    if (text.charCodeAt(at + word.length) > 32) break;
    if (VERBS.includes(` ${word} `)) return sentence(text, at);
    at = skipBlanks(text, at + word.length, 4);
  }
  return { link: 'space', at };
}

/** `is "…"`, `for x is "…"`, `or "…"`, `as …`, `to …`. */
function sentence(text: string, at: number): Linked | undefined {
  const or = text.startsWith('or ', at);
  if (or || /(?:as|by|to) /iy.test(text.slice(at, at + 3))) {
    const prose = or ? undefined : link('prose', PROSE, text, at);
    return prose ?? { link: or ? 'fallback' : 'space', at: skipBlanks(text, at + 2, 4) };
  }
  return link('prose', PROSE, text, at);
}

/** The word of letters and dashes at `at`, at most 20 of them. */
function wordAt(text: string, at: number): string {
  let end = at;
  while (end - at < 20 && (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 45)) end++;
  return text.slice(at, end);
}

/** Whether the name is a whole string or a constant, not the last word of a sentence. */
function isWhole(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  // `{` opens a tuple of Erlang
  if (before === 34 || before === 39 || before === 96 || before === 123) return true;
  return /[A-Z][A-Z0-9_]{4,}[,"'`\\)\]]/y.test(text.slice(start, start + 66));
}

function element(text: string, start: number, end: number): Linked | undefined {
  return opensTag(text, start) ? link('element', ELEMENT, text, end) : undefined;
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

/** Behind at most `most` spaces and tabs. */
export function skipBlanks(text: string, from: number, most: number): number {
  let at = from;
  while (at - from < most && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}
