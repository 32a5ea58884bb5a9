import { describe, expect, test } from '@jest/globals';
import { rules, services } from '../../../../config/rules/index.ts';
import { commonHundredths } from '../../../../src/detect/generic/gate/common.ts';
import * as facts from '../../../../src/detect/generic/gate/facts.ts';
import { nameFacts, setName } from '../../../../src/detect/generic/gate/judge.ts';
import { learnWords } from '../../../../src/detect/generic/gate/lists.ts';
import { lossOfWords, mostOf, ONE, weightOfPlace } from '../../../../src/detect/generic/gate/score.ts';
import { placeBits } from '../../../../src/detect/generic/gate/told.ts';
import * as ways from '../../../../src/detect/generic/gate/way.ts';
import type { Link } from '../../../../src/detect/generic/link.ts';
import { judgeName } from '../../../../src/detect/generic/name.ts';
import { commonShare, measure } from '../../../../src/detect/generic/value.ts';
import { scoreOf } from '../../../../src/detect/generic/verdict.ts';
import { placeOf } from '../../../../src/detect/place.ts';
import { fake } from '../../../../src/rule.ts';

const WAYS: ReadonlyMap<string, unknown> = new Map(Object.entries(ways));

learnWords();

let state = 11;
function pick<T>(list: readonly T[]): T {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return list[Math.floor((state / 2 ** 32) * list.length)]!;
}

const UUID = `${fake('hex', 8)}-${fake('hex', 4)}-4${fake('hex', 3)}-a${fake('hex', 3)}-${fake('hex', 12)}`;
/** What measuring turns on: classes, capitals in mid-word, pieces, signs of phrases, UUIDs beside letters. */
const PIECES = [
  ...'aZ07-_$ .(){}~`|#@!^&*%?<>,;:+/=\\"\'\x7f\xe9\xa0\t',
  ...[
    'password',
    'Secret',
    'p4ss',
    'myKey',
    'Foo',
    'fOO',
    'XYZ',
    'word',
    'Token',
    'deadbeef',
    '0x',
    '()',
    '=>',
    '::',
    '->',
    '://',
    '="',
    '(?',
    UUID,
  ],
  ...[
    UUID.toUpperCase(),
    `A${UUID}`,
    fake('alnum', 9),
    fake('alnum', 10, 1),
    fake('alnum', 30, 2),
    fake('lower', 40, 3),
  ],
];
const values = [
  ...[...rules, ...services].flatMap(({ examples }) => [...(examples?.match ?? []), ...(examples?.miss ?? [])]),
  ...Array.from({ length: 20_000 }, () =>
    Array.from({ length: pick([1, 2, 3, 5, 8, 14]) }, () => pick(PIECES)).join(''),
  ),
].filter((value) => value.length > 0 && value.length < 200 && !/[^\0-\xff]/.test(value));

test('the gate measures values as value.ts does, whatever stands beside them', () => {
  const bitsOf = ({ rarity, noise }: { rarity: number; noise: number }, parts: number) =>
    [rarity, noise].map((bits) => Math.round(bits * parts));
  const measured = (value: string) => {
    facts.measure(Buffer.from(`aB7${value}xY9`, 'latin1'), 3, 3 + value.length);
    const { spaces, symbols, lower, upper, digits, foreign, marks, odd, uuid, hex } = facts;
    return [spaces, symbols, lower, upper, digits, foreign, marks, odd, uuid, hex, ...bitsOf(facts, 1)];
  };
  const told = (value: string) => {
    const known = measure(value);
    const { spaces, symbols, lower, upper, digits, foreign, marks, odd, uuid, hex } = known;
    return [spaces, symbols, lower, upper, digits, foreign, marks, odd, uuid, hex, ...bitsOf(known, 10)];
  };
  const differ = values.filter((value) => JSON.stringify(measured(value)) !== JSON.stringify(told(value)));
  expect(differ.slice(0, 5)).toEqual([]);
});

test('the gate never sees more common words than value.ts does', () => {
  const words = [
    'password',
    'Secret',
    'p4ss',
    'myKey',
    'TEST',
    'Api',
    'qwerty',
    's3cret',
    'p@ss',
    'dragonfly',
    'oAuth2',
    '_',
    '-',
    '9',
    'x',
  ];
  const wordy = Array.from({ length: 5_000 }, () =>
    Array.from({ length: pick([1, 2, 3, 5]) }, () => pick(words)).join(''),
  );
  let some = 0;
  const wrong = [...values, ...wordy].filter((value) => {
    const seen = commonHundredths(Buffer.from(`a${value}b`, 'latin1'), 1, 1 + value.length);
    if (seen > 75) some++;
    return seen / 100 > commonShare(value, 0) + 1e-9;
  });
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(some).toBeGreaterThan(500);
});

describe('the gate never gives less than verdict.ts', () => {
  const NAMES = [
    'password',
    'db.pass',
    'api key',
    'fakeToken',
    'secret_id',
    'auth',
    'credentials',
    'key',
    'publicKey',
    'x',
  ];
  const LINKS: readonly Link[] = [
    ...(['assign', 'compare', 'argument', 'fallback', 'space'] as const),
    ...(['prose', 'pair', 'element', 'wrapped'] as const),
  ];
  const PATHS = [
    'a.ts',
    'test/a.js',
    'a.yaml',
    '.env',
    'a.xml',
    'README.md',
    'examples/a.py',
    'locales/de.json',
    'test/fixtures/a',
    'a',
  ];

  test.each(PATHS.map((path) => ({ path })))('in $path', ({ path }) => {
    const place = placeOf(path);
    const low = values.filter((value) => {
      const [name, link, quote, literal] = [pick(NAMES), pick(LINKS), pick(['"', '']), pick([true, false])];
      const candidate = { name, nameStart: 0, nameEnd: name.length, start: 0, end: 0, quote, link, scheme: '' };
      const known = measure(value);
      const claims = {
        literal: literal || quote !== '' || link === 'element' || place.kind !== 'code',
        comment: false,
        shown: () => false,
        common: commonShare(value, known.noise),
      };
      const score = scoreOf({ candidate, name: judgeName(name), value: known, place, ...claims });
      const text = Buffer.from(`${name}\n${value}`, 'latin1');
      setName(0, name.length, false);
      facts.measure(text, name.length + 1, text.length);
      const way = WAYS.get(link.toUpperCase()) as number;
      expect(way).toBeGreaterThanOrEqual(0);
      const code = place.kind === 'code' ? ways.CODE : 0;
      const most =
        mostOf(text, name.length + 1, text.length, way | code, nameFacts(text), quote !== '', claims.literal) +
        weightOfPlace(placeBits(path), judgeName(name).kind === 'password') * ONE;
      const loss = lossOfWords(text, name.length + 1, text.length);
      expect(loss).toBe(Math.floor(loss));
      return (most - loss) / ONE / 100 < score - 1e-9;
    });
    expect(low.slice(0, 5)).toEqual([]);
  });
});
