import type { CheckInput, CheckOutcome } from '../check.ts';
import { connectionUrl } from './connection-url.ts';
import { SAMPLE_USER } from './judge-password.ts';

/** A web, FTP or git URL with a login: short or word-like passwords here are samples more often than not. */
export function basicAuthUrl(input: CheckInput): CheckOutcome {
  const user =
    /:\/\/([^\s:/"'`]{0,128}):$/.exec(input.text.slice(Math.max(0, input.start - 200), input.start))?.[1] ?? '';
  // `x-oauth-basic` and the like mark the user as the secret; services that take a key as user leave the password empty.
  if (/^x-(?:oauth-basic|access-token|token-auth)$/.test(input.value)) return { drop: true };
  const judged = connectionUrl(input);
  const sampleUser = SAMPLE_USER.test(user);
  if (sampleUser && judged.severity === 'warn' && judged.confidence === 'low') return { ...judged, severity: 'note' };
  if (judged.drop === true || judged.severity !== undefined) return judged;
  if (sampleUser && input.value.length < 12) {
    return { severity: 'warn', confidence: 'low', why: 'though its user looks like one of an example' };
  }
  return judged;
}
