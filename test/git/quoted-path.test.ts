import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { toGitPath, unquote } from '../../src/git/quoted-path.ts';
import { cleanEnv, newRepo } from '../repo.ts';

/** Names of random bytes; what git cannot hold (NUL, `/`, a dot alone) left out. */
function names(count: number): string[] {
  let state = 11;
  const roll = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const odd = '"\\\t\n\r\x01\x07\b\v\f\x1b\x7f\x80\xff \'$&?*[';
  return Array.from({ length: count }, () => {
    const length = 1 + roll(12);
    const chars = Array.from({ length }, () =>
      roll(2) === 0 ? odd[roll(odd.length)]! : String.fromCharCode(1 + roll(255)),
    );
    return `n${chars.join('').replaceAll('/', '_')}`;
  });
}

describe('names as git quotes them', () => {
  test('come back byte by byte', () => {
    const repo = newRepo({ initial: false });
    const wanted = [...new Set(names(3_000))].sort();
    const oid = spawnSync('git', ['hash-object', '-w', '--stdin'], {
      cwd: repo.dir,
      env: cleanEnv(),
      input: 'x',
      encoding: 'latin1',
    }).stdout.trim();
    const input = Buffer.from(wanted.map((name) => `100644 ${oid} 0\t${name}\0`).join(''), 'latin1');
    expect(
      spawnSync('git', ['update-index', '-z', '--index-info'], { cwd: repo.dir, env: cleanEnv(), input }).status,
    ).toBe(0);
    const printed = spawnSync('git', ['-c', 'core.quotePath=true', 'ls-files'], {
      cwd: repo.dir,
      env: cleanEnv(),
      encoding: 'latin1',
      maxBuffer: 1 << 26,
    }).stdout;
    const lines = printed.split('\n').slice(0, -1);
    expect(lines.map(unquote).sort()).toEqual(wanted);
  });

  test.each([
    ...['"', '"a', '"\\', '"\\"', '"\\x41"', '"\\8"', '"\\400"', '"a\\'],
    ...['a"b"', 'a\tb', 'a\nb', 'a\\b', 'a\x7fb', '\xc3\xa4', 'a\x1b'], // not as git prints them: two records run together
  ])('%j is malformed', (printed) => expect(unquote(printed)).toBeUndefined());

  test.each([
    ['a.ts', 'a.ts', undefined],
    ['\xc3\xa4.ts', 'ä.ts', undefined],
    ['f\xff%.ts', 'f%FF%25.ts', 'percent'],
    ['\xed\xa0\x80', '%ED%A0%80', 'percent'],
  ] as const)('%j is shown as %s', (raw, path, encoding) => {
    expect(toGitPath(raw)).toEqual(encoding === undefined ? { raw, path } : { raw, path, encoding });
  });
});
