import { builtInCatalogue } from '../../../config/catalogue.ts';
import { crcLetters } from '../../detect/checks/own-crc.ts';
import { bitsOf, type Recipe } from '../../lifecycle/draw-keys.ts';
import { fail, ok, type Result } from '../../result.ts';

export const KEY_TYPES = ['mixed', 'hex', 'base64url', 'uuid', 'words'] as const;
export type KeyType = (typeof KEY_TYPES)[number];

/** What a person asked for. */
export interface KeyWish {
  readonly type: KeyType;
  /** Characters, or words; absent: the default of the type. */
  readonly length: number | undefined;
  readonly alphabet: string | undefined;
  readonly prefix: string;
  readonly hasChecksum: boolean;
  /** Shorter than is safe, on purpose. */
  readonly isWeak: boolean;
}

const UPPER = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const LOWER = [...'abcdefghijklmnopqrstuvwxyz'];
const DIGITS = [...'0123456789'];
/** Unreserved in URLs (RFC 3986, 2.3); no shell, env file or YAML needs quotes for them. */
const MARKS = [...'-._~'];
const HEX = [...'0123456789abcdef'];

const LEAST = 32;
/** 129 bits: what 32 hexadecimal digits hold. */
const LEAST_WORDS = 10;
const LEAST_BITS = 128;
const MOST = 4096;
/** What a rule of the settings may declare as public. */
const MOST_PREFIX = 20;

/** @returns `bad-arguments` for what would be weak, or makes no sense */
export async function recipeOf(wish: KeyWish): Promise<Result<Recipe>> {
  const problem = conflictIn(wish) ?? prefixProblem(wish);
  if (problem !== undefined) return fail('bad-arguments', problem);
  const { type, prefix, hasChecksum } = wish;
  const least = type === 'words' ? LEAST_WORDS : LEAST;
  const length = wish.length ?? least;
  const unit = type === 'words' ? 'words' : 'characters';
  if (length < 1 || length > MOST) return fail('bad-arguments', `--length is a number from 1 to ${MOST}`);
  if (length < least && !wish.isWeak)
    return fail('bad-arguments', `fewer than ${least} ${unit} can be guessed; say --weak if it must be`);
  const recipe = {
    ...(await materialOf(wish)),
    prefix,
    length: type === 'uuid' ? UUID_DRAWS : length,
    ...(hasChecksum ? { checksum: crcLetters } : {}),
  };
  if (recipe.classes.length > recipe.length)
    return fail('bad-arguments', `${recipe.classes.length} kinds of characters do not fit into ${length}`);
  if (bitsOf(recipe) < LEAST_BITS && type !== 'uuid' && !wish.isWeak)
    return fail(
      'bad-arguments',
      `so few characters to draw from give less than ${LEAST_BITS} bits; a longer --length, or --weak`,
    );
  return ok(recipe);
}

type Material = Pick<Recipe, 'symbols' | 'separator' | 'classes' | 'form'>;

async function materialOf({ type, alphabet, prefix, hasChecksum }: KeyWish): Promise<Material> {
  const plain = (symbols: readonly string[]): Material => ({ symbols, separator: '', classes: [] });
  if (alphabet !== undefined) return plain([...alphabet]);
  if (type === 'hex') return plain(HEX);
  if (type === 'base64url') return plain([...UPPER, ...LOWER, ...DIGITS, '-', '_']);
  if (type === 'uuid') return { ...plain(QUARTERS), form: uuidForm };
  if (type === 'words')
    return { symbols: (await import('../../../config/words.ts')).words, separator: '-', classes: [] };
  // behind a prefix the key stays one word, which a double click selects
  const classes = prefix === '' && !hasChecksum ? [UPPER, LOWER, DIGITS, MARKS] : [UPPER, LOWER, DIGITS];
  return { symbols: classes.flat(), separator: '', classes };
}

/** Version 4 of RFC 9562 (5.4) has 122 random bits: drawn as 61 digits of base 4, of which the last is the variant's. */
const UUID_DRAWS = 61;
const QUARTERS = [...'0123'];

function uuidForm(drawn: string): string {
  const hex = drawn.slice(0, -1).replace(/../g, (pair) => Number.parseInt(pair, 4).toString(16));
  const variant = '89ab'[Number(drawn.at(-1))];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18)}`;
}

function conflictIn({ type, length, alphabet, hasChecksum, prefix }: KeyWish): string | undefined {
  if (type === 'uuid' && length !== undefined) return 'a uuid has one length only';
  if (alphabet !== undefined && type !== 'mixed') return '--alphabet and --type do not go together';
  if (alphabet !== undefined) {
    if (!/^[\x21-\x7e]+$/.test(alphabet)) return '--alphabet takes visible ASCII characters';
    if (new Set(alphabet).size !== alphabet.length)
      return '--alphabet has a character twice, which would then come more often';
    if (alphabet.length < 2) return '--alphabet takes two characters at least';
  }
  if (!hasChecksum) return undefined;
  if (prefix === '') return '--checksum needs a --prefix by which the key is found, such as myapp_live_';
  if (alphabet !== undefined || type === 'uuid' || type === 'words' || type === 'base64url')
    return '--checksum goes with --type mixed or hex: it is made of letters and digits';
  return undefined;
}

function prefixProblem({ prefix, hasChecksum }: KeyWish): string | undefined {
  if (prefix === '') return undefined;
  if (!/^[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*[_-]?$/.test(prefix) || prefix.length > MOST_PREFIX)
    return `--prefix is made of letters, digits, _ and -, ${MOST_PREFIX} characters at most, such as myapp_live_`;
  if (hasChecksum && !/^.{3,}[_-]$/.test(prefix))
    return 'a --prefix to be found by has four characters or more and ends in _ or -';
  const catalogue = builtInCatalogue();
  for (let i = 0; i < catalogue.ruleCount; i++) {
    const { prefix: theirs = '', provider } = catalogue.rule(i);
    if (theirs.length >= 3 && (prefix.startsWith(theirs) || theirs.startsWith(prefix)))
      return `keys of ${provider} begin with ${theirs}; take a --prefix of your own`;
  }
  return undefined;
}
