import { describe, expect, test } from '@jest/globals';
import * as words from '../../../../config/generic/words.ts';
import {
  ABBREVIATED,
  DESCRIBED,
  DIGEST,
  HOMEMADE,
  kindOf,
  LAST,
  OTHER,
  PERHAPS,
  PRETENDED,
  SHARED,
  SPELT,
  wordCount,
} from '../../../../src/detect/generic/gate/claims.ts';
import { nameFacts, setName } from '../../../../src/detect/generic/gate/judge.ts';
import { learnWords } from '../../../../src/detect/generic/gate/lists.ts';
import { judgeName } from '../../../../src/detect/generic/name.ts';

learnWords();

const KINDS = ['none', 'weak', 'auth', 'credential', 'apikey', 'token', 'secret', 'password'];

/** What `judgeName` says. */
function told(name: string): unknown {
  const facts = judgeName(name);
  const [word = '', own = word] = facts.words;
  const { kind, described, other, perhaps, pretended, shared, homemade, digest, last } = facts;
  const claims = [described, other, perhaps, pretended, shared, homemade, digest, last];
  return [kind, ...claims, own === 'pass' || own === 'pwd', own === 'password', Math.min(3, facts.words.length)];
}

/** What the gate says, from bytes. */
function judged(name: string): unknown {
  setName(0, name.length, false);
  const facts = nameFacts(Buffer.from(name, 'latin1'));
  const claims = [DESCRIBED, OTHER, PERHAPS, PRETENDED, SHARED, HOMEMADE, DIGEST, LAST, ABBREVIATED, SPELT];
  return [KINDS[kindOf(facts)], ...claims.map((claim) => (facts & claim) !== 0), wordCount(facts)];
}

const differ = (names: readonly string[]) =>
  names.filter((name) => JSON.stringify(told(name)) !== JSON.stringify(judged(name))).slice(0, 5);

const listed = [
  ...Object.values(words.NAME_WORDS),
  words.TAIL_NOT,
  words.NAME_NOT,
  words.PRETENDED,
  words.HOMEMADE,
  words.SHARED,
  words.VALUE_NOT,
  words.HOLDERS,
]
  .join(' ')
  .split(/ +/)
  .filter((word) => word !== '');
const pairs = `${words.KEY_PAIRS}${words.OTHER_PAIRS}`.split('|').filter((pair) => pair !== '');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

describe('the gate judges names as name.ts does', () => {
  test('of each word of each list, however it is written', () => {
    const forms = (word: string) => [
      word,
      word.toUpperCase(),
      `my${capital(word)}`,
      `${word}_key`,
      `password${capital(word)}`,
      `password${word}`,
      `API${capital(word)}`,
      `SERVICE${word}`,
      `token.${word}`,
      `x-${word}-2`,
      `secret ${word}s`,
      `${word}.password`,
      `${word}apikey`,
    ];
    expect(listed.length).toBeGreaterThan(600);
    expect(differ(listed.flatMap(forms))).toEqual([]);
  });

  test('of each pair', () => {
    const forms = (pair: string) => {
      const [first = '', second = ''] = pair.split(' ');
      return [
        pair,
        `${first}_${second}`,
        `${first}${capital(second)}`,
        `${first.toUpperCase()}${capital(second)}2`,
        `${second}-${first}`,
      ];
    };
    expect(differ(pairs.flatMap(forms))).toEqual([]);
  });

  test('of names put together at random', () => {
    const pieces = [
      '_',
      '.',
      '-',
      ' ',
      '2',
      'A',
      'BC',
      'x',
      'yz',
      'S',
      's',
      'ABCdef',
      ...listed,
      ...listed.map(capital),
      ...listed.map((w) => w.toUpperCase()),
    ];
    let state = 11;
    const random = (n: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    };
    const names = Array.from({ length: 20_000 }, () => {
      let name = '';
      for (let n = random(5); n >= 0; n--) name += pieces[random(random(2) === 0 ? 12 : pieces.length)]!;
      return name;
    });
    expect(differ(names)).toEqual([]);
  });

  test.each([
    { text: 'zoho token', code: true, kind: 'token', count: 2 },
    { text: 'local password', code: true, kind: 'password', count: 1 },
    { text: 'public key', code: true, kind: 'weak', count: 2 },
    { text: 'x.api key', code: false, kind: 'weak', count: 1 },
    { text: 'my private-api key', code: false, kind: 'apikey', count: 3 },
  ])('of $text, with the word before it', ({ text, code, kind, count }) => {
    setName(text.lastIndexOf(' ') + 1, text.length, code);
    const facts = nameFacts(Buffer.from(text, 'latin1'));
    expect([KINDS[kindOf(facts)], wordCount(facts)]).toEqual([kind, count]);
  });
});
