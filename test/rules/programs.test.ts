import { expect, test } from '@jest/globals';
import { rules } from '../../config/rules/index.ts';
import { ruleReader } from '../../scripts/guards.ts';
import { programOf } from '../../scripts/programs.ts';
import { addRules, compileCatalogue } from '../../src/detect/catalogue.ts';
import { kernelScanner, plainScanner } from '../../src/detect/kernel/scanner.ts';
import { matchRules } from '../../src/detect/match.ts';
import { findKeywords } from '../../src/detect/prefilter.ts';
import { beginPrograms, mayMatch } from '../../src/detect/program.ts';
import { packPrograms } from '../../src/detect/program-code.ts';
import { stringsOf } from './strings-of.ts';

type Programmed = Parameters<typeof programOf>[0];

/** What the program of a rule's first keyword says of each place where it stands; `any` where there is none. */
function said({ reach, ...rule }: Omit<Programmed, 'reach'> & Partial<Programmed>, text: string): string {
  const keyword = rule.keywords[0]!;
  const { code, starts } = packPrograms(1, (_, setOf) =>
    programOf(reach === undefined ? rule : { ...rule, reach }, keyword, setOf),
  );
  if (starts[0] === 0) return 'any';
  const bytes = Buffer.from(text, 'latin1');
  beginPrograms();
  const lower = text.toLowerCase();
  const places: number[] = [];
  for (let at = lower.indexOf(keyword); at >= 0; at = lower.indexOf(keyword, at + 1)) places.push(at);
  return places.map((at) => (mayMatch(bytes, at, code, starts[0]!) ? 'yes' : 'no')).join();
}

const key = { pattern: /\b(acme-[a-z0-9]{8})(?![a-z0-9-])/g, keywords: ['acme-'] };
const logins = { pattern: /(?:https?|ftps?):\/\/\w{1,9}:(\w{4,9})@/gi, keywords: ['https://', 'http://', 'ftp'] };
const far = { pattern: /([a-f0-9]{8})=acme/g, keywords: ['acme'] };
const loose = { pattern: /(?<!\w)(q[0-9]{8})(?!\w)/g, keywords: ['acme'] };
const looked = { pattern: /acme(?!ff|0{2}x)(?=[a-z]{0,3}\d)[a-z\d]{4}(?:-(?:one|two)){1,2}/g, keywords: ['acme'] };

test.each<{ name: string; rule: Omit<Programmed, 'reach'> & Partial<Programmed>; text: string; want: string }>([
  { name: 'a key', rule: key, text: '"acme-abcd1234"', want: 'yes' },
  { name: 'a key at the end of the text', rule: key, text: 'acme-abcd1234', want: 'yes' },
  { name: 'too short a key', rule: key, text: '"acme-abcd123"', want: 'no' },
  { name: 'too long a key', rule: key, text: 'acme-abcd12345', want: 'no' },
  { name: 'another case', rule: key, text: 'ACME-abcd1234', want: 'no' },
  { name: 'a word goes on before', rule: key, text: 'xacme-abcd1234 acme-abcd1234', want: 'no,yes' },
  { name: 'cut short', rule: key, text: 'acme-', want: 'no' },
  { name: 'zeros', rule: key, text: '\0acme-abcd1234\0', want: 'yes' },
  { name: 'a scheme', rule: logins, text: 'HTTPS://me:geheim@x https://example.org', want: 'yes,no' },
  { name: 'a match before the keyword', rule: far, text: '0123abcd=acme 0123abcx=acme', want: 'yes,no' },
  { name: 'a match without the keyword near it', rule: loose, text: `acme${' '.repeat(500)}q12345678`, want: 'yes' },
  { name: 'a match far from the keyword', rule: loose, text: `acme${' '.repeat(700)}q12345678`, want: 'no' },
  { name: 'what must not follow', rule: looked, text: 'acmeff11-one acme00x1-one acme00y1-one', want: 'no,no,yes' },
  { name: 'what must follow', rule: looked, text: 'acmeabcd-one acmeabc1-one', want: 'no,yes' },
  { name: 'a group that may stand twice', rule: looked, text: 'acmeabc1-two-one acmeabc1-six', want: 'yes,no' },
  {
    name: 'what must not stand around it, where the text ends',
    rule: { pattern: /(?<!\S)acme([a-z]{4})(?![^\s"'])/g, keywords: ['acme'] },
    text: 'acmeabcd',
    want: 'yes',
  },
  {
    name: 'more than can be told of a text that is made to take long',
    rule: { pattern: /acme[a-z]{0,9}[a-z]{0,9}[a-z]{0,9}=/g, keywords: ['acme'] }, // 1,111 ways each
    text: 'acmeabcdefghijklmnopqrstuvwxyz '.repeat(60),
    want: [...Array(40).fill('no'), ...Array(20).fill('yes')].join(),
  },
  {
    name: 'a group that stands often, by its letters only',
    rule: { pattern: /acme(?:a-b){5,9}!/g, keywords: ['acme'] },
    text: `acme${'a-b'.repeat(5)}! acme${'aab'.repeat(5)}! acme${'a-b'.repeat(4)}! acme${'a-c'.repeat(5)}!`,
    want: 'yes,yes,no,no',
  },
  {
    name: 'lines',
    rule: { pattern: /^acme: (\w{4})$/gm, keywords: ['acme'] },
    text: 'acme: abcd\nacme: abcde\n acme: abcd\r\nacme: 1234',
    want: 'yes,no,no,yes',
  },
  {
    name: 'the same as before',
    rule: { pattern: /acme(\d)\1/g, keywords: ['acme'] },
    text: 'acme11 acme12 acmex',
    want: 'yes,yes,no',
  },
  {
    name: 'begins like a key',
    rule: { ...key, prefix: 'acme-' },
    text: '="acme-x" :acme-x xacme-x -acme-x <-acme-x ACME-x',
    want: 'yes,yes,no,no,yes,no',
  },
  {
    name: 'a value behind a quote that is written as an entity',
    rule: { ...key, prefix: 'acme-' },
    text: '%22acme-x',
    want: 'yes',
  },
  {
    name: 'longer than is looked',
    rule: { pattern: /acme[^"]{4,2000}"/g, keywords: ['acme'] },
    text: `acme${'x'.repeat(1100)} acme${'x'.repeat(100)}"`,
    want: 'yes,yes',
  },
  {
    name: 'too many ways to tell',
    rule: { pattern: /acme\w{0,200}\w{0,200}\w{0,200}!/g, keywords: ['acme'] },
    text: `acme${'x'.repeat(300)}`,
    want: 'yes',
  },
  { name: 'farther than is looked', rule: { ...loose, reach: { before: 0, after: 3000 } }, text: 'acme', want: 'any' },
  { name: 'nothing', rule: { pattern: /x?/g, keywords: ['acme'] }, text: 'acme', want: 'any' },
])('$name → $want', ({ rule, text, want }) => expect(said(rule, text)).toBe(want));

test('rules that are added to a catalogue have no programs, and leave those of the others', () => {
  const catalogue = compileCatalogue(rules.slice(0, 40), [], [], ruleReader);
  const { starts } = catalogue.programs();
  const more = addRules(catalogue, [{ id: 'own', title: 'Own', provider: 'Own', source: '', ...key }]);
  const ofMore = more.programs();
  const added = more.tables.keywords.findIndex((_, id) => more.rulesOf[id]!.includes(40));
  expect(ofMore.starts[added]).toBe(0);
  expect([...ofMore.starts].filter((_, id) => id !== added)).toEqual([...starts]);
});

const FILLERS = [' ', '"', "'", '\n', '=', 'a', 'Z', '7', '-', '_', '/', '.', '\\', ':', '\0', '\xe9'];
const programmed = compileCatalogue(rules, [], [], ruleReader);

/** What may be a match, whole, cut and changed, between any characters; matches of each rule and its examples. */
function textsOf({ pattern, examples }: (typeof rules)[number], seed: number): string[] {
  const whole = [
    ...examples.match,
    ...examples.miss,
    ...stringsOf(new RegExp(pattern.source, pattern.flags.replace('g', '')), 6, seed),
  ];
  return whole.map((text, i) => {
    const [a, b] = [FILLERS[(seed + i) % FILLERS.length]!, FILLERS[(seed + 3 * i) % FILLERS.length]!];
    const at = (seed * 7 + i * 11) % (text.length + 1);
    const changed = `${text.slice(0, at)}${FILLERS[(seed + i * 5) % FILLERS.length]}${text.slice(at + 1)}`;
    return [text, changed, text.slice(0, at), text.slice(at)].join(
      `${b}\n${' '.repeat((seed * 13 + i * 37) % 300)}${a}`,
    );
  });
}

test('programs keep nothing out that matches, in kernel and twin', () => {
  const [kernel, plain] = [kernelScanner(programmed, 4096), plainScanner(programmed)];
  let [kept, all] = [0, 0];
  const wrong = rules.filter((rule, i) => {
    const bytes = Buffer.from(textsOf(rule, i).join(`\n${' '.repeat(i % 400)}`), 'latin1');
    const hits = plain(bytes, false, undefined).hits;
    const unfiltered = findKeywords(bytes, programmed.tables);
    kept += hits.ids.length;
    all += unfiltered.ids.length;
    const found = [
      matchRules(bytes.toString('latin1'), hits, programmed, 'src/a.ts'),
      matchRules(bytes.toString('latin1'), unfiltered, programmed, 'src/a.ts'),
    ].map((findings) =>
      findings.map(({ rule: id, start, end, severity }) => `${start}-${end} ${id} ${severity}`).sort(),
    );
    const agree = JSON.stringify(kernel?.(bytes, false, undefined).hits) === JSON.stringify(hits);
    return !agree || found[0]!.join('\n') !== found[1]!.join('\n');
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
  expect(kept).toBeLessThan(all * 0.8);
});
