import type { ExitCode, World } from '../command.ts';
import type { Progress } from './steps.ts';

export interface Dialogue {
  /** Given on the command line. */
  readonly yes: boolean;
  readonly world: World;
}

/** Whether to go on: `--yes`, or a person who says so on the terminal. */
export async function consent({ yes, world }: Dialogue, verb: string, question = 'Change this?'): Promise<boolean> {
  if (yes) return true;
  if (!world.isTty) {
    world.err(`secretguard ${verb}: nothing was changed; there is no terminal to ask on, so add --yes\n`);
    return false;
  }
  const answer = await world.ask(`${question} [y/N] `);
  if (/^\s*y(?:es)?\s*$/i.test(answer)) return true;
  world.err(`secretguard ${verb}: nothing was changed\n`);
  return false;
}

/** Says what was done; a code where it stopped half-way. */
export function tellProgress(progress: Progress, verb: string, world: World): ExitCode | undefined {
  for (const line of progress.done) world.out(`  done: ${line}\n`);
  if (progress.problem === undefined) return undefined;
  world.err(`secretguard ${verb}: stopped: ${progress.problem}\n`);
  for (const line of progress.notDone) world.err(`  not done: ${line}\n`);
  world.err(`Once that is settled, run it again: secretguard ${verb}\n`);
  return 1;
}
