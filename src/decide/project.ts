import type { Settings } from '../settings.ts';
import type { ViolationDraft } from './decide.ts';
import { envName } from './env-names.ts';
import type { PathMatcher } from './globs.ts';

/** What the judgement of env files and ignore files needs of the index. */
export interface ProjectView {
  /** Env files that the commit would hold: display path, and whether this commit adds or changes it. */
  readonly envFiles: readonly { readonly path: string; readonly isStaged: boolean }[];
  /** Display paths of required names that a fresh clone would not ignore. */
  readonly uncovered: readonly string[];
  /** Judgement by the project's settings, which come before the names; undefined where they say nothing. */
  readonly settled?: (path: string) => 'block' | 'warn' | 'harmless' | undefined;
}

/** Env files that are tracked or staged, and ignore files that would let one in. */
export function projectViolations({ envFiles, uncovered, settled }: ProjectView): ViolationDraft[] {
  const drafts: ViolationDraft[] = [];
  for (const { path, isStaged } of envFiles) {
    const draft = envViolation(path, isStaged, settled?.(path));
    if (draft !== undefined) drafts.push(draft);
  }
  for (const [folder, names] of byFolder(uncovered)) drafts.push(ignoreViolation(folder, names));
  return drafts;
}

function envViolation(
  path: string,
  isStaged: boolean,
  set?: 'block' | 'warn' | 'harmless',
): ViolationDraft | undefined {
  const verdict = envVerdict(path, set);
  if (verdict === 'harmless' || (verdict === 'warn' && !isStaged)) return undefined; // a warning once, when it comes in
  const detail = isStaged ? 'an env file is staged' : 'an env file is tracked';
  const how =
    verdict === 'block'
      ? 'its values would be in the history for good'
      : 'fine for values that nobody minds; they are checked like any text';
  return {
    kind: isStaged ? 'staged-env' : 'tracked-env',
    verdict,
    path,
    detail: `${detail}: ${how}`,
    next:
      verdict === 'block'
        ? [
            `take it out of git, keep it on disk: git rm --cached ${shellWord(path)}`,
            'commit names without values instead: .env.example',
          ]
        : [],
  };
}

/** What becomes of an env file by its name, or by the settings' word on it. */
export function envVerdict(path: string, set?: 'block' | 'warn' | 'harmless'): 'block' | 'warn' | 'harmless' {
  const name = envName(path);
  return set ?? (name === 'secret' ? 'block' : name === 'shared' ? 'warn' : 'harmless');
}

/** What the settings say of an env file: `block` before `harmless` before `warn`. */
export function settledBy(
  { block, warn, harmless }: Settings['envFiles'],
  matches: PathMatcher,
): (path: string) => 'block' | 'warn' | 'harmless' | undefined {
  return (path) => {
    if (block.length > 0 && matches(path, block)) return 'block';
    if (harmless.length > 0 && matches(path, harmless)) return 'harmless';
    return warn.length > 0 && matches(path, warn) ? 'warn' : undefined;
  };
}

/** A path as a shell takes it. */
function shellWord(path: string): string {
  return /^[\w./@+-]+$/.test(path) && !path.startsWith('-') ? path : `-- '${path.replace(/'/g, "'\\''")}'`;
}

function byFolder(paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const cut = path.lastIndexOf('/') + 1;
    folders.set(path.slice(0, cut), [...(folders.get(path.slice(0, cut)) ?? []), path.slice(cut)]);
  }
  return folders;
}

function ignoreViolation(folder: string, names: readonly string[]): ViolationDraft {
  return {
    kind: 'gitignore',
    verdict: 'block',
    path: `${folder}.gitignore`,
    detail: `a fresh clone would not ignore ${names.map((n) => folder + n).join(', ')}`,
    next: [
      `add ${names.length === 1 ? 'this line' : 'these lines'} to .gitignore and stage it: ${names.join('  ')}`,
      'or let it be done: npx secretguard fix',
    ],
  };
}
