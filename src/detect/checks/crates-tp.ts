import type { CheckInput, CheckOutcome } from '../check.ts';
import { proven } from './outcome.ts';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * Trusted-publishing tokens of crates.io, cio_tp_: 31 characters and one that is the XOR of their bytes, modulo 62.
 *
 * @see https://github.com/rust-lang/crates.io/pull/11131
 */
export function cratesTp({ value }: CheckInput): CheckOutcome {
  const body = value.slice('cio_tp_'.length, -1);
  const sum = [...Buffer.from(body, 'latin1')].reduce((xor, byte) => xor ^ byte, 0) % 62;
  return proven(ALPHANUMERIC[sum] === value.at(-1));
}
