import type { CheckInput, CheckOutcome } from '../check.ts';
import { fromBase32 } from './base-n.ts';
import { crc32 } from './crc32.ts';

/** What the CRC is combined with: keys of users and of applications. */
const SEEDS = [0xe0b9692d, 0x1019f92e];

/**
 * Azure DevOps personal access tokens (older form): 52 base32 characters for 32 bytes; bytes 2, 7, 8 and 22 are the CRC-32 of the
 * other 28.
 *
 * @see https://github.com/microsoft/security-utilities (SEC101_102_AdoPat.cs)
 */
export function adoPat({ value }: CheckInput): CheckOutcome {
  if (value.length !== 52) return {};
  // capitals and small letters: a name of 52 characters
  if (/[a-z]/.test(value) && /[A-Z]/.test(value)) return { drop: true };
  const bytes = fromBase32(value);
  if (bytes?.length !== 32) return { drop: true };
  const sum = Buffer.from([bytes[2] ?? 0, bytes[7] ?? 0, bytes[8] ?? 0, bytes[22] ?? 0]).readUInt32BE();
  const rest = bytes.filter((_, at) => at !== 2 && at !== 7 && at !== 8 && at !== 22);
  const crc = crc32(rest);
  const passed = SEEDS.some((seed) => (crc ^ seed) >>> 0 === sum);
  return passed
    ? { confidence: 'certain', why: 'its checksum is right' }
    : { confidence: 'low', severity: 'warn', why: 'though its checksum could not be confirmed' };
}
