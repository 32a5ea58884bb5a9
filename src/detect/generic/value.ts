import { COMMON_PIECES } from '../../../config/generic/words.ts';
import { isOfRuns } from '../placeholder.ts';
import { strangeness } from './strangeness.ts';
import { holdsWord } from './word-list.ts';

/** What a value looks like, in numbers and claims. */
export interface ValueFacts {
  readonly length: number;
  readonly lower: number;
  readonly upper: number;
  readonly digits: number;
  readonly symbols: number;
  readonly spaces: number;
  readonly foreign: number;
  /** Changes between letters and digits, or between cases other than word starts. */
  readonly turns: number;
  /** Bits by which the letters are rarer than in text and names: negative for words. */
  readonly rarity: number;
  /** Rarity and turns of the whole or of its rarest piece, and the mix of symbols: bits above what text would cost. */
  readonly noise: number;
  readonly hex: boolean;
  /** Holds a UUID. */
  readonly uuid: boolean;
  /** Different symbols. */
  readonly marks: number;
  /** Holds one of `! @ # % ^ & * ? ~ $`: signs that names do without. */
  readonly odd: boolean;
  /** Says that it was made up or gives no access: a long series, `sandbox`. */
  readonly made: boolean;
  readonly path: boolean;
  readonly call: boolean;
}

const UUID = /(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])/i;
const HEX = /^(?:0x)?(?:[0-9a-f]+|[0-9A-F]+)$/;
const PATH =
  /^(?:https?:|wss?:|file:|\.{0,2}\/|[A-Za-z]:\\|~\/|#\/|data:|urn:|mailto:)|^[\w.-]+(?:\/[\w.-]+)*\.(?:[jt]sx?|json|ya?ml|pem|key|crt|txt|html?|php|py|go|css|png|svg|jpe?g|md)$/i;
const MADE = ['sandbox', '1234567890', '0123456789', 'abcdefgh', 'qwerty', 'deadbeef', 'cafebabe'];
/** One row of the keyboard only, signs and digits apart: fingers rolled over it. */
const ROLLED = /^(?:[asdfghjkl;]{10,}|[qwertyuiop]{12,}|[zxcvbnm]{10,})$/;
const NO_LETTERS = /[^a-z;]/g;
/** Fingers that walked over the keyboard: `123qaz!@#`, `1q2w3e4r`. */
const WALKED =
  /^(?:1234?5?6?7?8?9?0?|321|1q2w3e(?:4r)?|[1!]?qaz|zaq|[2@]?wsx|xsw|[3#]?edc|qwe(?:rty?)?|ewq|asd(?:fgh?)?|zxc(?:vbn?)?|!@#\$?%?|#@!|abcd?){2,}.?$/;
/** `1xxAxxx@` */
const MASKED = /^.{0,3}xx+.{0,3}xx+.{0,3}$/;
const CALL = /^[A-Za-z_$][\w$.]*(?:\(|=>|::|->)|\(\)/;

/** Measures `value`. */
export function measure(value: string): ValueFacts {
  const counts = countClasses(value);
  const rarity = strangeness(value);
  const marks = marksIn(value);
  const noise = noiseOf(value, rarity, counts, marks);
  return {
    ...counts,
    length: value.length,
    rarity,
    noise,
    hex: counts.symbols === 0 && value.length >= 8 && HEX.test(value),
    uuid: counts.symbols >= 4 && UUID.test(value),
    marks,
    odd: counts.symbols > 0 && /[!@#%^&*?~$]/.test(value),
    made: isMade(value),
    path: counts.symbols > 0 && PATH.test(value),
    call: counts.symbols > 0 && CALL.test(value),
  };
}

function isMade(value: string): boolean {
  const lower = value.toLowerCase();
  if (isOfRuns(lower.replace(/[^a-z0-9]/g, ''))) return true;
  for (const word of MADE) if (lower.includes(word)) return true;
  return (
    isRolled(lower) ||
    WALKED.test(lower) ||
    MASKED.test(lower) ||
    /(?:^|[_-])(?:test|demo|fake|mock)(?:[_-]|$)|^sb-/.test(lower)
  );
}

function isRolled(lower: string): boolean {
  const letters = lower.replace(NO_LETTERS, '');
  return letters.length * 4 >= lower.length * 3 && ROLLED.test(letters);
}

/** Number of different symbols, `_` apart. */
function marksIn(value: string): number {
  let seen = '';
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i);
    if (classOf(c) === 0 && c !== 95 && !seen.includes(value.charAt(i))) seen += value.charAt(i);
  }
  return seen.length;
}

type Counts = Pick<ValueFacts, 'lower' | 'upper' | 'digits' | 'symbols' | 'spaces' | 'foreign' | 'turns'>;

/** 1 lower, 2 upper, 3 digit, 4 blank, 5 beyond ASCII, 0 symbol. */
function classOf(c: number): number {
  if (c >= 97 && c <= 122) return 1;
  if (c >= 65 && c <= 90) return 2;
  if (c >= 48 && c <= 57) return 3;
  if (c <= 32) return 4;
  return c >= 128 ? 5 : 0;
}

function countClasses(value: string): Counts {
  const n = [0, 0, 0, 0, 0, 0];
  let turns = 0;
  let before = -1;
  for (let i = 0; i < value.length; i++) {
    const now = classOf(value.charCodeAt(i));
    n[now] = (n[now] ?? 0) + 1;
    if ((before === 3) !== (now === 3) && before > 0 && now > 0) turns++;
    else if (before === 1 && now === 2 && !startsWord(value, i)) turns++;
    before = now;
  }
  const [symbols = 0, lower = 0, upper = 0, digits = 0, spaces = 0, foreign = 0] = n;
  return { lower, upper, digits, symbols, spaces, foreign, turns };
}

/** Whether a capital at `i` begins a word: `fooBar`. */
function startsWord(value: string, i: number): boolean {
  return classOf(value.charCodeAt(i + 1)) === 1 && classOf(value.charCodeAt(i + 2)) === 1;
}

/** Bits by which a turn between letters and digits, or a capital in mid-word, costs more in text than in noise. */
const BITS_PER_TURN = 2.5;
/** Turns that ordinary names have: `utf8`, `sha256sum`. */
const USUAL_TURNS = 2;
/** From here on all is noise. */
const LOUD_BITS = 40;
/** The same for each different symbol beyond the usual, where no blank stands between and it is no expression. */
const BITS_PER_MARK = 4;
const USUAL_MARKS = 3;

function noiseOf(value: string, rarity: number, counts: Counts, marks: number): number {
  const text = counts.spaces > 0 || /\\|^\^|\(\?|:\/\/|=["']/.test(value);
  const mix = text ? 0 : BITS_PER_MARK * Math.max(0, marks - USUAL_MARKS);
  let most = rarity + BITS_PER_TURN * Math.max(0, counts.turns - USUAL_TURNS) + mix;
  for (const piece of value.replace(UUID, (uuid) => uuid.replace(/-/g, '')).match(/[A-Za-z0-9]{10,}/g) ?? []) {
    const { turns } = countClasses(piece);
    most = Math.max(most, strangeness(piece) + BITS_PER_TURN * Math.max(0, turns - USUAL_TURNS));
  }
  return most;
}

const SHORTEST_PIECE = 4;
const LONGEST_PIECE = 10;

/**
 * Part of the letters in `value`, 0 to 1, that pieces cover which everybody uses; short pieces count as whole words only.
 *
 * @param noise of the value: what is all noise holds no words
 */
export function commonShare(value: string, noise: number): number {
  if (noise > LOUD_BITS) return 0;
  const plain = value.replace(/[013457@$]/g, (c) => LEET[c] ?? c);
  const share = plain === value ? 0 : sharedLetters(plain);
  return share > ALL_WORDS ? share : sharedLetters(value);
}

/** Part of the letters that common words cover where there is nothing else: `s3cr3t`, `4-v3ry-53cr37-p455w0rd`. */
export const ALL_WORDS = 0.85;

/**
 * Whether somebody who had to think of a password wrote words.
 *
 * @param least bits of noise that are more than words and a number
 */
export function isMadeOfWords(value: string, noise: number, least: number): boolean {
  return noise < least || commonShare(value, noise) >= ALL_WORDS;
}

/** Digits and signs that people write for letters: `p4$$w0rd`. */
const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };

function sharedLetters(value: string): number {
  let letters = 0;
  let covered = 0;
  for (const word of value
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z@]+/)) {
    letters += word.length;
    covered += word.length > 0 && holdsWord(COMMON_PIECES, word) ? word.length : coveredIn(word);
  }
  return letters === 0 ? 0 : covered / letters;
}

function coveredIn(word: string): number {
  let covered = 0;
  for (let i = 0; i + SHORTEST_PIECE <= word.length; ) {
    let length = Math.min(LONGEST_PIECE, word.length - i);
    while (length >= SHORTEST_PIECE && !holdsWord(COMMON_PIECES, word.slice(i, i + length))) length--;
    if (length < SHORTEST_PIECE) i++;
    else {
      covered += length;
      i += length;
    }
  }
  return covered;
}
