import { privateFolder } from '../../git/private-folder.ts';
import { readingEnv } from '../../git/run-git.ts';
import { takeLock } from '../../lifecycle/rotation/lock.ts';
import type { ExitCode, World } from '../command.ts';
import { refuse, topLevel } from '../repository.ts';

/** Does something that changes the ledger, while no other process of this clone does. */
export async function alone(world: World, work: () => Promise<ExitCode>): Promise<ExitCode> {
  const top = topLevel(world);
  if (!top.ok) return refuse(top, world);
  const folder = privateFolder({ cwd: top.value, env: readingEnv(world.env) });
  if (!folder.ok) return refuse(folder, world);
  const lock = takeLock(folder.value);
  if (!lock.ok) return refuse(lock, world);
  try {
    return await work();
  } finally {
    lock.value();
  }
}
