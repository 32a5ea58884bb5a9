import { relative, resolve } from 'node:path';
import type { Scope } from '../../model.ts';
import type { World } from '../command.ts';
import type { ScanArgs } from './args.ts';
import type { ScanChoice } from './options.ts';
import type { ScanPolicy } from './policy.ts';

/**
 * What a report says of a scan of one part: which it is, and of which run. Nothing in it depends on the machine or the folder, nor
 * on values of local env files, which a hash could be asked for.
 *
 * @param commits what was looked at, as object ids, where that is settled
 */
export function partOf(
  { shard }: ScanChoice,
  given: ScanArgs,
  policy: ScanPolicy,
  { cwd }: Pick<World, 'cwd'>,
  commits: string | undefined,
): Pick<Scope, 'shard'> {
  if (shard === undefined) return {};
  const { settings, allowlist, baseline, loosened } = policy;
  const options = [
    [...(given.rule ?? [])].sort(),
    given['no-ignore'] === true,
    given.history === true ? [] : given.positionals.map((path) => relative(cwd, resolve(cwd, path))),
  ];
  const known = [...(baseline?.known ?? [])].map(([rule, prints]) => [rule, [...prints]]);
  const facts = JSON.stringify([settings, allowlist, known, loosened, options], (_, value) =>
    value instanceof RegExp ? String(value) : value,
  );
  const { createHash } = process.getBuiltinModule('node:crypto'); // 2 ms that few need to pay
  const hash = createHash('sha256').update(facts).digest('hex').slice(0, 16);
  const run = { policy: hash, ...(commits === undefined ? {} : { commits }) };
  return { shard: { index: shard.index + 1, count: shard.count, run } };
}
