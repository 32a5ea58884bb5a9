import { describe, expect, test } from '@jest/globals';
import { builtInCatalogue } from '../../../config/catalogue.ts';
import { rules } from '../../../config/rules/index.ts';
import { judgeText, type Looked, searchAndCount } from '../../../src/commands/scan/text.ts';
import { needlesOf } from '../../../src/detect/known-values.ts';
import { advance } from '../../../src/detect/position.ts';
import type { Finding } from '../../../src/model.ts';
import { fake } from '../../../src/rule.ts';
import { githubToken } from '../../tokens.ts';

const TOKEN = githubToken(1);
const catalogue = builtInCatalogue();
const search = { catalogue, needles: [] };

/** A generator of numbers below `n`, always the same for one seed. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
};

const shown = (findings: readonly Finding[]) => findings.map((finding) => JSON.stringify({ ...finding, secret: '' }));

/** What is found in the excerpts of windows whose cores end at `ends`, and how many bytes these have. */
const inExcerpts = (bytes: Uint8Array, ends: readonly number[], path: string, isText = true, margin = 64 << 10) => {
  let size = 0;
  const findings: Finding[] = [];
  const later = (text: Looked) => {
    size += text.bytes.length;
    findings.push(...judgeText(text, search));
  };
  let core = 0;
  for (const end of [...ends, bytes.length]) {
    const from = Math.max(0, core - margin);
    const window = {
      start: advance({ line: 0, column: 0 }, bytes.subarray(0, from)),
      core: core - from,
      end: end - from,
    };
    searchAndCount(bytes.subarray(from, end + margin), path, isText, { ...search, later }, window);
    core = end;
  }
  return { findings: shown(findings), size };
};

const inWhole = (bytes: Uint8Array, path: string, isText = true) =>
  shown(searchAndCount(bytes, path, isText, search).findings);

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const b64 = (text: string) => utf8(text).toString('base64');
const LINES = 'const words = `nothing to see`; // ünd so weiter\n';
const WORDS = 'x = 1; ';
const filler = (of: string, length: number) => of.repeat(Math.ceil(length / of.length)).slice(0, length);

/** What one of the two finds and the other does not. */
const difference = (bytes: Uint8Array, path: string, ends: readonly number[] = [], isText = true) => {
  const want = inWhole(bytes, path, isText);
  const { findings } = inExcerpts(bytes, ends, path, isText);
  const wrong = [...want.filter((one) => !findings.includes(one)), ...findings.filter((one) => !want.includes(one))];
  return wrong.length === 0 && findings.length !== want.length ? [`${findings.length} for ${want.length}`] : wrong;
};

describe('an excerpt gives what the whole gives', () => {
  const examples = rules.flatMap(({ examples: { match, miss } }) => [...match, ...miss].map(String));
  test.each([
    { name: 'far apart', of: LINES, path: 'src/a.js', apart: 14_000, every: 1 },
    { name: 'close together', of: LINES, path: 'conf/a.yml', apart: 3_000, every: 2 },
    { name: 'on long lines', of: WORDS, path: 'dist/a.js', apart: 14_000, every: 3 },
    { name: 'behind letters of several bytes', of: 'größe 🔑 ', path: 'a.txt', apart: 9_000, every: 3 },
  ])('examples of rules, $name', ({ of, path, apart, every }) => {
    const random = randomOf(apart + every);
    let text = '';
    for (const example of examples.filter((_, i) => i % every === 0))
      text += `${filler(of, random(apart))}${random(3) === 0 ? '' : '\n'}${example}`;
    const bytes = utf8(`${text}\n`);
    const wrong: string[] = [];
    for (let from = 0; from < bytes.length; from += 600_000)
      wrong.push(...difference(bytes.subarray(from, from + 600_000), path));
    expect(wrong).toEqual([]);
  });

  test('what stands there for a few hits is short', () => {
    const text = `${LINES.repeat(9_000)}t = '${TOKEN}';\n${LINES.repeat(9_000)}`;
    const { findings, size } = inExcerpts(utf8(text), [], 'a.js');
    expect([findings.length, size < 10_000]).toEqual([1, true]);
    expect(inExcerpts(utf8(LINES.repeat(9_000)), [], 'a.js')).toEqual({ findings: [], size: 0 });
  });

  test('two islands of which one ends in a letter where the next begins', () => {
    const wrong: string[] = [];
    for (let gap = 5_600; gap < 5_900; gap++) {
      const between = `a${'€'.repeat(Math.floor((gap - 1) / 3))}`;
      const text = `${'x\n'.repeat(2_000)} ${TOKEN} ${between} ${githubToken(2)} x\ny\n`;
      wrong.push(...difference(utf8(text), 'a.txt'));
    }
    expect(wrong).toEqual([]);
  });

  test('many lines of base64, whose runs join', () => {
    const line = `${b64('words that can be read, and more of them, so it is no key at all')}\n`;
    const { size } = inExcerpts(utf8(line.repeat(8_000)), [], 'a.eml');
    expect(size).toBeGreaterThan(0);
  });

  const PASSWORD = `${fake('alnum', 11, 4)}!`;
  const quotes = '"'.repeat(3);
  test.each([
    { name: 'a comment that begins', head: '/*\n', tail: `\n "password": "${PASSWORD}"\n*/` },
    { name: 'an example that begins', head: 'example: |\n', tail: `\n    password: ${PASSWORD}` },
    { name: 'documentation that begins', head: `${quotes}Shows how:\n`, tail: `\npassword = "${PASSWORD}"` },
    { name: 'a comment in front of a token', head: '/*\n', tail: `\n t = '${TOKEN}'\n*/` },
    { name: 'a line', head: '', tail: ` t = '${TOKEN}'; // gitleaks:allow` },
    {
      name: 'the id of a key',
      head: `key = ${['AK', 'IA'].join('')}${fake('upper', 16, 3)}\n`,
      tail: `\naws_secret_access_key = ${fake('base64', 40, 5)}`,
    },
    {
      name: 'base64',
      head: ` "${b64('some words before it, a dozen of them. '.repeat(3))}`,
      tail: `${b64(` t=${TOKEN} `)}"`,
    },
    { name: 'a chain', head: `t = "${TOKEN.slice(0, 20)}" +\n`, tail: `\n"${TOKEN.slice(20)}"` },
    { name: 'a list', head: `t = ["${TOKEN.slice(0, 9)}",`, tail: ` "${TOKEN.slice(9)}"].join("")` },
    { name: 'an escape', head: 'u = "%41%42%43%44"\n', tail: `\nt = "${TOKEN.replace('_', '%5f')}"` },
  ])('$name, at any distance', ({ head, tail }) => {
    const wrong: string[] = [];
    for (const gap of [0, 60, 400, 1_400, 1_600, 2_000, 2_900, 3_000, 3_100, 4_000, 8_100, 20_000])
      for (const fill of [LINES, WORDS, ' ', 'QUJD']) {
        const text = `${filler(LINES, 30_000)}${head}${filler(fill, gap)}${tail}\n${filler(LINES, 30_000)}`;
        wrong.push(...difference(utf8(text), 'src/a.py'));
      }
    expect(wrong).toEqual([]);
  });

  const key = ['-----BEGIN PRIV', 'ATE KEY-----'].join('');
  const pem = `${key}\n${fake('base64', 1_600, 7).replace(/.{64}/g, '$&\n')}\n${key.replace('BEGIN', 'END')}`;
  test.each([
    { name: 'a token', what: `t = '${TOKEN}';` },
    { name: 'a key of many lines', what: pem },
    { name: 'letters of several bytes before it', what: `größe = '🔑'; t = '${TOKEN}';` },
  ])('$name, wherever windows end', ({ what }) => {
    const before = `${filler(LINES, 80_000)}\n${filler('ü = 1; ', 6_000)}`;
    const bytes = utf8(`${before}${what}\n${filler(LINES, 80_000)}`);
    const at = utf8(before).length;
    const wrong: string[] = [];
    for (const end of [-70_000, -9_000, -3_000, -500, -65, -64, -1, 0, 1, 6, 7, 20, 40, 700, 2_000, 5_000, 70_000])
      wrong.push(...difference(bytes, 'a.js', [at + end]));
    expect(wrong).toEqual([]);
  });

  test.each([
    {
      name: 'carriage returns and no line feed',
      text: `${'a line\r'.repeat(9_000)}t = '${TOKEN}'\r${'a line\r'.repeat(9_000)}`,
    },
    { name: 'a carriage return in a long line', text: `${WORDS.repeat(900)}\rt = '${TOKEN}';${WORDS.repeat(900)}\n` },
    { name: 'a byte order mark', text: `\ufefft = '${TOKEN}';\n${LINES.repeat(2_000)}` },
    { name: 'one before a long line', text: `\ufeff${WORDS.repeat(300)}t = '${TOKEN}';\n${LINES.repeat(2_000)}` },
    { name: 'no line end at the end', text: `${LINES.repeat(2_000)}t = '${TOKEN}'` },
  ])('places: $name', ({ text }) => {
    expect(inWhole(utf8(text), 'a.js')).toHaveLength(1);
    expect(difference(utf8(text), 'a.js')).toEqual([]);
  });

  test('letters that are not UTF-8, and what is no text', () => {
    const bytes = Buffer.from(`${filler('grö\xdfe = 1; ', 90_000)}t = '${TOKEN}';\n${LINES.repeat(2_000)}`, 'latin1');
    expect(inWhole(bytes, 'a.js')).toHaveLength(1);
    expect(difference(bytes, 'a.js')).toEqual([]);
    expect(difference(bytes, 'a.bin', [], false)).toEqual([]);
  });

  test('values of the developer, wherever they stand', () => {
    const value = fake('alnum', 24, 11);
    const known = { catalogue, needles: needlesOf([{ name: 'SHOP_KEY', file: '.env', value }]) };
    const bytes = utf8(`${LINES.repeat(3_000)}x("${value}")\n${LINES.repeat(3_000)}y("${value}")`);
    const window = { start: { line: 0, column: 0 }, core: 0, end: bytes.length };
    const want = shown(searchAndCount(bytes, 'a.js', true, known).findings);
    expect(want).toHaveLength(2);
    expect(shown(searchAndCount(bytes, 'a.js', true, known, window).findings)).toEqual(want);
  });
});
