import type { CheckInput, CheckOutcome } from '../check.ts';
import { judgeLogin } from './judge-password.ts';

/** A line of .pgpass: `host:port:database:user:password`. */
export function pgpass({ value, groups }: CheckInput): CheckOutcome {
  const [host = '', , , user = ''] = (groups[0] ?? '').split(':');
  return judgeLogin({ user, password: value, host: host === '*' ? 'unknown.host' : host });
}
