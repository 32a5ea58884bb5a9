import type { Left, Wanted } from './model.ts';

/** Where a value stands in a text: `[start, end)`. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly wanted: Wanted;
}

/** Shorter values turn up by chance in the middle of words. */
const MIN_LENGTH = 6;

/**
 * Every place of every value, none overlapping another; of two at one place the longer one.
 *
 * @param text one character a byte
 * @param anywhere short values as well where they could be part of a word: what must not be shown
 * @returns also the values that stand nowhere as they are (encoded, or in pieces)
 */
export function occurrencesOf(
  text: string,
  wanted: readonly Wanted[],
  anywhere = false,
): { found: readonly Occurrence[]; missing: readonly Wanted[] } {
  const all: Occurrence[] = [];
  const missing: Wanted[] = [];
  for (const want of wanted) {
    const before = all.length;
    for (const value of formsOf(want)) {
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
        if (anywhere || value.length >= MIN_LENGTH || isWord(text, at, at + value.length))
          all.push({ start: at, end: at + value.length, wanted: want });
      }
    }
    if (all.length === before) missing.push(want);
  }
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  return { found: all.filter((o, i) => !all.slice(Math.max(0, i - 50), i).some((p) => o.start < p.end)), missing };
}

const MISSING = 'the value stands there encoded, or in several pieces: take it out by hand';

/** What is told of values that were found, but stand nowhere as they are. */
export function leftMissing(missing: readonly Wanted[]): Left[] {
  return missing.map((wanted) => ({ wanted, line: wanted.line, why: MISSING }));
}

export function isMissing({ why }: Left): boolean {
  return why === MISSING;
}

/** What is told of values that stand in a text in which nothing can be changed. */
export function leftPlaces(text: string, wanted: readonly Wanted[], why: string): Left[] {
  const { found, missing } = occurrencesOf(text, wanted);
  return [...found.map(({ start, wanted: of }) => leftAt(text, start, of, why)), ...leftMissing(missing)];
}

export function leftAt(text: string, offset: number, wanted: Wanted, why: string): Left {
  return { wanted, line: lineAt(text, offset), why };
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The value as the bytes of the file have it, with either kind of line end. */
function formsOf({ secret }: Wanted): readonly string[] {
  const value = Buffer.from(secret.reveal(), 'utf8').toString('latin1');
  if (value === '') return [];
  const forms = new Set([value, secret.reveal(), value.replace(/\r?\n/g, '\r\n'), value.replace(/\r\n/g, '\n')]);
  return [...forms];
}

function isWord(text: string, start: number, end: number): boolean {
  return !/\w/.test(text[start - 1] ?? '') && !/\w/.test(text[end] ?? '');
}
