import { expect, test } from '@jest/globals';
import { closedFolders, MOST_COMPLAINT } from '../../src/git/closed-folders.ts';

const warning = (name: string) => `warning: could not open directory '${name}': Permission denied\n`;
const other = "warning: unable to access '.gitignore': Permission denied\n";

test.each<{ name: string; complaint: string; prefix?: string; want: unknown[] }>([
  { name: 'nothing', complaint: '', want: [] },
  { name: 'another warning', complaint: other, want: [] },
  { name: 'two, among others', complaint: `${warning('p/')}${other}${warning('q/r/')}`, want: ['p', 'q/r'] },
  { name: 'a name with a quote and a line end', complaint: warning("a'b\nc/"), want: ["a'b\nc"] },
  { name: 'a name that is not UTF-8', complaint: warning('a\xff/'), want: ['a%FF'] },
  { name: 'below the folder listed', complaint: warning('sub/p/'), prefix: 'sub/', want: ['p'] },
  { name: 'the folder listed', complaint: warning('sub/'), prefix: 'sub/', want: ['.'] },
  { name: 'a name that git itself cuts off', complaint: `${warning('p/')}warning: could not open directory '${'d/'.repeat(2000)}\n`, want: ['p', undefined] },
  { name: 'more than is kept', complaint: warning(`${'x'.repeat(MOST_COMPLAINT)}/`), want: [expect.any(String), undefined] },
])('$name', ({ complaint, prefix, want }) => {
  expect(closedFolders(complaint, prefix).map((f) => f.path)).toStrictEqual(want);
}); // biome-ignore format: a table
