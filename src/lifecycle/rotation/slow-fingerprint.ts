import { createHmac, randomBytes, scrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../../result.ts';
import { type SlowParameters, slowParameters } from '../../rotation.ts';
import { guessBits, type Secret } from '../../secret.ts';
import { machineKey, replacePrivately } from './private-folder.ts';

/** log2 of scrypt's N: 64 MiB and some 0.12 s a guess, so that 2^32 of them take 17 years of one processor (bench/fingerprint.mjs). */
export const SLOW_LN = 16;
/** A value that can be guessed in fewer steps gets no fingerprint at all: even slow ones would be tried through. */
const MIN_BITS = 32;
/** A hostile ledger could ask for a slow hash under thousands of salts. */
const MAX_SALTS = 4;
const CACHE_FILE = 'rotation-seen.json';
const CACHE_KEPT = 5_000;

/** Makes fingerprints for the ledger and remembers those that it made, under a key that only this clone has. */
export interface Fingerprinter {
  /** Under every salt that the ledger uses: to be looked up there. Empty for a value that is too weak for any. */
  all(secret: Secret): Promise<readonly string[]>;
  /** The same where no slow hash is needed for it; undefined where one would be. */
  known(secret: Secret): readonly string[] | undefined;
  /** For a new line; undefined for a value that is too weak. */
  fresh(secret: Secret): Promise<string | undefined>;
  /** Whether so few guesses find it that not even a slow hash may be published. */
  isWeak(secret: Secret): boolean;
  /** Keeps what was made for the next run. A cache that cannot be written costs time and nothing else. */
  save(): void;
}

/**
 * @param folder `git rev-parse --git-path secretguard`
 * @param inUse fingerprints of the ledger; a new line takes the salt of an old one, so that recognising a value takes one hash
 */
export function openFingerprinter(folder: string, inUse: readonly string[]): Result<Fingerprinter> {
  const key = machineKey(folder);
  if (!key.ok) return key;
  const salts = saltsOf(inUse);
  const own = salts.find(({ ln, p }) => ln === SLOW_LN && p === 1) ?? newSalt();
  const cache = loadCache(folder);
  const made = new Map<string, string>();
  const nameOf = ({ ln, p, salt }: SlowParameters, secret: Secret) =>
    createHmac('sha256', key.value).update(`${ln}:${p}:${salt}\0${secret.reveal()}`).digest('hex');
  const get = async (parameters: SlowParameters, secret: Secret) => {
    const name = nameOf(parameters, secret);
    const print = cache.get(name) ?? (await slowFingerprint(secret, parameters));
    made.set(name, print);
    return print;
  };
  return ok({
    all: async (secret) => (isWeak(secret) ? [] : Promise.all(salts.map((salt) => get(salt, secret)))),
    known(secret) {
      if (isWeak(secret)) return [];
      const found = salts.map((salt) => cache.get(nameOf(salt, secret)) ?? made.get(nameOf(salt, secret)));
      return found.every((print) => print !== undefined) ? found : undefined;
    },
    fresh: async (secret) => (isWeak(secret) ? undefined : get(own, secret)),
    isWeak,
    save() {
      if ([...made.keys()].every((name) => cache.has(name))) return;
      const seen = Object.fromEntries([...cache, ...made].slice(-CACHE_KEPT));
      replacePrivately(folder, join(folder, CACHE_FILE), Buffer.from(JSON.stringify({ version: 1, seen })));
    },
  });
}

/** scrypt of the value, RFC 7914: `scrypt:LN:8:P:SALT:HASH`. */
async function slowFingerprint(secret: Secret, { ln, p, salt }: SlowParameters): Promise<string> {
  const options = { N: 2 ** ln, r: 8, p, maxmem: 2 ** ln * 8 * 128 * 2 };
  const hash = await new Promise<Buffer>((resolve, reject) => {
    scrypt(secret.reveal(), `secretguard-rotation\0${salt}`, 16, options, (error, bytes) =>
      error === null ? resolve(bytes) : reject(error),
    );
  });
  return `scrypt:${ln}:8:${p}:${salt}:${hash.toString('hex')}`;
}

function isWeak(secret: Secret): boolean {
  return guessBits(secret.reveal()) < MIN_BITS;
}

function newSalt(): SlowParameters {
  return { ln: SLOW_LN, p: 1, salt: randomBytes(16).toString('hex') };
}

function saltsOf(fingerprints: readonly string[]): readonly SlowParameters[] {
  const found = new Map<string, SlowParameters>();
  for (const print of fingerprints) {
    const parameters = slowParameters(print);
    if (parameters !== undefined) found.set(`${parameters.ln}:${parameters.p}:${parameters.salt}`, parameters);
  }
  return [...found.values()].slice(0, MAX_SALTS);
}

function loadCache(folder: string): Map<string, string> {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, CACHE_FILE), 'utf8'));
    const seen: unknown = typeof read === 'object' && read !== null && 'seen' in read ? read.seen : undefined;
    const entries = typeof seen === 'object' && seen !== null ? Object.entries(seen) : [];
    return new Map(entries.filter(([, print]) => typeof print === 'string' && slowParameters(print) !== undefined));
  } catch {
    return new Map(); // none yet, or damaged: made anew
  }
}
