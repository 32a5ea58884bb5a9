import { privateFolder } from '../../git/private-folder.ts';
import { readingEnv, runGit } from '../../git/run-git.ts';
import { type Journal, readJournal } from '../../lifecycle/fix/journal.ts';
import { type Disk, plainDisk, type Site } from '../../lifecycle/fix/transaction.ts';
import { againstUndo, type Ended, endFix, undoFix } from '../../lifecycle/fix/undo.ts';
import { machineKey } from '../../lifecycle/rotation/private-folder.ts';
import { printable } from '../../report/text.ts';
import { ok, type Result } from '../../result.ts';
import { parseEnv } from '../../sources/env-file.ts';
import { fromBinary } from '../../unicode.ts';
import { consent } from '../changes/dialogue.ts';
import type { ExitCode, World } from '../command.ts';
import { refuse } from '../repository.ts';
import { stillStaged } from './apply.ts';

interface SiteOptions {
  readonly mayWrite?: boolean;
  /** What writes instead of the disk. */
  readonly diskOf?: ((disk: Disk) => Disk) | undefined;
}

export function siteOf(top: string, world: World, { mayWrite = true, diskOf }: SiteOptions = {}): Result<Site> {
  const git = { cwd: top, env: readingEnv(world.env) };
  const folder = privateFolder(git);
  if (!folder.ok) return folder;
  const key = machineKey(folder.value, mayWrite);
  if (!key.ok) return key;
  const changeIndex = (args: readonly string[]) => {
    const done = runGit(args, git);
    return done.ok ? undefined : done.error.message;
  };
  const readEnv = (text: string) => parseEnv(fromBinary(text));
  const disk = plainDisk(folder.value, changeIndex);
  return ok({ top, folder: folder.value, key: key.value, disk: diskOf?.(disk) ?? disk, readEnv });
}

/** Ends what a killed run left; a code where nothing else must happen now. */
export function settle(site: Site, isDryRun: boolean, world: World): ExitCode | undefined {
  const journal = readJournal(site.folder);
  if (!journal.ok) return refuse(journal, world);
  if (journal.value === undefined || journal.value.state === 'done') return undefined;
  if (isDryRun) {
    world.err('secretguard fix: an earlier run was stopped half-way; run it without --dry-run, which ends it first\n');
    return 1;
  }
  const ended = endFix(site, journal.value);
  if (!ended.ok) return refuse(ended, world);
  world.out(`An earlier run was stopped half-way; now the project is ${ended.value.is}.\n`);
  return tellLeft(ended.value, world) ? 1 : undefined;
}

/** `--undo`: gives back the bytes that were there before the last fix. */
export async function undo(site: Site, given: { yes: boolean; isDryRun: boolean }, world: World): Promise<ExitCode> {
  const journal = readJournal(site.folder);
  if (!journal.ok) return refuse(journal, world);
  if (journal.value === undefined) {
    world.out('Nothing to undo.\n');
    return 0;
  }
  const against = againstUndo(site, journal.value);
  if (against.length > 0) {
    for (const why of against) world.err(`secretguard fix: ${printable(why)}\n`);
    world.err('secretguard fix: nothing was changed\n');
    return 1;
  }
  tellUndo(journal.value, world);
  if (given.isDryRun) return 0;
  if (!(await consent({ yes: given.yes, world }, 'fix'))) return 1;
  const git = { cwd: site.top, env: readingEnv(world.env) };
  const done = undoFix(site, journal.value, stillStaged(journal.value.staged, git));
  if (!done.ok) return refuse(done, world);
  const isLeft = tellLeft(done.value, world);
  world.out('Undone. The values stand in the code again.\n');
  return isLeft ? 1 : 0;
}

function tellUndo({ files }: Journal, world: World): void {
  for (const { path, before, isEnv } of files) {
    const what = before === null ? 'taken away' : isEnv ? 'without the values that fix added' : 'as it was before fix';
    world.out(`${printable(path)}: ${what}\n`);
  }
}

function tellLeft({ left }: Ended, world: World): boolean {
  for (const line of left) world.out(`To do: ${printable(line)}\n`);
  return left.length > 0;
}
