import { atPieces, type Piece } from '../decode/derived.ts';

/** A text whose escapes are undone, however often it was quoted, and the way back. One character a byte. */
export interface Unescaped {
  readonly text: string;
  /** Offset in the original of the character at `offset`. */
  at(offset: number): number;
}

/** Escapes of JavaScript and JSON behind any number of backslashes (a string in a string has more), and HTML's entities. */
const ESCAPE =
  /\\{1,8}(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([nrt0bfv"'`/$<]|\r?\n)|(?=[^\\]|$))|&(?:amp;){0,2}(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;

const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', b: '\b', f: '\f', v: '\v' };
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * Undoes escapes twice: JSON in an attribute hides a quote as `\\&quot;`, which is an entity first and an escape then.
 *
 * @returns undefined where there is nothing to undo
 */
export function unescaped(text: string): Unescaped | undefined {
  const first = undoOnce(text);
  const second = first === undefined ? undefined : undoOnce(first.text);
  if (first === undefined || second === undefined) return first;
  return { text: second.text, at: (offset) => first.at(second.at(offset)) };
}

function undoOnce(text: string): Unescaped | undefined {
  if (!text.includes('\\') && !text.includes('&')) return undefined;
  const pieces: Piece[] = [[0, 0]];
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  const push = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const match of text.matchAll(ESCAPE)) {
    push(text.slice(from, match.index));
    pieces.push([length, match.index]);
    push(characterOf(match));
    from = match.index + match[0].length;
    pieces.push([length, from]);
  }
  if (from === 0) return undefined;
  push(text.slice(from));
  return { text: parts.join(''), at: (offset) => atPieces(pieces, offset) };
}

function characterOf(match: RegExpExecArray): string {
  const [whole, braced, four, two, letter, decimal, hex, named] = match;
  const digits = braced ?? four ?? two ?? hex;
  if (digits !== undefined) return bytesOf(Number.parseInt(digits, 16));
  if (decimal !== undefined) return bytesOf(Number.parseInt(decimal, 10));
  if (named !== undefined) return bytesOf((NAMED[named.toLowerCase()] ?? '').codePointAt(0) ?? 0);
  if (letter === undefined) return whole.length > 1 ? '\\' : whole; // backslashes that escape one another
  if (/^\r?\n$/.test(letter)) return '';
  return LETTERS[letter] ?? letter;
}

/** UTF-8, one character a byte; what is no code point stays out. */
function bytesOf(point: number): string {
  return point > 0x10ffff ? '' : Buffer.from(String.fromCodePoint(point)).toString('latin1');
}
