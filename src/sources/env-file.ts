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
    const start = at;
    let rest = line.slice(match[0].length);
    const quote = /^["'`]/.exec(rest)?.[0];
    if (quote !== undefined) {
      const body = rest.slice(1);
      let end = closing(body, quote);
      let whole = body;
      // a quote that never closes is a plain character
      for (let next = at + 1; end < 0 && next < lines.length && next - start < 200; next++) {
        whole += `\n${lines[next]}`;
        end = closing(whole, quote);
        if (end >= 0) at = next;
      }
      if (end >= 0) {
        const inner = whole.slice(0, end);
        entries.push({ name: match[1], value: quote === '"' ? plain(inner) : inner, line: start, lastLine: at });
        continue;
      }
    }
    rest = rest.replace(/(^|[ \t])#.*$/, '').trim();
    entries.push({ name: match[1], value: rest, line: start, lastLine: start });
  }
  return entries;
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
