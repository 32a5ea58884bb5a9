import { expect, test } from '@jest/globals';
import { rules } from '../../config/rules/index.ts';
import { beginsAtKeyword, guardOf, ruleReader } from '../../scripts/guards.ts';
import { addRules, compileCatalogue } from '../../src/detect/catalogue.ts';
import type { Guard } from '../../src/detect/guard-code.ts';
import { matchRules } from '../../src/detect/match.ts';
import { findKeywords } from '../../src/detect/prefilter.ts';
import { fake } from '../../src/rule.ts';

/** A guard in short: `40 of 0-9A-Za-z in 6…90`. */
function short(guard: Guard): string {
  if (guard.kind === 'none' || guard.kind === 'at') return guard.kind;
  const bytes = guard.bytes
    .replace(/0123456789/, '0-9')
    .replace(/(?:[A-Z]{26}|[a-z]{26})/g, (all) => `${all[0]}-${all[25]}`);
  const run = `${guard.least} of ${bytes.length > 20 ? 'token' : bytes}`;
  return guard.kind === 'in-run' ? `${run} around` : `${run} in ${guard.from}…${guard.to}`;
}

test.each<{
  name: string;
  rule: Partial<Parameters<typeof guardOf>[0]> & { pattern: RegExp; keywords: string[] };
  want: string[];
}>([
  {
    name: 'a name before the key',
    rule: { pattern: /(?:acme|umbrella_id)[^\n]{0,30}?([0-9a-f]{32})/g, keywords: ['acme', 'umbrella_id'] },
    want: ['32 of 0-9abcdef in 4…66', '32 of 0-9abcdef in 11…73'],
  },
  {
    name: 'a name behind the key',
    rule: { pattern: /([A-Z0-9]{20})-acme/g, keywords: ['acme'] },
    want: ['20 of 0-9A-Z in -21…-1'],
  },
  {
    name: 'a keyword that is part of the key',
    rule: { pattern: /\b(acme-[a-z0-9]{40})\b/g, keywords: ['acme-'] },
    want: ['40 of 0-9a-z in 5…45'],
  },
  {
    name: 'a prefix by which a key is told that goes on otherwise',
    rule: { pattern: /\b(acme-[a-z0-9]{40})\b/g, keywords: ['acme-'], prefix: 'acme-' },
    want: ['45 of token around'],
  },
  {
    name: 'ways to write the keyword',
    rule: { pattern: /acme[-_ ]?key: ([0-9]{12})/gi, keywords: ['acmekey', 'acme-key', 'acme_key', 'acme key'] },
    want: Array<string>(4).fill('12 of 0-9 in 9…22'),
  },
  {
    name: 'a match without a keyword at a known place',
    rule: { pattern: /(?:acme|other)=([0-9a-f]{32})/g, keywords: ['acme'] },
    want: ['32 of 0-9abcdef in -160…640'],
  },
  {
    name: 'farther than a guard looks',
    rule: { pattern: /acme[\s\S]{0,3000}?([0-9a-f]{32})/g, keywords: ['acme'], reach: { before: 0, after: 4_000 } },
    want: ['none'],
  },
  {
    name: 'the weaker of two keys',
    rule: { pattern: /acme: (?:[0-9]{20}|[a-f]{12})/g, keywords: ['acme'] },
    want: ['12 of 0-9abcdef in 6…18'],
  },
  { name: 'a login', rule: { pattern: /acme:\/\/[^\s@]{1,40}@/g, keywords: ['acme://'] }, want: ['at'] },
  { name: 'no run', rule: { pattern: /acme pass ["'](.{3,20})["']/g, keywords: ['acme'] }, want: ['none'] },
])('$name → $want', ({ rule, want }) =>
  expect(rule.keywords.map((keyword) => short(guardOf(rule, keyword)))).toEqual(want),
);

test.each([
  { pattern: /\b(acme-[a-z0-9]{40})\b/g, keywords: ['acme-'], want: true },
  { pattern: /(?<!\w)(?:acme|umbrella)_?key: (\d{12})/gi, keywords: ['acme_key', 'acmekey', 'umbrella'], want: true },
  { pattern: /(?:acme|other)=([0-9a-f]{32})/g, keywords: ['acme'], want: false },
  { pattern: /["']acme["']: (\d{12})/g, keywords: ['acme'], want: false },
  { pattern: /(?:my_)?acme: (\d{12})/g, keywords: ['acme'], want: false },
])('$pattern begins with a keyword: $want', ({ want, ...rule }) => expect(beginsAtKeyword(rule)).toBe(want));

test('rules that are added to a catalogue are found beside its own', () => {
  const pattern = /\b(token_[a-z0-9]{24})\b/g;
  const own = { id: 'own', title: 'Own', provider: 'Own', source: '', pattern, keywords: ['token', 'zzz_'] };
  const added = addRules(compileCatalogue(rules, [], ['token'], ruleReader), [own]);
  const fresh = compileCatalogue([...rules, own], [], ['token']);
  const lines = rules.flatMap(({ examples }) => examples.match.slice(0, 1)).concat(`token_${fake('loweralnum', 24)}`);
  const bytes = Buffer.from(lines.join(`\n${' '.repeat(700)}\n`), 'utf8');
  const [a, b] = [added, fresh].map((catalogue) =>
    matchRules(bytes.toString('latin1'), findKeywords(bytes, catalogue.tables), catalogue, 'src/a.ts')
      .map(({ rule, start, end }) => `${start}-${end} ${rule}`)
      .sort(),
  );
  expect(a).toEqual(b);
  expect(a!.filter((line) => line.endsWith(' own'))).toHaveLength(1);
});

test('what is read off the patterns keeps nothing out that matches', () => {
  const crowd = 'const token = auth.secret(apiKey, "password"); // azure aws vault login\n';
  const catalogues = [compileCatalogue(rules, [], [], ruleReader), compileCatalogue(rules, [], [])];
  const wrong = rules.filter(({ examples }) => {
    const text = [crowd, ...examples.match.slice(0, 2)].join(`\n${' '.repeat(700)}\n`);
    const bytes = Buffer.from(text, 'utf8');
    const [guarded, free] = catalogues.map((catalogue) => {
      const found = matchRules(bytes.toString('latin1'), findKeywords(bytes, catalogue.tables), catalogue, 'src/a.ts');
      return found.map(({ rule, start, end, severity }) => `${start}-${end} ${rule} ${severity}`).sort();
    });
    return guarded!.join('\n') !== free!.join('\n');
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});
