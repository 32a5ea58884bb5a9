import type { CheckInput, CheckOutcome } from '../check.ts';
import { judgeLogin } from './judge-password.ts';
import { DROP } from './outcome.ts';

/** `_auth` (base64 of user:password) and `_password` (base64 of the password) of an .npmrc file. */
export function npmrcBase64({ value, text, start }: CheckInput): CheckOutcome {
  const inside = Buffer.from(value, 'base64').toString('latin1');
  if (!/^[\x20-\x7e]{3,}$/.test(inside)) return DROP;
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const host = /\/\/([^/:\s]{1,100})/.exec(line)?.[1];
  const cut = inside.indexOf(':');
  const login = /_auth/.test(line);
  // A variable called _auth is no login: it takes a registry on the line, or a login inside.
  if (login ? cut < 1 : host === undefined) return DROP;
  const user = login ? inside.slice(0, cut) : '';
  return judgeLogin({ user, password: login ? inside.slice(cut + 1) : inside, host: host ?? 'registry.npmjs.org' });
}
