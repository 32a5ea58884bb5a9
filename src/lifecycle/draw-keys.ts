import { randomInt } from 'node:crypto';
import { Secret } from '../secret.ts';

/** What a key is made of; `commands/generate/recipe.ts` makes one of options. */
export interface Recipe {
  /** Begins every key, and may be shown. */
  readonly prefix: string;
  /** Letters, or words, of which `length` are drawn. */
  readonly symbols: readonly string[];
  readonly length: number;
  readonly separator: string;
  /** Of each of these at least one must occur; none: every draw counts. */
  readonly classes: readonly (readonly string[])[];
  /** What follows the random part, made from it. */
  readonly checksum?: (random: string) => string;
  /** Puts the symbols into another form. */
  readonly form?: (random: string) => string;
}

/** A whole number from 0 to n - 1, each as likely as any other. */
export type Pick = (n: number) => number;

/** Node's own, which draws again rather than take a remainder. */
const fair: Pick = (n) => randomInt(n);

/**
 * New keys, no two the same. A key that lacks a class is drawn again as a whole: that leaves all keys that have them equally likely,
 * which putting a digit somewhere would not.
 *
 * @param pick another source, for tests of the tests
 */
export function drawKeys(recipe: Recipe, count: number, pick: Pick = fair): Secret[] {
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(drawOne(recipe, pick));
  return Array.from(drawn, (key) => new Secret(key, recipe.prefix));
}

function drawOne(recipe: Recipe, pick: Pick): string {
  const { symbols, length, separator, classes, prefix, checksum, form } = recipe;
  for (;;) {
    const drawn = Array.from({ length }, () => symbols[pick(symbols.length)]!);
    if (!classes.every((letters) => drawn.some((symbol) => letters.includes(symbol)))) continue;
    const random = form === undefined ? drawn.join(separator) : form(drawn.join(separator));
    return prefix + random + (checksum === undefined ? '' : checksum(random));
  }
}

/**
 * Entropy of one key: the logarithm of how many there are, all equally likely. Keys that lack a class are not among them.
 *
 * @returns bits
 */
export function bitsOf({ symbols, length, classes }: Omit<Recipe, 'prefix' | 'separator'>): number {
  return length * Math.log2(symbols.length) + Math.log2(shareWithAll(symbols.length, length, classes));
}

/** Which part of all draws has every class, by inclusion and exclusion. */
function shareWithAll(symbols: number, length: number, classes: Recipe['classes']): number {
  let share = 0;
  for (let subset = 0; subset < 1 << classes.length; subset++) {
    const left = classes.filter((_, i) => subset & (1 << i));
    const without = left.reduce((sum, letters) => sum + letters.length, 0);
    share += (left.length % 2 === 0 ? 1 : -1) * ((symbols - without) / symbols) ** length;
  }
  return share;
}

/** The keys as text, one a line: the only place where secretguard shows a value, and only of new keys. */
export function keyLines(keys: readonly Secret[]): string {
  return keys.map((key) => `${key.reveal()}\n`).join('');
}

/** The same for JSON. */
export function keyTexts(keys: readonly Secret[]): string[] {
  return keys.map((key) => key.reveal());
}
