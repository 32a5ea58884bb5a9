import { dirname, join } from 'node:path';
import { entriesOf, sizeOf } from './glance.ts';
import { asksOtherwise } from './is-long.ts';

/** Bytes of the indexes of packs from which on a first run is long: some thousands of objects. */
const LONG = 100_000;

/** Whether it will take long to search a history of which nothing is known from an earlier run. @param objects folder of its objects */
export function isLongHistory(objects: string): boolean {
  const packs = join(objects, 'pack');
  const indexes = entriesOf(packs).filter(({ name }) => name.endsWith('.idx'));
  return indexes.reduce((bytes, { name }) => bytes + sizeOf(join(packs, name)), 0) > LONG;
}

/** Whether arguments that nobody has understood yet ask for a long history in which nothing was searched before. */
export function asksForLongHistory(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv): boolean {
  const behind = argv.indexOf('--history') + 1;
  const isRange = argv[behind]?.startsWith('-') === false;
  if (behind === 0 || isRange || env['GIT_DIR'] !== undefined || asksOtherwise(argv)) return false;
  for (let at = cwd; ; at = dirname(at)) {
    const inside = entriesOf(join(at, '.git'));
    if (inside.length > 0)
      return isLongHistory(join(at, '.git/objects')) && entriesOf(join(at, '.git/secretguard/history')).length === 0;
    if (dirname(at) === at) return false;
  }
}
