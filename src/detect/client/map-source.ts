/**
 * Which source of a source map the character at `offset` belongs to.
 *
 * @param text of the map, JSON
 * @returns undefined outside of `sourcesContent`, and for what is no source map
 */
export function mapSource(text: string, path: string, offset: number): string | undefined {
  if (!path.endsWith('.map')) return undefined;
  const start = /"sourcesContent"\s*:\s*\[/.exec(text);
  if (start === null || offset < start.index) return undefined;
  let index = 0;
  let at = start.index + start[0].length;
  while (at < offset) {
    if (text[at] === '"') {
      at = closing(text, at + 1);
      if (at >= offset) return sourceName(text, index);
    } else if (text[at] === ',') index++;
    else if (text[at] === ']') return undefined;
    at++;
  }
  return sourceName(text, index);
}

/** Offset of the quote that closes the string beginning at `from`. */
function closing(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function sourceName(text: string, index: number): string | undefined {
  const list = /"sources"\s*:\s*(\[(?:[^\]"\\]|"(?:[^"\\]|\\.)*")*\])/.exec(text)?.[1];
  if (list === undefined) return undefined;
  try {
    const names: unknown = JSON.parse(list);
    const name: unknown = Array.isArray(names) ? names[index] : undefined;
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined; // no map that we can read: the finding stands without the name
  }
}
