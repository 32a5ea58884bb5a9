import type { CheckInput, CheckOutcome } from '../check.ts';
import { DROP } from './outcome.ts';
import { pem } from './pem.ts';

/** A PEM key inside base64, as kubeconfig files and Kubernetes Secrets hold it. */
export function base64Pem(input: CheckInput): CheckOutcome {
  const text = Buffer.from(input.value, 'base64').toString('latin1');
  return /^\s*-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/.test(text) ? pem({ ...input, value: text }) : DROP;
}
