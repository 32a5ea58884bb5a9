import { WEIGHTS } from '../../../../config/generic/model.ts';
import {
  LOUD_MARGIN,
  MADE_UP_MARGIN,
  NOTE,
  QUIET_MARGIN,
  SERVICE_IN_NAME,
  SERVICE_NEAR,
  VAGUE_MARGIN,
  WARN,
} from '../verdict.ts';

/** What score.ts goes by: the weights, then what a name that tells takes at least and what a vague one does, then what places and names ask for on top, and what a service adds; in hundredths. */
export function gateWeights(): Int32Array {
  const least = [NOTE - SERVICE_IN_NAME, WARN - SERVICE_IN_NAME];
  const margins = [QUIET_MARGIN, VAGUE_MARGIN, LOUD_MARGIN, MADE_UP_MARGIN];
  return Int32Array.from([...WEIGHTS, ...least, ...margins, SERVICE_IN_NAME, SERVICE_NEAR], (weight) =>
    Math.round(weight * 100),
  );
}
