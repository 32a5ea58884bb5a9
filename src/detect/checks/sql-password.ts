import type { CheckInput, CheckOutcome } from '../check.ts';
import { commandPassword } from './command-password.ts';

/** A password in a statement about an account: `CREATE USER … IDENTIFIED BY '…'`. Prose says "identified by" as well. */
export function sqlPassword(input: CheckInput): CheckOutcome {
  const before = input.text.slice(Math.max(0, input.start - 300), input.start);
  const statement = /\b(?:create|alter|grant|replace|set\s+password)\s[^;]*$/i.test(before);
  return statement ? commandPassword(input) : { drop: true };
}
