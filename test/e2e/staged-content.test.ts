import { add, type Case, LEAK, runCases, TOKEN } from './cases.ts';

const utf16 = (text: string, big = false, mark = true) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

const CONTENT: Case[] = [
  { name: 'nothing staged', want: 0, make: () => {} },
  { name: 'a clean file', want: 0, make: add('a.ts', 'export const a = 1;\n') },
  { name: 'a key', want: 1, make: add('a.ts', LEAK) },
  { name: 'a key without a line end', want: 1, make: add('a.ts', LEAK.trim()) },
  { name: 'CRLF', want: 1, make: add('a.ts', `a\r\n${LEAK.trim()}\r\n`) },
  { name: 'CR only', want: 1, make: add('a.ts', `a\r${LEAK.trim()}\rb`) },
  { name: 'one NUL byte', want: 1, make: add('a.ts', `\0\n${LEAK}`) },
  { name: 'UTF-16 with mark, little end first', want: 1, make: add('a.ts', utf16(LEAK)) },
  { name: 'UTF-16 with mark, big end first', want: 1, make: add('a.ts', utf16(LEAK, true)) },
  { name: 'UTF-16 without mark', want: 1, make: add('a.ts', utf16(LEAK, false, false)) },
  { name: 'UTF-16 without mark, big end first', want: 1, make: add('a.ts', utf16(LEAK, true, false)) },
  { name: 'UTF-16, clean', want: 0, make: add('a.ts', utf16('hello world, nothing here\n')) },
  { name: 'Latin-1', want: 1, make: add('a.ts', Buffer.from(`// caf\xe9\n${LEAK}`, 'latin1')) },
  { name: 'a line of megabytes', want: 1, make: add('a.js', `${'x=1;'.repeat(1_000_000)}${LEAK}`) },
  { name: 'a blob of 20 MB', want: 1, make: add('a.txt', `${'just some text on a line\n'.repeat(840_000)}${LEAK}`) },
  {
    name: 'content that looks like a diff header',
    want: 1,
    make: add('a.txt', `--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+${LEAK}`),
  },
  { name: 'lines that start with plus and minus', want: 1, make: add('a.txt', `++${LEAK}--x\n`) },
  {
    name: 'content that looks like our frames',
    want: 1,
    make: add('a.txt', `end 0 0 0\n.\nsecretguard-index 1\n${LEAK}`),
  },
  { name: 'in a lock file', want: 1, make: add('package-lock.json', `{"a":"${TOKEN}"}\n`) },
  { name: 'in an SVG', want: 1, make: add('a.svg', `<svg><!-- ${TOKEN} --></svg>\n`) },
  { name: 'in a minified file', want: 1, make: add('a.min.js', `var a=1,b="${TOKEN}",c=2`) },
  { name: 'in base64', want: 1, make: add('a.txt', `x: ${Buffer.from(LEAK).toString('base64')}\n`) },
  {
    name: 'in a binary file',
    want: 1,
    make: add('a.bin', Buffer.concat([Buffer.alloc(500, 1), Buffer.from(TOKEN), Buffer.alloc(500, 2)])),
  },
];

runCases('content', CONTENT);
