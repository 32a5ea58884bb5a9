import { compare, type Report } from './report.ts';

/** A report, and what the person who gave it calls it. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

const ANEW = 'run the parts again, all over the same commit with the same options and settings, and merge those only';

/** Which reports count, each part once; and why they are not the whole of one run, where they are not. */
export function partsOf(given: readonly NamedReport[]): {
  readonly reports: readonly Report[];
  readonly failures: Report['failures'];
} {
  const kept = [...new Map(given.map((part) => [contentOf(part.report), part])).values()];
  const reports = kept.map(({ report }) => report);
  const shards = kept.filter(({ report }) => report.scope.shard !== undefined).sort((a, b) => compare(a.name, b.name));
  const apart = differenceIn(shards);
  if (apart !== undefined) return { reports, failures: [{ message: `${apart}: ${ANEW}` }] };
  return { reports, failures: [...claimedTwice(shards), ...missing(shards)] };
}

/** The same but for how long it took: a file given twice, as JSON and as SARIF, or a part that was run again. */
function contentOf(report: Report): string {
  return JSON.stringify({ ...report, summary: 0 });
}

function claimedTwice(shards: readonly NamedReport[]): Report['failures'] {
  const failures: { message: string }[] = [];
  const first = new Map<number, string>();
  for (const { name, report } of shards) {
    const { index, count } = report.scope.shard!;
    const other = first.get(index);
    if (other === undefined) first.set(index, name);
    else {
      const message = `${other} and ${name} are both shard ${index} of ${count} and say different things: leave out the one that is not of this run`;
      failures.push({ message });
    }
  }
  return failures;
}

/** A part that is not there was not checked: the job that should have made it failed, or was forgotten. */
function missing(shards: readonly NamedReport[]): Report['failures'] {
  const count = shards[0]?.report.scope.shard?.count ?? 0;
  const there = new Set(shards.map(({ report }) => report.scope.shard!.index));
  const absent = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !there.has(index));
  return absent.map((index) => ({ message: `shard ${index} of ${count} is missing` }));
}

/** What parts of one run have in common, the most telling first. */
const COMMON: readonly { readonly what: string; of(report: Report): string | undefined }[] = [
  { what: 'how many there are', of: ({ scope }) => String(scope.shard?.count) },
  { what: 'the kind of scan', of: ({ scope }) => scope.kind },
  { what: 'the version of secretguard', of: ({ tool }) => tool.version },
  { what: 'the commits', of: ({ scope }) => scope.shard?.run?.commits },
  { what: 'rules, settings or options', of: ({ scope }) => scope.shard?.run?.policy },
];

function differenceIn(shards: readonly NamedReport[]): string | undefined {
  const [first, ...others] = shards;
  if (first === undefined) return undefined;
  for (const { what, of } of COMMON) {
    const other = others.find(({ report }) => of(report) !== of(first.report));
    if (other === undefined) continue;
    return `${first.name} and ${other.name} are parts of different runs (${what})`;
  }
  return undefined;
}
