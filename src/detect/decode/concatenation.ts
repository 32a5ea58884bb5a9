import { JOINT } from '../may-hide.ts';
import { atPieces, type Derived, type Piece } from './derived.ts';

/** Longest literal that is looked at, and most literals of one chain. */
const LONGEST = 4_000;
const MOST_PIECES = 400;
const MOST_CHAINS = 2_000;

/** A closing quote, what joins, and an opening quote. */
const JOIN = new RegExp(`["'\`]${JOINT.source}["'\`]`, 'g');

type Literal = readonly [start: number, end: number];

/**
 * Finds string literals that are joined by an operator or by standing side by side, and joins them.
 *
 * @param joints ascending places where literals end whose chains are wanted, and maybe others near them; absent: everywhere
 */
export function decodeChains(text: string, joints?: readonly number[]): Derived[] {
  if (joints === undefined) return chainsIn(text);
  return stretchesOf(text, joints).flatMap(([from, to]) => chainsIn(text.slice(from, to)).map((c) => moved(c, from)));
}

function moved(chain: Derived, by: number): Derived {
  return { ...chain, start: chain.start + by, end: chain.end + by, at: (offset) => chain.at(offset) + by };
}

/** Longest join; and what no chain reaches across where nothing is joined: a literal and a join on either side. */
const LONGEST_JOIN = 220;
const GAP = LONGEST + 2 * LONGEST_JOIN;
/** Wherever literals may be joined: none hides another. */
const JOINS = new RegExp(`["'\`](?=${JOINT.source}["'\`])`, 'g');

/** The stretches around joints, each with gaps at its ends. */
export function stretchesOf(text: string, joints: readonly number[]): Literal[] {
  const stretches: Literal[] = [];
  let done = 0;
  for (const joint of joints) {
    if (joint < done) continue;
    done = endOfStretch(text, joint);
    stretches.push([startOfStretch(text, joint), done]);
  }
  return stretches;
}

function startOfStretch(text: string, joint: number): number {
  let from = joint;
  for (;;) {
    const start = Math.max(0, from - GAP);
    const first = text.slice(start, from + LONGEST_JOIN).search(JOINS);
    if (first < 0 || start + first >= from) return start;
    from = start + first;
  }
}

function endOfStretch(text: string, joint: number): number {
  let to = joint + 1;
  for (;;) {
    const end = to + GAP;
    const last = [...text.slice(to, end + LONGEST_JOIN).matchAll(JOINS)].findLast(({ index }) => to + index < end);
    if (last === undefined) return end;
    to += last.index + 1;
  }
}

function chainsIn(text: string): Derived[] {
  const found: Derived[] = [];
  let chain: Literal[] = [];
  for (const match of text.matchAll(JOIN)) {
    if (found.length > MOST_CHAINS) break;
    const next = match.index + match[0].length;
    const last = chain.at(-1);
    const from = last?.[1] === -1 ? last[0] : undefined;
    const goesOn = from !== undefined && isLiteral(text, from, match.index);
    if (goesOn && chain.length < MOST_PIECES) {
      chain[chain.length - 1] = [from, match.index];
    } else {
      push(found, text, chain, '');
      const start = openingOf(text, match.index);
      chain = start === undefined ? [] : [[start, match.index]];
    }
    if (chain.length > 0) chain.push([next, -1]);
  }
  push(found, text, chain, '');
  return found;
}

/** Offset behind the quote that opens the literal ending at `end`; `undefined` where there is none on its line. */
function openingOf(text: string, end: number): number | undefined {
  const quote = text[end];
  for (let at = end - 1; at >= 0 && end - at < LONGEST; at--) {
    const c = text[at];
    if (c === quote && text[at - 1] !== '\\') return at + 1;
    if (c === '\n' && quote !== '`') return undefined;
  }
  return undefined;
}

/** Whether a literal that opens before `start` may end at `end`: the same quote, on one line. */
function isLiteral(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST || text[start - 1] !== text[end]) return false;
  const inside = text.slice(start, end);
  const quote = text[end] ?? '"';
  return !inside.replace(/\\./gs, '').includes(quote) && (quote === '`' || !inside.includes('\n'));
}

function push(found: Derived[], text: string, chain: readonly Literal[], between: string): void {
  const literals = closed(text, chain);
  if (literals.length < 2 || !hidesLongRun(text, literals, between)) return;
  const pieces: Piece[] = [];
  let joined = '';
  for (const [start, end] of literals) {
    if (joined !== '') joined += between;
    pieces.push([joined.length, start]);
    joined += text.slice(start, end);
  }
  const first = literals[0]?.[0] ?? 0;
  const last = literals.at(-1)?.[1] ?? first;
  found.push({
    text: joined,
    encoding: 'concatenation',
    start: first,
    end: last,
    at: (offset) => atPieces(pieces, offset),
  });
}

/** The chain with the end of its last literal found. */
function closed(text: string, chain: readonly Literal[]): readonly Literal[] {
  const last = chain.at(-1);
  if (last?.[1] !== -1) return chain;
  const quote = text[last[0] - 1] ?? '"';
  const end = text.indexOf(quote, last[0]);
  const whole = end >= 0 && isLiteral(text, last[0], end);
  return whole ? [...chain.slice(0, -1), [last[0], end]] : chain.slice(0, -1);
}

/** Whether some stretch of 16 characters without blanks crosses a joint: sentences broken over lines have a blank there. */
function hidesLongRun(text: string, literals: readonly Literal[], between: string): boolean {
  if (between !== '') return true;
  let run = 0;
  let crossed = false;
  for (const [start, end] of literals) {
    const inside = text.slice(start, end);
    const blank = inside.search(/\s/);
    const head = blank < 0 ? inside.length : blank;
    if (crossed && run + head >= 16 && run > 0 && head > 0) return true;
    run =
      blank < 0 ? run + inside.length : inside.length - 1 - Math.max(inside.lastIndexOf(' '), inside.lastIndexOf('\t'));
    crossed = true;
  }
  return false;
}

const JOINED_ARRAY = /\]\s{0,20}\.join\(\s{0,4}(?:"((?:\\n)?)"|'((?:\\n)?)'|`((?:\\n)?)`)\s{0,4}\)/y;
const PYTHON_JOIN = /(["'])((?:\\n)?)\1\.join\(\s{0,20}[[(]/y;
const LITERAL = /"([^"\\\n]{0,4000})"|'([^'\\\n]{0,4000})'|`([^`\\]{0,4000})`/g;
/** Longest array, in characters, and most arrays of one text. */
export const LONGEST_ARRAY = 8_000;
const MOST_ARRAYS = 200;

/** `[ 'ab', 'cd' ].join('')` and `.join("\n")`, and Python's `''.join([ 'ab', 'cd' ])`. */
export function decodeJoinedArrays(text: string): Derived[] {
  const found: Derived[] = [];
  const python: RegExpExecArray[] = [];
  let arrays = 0;
  // a search for a letter that is rare costs next to nothing
  for (let at = text.indexOf('join('); at >= 0; at = text.indexOf('join(', at + 1)) {
    const before = endBefore(text, at - 1);
    if (text[before] === ']') {
      const match = matchAt(JOINED_ARRAY, text, before);
      if (match !== null && ++arrays <= MOST_ARRAYS) pushArray(found, text, match);
    } else if (python.length < MOST_ARRAYS) {
      const match = matchAt(PYTHON_JOIN, text, at - 3) ?? matchAt(PYTHON_JOIN, text, at - 5);
      if (match !== null) python.push(match);
    }
  }
  for (const match of python) pushPython(found, text, match);
  return found;
}

/** The last character before a dot at `dot` and the blanks before it. */
function endBefore(text: string, dot: number): number {
  let at = dot - 1;
  while (dot - at <= 20 && /\s/.test(text[at] ?? '')) at--;
  return at;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  if (at < 0) return null;
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** @param match up to where the list begins */
function pushPython(found: Derived[], text: string, match: RegExpExecArray): void {
  const start = match.index + match[0].length;
  const end = text.slice(start, start + LONGEST_ARRAY).search(/[\])]/);
  if (end > 0) push(found, text, literalsIn(text, start, start + end), between(match[2]));
}

function pushArray(found: Derived[], text: string, match: RegExpExecArray): void {
  const from = Math.max(0, match.index - LONGEST_ARRAY);
  const start = text.slice(from, match.index).lastIndexOf('[');
  if (start >= 0)
    push(found, text, literalsIn(text, from + start, match.index), between(match[1] ?? match[2] ?? match[3]));
}

/** The separator that `written` stands for: nothing, or a line end. */
function between(written: string | undefined): string {
  return written === undefined || written === '' ? '' : '\n';
}

function literalsIn(text: string, start: number, end: number): readonly Literal[] {
  return Array.from(text.slice(start, end).matchAll(LITERAL), (literal) => {
    const from = start + literal.index + 1;
    return [from, from + literal[0].length - 2];
  });
}
