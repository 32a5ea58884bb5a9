/** Control, direction-changing and other invisible characters: they could hide or forge a line of the report. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Surrogate}]/gu;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** `text` on one line and without anything that a terminal obeys: `\n`, `\x1b`, `\u202e` in letters. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (c) => {
    const code = c.charCodeAt(0);
    return (
      NAMED[c] ?? (code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`)
    );
  });
}

/** A message of several lines on one. */
export function onOneLine(message: string): string {
  return message.split('\n').map(printable).join('; ');
}

/** `printable`, with the only sign beyond ASCII that we write ourselves replaced: error boxes of Git clients mangle it. */
export function plain(text: string): string {
  return printable(text).replaceAll('…', '...');
}

/** JSON that a terminal can be shown: what `JSON.stringify` leaves as it is of the above is escaped as well. */
export function safeJson(value: unknown, indent = 0): string {
  const json = JSON.stringify(value, undefined, indent);
  return json.replace(
    /(?![\n])[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g,
    (c) => {
      return `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}

/** `text` for XML and HTML, in content and in quoted attributes. */
export function xml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return printable(text).replace(/[&<>"']/g, (c) => entities[c] ?? c);
}

/** Lines of at most `width` characters, broken at spaces; what has no space stays whole. Commands get a line of their own. */
export function wrap(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text];
  const command = /^(.+?:) (npx .+|https?:\S+)$/.exec(text);
  if (command !== null) return [...wrap(command[1] ?? '', width), command[2] ?? ''];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** `1 file`, `2,000 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? one : many}`;
}

/** `12 ms`, `1.5 s`, `2 min 5 s`. */
export function lasted(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
