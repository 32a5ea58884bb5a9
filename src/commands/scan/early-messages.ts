import type { Reading } from '../../sources/history-index.ts';
import type { OidTable } from '../../sources/history-table.ts';
import type { Ahead } from './ahead-thread.ts';
import type { Job } from './ledger.ts';

/** Fewer are not handed over by themselves; and no more than these, which take a tenth of a second: all else goes to who has time. */
const FEWEST = 100;
const MOST = 6_000;

/** Messages that were handed over before the files were known. */
export interface Early {
  readonly count: number;
  /** Commits of which nothing was handed over. */
  rest(commits: OidTable): Iterable<string>;
}

/**
 * Messages for a thread that would wait for files, which are searched by paths, until git has listed them all.
 *
 * @param jobOf undefined where there is nothing to do
 */
export function giveEarly(
  reading: Reading,
  ahead: Pick<Ahead<Job>, 'giveEarly'>,
  jobOf: (oid: string) => Job | undefined,
): Early {
  let known: OidTable | undefined;
  let end = 0;
  let count = 0;
  reading.known = (commits) => {
    known = commits;
    const to = Math.min(commits.size, MOST);
    if (to - end < FEWEST) return;
    const jobs: Job[] = [];
    for (; end < to; end++) {
      const job = jobOf(commits.hex(end));
      if (job !== undefined) jobs.push(job);
    }
    count += jobs.length;
    ahead.giveEarly(jobs);
  };
  return {
    get count() {
      return count;
    },
    *rest(commits) {
      const isSame = commits === known; // else it was read anew: something is missing
      for (let i = isSame ? end : 0; i < commits.size; i++) {
        const oid = commits.hex(i);
        const at = isSame ? -1 : (known?.find(oid) ?? -1);
        if (at < 0 || at >= end) yield oid;
      }
    },
  };
}
