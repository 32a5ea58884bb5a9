import { fail, ok, type Result } from './result.ts';
import { list, parseSettings, type SettingsFile } from './settings-file.ts';

/** Files that are extended by files that are extended …: more than this is a mistake. */
const MAX_DEPTH = 10;

/** Reads a file by its path from the top level of the repository. */
export type ReadText = (path: string) => Promise<Result<string>>;

/**
 * Settings joined with everything that their `extends` names, nearest word last: lists are joined, single values replaced.
 *
 * @param path of the settings file itself, from the top level; local names are relative to it
 * @param read how a file is read: from the index in a hook, from BASE in CI
 * @returns the joined settings (`extends` still names what was joined); `bad-settings` for a circle or a path that leaves
 * the project, or whatever `read` failed with
 */
export async function resolveExtends(
  settings: SettingsFile,
  path: string,
  read: ReadText,
  trail: readonly string[] = [],
): Promise<Result<SettingsFile>> {
  if (trail.length >= MAX_DEPTH)
    return fail('bad-settings', `${path}: \`extends\` goes deeper than ${MAX_DEPTH} files`);
  let joined: SettingsFile = {};
  for (const name of list(settings.extends)) {
    const from = extendedPath(name, path);
    if (from === undefined)
      return fail('bad-settings', `${path}: \`extends\` must name a package or a file of the project`);
    if (from === path || trail.includes(from))
      return fail('bad-settings', `${path}: \`extends\` goes in a circle (${from})`);
    const text = await read(from);
    if (!text.ok) return text;
    const parsed = parseSettings(text.value, from);
    if (!parsed.ok) return parsed;
    const whole = await resolveExtends(parsed.value, from, read, [...trail, path]);
    if (!whole.ok) return whole;
    joined = joinSettings(joined, whole.value);
  }
  return ok(joinSettings(joined, settings));
}

/**
 * Where a name in `extends` leads, from the top level: `./a.json` beside the file, `pkg` to `node_modules/pkg/secretguard.json`,
 * `pkg/strict.json` to that file of the package.
 *
 * @returns undefined for absolute paths, URLs and paths that leave the project
 */
export function extendedPath(name: string, from: string): string | undefined {
  if (/^[/\\]|^[a-z]+:|\\/i.test(name)) return undefined;
  if (!name.startsWith('.')) {
    const [, pack, rest] = /^((?:@[^/]+\/)?[^/]+)(\/.+)?$/.exec(name) ?? [];
    return pack === undefined ? undefined : normalised(`node_modules/${pack}${rest ?? '/secretguard.json'}`);
  }
  return normalised(`${from.slice(0, from.lastIndexOf('/') + 1)}${name}`);
}

/** `over` laid on `under`: lists joined, objects by key, single values from `over`, rules of one id too. */
export function joinSettings(under: SettingsFile, over: SettingsFile): SettingsFile {
  const replaced = new Set(over.customRules?.map(({ id }) => id));
  const kept = under.customRules?.filter(({ id }) => !replaced.has(id));
  return joinValues(kept === undefined ? under : { ...under, customRules: kept }, over) as SettingsFile;
}

function joinValues(under: unknown, over: unknown): unknown {
  if (over === undefined) return under;
  if (Array.isArray(under) && Array.isArray(over)) return [...new Set([...under, ...over])];
  if (!isRecord(under) || !isRecord(over)) return over;
  const joined: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) joined[key] = joinValues(under[key], value);
  return joined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function normalised(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
