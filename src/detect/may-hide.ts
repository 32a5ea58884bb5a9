import { readableRuns } from './decode/readable.ts';

/** What may hide a key, as bits. */
export const RUNS = 1;
export const ESCAPES = 2;
export const JOINTS = 4;
export const ARRAYS = 8;
export const ALL_FORMS = RUNS | ESCAPES | JOINTS | ARRAYS;

/** What may hide a key in a text. */
export interface Hiding {
  /** In which forms, as bits. */
  readonly forms: number;
  /** Where the runs begin that are readable once decoded; absent where it has to be asked. */
  readonly runs?: readonly number[];
  /** Where literals end from which a key may go on to the next one; absent where it has to be asked or they are many. */
  readonly joints?: readonly number[];
  /** Where lists are joined; absent where it has to be asked or they are many. */
  readonly arrays?: readonly number[];
}

export const NOTHING_HIDES: Hiding = { forms: 0, runs: [], joints: [], arrays: [] };

/**
 * In which forms a key could hide in a text: a text without costs one pass of a regular expression each, and
 * the decoders are not even loaded. What is added here has to make a spot in `kernel/assembly/screen.ts` as well.
 */
export function mayHide(text: string): Hiding {
  const runs = [...readableRuns(text)];
  const [joints, arrays] = [keyJoints, joinedArrays].map((placesIn) => {
    const places: number[] = [];
    for (const place of placesIn(text)) if (places.push(place) > MOST_PLACES) break;
    return places;
  }) as [number[], number[]];
  const forms =
    (runs.length > 0 ? RUNS : 0) |
    (joints.length > 0 ? JOINTS : 0) |
    (arrays.length > 0 ? ARRAYS : 0) |
    (mayBeEscaped(text) ? ESCAPES : 0);
  return { forms, runs, ...fewPlaces(joints, arrays) };
}

/** Most joints, and most lists, of one text that are worth telling apart: each is looked at by itself. */
export const MOST_PLACES = 200;

export function fewPlaces(joints: readonly number[], arrays: readonly number[]): Pick<Hiding, 'joints' | 'arrays'> {
  return {
    ...(joints.length > MOST_PLACES ? {} : { joints }),
    ...(arrays.length > MOST_PLACES ? {} : { arrays }),
  };
}

/** Whether a key may hide in a text in escapes. */
export function mayBeEscaped(text: string): boolean {
  return ESCAPED.test(text);
}

/** Where lists are joined in which a key may hide. */
export function* joinedArrays(text: string): Generator<number> {
  // a search for a word costs less than making a regular expression ready
  if (!text.includes('join(') || text.search(ARRAY) < 0) return;
  for (const { index } of text.matchAll(ARRAY)) yield index;
}

/** A run of escapes; or the one escape that many keys need, followed by what goes on like a key. */
const ESCAPED = new RegExp(
  [
    '\\\\x[2-7][\\dA-Fa-f]',
    '\\\\u00[2-7][\\dA-Fa-f]',
    '%[2-7][\\dA-Fa-f]',
    '&#(?:x[2-7][\\dA-Fa-f]|\\d{2,3});',
    '=[2-7][\\dA-F]',
  ]
    .map((one) => `(?:${one}){4}`)
    .concat([
      '(?:\\\\x|\\\\u00|%|&#x)(?:5[fF]|2[dD]|2[eE]|3[aA]|2[bB]|2[fF]);?[A-Za-z0-9]{8}',
      '&#(?:95|45|46|58|43|47);[A-Za-z0-9]{8}',
      '\\\\u\\{[2-7][\\dA-Fa-f]\\}',
      '(?:\\\\x|\\\\u00|&#x)(?<=[\\w-]{4}(?:\\\\x|\\\\u00|&#x))[2-7][\\dA-Fa-f];?[A-Za-z0-9]{6}',
      ':\\\\/\\\\/[^\\s"\'@]{1,80}@',
    ])
    .join('|'),
);

/** Between two literals: a sign that joins (Visual Basic adds `_` at a line end) or a line end or both. */
export const JOINT =
  /[ \t]{0,20}(?:\)?\.concat\([ \t]{0,20}|(?:[+.&]|\.\.|<>)[ \t]{0,20}(?:(?:_|\/\/[^\n]{0,80})?\r?\n[ \t]{0,80})?|\\?\r?\n[ \t]{0,80}(?:[+.&][ \t]{0,20})?)/;

/** What keys are made of. */
const OF_KEY = '[A-Za-z0-9+/=_.:@%$!#-]';

/** Two literals with a joint between them, where a key may go on; none hides another. */
const JOINED = new RegExp(`["'\`](?=(${JOINT.source}["'\`])${OF_KEY})(?<=${OF_KEY}.)`, 'g');
const OF_KEY_BEFORE = new RegExp(`${OF_KEY}*$`);
const OF_KEY_BEHIND = new RegExp(`^${OF_KEY}*`);
const JOINT_BEFORE = new RegExp(`["'\`]${JOINT.source}$`);

/** Shortest key; and more than a joint takes. */
const KEY = 16;
const LONGEST_JOINT = 220;

/** Where literals end from which a key may go on to the next one; of three or more, the one between may be all key. */
export function* keyJoints(text: string): Generator<number> {
  if (text.search(JOINED) < 0) return; // matchAll makes the pattern anew
  for (const { 1: joint = '', index } of text.matchAll(JOINED)) {
    const behind = index + 1 + joint.length;
    const before = lengthOf(OF_KEY_BEFORE, text.slice(Math.max(0, index - KEY), index));
    const start = index - before - 1;
    if (
      before + lengthOf(OF_KEY_BEHIND, text.slice(behind, behind + KEY)) >= KEY ||
      (text[start] === text[index] && JOINT_BEFORE.test(text.slice(Math.max(0, start - LONGEST_JOINT), start)))
    )
      yield index;
  }
}

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

/** A list whose items are joined by nothing or by line ends, in JavaScript or in Python. */
const ARRAY =
  /join\((?:(?<=\]\s{0,20}\.join\()\s{0,4}(?:"(?:\\n)?"|'(?:\\n)?'|`(?:\\n)?`)\s{0,4}\)|(?<=(?:"(?:\\n)?"|'(?:\\n)?')\.join\()\s{0,20}[[(])/g;
