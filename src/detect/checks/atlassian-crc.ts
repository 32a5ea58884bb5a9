import type { CheckInput, CheckOutcome } from '../check.ts';
import { crc32 } from './crc32.ts';
import { likely, proven } from './outcome.ts';

/**
 * Atlassian's ATATT, ATCTT, ATOA… (`=` before the sum) and Bitbucket's ATBB (none): the last eight characters are the CRC-32
 * of all before, in upper-case hexadecimal.
 */
export function atlassianCrc({ value }: CheckInput): CheckOutcome {
  const token = value.replace(/%3D/gi, '=');
  const sum = token.slice(-8);
  const right = (text: string) => crc32(text).toString(16).padStart(8, '0').toUpperCase() === sum;
  const passed = right(token.slice(0, -8)) || (token.at(-9) === '=' && right(token.slice(0, -9)));
  // Not every Atlassian prefix was seen with a sum; the ones with `=` were.
  return token.at(-9) === '=' ? proven(passed) : likely(passed);
}
