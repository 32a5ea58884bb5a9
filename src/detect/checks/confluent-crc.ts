import type { CheckInput, CheckOutcome } from '../check.ts';
import { crc32 } from './crc32.ts';
import { likely } from './outcome.ts';

/** Confluent's cflt secrets: the last six characters are the base64 of the little-endian CRC-32 of all before. */
export function confluentCrc({ value }: CheckInput): CheckOutcome {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(value.slice(0, -6)));
  return likely(sum.toString('base64').slice(0, 6) === value.slice(-6));
}
