/** Characters of a block comment that are looked back over for its opening. */
const LONGEST_BLOCK = 3000;

/** Whether a line of a documentation comment leads to `at`: ` * …`. */
export function isDocumented(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - 300), at);
  return /^[ \t]{0,20}\/?\*{1,2}[ \t]/.test(head.slice(head.lastIndexOf('\n') + 1));
}

/** Whether `at` stands in a command behind a prompt, `$ acme login …`, or in the lines below that it goes on in. */
export function isTyped(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - 500), at);
  return head.includes('$ ') && /\n[ \t]{0,12}\$ [a-z][\w-]{1,20} [^\n]*(?:\n[^\n]+){0,6}$/.test(head);
}

/** Whether the line of `at` is a comment from its beginning. */
export function isCommented(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - 300), at);
  return /^[ \t]{0,40}(?:\/\/|\/?\*|#|--|;)/.test(head.slice(head.lastIndexOf('\n') + 1));
}

/** Whether `at` stands in a comment between `/*` and its end. */
export function isInBlockComment(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - LONGEST_BLOCK), at);
  if (!head.includes('/*')) return false;
  let end = -1;
  for (const found of head.matchAll(/(?:^|\n)[ \t]{0,40}\/\*/g)) end = found.index + found[0].length;
  return end >= 0 && !head.includes('*/', end);
}

/** Opens documentation in Python and TOML: behind a line that ends in a colon, with a sentence, or as the text of `EXAMPLES`. */
const DOCSTRING =
  /(?::[ \t]{0,4}\r?\n[ \t]{0,40}[rRuU]?|(?:^|\n)[ \t]{0,40}[rRuU]?(?=(?:"""|''')[ \t]{0,4}[A-Za-z])|(?:^|\n)(?:[Ee]xamples?|[Aa]dditional|[Dd]escription|[Uu]sage|[Nn]otes?|EXAMPLES?|DOCUMENTATION|RETURN|USAGE|HELP)[ \t]{0,3}=[ \t]{0,3}[rRuU]?)("""|''')/g;

/** Whether `at` stands in a documentation text between triple quotes. */
export function isInDocstring(text: string, at: number): boolean {
  const head = text.slice(Math.max(0, at - LONGEST_BLOCK), at);
  if (!head.includes('"""') && !head.includes("'''")) return false;
  let end = -1;
  let quotes = '';
  for (const found of head.matchAll(DOCSTRING)) [end, quotes] = [found.index + found[0].length, found[1] ?? ''];
  return end >= 0 && !head.includes(quotes, end);
}

const FURTHEST = 1500;
/** `example: …`, `"x-example": {`, `Example = \``: a field of a description. */
const EXAMPLE = /(?:^|[^A-Za-z])(?:(?:x-)?examples?["']?[ \t]{0,3}[:=]|e\.g\.)/i;

/** Whether `at` stands in what a field named `example` holds: on its line, or in lines below that are indented further. */
export function isExample(text: string, at: number): boolean {
  const lines = text.slice(Math.max(0, at - FURTHEST), at).split('\n');
  const own = lines.pop() ?? '';
  if (EXAMPLE.test(own)) return true;
  let indent = indentOf(own);
  for (let i = lines.length - 1; i >= 0 && indent > 0; i--) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    if (EXAMPLE.test(line)) return true;
    indent = indentOf(line);
  }
  return false;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
