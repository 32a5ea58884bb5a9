import type { CheckInput, CheckOutcome } from '../check.ts';
import { judgeLogin } from './judge-password.ts';

/** A URL with a password for a database, a queue or a mail server. */
export function connectionUrl({ value, text, start }: CheckInput): CheckOutcome {
  const head = text.slice(Math.max(0, start - 200), start);
  const tail = text.slice(start + value.length, start + value.length + 256);
  // After `://` in a URL; after `thin:`, with a slash, for Oracle; after nothing in the data source names of Go.
  const user = /(?::\/\/|:|["'`\s=]|^)([^\s:/"'`=]{0,128})[:/]$/.exec(head)?.[1] ?? '';
  const host = /^@(?:\/\/|(?:tcp6?|unix)\()?(\[[\d a-f:.]{2,45}\]|[^\s:/?#,;"'`)<>\\]*)/i.exec(tail)?.[1] ?? '';
  // A template for a host says that the whole line is one; a password in it may still be real.
  return judgeLogin({ user, password: decoded(value), host: /[${%<]/.test(host) ? 'host' : host });
}

/** Percent escapes undone; as it stands where they are broken. */
function decoded(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
