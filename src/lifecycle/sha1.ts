import { createHash } from 'node:crypto';
import type { Secret } from '../secret.ts';

/** Whether a value is the one that another tool keeps as SHA-1, in hexadecimal. */
export function hasSha1(secret: Secret, sha1: string): boolean {
  return createHash('sha1').update(secret.reveal(), 'utf8').digest('hex') === sha1;
}
