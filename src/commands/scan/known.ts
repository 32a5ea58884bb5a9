import { type Needle, needlesOf } from '../../detect/known-values.ts';
import { closedFolders } from '../../git/closed-folders.ts';
import { type GitOptions, runGit } from '../../git/run-git.ts';
import { failureInTree } from '../../git/work-tree.ts';
import type { Trouble } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { isOwnEnvFile, ownEnvFiles, readEnvValues } from '../../sources/env-values.ts';

/**
 * The values of the developer's own env files: of those that git ignores, so that none is found in its own file.
 *
 * @param isListed whether a path that cannot be read is told of by another listing
 */
export function ownValues(
  top: string,
  { knownValues }: Pick<Settings, 'knownValues'>,
  git: GitOptions,
  failures: Trouble[],
  isListed: (path: string) => boolean = () => false,
): readonly Needle[] {
  if (!knownValues.enabled) return [];
  const globs = ['package.json', '.env', '.env.*', '.dev.vars'].map((name) => `:(top,glob)**/${name}`);
  const listing = ['-c', 'core.fsmonitor=false', 'ls-files', '-z', '-co', '--exclude-standard', '--', ...globs];
  const answer = runGit(listing, { ...git, accept: [128] });
  if (!answer.ok) failures.push(answer.error);
  const failure = answer.ok && answer.value.status !== 0 ? failureInTree(answer.value, 'ls-files', git) : undefined;
  if (failure !== undefined) failures.push(failure);
  if (!answer.ok || answer.value.status !== 0) return [];
  const closed = closedFolders(answer.value.stderr.toString('latin1'));
  failures.push(...closed.filter(({ path }) => path === undefined || !isListed(path)));
  const listed = new Set(answer.value.stdout.toString('latin1').split('\0'));
  const folders = new Set([...listed].map((raw) => raw.slice(0, raw.lastIndexOf('/') + 1)).concat(''));
  const isNoOwn = (raw: string) => listed.has(raw) || !isOwnEnvFile(raw.slice(raw.lastIndexOf('/') + 1));
  const { values, failures: unread } = readEnvValues(top, ownEnvFiles(top, folders, isNoOwn));
  failures.push(...unread);
  return needlesOf(values, knownValues.minLength);
}
