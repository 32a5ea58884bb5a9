/** Lines with their line ends; none for ''. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The line end that `text` uses; LF where it has none. */
export function eolOf(text: string): '\n' | '\r\n' {
  return /\r\n/.test(text) && !/[^\r]\n/.test(text) ? '\r\n' : '\n';
}
