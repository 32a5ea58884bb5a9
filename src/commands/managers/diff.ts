import type { Held, Manager } from '../../lifecycle/managers/manager.ts';
import type { Failure } from '../../result.ts';
import type { Secret } from '../../secret.ts';

/** How one name stands in the env file and in the manager. */
export interface Row {
  readonly name: string;
  /** `here`: the manager has none; `there`: the file has none; `unknown`: the manager could not say. */
  readonly state: 'same' | 'differs' | 'here' | 'there' | 'unknown';
  readonly id: string;
  readonly local?: Secret;
  readonly held?: Held;
  readonly error?: Failure;
}

/** Calls that are open at the same time: managers throttle. */
const AT_ONCE = 4;

/** Compares by value, in memory; what is said of it are names. Rows are in the order of their names. */
export async function compareWith(
  manager: Manager,
  local: ReadonlyMap<string, Secret>,
  names: Iterable<string>,
): Promise<Row[]> {
  const waiting = [...new Set([...local.keys(), ...names])].sort();
  const rows: Row[] = [];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      rows.push(await rowOf(manager, name, local.get(name)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function rowOf(manager: Manager, name: string, local: Secret | undefined): Promise<Row> {
  const id = manager.idOf(name);
  const mine = local === undefined ? {} : { local };
  const answer = await manager.read(name);
  if (!answer.ok) return { name, id, state: 'unknown', error: answer.error, ...mine };
  if (answer.value === undefined) return { name, id, state: 'here', ...mine };
  const held = answer.value;
  if (local === undefined) return { name, id, state: 'there', held };
  return { name, id, state: held.value.equals(local) ? 'same' : 'differs', held, ...mine };
}

/** Names that a manager could not tell apart (`A_B` and `A-B` in a Key Vault), as sentences. */
export function clashes(manager: Manager, names: Iterable<string>): string[] {
  const seen = new Map<string, string>();
  return [...names].flatMap((name) => {
    const id = manager.idOf(name).toLowerCase();
    const other = seen.get(id);
    seen.set(id, name);
    return other === undefined ? [] : [`${other} and ${name} would be the same secret there`];
  });
}

const SIGNS = { same: '=', differs: '~', here: '+', there: '-', unknown: '?' } as const;

/** One line a name, without values: `~ DATABASE_URL  shop/production/DATABASE_URL  changed`. */
export function rowLines(
  rows: readonly Row[],
  words: Readonly<Record<Exclude<Row['state'], 'unknown'>, string>>,
): string {
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  return rows
    .map(({ name, id, state, error }) => {
      const what = state === 'unknown' ? `not known: ${error?.message ?? ''}` : words[state];
      return `  ${SIGNS[state]} ${name.padEnd(width)}  ${what}  ${id}\n`;
    })
    .join('');
}
