import type { CheckInput, CheckOutcome } from '../check.ts';
import { fromBase64 } from './base-n.ts';

/** Discord's bot tokens: base64 of the bot's numeric id, a time stamp and a signature, joined by dots. */
export function discordBot({ value }: CheckInput): CheckOutcome {
  const id = fromBase64(value.split('.', 1)[0] ?? '').toString('latin1');
  // Ids are snowflakes: 17 to 20 digits.
  if (/^[1-9]\d{16,19}$/.test(id)) return { confidence: 'certain', why: 'its first part decodes to a Discord id' };
  const why = 'though its first part does not decode to a Discord id';
  return { confidence: 'low', severity: /^\d{5}/.test(id) ? 'warn' : 'note', why };
}
