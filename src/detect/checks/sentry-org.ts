import type { CheckInput, CheckOutcome } from '../check.ts';
import { jsonInside } from './json-inside.ts';
import { likely } from './outcome.ts';

/**
 * Sentry's organization tokens, sntrys_: base64 of a JSON object that names the organization, `_`, 43 random characters.
 *
 * @see https://github.com/getsentry/rfcs/blob/main/text/0091-ci-upload-tokens.md
 */
export function sentryOrg({ value }: CheckInput): CheckOutcome {
  const facts = jsonInside(value.slice('sntrys_'.length, value.lastIndexOf('_')));
  return likely(facts !== undefined && 'iat' in facts && 'org' in facts, 'inner structure');
}
