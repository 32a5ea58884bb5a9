import { ALLOWLIST_FILE } from '../../decide/allowlist.ts';
import { printable } from '../../report/text.ts';
import { consent } from '../changes/dialogue.ts';
import type { ExitCode, World } from '../command.ts';
import { type AllowFile, saveAllowFile } from './file.ts';

/** What the command line says of a change. */
export interface HowToChange {
  readonly yes?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/** Shows the change, asks, writes and stages it. */
export async function change(file: AllowFile, next: string, given: HowToChange, world: World): Promise<ExitCode> {
  const [before, after] = [file.text, next].map((text) => text.split(/\r?\n/));
  const taken = before?.filter((line) => !after?.includes(line)) ?? [];
  const added = after?.filter((line) => !before?.includes(line)) ?? [];
  world.out(
    [...taken.map((line) => `- ${printable(line)}\n`), ...added.map((line) => `+ ${printable(line)}\n`)].join(''),
  );
  if (file.hasUnstaged)
    world.err(`secretguard: other changes of ${ALLOWLIST_FILE} that are not staged yet go with it\n`);
  if (given['dry-run'] === true) return 0;
  const dialogue = { yes: given.yes === true, world };
  if (!(await consent(dialogue, 'allow', `Write this to ${ALLOWLIST_FILE} and stage it?`))) return 1;
  const saved = await saveAllowFile(file, next, world.env);
  if (!saved.ok) {
    world.err(`secretguard: ${saved.error.message}\n`);
    return saved.error.kind === 'write-failed' ? 2 : 1;
  }
  if (given.quiet !== true) world.err(`secretguard: ${ALLOWLIST_FILE} is written and staged\n`);
  return 0;
}
