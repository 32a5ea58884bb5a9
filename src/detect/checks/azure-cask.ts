import type { CheckInput, CheckOutcome } from '../check.ts';
import { BASE62, encodeNumber, fromBase64 } from './base-n.ts';
import { marvin32 } from './marvin32.ts';
import { likely } from './outcome.ts';

/**
 * Azure's common annotated keys (84 or 88 characters, `JQQJ9` at 52, the provider's mark at 76): the four characters after the mark
 * begin the Marvin32 of the first 60 bytes, in base64, or in base62 for a derived key (`D` at 57).
 *
 * @see https://github.com/microsoft/security-utilities (CommonAnnotatedKey.cs)
 */
export function azureCask({ value }: CheckInput): CheckOutcome {
  const bytes = fromBase64(value);
  if (value.length < 84 || bytes.length < 60)
    return { confidence: 'medium', why: 'though it is shorter than such keys are' };
  const sum = marvin32(bytes.subarray(0, 60), 'Default0');
  const little = Buffer.alloc(4);
  little.writeUInt32LE(sum);
  const encoded =
    value[57] === 'D' ? [encodeNumber(sum, BASE62, 6), encodeNumber(sum, BASE62, 1)] : [little.toString('base64')];
  return likely(encoded.some((text) => text.slice(0, 4) === value.slice(80, 84)));
}
