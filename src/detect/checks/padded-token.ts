import type { CheckInput, CheckOutcome } from '../check.ts';
import { isPlaceholder } from '../placeholder.ts';
import { DROP } from './outcome.ts';

/** A token with a long run of `A` in its format: what stands around the run must not read like a placeholder. */
export function paddedToken({ value }: CheckInput): CheckOutcome {
  return value.split(/A{8,}/).some((part) => part.length > 4 && isPlaceholder(part)) ? DROP : {};
}
