import type { CheckInput, CheckOutcome } from '../check.ts';
import { isQuiet } from '../generic/verdict.ts';
import { placeOf } from '../place.ts';
import { fromBase32 } from './base-n.ts';

const KINDS: Readonly<Record<string, string>> = {
  AKIA: 'AWS access key id (long-term)',
  ASIA: 'AWS access key id (temporary)',
  ABIA: 'AWS bearer token id',
  ACCA: 'AWS context-specific credential id',
};

/** An AWS key id: its kind by its first four letters, its account by the rest (keys older than 2019 carry none). */
export function awsKeyId({ value, text, start, path }: CheckInput): CheckOutcome {
  if (value.includes('EXAMPLE'))
    return { severity: 'note', confidence: 'low', why: "it is the example of AWS's documentation" };
  if (/(?:X-Amz-Credential|[?&]AWSAccessKeyId)=$/.test(text.slice(Math.max(0, start - 20), start)))
    return { severity: 'note', confidence: 'low', why: 'it only names who signed a URL' };
  const alone = !SECRET_NEAR.test(text.slice(Math.max(0, start - 300), start + 300));
  if (alone && text.slice(0, start).endsWith('<AWSAccessKeyId>'))
    return { severity: 'note', confidence: 'low', why: 'an answer of AWS names whose key was used' };
  const title = KINDS[value.slice(0, 4)];
  const account = accountOf(value);
  const found = account === undefined ? {} : { why: `it belongs to the AWS account ${account}` };
  // an id opens nothing, and recorded requests name it
  const severity = alone && isQuiet(placeOf(path)) ? ({ severity: 'warn' } as const) : {};
  return { ...(title ? { title } : {}), ...found, ...severity };
}

/** The other half of the key, or a name for it. */
const SECRET_NEAR = /secret["'\w-]{0,24}["' \t]{0,4}[:=>]|(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/i;

/**
 * The account number in a key id issued since 2019.
 *
 * @returns 12 digits; `undefined` for older keys (fifth letter I or J) and for what is not base32
 */
function accountOf(id: string): string | undefined {
  const bytes = fromBase32(id.slice(4));
  if (!bytes || bytes.length < 6 || /^[IJ]/.test(id.slice(4))) return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, 6).readUIntBE(0, 6);
  const account = Math.floor(head / 128) % 2 ** 40;
  return account < 1e12 ? String(account).padStart(12, '0') : undefined;
}
