import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultSettings } from '../../../config/defaults.ts';
import { ALLOWLIST_FILE, type Allowlist, NO_ALLOWLIST, parseAllowlist } from '../../decide/allowlist.ts';
import { type Baseline, parseBaseline } from '../../decide/baseline.ts';
import type { Trouble } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { bytesOf } from '../../settings.ts';
import type { Loosening } from '../../settings-trust.ts';
import type { World } from '../command.ts';
import { settingsFromFile, settingsOnDisk } from '../staged-settings.ts';
import type { ScanArgs } from './args.ts';

/** What a scan is judged by. */
export interface ScanPolicy {
  readonly settings: Settings;
  readonly allowlist: Allowlist;
  readonly baseline?: Baseline;
  readonly loosened: readonly Loosening[];
  readonly failures: Trouble[];
}

/** Settings, allowlist and baseline as they stand in the project; what is broken is a failure, and the defaults count. */
export async function policyOnDisk(given: ScanArgs, top: string, world: World): Promise<ScanPolicy> {
  const failures: Trouble[] = [];
  if (given['no-config'] === true)
    return { settings: adjusted(defaultSettings(), given), allowlist: NO_ALLOWLIST, loosened: [], failures };
  const found =
    given.config === undefined ? await settingsOnDisk(top) : await settingsFromFile(given.config, world.cwd);
  if (!found.ok) failures.push(found.error);
  const settings = adjusted(found.ok ? found.value : defaultSettings(), given);
  const baseline = baselineOf(given, settings, top, world, failures);
  return {
    settings,
    allowlist: allowlistOnDisk(top, failures),
    ...(baseline === undefined ? {} : { baseline }),
    loosened: [],
    failures,
  };
}

/** What the command line says comes last. */
export function adjusted(settings: Settings, given: ScanArgs): Settings {
  const size = given['max-file-size'];
  return {
    ...settings,
    strict: settings.strict || given.strict === true,
    ...(size === undefined ? {} : { maxFileBytes: bytesOf(size) }),
  };
}

/** The baseline named on the command line, from the current folder; or by the settings, from the top level. */
export function baselineOf(
  given: ScanArgs,
  settings: Settings,
  top: string,
  world: Pick<World, 'cwd'>,
  failures: Trouble[],
): Baseline | undefined {
  const name = given.baseline ?? settings.baseline;
  if (name === undefined) return undefined;
  const text = textOf(given.baseline === undefined ? join(top, name) : resolve(world.cwd, name), name, failures);
  if (text === undefined) return undefined;
  const parsed = parseBaseline(text, name);
  if (!parsed.ok) failures.push(parsed.error);
  return parsed.ok ? parsed.value : undefined;
}

function allowlistOnDisk(top: string, failures: Trouble[]): Allowlist {
  const file = join(top, ALLOWLIST_FILE);
  const text = existsSync(file) ? textOf(file, ALLOWLIST_FILE, failures) : undefined;
  return text === undefined ? NO_ALLOWLIST : parseAllowlist(text);
}

function textOf(file: string, name: string, failures: Trouble[]): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    failures.push({ path: name, message: `it could not be read (${code})` });
    return undefined;
  }
}
