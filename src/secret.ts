import { KNOWN_HASHES, KNOWN_VALUES } from './known-hashes.gen.ts';

/** Salt of weak fingerprints while a project has no allowlist file of its own. Public: a salt only has to differ. */
export const DEFAULT_SALT = 'secretguard/v1';

/** Bits a value must hold for its fast hash to be useless to somebody who guesses. */
const STRONG_BITS = 80;

/** A secret on its way from one thread of this process to another: bytes, which no log shows as text. Never leaves the process. */
export interface SealedSecret {
  readonly sealed: Uint8Array;
  readonly preview: string;
}

/** What scrypt said, by hash: the same weak value often stands in many places, and each asking takes 8 ms. */
const weakOnes = new Map<string, Buffer>();
/** Hashes of what scrypt is being asked about in another thread. */
const asked = new Set<string>();
const COST = { N: 8192, r: 8, p: 1 };
const DIGEST_BYTES = 16;
/** What stands between known values. */
const GAP = ' ';

/** What a weak value is known by: its scrypt, which takes 8 ms. */
export function slowHash(value: string, salt: string): Buffer {
  return process.getBuiltinModule('node:crypto').scryptSync(value, saltBytes(salt), DIGEST_BYTES, COST);
}

function saltBytes(salt: string): string {
  return `sg1\0${salt}`;
}

let known: ReadonlyMap<string, number> | undefined;

/** The same, of values that everybody would try first, where nobody has a salt of their own: it was made once and for all. */
function readyHash(value: string, salt: string): Buffer | undefined {
  if (salt !== DEFAULT_SALT) return undefined;
  known ??= new Map(KNOWN_VALUES.split(GAP).map((word, i) => [word, i * DIGEST_BYTES]));
  const at = known.get(value);
  return at === undefined ? undefined : Buffer.from(KNOWN_HASHES, 'base64').subarray(at, at + DIGEST_BYTES);
}

/**
 * A matched value that cannot be printed by accident: string conversion, JSON and `console.log` show its preview.
 * Only `lifecycle/` may call `reveal()`; `test/architecture.test.ts` checks that.
 */
export class Secret {
  readonly #value: string;
  /** What may be shown: the prefix that the rule declares public, and the length: `ghp_…(40)`. */
  readonly preview: string;

  constructor(value: string, publicPrefix = '') {
    this.#value = value;
    const shown = publicPrefix !== '' && value.startsWith(publicPrefix) && value.length > publicPrefix.length + 4;
    this.preview = `${shown ? publicPrefix : ''}…(${value.length})`;
  }

  /** Length in the characters that the finding spans. */
  get length(): number {
    return this.#value.length;
  }

  /** Whether both hold the same value, without showing either. */
  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  /**
   * Stable name of this value under `rule`: SHA-256 of both; of a value that could be guessed, of its scrypt with `salt` instead.
   *
   * @returns `sg1:` and 32 hexadecimal digits.
   */
  fingerprint(rule: string, salt: string): string {
    const { createHash } = process.getBuiltinModule('node:crypto'); // 2 ms that a clean commit need not pay
    const value = this.#isWeak() ? this.#slowHash(salt) : this.#value;
    const digest = createHash('sha256').update(`${rule}\0`).update(value).digest('hex');
    return `sg1:${digest.slice(0, 32)}`;
  }

  /**
   * Makes what `fingerprint` will need in a thread of Node's pool, where that takes long.
   *
   * @returns resolved once it is at hand; undefined where nothing had to be begun
   */
  prepare(salt: string): Promise<void> | undefined {
    if (!this.#isWeak() || readyHash(this.#value, salt) !== undefined) return undefined;
    const key = this.#weakKey(salt);
    if (weakOnes.has(key) || asked.has(key)) return undefined;
    asked.add(key);
    const { scrypt } = process.getBuiltinModule('node:crypto');
    return new Promise((resolve) =>
      scrypt(this.#value, saltBytes(salt), DIGEST_BYTES, COST, (error, digest) => {
        asked.delete(key);
        if (error === null) weakOnes.set(key, digest); // else `fingerprint` meets the same error
        resolve();
      }),
    );
  }

  #isWeak(): boolean {
    return guessBits(this.#value) < STRONG_BITS;
  }

  #slowHash(salt: string): Buffer {
    const ready = readyHash(this.#value, salt);
    if (ready !== undefined) return ready;
    const key = this.#weakKey(salt);
    const before = weakOnes.get(key);
    if (before !== undefined) return before;
    const made = slowHash(this.#value, salt);
    weakOnes.set(key, made);
    return made;
  }

  #weakKey(salt: string): string {
    const { createHash } = process.getBuiltinModule('node:crypto');
    return createHash('sha256').update(`${salt}\0${this.#value}`).digest('hex');
  }

  /** For a message to another thread; only scanning with several threads needs it. */
  seal(): SealedSecret {
    return { sealed: Uint8Array.from(Buffer.from(this.#value, 'utf16le')), preview: this.preview };
  }

  /** The secret that another thread sealed. */
  static unseal({ sealed, preview }: SealedSecret): Secret {
    const value = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length).toString('utf16le');
    return new Secret(value, preview.slice(0, preview.lastIndexOf('…(')));
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return this.preview;
  }

  toJSON(): string {
    return this.preview;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.preview;
  }
}

/**
 * Lower estimate of how many bits it takes to guess `value`: its Shannon entropy times its length, less for what reads
 * like words (lower-case letters only, or no digit at all).
 *
 * @returns bits, 0 for ''.
 */
export function guessBits(value: string): number {
  const counts = new Map<string, number>();
  for (const c of value) counts.set(c, (counts.get(c) ?? 0) + 1);
  let perChar = 0;
  for (const n of counts.values()) perChar -= (n / value.length) * Math.log2(n / value.length);
  const readable = !/\d/.test(value) || !/[a-z]/i.test(value);
  return perChar * value.length * (readable ? 0.5 : 1);
}
