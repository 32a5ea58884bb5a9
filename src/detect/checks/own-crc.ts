import type { CheckInput, CheckOutcome } from '../check.ts';
import { BASE62, encodeNumber } from './base-n.ts';
import { crc32 } from './crc32.ts';
import { proven } from './outcome.ts';

/**
 * Keys that `generate --checksum` makes, in GitHub's scheme: group 2 of the rule is the random part, group 3 its checksum. The
 * prefix is left out, so that it may hold anything.
 */
export function ownCrc({ groups }: CheckInput): CheckOutcome {
  const [, , random, sum] = groups;
  return random === undefined || sum === undefined ? {} : proven(crcLetters(random) === sum);
}

/** CRC-32 as six characters of base62. */
export function crcLetters(random: string): string {
  return encodeNumber(crc32(random), BASE62, 6);
}
