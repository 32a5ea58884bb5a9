import type { CheckInput, CheckOutcome } from '../check.ts';
import { judgeLogin } from './judge-password.ts';

/** A password in a .netrc file: `machine HOST login USER password …`. */
export function netrc({ value, text, start }: CheckInput): CheckOutcome {
  const before = text.slice(Math.max(0, start - 400), start);
  const host = /.*\bmachine\s+(\S{1,200})/s.exec(before)?.[1] ?? '';
  const user = /.*\blogin\s+(\S{1,200})/s.exec(before)?.[1] ?? '';
  return judgeLogin({ user, password: value, host });
}
