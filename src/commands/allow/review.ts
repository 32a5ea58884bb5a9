import { addDays, dayOf, isDay } from '../../days.ts';
import { shortFingerprint } from '../../decide/fingerprints.ts';
import { printable } from '../../report/text.ts';
import { ok, type Result } from '../../result.ts';
import type { World } from '../command.ts';
import type { Candidate, Wish } from './entries.ts';

/** Terms given on the command line, which need not be asked for. */
interface Given {
  readonly reason?: string | undefined;
  readonly until?: string | undefined;
  readonly path?: string | undefined;
}

/** What a person decided on one finding; undefined: skipped. */
type Decision = Wish | undefined;

/** An end that is offered: long enough for what takes a quarter to rotate. */
const DAYS = 90;

const HELP = `  a  allow it: asks for a reason, and until when
  s  skip it (n, Enter): it goes on blocking
  b  back to the one before, to decide anew
  q  end here; what was allowed so far is shown and written if you say so
  ^C end here and forget it all
`;

/**
 * Goes through what was found, one key a decision; without a terminal it only lists.
 *
 * @param context lines around a candidate, nothing secret in them
 */
export async function review(
  found: readonly Candidate[],
  given: Given,
  world: World,
  context: (candidate: Candidate) => Promise<readonly string[]>,
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
  const decisions: Decision[] = [];
  while (decisions.length < found.length) {
    const candidate = found[decisions.length]!;
    world.out(shown(candidate, decisions.length + 1, found.length, await context(candidate)));
    const key = await decisionKey(world);
    if (key === '^C') return ok([]);
    if (key === 'q') break;
    if (key === 'b') decisions.pop();
    else decisions.push(key === 'a' ? await allowed(candidate, given, world) : undefined);
  }
  return ok(decisions.filter((decision) => decision !== undefined));
}

function shown(candidate: Candidate, at: number, of: number, context: readonly string[]): string {
  const lines = context.map((line) => `  ${line}\n`);
  return `\n${at} of ${of}: ${candidate.what}\n  ${printable(candidate.why)}\n${lines.join('')}`;
}

/** Asks until it gets one that it knows; each is told back as a word. */
async function decisionKey(world: World): Promise<'a' | 's' | 'b' | 'q' | '^C'> {
  for (;;) {
    world.err('[a]llow  [s]kip  [b]ack  [q]uit  [?] help: ');
    const typed = world.key === undefined ? (await world.ask('')).slice(0, 1) : await world.key();
    const tell = (word: string) => void (world.key !== undefined && world.err(`${word}\n`));
    switch (typed.toLowerCase()) {
      case 'a':
      case 'y':
        tell('allow');
        return 'a';
      case 's':
      case 'n':
      case '':
      case '\r':
      case '\n':
        tell('skip');
        return 's';
      case 'b':
        tell('back');
        return 'b';
      case 'q':
      case '\x04':
        tell('quit');
        return 'q';
      case '\x03':
        tell('^C');
        return '^C';
      default:
        world.err(`\n${HELP}`);
    }
  }
}

async function allowed(candidate: Candidate, given: Given, world: World): Promise<Decision> {
  const reason = given.reason ?? (await world.ask('Why is it harmless? ')).trim();
  if (reason === '') {
    world.err('secretguard: without a reason it is not allowed\n');
    return undefined;
  }
  const until = given.until ?? (await askEnd(world));
  return { candidate, fingerprint: candidate.fingerprint, reason, until, path: given.path };
}

/** @returns the last day; undefined: for ever */
async function askEnd(world: World): Promise<string | undefined> {
  const offered = addDays(dayOf(world.now()), DAYS);
  for (;;) {
    const answer = (await world.ask(`Until when? [${offered}; another day; never] `)).trim().toLowerCase();
    if (answer === '') return offered;
    if (answer === 'never') return undefined;
    if (isDay(answer) && answer >= dayOf(world.now())) return answer;
    world.err(`secretguard: a day that is still to come, such as ${offered}, or never\n`);
  }
}
