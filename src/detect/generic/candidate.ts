import { type Link, type Linked, linkAfter } from './link.ts';
import { type Taken, takeElement, takeValue } from './take.ts';

/** A name and what is assigned to it. */
export interface Candidate {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The value, without quotes and without the scheme (`Bearer `). */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly link: Link;
  /** Lower-case scheme before the value: `bearer`, `basic`. */
  readonly scheme: string;
}

/** A range of name characters around a hit. */
export interface NameRange {
  readonly start: number;
  readonly end: number;
}

/** The same, and whether it stands in code. */
interface Named extends NameRange {
  readonly code?: boolean;
}

const MAX_NAME = 64;
const SCHEME =
  /(bearer|basic|token|apikey|api-key|digest|key|negotiate|oauth|jwt)(?:[ \t]{1,4}|:[ \t]{1,4})(?:token=)?\\?["']?/iy;
const REVERSE = /(["'`])([^"'`\n]{4,200})\1[ \t]{0,4}(?:[!=]==?)[ \t]{0,4}(?:[\w$]{1,20}[.>-]{1,2}){0,3}$/;

/** The identifier, dotted or dashed name around `hit`; undefined inside a longer run (encoded data). */
export function nameAround(text: string, hit: number): NameRange | undefined {
  let start = hit;
  let end = hit;
  while (start > 0 && hit - start <= MAX_NAME && isNameChar(text.charCodeAt(start - 1))) start--;
  while (end - hit <= MAX_NAME && isNameChar(text.charCodeAt(end))) end++;
  if (hit - start > MAX_NAME || end - hit > MAX_NAME) return undefined;
  while (start < hit && !isWordChar(text.charCodeAt(start))) start++;
  while (end > hit && !isWordChar(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isWordChar(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;
}

/** Letters, digits, `_ $ - .` */
function isNameChar(c: number): boolean {
  return isWordChar(c) || c === 36 || c === 45 || c === 46;
}

/** What is assigned to the name, or compared with it. */
export function candidateAt(text: string, { start, end }: NameRange, code: boolean): Candidate | undefined {
  const linked = linkAfter(text, start, end);
  const value = linked && (linked.link === 'element' ? takeElement(text, linked.at) : takeValue(text, linked.at));
  if (linked === undefined || value === undefined)
    return reversed(text, { start, end }) ?? joined(text, { start, end });
  if (value.quote === '' ? isOrdinary(text, value, linked.link, code) : isBetweenTexts(text, value)) return undefined;
  const name = { start, end, code };
  const second = secondArgument(text, name, linked, value);
  if (second !== undefined)
    return { ...assemble(text, name, 'argument', second), name: `${nameText(text, name)} credential` };
  const added = addedTo(text, value);
  if (added !== undefined)
    return { ...assemble(text, name, linked.link, added), scheme: text.slice(value.start, value.end).toLowerCase() };
  return assemble(text, name, linked.link, value);
}

/** Whether the quote ends a text instead of beginning one: `"credentials: "+A);s="…"`. */
function isBetweenTexts(text: string, { start, end }: Taken): boolean {
  const c = text.charCodeAt(start);
  if (c !== 43 && c !== 32) return false;
  const begin = text.slice(start, Math.min(end, start + 80));
  return /^ ?\+ ?[A-Za-z_$][\w$.]{0,60}(?:\(\))?(?: ?\+ ?$|[);,\]}?:])/.test(begin);
}

/** What only code has between names: `r},n=!1){return`. */
const SYNTAX = /[)\]}][,;){]|\)=>|[=!]==|&&|\|\|/;

/** Whether a bare value cannot be more than a word, or is code: cheap, since most of what follows a name in code or prose is one. */
function isOrdinary(text: string, { start, end }: Taken, link: Link, code: boolean): boolean {
  if (link === 'element' || (!code && link !== 'space' && link !== 'prose')) return false;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    const isMore = link !== 'space' && link !== 'prose' && c !== 36 && c !== 46 && !isWordChar(c);
    if (isMore || (c >= 48 && c <= 57)) return code && SYNTAX.test(text.slice(start, end));
  }
  return !/^(?:bearer|basic|token) /i.test(text.slice(start, start + 7));
}

/** The password in `NetworkCredential("name", "password")`, `auth=("name", "password")`. */
function secondArgument(text: string, { start, end }: NameRange, linked: Linked, first: Taken): Taken | undefined {
  if (first.quote === '' || !/cred|login|auth/i.test(text.slice(start, end))) return undefined;
  if (linked.link !== 'argument' && (linked.link !== 'assign' || text.charCodeAt(linked.at) !== 40)) return undefined;
  const comma = /["'`][ \t]{0,4},[ \t]{0,4}(?=@?["'`])/y;
  comma.lastIndex = first.end;
  return comma.test(text) ? takeValue(text, comma.lastIndex) : undefined;
}

/** The token in `"Bearer " + "…"`. */
function addedTo(text: string, { start, end, quote }: Taken): Taken | undefined {
  if (quote === '' || end - start > 6 || !/^(?:bearer|basic|token)$/i.test(text.slice(start, end))) return undefined;
  const plus = / ?["'`][ \t]{0,4}[+.][ \t]{0,4}(?=["'`])/y;
  plus.lastIndex = end;
  return plus.test(text) ? takeValue(text, plus.lastIndex) : undefined;
}

/** `service-secret-0123abcd…`: the value hangs on the name by a dash. */
function joined(text: string, { start, end }: NameRange): Candidate | undefined {
  const found = /^[A-Za-z][\w.]{2,40}-(?:[A-Za-z_-]{2,30}-)?(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{16,}$/.exec(
    text.slice(start, end),
  );
  if (found === null || text.charCodeAt(end) === 46) return undefined;
  const at = text.lastIndexOf('-', end - 1) + 1;
  const value = { start: at, end, quote: '', wrapped: false, fallback: false };
  return assemble(text, { start, end: at - 1 }, 'joined', value);
}

function assemble(text: string, name: Named, link: Link, value: Taken): Candidate {
  const { start, scheme } = schemeOf(text, name, link, value);
  return {
    name: nameText(text, name),
    nameStart: name.start,
    nameEnd: name.end,
    start,
    end: value.quote === '' && start > value.start ? endOfToken(text, start) : value.end,
    quote: value.quote,
    link: value.wrapped ? 'wrapped' : value.fallback ? 'fallback' : link,
    scheme,
  };
}

/** `Bearer` before the value, or as the name itself. */
function schemeOf(text: string, name: NameRange, link: Link, value: Taken): { start: number; scheme: string } {
  const own = text.slice(name.start, name.end).toLowerCase();
  if ((own === 'bearer' || own === 'basic') && link === 'space') return { start: value.start, scheme: own };
  return withoutScheme(text, value);
}

function withoutScheme(text: string, value: Taken): { start: number; scheme: string } {
  SCHEME.lastIndex = value.start;
  const scheme = SCHEME.exec(text);
  if (scheme === null || (value.quote !== '' && SCHEME.lastIndex + 4 > value.end))
    return { start: value.start, scheme: '' };
  return { start: SCHEME.lastIndex, scheme: (scheme[1] ?? '').toLowerCase() };
}

function endOfToken(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < 2000 && !/[\s"'`,;<>\\]/.test(text.charAt(end))) end++;
  return end;
}

/** The identifier, with the word before it on the line: `API key`, `zoho token`. */
function nameText(text: string, { start, end, code }: Named): string {
  let from = start;
  if (text.charCodeAt(start - 1) === 32) {
    let at = start - 1;
    while (start - at < 28 && (isWordChar(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === 45)) at--;
    const c = text.charCodeAt(at);
    const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
    if (
      letter &&
      at < start - 2 &&
      text.charCodeAt(at - 1) !== 46 &&
      !(code === true && declares(text, at, start, end))
    )
      from = at;
  }
  return text.slice(from, end);
}

/** Whether the word at `at` declares the name behind it: `local password`, `public apiKey`, but not `public key`. */
function declares(text: string, at: number, start: number, end: number): boolean {
  return /^(?:local|public)$/.test(text.slice(at, start - 1)) && !/^keys?$/i.test(text.slice(start, end));
}

/** `if ("…" == password)`: the value stands before the name. */
function reversed(text: string, name: NameRange): Candidate | undefined {
  const before = text.charCodeAt(name.start - 1);
  if (before !== 32 && before !== 61 && before !== 46 && before !== 62) return undefined;
  const from = Math.max(0, name.start - 240);
  const head = text.slice(from, name.start);
  if (!/[!=]==?[ \t]{0,4}[\w$.>-]{0,40}$/.test(head)) return undefined;
  const found = REVERSE.exec(head);
  if (found === null) return undefined;
  const start = from + found.index + 1;
  return assemble(text, name, 'reverse', {
    start,
    end: start + (found[2] ?? '').length,
    quote: found[1] ?? '',
    wrapped: false,
    fallback: false,
  });
}
