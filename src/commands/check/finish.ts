import { defaultSettings } from '../../../config/defaults.ts';
import { dayOf } from '../../days.ts';
import { readingEnv } from '../../git/run-git.ts';
import type { Settings } from '../../settings.ts';
import { settingsForHook } from '../../settings-trust.ts';
import type { ExitCode } from '../command.ts';
import { deliver } from '../deliver.ts';
import { namedEnvFiles } from '../env-files/named.ts';
import { settingsFrom } from '../staged-settings.ts';
import { conclude } from './conclude.ts';
import type { Examined, Plan } from './examine.ts';
import { loosenedIn } from './loosened.ts';
import { foldersOf, prepare } from './prepare.ts';
import type { RotationStamp } from './rotation-stamp.ts';

const settingsOf = new WeakMap<Examined, Settings>();

/** As `prepare`, with the settings that the index holds; broken ones are a failure, and the defaults count. */
export async function prepareWithSettings(seen: Examined, top: string): Promise<Plan> {
  const git = { cwd: top, env: readingEnv(process.env) };
  const settings = await settingsFrom(seen.texts, git);
  if (!settings.ok) seen.failures.push(settings.error);
  const defaults = defaultSettings();
  const counted = settings.ok ? settingsForHook(settings.value, defaults) : defaults;
  settingsOf.set(seen, counted);
  const named = namedEnvFiles(git, counted, foldersOf(seen.files, seen.changes));
  if (!named.ok) seen.failures.push(named.error);
  return prepare(seen, top, counted, named.ok ? named.value : []);
}

/** The rest of the hook's work, where there is something to say. */
export async function finishInHook(seen: Examined, top: string): Promise<ExitCode> {
  const git = { cwd: top, env: readingEnv(process.env) };
  const settings = settingsOf.get(seen) ?? defaultSettings();
  const loosened = await loosenedIn(seen, git, settings);
  const today = dayOf(new Date());
  const outcome = conclude(seen, { git, today, settings, loosened });
  const color =
    process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb';
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // the exit code says it all
  return deliver(outcome, {}, settings.failOn, {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    color,
    columns: process.stdout.columns ?? 80,
    env: process.env,
    cwd: top,
  });
}

/** What the rotation ledger has to say after a commit was checked; it never changes the answer. */
export async function tellRotation(stamp: RotationStamp, top: string): Promise<void> {
  const { rotationNote } = await import('../rotation/notice.ts');
  const note = await rotationNote(stamp, { cwd: top, env: process.env, now: () => new Date() });
  if (note !== '') process.stderr.write(note);
}
