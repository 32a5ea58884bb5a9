import { describe, expect, test } from '@jest/globals';
import { isDay } from '../../src/days.ts';
import { addEntries, addedEntries, mergeAllow, parseAllowlist, withoutLines } from '../../src/decide/allowlist.ts';

const PRINT = `sg1:${'0123456789abcdef'.repeat(2)}`;
const OTHER = `sg1:${'fedcba9876543210'.repeat(2)}`;
const entry = (more: object = {}) => JSON.stringify({ fingerprint: PRINT, rule: 'r', reason: 'why', ...more });

describe('parseAllowlist', () => {
  test('keeps salt, entries and their lines, and passes over remarks', () => {
    const text = `\uFEFF{"version":1,"salt":"s"}\r\n# remark\r\n\r\n${entry({ path: 'test/**', until: '2027-02-20' })}\r\n`;
    expect(parseAllowlist(text)).toEqual({
      salt: 's',
      entries: [{ fingerprint: PRINT, rule: 'r', paths: ['test/**'], reason: 'why', until: '2027-02-20', line: 4 }],
      broken: [],
    });
  });
  test.each([
    { name: 'no JSON', line: 'oops', why: 'not a JSON object' },
    { name: 'a list', line: '[]', why: 'not a JSON object' },
    { name: 'a conflict', line: '<<<<<<< ours', why: 'merge conflict' },
    { name: 'no fingerprint', line: '{"reason":"x"}', why: 'no valid fingerprint' },
    { name: 'a short fingerprint', line: '{"fingerprint":"sg1:1234","reason":"x"}', why: 'no valid fingerprint' },
    { name: 'no reason', line: entry({ reason: ' ' }), why: 'no reason' },
    { name: 'a typo that would make it last for ever', line: entry({ untill: '2020-01-01' }), why: 'it may only hold' },
    { name: 'no day', line: entry({ until: '2027-02-30' }), why: 'not a day' },
    { name: 'a path of another type', line: entry({ path: 7 }), why: 'not a glob' },
    { name: 'a second salt', line: '{"version":1,"salt":"t"}', why: 'second salt' },
    { name: 'a salt of another version', line: '{"version":2,"salt":"t"}', why: 'newer version' },
  ])('lists $name as broken, and the others count', ({ line, why }) => {
    const read = parseAllowlist(`{"version":1,"salt":"s"}\n${line}\n${entry()}\n`);
    expect(read.broken).toEqual([{ line: 2, why: expect.stringContaining(why) }]);
    expect(read.entries).toHaveLength(1);
  });
});

describe('addEntries', () => {
  const added = { fingerprint: OTHER, rule: 'r', paths: [], reason: 'new' };
  const line = `{"fingerprint":"${OTHER}","rule":"r","reason":"new"}`;
  test.each([
    { name: 'a new file', text: '', want: /^\{"version":1,"salt":"S"\}\n# .*\n\{"fingerprint".*\}\n$/ },
    {
      name: 'a file without salt',
      text: '# mine\n',
      want: /^\{"version":1,"salt":"S"\}\n# mine\n\{"fingerprint".*\}\n$/,
    },
  ])('gives $name a salt', ({ text, want }) => {
    expect(addEntries(text, [added], 'S')).toMatch(want);
  });
  test.each([
    {
      name: 'no newline at the end',
      text: `{"salt":"s"}\n# a\n\n${entry()}`,
      want: `{"salt":"s"}\n# a\n\n${entry()}\n${line}\n`,
    },
    { name: 'CRLF', text: '{"salt":"s"}\r\n', want: `{"salt":"s"}\r\n${line}\r\n` },
    { name: 'the entry itself', text: `{"salt":"s"}\n${line}\n`, want: `{"salt":"s"}\n${line}\n` },
  ])('leaves everything else as it is: $name', ({ text, want }) => {
    expect(addEntries(text, [added], 'S')).toBe(want);
  });
});

test('withoutLines takes out lines and nothing else', () => {
  expect(withoutLines('a\r\n\n# x\nb\nc', new Set([1, 4]))).toBe('\n# x\nc');
});

describe('trust', () => {
  const list = (...lines: string[]) => parseAllowlist(lines.join('\n'));
  test.each([
    { name: 'an entry of the head does not count', base: [], head: [entry()], want: [] },
    { name: 'one that the head took out does not count', base: [entry()], head: [], want: [] },
    {
      name: 'the earlier end counts',
      base: [entry()],
      head: [entry({ until: '2027-01-01' })],
      want: [['2027-01-01', []]],
    },
    {
      name: 'a later end does not',
      base: [entry({ until: '2026-01-01' })],
      head: [entry()],
      want: [['2026-01-01', []]],
    },
    {
      name: 'both paths count',
      base: [entry({ path: 'a/**' })],
      head: [entry({ path: 'b/**' })],
      want: [[undefined, ['a/**', 'b/**']]],
    },
  ])('$name', ({ base, head, want }) => {
    expect(mergeAllow(list(...base), list(...head)).entries.map((e) => [e.until, e.paths])).toEqual(want);
  });
  test.each([
    { name: 'a new one', base: [], head: [entry()], want: 1 },
    { name: 'a longer one', base: [entry({ until: '2026-01-01' })], head: [entry({ until: '2027-01-01' })], want: 1 },
    { name: 'the same, moved', base: ['# x', entry()], head: [entry()], want: 0 },
    { name: 'one for fewer paths', base: [entry()], head: [entry({ path: 'a' })], want: 0 },
  ])('addedEntries: $name', ({ base, head, want }) => {
    expect(addedEntries(list(...base), list(...head))).toHaveLength(want);
  });
});

test.each([
  ['2027-02-20', true],
  ['2027-02-29', false],
  ['tomorrow', false],
  ['2027-2-1', false],
])('isDay(%s) is %s', (day, want) => {
  expect(isDay(day)).toBe(want);
});
