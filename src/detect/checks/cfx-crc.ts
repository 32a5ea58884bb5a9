import type { CheckInput, CheckOutcome } from '../check.ts';
import { BASE62, encodeNumber } from './base-n.ts';
import { crc32 } from './crc32.ts';
import { likely } from './outcome.ts';

/** Cfx.re's cfxk_: a random part, `_` and its CRC-32 in base62, with or without the prefix counted in. */
export function cfxCrc({ value }: CheckInput): CheckOutcome {
  const cut = value.lastIndexOf('_');
  const sum = value.slice(cut + 1);
  const bodies = [value.slice(value.indexOf('_') + 1, cut), value.slice(0, cut)];
  return likely(bodies.some((body) => encodeNumber(crc32(body), BASE62, sum.length) === sum));
}
