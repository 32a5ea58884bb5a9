import type { CheckInput, CheckOutcome } from '../check.ts';
import { judgeLogin } from './judge-password.ts';

/** `curl -u user:password`, with the host of the URL in the same command. */
export function curlUser({ value, text, start }: CheckInput): CheckOutcome {
  const user =
    /["'\s=]([^\s"':]{0,100}):$/.exec(text.slice(Math.max(0, start - 110), start))?.[1]?.replace(/^-u/, '') ?? '';
  const around = text.slice(Math.max(0, start - 400), start + 400);
  const host = /https?:\/\/([^\s/:"'`?]{1,200})/.exec(around)?.[1] ?? 'unknown.host';
  return judgeLogin({ user, password: value, host });
}
