import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../src/days.ts';
import { keysOf } from '../../src/decide/rotation.ts';
import { isUrgent, rotationText } from '../../src/report/rotation.ts';
import type { Fact, Issued } from '../../src/rotation.ts';
import { isFromTheFuture } from '../../src/rotation-key.ts';

const START = '2027-11-30';
const POLICY = { days: 90, overlapDays: 7 };

function issued(id: string, more: Partial<Issued> = {}): Issued {
  const day = more.issued ?? START;
  return { fact: 'issued', name: 'K', environment: 'default', id, issued: day, due: addDays(day, 90), ...more };
}
const at = (day: string, time = '10:00:00') => `${day}T${time}Z`;
const event = (fact: 'switched' | 'back' | 'disabled', id: string, when: string): Fact => ({
  fact, name: 'K', environment: 'default', id, at: when,
}); // biome-ignore format: short

const keys = (facts: readonly Fact[], today: string, policy = POLICY) => keysOf(facts, () => policy, today);

describe('time goes by', () => {
  test.each([
    { day: 0, urgency: 'ok', left: 90, told: /^$/ },
    { day: 75, urgency: 'ok', left: 15, told: /^$/ },
    { day: 76, urgency: 'soon', left: 14, told: /^soon / },
    { day: 90, urgency: 'soon', left: 0, told: /^soon .*due today/ },
    { day: 91, urgency: 'over', left: -1, told: /^OVERDUE / },
    { day: 400, urgency: 'over', left: -310, told: /^OVERDUE / },
  ])('day $day: $urgency', ({ day, urgency, left, told }) => {
    // from 30 November on, over the leap day of 2028
    const today = addDays(START, day);
    const [key] = keys([issued('00000001')], today);
    expect(key).toMatchObject({ urgency, left, age: day, state: 'current' });
    const report = { today, keys: [key!], fresh: [], reappeared: [], broken: [], failures: [] };
    expect(isUrgent(report, 'overdue')).toBe(urgency === 'over');
    expect(isUrgent(report, 'soon')).toBe(urgency !== 'ok');
    expect(rotationText(report, { quiet: true })).toMatch(told);
  });
  test('day 91 of a key of 30 November 2027 is 29 February 2028', () => {
    expect(keys([issued('00000001')], '2028-02-28')[0]).toMatchObject({ left: 0, urgency: 'soon' });
    expect(keys([issued('00000001')], '2028-02-29')[0]).toMatchObject({ left: -1, urgency: 'over' });
  });
  test.each([
    { name: 'a day behind is a time zone', today: addDays(START, -1), future: false },
    { name: 'two days behind is a wrong clock', today: addDays(START, -2), future: true },
  ])('a clock that is behind: $name', ({ today, future }) => {
    const [key] = keys([issued('00000001')], today);
    expect(key).toMatchObject({ urgency: 'ok' });
    expect(isFromTheFuture(key!)).toBe(future);
  });
  test.each([
    { name: 'the settings are stricter than the ledger', days: 30, day: 31, urgency: 'over' },
    { name: 'a month is warned of 4 days before', days: 30, day: 26, urgency: 'soon' },
    { name: 'and not 5', days: 30, day: 25, urgency: 'ok' },
    { name: 'a laxer setting does not stretch a line', days: 365, day: 91, urgency: 'over' },
  ])('$name', ({ days, day, urgency }) => {
    const [key] = keys([issued('00000001')], addDays(START, day), { days, overlapDays: 7 });
    expect(key).toMatchObject({ urgency });
  });
});

describe('two keys', () => {
  const old = issued('00000001');
  const fresh = issued('00000002', { issued: addDays(START, 80), replaces: ['00000001'], pending: true });
  const since = fresh.issued;
  const switched = event('switched', '00000002', at(since, '11:00:00'));
  test.each<{ name: string; facts: Fact[]; states: string[]; overlap: boolean }>([
    { name: 'started', facts: [old, fresh], states: ['current', 'next'], overlap: true },
    { name: 'switched', facts: [old, fresh, switched], states: ['previous', 'current'], overlap: true },
    {
      name: 'the order of lines means nothing',
      facts: [switched, fresh, old],
      states: ['previous', 'current'],
      overlap: true,
    },
    {
      name: 'taken back',
      facts: [old, fresh, switched, event('back', '00000002', at(since, '12:00:00'))],
      states: ['current', 'next'],
      overlap: true,
    },
    {
      name: 'and switched again',
      facts: [
        old,
        event('switched', '00000002', at(since, '13:00:00')),
        event('back', '00000002', at(since, '12:00:00')),
        fresh,
        switched,
      ],
      states: ['previous', 'current'],
      overlap: true,
    },
    {
      name: 'disabled',
      facts: [old, fresh, switched, event('disabled', '00000001', at(since, '14:00:00'))],
      states: ['disabled', 'current'],
      overlap: false,
    },
    {
      name: 'given up',
      facts: [old, fresh, event('disabled', '00000002', at(since, '14:00:00'))],
      states: ['current', 'disabled'],
      overlap: false,
    },
    {
      name: 'an event of a key that nobody knows',
      facts: [old, event('disabled', '0000ffff', at(since))],
      states: ['current'],
      overlap: false,
    },
  ])('$name', ({ facts, states, overlap }) => {
    const found = keys(facts, addDays(since, 1));
    expect(found.map(({ state }) => state)).toEqual(states);
    expect(found.some((key) => key.overlap !== undefined)).toBe(overlap);
  });
  test.each([
    { days: 0, urgency: 'ok' },
    { days: 4, urgency: 'ok' },
    { days: 5, urgency: 'soon' },
    { days: 7, urgency: 'soon' },
    { days: 8, urgency: 'over' },
  ])('side by side for $days days: $urgency', ({ days, urgency }) => {
    for (const facts of [
      [old, fresh],
      [old, fresh, switched],
    ]) {
      const found = keys(facts, addDays(since, days));
      expect(found[0]?.overlap).toMatchObject({ days, limit: 7, urgency });
      const report = { today: since, keys: found, fresh: [], reappeared: [], broken: [], failures: [] };
      expect(isUrgent(report, 'overdue')).toBe(urgency === 'over');
    }
  });
  test('two branches that rotated the same key: the earlier of the new ones has to go', () => {
    const other = issued('00000003', { issued: addDays(since, 1), replaces: ['00000001'] });
    const found = keys([old, fresh, switched, other], addDays(since, 2));
    expect(found.map(({ id, state }) => [id, state])).toEqual([
      ['00000001', 'previous'],
      ['00000002', 'previous'],
      ['00000003', 'current'],
    ]);
  });
  test('two people with keys of their own are no overlap', () => {
    const found = keys([issued('00000001', { owner: 'a' }), issued('00000002', { owner: 'b' })], START);
    expect(found.map(({ state, overlap }) => [state, overlap])).toEqual([
      ['current', undefined],
      ['current', undefined],
    ]);
  });
  test('the same key noticed on two branches: the earlier day counts', () => {
    const found = keys([issued('00000001', { issued: addDays(START, 3) }), issued('00000001')], START);
    expect(found).toMatchObject([{ issued: START }]);
  });
});

test('no time zone changes a day', () => {
  const before = process.env['TZ'];
  try {
    for (const zone of ['UTC', 'America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati', 'Australia/Lord_Howe']) {
      process.env['TZ'] = zone;
      for (const day of [0, 75, 76, 90, 91, 120, 121, 122]) {
        // over both changes of the clocks
        expect(
          keys([issued('00000001', { issued: '2027-03-01', due: '2027-05-30' })], addDays('2027-03-01', day))[0],
        ).toMatchObject({ age: day, left: 90 - day });
        expect(
          keys([issued('00000001', { issued: '2027-09-15', due: '2027-12-14' })], addDays('2027-09-15', day))[0],
        ).toMatchObject({ age: day, left: 90 - day });
      }
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});
