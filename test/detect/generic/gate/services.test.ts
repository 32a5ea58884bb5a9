import { describe, expect, test } from '@jest/globals';
import { builtInCatalogue } from '../../../../config/catalogue.ts';
import { compileCatalogue } from '../../../../src/detect/catalogue.ts';
import { useServices } from '../../../../src/detect/generic/gate/bytes.ts';
import { tableOfServices } from '../../../../src/detect/generic/gate/lists.ts';
import { isServedAround, isServedBy, MOST_NAMES } from '../../../../src/detect/generic/gate/services.ts';
import { type ServiceIndex, serviceNames, serviceOf } from '../../../../src/detect/generic/services.ts';
import { kernelScanner, plainScanner } from '../../../../src/detect/kernel/scanner.ts';
import { defineServices, fake, fakeUuid, sample } from '../../../../src/rule.ts';
import { catalogue, latin1, lostIn } from './lost.ts';

let state = 11;
const random = (n: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
};
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** All names of the catalogue, as those of one service whose keys may look like anything. */
const built = builtInCatalogue().services();
const names = Object.keys(built.near);
const any: ServiceIndex = {
  near: Object.fromEntries(names.map((name) => [name, [0]])),
  entries: [{ ...built.entries.at(0)!, shape: '', names: [] }],
  told: {},
};

/** A name as people write it: in capitals, parted, in humps, with a number, or cut off. */
const written = (name: string): string => {
  const at = 1 + random(name.length - 1 || 1);
  const [first, rest] = [name.slice(0, at), name.slice(at)];
  return pick([
    name,
    name,
    name.toUpperCase(),
    capital(name),
    `${first}${pick(['-', '_', '.', ' ', '__', '\n', '/'])}${rest}`,
    `${first}${capital(rest)}`,
    `${capital(first)}${rest.toUpperCase()}x`,
    `${first.toUpperCase()}${capital(rest)}`,
    `${name}${random(30)}`,
    `${first}${random(9)}${rest}`,
    first,
    rest,
  ]);
};
const PIECES = [
  ...' \n\n\n_.-/"=:{}\t\xe9\xa0\0',
  ...['api', 'Key', 'TOKEN', 'x', 'X', 'AB', 'Ab', '7', '2024', 'the', 'https://', '.com', 'const ', 'a1B2'],
  fake('alnum', 90),
  fake('lower', 79, 2),
  `${'x-'.repeat(42)}`,
];
const piece = () => (random(6) === 0 ? written(pick(names)) : pick(PIECES));
const text = (most: number) => Array.from({ length: random(most) }, piece).join('');

describe('the gate finds the names of services as services.ts does', () => {
  test('in the name of a value', () => {
    useServices(tableOfServices(serviceNames(any)));
    const differ = Array.from({ length: 20_000 }, () => text(9).slice(0, 90)).filter((name) => {
      const told = serviceOf(any, '', { name, start: 0, end: 0 }, 'name') !== undefined;
      return isServedBy(latin1(`stripe${name}stripe`), 6, 6 + name.length) !== told;
    });
    expect(differ.slice(0, 5)).toEqual([]);
  });

  test('on its line and around', () => {
    useServices(tableOfServices(serviceNames(any)));
    const [few, many] = [9, 60];
    const missed: string[] = [];
    let [both, more] = [0, 0];
    for (let round = 0; round < 8_000; round++) {
      const [before, value, after] = [text(pick([few, many])), 'stripe', text(pick([few, many]))];
      const [start, end] = [before.length, before.length + value.length];
      const whole = before + value + after;
      const told = serviceOf(any, whole, { name: '', start, end }, 'around') !== undefined;
      const found = isServedAround(latin1(whole), start, end);
      if (told && !found) missed.push(whole);
      if (told && found) both++;
      if (!told && found) more++;
    }
    expect(missed.slice(0, 3)).toEqual([]);
    expect(both).toBeGreaterThan(1_000);
    expect(more).toBeLessThan(20);
  });

  test('where there are too many to know, all text has one in it', () => {
    const near = Array.from({ length: MOST_NAMES + 1 }, (_, i) => `acme${i}`).join(' ');
    useServices(tableOfServices({ near, inName: '' }));
    expect(isServedBy(latin1('password'), 0, 8)).toBe(true);
  });
});

const own = compileCatalogue(
  [],
  defineServices({ source: 'test' }, [
    { id: 'acme-key', title: 'Acme key', provider: 'Acme', near: ['acme'], shape: /^[0-9a-f]{32}$/ },
  ]),
  ['key', 'token'],
);
const none = compileCatalogue([], [], ['key', 'token']);

// What its name says is no key is one of a service or nothing; a UUID under an ordinary name is one if the name says whose.
const ID = `token_id: ${fake('hex', 32, 3)}`;
const uuid = fakeUuid(4);
const lines = (n: number) => '#\n'.repeat(n);
/** So far behind its name that not all of what stands around it can be seen. */
const setting = sample(' '.repeat(40), 'description = "', 'x'.repeat(143), '"\n');
const attribute = sample('data-of-the-fieldset = "', 'x'.repeat(60), '"    ');
const far = `"token_id" {\n${setting.repeat(4)}${attribute.repeat(3)}value = "${fake('hex', 32, 3)}"`;

describe('what only counts as the key of a service', () => {
  test.each([
    { what: 'nobody named', text: ID, passes: false },
    { what: 'in the name', text: `adobe_${ID}`, passes: true },
    { what: 'as a word before the name', text: `adobe ${ID}`, passes: true },
    { what: 'in humps of the name', text: `adobeToken_id: ${fake('hex', 32, 3)}`, passes: true },
    { what: 'with digits behind', text: `adobe2_${ID}`, passes: true },
    { what: 'on the line', text: `go("adobe", { ${ID} })`, passes: true },
    { what: 'behind it on the line', text: `${ID} # adobe`, passes: true },
    { what: 'four lines above', text: `# adobe\n${lines(3)}${ID}`, passes: true },
    { what: 'five lines above', text: `# adobe\n${lines(4)}${ID}`, passes: false },
    { what: 'four lines below', text: `${ID}\n${lines(3)}# adobe`, passes: true },
    { what: 'five lines below', text: `${ID}\n${lines(4)}# adobe`, passes: false },
    { what: '400 characters before', text: `adobe ${'#'.repeat(384)}${ID}`, passes: true },
    { what: '401 characters before', text: `adobe ${'#'.repeat(385)}${ID}`, passes: false },
    { what: '400 characters behind', text: `${ID} ${'#'.repeat(394)}adobe`, passes: true },
    { what: '401 characters behind', text: `${ID} ${'#'.repeat(395)}adobe`, passes: false },
    { what: 'an ordinary word around', text: `# docker\n${ID}`, passes: false },
    { what: 'an ordinary word in the name', text: `docker_${ID}`, passes: true },
    { what: 'before its name', text: `if ("${fake('hex', 32, 3)}" == token_id) {`, passes: true },
    { what: 'far behind its name', text: far, passes: true },
    { what: 'a UUID under an ordinary name', text: `key: ${uuid}`, passes: false },
    { what: 'a UUID, a service around', text: `# adobe\nkey: ${uuid}`, passes: false },
    { what: 'a UUID, a service in the name', text: `adobe_key: ${uuid}`, passes: true },
    { what: 'by another catalogue', text: `adobe_${ID}`, passes: false, of: own },
    { what: 'by a catalogue that knows it', text: `acme_${ID}`, passes: true, of: own },
    { what: 'by one that knows it, around', text: `# acme\n${ID}`, passes: true, of: own },
    { what: 'by a catalogue without services', text: `acme_${ID}`, passes: false, of: none },
  ])('$what: passes the gate: $passes', ({ text, passes, of = catalogue }) => {
    const bytes = latin1(`${text}\n`);
    for (const scan of [kernelScanner(of)!, plainScanner(of)])
      expect(scan(bytes, true, 'a.yaml').hits.ids.some((id) => of.isGeneric[id] === 1)).toBe(passes);
    expect(lostIn(`${text}\n`, 'a.yaml')).toEqual([]);
  });

  test('is not lost in random texts', () => {
    const [hex, digits] = [fake('hex', 16, 3), fake('digits', 20, 3)];
    const lost: string[] = [];
    for (let round = 0; round < 1_500; round++) {
      const name = `${random(2) === 0 ? '' : `${written(pick(names))}${pick(['_', '-', ' ', '.', ''])}`}${pick(['key', 'token_id', 'Key', 'secret_name', 'auth', 'credential'])}`;
      const value = pick([
        hex,
        digits,
        fakeUuid(random(99)),
        fake('hex', 32, random(99)),
        fake('alnum', 10, random(99)),
      ]);
      const quote = pick(['"', "'", '']);
      lost.push(
        ...lostIn(
          `${text(12)}${name}${pick([': ', ' = ', '('])}${quote}${value}${quote}${text(12)}\n`,
          pick(['a.yaml', 'a.ts']),
        ),
      );
    }
    expect(lost.slice(0, 3)).toEqual([]);
  });
});
