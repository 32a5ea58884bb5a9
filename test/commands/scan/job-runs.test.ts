import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { defaultSettings } from '../../../config/defaults.ts';
import { type BlobJob, makeBlobSearcher } from '../../../src/commands/scan/blobs.ts';
import { fromRuns, toRuns } from '../../../src/commands/scan/job-runs.ts';
import { newRepo } from '../../repo.ts';
import { githubToken } from '../../tokens.ts';

describe('jobs on their way to another thread', () => {
  const [a, b, both] = [['a.ts'], ['b.ts'], ['a.ts', 'b.ts']];
  const message = (oid: string): BlobJob => ({ oid, places: [`message of ${oid}`], isMessage: true });
  test.each<{ name: string; jobs: BlobJob[]; runs: number }>([
    { name: 'none', jobs: [], runs: 0 },
    { name: 'versions of one file', jobs: [{ oid: '1', places: a }, { oid: '2', places: a }], runs: 1 },
    { name: 'files by turns', jobs: [{ oid: '1', places: a }, { oid: '2', places: b }, { oid: '3', places: a }], runs: 3 },
    { name: 'one content at two places', jobs: [{ oid: '1', places: a }, { oid: '2', places: both }], runs: 2 },
    { name: 'messages', jobs: [{ oid: '1', places: a }, message('2'), message('3')], runs: 2 },
  ])('$name: $runs runs', ({ jobs, runs }) => {
    const sent = toRuns(jobs);
    expect(sent).toHaveLength(runs);
    const judgedBy = (job: BlobJob) => (job.isMessage ? { ...job, places: ['commit message'] } : job);
    expect(fromRuns(structuredClone(sent))).toEqual(jobs.map(judgedBy));
  }); // biome-ignore format: a table
});

describe('a search of objects', () => {
  test('an object that is asked for at one place after the other is searched at each', async () => {
    const repo = newRepo();
    writeFileSync(join(repo.dir, 'a.ts'), `t = '${githubToken(3)}'\n`);
    const oid = repo.git('hash-object', '-w', 'a.ts').trim();
    const { maxFileBytes, minified, archives } = defaultSettings();
    const limits = { maxFileBytes, minified, archives };
    const search = makeBlobSearcher({ limits, customRules: [], needles: [], git: { cwd: repo.dir, env: process.env } });
    const { found } = await search([
      { oid, places: ['a.ts'] },
      { oid, places: ['b.ts'] },
    ]);
    expect(found.map(({ place }) => place)).toEqual(['a.ts', 'b.ts']);
  });
});
