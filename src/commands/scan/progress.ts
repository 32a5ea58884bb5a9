/** Tells on a terminal how far a scan has come. */
export interface Progress {
  readonly isShown: boolean;
  /** One more thing is known to be done in the end; `isAll`: there will be no more. */
  expect(files: number, isAll?: boolean): void;
  /** About how many more there will be, in all, before it is known. */
  guess(files: number): void;
  done(files: number, bytes: number): void;
  end(): void;
}

const EVERY_MS = 100;
const FIRST_MS = 500;

/** Back to the line above, and empty it. */
const ABOVE = '\x1b[A\r\x1b[2K';

/**
 * Says nothing before half a second is over, and nothing at all where nobody looks.
 *
 * The cursor rests at the beginning of the line below: a signal ends the process wherever it is, without a handler, which a long file
 * or archive would keep waiting for seconds; and the shell's prompt comes to stand on a line of its own.
 */
export function makeProgress(isShown: boolean, columns: number, write: (text: string) => void): Progress {
  const nothing = () => undefined;
  if (!isShown) return { isShown, expect: nothing, guess: nothing, done: nothing, end: nothing };
  const start = performance.now();
  let last = start + FIRST_MS - EVERY_MS;
  let [files, bytes, expected, guessed, isAll, isDrawn] = [0, 0, 0, 0, false, false];
  return {
    isShown,
    expect(more, all = false) {
      expected += more;
      isAll ||= all;
    },
    guess: (more) => {
      guessed += more;
    },
    done(moreFiles, moreBytes) {
      files += moreFiles;
      bytes += moreBytes;
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      const total = isAll ? expected : guessed > 0 ? Math.max(guessed, expected) : undefined;
      const width = (process.stderr.columns ?? columns) - 1; // of now: a window is made narrower
      write(`${isDrawn ? ABOVE : ''}${progressLine({ files, bytes, expected: total, ms: now - start }, width)}\n`);
      isDrawn = true;
    },
    end() {
      if (isDrawn) write(ABOVE);
      isDrawn = false;
    },
  };
}

/** Whether progress can be shown: a terminal that can move its cursor, and nobody who wants silence. */
export function isWatched(quiet: boolean | undefined, env: NodeJS.ProcessEnv): boolean {
  return process.stderr.isTTY === true && quiet !== true && env['TERM'] !== 'dumb';
}

interface State {
  readonly files: number;
  readonly bytes: number;
  /** Absent while it is not known how many there are. */
  readonly expected: number | undefined;
  readonly ms: number;
}

const BAR = 20;
/** Before, a start says little of the end. */
const FIRST_GUESS_MS = 2000;

/**
 * `[=====>              ] 1,200 of 20,000 files, 120 MB, 240 MB/s, 3 s left`.
 *
 * @param width columns at most: the bar goes first, then what is least worth knowing
 */
export function progressLine({ files, bytes, expected, ms }: State, width: number): string {
  const mega = bytes / 1e6;
  const size = [`${mega.toFixed(0)} MB`, `${(mega / (ms / 1000)).toFixed(0)} MB/s`];
  if (expected === undefined) return fitting([[`${grouped(files)} files`, ...size].join(', ')], width);
  const share = expected === 0 ? 1 : Math.min(1, files / expected);
  const isTelling = files > 0 && (ms >= FIRST_GUESS_MS || share > 0.1);
  const time = isTelling ? [`${left(((1 - share) / share) * (ms / 1000))} left`] : [];
  const counts = `${grouped(files)} of ${grouped(expected)} files`;
  const all = [counts, ...size, ...time].join(', ');
  return fitting([`${bar(share)} ${all}`, all, [`${Math.floor(share * 100)}%`, ...time].join(', ')], width);
}

/** The first that fits, else as much of the last as does. */
function fitting(lines: readonly string[], width: number): string {
  return lines.find((line) => line.length <= width) ?? lines.at(-1)!.slice(0, Math.max(0, width));
}

function bar(share: number): string {
  const full = Math.floor(share * BAR);
  return `[${'='.repeat(full)}${full < BAR ? '>' : ''}`.padEnd(BAR + 1).concat(']');
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

function left(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
