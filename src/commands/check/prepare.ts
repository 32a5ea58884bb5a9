import { builtInCatalogue } from '../../../config/catalogue.ts';
import { packageFolders } from '../../decide/ignore-cover.ts';
import type { IndexFile } from '../../git/index-stream.ts';
import type { Settings } from '../../settings.ts';
import { nearFolders, ownEnvFiles } from '../../sources/env-values.ts';
import type { Examined, Plan } from './examine.ts';

/** Whether the index holds settings of any kind; a root package.json counts where it has our key. */
export function holdsSettings(texts: ReadonlyMap<string, string>): boolean {
  if (texts.has('.secretguardrc') || texts.has('.secretguardrc.json')) return true;
  return /"secretguard"\s*:\s*\{/.test(texts.get('package.json') ?? '');
}

/**
 * Gets ready for the staged files: rules, and the values of the developer's own env files.
 *
 * @param top top level of the work tree
 * @param settings absent: the built-in ones, with nothing to load
 * @param named more env files to read, raw paths
 */
export async function prepare(
  seen: Examined,
  top: string,
  settings?: Settings,
  named: readonly string[] = [],
): Promise<Plan> {
  let catalogue = builtInCatalogue();
  if (settings !== undefined && settings.customRules.length > 0) {
    const { withRules } = await import('../with-rules.ts');
    catalogue = withRules(settings.customRules);
  }
  if (settings?.knownValues.enabled === false) return { catalogue, needles: [] };
  const tracked = new Set(seen.files.filter((f) => f.stage === 0).map((f) => f.raw));
  const folders = [...foldersOf(seen.files, seen.changes), ...nearFolders(top)];
  const own = ownEnvFiles(top, folders, (raw) => tracked.has(raw));
  const files = [...new Set([...own, ...named])];
  if (files.length === 0) return { catalogue, needles: [] };
  const { knownValues } = await import('../env-files/known.ts');
  const { needles, failures, find } = knownValues(top, files, settings?.knownValues);
  seen.failures.push(...failures);
  return { catalogue, needles, envFiles: files, findKnown: find };
}

/** Where env files of one's own are looked for: every package, and every folder above a staged file. Raw paths. */
export function foldersOf(files: readonly IndexFile[], changes: readonly { readonly raw: string }[]): Set<string> {
  const folders = new Set(packageFolders(files.map((f) => f.raw)));
  for (const { raw } of changes) {
    for (let end = raw.lastIndexOf('/'); end > 0; end = raw.lastIndexOf('/', end - 1)) {
      const folder = raw.slice(0, end + 1);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
