import { defaultSettings } from '../../../config/defaults.ts';
import { NO_ALLOWLIST, parseAllowlist } from '../../decide/allowlist.ts';
import { decide, type ViolationDraft } from '../../decide/decide.ts';
import { matchesPath } from '../../decide/globs.ts';
import { type GitOptions, runGit } from '../../git/run-git.ts';
import type { Finding, Outcome, Scope, Trouble } from '../../model.ts';
import { DEFAULT_SALT } from '../../secret.ts';
import type { Settings } from '../../settings.ts';
import { settingsForHook } from '../../settings-trust.ts';
import { fromBinary } from '../../unicode.ts';
import { settingsFrom } from '../staged-settings.ts';

const FILES = ['.secretguardrc', '.secretguardrc.json', 'package.json', '.secretguardallow'];

/** Settings and allowlist of the index, for checks that look at something else than what is staged. */
export interface IndexPolicy {
  readonly settings: Settings;
  readonly allowlist: ReturnType<typeof parseAllowlist>;
  readonly failures: Trouble[];
}

/** Reads both; broken settings are a failure, and the defaults count. */
export async function policyOfIndex(git: GitOptions): Promise<IndexPolicy> {
  const texts = new Map<string, string>();
  for (const file of FILES) {
    const blob = runGit(['cat-file', 'blob', `:${file}`], { ...git, accept: [128] });
    if (blob.ok && blob.value.status === 0) texts.set(file, blob.value.stdout.toString('latin1'));
  }
  const failures: Trouble[] = [];
  const settings = await settingsFrom(texts, git);
  if (!settings.ok) failures.push(settings.error);
  const text = texts.get('.secretguardallow');
  return {
    settings: settings.ok ? settingsForHook(settings.value, defaultSettings()) : defaultSettings(),
    allowlist: text === undefined ? NO_ALLOWLIST : parseAllowlist(fromBinary(text)),
    failures,
  };
}

/** Puts findings under that policy. */
export function decideBy(
  { settings, allowlist, failures }: IndexPolicy,
  findings: readonly Finding[],
  drafts: readonly ViolationDraft[],
  scope: Scope,
  today: string,
): Outcome {
  const salt = allowlist.salt ?? DEFAULT_SALT;
  const policy = { settings, allowlist, salt, today, hook: true, complete: false, matches: matchesPath };
  const { verdicts, violations } = decide(findings, policy, drafts);
  return { scope, verdicts, violations, failures, durationMs: Math.round(performance.now()), salt };
}
