import type { CheckInput, CheckOutcome } from '../check.ts';
import { fromBase32 } from './base-n.ts';

const KINDS: Readonly<Record<string, string>> = {
  AKIA: 'AWS access key id (long-term)',
  ASIA: 'AWS access key id (temporary)',
  ABIA: 'AWS bearer token id',
  ACCA: 'AWS context-specific credential id',
};

/** An AWS key id: its kind by its first four letters, its account by the rest (keys older than 2019 carry none). */
export function awsKeyId({ value, text, start }: CheckInput): CheckOutcome {
  if (value.includes('EXAMPLE'))
    return { severity: 'note', confidence: 'low', why: "it is the example of AWS's documentation" };
  if (text.slice(0, start).endsWith('X-Amz-Credential='))
    return { severity: 'note', confidence: 'low', why: 'it only names who signed a URL' };
  const title = KINDS[value.slice(0, 4)];
  const account = accountOf(value);
  const found = account === undefined ? {} : { why: `it belongs to the AWS account ${account}` };
  return { ...(title ? { title } : {}), ...found };
}

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
