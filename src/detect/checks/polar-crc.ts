import type { CheckInput, CheckOutcome } from '../check.ts';
import { BASE62, encodeNumber } from './base-n.ts';
import { crc32 } from './crc32.ts';
import { likely } from './outcome.ts';

/**
 * Polar's polar_*_: 37 random characters and their CRC-32 in base62.
 *
 * @see https://github.com/polarsource/polar (server/polar/kit/crypto.py)
 */
export function polarCrc({ value }: CheckInput): CheckOutcome {
  const body = value.slice(value.lastIndexOf('_') + 1);
  return likely(encodeNumber(crc32(body.slice(0, -6)), BASE62, 6) === body.slice(-6));
}
