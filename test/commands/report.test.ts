import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { report } from '../../src/commands/report.ts';
import type { Finding, Outcome } from '../../src/model.ts';
import { render } from '../../src/report/render.ts';
import { scratch } from '../repo.ts';
import { finding, OPTIONS, outcomeOf } from '../report/outcomes.ts';
import { fakeWorld } from '../world.ts';

const outcomes: Readonly<Record<string, Outcome>> = {
  clean: outcomeOf([]),
  one: outcomeOf([finding()]),
  two: outcomeOf([finding(), finding({ path: 'src/b.ts' } as Partial<Finding>)]),
  warned: outcomeOf([finding({ severity: 'warn' })]),
  failed: outcomeOf([], { failures: [{ message: 'it could not be read', path: 'x' }] }),
};

/** Writes reports `NAME.json` and `NAME.sarif` for all of the above. */
async function folderOfReports(): Promise<string> {
  const folder = scratch();
  for (const [name, outcome] of Object.entries(outcomes)) {
    for (const format of ['json', 'sarif'] as const)
      writeFileSync(join(folder, `${name}.${format}`), await render(format, outcome, OPTIONS));
  }
  writeFileSync(join(folder, 'broken.json'), '{');
  return folder;
}

async function run(positionals: readonly string[], more: object = {}, folder?: string) {
  const world = fakeWorld(folder ?? (await folderOfReports()));
  const code = await report.run({ positionals: [...positionals], ...more }, world);
  return { code, ...world.printed };
}

describe('report merge', () => {
  test.each([
    { files: ['clean.json'], code: 0, findings: 0 },
    { files: ['clean.json', 'one.json', 'two.json'], code: 1, findings: 2 },
    { files: ['one.sarif', 'two.json'], code: 1, findings: 2 },
    { files: ['warned.json'], code: 0, findings: 1 },
    { files: ['one.json', 'failed.json'], code: 2, findings: 1 },
  ])('$files: $findings findings, exit $code', async ({ files, code, findings }) => {
    const result = await run(['merge', ...files]);
    expect(result.code).toBe(code);
    expect(JSON.parse(result.out).findings).toHaveLength(findings);
  });
  test('--fail-on moves the line', async () => {
    expect((await run(['merge', 'warned.json'], { 'fail-on': 'warn' })).code).toBe(1);
    expect((await run(['merge', 'one.json'], { 'fail-on': 'never' })).code).toBe(0);
  });
  test('--output writes a file and leaves stdout empty', async () => {
    const folder = await folderOfReports();
    const { out } = await run(['merge', 'one.json', 'two.json'], { output: 'all.sarif', format: 'sarif' }, folder);
    expect(out).toBe('');
    expect(JSON.parse(readFileSync(join(folder, 'all.sarif'), 'utf8')).runs[0].results).toHaveLength(2);
  });
});

const RUN = { policy: 'aaaa', commits: 'c1' };

/** Part `index` of `count`, with one finding of its own. */
function part(
  index: number,
  more: { count?: number; run?: object; version?: string; ms?: number; path?: string } = {},
) {
  const { count = 2, run = RUN, version = '1.2.3', ms = 12, path = `src/${index}.ts` } = more;
  const shard = { index, count, run: { ...RUN, ...run } };
  const scope = { kind: 'tree', files: 10, lines: 100, bytes: 1000, skipped: [], shard } as const;
  const outcome = outcomeOf([finding({ path } as Partial<Finding>)], { scope, durationMs: ms });
  return (format: 'json' | 'sarif') => render(format, outcome, { ...OPTIONS, version });
}

describe('parts of a run', () => {
  const AGAIN = /^(\S+) and (\S+) are parts of different runs \((.*)\): run the parts again, all over the same commit/;
  test.each<{ name: string; parts: Record<string, ReturnType<typeof part>>; says?: RegExp; findings?: number }>([
    { name: 'all of them', parts: { '1.json': part(1), '2.json': part(2) } },
    { name: 'one given twice', parts: { '1.json': part(1), '2.json': part(2), 'copy.json': part(2) } },
    { name: 'one as JSON and as SARIF', parts: { '1.json': part(1), '2.json': part(2), '2.sarif': part(2) } },
    { name: 'one that was run again', parts: { '1.json': part(1), '2.json': part(2), 'again.json': part(2, { ms: 40 }) } },
    {
      name: 'two that claim the same place',
      parts: { '1.json': part(1), '2.json': part(2), 'old.json': part(2, { path: 'x.ts' }) },
      says: /^2\.json and old\.json are both shard 2 of 2 and say different things: leave out the one/,
      findings: 3,
    },
    { name: 'another count', parts: { '1.json': part(1), '2.json': part(2, { count: 3 }) }, says: AGAIN },
    { name: 'another base', parts: { '1.json': part(1), '2.json': part(2, { run: { commits: 'c2' } }) }, says: AGAIN },
    { name: 'other rules', parts: { '1.json': part(1), '2.json': part(2, { run: { policy: 'bbbb' } }) }, says: AGAIN },
    { name: 'another version', parts: { '1.json': part(1), '2.json': part(2, { version: '1.2.4' }) }, says: AGAIN },
  ])('$name', async ({ parts, says, findings = 2 }) => {
    const folder = scratch();
    for (const [name, write] of Object.entries(parts))
      writeFileSync(join(folder, name), await write(name.endsWith('.sarif') ? 'sarif' : 'json'));
    for (const names of [Object.keys(parts), Object.keys(parts).reverse()]) {
      const { code, out } = await run(['merge', ...names], {}, folder);
      const merged = JSON.parse(out);
      const said = merged.failures.map((failure: { message: string }) => failure.message);
      expect([code, said]).toEqual(says === undefined ? [1, []] : [2, [expect.stringMatching(says)]]);
      expect([merged.findings.length, merged.summary.blocked]).toEqual([findings, findings]);
      if (says === undefined) expect(merged.scope).toMatchObject({ files: 20, lines: 200, bytes: 2000 });
    }
  }); // biome-ignore format: a table
});

describe('report show', () => {
  test('is pretty by default', async () => {
    expect((await run(['show', 'one.sarif'])).out).toMatch(/^BLOCKED {2}src\/a\.ts:3:15/);
  });
});

test.each([
  { name: 'no verb', positionals: [], says: 'report: merge FILE' },
  { name: 'two files to show', positionals: ['show', 'one.json', 'two.json'], says: 'report: merge FILE' },
  { name: 'a missing file', positionals: ['merge', 'one.json', 'none.json'], says: 'none.json: it cannot be read' },
  {
    name: 'no report',
    positionals: ['merge', 'broken.json'],
    says: 'broken.json: this is not a report of secretguard',
  },
])('$name exits 2', async ({ positionals, says }) => {
  expect(await run(positionals)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) });
});
