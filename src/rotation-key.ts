/** Where the ledger stands, from the top level. It is committed: it names secrets and never holds one. */
export const LEDGER_FILE = '.secretguard/rotation.jsonl';

/** `next`: made, not in use yet. `previous`: replaced, but still alive. */
export type KeyState = 'next' | 'current' | 'previous' | 'disabled';
export type Urgency = 'ok' | 'soon' | 'over';

/** One key of one secret, as the ledger tells it today. */
export interface Key {
  readonly name: string;
  readonly environment: string;
  readonly id: string;
  readonly owner?: string;
  readonly provider?: string;
  readonly fingerprint?: string;
  /** Days, UTC. `due` is the last one on which it may be used. */
  readonly issued: string;
  readonly due: string;
  readonly state: KeyState;
  /** Days since it was issued; negative where the clock of this machine is behind. */
  readonly age: number;
  /** Days until `due`; negative once it is over. */
  readonly left: number;
  /** Of a current key: `soon` in the last days (14 of 90), `over` after the last one. */
  readonly urgency: Urgency;
  readonly replaces: readonly string[];
  /** A later key of the same secret is alive as well. */
  readonly overlap?: Overlap;
  /** When it was disabled. */
  readonly disabledAt?: string;
}

export interface Overlap {
  /** Day on which the other key was issued. */
  readonly since: string;
  readonly days: number;
  readonly limit: number;
  readonly urgency: Urgency;
}

/** Whether a key still opens something. */
export function isAlive({ state }: Pick<Key, 'state'>): boolean {
  return state !== 'disabled';
}

/** Whether the ledger was written by a clock that is ahead of this machine's by more than a time zone. */
export function isFromTheFuture({ age }: Pick<Key, 'age'>): boolean {
  return age < -1;
}

/** A value of an env file that the ledger does not know. */
export interface NewValue {
  readonly name: string;
  readonly environment: string;
  /** From the top level. */
  readonly file: string;
  /** Ids of the keys whose place it took. */
  readonly replaces: readonly string[];
}

/** A key that was replaced or disabled, found where it should not be any more. */
export interface Reappeared {
  readonly key: Key;
  /** `.env: API_KEY`, `src/a.ts:12`. */
  readonly where: string;
}

/** What `rotate status` tells. */
export interface RotationReport {
  /** Day, UTC. */
  readonly today: string;
  readonly keys: readonly Key[];
  readonly fresh: readonly NewValue[];
  readonly reappeared: readonly Reappeared[];
  readonly broken: readonly { readonly line: number; readonly why: string }[];
  /** What could not be read or compared. */
  readonly failures: readonly { readonly message: string; readonly path?: string }[];
}
