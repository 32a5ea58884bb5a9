import { shortFingerprint } from '../decide/fingerprints.ts';
import { printable } from '../report/text.ts';
import { ok, type Result } from '../result.ts';
import type { Candidate, Wish } from './allow-entries.ts';
import type { World } from './command.ts';

/** Terms given on the command line, which need not be asked for. */
interface Given {
  readonly reason?: string | undefined;
  readonly until?: string | undefined;
  readonly path?: string | undefined;
}

/** Goes through what was found, one question each; without a terminal it only lists. */
export async function review(
  found: readonly Candidate[],
  given: Given,
  world: World,
): Promise<Result<readonly Wish[]>> {
  if (found.length === 0) {
    world.err('secretguard: the check finds nothing that is not allowed\n');
    return ok([]);
  }
  if (!world.isTty) {
    for (const { fingerprint, what } of found) world.out(`${shortFingerprint(fingerprint)}  ${what}\n`);
    world.err('secretguard: name those that are harmless: secretguard allow ID --reason "…" --yes\n');
    return ok([]);
  }
  const wishes: Wish[] = [];
  for (const [i, candidate] of found.entries()) {
    world.out(`\n${i + 1} of ${found.length}: ${candidate.what}\n  ${printable(candidate.why)}\n`);
    const answer = (await world.ask('Is it harmless? [y]es, allow it; [n]o (default); [q]uit: ')).trim().toLowerCase();
    if (answer === 'q' || answer === 'quit') break;
    if (answer !== 'y' && answer !== 'yes') continue;
    const reason = given.reason ?? (await world.ask('Why? ')).trim();
    if (reason === '') world.err('secretguard: without a reason it is not allowed\n');
    else wishes.push({ candidate, fingerprint: candidate.fingerprint, reason, until: given.until, path: given.path });
  }
  return ok(wishes);
}
