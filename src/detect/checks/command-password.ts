import type { CheckInput, CheckOutcome } from '../check.ts';
import { judgeLogin } from './judge-password.ts';

/** A password given to a program, a function or a statement; the host, where one stands in the same match or line. */
export function commandPassword({ value, groups, text, start }: CheckInput): CheckOutcome {
  const match = groups[0] ?? '';
  const line = match + (text.slice(start + value.length, start + value.length + 200).split('\n', 1)[0] ?? '');
  const host = HOST.exec(line)?.[1];
  const user = USER.exec(match)?.[1] ?? '';
  const judged = judgeLogin({ user, password: value, host: host ?? 'localhost' });
  // Where no host is named, only what was said of the password itself counts.
  const ofHostOnly = host === undefined && judged.severity === 'warn' && judged.confidence === 'medium';
  if (judged.drop === true || (judged.severity !== undefined && !ofHostOnly)) return judged;
  // Words and short numbers are more often of a tutorial than of a server; what is random is not.
  return /^(?:[a-z]{1,16}|[A-Z][a-z]{1,15}|[A-Z_]{1,24}|\d{1,8})\W?$/.test(value)
    ? { severity: 'warn', confidence: 'low', why: 'though it is a plain word' }
    : {};
}

const HOST = /(?:\s-h\s?|--host[= ]|host=|\/\/|@|\(\s{0,20}["'])((?:localhost|[\w-]+(?:\.[\w-]+)+)\b)/i;
const USER = /(?:\s-u\s?|--user(?:name)?[= ]|USER\s+|ROLE\s+|LOGIN\s+)["'`]?([\w.-]{1,64})/i;
