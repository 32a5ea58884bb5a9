import type { CheckInput, CheckOutcome } from '../check.ts';
import { pem } from './pem.ts';

/** A key file of a Google service account: the key must parse, and the fields about it must be there. */
export function gcpServiceAccount(input: CheckInput): CheckOutcome {
  const key = pem(input);
  if (key.drop === true || key.severity !== undefined) return { ...key, title: 'Google service account key' };
  const around = input.text;
  const account = /"client_email\\?"\s*:\s*\\?"[\w.-]{1,64}@[\w.-]{1,80}\.gserviceaccount\.com\\?"/.test(around);
  const id = /"private_key_id\\?"\s*:\s*\\?"[0-9a-f]{40}\\?"/.test(around);
  const why = account && id ? 'its key parses and its account and key id stand beside' : 'its key parses';
  return { confidence: 'certain', title: 'Google service account key', why };
}
