import type { CheckInput, CheckOutcome } from '../check.ts';
import { BASE62, encodeNumber } from './base-n.ts';
import { crc32 } from './crc32.ts';
import { likely } from './outcome.ts';

/** Letters in the order of Python's `string.digits + string.ascii_letters`, which Polar's server uses. */
const LOWER_FIRST = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Polar's polar_*_: 37 random characters and their CRC-32 in base62. */
export function polarCrc({ value }: CheckInput): CheckOutcome {
  const body = value.slice(value.lastIndexOf('_') + 1);
  const sum = crc32(body.slice(0, -6));
  return likely([BASE62, LOWER_FIRST].some((letters) => encodeNumber(sum, letters, 6) === body.slice(-6)));
}
