import { addDays, daysBetween } from '../days.ts';
import type { Fact, Issued, KeyEvent } from '../rotation.ts';
import type { Key, KeyState, Overlap, Urgency } from '../rotation-key.ts';
import type { RotationPolicy } from '../rotation-settings.ts';

/** Of 90 days the last 14 are warned of; of a shorter time as large a part. */
const WARN_DAYS = 14;
const WARN_PART = 14 / 90;
/** Days before the end of an overlap from which it is warned of. */
const OVERLAP_WARN_DAYS = 2;

/**
 * What the facts of a ledger, in any order, mean on a day.
 *
 * @param policyOf what the settings say of a secret; the earlier of its end and of the ledger's counts
 * @param today UTC
 */
export function keysOf(
  facts: readonly Fact[],
  policyOf: (name: string, environment: string) => RotationPolicy,
  today: string,
): readonly Key[] {
  const lines = issuedOnce(facts);
  const events = facts.filter((f): f is KeyEvent => f.fact !== 'issued');
  const drafts = lines.map((line) => ({ line, last: lastEvents(line, events) }));
  const states = new Map(drafts.map(({ line, last }) => [line, stateOf(line, last, drafts)]));
  for (const line of doubled(lines, states)) states.set(line, 'previous');
  return drafts
    .map(({ line, last }) => describe(line, states, last.disabled, policyOf(line.name, line.environment), today))
    .sort((a, b) => compare(orderOf(a), orderOf(b)));
}

interface LastEvents {
  readonly moved?: KeyEvent;
  readonly disabled?: string;
}

interface Draft {
  readonly line: Issued;
  readonly last: LastEvents;
}

/** Two branches may have noticed the same key: the earlier day counts. */
function issuedOnce(facts: readonly Fact[]): readonly Issued[] {
  const found = new Map<string, Issued>();
  for (const line of facts) {
    if (line.fact !== 'issued') continue;
    const known = found.get(keyOf(line));
    if (known === undefined || line.issued < known.issued) found.set(keyOf(line), line);
  }
  return [...found.values()];
}

/** The later of two moves counts; of two at the same second the way back, which is the safer one to repeat. */
function lastEvents(line: Issued, events: readonly KeyEvent[]): LastEvents {
  let moved: KeyEvent | undefined;
  let disabled: string | undefined;
  for (const event of events) {
    if (keyOf(event) !== keyOf(line)) continue;
    if (event.fact === 'disabled') disabled = disabled === undefined || event.at < disabled ? event.at : disabled;
    else if (moved === undefined || event.at > moved.at || (event.at === moved.at && event.fact === 'back'))
      moved = event;
  }
  return { ...(moved === undefined ? {} : { moved }), ...(disabled === undefined ? {} : { disabled }) };
}

function stateOf(line: Issued, last: LastEvents, all: readonly Draft[]): KeyState {
  if (last.disabled !== undefined) return 'disabled';
  if (!isInUse(line, last)) return 'next';
  const isReplaced = all.some(
    (other) => isOfSame(other.line, line) && replaces(other.line, line) && isInUse(other.line, other.last),
  );
  return isReplaced ? 'previous' : 'current';
}

function isInUse(line: Issued, { moved }: LastEvents): boolean {
  return moved === undefined ? line.pending !== true : moved.fact === 'switched';
}

/** Two branches rotated the same key: of both new ones the earlier has to go. */
function doubled(lines: readonly Issued[], states: ReadonlyMap<Issued, KeyState>): readonly Issued[] {
  const current = lines.filter((line) => states.get(line) === 'current');
  return current.filter((line) => current.some((other) => isOfSame(line, other) && isSibling(line, other)));
}

function isSibling(line: Issued, other: Issued): boolean {
  const shared = (line.replaces ?? []).some((one) => other.replaces?.includes(one) === true);
  return shared && (line.issued < other.issued || (line.issued === other.issued && line.id < other.id));
}

function describe(
  line: Issued,
  states: ReadonlyMap<Issued, KeyState>,
  disabledAt: string | undefined,
  policy: RotationPolicy,
  today: string,
): Key {
  const latest = addDays(line.issued, policy.days);
  const due = daysBetween(latest, line.due) > 0 ? latest : line.due;
  const left = daysBetween(today, due);
  const state = states.get(line) ?? 'current';
  const overlap = state === 'disabled' || state === 'next' ? undefined : overlapOf(line, states, policy, today);
  const period = daysBetween(line.issued, due);
  return {
    name: line.name,
    environment: line.environment,
    id: line.id,
    ...(line.owner === undefined ? {} : { owner: line.owner }),
    ...(line.provider === undefined ? {} : { provider: line.provider }),
    ...(line.fingerprint === undefined ? {} : { fingerprint: line.fingerprint }),
    issued: line.issued,
    due,
    state,
    age: daysBetween(line.issued, today),
    left,
    urgency: state === 'current' ? urgencyOf(left, Math.max(1, Math.min(WARN_DAYS, period * WARN_PART))) : 'ok',
    replaces: line.replaces ?? [],
    ...(overlap === undefined ? {} : { overlap }),
    ...(disabledAt === undefined ? {} : { disabledAt }),
  };
}

function overlapOf(
  line: Issued,
  states: ReadonlyMap<Issued, KeyState>,
  { overlapDays: limit }: RotationPolicy,
  today: string,
): Overlap | undefined {
  const later = [...states]
    .filter(([other, state]) => state !== 'disabled' && isOfSame(other, line))
    .filter(([other]) => replaces(other, line) || isSibling(line, other))
    .map(([other]) => other.issued)
    .sort()[0];
  if (later === undefined) return undefined;
  const days = Math.max(0, daysBetween(later, today));
  return { since: later, days, limit, urgency: urgencyOf(limit - days, Math.min(limit, OVERLAP_WARN_DAYS)) };
}

/** @param warn days before the end from which it is `soon` */
function urgencyOf(left: number, warn: number): Urgency {
  if (left < 0) return 'over';
  return left <= warn ? 'soon' : 'ok';
}

function replaces(line: Issued, older: Issued): boolean {
  return line.replaces?.includes(older.id) === true;
}

function isOfSame(a: Issued, b: Issued): boolean {
  return a !== b && a.name === b.name && a.environment === b.environment;
}

function keyOf({ name, environment, id }: Pick<Issued, 'name' | 'environment' | 'id'>): string {
  return `${name}\0${environment}\0${id}`;
}

/** Of one day the key that takes another's place comes later. */
function orderOf({ name, environment, issued, replaces, id }: Key): string {
  return [name, environment, issued, replaces.length > 0 ? 1 : 0, id].join('\0');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
