import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultSettings } from '../../config/defaults.ts';
import { type GitOptions, runGit } from '../git/run-git.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Settings } from '../settings.ts';
import type { ReadText } from '../settings-extends.ts';
import type { SettingsFile } from '../settings-file.ts';
import { fromBinary } from '../unicode.ts';

/** With zod, which takes 5 ms to load. */
const parser = () => import('../settings-file.ts');

const FILES = ['.secretguardrc', '.secretguardrc.json'] as const;

/**
 * Settings from the index: an unstaged edit cannot switch the guard off.
 *
 * @param texts raw path → content, one character a byte, of what the index holds
 * @param treeish whose files `extends` names: '' the index, else a commit
 */
export async function settingsFrom(
  texts: ReadonlyMap<string, string>,
  options: GitOptions,
  treeish = '',
): Promise<Result<Settings>> {
  const found = await firstOf(texts);
  if (!found.ok) return found;
  if (found.value === undefined) return ok(defaultSettings());
  return complete(found.value.file, found.value.path, gitReader(options, treeish));
}

/** Settings from a file on disk, named with `--config`. */
export async function settingsFromFile(file: string, cwd: string): Promise<Result<Settings>> {
  const text = readText(resolve(cwd, file));
  if (!text.ok) return fail('bad-settings', `${file}: ${text.error.message}`, file);
  const parsed = (await parser()).parseSettings(text.value, file);
  return parsed.ok ? complete(parsed.value, file, async (path) => readText(join(cwd, path))) : parsed;
}

/** Settings as they stand in the folder `top`; `readText` says what a missing or unreadable file is. */
export async function settingsOnDisk(top: string): Promise<Result<Settings>> {
  const texts = new Map<string, string>();
  for (const file of [...FILES, 'package.json']) {
    if (!existsSync(join(top, file))) continue;
    const text = readText(join(top, file));
    if (text.ok) texts.set(file, Buffer.from(text.value).toString('latin1'));
    else if (file !== 'package.json') return fail('bad-settings', `${file}: ${text.error.message}`, file);
  }
  const found = await firstOf(texts);
  if (!found.ok) return found;
  if (found.value === undefined) return ok(defaultSettings());
  return complete(found.value.file, found.value.path, async (path) => readText(join(top, path)));
}

async function firstOf(
  texts: ReadonlyMap<string, string>,
): Promise<Result<{ file: SettingsFile; path: string } | undefined>> {
  for (const path of FILES) {
    const text = texts.get(path);
    if (text === undefined) continue;
    const parsed = (await parser()).parseSettings(unicode(text), path);
    return parsed.ok ? ok({ file: parsed.value, path }) : parsed;
  }
  const pack = texts.get('package.json');
  if (pack === undefined || !pack.includes('"secretguard"')) return ok(undefined);
  const parsed = (await parser()).parsePackageSettings(unicode(pack));
  if (!parsed.ok) return parsed;
  return ok(parsed.value === undefined ? undefined : { file: parsed.value, path: 'package.json' });
}

async function complete(file: SettingsFile, path: string, read: ReadText): Promise<Result<Settings>> {
  const whole =
    file.extends === undefined
      ? ok(file)
      : await (await import('../settings-extends.ts')).resolveExtends(file, path, read);
  return whole.ok ? ok((await parser()).completeSettings(whole.value, defaultSettings())) : whole;
}

/** Packages are not in the index: they come from node_modules, everything else from git. */
function gitReader(options: GitOptions, treeish: string): ReadText {
  return async (path) => {
    if (path.startsWith('node_modules/')) return readText(join(options.cwd, path));
    const blob = runGit(['cat-file', 'blob', `${treeish}:${path}`], options);
    if (blob.ok) return ok(blob.value.stdout.toString('utf8'));
    return fail(
      'bad-settings',
      `${path}: named in \`extends\` but not in ${treeish === '' ? 'the index' : treeish}`,
      path,
    );
  };
}

function readText(path: string): Result<string> {
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    return fail(
      'bad-settings',
      `it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
      path,
    );
  }
}

function unicode(binary: string): string {
  return fromBinary(binary);
}
