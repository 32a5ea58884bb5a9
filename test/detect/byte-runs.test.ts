import { describe, expect, test } from '@jest/globals';
import { builtInCatalogue } from '../../config/catalogue.ts';
import {
  CHARS,
  OF_ADDRESSES,
  OF_BARE,
  OF_CALLS,
  OF_EXPRESSIONS,
  OF_MEMBERS,
  OF_NAMES,
  OF_NUMBERS,
  OF_QUOTED,
  OF_TAGS,
  OF_TYPES,
  OF_UNNUMBERED,
  runBefore,
  runFrom,
  setsOf,
} from '../../src/detect/byte-runs.ts';
import { kernelScanner, plainScanner } from '../../src/detect/kernel/scanner.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const EVERY = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i));

test.each([
  { name: 'addresses', set: OF_ADDRESSES, is: /^[^\0- "'@`]$/s },
  { name: 'names', set: OF_NAMES, is: /^[\w$.-]$/ },
  { name: 'calls', set: OF_CALLS, is: /^[\w$.:<>[\]]$/ },
  { name: 'types', set: OF_TYPES, is: /^[\w.<>[\]?&*]$/ },
  { name: 'expressions', set: OF_EXPRESSIONS, is: /^(?!o)[\w$.!()[\]'" -]$/ },
  { name: 'members', set: OF_MEMBERS, is: /^[\w$.]$/ },
  { name: 'numbers', set: OF_NUMBERS, is: /^[\d._]$/ },
  { name: 'bare values', set: OF_BARE, is: /^[^\0- "'`;<>\\&]$/s },
  { name: 'all but digits', set: OF_UNNUMBERED, is: /^\D$/s },
  { name: 'what stands in quotes', set: OF_QUOTED, is: /^[^"'`\n\\]$/s },
  { name: 'what stands in a tag', set: OF_TAGS, is: /^[^<>\n]$/s },
])('the set of $name', ({ set, is }) => {
  expect(EVERY.filter((c) => runFrom(latin1(c), 0, 1, CHARS, set) === 1)).toEqual(EVERY.filter((c) => is.test(c)));
});

test('any bytes make a set, and a run ends with it, with the text, or at its limit', () => {
  const sets = setsOf(['ab\xe9', '\xff']);
  const text = latin1('..ab\xe9\xffb');
  expect([2, 1].map((most) => runFrom(text, 2, most, sets, 0))).toEqual([2, 1]);
  expect([0, 32].map((set) => runFrom(text, 5, 9, sets, set))).toEqual([0, 1]);
  expect([runFrom(text, 6, 9, sets, 0), runBefore(text, 5, 9, sets, 0), runBefore(text, 5, 2, sets, 0)]).toEqual([
    1, 3, 2,
  ]);
  expect([runFrom(text, 2, -1, sets, 0), runBefore(text, 1, 0, sets, 0)]).toEqual([0, 0]);
});

describe('kernel and twin count the same', () => {
  const catalogue = builtInCatalogue();
  const [kernel, plain] = [kernelScanner(catalogue, 1024)!, plainScanner(catalogue)];

  test.each([
    { name: 'names before the word', text: (run: string) => `${run}token = "Tr0ub4dor&3x"`, letter: 'a' },
    { name: 'names behind it', text: (run: string) => `token${run} = "Tr0ub4dor&3x"`, letter: '_' },
    { name: 'tags before it', text: (run: string) => `<${run} token>Tr0ub4dor&3x</b>`, letter: '/' },
    { name: 'types', text: (run: string) => `token: ${run} = "Tr0ub4dor&3x"`, letter: '<' },
    { name: 'types in parts', text: (run: string) => `token: A | ${run} | B | C = "Tr0ub4dor&3x"`, letter: 'T' },
    { name: 'calls', text: (run: string) => `token = ${run}("Tr0ub4dor&3x")`, letter: ':' },
    { name: 'expressions', text: (run: string) => `token = x${run} || "Tr0ub4dor&3x"`, letter: 'o' },
    { name: 'values in quotes', text: (run: string) => `token = "${run}7"`, letter: "'" },
    { name: 'bare values', text: (run: string) => `token: ${run}7x`, letter: 'a' },
    { name: 'bare values without a digit', text: (run: string) => `token: ${run}`, letter: '/' },
    { name: 'numbers', text: (run: string) => `token: ${run}`, letter: '8' },
  ])('$name of every length, at every place', ({ text, letter }) => {
    const wrong: string[] = [];
    let [some, none] = [0, 0];
    for (let length = 0; length < 230; length++)
      for (const [path, before] of [
        ['a.yaml', ' '.repeat(length % 17)],
        ['a.ts', '\n'.repeat(1000 + (length % 31))],
      ] as const) {
        const bytes = latin1(before + text(letter.repeat(length)));
        const [a, b] = [kernel, plain].map((scan) => JSON.stringify(scan(bytes, true, path).hits));
        if (a !== b) wrong.push(`${length}: kernel ${a}, twin ${b}`);
        if (plain(bytes, true, path).hits.ids.some((id) => catalogue.isGeneric[id] === 1)) some++;
        else none++;
      }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(Math.min(some, none)).toBeGreaterThan(0);
  });
});
