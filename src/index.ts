import { builtInCatalogue } from '../config/catalogue.ts';
import { runCheck } from './commands/check.ts';
import type { World } from './commands/command.ts';
import { searchWhole } from './commands/scan/file.ts';
import { choose } from './commands/scan/options.ts';
import { scanTree } from './commands/scan/tree.ts';
import { dayOf } from './days.ts';
import { decide, openPolicy } from './decide/decide.ts';
import type { Outcome } from './model.ts';
import { type Report, toReport } from './report/report.ts';
import { ok, type Result } from './result.ts';
import { DEFAULT_SALT } from './secret.ts';

export type { Report, ReportedFinding, ReportedViolation } from './report/report.ts';
export type { Failure, Result } from './result.ts';

declare const __VERSION__: string;

/** A rule, for people and tools: what it finds and what to do about it. */
export interface RuleInfo {
  /** As reports, settings and the allowlist name it: `github-personal-token`. */
  readonly id: string;
  readonly title: string;
  /** Who issues such keys: `GitHub`. */
  readonly provider: string;
  /** Would GitHub's push protection refuse it? */
  readonly pushProtected: boolean;
  /** Page on which the key is revoked or replaced. */
  readonly rotateUrl?: string;
}

/** All built-in rules: keys that have a form of their own, then those told by the service's name near by. */
export const rules: readonly RuleInfo[] = builtInRules();

function builtInRules(): RuleInfo[] {
  const { rule, ruleCount, services } = builtInCatalogue();
  const { entries } = services();
  const own = Array.from({ length: ruleCount }, (_, i) => rule(i));
  const served = Array.from({ length: entries.length }, (_, i) => entries.at(i)!);
  return [...own, ...served].map(({ id, title, provider, pushProtected, rotate }) => ({
    id,
    title,
    provider,
    pushProtected: pushProtected ?? false,
    ...(rotate === undefined ? {} : { rotateUrl: rotate }),
  }));
}

/**
 * Looks at one text, with the built-in rules, no settings and no allowlist. Nothing is read or written.
 *
 * @param text characters, or bytes: UTF-8, another superset of ASCII, or UTF-16
 * @param path by which the text is judged (tests and documentation count less) and reported, `/`-separated
 * @returns a report of one file; a text that is left out (binary, say) stands in `scope.skipped`
 */
export async function scanText(text: string | Uint8Array, path = 'text'): Promise<Report> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const started = performance.now();
  const { findings, lines, skipped } = searchWhole(bytes, path, { catalogue: builtInCatalogue(), needles: [] });
  const today = dayOf(new Date());
  const { verdicts, violations } = decide(findings, openPolicy({ salt: DEFAULT_SALT, today, hook: false }));
  const left = skipped === undefined ? [] : [{ path, why: skipped }];
  return report({
    scope: { kind: 'stdin', files: 1, lines, bytes: bytes.length, skipped: left },
    verdicts,
    violations,
    failures: [],
    durationMs: Math.round(performance.now() - started),
    salt: DEFAULT_SALT,
  });
}

/** Where to look, and how. */
export interface ScanOptions {
  /** Folder that relative paths start from; default: the current one. */
  readonly cwd?: string;
  /** No settings, no allowlist, no baseline; comments in the code still count. */
  readonly noConfig?: boolean;
}

/**
 * Scans files and folders as they stand, as `secretguard scan` does: with the settings, allowlist and env files of the project.
 * Nothing is written.
 *
 * @param paths from `cwd`; none: the whole project around it
 * @returns a report, of which `failures` says what was not looked at: files that could not be read, a path that is not there, broken
 *   settings; with one of these "nothing found" does not mean clean. An error where nothing could be looked at
 */
export async function scanPaths(paths: readonly string[], options: ScanOptions = {}): Promise<Result<Report>> {
  const given = { positionals: [...paths], quiet: true, 'no-config': options.noConfig === true };
  const world = silentWorld(options.cwd);
  const choice = choose(given, { ...world, env: {} }); // a CI job's number is for the command line to follow
  if (!choice.ok) return choice;
  const done = await scanTree(given, choice.value, world);
  return done.ok ? ok(report(done.value.outcome)) : done;
}

/**
 * Checks what is staged in the repository around `cwd`, as the pre-commit hook does. Nothing is written.
 *
 * @returns a report, of which `failures` says what was not checked; `git-missing`, `git-failed` (no repository around `cwd`, an index
 *   that cannot be read) or `not-a-repository` (it has no work tree) where nothing was checked
 */
export async function checkStaged(options: Pick<ScanOptions, 'cwd'> = {}): Promise<Result<Report>> {
  const done = await runCheck({}, silentWorld(options.cwd));
  return done.ok ? ok(report(done.value.outcome)) : done;
}

function report(outcome: Outcome): Report {
  return toReport(outcome, __VERSION__);
}

/** A library says nothing by itself and asks nobody. */
function silentWorld(cwd = process.cwd()): World {
  return {
    cwd,
    env: process.env,
    stdin: async () => new Uint8Array(),
    out: () => {},
    err: () => {},
    isTty: false,
    columns: 80,
    color: false,
    now: () => new Date(),
    ask: async () => '',
  };
}
