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
