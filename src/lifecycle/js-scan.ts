/** A word, a punctuator or a string, as far as it takes to tell what a string is for. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A part of the source that can hold a value. */
export interface Piece {
  readonly kind: 'string' | 'template' | 'comment' | 'regex' | 'jsx-string' | 'jsx-text';
  /** With its quotes. */
  readonly start: number;
  readonly end: number;
  /** Indices of its first and last token: those before tell what it is assigned to. */
  readonly first: number;
  readonly last: number;
  /** A template literal with a tag, whose parts mean what the tag says. */
  readonly tagged?: boolean;
  /** A template literal that has substitutions: the piece is one of the texts between them. */
  readonly partial?: boolean;
}

export interface Scanned {
  readonly pieces: readonly Piece[];
  readonly tokens: readonly Token[];
}

/** Words behind which an expression begins. */
const BEFORE_EXPRESSION =
  /^(?:return|typeof|case|in|of|delete|void|throw|new|else|do|instanceof|yield|await|default|extends)$/;
const WORD = /[\w$\x80-\xff]+/y;
const SPACE = /[\s\xef\xbb\xbf\xa0]+/y; // a byte order mark is three characters here
const GENERIC = /<[A-Za-z_$][\w$]*(?:\s*,|\s+extends\b|>\s*\()/y;
const TAG_NAME = /[\w$.:-]*/y;
const ATTRIBUTE = /[A-Za-z_$][\w$:.-]*/y;
const REGEX = /\/(?:[^/\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+\/[a-z]*/y;

interface State {
  readonly text: string;
  readonly jsx: boolean;
  readonly pieces: Piece[];
  readonly tokens: Token[];
}

/** The source does not read as we read it: better nothing is changed. */
const LOST = -1;

/**
 * Finds strings, templates, comments and JSX of JavaScript or TypeScript.
 *
 * @param text one character a byte
 * @param jsx whether `<` can begin an element
 * @returns undefined where the source cannot be followed to its end.
 */
export function scanJavaScript(text: string, jsx: boolean): Scanned | undefined {
  const state: State = { text, jsx, pieces: [], tokens: [] };
  const start = text.startsWith('#!') ? Math.max(0, text.indexOf('\n')) : 0;
  return code(state, start, false) === LOST ? undefined : { pieces: state.pieces, tokens: state.tokens };
}

/** Code up to the end of the text, or up to the brace that closes an embedded expression. */
function code(state: State, from: number, embedded: boolean): number {
  const { text } = state;
  let depth = 0;
  let at = from;
  while (at < text.length) {
    at = after(SPACE, text, at) ?? at;
    const c = text[at];
    if (c === undefined) break;
    if (c === '}' && embedded && depth === 0) return at;
    if (c === '{') depth++;
    else if (c === '}') depth--;
    const next = piece(state, at, c) ?? token(state, at);
    if (next === LOST) return LOST;
    at = next;
  }
  return embedded ? LOST : at;
}

/** What begins at `at`, where it is a piece; undefined where it is a plain token. */
function piece(state: State, at: number, c: string): number | undefined {
  const { text, tokens } = state;
  if (c === '"' || c === "'") return string(state, at, c);
  if (c === '`') return template(state, at);
  if (c === '/') return slash(state, at);
  const before = tokens.at(-1);
  if (c === '<' && state.jsx && beginsExpression(before) && /[A-Za-z_$>]/.test(text[at + 1] ?? ''))
    return after(GENERIC, text, at) === undefined ? element(state, at) : undefined;
  return undefined;
}

function token({ text, tokens }: State, at: number): number {
  const end = after(WORD, text, at) ?? (/^(?:\?\?|\|\||=>|\?\.)/.test(text.slice(at, at + 2)) ? at + 2 : at + 1);
  tokens.push({ text: text.slice(at, end), start: at, end });
  return end;
}

function string(state: State, at: number, quote: string): number {
  const { text, tokens } = state;
  for (let i = at + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i += text[i + 1] === '\r' && text[i + 2] === '\n' ? 2 : 1;
    else if (text[i] === quote) {
      add(state, { kind: 'string', start: at, end: i + 1 });
      tokens.push({ text: text.slice(at, i + 1), start: at, end: i + 1 });
      return i + 1;
    }
  }
  return LOST;
}

function template(state: State, at: number): number {
  const { text, tokens, pieces } = state;
  const before = tokens.at(-1);
  const tagged = before !== undefined && before.end === at && !beginsExpression(before);
  const own: number[] = [];
  const first = tokens.length;
  tokens.push({ text: '`', start: at, end: at + 1 });
  let start = at;
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '`') {
      own.push(pieces.push({ kind: 'template', start, end: i + 1, first, last: first }) - 1);
      const last = tokens.push({ text: ')', start: i, end: i + 1 }) - 1; // an operand, for what follows
      for (const p of own) pieces[p] = { ...pieces[p]!, last, tagged, partial: own.length > 1 };
      return i + 1;
    } else if (text[i] === '$' && text[i + 1] === '{') {
      own.push(pieces.push({ kind: 'template', start, end: i, first, last: first }) - 1);
      tokens.push({ text: '{', start: i, end: i + 2 });
      const end = code(state, i + 2, true);
      if (end === LOST) return LOST;
      start = end + 1;
      i = end;
    }
  }
  return LOST;
}

/** A comment, a regular expression, or a division. */
function slash(state: State, at: number): number | undefined {
  const { text, tokens } = state;
  const two = text.slice(at, at + 2);
  if (two === '//' || two === '/*') return comment(state, at, two);
  const before = tokens.at(-1);
  const onOwnLine = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 200), at));
  if (!beginsExpression(before) && !(onOwnLine && before?.text === '}')) return undefined;
  const end = after(REGEX, text, at);
  if (end === undefined) return LOST;
  add(state, { kind: 'regex', start: at, end });
  tokens.push({ text: ')', start: at, end }); // an operand, for what follows
  return end;
}

function comment(state: State, at: number, opening: string): number {
  const close = state.text.indexOf(opening === '//' ? '\n' : '*/', at + 2);
  if (close < 0 && opening === '/*') return LOST;
  const end = close < 0 ? state.text.length : opening === '//' ? close : close + 2;
  add(state, { kind: 'comment', start: at, end });
  return end;
}

/** Whether an expression can begin behind this token. */
function beginsExpression(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (/^[\w$\x80-\xff]/.test(before.text)) return BEFORE_EXPRESSION.test(before.text);
  return !/^["')\]}]/.test(before.text);
}

/** A JSX element from its `<` to behind its end. */
function element(state: State, at: number): number {
  const { text, tokens } = state;
  let i = after(TAG_NAME, text, at + 1) ?? at + 1;
  tokens.push({ text: '<', start: at, end: at + 1 });
  for (;;) {
    i = after(SPACE, text, i) ?? i;
    if (text.startsWith('/>', i) || text[i] === '>') break;
    i = text[i] === '{' ? expression(state, i) : attribute(state, i);
    if (i === LOST) return LOST;
  }
  const end = text[i] === '>' ? children(state, i + 1) : i + 2;
  tokens.push({ text: ')', start: at, end: at + 1 }); // an operand, for what follows
  return end;
}

function attribute(state: State, at: number): number {
  const { text, tokens } = state;
  const named = after(ATTRIBUTE, text, at);
  if (named === undefined)
    return text.startsWith('/*', at) || text.startsWith('//', at) ? comment(state, at, text.slice(at, at + 2)) : LOST;
  tokens.push({ text: text.slice(at, named), start: at, end: named });
  const i = after(SPACE, text, named) ?? named;
  if (text[i] !== '=') return i;
  tokens.push({ text: '=', start: i, end: i + 1 });
  const value = after(SPACE, text, i + 1) ?? i + 1;
  const c = text[value];
  if (c === '{') return expression(state, value);
  if (c === '<') return element(state, value);
  if (c !== '"' && c !== "'") return LOST;
  const end = text.indexOf(c, value + 1);
  if (end < 0) return LOST;
  add(state, { kind: 'jsx-string', start: value, end: end + 1 });
  tokens.push({ text: text.slice(value, end + 1), start: value, end: end + 1 });
  return end + 1;
}

/** `{…}` in an element. */
function expression(state: State, at: number): number {
  state.tokens.push({ text: '{', start: at, end: at + 1 });
  const end = code(state, at + 1, true);
  if (end === LOST) return LOST;
  state.tokens.push({ text: '}', start: end, end: end + 1 });
  return end + 1;
}

function children(state: State, from: number): number {
  const { text } = state;
  let at = from;
  while (at < text.length) {
    const next = /[<{]/g;
    next.lastIndex = at;
    const stop = next.exec(text)?.index;
    if (stop === undefined) return LOST;
    if (/\S/.test(text.slice(at, stop))) add(state, { kind: 'jsx-text', start: at, end: stop });
    if (text.startsWith('</', stop)) {
      const close = text.indexOf('>', stop);
      return close < 0 ? LOST : close + 1;
    }
    at = text[stop] === '{' ? expression(state, stop) : element(state, stop);
    if (at === LOST) return LOST;
  }
  return LOST;
}

/** Its token is the one that comes next. */
function add({ pieces, tokens }: State, found: Pick<Piece, 'kind' | 'start' | 'end'>): void {
  pieces.push({ ...found, first: tokens.length, last: tokens.length });
}

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
