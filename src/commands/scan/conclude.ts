import { decide, type ViolationDraft } from '../../decide/decide.ts';
import { matchesPath } from '../../decide/globs.ts';
import type { Finding, Outcome, Scope, Verdict } from '../../model.ts';
import { DEFAULT_SALT } from '../../secret.ts';
import type { ScanPolicy } from './policy.ts';

/** A finding under the path that policy sees, and the path that reports show. */
export interface Found {
  readonly finding: Finding;
  readonly shown: string;
}

export interface ScanEnd {
  readonly scope: Scope;
  readonly found: readonly Found[];
  readonly failures: Outcome['failures'];
  /** Day, UTC. */
  readonly today: string;
  /** Only rules that this says yes to. */
  readonly wanted: (rule: string) => boolean;
  /** Everything that the allowlist could be about was seen. */
  readonly complete: boolean;
  /** Findings that are certain pass by no setting, as in a hook. */
  readonly guarded?: boolean;
  /** What is wrong beside the findings. */
  readonly drafts?: readonly ViolationDraft[];
}

/** Makes the outcome: what policy says of each finding. */
export function concludeScan(end: ScanEnd, policy: ScanPolicy): Outcome {
  const salt = policy.allowlist.salt ?? DEFAULT_SALT;
  const shownAs = new Map<Finding, string>();
  for (const { finding, shown } of end.found) shownAs.set(finding, shown);
  const { verdicts, violations } = decide(
    end.found.map((f) => f.finding).filter((f) => end.wanted(f.rule)),
    {
      settings: policy.settings,
      allowlist: policy.allowlist,
      ...(policy.baseline === undefined ? {} : { baseline: policy.baseline }),
      salt,
      today: end.today,
      hook: end.guarded === true,
      complete: end.complete,
      loosened: policy.loosened,
      matches: matchesPath,
    },
    end.drafts ?? [],
  );
  return {
    scope: end.scope,
    verdicts: verdicts.map((v) => renamed(v, shownAs.get(v.finding) ?? v.finding.path)),
    violations,
    failures: eachOnce([...policy.failures, ...end.failures]),
    durationMs: Math.round(performance.now()),
    salt,
  };
}

/** What lists files and what looks for env files say the same of a folder. */
function eachOnce(failures: Outcome['failures']): Outcome['failures'] {
  const byText = new Map(failures.map((failure) => [`${failure.path}\0${failure.message}`, failure]));
  return [...byText.values()];
}

function renamed(verdict: Verdict, path: string): Verdict {
  return verdict.finding.path === path ? verdict : withFinding(verdict, { ...verdict.finding, path });
}

/** The same verdict about a finding told otherwise; its costly parts stay unmade. */
export function withFinding(verdict: Verdict, finding: Finding): Verdict {
  return {
    finding,
    verdict: verdict.verdict,
    get fingerprint() {
      return verdict.fingerprint;
    },
    get next() {
      return verdict.next;
    },
    ...(verdict.because === undefined ? {} : { because: verdict.because }),
  };
}
