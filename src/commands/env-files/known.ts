import { findKnownValues, type Needle, needlesOf } from '../../detect/known-values.ts';
import type { RawFinding } from '../../detect/raw.ts';
import type { Failure } from '../../result.ts';
import type { Settings } from '../../settings.ts';
import { readEnvValues } from '../../sources/env-values.ts';

/** The values of `files` as needles, and the search for them; loaded only where there is an env file. */
export function knownValues(
  top: string,
  files: readonly string[],
  settings?: Settings['knownValues'],
): { needles: Needle[]; failures: Failure[]; find: (bytes: Uint8Array, needles: readonly Needle[]) => RawFinding[] } {
  const { values, failures } = readEnvValues(top, files);
  return { needles: needlesOf(values, settings?.minLength), failures, find: findKnownValues };
}
