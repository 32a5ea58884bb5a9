import type { CheckInput, CheckOutcome } from '../check.ts';
import { crc32 } from './crc32.ts';
import { proven } from './outcome.ts';

/** Grafana's glsa_: the CRC-32 of everything before the last `_`, its bytes in little-endian order, in hexadecimal. */
export function grafanaSaCrc({ value }: CheckInput): CheckOutcome {
  const cut = value.lastIndexOf('_');
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(value.slice(0, cut)));
  return proven(sum.toString('hex') === value.slice(cut + 1).toLowerCase());
}
