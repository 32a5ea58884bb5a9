import type { CheckInput, CheckOutcome } from '../check.ts';
import { encodeNumber } from './base-n.ts';
import { marvin32 } from './marvin32.ts';
import { proven } from './outcome.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~';

/**
 * Client secrets of Microsoft Entra ID (Azure AD): those marked `8Q~` end in the first three characters of the Marvin32 of all
 * before; those marked `7Q~` have no checksum.
 *
 * @see https://github.com/microsoft/security-utilities (IdentifiableMetadata.cs)
 */
export function azureAdSecret({ value }: CheckInput): CheckOutcome {
  if (!value.startsWith('8Q~', 3) || value.length !== 40) return {};
  const sum = marvin32(Buffer.from(value.slice(0, -3), 'latin1'), 'AadPwd00');
  const { confidence, why } = proven(encodeNumber(sum, LETTERS, 1).slice(0, 3) === value.slice(-3));
  // Mangled samples are common in documentation, and the mark alone is telling: a mismatch does not lower the severity.
  return confidence === 'certain' ? { confidence, ...(why ? { why } : {}) } : { confidence: 'medium' };
}
