import { createHash } from 'node:crypto';
import type { CheckInput, CheckOutcome } from '../check.ts';

/**
 * Supabase's sb_secret_: 22 random characters, `_` and the first eight of base64url(sha256(project ref | '|' | random part)).
 * The ref is the host name in the project's URL, which usually stands near by.
 */
export function supabaseSecret({ value, text }: CheckInput): CheckOutcome {
  const cut = value.lastIndexOf('_');
  const body = value.slice('sb_secret_'.length, cut);
  const refs = new Set(Array.from(text.matchAll(/\b([a-z]{20})\b/g), (match) => match[1] ?? ''));
  for (const ref of refs) {
    for (const part of [body, value.slice(0, cut)]) {
      const sum = createHash('sha256').update(`${ref}|${part}`).digest('base64url').slice(0, 8);
      if (sum === value.slice(cut + 1))
        return { confidence: 'certain', why: 'it belongs to the Supabase project named near by' };
    }
  }
  return {};
}
