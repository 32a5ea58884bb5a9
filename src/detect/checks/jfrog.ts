import type { CheckInput, CheckOutcome } from '../check.ts';
import { fromBase58, fromBase64 } from './base-n.ts';

/** JFrog's API keys (AKCp…, base58 of 54 bytes) and reference tokens (cmVmdGtu…, base64 of `reftkn:01:time:random`). */
export function jfrog({ value }: CheckInput): CheckOutcome {
  const passed = value.startsWith('cmVmdGtu')
    ? /^reftkn:\d\d:\d{10}:[\w-]{16,64}$/.test(fromBase64(value).toString('latin1'))
    : fromBase58(value)?.length === 54;
  return passed
    ? { confidence: 'certain', why: 'it decodes as JFrog keys do' }
    : { confidence: 'medium', why: 'though it does not decode as JFrog keys do' };
}
