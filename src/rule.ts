import type { Confidence, Severity } from './model.ts';

/** Names of the offline proofs in `src/detect/checks/`; a rule points at one by name so that rules stay data. */
export type CheckName = string;

/** What all rules of a file share; a rule may override each. */
export interface RuleDefaults {
  /** Display name: `GitHub`. */
  readonly provider: string;
  /** Page on which the key is revoked or replaced. */
  readonly rotate?: string;
  /** How to revoke and replace it, one sentence. */
  readonly revoke?: string;
  /** Where the format is documented; `catalogue` where no documentation could be looked up. */
  readonly source: string;
  /**
   * Whether every token of the provider has one of the forms of its rules: a value that has none is no token of it, whatever
   * name it is given. Only where the provider says so.
   */
  readonly strict?: boolean;
}

export interface Examples {
  readonly match: readonly string[];
  readonly miss: readonly string[];
}

interface Described {
  /** kebab-case, provider first. */
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly rotate?: string;
  readonly revoke?: string;
  readonly source: string;
  /** Would GitHub's push protection refuse it by default? */
  readonly pushProtected?: boolean;
  readonly strict?: boolean;
  /** Types of GitHub's list (`facts/github_patterns.csv`) that this rule covers. */
  readonly github?: readonly string[];
  /** What a match is worth before place and policy; default `block`. */
  readonly severity?: Severity;
  /** What the shape alone gives; default `high`. `certain` is only ever given by a check. */
  readonly confidence?: Exclude<Confidence, 'certain'>;
}

/** A key that can be told by its own shape. */
export interface Rule extends Described {
  /** Flags `g` (and `i` where needed). Group 1 is the secret. Both ends anchored, every repeat bounded, linear. */
  readonly pattern: RegExp;
  /** Lower case, at least 3 characters; the pattern runs only around these. One of them is in every match. */
  readonly keywords: readonly string[];
  /** Bits per character that the secret must have (Shannon). */
  readonly minEntropy?: number;
  readonly check?: CheckName;
  /** Leading part of the secret that may be shown: `ghp_`. */
  readonly prefix?: string;
  /** Anybody makes it on the own machine, and no service issues it (key pairs): tests hold them by the dozen. */
  readonly homemade?: boolean;
  /** The other half must stand within `within` characters of this match; group 1 is the other half. */
  readonly pair?: { readonly pattern: RegExp; readonly within: number };
  /** Characters to look at before and after a keyword; default 160 and 640. */
  readonly reach?: { readonly before: number; readonly after: number };
  readonly examples: Examples;
}

/** A key without a shape of its own: the service's name near by, a key-like name and a rare value of this shape. */
export interface ServiceRule extends Described {
  /** Lower-case names of the service, without separators: `['paperform']` (matches PAPERFORM, paper-form, paperForm). */
  readonly near: readonly string[];
  /** The whole value: anchored with ^ and $, no flags. */
  readonly shape: RegExp;
  /** Lower-case words that the assigned name must hold besides; default: the usual ones (key, token, secret, …). */
  readonly names?: readonly string[];
  readonly examples: Examples;
}

type Optional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
export type RuleEntry = Optional<Rule, 'provider' | 'source'>;
export type ServiceEntry = Optional<ServiceRule, 'provider' | 'source' | 'examples'>;

/** Rules of one provider, completed with what they share. */
export function defineRules(defaults: RuleDefaults, entries: readonly RuleEntry[]): readonly Rule[] {
  return entries.map((entry) => ({ ...defaults, ...entry }));
}

/** Rules for keys without a prefix; where no examples are given they are made from `shape` by the rule gate. */
export function defineServices(
  defaults: Partial<RuleDefaults>,
  entries: readonly ServiceEntry[],
): readonly ServiceRule[] {
  return entries.map((entry) => ({
    provider: '',
    source: 'catalogue',
    examples: { match: [], miss: [] },
    ...defaults,
    ...entry,
  }));
}

/** An example assembled from pieces, so that no token-like literal stands in the repository. */
export function sample(...pieces: readonly string[]): string {
  return pieces.join('');
}

const ALPHABETS = {
  hex: '0123456789abcdef',
  HEX: '0123456789ABCDEF',
  digits: '0123456789',
  lower: 'abcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  alnum: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  loweralnum: '0123456789abcdefghijklmnopqrstuvwxyz',
  upperalnum: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  base32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  base58: '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  base64url: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
} as const;

export type Alphabet = keyof typeof ALPHABETS;

/**
 * Repeatable noise for examples: the same arguments give the same text, which no service ever issued.
 *
 * @param length in characters
 * @param seed another number, another text
 */
export function fake(alphabet: Alphabet, length: number, seed = 1): string {
  const letters = ALPHABETS[alphabet];
  let state = (seed * 2654435761 + length * 40503 + letters.length) >>> 0;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    text += letters[(state >>> 8) % letters.length];
  }
  return text;
}

/** A repeatable version-4 UUID for examples. */
export function fakeUuid(seed = 1): string {
  const h = fake('hex', 32, seed);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`;
}
