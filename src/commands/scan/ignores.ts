import { BUILT_IN_IGNORES } from '../../../config/defaults.ts';
import { matchesPath } from '../../decide/globs.ts';
import type { Settings } from '../../settings.ts';
import type { Ignores } from '../../sources/worktree.ts';

const builtIn = BUILT_IN_IGNORES.map((glob) => [glob]);

/**
 * What a scan leaves out: our own ignores, from the folder scanned on; those of the settings, from the top level on.
 *
 * @param place what stands before the paths asked about, seen from the top level: '' or ending in `/`
 */
export function ignoresOf(place: string, noIgnore: boolean, settings: Pick<Settings, 'ignore'>): Ignores {
  if (noIgnore) return () => false;
  return (path) => {
    const isFolder = path.endsWith('/');
    if (builtIn.some((globs) => matchesPath(isFolder ? `${path}x` : path, globs))) return true;
    if (isFolder || settings.ignore.length === 0) return false; // an exception may stand below an ignored folder
    return matchesPath(place + path, settings.ignore);
  };
}
