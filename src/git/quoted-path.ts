/** A path as git has it: bytes, one a character, and what people and reports read. */
export interface GitPath {
  /** One character a byte; good for comparing and for handing back to git. */
  readonly raw: string;
  /** UTF-8 where the bytes are valid UTF-8; else percent-encoded, which `encoding` says. */
  readonly path: string;
  readonly encoding?: 'percent';
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r', '"': '"', '\\': '\\',
}; // biome-ignore format: a table

/** Two records run together show by it: git prints none of these outside of quotes. */
const NEEDS_QUOTES = /[^ !#-[\]-~]/;

/**
 * Reads a path as `core.quotePath=true` prints it: plain, or in double quotes with C escapes.
 *
 * @returns one character a byte; undefined where the quoting is malformed.
 */
export function unquote(printed: string): string | undefined {
  if (!printed.startsWith('"')) return NEEDS_QUOTES.test(printed) ? undefined : printed;
  if (printed.length < 2 || !printed.endsWith('"')) return undefined;
  let sound = true;
  const raw = printed.slice(1, -1).replace(/\\([0-3][0-7]{2}|[\s\S]?)/g, (_, code: string) => {
    if (code.length === 3) return String.fromCharCode(Number.parseInt(code, 8));
    const char = ESCAPES[code];
    if (char === undefined) sound = false;
    return char ?? '';
  });
  return sound ? raw : undefined;
}

/** As git prints a path that is given as one character a byte: `unquote` reads it. */
export function quote(raw: string): string {
  if (!NEEDS_QUOTES.test(raw)) return raw;
  const octal = (c: string) => `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`;
  return `"${raw.replace(/[^ !#-[\]-~]/g, octal)}"`;
}

/** What people read for a path given as one character a byte. */
export function toGitPath(raw: string): GitPath {
  for (let i = 0; i < raw.length; i++) if (raw.charCodeAt(i) > 126) return decodePath(raw);
  return { raw, path: raw };
}

function decodePath(raw: string): GitPath {
  try {
    return { raw, path: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(raw, 'latin1')) };
  } catch {
    // not UTF-8: CONTRACT.md, "Report, as JSON"
    const path = raw.replace(
      /[^\x20-\x24\x26-\x7e]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
    return { raw, path, encoding: 'percent' };
  }
}
