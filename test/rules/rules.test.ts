import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { rules, services } from '../../config/rules/index.ts';
import { ruleReader } from '../../scripts/guards.ts';
import { rulesPage } from '../../scripts/rules-page.ts';
import { compileCatalogue } from '../../src/detect/catalogue.ts';
import { indexServices, serviceOf } from '../../src/detect/generic/services.ts';
import { matchRules } from '../../src/detect/match.ts';
import { findKeywords } from '../../src/detect/prefilter.ts';
import { patternDanger } from '../../src/pattern-safety.ts';
import type { Rule, ServiceRule } from '../../src/rule.ts';
import { GITHUB_TYPES } from './github-types.ts';
import { stringsOf } from './strings-of.ts';

// The gate: what every rule owes, read off the rules themselves. One test for all, so that a failure lists every rule at fault.

/** One line for each thing that is wrong with the rules; nothing where all is well. */
function wrongs<T extends { readonly id: string }>(all: readonly T[], judge: (rule: T) => readonly string[]): string[] {
  return all.flatMap((rule) => judge(rule).map((what) => `${rule.id}: ${what}`));
}

/** Whether the engine finds the rule in a text, prefilter and proof included. */
function finds(rule: Rule): (text: string) => boolean {
  const catalogue = compileCatalogue([rule], [], [], ruleReader);
  return (text) => {
    const bytes = Buffer.from(text, 'utf8');
    return (
      matchRules(bytes.toString('latin1'), findKeywords(bytes, catalogue.tables), catalogue, 'src/example').length > 0
    );
  };
}

/** Whether a service rule takes `value` for its key when it is assigned to `name`. */
function takes(rule: ServiceRule): (name: string, value: string) => boolean {
  const index = indexServices([rule]);
  return (name, value) => {
    const text = `${name} = "${value}"`;
    const start = name.length + 4;
    return serviceOf(index, text, { name, start, end: start + value.length }, 'around') !== undefined;
  };
}

const keyName = ({ near, names }: ServiceRule) => `${near[0]}_${names?.[0] ?? 'api_key'}`;

/** Values that look like the key and are none: cut short, grown, or with a character that no key holds. */
function lookAlikes(shape: RegExp, values: readonly string[]): string[] {
  const [first = '', second = ''] = values;
  const candidates = [
    first.slice(0, 3),
    `${second}${second}${'x'.repeat(300)}`,
    `${first} `,
    `<${second}>`,
    'changeme',
    '$(cat key)',
  ];
  return candidates.filter((text) => !shape.test(text));
}

function prefixedWrongs(rule: Rule): string[] {
  const { examples, pattern, keywords } = rule;
  if (!/^gi?m?$/.test(pattern.flags)) return ['its pattern has not the flag g, or others besides i and m'];
  const found = finds(rule);
  const said: string[] = [];
  if (examples.match.length < 2) said.push('fewer than two matches');
  if (examples.miss.length < 2) said.push('fewer than two look-alikes');
  for (const [i, text] of examples.match.entries()) {
    if (!found(text)) said.push(`match ${i + 1} is not found`);
    if (!keywords.some((k) => text.toLowerCase().includes(k))) said.push(`match ${i + 1} holds none of its keywords`);
  }
  for (const [i, text] of examples.miss.entries()) if (found(text)) said.push(`look-alike ${i + 1} is found`);
  if (keywords.length === 0) said.push('it has no keyword');
  for (const k of keywords)
    if (k.length < 3 || k !== k.toLowerCase()) said.push(`keyword ${k} is short or not lower case`);
  return said;
}

function serviceWrongs(rule: ServiceRule): string[] {
  const { shape, near, examples } = rule;
  const said: string[] = [];
  if (!shape.source.startsWith('^') || !shape.source.endsWith('$')) said.push('its shape is not anchored');
  if (shape.flags !== '') said.push('its shape has flags');
  if (near.length === 0) said.push('no name of the service');
  for (const name of near)
    if (!/^[a-z0-9]{2,}$/.test(name)) said.push(`name ${name} is not lower case without separators`);
  const values = stringsOf(shape, 2);
  const misses = lookAlikes(shape, values);
  if (values.length < 2) said.push('no two keys can be made from its shape');
  if (misses.length < 2) said.push('its shape takes nearly everything');
  const take = takes(rule);
  for (const value of values) {
    if (!take(keyName(rule), value)) said.push('a key of its shape is not taken');
    if (take('unrelated_thing', value)) said.push('the name of the service is not asked for');
  }
  for (const value of misses) if (take(keyName(rule), value)) said.push('a look-alike is taken');
  if (examples.match.length > 0 && (examples.match.length < 2 || examples.miss.length < 2))
    said.push('fewer than two examples of a kind');
  return said;
}

describe('every rule', () => {
  const all = [...rules, ...services];

  test('has an id of its own: kebab-case', () => {
    const ids = all.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test('is described: title, provider, source, links', () => {
    const described = wrongs(all, ({ title, provider, source, rotate }) => [
      ...(title.trim() === '' ? ['no title'] : []),
      ...(provider.trim() === '' ? ['no provider'] : []),
      ...(source === 'catalogue' || /^https:\/\/\S+$/.test(source)
        ? []
        : ['its source is neither a page nor "catalogue"']),
      ...(rotate === undefined || /^https:\/\/\S+$/.test(rotate) ? [] : ['rotate is no page']),
    ]);
    expect(described).toEqual([]);
  });

  test('that has a shape of its own finds its matches and passes its look-alikes', () => {
    expect(wrongs(rules, prefixedWrongs)).toEqual([]);
  });

  test('of a service takes keys of its shape, and nothing else', () => {
    expect(wrongs(services, serviceWrongs)).toEqual([]);
  });

  test('has patterns that cannot run away', () => {
    const known = new Map<string, string | undefined>();
    const danger = ({ source, flags }: RegExp) => {
      if (!known.has(`${source} ${flags}`)) known.set(`${source} ${flags}`, patternDanger(source, flags));
      return known.get(`${source} ${flags}`) ?? [];
    };
    expect([
      ...wrongs(rules, ({ pattern, pair }) => [pattern, ...(pair === undefined ? [] : [pair.pattern])].flatMap(danger)),
      ...wrongs(services, ({ shape }) => [shape].flatMap(danger)),
    ]).toEqual([]);
  });
});

test('GitHub knows no secret type that no rule covers, and no rule names one that GitHub does not know', () => {
  const covered = new Set([...rules, ...services].flatMap(({ github = [] }) => github));
  expect(GITHUB_TYPES.filter((type) => !covered.has(type))).toEqual([]);
  expect([...covered].filter((type) => !GITHUB_TYPES.includes(type))).toEqual([]);
});

test('900 types of token or more', () => {
  expect(rules.length + services.length).toBeGreaterThanOrEqual(900);
});

test('docs/rules.md is what `npm run gen` writes', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/rules.md'), 'utf8');
  expect(page === rulesPage(rules, services)).toBe(true);
});

describe('the gate itself can fail', () => {
  const good = rules.find(({ id }) => id === 'github-personal-token') as Rule;
  const service = services.find(({ id }) => id === 'abuseipdb-api-key') as ServiceRule;

  test.each<{ name: string; rule: Rule }>([
    { name: 'a match that is none', rule: { ...good, examples: { ...good.examples, match: ['no', 'token'] } } },
    {
      name: 'a look-alike that is found',
      rule: { ...good, examples: { ...good.examples, miss: good.examples.match } },
    },
    { name: 'a keyword that does not occur', rule: { ...good, keywords: ['elsewhere'] } },
    { name: 'a pattern without g', rule: { ...good, pattern: new RegExp(good.pattern.source) } },
    { name: 'too few examples', rule: { ...good, examples: { match: [], miss: [] } } },
  ])('$name', ({ rule }) => {
    expect(prefixedWrongs(rule)).not.toEqual([]);
  });

  test.each<{ name: string; rule: ServiceRule }>([
    { name: 'a shape that is not anchored', rule: { ...service, shape: /[0-9a-f]{32}/ } },
    { name: 'a shape that takes everything', rule: { ...service, shape: /^[\s\S]*$/ } },
    { name: 'a name that is not looked up as it stands', rule: { ...service, near: ['Abuse IPDB'] } },
  ])('$name', ({ rule }) => {
    expect(serviceWrongs(rule)).not.toEqual([]);
  });

  test('a pattern that runs away', () => {
    expect(patternDanger('(?:a+)+b')).toBeDefined();
  });
});
