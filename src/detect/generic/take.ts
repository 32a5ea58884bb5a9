import { skip } from './link.ts';

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

const OPEN =
  /(?:\\?\r?\n[ \t]{0,80})?(?:[([{][ \t]{0,4}(?:\r?\n[ \t]{0,80})?){0,2}((?:new )?[A-Za-z_$[\]][\w.:$<>[\]]{0,60}\([ \t]{0,4})?(?:@|[bBrRuUfFLN]{1,2}(?=["'`]))?(\\{1,3}["'`]|["'`]|&quot;|&#34;|%22|\\u0022)/y;
const DEFAULT = /[A-Za-z_$][\w.$?!()[\]'" -]{0,100}?(?:\?\?|\|\||\?:|\bor\b|,)[ \t]{0,8}(?:\r?\n[ \t]{0,80})?(["'`])/y;
const BLOCK = /[|>][-+0-9]{0,2}[ \t]{0,8}\r?\n[ \t]{1,80}/y;
const TAG = /![\w:]{1,20}[ \t]{1,4}/y;

/** The value that begins at `at`: quoted, behind a call or a default, a block scalar, or bare. */
export function takeValue(text: string, at: number): Taken | undefined {
  OPEN.lastIndex = at;
  const open = OPEN.exec(text);
  if (open !== null) return quoted(text, OPEN.lastIndex, open[2] ?? '', open[1] !== undefined, false);
  DEFAULT.lastIndex = at;
  const fallback = DEFAULT.exec(text);
  if (fallback !== null) return quoted(text, DEFAULT.lastIndex, fallback[1] ?? '', false, true);
  return bare(text, skip(BLOCK, text, at) ?? skip(TAG, text, at) ?? at);
}

/** Text of an element up to the next tag. */
export function takeElement(text: string, at: number): Taken | undefined {
  let end = at;
  while (end < text.length && end - at < MAX_VALUE && text.charCodeAt(end) !== 60 && text.charCodeAt(end) !== 10) end++;
  return taken(text, lastToken(text, at, end), end, '', false, false);
}

/** Start of the last token of `{service AQAAABAAA…}`, as Jenkins writes them; else `at`. */
function lastToken(text: string, at: number, end: number): number {
  const found = /^\{(?:\S{1,40} ){1,3}(?=[A-Za-z0-9+/=_.-]{12,}\}$)/.exec(text.slice(at, end));
  return found === null ? at : at + found[0].length;
}

function quoted(text: string, start: number, open: string, wrapped: boolean, fallback: boolean): Taken | undefined {
  const mark = open.charAt(open.length - 1);
  const entity = open.startsWith('&') || open.startsWith('%') || open.endsWith('2');
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
      if (escaped && /\\{1,3}["'`]/y.test(text.slice(i, i + 4))) return i;
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
    if (c === 38 /* & */ && /[\w.-]{1,40}=|amp;|lt;|gt;|quot;/y.test(text.slice(end + 1, end + 44))) break;
  }
  while (end > start && /[,.;:)\]}|]/.test(text.charAt(end - 1)) && !balanced(text, start, end)) end--;
  return taken(text, start, end, '', false, false);
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
  const inner = /^(\\?["'`]).*\1$/s.exec(text.slice(start, end))?.[1]?.length ?? 0;
  if (inner > 0 && end - start > 2 * inner) [start, end] = [start + inner, end - inner];
  return end - start < 4 ? undefined : { start, end, quote, wrapped, fallback };
}
