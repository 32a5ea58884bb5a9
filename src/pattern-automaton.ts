/** Glushkov automaton of a pattern: one state a position at which a character is matched. */
export interface Automaton {
  /** Characters of each position, one bit each: 256 of them, and one for all others. */
  readonly sets: readonly bigint[];
  /** Positions that may follow each one. */
  readonly next: readonly (readonly number[])[];
  /** Pairs that follow each other in two ways, as in `(a+)+`. */
  readonly doubled: readonly (readonly [from: number, to: number])[];
}

/** The pattern itself, and every lookaround in it by itself. */
export interface Automata {
  readonly parts: readonly Automaton[];
}

/** How a repeat is drawn: as a loop, or as its body written out (twice at most, more adds no ambiguity). */
export type IsLoop = (min: number, max: number) => boolean;

const ALL = (1n << 257n) - 1n;
const LINE_ENDS = bits(['\n', '\r']);
const DIGITS = range(0x30, 0x39);
const WORDS = DIGITS | range(0x41, 0x5a) | range(0x61, 0x7a) | bits(['_']);
const SPACES = bits([' ', '\t', '\n', '\v', '\f', '\r', '\u00a0']) | (1n << 256n);
const ESCAPES: Readonly<Record<string, bigint>> = {
  d: DIGITS,
  D: ALL ^ DIGITS,
  w: WORDS,
  W: ALL ^ WORDS,
  s: SPACES,
  S: (ALL ^ SPACES) | (1n << 256n),
  n: bits(['\n']),
  r: bits(['\r']),
  t: bits(['\t']),
  v: bits(['\v']),
  f: bits(['\f']),
  0: bits(['\0']),
};

/** A piece of the pattern: whether it may match nothing, and the positions it may begin and end with. */
interface Piece {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const EMPTY: Piece = { nullable: true, first: [], last: [] };

interface Part {
  readonly sets: bigint[];
  readonly next: Set<number>[];
  readonly doubled: [number, number][];
}

interface Reader {
  readonly pattern: string;
  readonly flags: string;
  readonly isLoop: IsLoop;
  readonly parts: Part[];
  /** Offset of the next character. */
  at: number;
}

/**
 * @param pattern one that `new RegExp` takes without the flags u and v
 * @returns undefined where the syntax is not understood
 */
export function automatonOf(pattern: string, flags: string, isLoop: IsLoop): Automata | undefined {
  const reader: Reader = { pattern, flags, isLoop, parts: [], at: 0 };
  try {
    alternatives(reader, newPart(reader));
    if (reader.at < pattern.length) return undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return { parts: reader.parts.map((part) => ({ ...part, next: part.next.map((set) => [...set]) })) };
}

function newPart(reader: Reader): Part {
  const part = { sets: [], next: [], doubled: [] };
  reader.parts.push(part);
  return part;
}

function alternatives(reader: Reader, part: Part): Piece {
  let whole = sequence(reader, part);
  while (reader.pattern[reader.at] === '|') {
    reader.at++;
    const other = sequence(reader, part);
    whole = {
      nullable: whole.nullable || other.nullable,
      first: [...whole.first, ...other.first],
      last: [...whole.last, ...other.last],
    };
  }
  return whole;
}

function sequence(reader: Reader, part: Part): Piece {
  let whole = EMPTY;
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at] ?? '')) {
    whole = joined(part, whole, repeated(reader, part));
  }
  return whole;
}

/** An atom with its quantifier; further rounds parse the same text again, which gives them positions of their own. */
function repeated(reader: Reader, part: Part): Piece {
  const start = reader.at;
  let piece = atom(reader, part);
  const { min, max, length } = quantifier(reader.pattern.slice(reader.at, reader.at + 24));
  reader.at += length;
  const after = reader.at;
  if (length === 0) return piece;
  if (reader.isLoop(min, max)) {
    link(part, piece.last, piece.first);
    return { ...piece, nullable: piece.nullable || min === 0 };
  }
  if (max === 0) return EMPTY;
  if (max > 1) {
    reader.at = start;
    const again = atom(reader, part);
    piece = joined(part, piece, { ...again, nullable: again.nullable || min < 2 });
    reader.at = after;
  }
  return { ...piece, nullable: piece.nullable || min === 0 };
}

function atom(reader: Reader, part: Part): Piece {
  const c = reader.pattern[reader.at++];
  const anchor = c === '\\' ? /[bB]/.test(reader.pattern[reader.at] ?? '') : c === '^' || c === '$';
  if (anchor) {
    if (c === '\\') reader.at++;
    return EMPTY;
  }
  if (c === '(') return group(reader, part);
  if (c === '[') return position(reader, part, charClass(reader));
  if (c === '.') return position(reader, part, reader.flags.includes('s') ? ALL : ALL ^ LINE_ENDS);
  return position(reader, part, c === '\\' ? escaped(reader) : bits([c ?? '']));
}

function group(reader: Reader, part: Part): Piece {
  const look = /^\?(?:=|!|<=|<!)/.exec(reader.pattern.slice(reader.at, reader.at + 3));
  const head = look ?? /^\?:|^\?<[^=!>][^>]*>/.exec(reader.pattern.slice(reader.at, reader.at + 80));
  reader.at += head?.[0].length ?? 0;
  const inside = alternatives(reader, look === null ? part : newPart(reader));
  reader.at++; // the closing parenthesis
  return look === null ? inside : EMPTY;
}

function escaped(reader: Reader): bigint {
  const c = reader.pattern[reader.at++] ?? '';
  const digits = c === 'x' ? 2 : c === 'u' ? 4 : 0;
  const code = reader.pattern.slice(reader.at, reader.at + digits);
  if (digits > 0 && code.length === digits && /^[0-9a-f]+$/i.test(code)) {
    reader.at += digits;
    return bits([String.fromCharCode(Number.parseInt(code, 16))]);
  }
  if (c === 'c' || c === 'p' || c === 'P' || c === 'k' || /[1-9]/.test(c)) throw new SyntaxError('not understood');
  return ESCAPES[c] ?? bits([c]);
}

function charClass(reader: Reader): bigint {
  const negated = reader.pattern[reader.at] === '^';
  if (negated) reader.at++;
  let set = 0n;
  while (reader.pattern[reader.at] !== ']') {
    const from = reader.at;
    const one = classAtom(reader);
    if (reader.pattern[reader.at] === '-' && reader.pattern[reader.at + 1] !== ']') {
      reader.at++;
      const to = classAtom(reader);
      set |= one | to | range(lowest(one), lowest(to));
    } else set |= one;
    if (reader.at === from || reader.at >= reader.pattern.length) throw new SyntaxError('not understood');
  }
  reader.at++;
  const folded = fold(set, reader.flags);
  return negated ? (ALL ^ folded) | (1n << 256n) : folded;
}

function classAtom(reader: Reader): bigint {
  const c = reader.pattern[reader.at++] ?? '';
  if (c !== '\\') return bits([c]);
  if (reader.pattern[reader.at] === 'b') {
    reader.at++;
    return bits(['\b']);
  }
  return escaped(reader);
}

function position(reader: Reader, part: Part, set: bigint): Piece {
  part.sets.push(fold(set, reader.flags));
  part.next.push(new Set());
  if (part.sets.length > 4000) throw new SyntaxError('too large');
  const own = [part.sets.length - 1];
  return { nullable: false, first: own, last: own };
}

function joined(part: Part, left: Piece, right: Piece): Piece {
  link(part, left.last, right.first);
  return {
    nullable: left.nullable && right.nullable,
    first: left.nullable ? [...left.first, ...right.first] : left.first,
    last: right.nullable ? [...left.last, ...right.last] : right.last,
  };
}

function link(part: Part, from: readonly number[], to: readonly number[]): void {
  for (const a of from) {
    for (const b of to) {
      if (part.next[a]?.has(b)) part.doubled.push([a, b]);
      else part.next[a]?.add(b);
    }
  }
}

function quantifier(text: string): { min: number; max: number; length: number } {
  const found = /^(?:([*+?])|\{(\d+)(,)?(\d*)\})\??/.exec(text);
  if (found === null) return { min: 1, max: 1, length: 0 };
  const [whole, sign, low, comma, high] = found;
  const length = whole.length;
  if (sign !== undefined)
    return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Number.POSITIVE_INFINITY, length };
  const min = Number(low);
  if (comma === undefined) return { min, max: min, length };
  return { min, max: high === '' ? Number.POSITIVE_INFINITY : Number(high), length };
}

function bits(characters: readonly string[]): bigint {
  let set = 0n;
  for (const c of characters) set |= 1n << BigInt(Math.min(256, c.charCodeAt(0) || 0));
  return set;
}

/** Both ends included. */
function range(from: number, to: number): bigint {
  const [low, high] = [Math.min(from, 256), Math.min(to, 256)];
  return low > high ? 0n : ((1n << BigInt(high - low + 1)) - 1n) << BigInt(low);
}

function lowest(set: bigint): number {
  return set === 0n ? 0 : set.toString(2).length - 1 - set.toString(2).lastIndexOf('1');
}

function fold(set: bigint, flags: string): bigint {
  if (!flags.includes('i')) return set;
  const upper = set & range(0x41, 0x5a);
  const lower = set & range(0x61, 0x7a);
  return set | (upper << 32n) | (lower >> 32n);
}
