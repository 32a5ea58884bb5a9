import type { CheckInput, CheckOutcome } from '../check.ts';
import { BASE62, encodeNumber } from './base-n.ts';
import { crc32 } from './crc32.ts';
import { proven } from './outcome.ts';

/**
 * GitHub's classic tokens and npm's: 30 random characters and their CRC-32 in base62, the prefix left out.
 *
 * @see https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/
 */
export function githubCrc({ value }: CheckInput): CheckOutcome {
  const body = value.slice(value.indexOf('_') + 1);
  // ghs_ also comes in a longer form without this checksum; nothing is known against such a value.
  if (body.length !== 36) return {};
  const passed = encodeNumber(crc32(body.slice(0, 30)), BASE62, 6) === body.slice(30);
  return proven(passed);
}
