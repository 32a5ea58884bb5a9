/** Tells on a terminal how far a scan has come. */
export interface Progress {
  /** One more thing is known to be done in the end; `isAll`: there will be no more. */
  expect(files: number, isAll?: boolean): void;
  done(files: number, bytes: number): void;
  end(): void;
}

const EVERY_MS = 100;
const FIRST_MS = 500;

/** Says nothing before half a second is over, and nothing at all where nobody looks. */
export function makeProgress(isShown: boolean, columns: number, write: (text: string) => void): Progress {
  if (!isShown) return { expect: () => undefined, done: () => undefined, end: () => undefined };
  const start = performance.now();
  let last = start + FIRST_MS - EVERY_MS;
  let [files, bytes, expected, isAll, wide] = [0, 0, 0, false, 0];
  return {
    expect(more, all = false) {
      expected += more;
      isAll ||= all;
    },
    done(moreFiles, moreBytes) {
      files += moreFiles;
      bytes += moreBytes;
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      const line = progressLine({ files, bytes, expected: isAll ? expected : undefined, ms: now - start }).slice(
        0,
        columns - 1,
      );
      write(`\r${line.padEnd(wide)}`);
      wide = line.length;
    },
    end() {
      if (wide > 0) write(`\r${' '.repeat(wide)}\r`);
    },
  };
}

interface State {
  readonly files: number;
  readonly bytes: number;
  /** Absent while it is not known how many there are. */
  readonly expected: number | undefined;
  readonly ms: number;
}

/** `1,200 of 20,000 files, 120 MB, 240 MB/s, 3 s left`. */
export function progressLine({ files, bytes, expected, ms }: State): string {
  const mega = bytes / 1e6;
  const parts = [
    expected === undefined ? `${grouped(files)} files` : `${grouped(files)} of ${grouped(expected)} files`,
    `${mega.toFixed(0)} MB`,
    `${(mega / (ms / 1000)).toFixed(0)} MB/s`,
  ];
  if (expected !== undefined && files > 0) parts.push(`${left(((expected - files) / files) * (ms / 1000))} left`);
  return parts.join(', ');
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

function left(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
