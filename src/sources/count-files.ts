import { closeSync, openSync, promises, readSync } from 'node:fs';
import { join } from 'node:path';
import { type GitOptions, runGit } from '../git/run-git.ts';
import type { Ignores } from './worktree.ts';

/** How many files git tracks, as its index says in its first bytes; undefined where there is none. */
export function countTracked(git: GitOptions): number | undefined {
  const answer = runGit(['rev-parse', '--path-format=absolute', '--git-path', 'index'], { ...git, accept: [128] });
  if (!answer.ok || answer.value.status !== 0) return undefined;
  const head = Buffer.alloc(12);
  try {
    const file = openSync(answer.value.stdout.toString('utf8').replace(/\r?\n$/, ''), 'r');
    try {
      readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined; // nothing was added yet
  }
  // gitformat-index: "DIRC", version, number of entries
  return head.toString('latin1', 0, 4) === 'DIRC' ? head.readUInt32BE(8) : undefined;
}

/** Folders that are listed at a time: the scan gives other work a turn only now and then. */
const AT_ONCE = 500;

/** About how many files there are below a folder; what cannot be listed is left out. @param goesOn asked now and then */
export async function countFiles(dir: string, ignores: Ignores, goesOn: () => boolean): Promise<number> {
  let count = 0;
  const waiting = [''];
  const list = async (folder: string) => {
    for (const entry of await promises.readdir(join(dir, folder), { withFileTypes: true }).catch(() => [])) {
      const path = `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`;
      if (entry.name === '.git' || ignores(path)) continue;
      if (entry.isDirectory()) waiting.push(path);
      else count++;
    }
  };
  while (waiting.length > 0 && goesOn()) await Promise.all(waiting.splice(0, AT_ONCE).map(list));
  return count;
}
