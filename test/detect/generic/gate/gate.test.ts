import { describe, expect, test } from '@jest/globals';
import { rules, services } from '../../../../config/rules/index.ts';
import { fake, sample } from '../../../../src/rule.ts';
import { catalogue, latin1, lostIn, plain } from './lost.ts';

const PATHS = ['a.ts', 'a.yaml', 'README.md', 'a.xml'];

describe('the gate before the generic detector loses nothing', () => {
  test('of the examples of all rules', () => {
    const texts = [...rules, ...services].flatMap(({ examples }) => [
      ...(examples?.match ?? []),
      ...(examples?.miss ?? []),
    ]);
    expect(texts.length).toBeGreaterThan(1_000);
    expect(texts.flatMap((text, i) => lostIn(text, PATHS[i % PATHS.length]!)).slice(0, 5)).toEqual([]);
  });

  const NAMES = [
    'password',
    'DB_PASS',
    'api key',
    'x-api-key',
    'clientSecret',
    'auth.token',
    'pwd',
    'identified by',
    'curl',
    'cred',
    'senha key',
    'private_key[0]',
  ];
  const LINKS = [
    ' = ', ': ', ':', '=', ' => ', '" : ', "'] = ", ' := ', ' ?? ', ' || ', ' == ', ' !== ', ': string = ', ': string | undefined = ', ' string = ', ', ', '(',
    ' ', ' is ', ' for the user is ', ' or ', ' as ', '\n  value: ', '</key>\n<string>', '>', ' = \\\n  ', ' = (', ' = [\n  ', ' = Buffer.from(', ' = process.env.X ?? ',
    ' = get("x", ', ': |\n  ', ' = !secret ', ' - ', '\\": \\"', '&quot;: &quot;', '%22:%22', ' -u me:', ' = new Key(', "', default: ", ' type="text" value=', ': { value: ', '**: ', ' -eq ',
    '("administrator", ', ' = ("me", ', ' = get("sa" ,', "('a\\'b', @", ' = (\n', ' - ', ' token as ', ' key code for ', ' --value ', ' to id ', ' = "Bearer " + ', ": 'token' .",
  ]; // biome-ignore format: a table
  const QUOTES = ['"', "'", '`', '', '\\"', 'b"', '@"'];
  const VALUES = [
    fake('hex', 32), fake('alnum', 24, 1), fake('base64', 40, 2), `Bearer ${fake('alnum', 30, 3)}`, `Basic ${fake('base64', 24, 4)}`, `hunter${fake('digits', 2, 5)}`,
    fake('lower', 12, 6), fake('upper', 16, 7), sample('kT!', fake('alnum', 5, 8), '$x'), 'correct horse', 'undefined', 'the', '8080', `a${fake('digits', 4, 9)}`, `${fake('alnum', 10)}-${fake('alnum', 10, 2)}`,
  ]; // biome-ignore format: a table

  test.each(NAMES.map((name) => ({ name })))('of what $name is linked to, however it is', ({ name }) => {
    const lost: string[] = [];
    for (const [i, link] of LINKS.entries())
      for (const quote of QUOTES)
        for (const value of VALUES.filter((_, k) => (i + k) % 3 === 0)) {
          const close = quote.replace(/^[b@]/, '');
          const text = `x.${name}${link}${quote}${value}${close};\n`;
          lost.push(...lostIn(text, 'a.ts'), ...lostIn(text, 'a.yaml'));
        }
    expect(lost.slice(0, 5)).toEqual([]);
  });

  // cut at every bound, parted by what ends or changes a value, in quotes of its own, behind a scheme, as text in base64
  const LENGTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 19, 20, 120, 121, 198, 199, 200, 201];
  const PARTED = [
    ...[
      '-',
      '_',
      '.',
      ':',
      '/',
      ' ',
      '$',
      '&',
      '&&',
      '&a=',
      '&amp;',
      '|',
      '(',
      ')',
      '[0]',
      '{',
      '}',
      '<',
      '\\n',
      '\\',
      ';',
      ',',
    ],
    ...[
      '\xe9',
      '\xa0',
      '"',
      "'",
      '`',
      '=',
      '==',
      '://',
      '@',
      '!',
      '#%',
      '${x}',
      '%s',
      '...',
      '***',
      'xxxxx',
      'example',
    ],
  ];
  const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
  const mutations = (value: string) => [
    ...LENGTHS.map((length) => value.repeat(Math.ceil(length / value.length)).slice(0, length)),
    ...PARTED.flatMap((mark) => [4, 12].map((at) => value.slice(0, at) + mark + value.slice(at))),
    ...PARTED.flatMap((mark) => [mark + value, value + mark]),
    ...["'", '"', '`', '\\"'].map((quote) => quote + value + quote),
    ...['bearer ', 'Basic ', 'token: ', 'key ', 'Bearer\t', 'x:'].map((scheme) => scheme + value),
    ...[` ${value} `, base64(value), base64(`me:${value}`), `Basic ${base64(`me:${value}`)}`, value.toUpperCase()],
  ];

  test.each(VALUES.slice(0, 13).map((value, i) => ({ value, i })))(
    'of values changed at their bounds: $i',
    ({ value, i }) => {
      const lost: string[] = [];
      let turn = i;
      for (const changed of mutations(value)) {
        for (const name of ['password', 'clientSecret', 'user_pwd', 'cred', 'x-api-key', 'key']) {
          const [link, quote] = [LINKS[turn % LINKS.length]!, QUOTES[turn % QUOTES.length]!];
          const text = `x.${name}${link}${quote}${changed}${quote.replace(/^[b@]/, '')};\n`;
          lost.push(...lostIn(text, turn++ % 2 === 0 ? 'a.ts' : 'a.yaml'));
        }
        lost.push(...lostIn(`password = "${changed}"\n`, 'a.ts'), ...lostIn(`secret: ${changed}\n`, 'a.yaml'));
        lost.push(...lostIn(`if ("${changed}" === user.password) go();\n`, 'a.ts'));
        lost.push(...lostIn(`auth=("administrator", "${changed}")\n`, 'a.py'));
      }
      expect(lost.slice(0, 5)).toEqual([]);
    },
  );

  test('of random texts of what matters', () => {
    const pieces = [
      ...NAMES,
      ...LINKS,
      ...QUOTES,
      ...VALUES,
      '\n',
      ' ',
      '<',
      '>',
      '{',
      '}',
      ';',
      'or ',
      'is ',
      '"x" == ',
      '" == ',
      '", "',
      '= ("',
    ];
    let state = 7;
    const random = (n: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * n);
    };
    const lost: string[] = [];
    for (let round = 0; round < 800; round++) {
      let text = ' '.repeat(random(1100));
      for (let n = random(30); n >= 0; n--) text += pieces[random(pieces.length)]!;
      lost.push(...lostIn(text, PATHS[round % PATHS.length]!));
    }
    expect(lost.slice(0, 5)).toEqual([]);
  });

  test('and lets little of ordinary code pass', () => {
    const text = 'const token = lexer.next(); if (token.kind === Kind.Word) return this.keys.map((key) => key.name);\n';
    expect(
      plain(latin1(text.repeat(20)), false, 'a.ts').hits.ids.filter((id) => catalogue.isGeneric[id] === 1),
    ).toEqual([]);
  });
});
