import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isWholeIndex } from '../../src/git/whole-index.ts';
import { newRepo } from '../repo.ts';

describe.each([
  ['2', []],
  ['3', []],
  ['4', []],
  ['2', ['--object-format=sha256']],
] as const)('an index of version %s %j', (version, init) => {
  const repo = newRepo({ init });
  for (let i = 0; i < 12; i++) repo.write(`d${i % 3}/file-${'x'.repeat(i)}.ts`, `${i}\n`);
  repo.git('add', '.');
  repo.git('update-index', '--index-version', version);
  if (version === '3') {
    repo.write('later.ts', 'x\n');
    repo.git('add', '-N', 'later.ts');
  }
  repo.git('write-tree');
  const file = readFileSync(join(repo.dir, '.git/index'));
  const idBytes = init.length === 0 ? 20 : 32;

  test('is whole', () => expect(isWholeIndex(file, idBytes)).toBe(true));

  test('cut anywhere is not', () => {
    const ends = Array.from({ length: file.length }, (_, end) => end);
    // where all of the entries and a checksum's length of what follows is left, nothing is lost that matters
    expect(ends.filter((end) => isWholeIndex(file.subarray(0, end), idBytes)).length).toBeLessThanOrEqual(1);
  });

  test('followed by anything is not', () =>
    expect(isWholeIndex(Buffer.concat([file, Buffer.alloc(3)]), idBytes)).toBe(false));
});
