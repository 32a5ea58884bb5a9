import type { Finding } from '../model.ts';
import type { Secret } from '../secret.ts';

/** Fingerprints of findings under one salt. */
export type Fingerprints = (finding: Pick<Finding, 'rule' | 'secret'>) => string;

interface Known {
  readonly secret: Secret;
  readonly fingerprint: string;
}

/**
 * Makes each fingerprint once: a weak value costs a scrypt of some 20 ms. Equal secrets share theirs; they are told by
 * comparing, since no value may be used as a key.
 */
export function fingerprintsWith(salt: string): Fingerprints {
  const cache = new Map<string, Known[]>();
  return ({ rule, secret }) => {
    const key = `${rule}\0${secret.preview}`;
    const same = cache.get(key) ?? [];
    const known = same.find((entry) => entry.secret.equals(secret));
    if (known !== undefined) return known.fingerprint;
    const fingerprint = secret.fingerprint(rule, salt);
    same.push({ secret, fingerprint });
    cache.set(key, same);
    return fingerprint;
  };
}

/** Digits that are shown and that `allow` takes: 48 bits, so that two findings of a project do not share them. */
const SHOWN_DIGITS = 12;

/** A fingerprint for people to copy: its beginning. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 'sg1:'.length + SHOWN_DIGITS);
}

/** Whether `id`, typed by a person, is the beginning of `fingerprint`; `sg1:` may be left out, four digits are the least. */
export function isPrefixOf(id: string, fingerprint: string): boolean {
  const digits = id.toLowerCase().replace(/^sg1:/, '');
  return /^[0-9a-f]{4,32}$/.test(digits) && fingerprint.startsWith(`sg1:${digits}`);
}
