import { describe, expect, test } from '@jest/globals';
import { indexLines } from '../../src/detect/lines.ts';

const binary = (text: string) => Buffer.from(text).toString('latin1');

describe('lines and columns', () => {
  test.each([
    ['a\nbc\n', 2, 4, [2, 1, 2, 3]],
    ['a\r\nbc\r\n', 3, 5, [2, 1, 2, 3]],
    ['a\rbc\r', 2, 4, [2, 1, 2, 3]],
    ['\ufeffabc', 3, 5, [1, 1, 1, 3]],
    ['äbc', 2, 4, [1, 2, 1, 4]],
    ['\u{1F511}b', 4, 5, [1, 3, 1, 4]],
    ['one\ntwo\nthree', 2, 9, [1, 3, 3, 2]],
  ] as const)('%j from %i to %i', (text, start, end, [line, column, endLine, endColumn]) => {
    expect(indexLines(binary(text)).span(start, end)).toEqual({ line, column, endLine, endColumn });
  });

  test.each([
    ['a\r\nb\n', ['a', 'b', '']],
    ['a\rb', ['a', 'b']],
    ['', ['']],
    ['\n\n', ['', '', '']],
  ] as const)('text of the lines of %j', (text, want) => {
    const lines = indexLines(text);
    expect(want.map((_, i) => lines.text(i))).toEqual(want);
  });

  test('a long line gives the same columns in any order, letters of two bytes included', () => {
    for (const before of ['', 'b', 'bb']) {
      const lines = indexLines(binary(`x\n${before}${'aä'.repeat(20_000)}`));
      const first = 2 + before.length;
      const places = [59_000, 30_001, 12_000, 3_000, 59_000, 59_003];
      for (const at of places) {
        const offset = first + Math.floor(at / 3) * 3;
        expect(lines.span(offset, offset + 1).column).toBe(1 + before.length + ((offset - first) / 3) * 2);
      }
    }
  });

  test('ten thousand findings on one line take no time', () => {
    const lines = indexLines('"0123456789",'.repeat(100_000));
    const start = performance.now();
    for (let i = 0; i < 10_000; i++) {
      lines.span(i * 130 + 1, i * 130 + 11);
      lines.text(0);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
