import type { Result } from '../../result.ts';
import { nextSlot, previousSlot } from '../../rotation.ts';
import type { Secret } from '../../secret.ts';

/** Whether a place holds a value; `unknown`: it gives no value back and nothing to compare with (CI secrets). */
export type Held = 'same' | 'other' | 'absent' | 'unknown';

/** What becomes of one name; `secret` undefined: it is taken out. */
export interface PlaceEdit {
  readonly name: string;
  readonly secret: Secret | undefined;
}

/** Where a named secret of one environment lies: an env file, a secret manager, the secrets of a CI. */
export interface Place {
  readonly kind: 'env-file' | 'manager' | 'ci';
  /** For people: `.env.production`, `aws:shop/production`, `github:acme/shop`. Stable, printable, no secret in it. */
  readonly id: string;
  readonly environment: string;
  /**
   * Whether it can be read back and keeps NAME_NEXT and NAME_PREVIOUS beside NAME, so that servers accept both keys. The new
   * key waits in such a place between `start` and `switch`, and the old one between `switch` and `disable`.
   */
  readonly keepsBoth: boolean;
  names(): Promise<Result<readonly string[]>>;
  /** @returns undefined where there is no such name; absent method: values are never given back */
  read?(name: string): Promise<Result<Secret | undefined>>;
  compare(name: string, secret: Secret): Promise<Result<Held>>;
  /**
   * Carries out all edits or none, where the place can; names that it does not hold are made. Doing it twice is the same as
   * once. A failure names what was written and what not, and never a value.
   */
  change(edits: readonly PlaceEdit[]): Promise<Result<undefined>>;
}

/** What a place that keeps both holds of one secret. */
export interface Slots {
  readonly current: Secret | undefined;
  readonly next: Secret | undefined;
  readonly previous: Secret | undefined;
}

/** @returns failures of the place; all undefined for a place that gives nothing back */
export async function readSlots(place: Place, name: string): Promise<Result<Slots>> {
  const found: (Secret | undefined)[] = [];
  for (const slot of [name, nextSlot(name), previousSlot(name)]) {
    const read = await place.read?.(slot);
    if (read?.ok === false) return read;
    found.push(read?.value);
  }
  const [current, next, previous] = found;
  return { ok: true, value: { current, next, previous } };
}

/** Edits of a place that keeps both: the new key waits beside the current one. */
export function toWait(name: string, slots: Slots, fresh: Secret): readonly PlaceEdit[] {
  const waits = slots.next?.equals(fresh) === true || slots.current?.equals(fresh) === true;
  return waits ? [] : [{ name: nextSlot(name), secret: fresh }];
}

/** Edits that put the new key to use; the old one stays beside it. Nothing where that is done. */
export function toSwitch(name: string, slots: Slots, fresh: Secret): readonly PlaceEdit[] {
  const left = slots.next === undefined ? [] : [{ name: nextSlot(name), secret: undefined }];
  if (slots.current?.equals(fresh) === true) return left;
  return [{ name, secret: fresh }, { name: previousSlot(name), secret: slots.current }, ...left];
}

/** Edits that take a switch back, also one that stopped half-way. */
export function toSwitchBack(name: string, slots: Slots, old: Secret): readonly PlaceEdit[] {
  const left = slots.previous === undefined ? [] : [{ name: previousSlot(name), secret: undefined }];
  if (slots.current?.equals(old) === true) return left;
  return [{ name, secret: old }, { name: nextSlot(name), secret: slots.next ?? slots.current }, ...left];
}
