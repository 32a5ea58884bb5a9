import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { builtInCatalogue } from '../../config/catalogue.ts';
import { rules } from '../../config/rules/index.ts';
import { type Placed, versionKeeperFor } from '../../src/detect/kernel/again.ts';
import { scannerFor } from '../../src/detect/kernel/scanner.ts';
import { genericSpots, hitsOfRules, textOf } from '../../src/detect/near.ts';
import type { Hits } from '../../src/detect/prefilter.ts';

const catalogue = builtInCatalogue();
const scan = scannerFor(catalogue);
const keeper = versionKeeperFor(catalogue)!;
const NONE: Hits = { offsets: [], ids: [] };

/** A generator of numbers below `n`, always the same for one seed. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
};

const sorted = ({ offsets, ids }: Hits) => ids.map((id, i) => offsets[i]! * 10_000 + id).sort((a, b) => a - b);
const feedsIn = (bytes: Uint8Array) => bytes.filter((b) => b === 10).length;
const isControl = (b: number) => b < 32 && b !== 9 && b !== 10 && b !== 13;

/** What `compare` has to say of two texts, told slowly. */
const told = (old: Buffer, now: Buffer, path: string) => {
  const most = Math.min(old.length, now.length);
  let [head, tail] = [0, 0];
  while (head < most && old[head] === now[head]) head++;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const { hits, mayHide } = scan(now, true, path);
  const change = { from: head, to: now.length - tail };
  const isSeen =
    hitsOfRules(hits, catalogue, change, () => textOf(now)) !== undefined ||
    genericSpots(now, hits, catalogue, change).length > 0;
  const isPlain = !(now[0]! >= 0xfe) && !now.subarray(head, now.length - tail).some(isControl);
  return {
    said: { head, tail, lineFeeds: feedsIn(now) - feedsIn(old), isPlain, isSeen },
    hits: sorted(hits),
    mayHide,
  };
};

const keep = (bytes: Buffer, path = 'a'): Placed => keeper.keep(bytes, scan(bytes, true, path).hits)!;

describe('two texts: head, tail and what is between', () => {
  test.each([
    ['', '', 0, 0],
    ['abc', '', 0, 0],
    ['', 'abc', 0, 0],
    ['abc', 'abc', 3, 0],
    ['abab', 'ab', 2, 0],
    ['aXb', 'aYb', 1, 1],
    ['xa', 'ya', 0, 1],
    ['x'.repeat(9000), `${'x'.repeat(5000)}y${'x'.repeat(5000)}`, 5000, 4000],
    [`${'x'.repeat(70_000)}A${'z'.repeat(70_000)}`, `${'x'.repeat(70_000)}B${'z'.repeat(70_000)}`, 70_000, 70_000],
  ])('case %#', (a, b, head, tail) => {
    expect(keeper.compare(keep(Buffer.from(a)), Buffer.from(b), 'a')).toMatchObject({ head, tail });
  });

  test('of every length up to 40, and every place at which they differ', () => {
    const wrong: string[] = [];
    for (let length = 0; length <= 40; length++) {
      for (let at = 0; at <= length; at++) {
        const old = Buffer.alloc(length, at % 3 === 0 ? 'a\n' : 'a');
        for (const put of ['', '\n', '\0', 'a', '\x1bxx\n\n']) {
          const now = Buffer.concat([old.subarray(0, at), Buffer.from(put), old.subarray(at + (length & 3))]);
          const { placed: _, hides: _h, isAll: _a, ...said } = keeper.compare(keep(old), now, 'a')!;
          const { said: want } = told(old, now, 'a');
          if (JSON.stringify(said) !== JSON.stringify(want)) wrong.push(`${length} ${at} ${JSON.stringify(put)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('whether a text holds control characters', () => {
  for (let c = 0; c < 256; c++) {
    for (const at of [0, 1, 15, 16, 17, 39]) {
      const bytes = Buffer.alloc(40, 'x');
      bytes[at] = c;
      expect(keeper.isPlain(keeper.keep(bytes, NONE)!)).toBe(!isControl(c) && (at > 0 || c < 0xfe));
    }
  }
});

describe('a text after another', () => {
  const fillers = Array.from(
    { length: 200 },
    (_, i) => `${' '.repeat(i % 9)}const n${i} = compute(${i * 7}, m${i % 13});`,
  );
  const pieces = [
    ...rules.flatMap((rule) => [...rule.examples.match, ...rule.examples.miss]).map(String),
    ...readFileSync('src/commands/scan/file.ts', 'utf8').split('\n'),
    'password: |', '  token =', '', '\n\n\n', '"a" +', "'b'", 'stripe', 'secret', '\0', '\x1b[0m', 'é'.repeat(30),
  ]; // biome-ignore format: a table

  test('has the hits of a search of the whole, and sees what the detector sees', () => {
    const wrong: string[] = [];
    let [quiet, seen] = [0, 0];
    for (let seed = 0; seed < 60; seed++) {
      const random = randomOf(seed);
      const path = ['a.yaml', 'src/a.ts', 'yarn.lock', 'test/a.js', 'a.xml'][seed % 5]!;
      const lines = (count: number) =>
        Array.from({ length: count }, () => {
          const from = random(60) === 0 ? pieces : fillers;
          return from[random(from.length)]!;
        });
      let text = lines(random(500));
      let old = Buffer.from(text.join('\n'));
      let last = keep(old, path);
      for (let i = 0; i < 25; i++) {
        const at = random(text.length + 1);
        text = [...text.slice(0, at), ...lines(random(3)), ...text.slice(at + random(i === 9 ? 400 : 3))];
        const now = Buffer.from(text.join('\n'));
        const compared = keeper.compare(last, now, path);
        if (compared === undefined) throw new Error('no room');
        const { placed, hides, isAll, ...said } = compared;
        const want = told(old, now, path);
        const both = [
          [said, sorted(keeper.hitsOf(placed))],
          [want.said, want.hits],
        ].map((all) => JSON.stringify(all));
        const hidden = isAll ? isDeepStrictEqual(hides, want.mayHide) : (hides.forms & ~want.mayHide.forms) === 0;
        if (both[0] !== both[1] || !hidden) wrong.push(`seed ${seed}, ${i}: ${both.join(' not ')}`);
        if (said.isSeen) seen++;
        else quiet++;
        [old, last] = [now, placed];
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(Math.min(quiet, seen)).toBeGreaterThan(200);
  });
});

describe('room for texts', () => {
  const long = (size: number) => Buffer.alloc(size, 'const a = 1;\n');

  test('what has been written over is not compared with', () => {
    const first = keep(long(1_000));
    for (let i = 0; i < 2; i++) keeper.keep(long(1 << 20), NONE);
    expect(keeper.compare(first, long(900), 'a')).toBeDefined();
    for (let i = 0; i < 3; i++) keeper.keep(long(1 << 20), NONE);
    expect(keeper.compare(first, long(900), 'a')).toBeUndefined();
  });

  test('nor what a longer one has been written over that did not stay', () => {
    // no shorter ones, with which the ring would begin anew
    const old = Buffer.from(`${'const a = secret;\n'.repeat(4_000)}${pieceOf(0)}`);
    const now = Buffer.concat([old, Buffer.from('x\n')]);
    const hits = sorted(scan(now, true, 'a').hits);
    for (let place = 200_000; place < 1_600_000; place += 200_000) {
      keeper.keep(long(place), NONE);
      const first = keep(old);
      for (let i = 0; ; i++) {
        expect(keeper.compare(first, Buffer.alloc(1_200_000), 'a')).toBeUndefined();
        const compared = keeper.compare(first, now, 'a');
        if (compared === undefined) break;
        expect(compared).toMatchObject({ head: old.length, tail: 0 });
        expect(sorted(keeper.hitsOf(compared.placed))).toEqual(hits);
        expect(i).toBeLessThan(60);
        keeper.keep(long(100_000), NONE);
      }
    }
  });

  test.each([
    { name: 'a text that is too long', old: long(10), now: long(3 << 20) },
    { name: 'a change that is too long', old: long(10), now: long(400_000) },
    { name: 'more hits than there is room for', old: long(10), now: Buffer.from(`password = "${'a1'.repeat(12)}"\n`.repeat(9_000)) },
  ])('$name: it has to be looked at as a whole', ({ old, now }) => {
    expect(keeper.compare(keep(old), now, 'a')).toBeUndefined();
    expect(keeper.compare(keep(old), Buffer.concat([old, Buffer.from('x')]), 'a')).toBeDefined();
  }); // biome-ignore format: a table

  test('hits in many texts by turns stay with theirs', () => {
    const texts = Array.from({ length: 60 }, (_, i) => Buffer.from(`${'x = 1;\n'.repeat(i * 20)}${pieceOf(i)}`));
    const placed = texts.map((text) => keep(text));
    placed.forEach((one, i) => {
      expect(sorted(keeper.hitsOf(one))).toEqual(sorted(scan(texts[i]!, true, 'a').hits));
    });
  });
  const pieceOf = (i: number) => String(rules[i]!.examples.match[0]);
});
