import { isFromTheFuture, type Key, type RotationReport, type Urgency } from '../rotation-key.ts';
import { counted, printable, safeJson } from './text.ts';

/** `rotate status` for people: what needs doing first, one secret a line. */
export function rotationText(report: RotationReport, { quiet }: { readonly quiet: boolean }): string {
  const { keys, fresh, reappeared, broken, failures, today } = report;
  const alive = keys.filter(({ state }) => state !== 'disabled');
  const lines = [
    ...reappeared.map(({ key, where }) => row('OLD KEY', key, `${where} holds a key ${gone(key)}`)),
    ...alive.filter((k) => !(quiet && k.overlap?.urgency === 'ok')).flatMap(overlapRow),
    ...['over', 'soon', 'ok'].flatMap((urgency) =>
      alive.filter((k) => k.state === 'current' && k.urgency === urgency && !(quiet && urgency === 'ok')).map(dueRow),
    ),
    ...fresh.map((value) =>
      row('new', value, `in ${value.file}, not in the ledger: npx secretguard rotate status --record`),
    ),
    ...broken.map(({ line, why }) => `broken   line ${line} of the ledger is not counted: ${why}`),
    ...failures.map(({ message, path }) => `failed   ${path === undefined ? '' : `${path}: `}${message}`),
    ...(keys.some(isFromTheFuture)
      ? [`clock    keys of the ledger were issued after today (${today}): is this clock behind?`]
      : []),
  ];
  const secrets = new Set(alive.map((k) => `${k.name}\0${k.environment}`)).size;
  const end = `secretguard: ${counted(secrets, 'secret')} in the ledger, ${alive.filter((k) => k.urgency === 'over').length} overdue, ${fresh.length} new (${today})`;
  return `${[...lines, ...(quiet ? [] : [end])].map((line) => `${printable(line)}\n`).join('')}`;
}

/** `rotate status` for programs. */
export function rotationJson({ today, keys, fresh, reappeared, broken, failures }: RotationReport): string {
  const about = ({ name, environment, id }: Key) => ({ name, environment, id });
  return `${safeJson(
    {
      schemaVersion: 1,
      today,
      keys: keys.map(({ fingerprint: _, ...key }) => key),
      new: fresh,
      reappeared: reappeared.map(({ key, where }) => ({ ...about(key), where })),
      broken,
      failures,
    },
    2,
  )}\n`;
}

/** New values that a hook names; of more only the number. */
const MAX_NAMED = 3;

/** The same in words, for the hook: nothing where all is well. */
export function rotationNotice(report: RotationReport): string {
  const { fresh } = report;
  const isMany = fresh.length > MAX_NAMED;
  const text = rotationText({ ...report, fresh: isMany ? [] : fresh, failures: [] }, { quiet: true });
  return isMany
    ? `${text}new      ${counted(fresh.length, 'value')} of env files: npx secretguard rotate status\n`
    : text;
}

/** Whether anything is as urgent as asked for. */
export function isUrgent({ keys, reappeared }: RotationReport, from: 'soon' | 'overdue'): boolean {
  const counts = (urgency: Urgency | undefined) => urgency === 'over' || (from === 'soon' && urgency === 'soon');
  return (
    reappeared.some(({ key }) => key.state === 'disabled' || from === 'soon') ||
    keys.some((key) => counts(key.urgency) || counts(key.overlap?.urgency))
  );
}

function overlapRow(key: Key): string[] {
  if (key.overlap === undefined) return [];
  const { since, days, limit, urgency } = key.overlap;
  const next = key.state === 'previous' ? 'disable' : 'switch';
  const how = urgency === 'over' ? `longer than ${counted(limit, 'day')}` : `${counted(days, 'day')} of ${limit}`;
  const what = `two keys are alive since ${since}, ${how}: npx secretguard rotate ${next} ${key.name} --env ${key.environment}`;
  return [row(urgency === 'over' ? 'TWO KEYS' : urgency === 'soon' ? 'two keys' : 'rotating', key, what)];
}

function dueRow(key: Key): string {
  const { name, environment, due, left, age, owner, provider } = key;
  const about = [provider, owner].filter((text) => text !== undefined).join(', ');
  const start = `npx secretguard rotate start ${name} --env ${environment}`;
  const tail = about === '' ? '' : ` (${about})`;
  if (left < 0) return row('OVERDUE', key, `${counted(age, 'day')} old, was due on ${due}${tail}: ${start}`);
  const when = left === 0 ? 'due today' : `due in ${counted(left, 'day')}, on ${due}`;
  return key.urgency === 'soon' ? row('soon', key, `${when}${tail}: ${start}`) : row('ok', key, `${when}${tail}`);
}

function gone({ state, disabledAt, issued, name, environment }: Key): string {
  const of = `of ${name} (${environment})`;
  return state === 'disabled'
    ? `${of} that was disabled on ${(disabledAt ?? '').slice(0, 10)}`
    : `${of} that was replaced; it was issued on ${issued}`;
}

function row(word: string, { name, environment }: Pick<Key, 'name' | 'environment'>, what: string): string {
  return `${word.padEnd(8)} ${name} (${environment}): ${what}`;
}
