import type { CheckInput, CheckOutcome } from '../check.ts';

/**
 * Supabase's sb_secret_: 22 random characters, `_` and the first eight of base64url(sha256(project ref | '|' | all before)).
 * The ref is the host name in the project's URL, which usually stands near by. Without it nothing can be said.
 */
export function supabaseSecret({ value, text }: CheckInput): CheckOutcome {
  const cut = value.lastIndexOf('_');
  const refs = new Set(Array.from(text.matchAll(/\b([a-z]{20})\b/g), (match) => match[1] ?? ''));
  const { createHash } = process.getBuiltinModule('node:crypto');
  for (const ref of refs) {
    const sum = createHash('sha256')
      .update(`${ref}|${value.slice(0, cut)}`)
      .digest('base64url')
      .slice(0, 8);
    if (sum === value.slice(cut + 1)) {
      return { confidence: 'certain', why: 'it belongs to the Supabase project named near by' };
    }
  }
  return {};
}
