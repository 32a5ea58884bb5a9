import * as z from 'zod/mini';
import { defaultSettings } from '../../config/defaults.ts';
import { dayOf } from '../days.ts';
import { openIndexStream } from '../git/index-stream.ts';
import { readIndex } from '../git/read-index.ts';
import { readingEnv, runGit } from '../git/run-git.ts';
import { CUT_INDEX, hookIndexIsWhole } from '../git/whole-index.ts';
import type { Outcome } from '../model.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Settings } from '../settings.ts';
import { settingsForHook } from '../settings-trust.ts';
import { conclude } from './check/conclude.ts';
import { type Examined, examine } from './check/examine.ts';
import { loosenedIn } from './check/loosened.ts';
import { foldersOf, prepare } from './check/prepare.ts';
import { defineCommand, type World } from './command.ts';
import { deliver, isFormat } from './deliver.ts';
import { namedEnvFiles } from './env-files/named.ts';
import { refuse, topLevel } from './repository.ts';
import { settingsFrom, settingsFromFile } from './staged-settings.ts';

const failOn = z.enum(['block', 'warn', 'never']);
const args = z.object({
  hook: z.optional(z.enum(['pre-commit', 'pre-merge-commit', 'pre-push', 'commit-msg'])),
  'fail-on': z.optional(failOn),
  strict: z.optional(z.boolean()),
  format: z.optional(z.string().check(z.refine(isFormat, 'not a format that we know'))),
  output: z.optional(z.string()),
  quiet: z.optional(z.boolean()),
  verbose: z.optional(z.boolean()),
  config: z.optional(z.string()),
  positionals: z.array(z.string()),
});
type CheckArgs = z.infer<typeof args>;

/** What a check called by hand may be told. */
export interface CheckOptions {
  readonly config?: string | undefined;
  readonly strict?: boolean | undefined;
}

export const check = defineCommand<CheckArgs>({
  name: 'check',
  summary: 'Check what is staged; the pre-commit hook runs this.',
  usage: '[--hook NAME [FILE]]',
  options: {
    hook: { type: 'string', value: 'NAME', help: 'check as pre-push (refs on stdin) or commit-msg (FILE) does' },
    'fail-on': { type: 'string', value: 'LEVEL', help: 'exit 1 on block (default), on warn too, or never' },
    strict: { type: 'boolean', help: 'inline comments allow nothing' },
  },
  examples: [
    'secretguard check',
    'secretguard check --format json',
    'secretguard check --fail-on warn',
    'secretguard check --hook commit-msg .git/COMMIT_EDITMSG',
  ],
  args,
  async run(given, world) {
    if (given.hook === 'pre-push') return (await import('./check/push.ts')).checkPush(given, world);
    if (given.hook === 'commit-msg') return (await import('./check/message.ts')).checkMessage(given, world);
    if (given.positionals.length > 0)
      return refuse(fail('bad-arguments', 'it takes no paths: the index is checked as it is'), world);
    const checked = await runCheck(given, world);
    return checked.ok
      ? deliver(checked.value.outcome, given, checked.value.settings.failOn, world)
      : refuse(checked, world);
  },
});

/** Checks what is staged in the repository around `world.cwd`. */
export async function runCheck(
  options: CheckOptions,
  world: Pick<World, 'cwd' | 'env' | 'now'>,
): Promise<Result<{ outcome: Outcome; settings: Settings; seen: Examined }>> {
  const top = topLevel(world);
  if (!top.ok) return top;
  const git = { cwd: top.value, env: readingEnv(world.env) };
  const read = readIndex(git);
  if (!read.ok) return read;
  const about = runGit(['rev-parse', '--git-path', 'index', '--show-object-format'], git);
  if (!about.ok) return about;
  const [file = '', format] = about.value.stdout.toString('utf8').split('\n');
  if (!hookIndexIsWhole(git.cwd, { GIT_INDEX_FILE: file }, format === 'sha256' ? 32 : 20))
    return fail('git-failed', CUT_INDEX);
  const stream = openIndexStream(read.value, defaultSettings().maxFileBytes);
  if (!stream.ok) return stream;
  let settings = defaultSettings();
  const seen = await examine(stream.value, async (sofar) => {
    const found =
      options.config === undefined
        ? await settingsFrom(sofar.texts, git)
        : await settingsFromFile(options.config, world.cwd);
    if (found.ok)
      settings = { ...settingsForHook(found.value, settings), strict: found.value.strict || options.strict === true };
    else sofar.failures.push(found.error);
    const named = namedEnvFiles(git, settings, foldersOf(sofar.files, sofar.changes));
    if (!named.ok) sofar.failures.push(named.error);
    return prepare(sofar, git.cwd, settings, named.ok ? named.value : []);
  });
  const loosened = await loosenedIn(seen, git, settings);
  const outcome = conclude(seen, { git, today: dayOf(world.now()), settings, loosened });
  return ok({ outcome, settings, seen });
}
