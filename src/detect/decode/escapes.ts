import { atPieces, type Derived, type Piece } from './derived.ts';

/** One way to write ASCII characters otherwise. */
interface Escape {
  readonly encoding: string;
  /** Cheap test whether the text holds one at all. */
  readonly marks: readonly string[];
  /** Escapes of printable ASCII; the groups hold the digits, or the character itself. */
  readonly pattern: RegExp;
  readonly radix: number;
}

/** How far a region may reach beyond an form, and how long it may get. */
const REACH = 400;
const LONGEST = 20_000;
const MOST_REGIONS = 400;

const ESCAPES: readonly Escape[] = [
  { encoding: 'percent', marks: ['%'], pattern: /%([2-7][0-9a-f])/gi, radix: 16 },
  {
    encoding: 'unicode-escape',
    marks: ['\\u00', '\\x', '\\u{'],
    pattern: /\\{1,2}(?:u00([2-7][0-9a-f])|x([2-7][0-9a-f])|u\{0{0,4}([2-7][0-9a-f])\})/gi,
    radix: 16,
  },
  {
    encoding: 'html-entity',
    marks: ['&#'],
    pattern: /&#(?:0{0,4}(3[2-9]|[4-9]\d|1[01]\d|12[0-6])|x0{0,4}([2-7][0-9a-f]));/gi,
    radix: 10,
  },
  { encoding: 'json-string', marks: ['\\/', '\\"'], pattern: /\\{1,3}(["/])/g, radix: 0 },
];

/** Finds escaped text and takes the escapes out, within the stretch without blanks and quotes that they stand in. */
export function decodeEscapes(text: string): Derived[] {
  const found: Derived[] = [];
  for (const form of ESCAPES) {
    if (form.marks.some((mark) => text.includes(mark))) collect(text, form, found);
  }
  return found;
}

function collect(text: string, form: Escape, found: Derived[]): void {
  let region: RegExpExecArray[] = [];
  let regions = 0;
  const close = () => {
    const derived = region.length > 0 ? decodeRegion(text, form, region) : undefined;
    if (derived) found.push(derived);
    region = [];
    regions++;
  };
  for (const match of text.matchAll(form.pattern)) {
    const previous = region.at(-1);
    if (previous && !isJoined(text, previous, match, region[0]?.index ?? 0)) close();
    if (regions > MOST_REGIONS) return;
    region.push(match);
  }
  close();
}

/** Whether two escapes stand in one stretch. */
function isJoined(text: string, previous: RegExpExecArray, match: RegExpExecArray, start: number): boolean {
  const from = previous.index + previous[0].length;
  if (match.index - from > REACH || match.index - start > LONGEST) return false;
  return !/[\s"'`<>]/.test(text.slice(from, match.index)) || previous[0].endsWith('"') || match[0].endsWith('"');
}

function decodeRegion(text: string, form: Escape, matches: readonly RegExpExecArray[]): Derived | undefined {
  const first = matches[0]?.index ?? 0;
  const last = matches.at(-1);
  const after = (last?.index ?? 0) + (last?.[0].length ?? 0);
  const start = startOf(text, first);
  const end = after + (/^[^\s"'`<>]*/.exec(text.slice(after, after + REACH))?.[0].length ?? 0);
  // Shorter than any token that a rule knows.
  if (end - start < 16) return undefined;
  const pieces: Piece[] = [[0, start]];
  let decoded = '';
  let at = start;
  for (const match of matches) {
    decoded += text.slice(at, match.index);
    pieces.push([decoded.length, match.index]);
    decoded += characterOf(match, form.radix);
    at = match.index + match[0].length;
    pieces.push([decoded.length, at]);
  }
  decoded += text.slice(at, end);
  return { text: decoded, encoding: form.encoding, start, end, at: (offset) => atPieces(pieces, offset) };
}

/** What ends a region: blanks, quotes and tags. */
const ENDS = ' \t\n\v\f\r\xa0"\'`<>';

/** Where the region around `at` begins. A regular expression would try from each character on. */
function startOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < REACH && !ENDS.includes(text[start - 1]!)) start--;
  return start;
}

function characterOf(match: RegExpExecArray, radix: number): string {
  const digits = match[1] ?? match[2] ?? match[3] ?? '';
  if (radix === 0) return digits;
  const base = radix === 10 && match[2] !== undefined ? 16 : radix;
  return String.fromCharCode(Number.parseInt(digits, base));
}
