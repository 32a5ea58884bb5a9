import { expect, test } from '@jest/globals';
import { giveEarly } from '../../../src/commands/scan/early-messages.ts';
import type { Job } from '../../../src/commands/scan/ledger.ts';
import type { Reading } from '../../../src/sources/history-index.ts';
import { makeOidTable } from '../../../src/sources/history-table.ts';

const oid = (i: number) => i.toString(16).padStart(40, '0');

/** A table of the commits of these numbers. */
const tableOf = (from: number, to: number) => {
  const table = makeOidTable(20);
  for (let i = from; i < to; i++) table.add(oid(i));
  return table;
};

test.each([
  { name: 'few', chunks: [60, 39], given: 0 },
  { name: 'few, and a few more', chunks: [60, 40], given: 100 },
  { name: 'many', chunks: [250, 250, 30], given: 500 },
  { name: 'more than it should have', chunks: [2_900, 4_000, 500], given: 6_000 },
  { name: 'many, of which half are for another shard', chunks: [250, 250], given: 250, share: 2 },
  { name: 'many, which are listed anew in another order', chunks: [250, 250, 30], given: 500, again: true },
  { name: 'many, of which some are lost', chunks: [250, 250, 30], given: 500, again: true, lost: 40 },
])('of $name: each message once', ({ chunks, given, share = 1, again = false, lost = 0 }) => {
  const got: string[] = [];
  const reading: Reading = {};
  const ahead = { giveEarly: (jobs: readonly Job[]) => void got.push(...jobs.map((job) => job.oid)) };
  const isOurs = (hex: string) => Number.parseInt(hex, 16) % share === 0;
  const early = giveEarly(reading, ahead, (hex) =>
    isOurs(hex) ? { oid: hex, places: [hex], isMessage: true } : undefined,
  );
  const table = makeOidTable(20);
  for (const chunk of chunks) {
    for (let i = 0; i < chunk; i++) table.add(oid(table.size));
    reading.known?.(table);
  }
  expect([early.count, got.length]).toEqual([given, given]);
  const rest = [...early.rest(again ? tableOf(lost, table.size) : table)].filter(isOurs);
  const all = Array.from({ length: table.size }, (_, i) => oid(i)).filter(isOurs);
  expect([...got, ...rest].sort()).toEqual(all);
});
