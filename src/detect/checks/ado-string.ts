import type { CheckInput, CheckOutcome } from '../check.ts';
import { judgeLogin } from './judge-password.ts';

/** Names that make a list of `Name=value;` a connection string, and what they give. */
const HOST =
  /(?:^|[;"'\s&?])(?:data ?source|server|host(?:name)?|addr(?:ess)?|network ?address|endpoint)\s*=\s*([^;"'\r\n&]{1,120})/i;
/** Host in a URL of JDBC and the like, whose password stands among the parameters. */
const URL_HOST = /:\/\/(?:[^\s@/"'`]{1,100}@)?([^\s:/;?"'`,]{1,120})/;
/** Redis clients of .NET begin with the host itself: `cache.acme.io:6380,password=…,ssl=True`. */
const REDIS_HOST = /(?:^|["'`\s=])([\w-]{1,63}(?:\.[\w-]{1,63}){1,6}):\d{2,5},/;
const USER = /(?:^|[;"'\s&?])(?:user ?id|uid|user(?: ?name)?)\s*=\s*([^;"'\r\n&]{1,120})/i;
const DATABASE =
  /(?:^|[;"'\s&?])(?:initial ?catalog|database|db(?:name)?|provider|driver|integrated security|service)\s*=\s*[^;\r\n&]/i;

/**
 * A password in a connection string of ADO.NET, ODBC, JDBC or libpq. Only where the same line names a server or database in the
 * same way: `password=…;` alone is no such string.
 */
export function adoString({ value, text, start }: CheckInput): CheckOutcome {
  const line = lineAround(text, start, value.length);
  const host = (HOST.exec(line)?.[1] ?? urlHost(line) ?? REDIS_HOST.exec(line)?.[1])?.trim();
  const user = USER.exec(line)?.[1]?.trim();
  if (host === undefined && (user === undefined || !DATABASE.test(line))) return { drop: true };
  return judgeLogin({ user: user ?? '', password: value.trim(), host: hostOf(host) });
}

/** The line (or joined lines of one literal) about the value, the value itself left out. */
function lineAround(text: string, start: number, length: number): string {
  const before = text.slice(Math.max(0, start - 400), start);
  const after = text.slice(start + length, start + length + 400);
  return `${before.slice(before.lastIndexOf('\n') + 1)} ;${after.split('\n', 1)[0]}`;
}

/** Only with a parameter list after it: a URL elsewhere on the line says nothing of the password. */
function urlHost(line: string): string | undefined {
  return /[?;&]/.test(line) && /\b(?:jdbc|odbc|[a-z]*sql|mongodb|redis|r2dbc)\b/i.test(line)
    ? URL_HOST.exec(line)?.[1]
    : undefined;
}

/** A named instance (`SQLPROD\SHOP`) stands on a server of one's own network; `.\SQLEXPRESS` and `(local)` on the own machine. */
function hostOf(host: string | undefined): string {
  if (host === undefined || /[${%<#]/.test(host)) return 'host';
  // libpq parts its parameters by blanks
  const first = host.split(/\s/, 1)[0] ?? '';
  const instance = /^([\w-]{4,63})\\/.exec(first)?.[1];
  return instance === undefined || /^local/i.test(instance) ? first : `${instance}.network`;
}
