import { add, type Case, LEAK, runCases, TOKEN } from './cases.ts';

const utf16 = (text: string, big = false, mark = true) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

const utf32 = (text: string, big = false) => {
  const bytes = Buffer.alloc(text.length * 4);
  for (let i = 0; i < text.length; i++) {
    if (big) bytes.writeUInt32BE(text.charCodeAt(i), i * 4);
    else bytes.writeUInt32LE(text.charCodeAt(i), i * 4);
  }
  return bytes;
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
  { name: 'UTF-8 with mark', want: 1, make: add('a.ts', `\ufeff${LEAK}`) },
  { name: 'UTF-32 with mark, little end first', want: 1, make: add('a.ts', utf32(`\ufeff${LEAK}`)) },
  { name: 'UTF-32 with mark, big end first', want: 1, make: add('a.ts', utf32(`\ufeff${LEAK}`, true)) },
  { name: 'UTF-32 without mark', want: 1, make: add('a.ts', utf32(LEAK)) },
  { name: 'UTF-16 of odd length', want: 1, make: add('a.ts', Buffer.concat([utf16(LEAK), Buffer.from('x')])) },
  {
    name: 'UTF-16 with mark, mostly Chinese',
    want: 1,
    make: add('a.txt', utf16(`${'\u4e2d\u6587'.repeat(2_000)}\n${LEAK}`)),
  },
  {
    name: 'UTF-16 appended to UTF-8',
    want: 1,
    make: add('a.txt', Buffer.concat([Buffer.from('x\n'.repeat(4_000)), utf16(LEAK)])),
  },
  {
    name: 'UTF-16 inside a program',
    want: 1,
    make: add(
      'a.exe',
      Buffer.concat([
        Buffer.from('MZ'),
        Buffer.alloc(6_000, 7),
        utf16(`  ${TOKEN}  `, false, false),
        Buffer.alloc(100, 1),
      ]),
    ),
  },
  { name: 'NUL bytes around', want: 1, make: add('a.txt', `\0\0\0${TOKEN}\0\0`) },
  { name: 'an empty file', want: 0, make: add('a.ts', '') },
  { name: 'one byte', want: 0, make: add('a.ts', 'x') },
  { name: 'only a mark', want: 0, make: add('a.ts', '\ufeff') },
  { name: 'half a mark', want: 0, make: add('a.ts', Buffer.from([0xff])) },
  { name: 'form feed and escapes around', want: 1, make: add('a.txt', `\f\u001b[1m${TOKEN}\u001b[0m\v`) },
  { name: 'at the very end of 64 KiB', want: 1, make: add('a.txt', `${'x'.repeat(65_536 - 41)} ${TOKEN}`) },
  { name: 'across the border of 64 KiB', want: 1, make: add('a.txt', `${'x '.repeat(32_758)}${TOKEN} x\n`) },
  { name: 'across the border of 1 MiB', want: 1, make: add('a.txt', `${'x '.repeat(524_278)}${TOKEN} x\n`) },
  { name: 'a text that is called an archive', want: 1, make: add('a.zip', LEAK) },
  {
    name: 'a text with the first bytes of an archive',
    want: 1,
    make: add('a.txt', `PK\x03\x04 ${LEAK}${'text\n'.repeat(50)}`),
  },
  { name: 'a text with the first bytes of an image', want: 1, make: add('a.txt', `GIF8 ${LEAK}`) },
  { name: 'a PDF with a key in its text', want: 1, make: add('a.pdf', `%PDF-1.4\n(${TOKEN}) Tj\n`) },
  {
    name: 'an archive',
    want: 0,
    make: add('a.zip', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300, 3)])),
    says: /skipped\s+a\.zip: zip archive/,
  },
  {
    name: 'an archive with a key in the open',
    want: 1,
    make: add('a.zip', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300, 3), Buffer.from(` ${TOKEN} `)])),
  },
  { name: 'a notebook', want: 1, make: add('a.ipynb', JSON.stringify({ cells: [{ source: [`t = "${TOKEN}"\n`] }] })) },
  { name: 'in a source map', want: 1, make: add('a.js.map', JSON.stringify({ sourcesContent: [LEAK] })) },
  { name: 'in a patch', want: 1, make: add('a.patch', `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\n+${LEAK}`) },
  {
    name: 'in a patch that removes it, which adds a file that has it',
    want: 1,
    make: add('a.patch', `@@ -1 +0,0 @@\n-${LEAK}`),
  },
  { name: 'a token with escaped letters', want: 1, make: add('a.js', `x = "${TOKEN.replace('_', '\\x5f')}"\n`) },
  { name: 'a token for a URL', want: 1, make: add('a.txt', `https://x/?t=${TOKEN.replace('_', '%5F')}\n`) },
  {
    name: 'a token in two literals',
    want: 1,
    make: add('a.js', `x = "${TOKEN.slice(0, 20)}" + "${TOKEN.slice(20)}";\n`),
  },
  {
    name: 'in a git-crypt file',
    want: 0,
    make: add('a.key', Buffer.concat([Buffer.from('\0GITCRYPT\0'), Buffer.alloc(200, 200)])),
  },
];

runCases('content', CONTENT);
