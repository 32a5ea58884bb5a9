import { describe, expect, test } from '@jest/globals';
import { anchorOf } from '../../src/detect/anchor.ts';
import { compileKeywords, findKeywords } from '../../src/detect/prefilter.ts';

const found = (text: string, keywords: string[]) => {
  const { tables } = compileKeywords(keywords);
  const hits = findKeywords(Buffer.from(text, 'latin1'), tables);
  return hits.offsets.map((o, i) => `${o}:${tables.keywords[hits.ids[i]!]}`).sort();
};

test.each([
  { keyword: 'sk-', rare: 'sk-' },
  { keyword: 'salesforce', rare: 'sfo' }, // not `for`
  { keyword: 'encoding_key', rare: 'g_k' }, // not `ing`
  { keyword: 'ing', rare: 'ing' },
  { keyword: 'ingthe', rare: 'gth' },
])('$keyword is looked for by $rare', ({ keyword, rare }) => {
  const at = anchorOf(keyword);
  expect(keyword.slice(at, at + 3)).toBe(rare);
});

describe('findKeywords', () => {
  test.each([
    { name: 'empty text', text: '', keywords: ['abcd'], want: [] },
    { name: 'shorter than a word', text: 'ab', keywords: ['abc'], want: [] },
    { name: 'whole text of three', text: 'sk-', keywords: ['sk-'], want: ['0:sk-'] },
    { name: 'three at the very end', text: 'xx sk-', keywords: ['sk-'], want: ['3:sk-'] },
    { name: 'four at the very end', text: 'xghp_', keywords: ['ghp_'], want: ['1:ghp_'] },
    { name: 'upper case', text: 'PASSWORD', keywords: ['password'], want: ['0:password'] },
    {
      name: 'two in one place',
      text: 'secret_key',
      keywords: ['secret', 'secret_key'],
      want: ['0:secret', '0:secret_key'],
    },
    { name: 'folding does not confuse _ and DEL', text: 'ghp\x7f', keywords: ['ghp_'], want: [] },
    { name: 'overlapping', text: 'aaaaa', keywords: ['aaaa'], want: ['0:aaaa', '1:aaaa'] },
    { name: 'high bytes', text: '\xe9\xe9key=\xff', keywords: ['key'], want: ['2:key'] },
  ])('$name', ({ text, keywords, want }) => expect(found(text, keywords)).toEqual(want));

  test('agrees with a plain search on random text', () => {
    const keywords = ['abc', 'bca', 'abca', 'ccab', 'aabbcc', '_a-b'];
    let state = 7;
    for (let round = 0; round < 300; round++) {
      let text = '';
      for (let i = 0; i < 60; i++) {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        text += 'abcABC_-'[(state >>> 16) % 8];
      }
      const want: string[] = [];
      for (const k of keywords) {
        for (let at = text.toLowerCase().indexOf(k); at >= 0; at = text.toLowerCase().indexOf(k, at + 1))
          want.push(`${at}:${k}`);
      }
      expect(found(text, keywords)).toEqual(want.sort());
    }
  });
});
