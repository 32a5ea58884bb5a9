import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, jest, test } from '@jest/globals';
import { openCache } from '../../src/sources/history-cache.ts';
import { scratch } from '../repo.ts';

const OID = 'a'.repeat(40);
const oids = (count: number) => Array.from({ length: count }, (_, i) => i.toString(16).padStart(40, '0'));
const WIDTH = 16;

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  { name: 'a few, at once: written at the end', count: 10, afterMs: 10, want: 0 },
  { name: 'a few, over more than a second', count: 10, afterMs: 1100, want: 11 },
  { name: 'many, at once', count: 4096, afterMs: 0, want: 4096 },
])('what a killed run leaves behind: $name', ({ count, afterMs, want }) => {
  const folder = join(scratch(), 'history');
  const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
  const cache = openCache(folder, ['rules'], []);
  for (const oid of oids(count)) cache.add(oid, 'code');
  clock.mockReturnValue(afterMs);
  cache.add(OID, 'code');
  const files = readdirSync(folder);
  expect(files.map((file) => statSync(join(folder, file)).size / WIDTH)).toEqual(want === 0 ? [] : [want]);
  expect(openCache(folder, ['rules'], []).has(oids(1)[0]!, 'code')).toBe(want > 0);
  cache.flush();
  expect(openCache(folder, ['rules'], []).has(OID, 'code')).toBe(true);
});

test.each([
  { name: 'from the beginning', before: (folder: string) => writeFileSync(folder, ''), after: () => {} },
  { name: 'later', before: () => {}, after: (folder: string) => rmSync(folder, { recursive: true }) },
])('a cache that cannot be written $name takes whatever comes, and says why', ({ before, after }) => {
  const folder = join(scratch(), 'history');
  before(folder);
  const cache = openCache(folder, ['rules'], []);
  after(folder);
  for (const oid of oids(10_000)) cache.add(oid, 'code');
  cache.flush();
  expect(cache.problem).toMatch(/^E[A-Z]+$/);
});
