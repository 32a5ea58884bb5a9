import type { CheckInput, CheckOutcome } from '../check.ts';
import { githubCrc } from './github-crc.ts';
import { judgeLogin } from './judge-password.ts';

/** A credential of an .npmrc file: a token, or a password in base64. */
export function npmrc(input: CheckInput): CheckOutcome {
  const { value, text, start } = input;
  if (value.startsWith('npm_')) return githubCrc(input);
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const host = /\/\/([^/:\s]{1,100})/.exec(line)?.[1] ?? 'registry.npmjs.org';
  const inside = /_auth\s*=|_password\s*=/.test(line) ? Buffer.from(value, 'base64').toString('latin1') : value;
  const printable = /^[\x20-\x7e]{3,}$/.test(inside);
  const cut = inside.indexOf(':');
  return judgeLogin({ user: '', password: printable ? inside.slice(cut + 1) : value, host });
}
