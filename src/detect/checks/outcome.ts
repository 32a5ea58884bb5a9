import type { CheckOutcome } from '../check.ts';

/**
 * Verdict of a checksum that every key of the format carries and whose algorithm was reproduced on published keys.
 * A failure leaves a warning rather than nothing: formats do change, and a false demotion is a missed secret.
 */
export function proven(passed: boolean, what = 'checksum'): CheckOutcome {
  return passed
    ? { confidence: 'certain', why: `its ${what} is right` }
    : { confidence: 'low', severity: 'warn', why: `but its ${what} is wrong, so no service issued it` };
}

/** Verdict of a check that is documented but was not seen at work: it can only add. */
export function likely(passed: boolean, what = 'checksum'): CheckOutcome {
  return passed
    ? { confidence: 'certain', why: `its ${what} is right` }
    : { confidence: 'medium', why: `though its ${what} could not be confirmed` };
}

/** For what looks like a key and cannot be one. */
export const DROP: CheckOutcome = { drop: true };
