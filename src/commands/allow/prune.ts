import { dayOf } from '../../days.ts';
import { ALLOWLIST_FILE, type AllowEntry, parseAllowlist, withoutLines } from '../../decide/allowlist.ts';
import { fingerprintsWith, isPrefixOf } from '../../decide/fingerprints.ts';
import type { Outcome } from '../../model.ts';
import { printable } from '../../report/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import { DEFAULT_SALT } from '../../secret.ts';
import { runCheck } from '../check.ts';
import type { ExitCode, World } from '../command.ts';
import { refuse } from '../repository.ts';
import { scanHistory } from '../scan/history.ts';
import { scanTree } from '../scan/tree.ts';
import { change, type HowToChange } from './change.ts';
import type { AllowFile } from './file.ts';

interface Given extends HowToChange {
  readonly positionals: readonly string[];
  readonly config?: string | undefined;
}

/** Takes out the entries named; without ids what has expired, is broken, or allows nothing any more. */
export async function prune(file: AllowFile, given: Given, world: World): Promise<ExitCode> {
  const { entries, broken } = parseAllowlist(file.text);
  const ids = given.positionals;
  const unknown = ids.find((id) => !entries.some(({ fingerprint }) => isPrefixOf(id, fingerprint)));
  if (unknown !== undefined) {
    return refuse(fail('bad-arguments', `nothing in ${ALLOWLIST_FILE} begins with ${printable(unknown)}`), world);
  }
  if (ids.length > 0) {
    const named = entries.filter(({ fingerprint }) => ids.some((id) => isPrefixOf(id, fingerprint)));
    return change(file, withoutLines(file.text, linesOf(named)), given, world);
  }
  const today = dayOf(world.now());
  const expired = entries.filter(({ until }) => until !== undefined && until < today);
  const current = entries.filter((entry) => !expired.includes(entry));
  const unused = await unusedOf(current, file, given.config, world);
  if (!unused.ok)
    world.err(`secretguard: which entries are unused could not be told (${unused.error.message}); they stay\n`);
  const lines = linesOf([...expired, ...broken, ...(unused.ok ? unused.value : [])]);
  const code = await cut(file, lines, given, world);
  return unused.ok ? code : 2;
}

async function cut(file: AllowFile, lines: ReadonlySet<number>, given: Given, world: World): Promise<ExitCode> {
  if (lines.size > 0) return change(file, withoutLines(file.text, lines), given, world);
  world.err(`secretguard: nothing in ${ALLOWLIST_FILE} has expired, is broken or unused\n`);
  return 0;
}

function linesOf(entries: readonly { readonly line: number }[]): ReadonlySet<number> {
  return new Set(entries.map(({ line }) => line));
}

/** What comes and goes with what is staged, or with this machine's env files: an entry for it is never called unused. */
const NEVER_UNUSED = new Set(['gitignore', 'tracked-env', 'staged-env', 'known-value']);

/**
 * Entries whose value is found nowhere: not in what is staged, not in the tree, not in the history. Paths that the settings leave
 * out are looked at as well, since hooks ask for an entry there.
 *
 * @returns a failure where something could not be looked at
 */
async function unusedOf(
  entries: readonly AllowEntry[],
  { top, text }: AllowFile,
  config: string | undefined,
  world: World,
): Promise<Result<readonly AllowEntry[]>> {
  const asked = entries.filter(({ rule }) => !NEVER_UNUSED.has(rule ?? ''));
  if (asked.length === 0) return ok([]);
  const here = { ...world, cwd: top };
  const given = { config, positionals: [], quiet: true };
  const runs = [
    () => runCheck({ config }, world),
    () => scanTree(given, { threads: 1 }, here),
    () => scanTree({ ...given, 'no-config': true }, { threads: 1 }, here),
    () => scanHistory(given, { threads: 1 }, here),
    () => scanHistory({ ...given, 'no-config': true }, { threads: 1 }, here),
  ];
  const found = new Set<string>();
  const salt = parseAllowlist(text).salt ?? DEFAULT_SALT;
  for (const run of runs) {
    const done = await run();
    if (!done.ok) return done;
    const { outcome } = done.value;
    if (outcome.failures.length > 0) return fail('unreadable', 'not everything could be read: see secretguard scan');
    for (const fingerprint of fingerprintsIn(outcome, asked, salt)) found.add(fingerprint);
  }
  return ok(asked.filter(({ fingerprint }) => !found.has(fingerprint)));
}

/** Only under rules that an entry names: a fingerprint can cost a scrypt. */
function fingerprintsIn({ verdicts }: Outcome, entries: readonly AllowEntry[], salt: string): readonly string[] {
  const rules = new Set(entries.map(({ rule }) => rule));
  const fingerprintOf = fingerprintsWith(salt);
  return verdicts
    .filter(({ finding }) => rules.has(undefined) || rules.has(finding.rule))
    .map(({ finding }) => fingerprintOf(finding));
}
