import {
  HOLDERS,
  HOMEMADE,
  KEY_PAIRS,
  NAME_NOT,
  NAME_PERHAPS_NOT,
  NAME_WORDS,
  OTHER_PAIRS,
  PRETENDED,
  SHARED,
  TAIL_NOT,
  VALUE_NOT,
} from '../../../config/generic/words.ts';
import { holdsWord as has } from './word-list.ts';

export type NameKind = 'password' | 'secret' | 'token' | 'apikey' | 'credential' | 'auth' | 'weak' | 'none';

/** What a name says about the value that is assigned to it. */
export interface NameFacts {
  readonly kind: NameKind;
  /** Ends in a word that makes it a description: `passwordField`, `token_type`. */
  readonly described: boolean;
  /** Holds a word that makes it something else: `publicKey`, `csrfToken`. */
  readonly other: boolean;
  /** All words that make it something else are names of services as well. */
  readonly perhaps: boolean;
  /** Says that it is not meant: `fakeToken`, `wrongPassword`. */
  readonly pretended: boolean;
  /** Says that everybody gets the same one, or that it is hidden already: `defaultApiKey`, `encryptedToken`. */
  readonly shared: boolean;
  /** Says that anybody may have made it: `encryptionKey`, `sessionSecret`. */
  readonly homemade: boolean;
  /** Says that a rare value is a hash or an id: `sha256`, `commit`. */
  readonly digest: boolean;
  /** The telling word is the last one. */
  readonly last: boolean;
  readonly words: readonly string[];
}

const RANK: readonly NameKind[] = ['none', 'weak', 'auth', 'credential', 'apikey', 'token', 'secret', 'password'];
const ENDINGS =
  'password passwd passphrase passwrd secret token apikey secretkey accesskey accountkey storagekey authkey privatekey masterkey sdkkey servicekey pwd cred'.split(
    ' ',
  );
const BEGINNINGS = ['password', 'passwd', 'secret', 'token', 'apikey'];

/** Judges a name by its words: `DB_PASSWORD`, `x-api-key`, `stripeSecretKey`, `API key`. */
export function judgeName(name: string): NameFacts {
  const facts = judgeParts(name);
  const dot = name.lastIndexOf('.');
  if (dot < 0 || facts.kind === 'none') return facts;
  // of `token.value` the first part speaks, of `TokenError.magic` none does
  const own = judgeParts(name.slice(dot + 1));
  if (own.kind !== 'none' || has(HOLDERS, own.words.join(''))) return facts;
  return { ...facts, kind: 'none' };
}

function judgeParts(name: string): NameFacts {
  const facts = judgeWords(wordsOf(name));
  // `servicePRIVATEkey`: capitals first, then small letters
  const parted = name.replace(/([A-Z]{3,})([a-z]{3,})/g, '$1 $2');
  return facts.kind === 'none' && parted !== name ? judgeWords(wordsOf(parted)) : facts;
}

function judgeWords(words: readonly string[]): NameFacts {
  let kind: NameKind = 'none';
  let at = -1;
  for (let i = 0; i < words.length; i++) {
    const found = kindAt(words, i);
    if (found !== 'none' && RANK.indexOf(found) >= RANK.indexOf(kind)) [kind, at] = [found, i];
  }
  return {
    kind,
    described: isDescribed(words, at),
    other: words.some((word, i) => has(NAME_NOT, word) || isPair(OTHER_PAIRS, words, i)),
    perhaps: !words.some(
      (word, i) => (has(NAME_NOT, word) && !has(NAME_PERHAPS_NOT, word)) || isPair(OTHER_PAIRS, words, i),
    ),
    pretended: words.some((word) => has(PRETENDED, word)),
    shared: words.some((word) => has(SHARED, word)),
    homemade: words.some((word) => has(HOMEMADE, word)),
    digest: words.some((word) => has(VALUE_NOT, word)),
    last: at === words.length - 1,
    words,
  };
}

function kindAt(words: readonly string[], i: number): NameKind {
  const word = words[i] ?? '';
  const direct = kindOf(word);
  if (direct !== 'weak' && direct !== 'none' && direct !== 'auth') return direct;
  if (isPair(KEY_PAIRS, words, i)) return 'apikey';
  if (direct !== 'none') return direct;
  const plain = word.endsWith('s') ? word.slice(0, -1) : word;
  const ending = ENDINGS.find((end) => plain.endsWith(end));
  if (ending !== undefined) {
    const kind = kindOf(ending);
    return kind === 'none' ? 'weak' : kind;
  }
  const beginning = BEGINNINGS.find((begin) => word.startsWith(begin));
  return beginning === undefined ? 'none' : kindOf(beginning);
}

/** Whether the word at `i` and the one before it are a pair of the list. */
function isPair(list: string, words: readonly string[], i: number): boolean {
  return i > 0 && list.includes(`|${words[i - 1]} ${words[i]}|`);
}

let allWords: string | undefined;

function kindOf(word: string): NameKind {
  allWords ??= Object.values(NAME_WORDS).join('');
  if (!has(allWords, word)) return 'none';
  for (const kind of RANK) if (kind !== 'none' && has(NAME_WORDS[kind], word)) return kind;
  return 'none';
}

function isDescribed(words: readonly string[], at: number): boolean {
  const final = words[words.length - 1] ?? '';
  if (at < words.length - 1) return has(TAIL_NOT, final);
  const beginning = BEGINNINGS.find((begin) => final.startsWith(begin));
  return beginning !== undefined && final.length > beginning.length && has(TAIL_NOT, final.slice(beginning.length));
}

/** Lower-case words of a name, digits left out: `awsSecretKey2` gives aws, secret, key. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
