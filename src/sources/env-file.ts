/** One assignment of an env file. */
export interface EnvEntry {
  readonly name: string;
  readonly value: string;
  /** 0-based line on which it starts. */
  readonly line: number;
  /** 0-based line on which it ends, itself included. */
  readonly lastLine: number;
}

const NAME = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*(?:=|:[ \t])[ \t]*/;

/** Reads `NAME=value` lines as dotenv does: `export`, quotes of three kinds, values over several lines, comments. */
export function parseEnv(text: string): EnvEntry[] {
  const entries: EnvEntry[] = [];
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const match = NAME.exec(line);
    if (match?.[1] === undefined) continue;
    const rest = line.slice(match[0].length);
    const { value, lastLine } = quotedValue(rest, lines, at) ?? {
      value: rest.replace(/(^|[ \t])#.*$/, '').trim(),
      lastLine: at,
    };
    entries.push({ name: match[1], value, line: at, lastLine });
    at = lastLine;
  }
  return entries;
}

/** Lines that a value may run over. */
const MOST_LINES = 200;

/** A value in quotes, which may run over several lines; undefined where they never close: then one is a plain character. */
function quotedValue(
  rest: string,
  lines: readonly string[],
  line: number,
): Pick<EnvEntry, 'value' | 'lastLine'> | undefined {
  const quote = /^["'`]/.exec(rest)?.[0];
  if (quote === undefined) return undefined;
  let whole = rest.slice(1);
  for (let at = line; at < lines.length && at - line < MOST_LINES; at++) {
    if (at > line) whole += `\n${lines[at]}`;
    const end = closing(whole, quote);
    if (end >= 0) return { value: quote === '"' ? plain(whole.slice(0, end)) : whole.slice(0, end), lastLine: at };
  }
  return undefined;
}

function closing(text: string, quote: string): number {
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\' && quote === '"') i++;
    else if (text[i] === quote) return i;
  }
  return -1;
}

function plain(text: string): string {
  return text.replace(/\\([nrt"\\])/g, (_, c: string) => ({ n: '\n', r: '\r', t: '\t' })[c] ?? c);
}
