import { WEIGHTS } from '../../../../config/generic/model.ts';
import { NOTE, SERVICE_IN_NAME, WARN } from '../verdict.ts';

/** What score.ts goes by: the weights, then what a name that tells takes at least and what a vague one does; in hundredths. */
export function gateWeights(): Int32Array {
  return Int32Array.from([...WEIGHTS, NOTE - SERVICE_IN_NAME, WARN - SERVICE_IN_NAME], (weight) =>
    Math.round(weight * 100),
  );
}
