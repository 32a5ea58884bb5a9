import { KEY_PAIRS, NAME_NOT, NAME_WORDS, PRETENDED, TAIL_NOT, VALUE_NOT } from '../../../config/generic/words.ts';

export type NameKind = 'password' | 'secret' | 'token' | 'apikey' | 'credential' | 'auth' | 'weak' | 'none';

/** What a name says about the value that is assigned to it. */
export interface NameFacts {
  readonly kind: NameKind;
  /** Ends in a word that makes it a description: `passwordField`, `token_type`. */
  readonly described: boolean;
  /** Holds a word that makes it something else: `publicKey`, `csrfToken`. */
  readonly other: boolean;
  /** Says that it is not meant: `fakeToken`, `wrongPassword`. */
  readonly pretended: boolean;
  /** Says that a rare value is a hash or an id: `sha256`, `commit`. */
  readonly digest: boolean;
  /** The telling word is the last one. */
  readonly last: boolean;
  readonly words: readonly string[];
}

interface Lexicon {
  readonly kinds: ReadonlyMap<string, NameKind>;
  readonly pairs: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly digests: ReadonlySet<string>;
  readonly pretended: ReadonlySet<string>;
}

let lexicon: Lexicon | undefined;

const RANK: readonly NameKind[] = ['none', 'weak', 'auth', 'credential', 'apikey', 'token', 'secret', 'password'];
const ENDING =
  /(password|passwd|passphrase|passwrd|secret|token|api_?key|secretkey|(?:access|account|storage|auth|private|master|sdk|service)key|pwd|cred)s?$/;
const BEGINNING = /^(password|passwd|secret|token|apikey)/;

/** Judges a name by its words: `DB_PASSWORD`, `x-api-key`, `stripeSecretKey`, `API key`. */
export function judgeName(name: string): NameFacts {
  const facts = judgeWords(wordsOf(name));
  // `servicePRIVATEkey`: capitals first, then small letters
  const parted = name.replace(/([A-Z]{3,})([a-z]{3,})/g, '$1 $2');
  return facts.kind === 'none' && parted !== name ? judgeWords(wordsOf(parted)) : facts;
}

function judgeWords(words: readonly string[]): NameFacts {
  lexicon ??= readLexicon();
  let kind: NameKind = 'none';
  let at = -1;
  for (let i = 0; i < words.length; i++) {
    const found = kindAt(words, i, lexicon);
    if (found !== 'none' && RANK.indexOf(found) >= RANK.indexOf(kind)) [kind, at] = [found, i];
  }
  const final = words[words.length - 1] ?? '';
  return {
    kind,
    described: isDescribed(words, at, final, lexicon),
    other: words.some((word) => lexicon?.others.has(word)),
    pretended: words.some((word) => lexicon?.pretended.has(word)),
    digest: words.some((word) => lexicon?.digests.has(word)),
    last: at === words.length - 1,
    words,
  };
}

function kindAt(words: readonly string[], i: number, { kinds, pairs }: Lexicon): NameKind {
  const word = words[i] ?? '';
  const direct = kinds.get(word) ?? 'none';
  if (direct !== 'weak' && direct !== 'none' && direct !== 'auth') return direct;
  if (i > 0 && pairs.has(`${words[i - 1]} ${word}`)) return 'apikey';
  if (direct !== 'none') return direct;
  const ending = ENDING.exec(word)?.[1];
  if (ending !== undefined) return kinds.get(ending.replace('_', '')) ?? 'weak';
  const beginning = BEGINNING.exec(word)?.[1];
  return beginning === undefined ? 'none' : (kinds.get(beginning) ?? 'none');
}

function isDescribed(words: readonly string[], at: number, final: string, { tails }: Lexicon): boolean {
  if (at >= 0 && at < words.length - 1) return tails.has(final);
  const beginning = BEGINNING.exec(final)?.[0];
  return beginning !== undefined && tails.has(final.slice(beginning.length));
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

function readLexicon(): Lexicon {
  const kinds = new Map<string, NameKind>();
  for (const kind of RANK)
    for (const word of (NAME_WORDS[kind] ?? '').split(' ')) if (word !== '') kinds.set(word, kind);
  return {
    kinds,
    pairs: new Set(KEY_PAIRS.split('|')),
    tails: new Set(TAIL_NOT.split(' ')),
    others: new Set(NAME_NOT.split(' ')),
    digests: new Set(VALUE_NOT.split(' ')),
    pretended: new Set(PRETENDED.split(' ')),
  };
}
