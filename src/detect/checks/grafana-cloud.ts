import type { CheckInput, CheckOutcome } from '../check.ts';
import { jsonInside } from './json-inside.ts';

/** Grafana's glc_ (cloud access policy: o, n, k, m) and its older API keys (k, n, id): base64 of a JSON object with a key. */
export function grafanaCloud({ value }: CheckInput): CheckOutcome {
  const facts = jsonInside(value.replace(/^glc_/, ''));
  return typeof facts?.k === 'string' && 'n' in facts
    ? { confidence: 'certain', why: 'it decodes to a named Grafana key' }
    : { confidence: 'medium', why: 'though its inside could not be read' };
}
