import type { CheckInput, CheckOutcome } from '../check.ts';
import { fromBase58 } from './base-n.ts';

/**
 * Base58Check, as in Bitcoin's WIF keys and BIP-32's extended private keys: four bytes of double SHA-256 at the end.
 * A value that fails is no key: the shape alone says little.
 *
 * @see https://en.bitcoin.it/wiki/Base58Check_encoding
 */
export function base58check({ value }: CheckInput): CheckOutcome {
  const bytes = fromBase58(value);
  if (!bytes || bytes.length < 5) return { drop: true };
  const sum = sha256(sha256(bytes.subarray(0, -4))).subarray(0, 4);
  if (!sum.equals(bytes.subarray(-4))) return { drop: true };
  if (/^.?pub/.test(value)) return { severity: 'note', why: 'it is a public key' };
  return { confidence: 'certain', why: 'its checksum is right' };
}

function sha256(bytes: Uint8Array): Buffer {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest();
}
