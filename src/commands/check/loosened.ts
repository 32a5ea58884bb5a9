import { addedEntries, parseAllowlist } from '../../decide/allowlist.ts';
import { type GitOptions, runGit } from '../../git/run-git.ts';
import type { Settings } from '../../settings.ts';
import { type Loosening, loosenings } from '../../settings-trust.ts';
import { fromBinary } from '../../unicode.ts';
import { settingsFrom } from '../staged-settings.ts';
import type { Examined } from './examine.ts';

const SETTINGS = ['.secretguardrc', '.secretguardrc.json', 'package.json'];

/** What this commit loosens: settings and allowlist entries that HEAD does not have. */
export async function loosenedIn(seen: Examined, git: GitOptions, settings: Settings): Promise<Loosening[]> {
  const changed = new Map(seen.changes.map((c) => [c.raw, c]));
  const before = (path: string): string | undefined => {
    const change = changed.get(path);
    if (change === undefined) return seen.texts.get(path);
    if (/^0+$/.test(change.oldOid)) return undefined;
    const blob = runGit(['cat-file', 'blob', change.oldOid], git);
    return blob.ok ? blob.value.stdout.toString('latin1') : undefined;
  };
  const found: Loosening[] = [];
  if (SETTINGS.some((path) => changed.has(path))) {
    const texts = new Map(
      SETTINGS.flatMap((path) => (before(path) === undefined ? [] : [[path, before(path)!] as const])),
    );
    const base = await settingsFrom(texts, git, 'HEAD');
    if (base.ok) found.push(...loosenings(base.value, settings));
  }
  if (changed.has('.secretguardallow')) {
    const text = (binary = '') => fromBinary(binary);
    const added = addedEntries(
      parseAllowlist(text(before('.secretguardallow'))),
      parseAllowlist(text(seen.texts.get('.secretguardallow'))),
    );
    for (const { line, reason } of added)
      found.push({ file: '.secretguardallow', where: `line ${line}`, what: `added: ${reason}` });
  }
  return found;
}
