// Runs `fix` or `fix --undo` and is killed at one of its writes: FOLDER POINT torn|clean [--undo]. Exit 0 where it got through.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFix } from '../../src/commands/fix.ts';
import type { Disk } from '../../src/lifecycle/fix/transaction.ts';

const [folder = '', point = '', how = '', undo] = process.argv.slice(2);

/** Stops the process before write number `at`; torn: with half of what was to be written in the draft. */
function mortal(disk: Disk, at: number, isTorn: boolean): Disk {
  let writes = 0;
  const die = (bytes?: Uint8Array) => {
    if (writes++ !== at) return;
    if (isTorn && bytes !== undefined)
      writeFileSync(join(folder, '.git/secretguard', `draft-${process.pid}`), bytes.subarray(0, bytes.length / 2), {
        mode: 0o600,
      });
    process.kill(process.pid, 'SIGKILL');
  };
  return {
    replace(target, bytes, mode) {
      die(bytes);
      return disk.replace(target, bytes, mode);
    },
    remove(target) {
      die();
      disk.remove(target);
    },
    git(args) {
      die();
      return disk.git(args);
    },
  };
}

const world = {
  cwd: folder,
  env: process.env,
  stdin: async () => Buffer.alloc(0),
  out: () => undefined,
  err: () => undefined,
  isTty: false,
  columns: 80,
  color: false,
  now: () => new Date(),
  ask: async () => '',
};
const given = { positionals: [], yes: true, ...(undo === undefined ? { staged: true } : { undo: true }) };
process.exitCode = await runFix(given, world, (disk) => mortal(disk, Number(point), how === 'torn'));
