import { placeOf } from '../../detect/place.ts';
import { type BlobJob, MESSAGE_PLACE, withoutSignature } from './blobs.ts';
import { makeLooker, type Version } from './looker.ts';
import type { Search } from './text.ts';

/** What is said of some jobs once all versions in them have been looked at. */
export interface LookedJobs {
  files: number;
  lines: number;
  bytes: number;
  /** Numbers of jobs that have to be searched elsewhere. */
  readonly rest: number[];
}

export interface JobLooking {
  readonly search: Search;
  readonly skipMinified: boolean;
  /** Longest version in bytes. */
  readonly longest: number;
  /** Undefined where others have to read it. */
  read(oid: string): Uint8Array | undefined;
  /** Takes what has to be judged, with the number of its job. */
  put(job: number, version: Version): void;
}

/** Looks over versions of files and messages, of which most turn out to be quiet. */
export function makeJobLooker({ search, skipMinified, longest, read, put }: JobLooking) {
  const look = makeLooker(search, longest);
  const linesOf = (number: number, { places, isMessage }: BlobJob, bytes: Uint8Array): number | undefined => {
    let lines = 0;
    for (const [i, place] of places.entries()) {
      if (skipMinified && placeOf(place).minified) continue;
      const version = look(bytes, isMessage === true ? MESSAGE_PLACE : place);
      if (version === undefined) return undefined;
      if (i === 0) lines = version.lines;
      if (!version.isQuiet) put(number, version);
    }
    return lines;
  };
  return (jobs: readonly BlobJob[]): LookedJobs => {
    const looked: LookedJobs = { files: 0, lines: 0, bytes: 0, rest: [] };
    jobs.forEach((job, i) => {
      const bytes = read(job.oid);
      const lines = bytes && attempt(() => linesOf(i, job, job.isMessage === true ? withoutSignature(bytes) : bytes));
      if (bytes === undefined || lines === undefined) {
        looked.rest.push(i);
        return;
      }
      looked.files++;
      looked.lines += lines;
      looked.bytes += bytes.length;
    });
    return looked;
  };
}

/** What brings out an error is for whoever searches the rest, and tells of it. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
