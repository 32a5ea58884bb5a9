import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { asksForLongHistory } from '../../../src/commands/scan/is-long-history.ts';
import { scratch } from '../../repo.ts';

const INDEX = '.git/objects/pack/pack-1.idx';

test.each([
  { name: 'a long history', argv: ['--history'], want: true },
  { name: 'one, as data', argv: ['--history', '--format', 'json'], want: true },
  { name: 'one, from a folder in it', argv: ['--history'], at: 'src/inner', want: true },
  { name: 'a short one', argv: ['--history'], bytes: 2_000, want: false },
  { name: 'one that was searched before', argv: ['--history'], known: true, want: false },
  { name: 'a range of it', argv: ['--history', 'main..topic'], want: false },
  { name: 'one, in one thread', argv: ['--history', '--threads', '1'], want: false },
  { name: 'one elsewhere', argv: ['--history', '--cwd=src'], want: false },
  { name: 'one that a variable names', argv: ['--history'], env: { GIT_DIR: '/x' }, want: false },
  { name: 'help', argv: ['--history', '--help'], want: false },
  { name: 'files', argv: ['src'], want: false },
])('asked for $name → $want', ({ argv, at = '', bytes = 200_000, known = false, env = {}, want }) => {
  const dir = scratch();
  const files = {
    [INDEX]: 'x'.repeat(bytes),
    'src/inner/a.ts': '',
    ...(known ? { '.git/secretguard/history/clean-1': '' } : {}),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  expect(asksForLongHistory(argv, join(dir, at), env)).toBe(want);
});

test('asked for a history where there is none → false', () => {
  expect(asksForLongHistory(['--history'], scratch(), {})).toBe(false);
});
