import type { CheckInput, CheckOutcome } from '../check.ts';
import { BASE62, encodeNumber } from './base-n.ts';
import { crc32 } from './crc32.ts';
import { proven } from './outcome.ts';

/** Vercel's vcp_, vci_, vca_, vcr_ and vck_: 50 random characters and their CRC-32 in base62. */
export function vercelCrc({ value }: CheckInput): CheckOutcome {
  const body = value.slice(4);
  if (body.length !== 56) return {};
  return proven(encodeNumber(crc32(body.slice(0, 50)), BASE62, 6) === body.slice(50));
}
