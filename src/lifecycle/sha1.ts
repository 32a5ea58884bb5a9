import { createHash } from 'node:crypto';
import type { Secret } from '../secret.ts';

/**
 * Whether a SHA-1 in hexadecimal, as detect-secrets keeps it, is of this value. Of private keys it keeps the hash of the header alone
 * (`BEGIN RSA PRIVATE KEY`), of GitHub's tokens that of the letters before the first underscore: `part`, which says nothing of the value.
 */
export function matchesSha1(secret: Secret, sha1: string): 'whole' | 'part' | undefined {
  const value = secret.reveal();
  const is = (text: string) => createHash('sha1').update(text, 'utf8').digest('hex') === sha1;
  if (is(value)) return 'whole';
  const part = /^-----(BEGIN [A-Z ]{1,40}KEY)-----/.exec(value)?.[1] ?? /^([a-z]{3})_/.exec(value)?.[1];
  return part !== undefined && is(part) ? 'part' : undefined;
}
