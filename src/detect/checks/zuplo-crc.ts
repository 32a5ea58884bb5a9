import type { CheckInput, CheckOutcome } from '../check.ts';
import { crc32 } from './crc32.ts';
import { proven } from './outcome.ts';

/**
 * Zuplo's zpka_: a random part, `_` and its CRC-32 as eight hexadecimal digits.
 *
 * @see https://zuplo.com/docs/articles/api-key-leak-detection
 */
export function zuploCrc({ value }: CheckInput): CheckOutcome {
  const [, body = '', sum = ''] = value.split('_');
  return proven(hex32(crc32(body)) === sum.toLowerCase());
}

function hex32(value: number): string {
  return value.toString(16).padStart(8, '0');
}
