import type { CheckInput, CheckOutcome } from '../check.ts';
import { crc32 } from './crc32.ts';
import { likely } from './outcome.ts';

/**
 * Cloudflare's cfk_, cfut_ and cfat_: 40 characters and eight hexadecimal digits, taken as their CRC-32.
 * Cloudflare says "checksum" without naming it, so a mismatch proves nothing.
 *
 * @see https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/
 */
export function cloudflareCrc({ value }: CheckInput): CheckOutcome {
  const body = value.slice(value.indexOf('_') + 1);
  const sum = crc32(body.slice(0, -8)).toString(16).padStart(8, '0');
  return likely(sum === body.slice(-8).toLowerCase());
}
