import { scannerFor } from '../../detect/kernel/scanner.ts';
import { makeJudge } from './again.ts';
import type { LookedJobs } from './ahead-look.ts';
import { attempt, seal } from './batch.ts';
import { type BlobJob, type BlobResult, emptyBlobResult, MESSAGE_PLACE } from './blobs.ts';
import type { Version } from './looker.ts';
import { lookedOf, type Piece } from './slabs.ts';
import type { Search } from './text.ts';

/** A version that has to be judged; its text lies in a slab. */
export interface Put {
  readonly piece: Piece;
  readonly since?: NonNullable<Version['since']>;
}

/** What is left of jobs that were looked at elsewhere. */
export interface Left<Job extends BlobJob> {
  /** To be searched as if nobody had looked. */
  readonly unread: readonly Job[];
  /** Counted already; what is found in these places counts. */
  readonly unjudged: readonly Job[];
}

/** Judges what was looked at elsewhere, jobs in their order; sees to it that none is passed over. */
export function makeJobJudge<Job extends BlobJob>(search: Search) {
  const judge = makeJudge(search);
  let result = emptyBlobResult();
  let unjudged: { readonly number: number; readonly job: Job }[] = [];
  let at = { job: 0, place: 0 };
  /** Goes on behind a place of a job, or to the end. What is passed is quiet, which says nothing where its place is not clean. */
  const pass = (jobs: readonly Job[], number: number, path?: string): string | undefined => {
    for (; at.job < jobs.length; at = { job: at.job + 1, place: 0 }) {
      const job = jobs[at.job]!;
      while (at.place < job.places.length) {
        const place = job.places[at.place++]!;
        const judgedBy = job.isMessage === true ? MESSAGE_PLACE : place;
        if (at.job === number && judgedBy === path) return place;
        if (judge.isDirty(judgedBy)) unjudged.push({ number: at.job, job: { ...job, places: [place] } });
      }
    }
    return undefined;
  };
  const findingsIn = ({ piece, since }: Put, memory: SharedArrayBuffer) => {
    const { path, bytes, mayHide, hits } = lookedOf(memory, piece);
    const all = hits ?? scannerFor(search.catalogue)(bytes, true, path).hits;
    const version: Version = { place: path, bytes, lines: 0, hits: all, mayHide, isQuiet: false };
    return judge.findingsIn(since === undefined ? version : { ...version, since });
  };
  return {
    /** @param jobs what they are of */
    judge(jobs: readonly Job[], puts: readonly Put[], memory: SharedArrayBuffer): void {
      for (const put of puts) {
        const number = put.piece.file;
        const place = pass(jobs, number, put.piece.path)!;
        const { findings, failure } = attempt(() => ({ findings: findingsIn(put, memory), lines: 0, bytes: 0 }));
        for (const finding of findings) result.found.push({ oid: jobs[number]!.oid, place, finding: seal(finding) });
        if (failure !== undefined) result.failures.push({ path: place, message: failure });
      }
    },
    /** What came out of `jobs`, once all that was put of them is judged. */
    end(jobs: readonly Job[], { rest, ...counts }: LookedJobs): { result: BlobResult; left: Left<Job> } {
      pass(jobs, jobs.length);
      const unread = new Set(rest);
      const left = {
        unread: rest.map((i) => jobs[i]!),
        unjudged: unjudged.filter(({ number }) => !unread.has(number)).map(({ job }) => job),
      };
      const done = { ...result, ...counts };
      result = emptyBlobResult();
      unjudged = [];
      at = { job: 0, place: 0 };
      return { result: done, left };
    },
  };
}
