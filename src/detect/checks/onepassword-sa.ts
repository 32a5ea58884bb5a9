import type { CheckInput, CheckOutcome } from '../check.ts';
import { jsonInside } from './json-inside.ts';

/** 1Password's service-account tokens, ops_: base64 of a JSON object with the account's address and keys. */
export function onepasswordSa({ value }: CheckInput): CheckOutcome {
  const facts = jsonInside(value.slice('ops_'.length));
  if (!facts) return { confidence: 'medium', why: 'though its inside could not be read' };
  const whole = ['signInAddress', 'email', 'secretKey', 'muk', 'srpX'].filter((name) => name in facts).length >= 3;
  return whole
    ? { confidence: 'certain', why: 'it decodes to the keys of a service account' }
    : { confidence: 'medium', why: 'though it lacks the keys of a service account' };
}
