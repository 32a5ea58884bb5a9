import type { Secret } from '../../secret.ts';
import { holds } from '../env-lines.ts';
import type { Move, NameFor, NameHint, Wanted } from './model.ts';
import { proposeName, uniqueName } from './naming.ts';

/** One variable that an env file has already. */
interface Known {
  readonly name: string;
  readonly value: string;
}

/** Hands out names for the values of one env file, and keeps what has to be written into it. */
export interface Namer {
  readonly nameFor: NameFor;
  /** What the env file lacks, in the order in which it was asked for. */
  readonly pending: readonly Move[];
}

/**
 * @param known what the env file holds
 * @param isUsed whether a name means something else already: in the code, in a schema, in another env file
 */
export function makeNamer(known: readonly Known[], isUsed: (name: string) => boolean = () => false): Namer {
  const pending: Move[] = [];
  const nameFor = (secret: Secret, wanted: Wanted, hint: NameHint): string | undefined => {
    const fits = (name: string) => name.startsWith(hint.prefix ?? '');
    if (wanted.variable !== undefined && secret.equals(wanted.secret) && fits(wanted.variable)) return wanted.variable;
    const same = sameValue(secret, known, pending, fits);
    if (same !== undefined && (hint.fixed === undefined || hint.fixed === same.name)) return same.name;
    const name = proposeName(wanted, hint);
    const isTaken = (variant: string) =>
      known.some((k) => k.name === variant && k.value !== '') || pending.some((m) => m.name === variant);
    // A variable that the code asks for by name has the say already; its default was only ever second.
    if (hint.fixed !== undefined && known.some((k) => k.name === name && k.value !== '')) return name;
    if (hint.fixed !== undefined && isTaken(name)) return undefined;
    const free = hint.fixed !== undefined ? name : uniqueName(name, (variant) => isTaken(variant) || isUsed(variant));
    pending.push({ name: free, secret, about: aboutOf(wanted) });
    return free;
  };
  return { nameFor, pending };
}

/** What holds the value already, or will. */
function sameValue(
  secret: Secret,
  known: readonly Known[],
  pending: readonly Move[],
  fits: (name: string) => boolean,
): { readonly name: string } | undefined {
  return (
    known.find(({ name, value }) => value !== '' && fits(name) && holds(value, secret)) ??
    pending.find((move) => fits(move.name) && move.secret.equals(secret))
  );
}

function aboutOf({ provider, rule }: Wanted): string {
  return provider === '' || provider === 'Generic' ? rule : `${provider}, ${rule}`;
}
