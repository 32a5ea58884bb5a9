import type { CheckInput, CheckOutcome } from '../check.ts';
import { fromBase62 } from './base-n.ts';
import { crc32 } from './crc32.ts';
import { likely } from './outcome.ts';

/** Xata's xau_ and xao_: base62 of 20 random bytes and their CRC-32. */
export function xataCrc({ value }: CheckInput): CheckOutcome {
  const bytes = fromBase62(value.slice(value.indexOf('_') + 1));
  if (!bytes || bytes.length > 24 || bytes.length < 16) return likely(false);
  const padded = Buffer.concat([Buffer.alloc(24 - bytes.length), bytes]);
  const sum = crc32(padded.subarray(0, 20));
  return likely(padded.readUInt32BE(20) === sum || padded.readUInt32LE(20) === sum);
}
