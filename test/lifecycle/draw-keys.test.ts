import { randomInt } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type KeyType, type KeyWish, recipeOf } from '../../src/commands/generate/recipe.ts';
import { bitsOf, drawKeys, keyTexts, type Pick, type Recipe } from '../../src/lifecycle/draw-keys.ts';

const CHARACTERS = 1_000_000;

async function recipe(wish: Partial<KeyWish>): Promise<Recipe> {
  const made = await recipeOf({
    type: 'mixed',
    length: undefined,
    alphabet: undefined,
    prefix: '',
    hasChecksum: false,
    isWeak: false,
    ...wish,
  });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** How often each symbol was drawn; of a UUID, hexadecimal digits but the two that its form fixes. */
function tally(keys: readonly string[], type: KeyType, prefix = ''): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) {
    const random = key.slice(prefix.length);
    const symbols =
      type === 'words'
        ? wordsIn(random)
        : type === 'uuid'
          ? random.replace(/^(.{8})-(....)-4(...)-.(...)-/, '$1$2$3$4')
          : random;
    for (const symbol of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  }
  return counts;
}

/** Four words of the list hold a hyphen themselves. */
function wordsIn(key: string): string[] {
  return key.match(/drop-down|felt-tip|t-shirt|yo-yo|[a-z]+/g) ?? [];
}

/** Which part of all draws each symbol makes, given that every class occurs; written down anew, and not as the source has it. */
function expectedShares({ symbols, classes, length }: Recipe): Map<string, number> {
  const covers = (others: readonly (readonly string[])[], draws: number): number => {
    const [first, ...rest] = others;
    if (first === undefined) return 1;
    const lacking = (gone: number, left: readonly (readonly string[])[]): number => {
      const [next, ...more] = left;
      if (next === undefined) return ((symbols.length - gone) / symbols.length) ** draws;
      return lacking(gone, more) - lacking(gone + next.length, more);
    };
    return lacking(0, [first, ...rest]);
  };
  const weights = symbols.map((symbol) =>
    covers(
      classes.filter((letters) => !letters.includes(symbol)),
      length - 1,
    ),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return new Map(symbols.map((symbol, i) => [symbol, weights[i]! / whole]));
}

function chiSquare(counts: ReadonlyMap<string, number>, shares: ReadonlyMap<string, number>): number {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  let sum = 0;
  for (const [symbol, share] of shares) sum += ((counts.get(symbol) ?? 0) - total * share) ** 2 / (total * share);
  return sum;
}

/** What a fair generator exceeds once in a thousand million times (Wilson and Hilferty 1931; z = 6). */
function threshold(freedom: number): number {
  const a = 2 / (9 * freedom);
  return freedom * (1 - a + 6 * Math.sqrt(a)) ** 3;
}

/** The usual mistake: the remainder of a random byte, or of two of them. */
const remainder: Pick = (n) => randomInt(n <= 256 ? 256 : 65_536) % n;
/** Another one, which hits powers of two as well: rounding gives both ends half their share. */
const rounding: Pick = (n) => Math.round((randomInt(65_536) / 65_535) * (n - 1));

const HEX_SHARES = new Map([...'0123456789abcdef'].map((digit) => [digit, 1 / 16]));

const KINDS: readonly { name: string; wish: Partial<KeyWish>; biased: Pick; letters: number }[] = [
  { name: 'mixed', wish: {}, biased: remainder, letters: 66 },
  { name: 'mixed behind a prefix', wish: { prefix: 'myapp_' }, biased: remainder, letters: 62 },
  { name: 'hex', wish: { type: 'hex' }, biased: rounding, letters: 16 },
  { name: 'base64url', wish: { type: 'base64url' }, biased: rounding, letters: 64 },
  { name: 'uuid', wish: { type: 'uuid' }, biased: rounding, letters: 16 },
  { name: 'words', wish: { type: 'words' }, biased: remainder, letters: 7776 },
  { name: 'an alphabet of one’s own', wish: { alphabet: '0123456789', length: 40 }, biased: remainder, letters: 10 },
];

describe('a million characters', () => {
  test.each(KINDS)(
    '$name: as often as they should, which a biased generator fails',
    async ({ wish, biased, letters }) => {
      const type = wish.type ?? 'mixed';
      const made = await recipe(wish);
      const [sample] = keyTexts(drawKeys(made, 1));
      // of words a million draws, of the others a million characters
      const count = Math.ceil(CHARACTERS / (type === 'words' ? made.length : sample!.length - made.prefix.length));
      const shares = type === 'uuid' ? HEX_SHARES : expectedShares(made);
      expect(shares.size).toBe(letters);
      const of = (pick?: Pick) => chiSquare(tally(keyTexts(drawKeys(made, count, pick)), type, made.prefix), shares);
      expect(of()).toBeLessThan(threshold(letters - 1));
      expect(of(biased)).toBeGreaterThan(threshold(letters - 1));
    },
  );

  test('a class put in afterwards is a bias, and is seen', async () => {
    const made = await recipe({});
    const patched = keyTexts(drawKeys({ ...made, classes: [] }, CHARACTERS / 32)).map((key) =>
      /[-._~]/.test(key) ? key : `${'-._~'[randomInt(4)]}${key.slice(1)}`,
    );
    expect(chiSquare(tally(patched, 'mixed'), expectedShares(made))).toBeGreaterThan(threshold(65));
  });
});

describe('a hundred thousand keys', () => {
  test.each(KINDS)('$name: all different, and of the right form', async ({ wish }) => {
    const made = await recipe(wish);
    const keys = keyTexts(drawKeys(made, 100_000));
    expect(new Set(keys).size).toBe(100_000);
    const isWhole = (key: string) =>
      made.classes.every((letters) => letters.some((letter) => key.slice(made.prefix.length).includes(letter)));
    expect(keys.filter((key) => !isWhole(key))).toEqual([]);
    if (wish.type === 'uuid')
      expect(
        keys.filter((key) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key)),
      ).toEqual([]);
  });

  test('of few that there are, each comes once', () => {
    const digits = { symbols: [...'0123456789'], length: 2, separator: '', classes: [], prefix: '' };
    expect(new Set(keyTexts(drawKeys(digits, 100))).size).toBe(100);
  });
});

test.each([
  { name: '32 hexadecimal digits', wish: { type: 'hex' as const }, bits: 128 },
  { name: 'a uuid', wish: { type: 'uuid' as const }, bits: 122 },
  { name: 'ten words', wish: { type: 'words' as const }, bits: 10 * Math.log2(7776) },
  // of the 62³ texts of three letters and digits, 26 · 26 · 10 · 3! hold one of each class
  {
    name: 'what lacks a class is not counted',
    wish: { prefix: 'a_', length: 3, isWeak: true },
    bits: Math.log2(26 * 26 * 10 * 6),
  },
])('entropy: $name', async ({ wish, bits }) => {
  expect(bitsOf(await recipe(wish))).toBeCloseTo(bits, 6);
});
