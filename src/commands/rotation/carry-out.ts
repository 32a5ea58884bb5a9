import { printable } from '../../report/text.ts';
import { consent, tellProgress } from '../changes/dialogue.ts';
import { type Step, takeSteps } from '../changes/steps.ts';
import type { ExitCode, World } from '../command.ts';

/** What a step of a rotation changes. */
export interface Change {
  /** Lines that show it, without any value. Empty: there is nothing left to do. */
  readonly shown: readonly string[];
  readonly steps: readonly Step[];
  /** What is up to the person then. */
  readonly afterwards: readonly string[];
  /** What to type to go on after a failure: `rotate switch API_KEY`. */
  readonly verb: string;
}

interface Consent {
  readonly yes?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
}

/** Shows, asks, does, and says what is left; stops at the first step that fails. */
export async function carryOut(change: Change, given: Consent, world: World): Promise<ExitCode> {
  for (const line of change.shown) world.out(`${printable(line)}\n`);
  if (given['dry-run'] === true) {
    world.out(`Dry run: nothing was changed${change.shown.length === 0 ? ', and nothing has to be' : ''}.\n`);
    return 0;
  }
  if (change.shown.length > 0 && !(await consent({ yes: given.yes === true, world }, change.verb))) return 1;
  const stopped = tellProgress(await takeSteps(change.steps), change.verb, world);
  if (stopped !== undefined) return stopped;
  if (change.shown.length === 0) world.out('Nothing to do: it is done already.\n');
  for (const line of change.afterwards) world.out(`${printable(line)}\n`);
  return 0;
}
