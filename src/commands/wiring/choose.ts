import { below } from '../changes/files.ts';
import type { HookName } from './hook-lines.ts';
import type { Survey } from './survey.ts';

/** Who runs this project's hooks, and so where our lines belong. Folders are relative to the top level. */
export type Wiring =
  /** husky 9: git runs `dir/_/NAME`, which runs `dir/NAME`. */
  | { readonly kind: 'husky'; readonly dir: string }
  /** husky 5 to 8: git runs `dir/NAME` itself. */
  | { readonly kind: 'husky-8'; readonly dir: string }
  /** `core.hooksPath` names a folder of this project. */
  | { readonly kind: 'folder'; readonly dir: string }
  | { readonly kind: 'lefthook'; readonly file: string }
  | { readonly kind: 'simple-git-hooks'; readonly file: string }
  | { readonly kind: 'pre-commit'; readonly file: string }
  /** Not ours to change: `why` in words, and the file that `line` belongs into. */
  | {
      readonly kind: 'by-hand';
      readonly why: string;
      readonly file: (hook: HookName) => string;
      /** Set for more than this project. */
      readonly isShared?: boolean;
    };

/** Who is in charge: what git is set to comes before what files suggest. */
export function chooseWiring(seen: Survey): Wiring {
  return byHooksPath(seen) ?? byHusky(seen) ?? byFiles(seen) ?? { kind: 'husky', dir: huskyDir(seen) };
}

/** The folder that husky keeps: the package's own, unless the top level has one already. */
function huskyDir(seen: Survey): string {
  if (seen.home === '' || seen.markers.has('.husky')) return '.husky';
  return `${seen.home}/.husky`;
}

function byHooksPath(seen: Survey): Wiring | undefined {
  if (seen.hooksPath === undefined) return undefined;
  const { value, scope } = seen.hooksPath;
  const dir = below(seen.top, seen.hooksDir);
  if (dir !== undefined && /(?:^|\/)\.husky\/_$/.test(dir)) return { kind: 'husky', dir: dir.slice(0, -2) };
  if (dir !== undefined && /(?:^|\/)\.husky$/.test(dir)) return { kind: 'husky-8', dir };
  const own = dir === '.git/hooks' || seen.hooksDir === `${seen.commonDir}/hooks`;
  if (own) return byFiles(seen) ?? { kind: 'by-hand', why: `core.hooksPath is set to ${value}`, file: inFolder(seen) };
  const isOfProject = scope === 'local' || scope === 'worktree';
  if (dir !== undefined && dir !== '' && !dir.startsWith('.git/') && isOfProject) return { kind: 'folder', dir };
  return {
    kind: 'by-hand',
    why: `core.hooksPath is set to ${value} (${scope}), outside this project`,
    file: inFolder(seen),
    isShared: !isOfProject,
  };
}

function byHusky(seen: Survey): Wiring | undefined {
  const range = seen.package?.json.dependencies.husky;
  if (seen.package?.json.hasHusky4 === true) {
    return {
      kind: 'by-hand',
      why: 'husky 4 keeps its hooks in package.json; move to husky 9 first (husky.hooks is read no longer)',
      file: () => seen.package?.path ?? 'package.json',
    };
  }
  if (range !== undefined && /^[\^~]?[5-8]\b/.test(range)) return { kind: 'husky-8', dir: huskyDir(seen) };
  const isAtWork = range !== undefined || seen.markers.has('.husky');
  return isAtWork && !managesOwnHooks(seen) ? { kind: 'husky', dir: huskyDir(seen) } : undefined;
}

/** Another manager has a configuration here and its hooks in place, so husky is only a leftover. */
function managesOwnHooks(seen: Survey): boolean {
  return seen.ownHooks.length > 0 && byFiles(seen) !== undefined;
}

function byFiles(seen: Survey): Wiring | undefined {
  const marker = [...seen.markers].find((name) => name !== '.husky');
  if (marker?.includes('lefthook')) return { kind: 'lefthook', file: marker };
  if (seen.package?.json.simpleGitHooks !== undefined) return { kind: 'simple-git-hooks', file: seen.package.path };
  if (marker?.includes('simple-git-hooks')) return { kind: 'simple-git-hooks', file: marker };
  return marker?.startsWith('.pre-commit') ? { kind: 'pre-commit', file: marker } : undefined;
}

function inFolder(seen: Survey): (hook: HookName) => string {
  return (hook) => `${seen.hooksDir}/${hook}`;
}
