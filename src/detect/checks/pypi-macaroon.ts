import type { CheckInput, CheckOutcome } from '../check.ts';
import { fromBase64 } from './base-n.ts';
import { likely } from './outcome.ts';

/** PyPI's tokens: a version-2 macaroon whose location is pypi.org or test.pypi.org. */
export function pypiMacaroon({ value }: CheckInput): CheckOutcome {
  const bytes = fromBase64(value.slice('pypi-'.length));
  const length = bytes[2] ?? 0;
  const location = bytes.subarray(3, 3 + length).toString('latin1');
  const started = bytes[0] === 2 && bytes[1] === 1 && /^(test\.)?pypi\.org$/.test(location);
  if (!started) return likely(false, 'inner structure');
  // Next field: 2 (identifier) and its length, which must fit; then sections that end in 0 and the 32-byte signature.
  const next = 3 + length;
  const fits = bytes[next] === 2 && next + 2 + (bytes[next + 1] ?? 0) < bytes.length;
  const signed = bytes.length > 34 && bytes.at(-34) === 6 && bytes.at(-33) === 32;
  if (fits && signed) return { confidence: 'certain', why: 'it decodes to a signed PyPI macaroon' };
  return fits
    ? { why: 'it decodes to a PyPI macaroon' }
    : { confidence: 'medium', why: 'though it does not decode to a whole macaroon' };
}
