import type { CheckInput, CheckOutcome } from '../check.ts';
import { fromBase64 } from './base-n.ts';

/** Personal tokens of Bitbucket, Jira and Confluence Data Center: base64 of a decimal id, `:` and 20 random bytes. */
export function bitbucketDc({ value }: CheckInput): CheckOutcome {
  const bytes = fromBase64(value.replace(/^BBDC-/, ''));
  const colon = bytes.indexOf(0x3a);
  const id = bytes.subarray(0, Math.max(colon, 0)).toString('latin1');
  if (/^[1-9]\d{3,14}$/.test(id) && bytes.length - colon - 1 >= 16) {
    return { confidence: 'certain', why: 'it decodes to an id and a random part as these tokens do' };
  }
  return value.startsWith('BBDC-')
    ? { confidence: 'low', severity: 'warn', why: 'though it does not decode to an id and a random part' }
    : { drop: true };
}
