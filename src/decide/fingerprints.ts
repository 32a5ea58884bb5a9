import type { Finding } from '../model.ts';
import type { Secret } from '../secret.ts';

/** Fingerprints of findings under one salt. */
export type Fingerprints = (finding: Pick<Finding, 'rule' | 'secret'>) => string;

interface Known {
  readonly secret: Secret;
  readonly fingerprint: string;
}

/**
 * Makes each fingerprint once: a weak value costs a scrypt of some 8 ms. Equal secrets share theirs; they are told by
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

/** Makes fingerprints in other threads while the search goes on. */
export interface FingerprintsAhead {
  add(finding: Pick<Finding, 'secret'>): void;
  /** Waits for all of them. */
  finish(): Promise<void>;
}

/** Each takes 8 MB while it is made, and the search a processor. */
const WHILE_SEARCHING = 1;
const AT_THE_END = 2;

/** A search that waits for nothing keeps others from being begun: it has to let the event loop turn now and then. */
export function fingerprintsAhead(salt: string): FingerprintsAhead {
  const waiting: Pick<Finding, 'secret'>[] = [];
  const running = new Set<Promise<void>>();
  let most = WHILE_SEARCHING;
  const go = () => {
    while (running.size < most && waiting.length > 0) {
      const { secret } = waiting.shift()!;
      const made = secret.prepare(salt);
      if (made === undefined) continue;
      running.add(made);
      void made.then(() => {
        running.delete(made);
        go();
      });
    }
  };
  return {
    add(finding) {
      waiting.push(finding);
      go();
    },
    async finish() {
      most = AT_THE_END;
      go();
      while (running.size > 0) await Promise.race(running);
    },
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
