import type { CheckInput, CheckOutcome } from '../check.ts';
import { jwt } from './jwt.ts';

/** A JSON Web Token whose first bytes or surroundings name its issuer: one that cannot be read counts for less, but counts. */
export function issuedJwt(input: CheckInput): CheckOutcome {
  const outcome = jwt(input);
  return outcome.drop === true ? { confidence: 'medium', why: 'though its header or claims cannot be read' } : outcome;
}
