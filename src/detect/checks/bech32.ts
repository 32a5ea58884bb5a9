import type { CheckInput, CheckOutcome } from '../check.ts';
import { proven } from './outcome.ts';

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * Bech32, as in age identities and nostr keys: prefix, `1`, data and six characters of checksum.
 *
 * @see https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki
 */
export function bech32({ value }: CheckInput): CheckOutcome {
  return proven(isBech32(value));
}

/** Whether `text` is bech32 (checksum constant 1) in one letter case. */
export function isBech32(text: string): boolean {
  const lower = text.toLowerCase();
  if (lower !== text && text.toUpperCase() !== text) return false;
  const cut = lower.lastIndexOf('1');
  const prefix = [...Buffer.from(lower.slice(0, cut), 'latin1')];
  const data = Array.from(lower.slice(cut + 1), (c) => LETTERS.indexOf(c));
  if (cut < 1 || data.length < 6 || data.includes(-1)) return false;
  return polymod([...prefix.map((b) => b >> 5), 0, ...prefix.map((b) => b & 31), ...data]) === 1;
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, factor] of GENERATOR.entries()) if ((top >> bit) & 1) sum ^= factor;
  }
  return sum;
}
