import { expect, jest, test } from '@jest/globals';
import { makeProgress, progressLine } from '../../../src/commands/scan/progress.ts';

test.each<{ name: string; files: number; expected: number | undefined; ms?: number; width: number; want: string }>([
  { name: 'it is not known how much there is', files: 1200, expected: undefined, width: 79, want: '1,200 files, 120 MB, 60 MB/s' },
  { name: 'a bar, rate and time left', files: 1200, expected: 4800, width: 79, want: '[=====>              ] 1,200 of 4,800 files, 120 MB, 60 MB/s, 6 s left' },
  { name: 'nothing done yet', files: 0, expected: 4800, width: 79, want: '[>                   ] 0 of 4,800 files, 120 MB, 60 MB/s' },
  { name: 'all of it', files: 4800, expected: 4800, width: 79, want: '[====================] 4,800 of 4,800 files, 120 MB, 60 MB/s, 0 s left' },
  { name: 'more than was guessed', files: 5000, expected: 4800, width: 79, want: '[====================] 5,000 of 4,800 files, 120 MB, 60 MB/s, 0 s left' },
  { name: 'nothing to do', files: 0, expected: 0, width: 79, want: '[====================] 0 of 0 files, 120 MB, 60 MB/s' },
  { name: 'minutes', files: 10, expected: 2000, width: 79, want: '[>                   ] 10 of 2,000 files, 120 MB, 60 MB/s, 7 min left' },
  { name: 'hours', files: 10, expected: 40_000, width: 79, want: '[>                   ] 10 of 40,000 files, 120 MB, 60 MB/s, 2.2 h left' },
  { name: 'narrow: without the bar', files: 1200, expected: 4800, width: 60, want: '1,200 of 4,800 files, 120 MB, 60 MB/s, 6 s left' },
  { name: 'narrower: share and time', files: 1200, expected: 4800, width: 30, want: '25%, 6 s left' },
  { name: 'as much as there is room for', files: 1200, expected: undefined, width: 9, want: '1,200 fil' },
  { name: 'no room at all', files: 1200, expected: 4800, width: -1, want: '' },
])('$name', ({ files, expected, ms = 2000, width, want }) => {
  expect(progressLine({ files, bytes: 120e6, expected, ms }, width)).toBe(want);
}); // biome-ignore format: a table

/** What stands on a screen after all of this was written to it, line by line; the last is the cursor's, which stands at its beginning. */
function screen(written: string): string[] {
  const lines = [''];
  let at = 0;
  for (const [piece] of written.matchAll(/\x1b\[A\r\x1b\[2K|[^\n\x1b]+|\n/g)) {
    if (piece === '\n') at++;
    else if (piece.startsWith('\x1b')) lines[--at] = '';
    else lines[at] += piece;
    lines[at] ??= '';
  }
  return lines.slice(0, at + 1);
}

test('a line of its own, above the cursor, that is gone in the end; and no handler that would keep Ctrl-C waiting', () => {
  const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
  const before = process.listenerCount('SIGINT');
  let written = '';
  const progress = makeProgress(true, 80, (text) => {
    written += text;
  });
  progress.expect(100, true);
  const shown = [400, 600, 650, 900].map((ms) => {
    clock.mockReturnValue(ms);
    progress.done(10, 1e6);
    return screen(written);
  });
  clock.mockRestore();
  expect(shown).toEqual([
    [''],
    [expect.stringMatching(/ 20 of 100 files/), ''],
    [expect.stringMatching(/ 20 of 100 files/), ''],
    [expect.stringMatching(/ 40 of 100 files/), ''],
  ]);
  expect(process.listenerCount('SIGINT')).toBe(before);
  progress.end();
  expect(screen(written)).toEqual(['']);
});
