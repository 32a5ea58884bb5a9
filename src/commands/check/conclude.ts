import { type AllowEntry, NO_ALLOWLIST, parseAllowlist } from '../../decide/allowlist.ts';
import { decide, type Policy, type ViolationDraft } from '../../decide/decide.ts';
import { envName } from '../../decide/env-names.ts';
import { matchesPath } from '../../decide/globs.ts';
import { coversPlainly, packageFolders } from '../../decide/ignore-cover.ts';
import { projectViolations, settledBy } from '../../decide/project.ts';
import { ignoredInClone } from '../../git/ignored.ts';
import { toGitPath } from '../../git/quoted-path.ts';
import { type GitOptions, runGit } from '../../git/run-git.ts';
import type { Outcome } from '../../model.ts';
import { ok, type Result } from '../../result.ts';
import { DEFAULT_SALT } from '../../secret.ts';
import type { Settings } from '../../settings.ts';
import { fromBinary } from '../../unicode.ts';
import { redactNames } from '../redact-names.ts';
import type { Examined } from './examine.ts';
import { judgeSuspects } from './new-lines.ts';

const EMPTY_BLOB =
  /^(?:e69de29bb2d1d6434b8b29ae775ad8c2e48c5391|473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813)$/;

export interface Conclusion {
  /** Where and how git is asked: the top level, the environment cleaned for reading. */
  readonly git: GitOptions;
  /** Day, UTC: `2027-02-20`. */
  readonly today: string;
  readonly settings: Settings;
  /** More violations that the caller knows of. */
  readonly extra?: readonly ViolationDraft[];
  readonly loosened?: Policy['loosened'];
}

/** Makes an outcome of what was seen of the index: what is new, what is wrong with the project, what policy says. */
export function conclude(seen: Examined, how: Conclusion): Outcome {
  const { findings, failures: unread } = judgeSuspects(seen.suspects, how.git);
  const project = projectDrafts(seen, how);
  const failures = [...seen.failures, ...unread, ...(project.ok ? [] : [project.error])];
  const drafts = [...(project.ok ? project.value : []), ...(how.extra ?? [])];
  const examined = new Set(seen.changes.map((c) => c.path));
  const shown = redactNames(
    seen.suspects,
    [...drafts, ...failures].flatMap(({ path }) => (path === undefined || examined.has(path) ? [] : path)),
  );
  const allowlist = allowlistOf(seen);
  const salt = allowlist.salt ?? DEFAULT_SALT;
  const decision = decide(
    findings.map((f) => ({ ...f, path: shown(f.path) })),
    {
      settings: how.settings,
      allowlist,
      salt,
      today: how.today,
      hook: true,
      complete: (entry: AllowEntry) => entry.paths.length === 1 && examined.has(entry.paths[0]!),
      matches: matchesPath,
      ...(how.loosened === undefined ? {} : { loosened: how.loosened }),
    },
    drafts.map((d) => ({ ...d, path: shown(d.path), detail: shown(d.detail), next: d.next.map(shown) })),
  );
  return {
    scope: {
      kind: 'staged',
      files: seen.changes.length,
      lines: seen.lineCount,
      bytes: seen.byteCount,
      skipped: seen.skipped.map((s) => ({ ...s, path: shown(s.path) })),
    },
    verdicts: decision.verdicts,
    violations: decision.violations,
    failures: failures.map(({ message, path }) => (path === undefined ? { message } : { message, path: shown(path) })),
    durationMs: Math.round(performance.now()),
    salt,
  };
}

function allowlistOf(seen: Examined) {
  const text = seen.texts.get('.secretguardallow');
  return text === undefined ? NO_ALLOWLIST : parseAllowlist(fromBinary(text));
}

function projectDrafts(seen: Examined, { git, settings }: Conclusion): Result<ViolationDraft[]> {
  const present = committedFiles(seen, git);
  if (!present.ok) return present;
  const staged = new Set(seen.changes.map((c) => c.raw));
  const envFiles = present.value
    .filter((f) => f.mode !== '160000' && envName(f.path) !== undefined)
    .map(({ raw, path }) => ({ path, isStaged: staged.has(raw) }));
  const uncovered = uncoveredNames(
    seen,
    present.value.map((f) => f.raw),
    git,
    settings,
  );
  return uncovered.ok
    ? ok(
        projectViolations({ envFiles, uncovered: uncovered.value, settled: settledBy(settings.envFiles, matchesPath) }),
      )
    : uncovered;
}

/** Files that the commit would hold: an entry made with `git add -N` is in the index but in no commit. */
function committedFiles(seen: Examined, git: GitOptions): Result<Examined['files']> {
  const changed = new Set(seen.changes.map((c) => c.raw));
  const files = seen.files.filter((f) => f.stage === 0);
  const doubtful = files.filter((f) => EMPTY_BLOB.test(f.oid) && !changed.has(f.raw));
  if (doubtful.length === 0) return ok(files);
  const flags = runGit(['ls-files', '--debug', '-z', '--full-name'], git);
  if (!flags.ok) return flags;
  // "PATH NUL … flags: HEX" for each entry; bit 29 is "intent to add"
  const intended = new Set<string>();
  for (const [, raw = '', bits = '0'] of flags.value.stdout
    .toString('latin1')
    .matchAll(/([^\0]+)\0(?: {2}[^\n]*\n)*? {2}[^\n]*flags: ([0-9a-f]+)\n/g)) {
    if ((Number.parseInt(bits, 16) & 0x20000000) !== 0) intended.add(raw);
  }
  return ok(files.filter((f) => !intended.has(f.raw)));
}

function uncoveredNames(
  seen: Examined,
  present: readonly string[],
  git: GitOptions,
  settings: Settings,
): Result<string[]> {
  const { require: required, packages } = settings.gitignore;
  if (required.length === 0) return ok([]);
  const ignoreFiles = new Map([...seen.texts].filter(([raw]) => raw === '.gitignore' || raw.endsWith('/.gitignore')));
  const nested = [...ignoreFiles].filter(([raw]) => raw !== '.gitignore').map(([, text]) => text);
  if (coversPlainly(ignoreFiles.get('.gitignore') ?? '', nested, required)) return ok([]);
  const folders = packageFolders(packages === false ? [] : present).filter(
    (folder) =>
      folder === '' || typeof packages === 'boolean' || matchesPath(toGitPath(folder.slice(0, -1)).path, packages),
  );
  const wanted = folders.flatMap((folder) => required.map((name) => folder + name));
  const ignored = ignoredInClone(ignoreFiles, wanted, git.env);
  return ignored.ok ? ok(wanted.filter((path) => !ignored.value.has(path)).map((raw) => toGitPath(raw).path)) : ignored;
}
