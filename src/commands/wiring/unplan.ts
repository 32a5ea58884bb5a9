import type { Edit } from '../changes/files.ts';
import { removeMarked } from './hook-lines.ts';
import { ARM, removeCommand } from './package-json.ts';
import { holderOf } from './plan.ts';
import { firstText, type InitRecord, originalOf } from './record.ts';
import type { Survey } from './survey.ts';
import { removeYaml } from './yaml-hooks.ts';

/** What `uninstall` is about to do. */
export interface Removal {
  readonly edits: readonly Edit[];
  /** Folder of husky to take from git, where init had put it there. */
  readonly disarm: string | undefined;
  /** Sections of git's settings to remove. */
  readonly sections: readonly string[];
  readonly commands: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

export interface RemovalInput {
  readonly seen: Survey;
  readonly record: InitRecord;
  /** Every file that may hold something of ours, with its text. */
  readonly files: ReadonlyMap<string, string>;
  /** Hook files of husky's folder, relative to the top level. */
  readonly huskyFiles: readonly string[];
}

/** Pure: the way back. A file that nobody touched since init gets its old bytes, any other loses only what is marked. */
export function planUninstall(input: RemovalInput): Removal {
  const { seen, record, files } = input;
  const edits = [...files].flatMap(([path, now]): Edit[] => {
    const original = originalOf(record, path, now);
    const after = original === 'unknown' ? without(input, path, now) : original.text;
    return after === now ? [] : [{ path, before: now, after }];
  });
  const changed = edits.map(({ path }) => path);
  return {
    edits,
    disarm: disarmed(input, edits),
    sections: [...new Set(seen.configHooks.map((line) => line.replace(/\.[a-z]+ [\s\S]*$/, '')))],
    commands: [
      ...(changed.some((path) => path.includes('lefthook')) ? [['lefthook', 'install']] : []),
      ...(edits.some(touchesSimpleGitHooks) ? [['simple-git-hooks']] : []),
    ],
    notes:
      files.has('.gitignore') && record.files['.gitignore'] === undefined
        ? ['.gitignore stays as it is: what init added there cannot be told from your own lines in this clone']
        : [],
  };
}

function without({ record }: RemovalInput, path: string, now: string): string | undefined {
  if (path === '.gitignore') return withoutAdded(record, path, now);
  if (/\.ya?ml$/.test(path)) return removeYaml(now);
  if (/(?:^|\/)package\.json$/.test(path)) return withoutCommands(now, path);
  if (path.endsWith('.json')) return withoutSimpleGitHooks(now, path);
  return removeMarked(now);
}

/** init only ever appends to `.gitignore`: what follows the old text is ours, if it still stands in one piece. */
function withoutAdded(record: InitRecord, path: string, now: string): string | undefined {
  const added = record.files[path]?.added;
  if (added === undefined || added === '') return now;
  const at = added.startsWith('\n') || added.startsWith('\r') ? now.lastIndexOf(added) : lineStart(now, added);
  if (at < 0) return now;
  const rest = now.slice(0, at) + now.slice(at + added.length);
  return rest === '' && firstText(record, path) === undefined ? undefined : rest;
}

function lineStart(text: string, part: string): number {
  return text.startsWith(part) ? 0 : text.lastIndexOf(`\n${part}`) < 0 ? -1 : text.lastIndexOf(`\n${part}`) + 1;
}

function withoutCommands(text: string, path: string): string {
  const isArm = (command: string) => command === ARM;
  const scripts = removeCommand(removeCommand(text, 'scripts', 'prepare', isArm), 'scripts', 'postinstall', isArm);
  return withoutSimpleGitHooks(scripts, path);
}

function withoutSimpleGitHooks(text: string, path: string): string {
  const isOurs = (command: string) =>
    /^(?:SECRETGUARD_HOOK=1 )?sh -e .*secretguard[^/]*\/hooks\/[a-z-]+'?(?: "\$@")?$/.test(command);
  return ['pre-commit', 'pre-merge-commit', 'pre-push', 'commit-msg'].reduce(
    (now, hook) => removeCommand(now, holderOf(path), hook, isOurs),
    text,
  );
}

function touchesSimpleGitHooks({ path, before, after }: Edit): boolean {
  if (!path.endsWith('.json')) return false;
  return /secretguard\/hooks\//.test(before ?? '') && !/secretguard\/hooks\//.test(after ?? '');
}

/** husky goes where init brought it, or where nothing but us uses it. */
function disarmed({ seen, record, huskyFiles }: RemovalInput, edits: readonly Edit[]): string | undefined {
  const now = seen.hooksPath;
  if (now?.scope !== 'local' || !now.value.endsWith('.husky/_')) return undefined;
  const dir = now.value.slice(0, -2);
  if (record.hooksPath === now.value) return dir;
  const left = huskyFiles.filter((path) => !edits.some((edit) => edit.path === path && edit.after === undefined));
  const isUsed = left.length > 0 || 'husky' in (seen.package?.json.dependencies ?? {});
  return isUsed || edits.length === 0 ? undefined : dir;
}
