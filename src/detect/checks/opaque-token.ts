import type { CheckInput, CheckOutcome } from '../check.ts';
import { DROP } from './outcome.ts';

/** A token of no known shape in a place where only a token can stand: random text, or words that stand for it. */
export function opaqueToken({ value }: CheckInput): CheckOutcome {
  // A JSON Web Token has a rule that reads its claims.
  if (/^eyJ[\w-]{8,}\.[\w-]/.test(value)) return DROP;
  if (/^(?:[A-Za-z]{2,}[-_.]?)+$/.test(value) && !isMixed(value)) return DROP;
  const digits = value.replace(/\D/g, '').length;
  const letters = value.replace(/[^A-Za-z]/g, '').length;
  if (digits === 0 && !isMixed(value)) return DROP;
  if (
    /(?:test|fake|sample|demo|mock|my|some|valid|invalid|secret)[-_]?(?:token|key|secret)|(?:token|key|secret)[-_]?\d{1,4}$/i.test(
      value,
    )
  ) {
    return { severity: 'note', confidence: 'low', why: 'though it reads like a stand-in' };
  }
  return value.length < 16 || letters === 0 ? { severity: 'warn', confidence: 'low', why: 'though it is short' } : {};
}

/** Whether upper and lower case change about as often as chance would have it: words do so rarely. */
function isMixed(value: string): boolean {
  let changes = 0;
  for (let i = 1; i < value.length; i++) {
    if (/[a-z]/.test(value[i - 1] ?? '') && /[A-Z]/.test(value[i] ?? '')) changes++;
  }
  return value.length >= 16 && changes >= value.length / 7;
}
