import type { CheckInput, CheckOutcome } from '../check.ts';
import { measure } from '../generic/value.ts';
import { DROP } from './outcome.ts';

/** Bits above text from which the part behind the prefix is no name of anything. */
const NOISE_BITS = 40;
/** What says secret by itself, whoever issued it. */
const SAYS_SECRET = /(?:^|[_-])(?:sk|rk|pat|secret|apikey)[_-]/;
/** Commits, digests and the like hang on all kinds of words. */
const DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/;

/** A long random text behind a word that services put before their keys, no service known. */
export function unknownKey({ value, text, start }: CheckInput): CheckOutcome {
  if (/sha\d{1,3}[=:]$/i.test(text.slice(Math.max(0, start - 8), start))) return DROP;
  const body = /[A-Za-z0-9]+$/.exec(value)?.[0] ?? '';
  const head = value.slice(0, -body.length);
  const secret = SAYS_SECRET.test(head);
  if ((body.match(/\d/g) ?? []).length < 3 || !/[A-Za-z]/.test(body)) return DROP;
  if (DIGEST.test(body)) return /^[sr]k_/.test(head) ? { confidence: 'medium' } : DROP;
  if (measure(body).noise < NOISE_BITS) return DROP;
  return secret ? { confidence: 'medium' } : { severity: 'warn', confidence: 'low', why: 'no service is known by it' };
}
