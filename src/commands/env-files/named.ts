import { defaultSettings } from '../../../config/defaults.ts';
import { matchesPath } from '../../decide/globs.ts';
import { packageFolders } from '../../decide/ignore-cover.ts';
import { findKnownValues } from '../../detect/known-values.ts';
import { toGitPath } from '../../git/quoted-path.ts';
import { type GitOptions, runGit } from '../../git/run-git.ts';
import { ok, type Result } from '../../result.ts';
import type { Settings } from '../../settings.ts';
import { nearFolders, ownEnvFiles } from '../../sources/env-values.ts';
import { fromBinary } from '../../unicode.ts';
import { knownValues } from './known.ts';

/**
 * Files with known values that only the settings name (`knownValues.files`), raw paths; git says which of them it tracks.
 *
 * @param folders where they are looked for beside the folders near the top level; raw
 */
export function namedEnvFiles(git: GitOptions, settings: Settings, folders: Iterable<string>): Result<string[]> {
  const { enabled, files } = settings.knownValues;
  const usual = defaultSettings().knownValues.files;
  const globs = files.filter((glob) => !usual.includes(glob));
  if (!enabled || globs.length === 0) return ok([]);
  const isWanted = (raw: string) => matchesPath(toGitPath(raw).path, globs);
  const found = ownEnvFiles(git.cwd, [...folders, ...nearFolders(git.cwd)], (raw) => !isWanted(raw), isWanted);
  if (found.length === 0) return ok([]);
  const listed = runGit(['--literal-pathspecs', 'ls-files', '-z', '--', ...found.map(utf8)], git);
  if (!listed.ok) return listed;
  const tracked = new Set(listed.value.stdout.toString('latin1').split('\0'));
  return ok(found.filter((raw) => !tracked.has(raw)));
}

/** Every env file of the developer's own, raw paths; `git.cwd` is the top level. */
export function ownFilesOf(git: GitOptions, settings: Settings): Result<readonly string[]> {
  const listed = runGit(
    ['ls-files', '-z', '--full-name', '--', ...['package.json', '.env', '.env.*'].map((n) => `:(top,glob)**/${n}`)],
    git,
  );
  if (!listed.ok) return listed;
  const tracked = new Set(listed.value.stdout.toString('latin1').split('\0'));
  const folders = packageFolders(tracked);
  const own = ownEnvFiles(git.cwd, [...folders, ...nearFolders(git.cwd)], (raw) => tracked.has(raw));
  const named = namedEnvFiles(git, settings, folders);
  return named.ok ? ok([...new Set([...own, ...named.value])]) : named;
}

/** Known values for checks that do not read the index as a stream; `git.cwd` is the top level. */
export function knownValuesOf(git: GitOptions, settings: Settings): ReturnType<typeof knownValues> {
  const nothing = { needles: [], failures: [], find: findKnownValues };
  if (!settings.knownValues.enabled) return nothing;
  const own = ownFilesOf(git, settings);
  return own.ok ? knownValues(git.cwd, own.value, settings.knownValues) : { ...nothing, failures: [own.error] };
}

/** As an argument: Node writes arguments as UTF-8. */
function utf8(raw: string): string {
  return fromBinary(raw);
}
