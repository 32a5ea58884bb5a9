import { describe, expect, test } from '@jest/globals';
import { nameEnd, nameStart, setName } from '../../../../src/detect/generic/gate/judge.ts';
import { isOfLongLine, isTold, mayBeLiteral } from '../../../../src/detect/generic/gate/line.ts';
import * as surroundings from '../../../../src/detect/generic/surroundings.ts';
import { placeOf } from '../../../../src/detect/place.ts';
import { fake, sample } from '../../../../src/rule.ts';
import { catalogue, latin1, lostIn, plain } from './lost.ts';

const PATHS = [
  ...['src/a.ts', 'test/a.ts', 'test/fixtures/a.yaml', 'docs/a.py', 'README.md', 'examples/a.js', 'lib/generated/a.go'],
  ...[
    'a.min.js',
    'vendor/a.php',
    'locales/de.json',
    'i18n/de.js',
    '.env',
    'test/.env',
    'a.yaml',
    'a.xml',
    'a.html',
    'a',
  ],
];
const HEADS = [
  ...[
    '',
    '  ',
    ' * ',
    '// ',
    '  //',
    '# ',
    '-- ',
    '; ',
    'x = 1; // ',
    'f(a, // ',
    'f(a // ',
    "'x', ",
    '`',
    '/* ',
    '\xa0* ',
  ],
  ...['badge: ', 'a.svg?', 'bad ge: ', 'arn:aws:x::', `arn:aws:${'x'.repeat(91)}:`, `arn:aws:${'x'.repeat(93)}`],
  ...[`arn:aws${'x'.repeat(100)}`, `arn:aws${'x'.repeat(101)}`, 'arn:aws, '],
  ...[
    `${'x'.repeat(159)}*`,
    `// ${'x'.repeat(157)}`,
    `// ${'x'.repeat(158)}`,
    `"${'x'.repeat(158)}`,
    `"${'x'.repeat(160)}`,
  ],
];
const VALUES = [
  ...[fake('hex', 32), fake('alnum', 24, 1), fake('lower', 12, 2), `hunter${fake('digits', 2, 3)}`, fake('hex', 12, 4)],
  ...[
    sample('kT!', fake('alnum', 5, 8), '$x'),
    `user${fake('digits', 4, 9)}Name`,
    `a=>${fake('alnum', 12)}`,
    'correct horse',
  ],
  ...[
    'aaaaaaab',
    'abababababab',
    'abababababac',
    '0000-0000-0001',
    'x0000000y1z9',
    'x00000000y1z',
    'aa\xe9\xc9aa\xe9aaaa',
  ],
];
const NAMES = ['password', 'token', 'api_key', 'key', 'fakeSecret', 'local key', 'user_pwd'];
const ASSIGNED = [
  ...[' = "V"', ': V', '=V;', ': "V",', '=V', '("V")', ' V', ' is V', ' == "V"', ' ?? "V"'],
  ...[': x:V', ' = "x:V"', '>V</key>', ' = "Bearer V"'],
];

/** Texts whose line has about as many characters as make it a long one, most of them before or behind. */
const stretched = (text: string, n: number): string => {
  const missing = 496 + (n % 8) - text.length;
  const before = [0, missing, missing >> 1][n % 3]!;
  return `\n${'a,'.repeat(before >> 1)}${text}${' b'.repeat((missing - before) >> 1)}\nx`;
};

describe('the gate loses nothing, wherever the text lies and whatever its line is', () => {
  test.each(PATHS.map((path) => ({ path })))('in $path', ({ path }) => {
    const lost: string[] = [];
    let turn = 0;
    for (const name of NAMES)
      for (const assigned of ASSIGNED)
        for (const value of VALUES) {
          const text = `${HEADS[turn % HEADS.length]}${name}${assigned.replace('V', () => value)}`;
          lost.push(...lostIn(turn % 2 === 0 ? `x\n${text}\n` : stretched(text, turn), path));
          turn += turn % 7 === 0 ? 2 : 1;
        }
    expect(lost.slice(0, 5)).toEqual([]);
  });
});

test('the gate loses no password hash, and lets few groups of expressions pass', () => {
  const salted = (prefix: string, salt: number, rest: number) =>
    sample(prefix, fake('alnum', salt), '$', fake('alnum', rest, 3));
  const hashes = [
    ...[sample('$2a', '$10$', fake('alnum', 53)), salted('$1$', 1, 22), salted('$apr1$', 8, 22), salted('$5$', 1, 43)],
    ...[salted('$6$', 16, 86), salted('$8$', 14, 43), salted('$6$rounds=5000$', 9, 86)],
    sample('$argon2id', '$v=19$m=65536,t=3,p=4$', fake('alnum', 16), '$', fake('alnum', 32)),
  ];
  const count = (text: string) => plain(latin1(text), true, 'src/a.ts').hits.ids.length;
  expect(hashes.flatMap((hash) => ['', "'", '\n'].flatMap((end) => lostIn(`x = '${hash}${end}`, 'src/a.ts')))).toEqual(
    [],
  );
  expect(hashes.map(count).every((n) => n > 0)).toBe(true);
  expect(count("x.replace(/a/g, '$1$2$3').replace(/b/, '$1$1');")).toBe(0);
});

describe('what passes', () => {
  const value = `river_${fake('digits', 4, 9)}_stone`; // neither noise nor words: counts where the name says whose it is
  const words = (text: string, path: string | undefined) =>
    plain(latin1(text), true, path).hits.ids.filter((id) => catalogue.isGeneric[id] === 1).length;
  const long = `${'a,'.repeat(250)}adobe_token = "${value}"`;
  test.each([
    { path: 'src/a.ts', text: `adobe_token = "${value}"`, passes: true },
    { path: 'a.min.js', text: `adobe_token = "${value}"`, passes: false },
    { path: 'locales/de.js', text: `adobe_token = "${value}"`, passes: false },
    { path: 'src/a.ts', text: `\n${long}`, passes: false },
    { path: 'src/a.ts', text: long.replace(/(?<=^.{300})a,/, '\n'), passes: true },
    { path: 'a', text: long, passes: true },
    { path: 'src/a.ts', text: `x = 1; adobe_token = ${value}`, passes: false },
    { path: 'src/a.ts', text: `x.svg?adobe_token=${fake('hex', 12)}`, passes: false },
    { path: 'a', text: `arn:aws:x:adobe_token: ${fake('hex', 12)}`, passes: false },
    { path: 'a', text: `arn:aws, x:adobe_token: ${fake('hex', 12)}`, passes: true },
    { path: 'src/a.ts', text: `adobe_token = "${'0'.repeat(15)}1"`, passes: false },
    { path: 'src/a.ts', text: 'adobe_token = "my_password2_test"', passes: false },
    { path: 'src/a.ts', text: `// x = 1; adobe_token = ${value}`, passes: true },
  ])('in $path: $passes, case %#', ({ path, text, passes }) => {
    expect(words(text, path)).toBe(passes ? 1 : 0);
  });

  test('whether names are asked about at all is told by the path', () => {
    expect(['a.ts', 'yarn.lock', undefined].map((path) => words(`adobe_token = "${value}"`, path))).toEqual([1, 0, 0]);
  });
});

describe('the gate sees a line as the detector does', () => {
  const TAILS = [' = "', ': "', ' == ', ' '];
  const texts = HEADS.flatMap((head) =>
    TAILS.flatMap((tail, i) => [
      `${head}key${tail}`,
      `y\n${head}key${tail}`,
      `"\n//\n${head}${'z '.repeat(78 + i)}key${tail}`,
    ]),
  );

  test('a literal, a comment', () => {
    const differ = texts.filter((text) => {
      const [start, end] = [text.lastIndexOf('key'), text.lastIndexOf('key') + 3];
      const bytes = latin1(text);
      setName(start, end, true);
      const head = surroundings.lineBefore(text, start);
      const candidate = { name: 'key', nameStart: start, nameEnd: end, start: text.length, end: text.length };
      const told = { ...candidate, quote: '', link: 'assign', scheme: '' } as const;
      const literal = /\/\/|^\s*(?:#|\*|--|;)|["'`]/.test(head);
      const comment = /^\s*\*/.test(head) || surroundings.isTold(text, told, head, placeOf('a.yaml'));
      return mayBeLiteral(bytes, nameStart) !== literal || isTold(bytes, nameStart, nameEnd, text.length) !== comment;
    });
    expect(differ).toEqual([]);
  });

  test('a long line', () => {
    const differ: string[] = [];
    let long = 0;
    for (const before of [0, 1, 249, 250, 499, 500, 501])
      for (const behind of [0, 1, 248, 249, 250, 251, 498, 499, 500, 501])
        for (const around of ['', '\n', `${'z'.repeat(600)}\n`]) {
          const text = `${around}${'a'.repeat(before)}${'b'.repeat(behind)}${around === '' ? '' : `\n${'c'.repeat(600)}`}`;
          const at = around.length + before;
          const want = surroundings.isOfLongLine(text, at);
          if (isOfLongLine(latin1(text), at, at) !== want) differ.push(`${before} ${behind} ${around.length}`);
          if (want) long++;
        }
    expect(differ).toEqual([]);
    expect(long).toBeGreaterThan(30);
  });
});
