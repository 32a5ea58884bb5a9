import { skip, skipBlanks } from './link.ts';

/** A value as it stands in the text, without quotes. */
export interface Taken {
  readonly start: number;
  readonly end: number;
  /** `"`, `'`, `` ` `` or '' for a bare one. */
  readonly quote: string;
  /** Stands inside a call: `Buffer.from("…")`. */
  readonly wrapped: boolean;
  /** Reached by way of a default: `process.env.X ?? "…"`. */
  readonly fallback: boolean;
}

/** Longest value that is looked at, in characters. */
const MAX_VALUE = 1200;

const DEFAULT = /[A-Za-z_$][\w.$?!()[\]'" -]{0,100}?(?:\?\?|\|\||\?:|\bor\b|,)[ \t]{0,8}(?:\r?\n[ \t]{0,80})?(["'`])/y;
const BLOCK = /[|>][-+0-9]{0,2}[ \t]{0,8}\r?\n[ \t]{1,80}/y;
const TAG = /![\w:]{1,20}[ \t]{1,4}/y;
/** What stands in braces before the value: `value: `, or the host that it is for. */
const HOLDER =
  /\\?["']?(?:[vV]alue|default|plain|secret|(?<=["'])[\w-]{1,40}(?:\.[\w-]{1,40}){1,5}(?::\d{1,5})?)\\?["']?[ \t]{0,4}(?:=>|[:=])[ \t]{0,4}/y;

/** The value that begins at `at`: quoted, behind a call or a default, a block scalar, or bare. */
export function takeValue(text: string, at: number): Taken | undefined {
  const opened = skipOpening(text, at);
  const held = opened > at && text.lastIndexOf('{', opened) >= at ? skip(HOLDER, text, opened) : undefined;
  const begin = held ?? opened;
  const called = skipCall(text, begin);
  const mark = markAt(text, skipPrefix(text, called));
  if (mark !== '') return quoted(text, skipPrefix(text, called) + mark.length, mark, called > begin);
  const c = text.charCodeAt(at);
  if (isNameStart(c) && mayDefault(text, at)) {
    DEFAULT.lastIndex = at;
    const found = DEFAULT.exec(text);
    if (found !== null) return quoted(text, DEFAULT.lastIndex, found[1] ?? '', false, true);
  }
  if (held !== undefined) return bare(text, held);
  if (c === 124 || c === 62) return bare(text, skip(BLOCK, text, at) ?? at);
  return bare(text, (c === 33 ? skip(TAG, text, at) : undefined) ?? at);
}

/** Text of an element up to the next tag. */
export function takeElement(text: string, at: number): Taken | undefined {
  let end = at;
  while (end < text.length && end - at < MAX_VALUE && text.charCodeAt(end) !== 60 && text.charCodeAt(end) !== 10) end++;
  return taken(text, lastToken(text, at, end), end, '', false, false);
}

/** A line break, and up to two brackets, before the value. */
function skipOpening(text: string, from: number): number {
  let at = skipBreak(text, from);
  for (let turn = 0; turn < 2; turn++) {
    const c = text.charCodeAt(at);
    if (c !== 40 && c !== 91 && c !== 123) break;
    at = skipBreak(text, skipBlanks(text, at + 1, 4));
  }
  return at;
}

/** `\` at the end of a line, the break, the indentation. */
function skipBreak(text: string, from: number): number {
  let at = from;
  if (text.charCodeAt(at) === 92) at++;
  if (text.charCodeAt(at) === 13) at++;
  return text.charCodeAt(at) === 10 ? skipBlanks(text, at + 1, 80) : from;
}

/** `Buffer.from(`, `new Key(`, `[]byte(`. */
function skipCall(text: string, from: number): number {
  let at = text.startsWith('new ', from) ? from + 4 : from;
  const c = text.charCodeAt(at);
  if (!isNameStart(c) && c !== 91) return from;
  const begin = at;
  while (at - begin < 61 && isCallChar(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === 40 ? skipBlanks(text, at + 1, 4) : from;
}

function isNameStart(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c === 36;
}

/** Letters, digits, `_ $ . : < > [ ]` */
function isCallChar(c: number): boolean {
  return isNameStart(c) || (c >= 48 && c <= 58) || c === 46 || c === 60 || c === 62 || c === 91 || c === 93;
}

/** `@"`, `b"`, `rb'`: the letters before a quote. */
function skipPrefix(text: string, at: number): number {
  const c = text.charCodeAt(at);
  if (c === 64) return at + 1;
  for (let length = 1; length <= 2 && 'bBrRuUfFLN'.includes(text.charAt(at + length - 1)); length++) {
    const next = text.charCodeAt(at + length);
    if (next === 34 || next === 39 || next === 96) return at + length;
  }
  return at;
}

/** The opening quote at `at`: plain, escaped, or as an entity; '' where there is none. */
function markAt(text: string, at: number): string {
  const c = text.charCodeAt(at);
  if (c === 34 || c === 39 || c === 96) return text.charAt(at);
  if (c === 92) return /^(?:\\{1,3}["'`]|\\u0022)/.exec(text.slice(at, at + 6))?.[0] ?? '';
  if (c === 38) return text.startsWith('&quot;', at) ? '&quot;' : text.startsWith('&#34;', at) ? '&#34;' : '';
  return c === 37 && text.startsWith('%22', at) ? '%22' : '';
}

/** Whether a default may follow on the line: `??`, `||`, `?:`, `or`, a comma. */
function mayDefault(text: string, at: number): boolean {
  for (let i = at; i - at < 110; i++) {
    const c = text.charCodeAt(i);
    if (Number.isNaN(c) || c === 10) return false;
    if (c === 44 || c === 63 || c === 124 || (c === 111 && text.startsWith('or ', i))) return true;
  }
  return false;
}

/** Start of the last token of `{service AQAAABAAA…}`, as Jenkins writes them; else `at`. */
function lastToken(text: string, at: number, end: number): number {
  if (text.charCodeAt(at) !== 123) return at;
  const found = /^\{(?:\S{1,40} ){1,3}(?=[A-Za-z0-9+/=_.-]{12,}\}$)/.exec(text.slice(at, end));
  return found === null ? at : at + found[0].length;
}

function quoted(text: string, start: number, open: string, wrapped: boolean, fallback = false): Taken | undefined {
  const entity = open.length > 2 && !open.endsWith('"') && !open.endsWith("'") && !open.endsWith('`');
  const mark = open.charAt(open.length - 1);
  const end = entity ? endOfEntity(text, start, open) : endOfQuoted(text, start, mark, open.length > 1);
  return end < 0 ? undefined : taken(text, start, end, entity ? '"' : mark, wrapped, fallback);
}

function endOfEntity(text: string, start: number, entity: string): number {
  const at = text.slice(start, start + MAX_VALUE).indexOf(entity);
  return at < 0 ? -1 : start + at;
}

/** Where the quote closes, -1 where it does not on this line. */
function endOfQuoted(text: string, start: number, mark: string, escaped: boolean): number {
  const close = mark.charCodeAt(0);
  const stop = Math.min(text.length, start + MAX_VALUE);
  for (let i = start; i < stop; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) return -1;
    if (c === close) return i;
    if (c === 92) {
      if (escaped && markAt(text, i) !== '') return i;
      i++;
    }
  }
  return -1;
}

/** Without quotes: up to a blank, a quote, or what ends a value in its surroundings. */
function bare(text: string, start: number): Taken | undefined {
  const stop = Math.min(text.length, start + MAX_VALUE);
  let end = start;
  for (; end < stop; end++) {
    const c = text.charCodeAt(end);
    // blanks, quotes, ; < > \
    if (c <= 32 || c === 34 || c === 39 || c === 96 || c === 59 || c === 60 || c === 62 || c === 92) break;
    if (c === 38 /* & */ && endsAtSign(text, start, end)) break;
  }
  while (end > start && ',.;:)]}|'.includes(text.charAt(end - 1)) && !balanced(text, start, end)) end--;
  return taken(text, start, end, '', false, false);
}

/** Whether another `name=` follows `&`, or that is an entity; `&&` joins claims in code. */
function endsAtSign(text: string, start: number, at: number): boolean {
  if (at > start && text.charCodeAt(at - 1) === 38) return false;
  return /^(?:[\w.-]{1,40}=|amp;|lt;|gt;|quot;)/.test(text.slice(at + 1, at + 44));
}

/** Whether the closing bracket at the end belongs to the value. */
function balanced(text: string, start: number, end: number): boolean {
  const last = text.charAt(end - 1);
  const opening = last === ')' ? '(' : last === ']' ? '[' : last === '}' ? '{' : '';
  return opening !== '' && text.slice(start, end).includes(opening);
}

function taken(
  text: string,
  from: number,
  to: number,
  quote: string,
  wrapped: boolean,
  fallback: boolean,
): Taken | undefined {
  let [start, end] = [from, to];
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  const inner = innerQuote(text, start, end);
  [start, end] = [start + inner, end - inner];
  return end <= start ? undefined : { start, end, quote, wrapped, fallback };
}

/** Length of a second pair of quotes inside the first: `'"…"'`. */
function innerQuote(text: string, start: number, end: number): number {
  const mark = end - start < 6 ? '' : markAt(text, start);
  return mark !== '' && mark.length <= 2 && text.startsWith(mark, end - mark.length) ? mark.length : 0;
}
