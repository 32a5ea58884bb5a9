/** Lines that hold a made-up secret, or a word in its place, in many languages: what the labelled corpora have too little of. */
export interface Made {
  readonly path: string;
  readonly text: string;
  readonly value: string;
  readonly label: 0 | 1;
  /** Form of the line and kind of the value: what a split keeps together. */
  readonly group: string;
}

type Random = (below: number) => number;

/** The same numbers every time (a linear congruential generator). */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const FORMS: readonly (readonly [path: string, line: (name: string, value: string) => string])[] = [
  ['a.ts', (n, v) => `const ${n} = '${v}';`], ['a.ts', (n, v) => `export const ${n}: string = "${v}";`], ['a.js', (n, v) => `module.exports = { ${n}: '${v}' };`],
  ['a.ts', (n, v) => `private readonly ${n} = '${v}';`], ['a.ts', (n, v) => `const x = process.env.${n} || '${v}';`], ['a.tsx', (n, v) => `<Client ${n}="${v}" />`],
  ['a.js', (n, v) => `if (${n} === '${v}') return;`], ['a.json', (n, v) => `{"${n}": "${v}"}`], ['a.yml', (n, v) => `${n}: ${v}`], ['a.yml', (n, v) => `${n}: "${v}"`],
  ['a.toml', (n, v) => `${n} = "${v}"`], ['a.ini', (n, v) => `${n} = ${v}`], ['.env', (n, v) => `${n}=${v}`], ['.env', (n, v) => `${n}="${v}"`], ['a.properties', (n, v) => `app.${n}=${v}`],
  ['a.sh', (n, v) => `export ${n}='${v}'`], ['a.sh', (n, v) => `run --${n} ${v}`], ['Dockerfile', (n, v) => `ENV ${n}=${v}`], ['a.tf', (n, v) => `${n} = "${v}"`], ['a.xml', (n, v) => `<${n}>${v}</${n}>`],
  ['a.config', (n, v) => `<add key="${n}" value="${v}" />`], ['a.py', (n, v) => `${n} = "${v}"`], ['a.py', (n, v) => `connect(${n}='${v}')`], ['a.py', (n, v) => `os.environ.get("${n}", "${v}")`],
  ['a.go', (n, v) => `${n} := "${v}"`], ['a.go', (n, v) => `var ${n} string = "${v}"`], ['A.java', (n, v) => `private static final String ${n} = "${v}";`], ['A.java', (n, v) => `props.setProperty("${n}", "${v}");`],
  ['a.kt', (n, v) => `val ${n}: String = "${v}"`], ['A.cs', (n, v) => `public string ${n} = "${v}";`], ['a.php', (n, v) => `$${n} = '${v}';`], ['a.php', (n, v) => `'${n}' => '${v}',`], ['a.php', (n, v) => `define('${n}', '${v}');`],
  ['a.rb', (n, v) => `${n}: '${v}'`], ['a.rb', (n, v) => `config.${n} = "${v}"`], ['a.swift', (n, v) => `let ${n} = "${v}"`], ['a.rs', (n, v) => `let ${n} = "${v}";`], ['a.lua', (n, v) => `local ${n} = "${v}"`],
  ['a.sql', (n, v) => `SET ${n} = '${v}';`], ['a.cpp', (n, v) => `std::string ${n} = "${v}";`], ['a.m', (n, v) => `NSString *${n} = @"${v}";`], ['a.gradle', (n, v) => `${n} "${v}"`], ['a.txt', (n, v) => `${n}: ${v}`],
  ['a.txt', (n, v) => `${n} = ${v}`], ['a.md', (n, v) => `- ${n}: \`${v}\``], ['a.http', (n, v) => `${n}: ${v}`], ['a.txt', (n, v) => `https://a.io/v1?${n}=${v}&page=1`], ['a.conf', (n, v) => `set ${n} "${v}"`],
]; // biome-ignore format: a table

/** The telling part of a name, and whether people choose the value themselves. */
const TELLING: readonly (readonly [words: string, chosen: boolean])[] = [
  ['password', true], ['password', true], ['passwd', true], ['pwd', true], ['pass', true], ['passphrase', true], ['db password', true], ['root password', true],
  ['secret', false], ['client secret', false], ['secret key', false], ['shared secret', false], ['token', false], ['access token', false], ['auth token', false], ['refresh token', false],
  ['api key', false], ['apikey', false], ['api secret', false], ['access key', false], ['private key', false], ['encryption key', false], ['credentials', true], ['api token', false],
]; // biome-ignore format: a table

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const SIGNS = '!@#$%^&*()-_=+[]{}:;,.?/~|';

type Value = (random: Random, word: () => string) => string;

const text = (random: Random, letters: string, least: number, most: number) =>
  Array.from({ length: least + random(most - least + 1) }, () => letters.charAt(random(letters.length))).join('');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const LEET: Readonly<Record<string, string>> = { a: '@', o: '0', e: '3', i: '1', s: '$' };

const ISSUED: Readonly<Record<string, Value>> = {
  hex: (r) => text(r, '0123456789abcdef', 32, 64),
  alnum: (r) => text(r, ALNUM, 16, 64),
  base64: (r) => `${text(r, `${ALNUM}+/`, 22, 86)}==`,
  url: (r) => text(r, `${ALNUM}-_`, 20, 64),
  lower: (r) => text(r, 'abcdefghijklmnopqrstuvwxyz0123456789', 16, 40),
  signs: (r) => text(r, `${ALNUM}${SIGNS}`, 16, 64),
  broken: (r, word) =>
    `${word()}${word()}${word()}`.replace(/[a-z]/g, (c) => (r(3) === 0 ? SIGNS.charAt(r(SIGNS.length)) : c)),
  prefixed: (r, word) => `${word().slice(0, 4)}_${text(r, ALNUM, 20, 40)}`,
  parts: (r) => `${text(r, ALNUM, 8, 16)}.${text(r, ALNUM, 16, 40)}`,
  uuid: (r) => [8, 4, 4, 4, 12].map((n) => text(r, '0123456789abcdef', n, n)).join('-'),
};

const CHOSEN: Readonly<Record<string, Value>> = {
  mixed: (r) => text(r, ALNUM, 8, 16),
  signs: (r) => text(r, `${ALNUM}${SIGNS}`, 8, 28),
  numbered: (r, word) => `${capital(word())}${text(r, '0123456789', 2, 4)}${text(r, '!@#$', 0, 1)}`,
  two: (r, word) => `${word()}${capital(word())}${text(r, '0123456789', 1, 4)}`,
  parted: (r, word) => `${word()}${text(r, '!@#$%&*-_.', 1, 1)}${word()}${text(r, '0123456789', 1, 3)}`,
  leet: (r, word) => `${word().replace(/[aoeis]/g, (c) => LEET[c] ?? c)}${text(r, '0123456789!', 1, 4)}`,
  broken: (r, word) =>
    `${word()}${capital(word())}`.replace(/[a-z]/g, (c) => (r(3) === 0 ? SIGNS.charAt(r(SIGNS.length)) : c)),
  called: (r, word) => `${word()}${text(r, '!@#$%*?', 1, 2)}`,
  odd: (r) => text(r, SIGNS, 3, 5) + text(r, `${ALNUM}${SIGNS}`, 5, 12),
};

const WORDY: Readonly<Record<string, Value>> = {
  one: (_, word) => word(),
  capital: (_, word) => capital(word()),
  camel: (_, word) => `${word()}${capital(word())}${capital(word())}`,
  snake: (_, word) => `${word()}_${word()}_${word()}`,
  kebab: (_, word) => `${word()}-${word()}`,
  sentence: (_, word) => `${capital(word())} ${word()} ${word()} ${word()}`,
  question: (_, word) => `${capital(word())} ${word()}?`,
  dotted: (_, word) => `${word()}.${word()}.${word()}`,
  path: (_, word) => `${word()}/${word()}/${word()}`,
  called: (r, word) => `${word()}${capital(word())}(${word()}${r(3)})`,
  exclaimed: (_, word) => `${capital(word())}!`,
  member: (_, word) => `${word()}:${word()}`,
};

/** Under the name of a password these may well be one. */
const COUNTED: Readonly<Record<string, Value>> = {
  counted: (r, word) => `${word()}${1 + r(9)}`,
  listed: (r, word) => `${word()}_${1 + r(20)}`,
  versioned: (r, word) => `${word()}-v${1 + r(3)}`,
  typed: (r, word) => `${capital(word())}${8 << r(3)}${capital(word())}`,
};

const ROUNDS = 4;

/** @param words of ordinary text, that people make names and passwords of */
export function* made(words: readonly string[]): Generator<Made> {
  const random = randomFrom(20);
  const word = () => words[random(words.length)] ?? 'word';
  for (let round = 0; round < ROUNDS; round++)
    for (const [f, [path, line]] of FORMS.entries())
      for (const [telling, chosen] of TELLING) {
        const kinds = [
          ...Object.entries(chosen ? CHOSEN : ISSUED).map(([kind, value]) => ({ kind, value, label: 1 as const })),
          ...Object.entries(chosen ? WORDY : { ...WORDY, ...COUNTED }).map(([kind, value]) => ({
            kind,
            value,
            label: 0 as const,
          })),
        ];
        const { kind, value: make, label } = kinds[random(kinds.length)]!;
        const value = make(random, word);
        if (/['"`\\<&;]|^[^A-Za-z0-9]*$/.test(value)) continue;
        const name = spelt([...(random(2) === 0 ? [word()] : []), ...telling.split(' ')], random(5));
        yield { path, text: `${line(name, value)}\n`, value, label, group: `${f}:${kind}` };
      }
}

function spelt(words: readonly string[], way: number): string {
  if (way === 0) return words.join('_');
  if (way === 1) return words.join('_').toUpperCase();
  if (way === 2) return words.map((word, i) => (i === 0 ? word : capital(word))).join('');
  return way === 3 ? words.map(capital).join('') : words.join('-');
}
