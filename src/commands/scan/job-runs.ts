import { type BlobJob, MESSAGE_PLACE } from './blobs.ts';

/** Jobs in a row with the same places, versions of one file mostly: as messages between threads, many small objects are slow. */
export interface JobRun extends Omit<BlobJob, 'oid'> {
  readonly oids: string[];
}

const OF_MESSAGES = [MESSAGE_PLACE];

/** Messages are under the place by which they are judged. */
export function toRuns(jobs: readonly BlobJob[]): JobRun[] {
  const runs: JobRun[] = [];
  let last: JobRun | undefined;
  for (const { oid, places: own, isMessage } of jobs) {
    const places = isMessage === true ? OF_MESSAGES : own;
    if (last?.places !== places) {
      last = { oids: [], places, ...(isMessage === true ? { isMessage } : {}) };
      runs.push(last);
    }
    last.oids.push(oid);
  }
  return runs;
}

export function fromRuns(runs: readonly JobRun[]): BlobJob[] {
  const jobs: BlobJob[] = [];
  for (const { oids, ...rest } of runs) for (const oid of oids) jobs.push({ oid, ...rest });
  return jobs;
}
