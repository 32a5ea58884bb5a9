import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LineRange } from '../../src/model.ts';
import { addedLines, intersect } from '../../src/sources/added-lines.ts';
import { cleanEnv, scratch } from '../repo.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Lines as git numbers them: those that stand behind a `+`. */
function byGit(before: string, now: string, dir: string): number {
  writeFileSync(join(dir, 'a'), before);
  writeFileSync(join(dir, 'b'), now);
  const diff = spawnSync('git', ['diff', '--no-index', '-U0', '--no-color', '--no-ext-diff', '--minimal', 'a', 'b'], {
    cwd: dir,
    env: cleanEnv(),
    encoding: 'latin1',
  }).stdout;
  return diff.split('\n').filter((line) => line.startsWith('+') && !line.startsWith('+++')).length;
}

const count = (ranges: readonly LineRange[]) => ranges.reduce((sum, [from, to]) => sum + to - from, 0);

/** What stays of `now` must be found in `before` in the same order. */
function isSubsequence(kept: readonly string[], before: readonly string[]): boolean {
  let at = 0;
  for (const line of before) if (kept[at] === line) at++;
  return at === kept.length;
}

describe('added lines', () => {
  const roll = dice(3);
  const text = () => Array.from({ length: roll(30) }, () => `${'abcdefgh'[roll(8)]}\n`).join('');
  const edited = (from: string) =>
    from
      .split('\n')
      .slice(0, -1)
      .flatMap((line) => (roll(6) === 0 ? [] : roll(6) === 0 ? [line, 'new'] : roll(8) === 0 ? ['other'] : [line]))
      .map((line) => `${line}\n`)
      .join('');

  test('are as few as git finds, and nothing that stays is out of order', () => {
    const dir = scratch();
    for (let round = 0; round < 150; round++) {
      const before = text();
      const now = round % 3 === 0 ? text() : edited(before);
      const added = addedLines(bytes(before), bytes(now));
      const lines = now.split('\n').slice(0, -1);
      const kept = lines.filter((_, i) => !added.some(([from, to]) => i >= from && i < to));
      expect([round, count(added)]).toEqual([round, byGit(before, now, dir)]);
      expect(isSubsequence(kept, before.split('\n'))).toBe(true);
    }
  });

  test('past the limit no line that is new is lost', () => {
    const many = (word: string, n: number) => Array.from({ length: n }, (_, i) => `${word}${i}\n`).join('');
    const before = many('a', 4_000);
    const now = `${many('b', 2_000)}secret\n${many('a', 10)}${many('c', 2_000)}`;
    const added = addedLines(bytes(before), bytes(now));
    expect(added.some(([from, to]) => from <= 2_000 && 2_000 < to)).toBe(true);
    expect(count(added)).toBeGreaterThanOrEqual(4_001);
  });

  test.each([
    ['a\rb\r', 'a\rx\rb\r', [[1, 2]]],
    ['a\nb\n', 'a\rx\rb\r', [[1, 2]]],
    ['a\rb\r', 'a\nx\nb\n', [[1, 2]]],
    ['a', 'a\n', []],
    ['', 'a\nb', [[0, 2]]],
    ['a\n', '', []],
    ['a\na\n', 'a\na\na\n', [[2, 3]]],
  ] as const)('%j → %j', (before, now, want) => {
    expect(addedLines(bytes(before), bytes(now))).toEqual(want);
  });

  test('intersect', () => {
    expect(intersect([[0, 5], [8, 9]], [[3, 8], [8, 20]])).toEqual([[3, 5], [8, 9]]); // biome-ignore format: ranges
    expect(intersect([[0, Number.POSITIVE_INFINITY]], [[2, 4]])).toEqual([[2, 4]]);
    expect(intersect([], [[2, 4]])).toEqual([]);
  });
});
