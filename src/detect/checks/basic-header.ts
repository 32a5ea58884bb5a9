import type { CheckInput, CheckOutcome } from '../check.ts';
import { judgeLogin } from './judge-password.ts';
import { DROP } from './outcome.ts';

/** The `user:password` in base64 of HTTP's Basic scheme, and of Docker's `auth` entries. */
export function basicHeader({ value, text, start }: CheckInput): CheckOutcome {
  const login = Buffer.from(value, 'base64').toString('latin1');
  const cut = login.indexOf(':');
  if (cut < 0 || !isText(login, cut)) return DROP;
  const around = text.slice(Math.max(0, start - 300), start + value.length + 300);
  const host = /https?:\/\/(?:[^\s/@"']{1,100}@)?([^\s/:"'`?]{1,200})/.exec(around)?.[1];
  const password = login.slice(cut + 1);
  // A header in a test often stands without a host, and with a word for a password.
  if (host === undefined && /^[a-z]{0,16}$/i.test(password) && password !== '') {
    return { severity: 'warn', confidence: 'low', why: 'though its password is a plain word' };
  }
  // `key:` with nothing behind: the user is the secret.
  if (password === '') return judgeKeyAsUser(login.slice(0, cut), host ?? 'unknown.host');
  return judgeLogin({ user: login.slice(0, cut), password, host: host ?? 'unknown.host' });
}

function judgeKeyAsUser(user: string, host: string): CheckOutcome {
  const outcome = judgeLogin({ user: '', password: user, host });
  return outcome.severity === undefined && user.length < 20
    ? { severity: 'warn', confidence: 'low', why: 'though its password is empty' }
    : outcome;
}

/** Whether base64 really held a login: the user in plain ASCII, and hardly anything odd after it. */
function isText(login: string, cut: number): boolean {
  if (!/^[\x20-\x7e]*$/.test(login.slice(0, cut))) return false;
  const odd = login.replace(/[\x20-\x7e]/g, '').length;
  return cut > 0 ? odd * 5 < login.length : odd === 0;
}
