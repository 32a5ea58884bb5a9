import type { Live } from '../live.ts';
import type {
  CommitFacts,
  Confidence,
  Outcome,
  Scope,
  Verdict,
  VerdictKind,
  Violation,
  ViolationKind,
} from '../model.ts';

/** What all formats are made of: CONTRACT's JSON report. No secret is in it, only previews. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /** Salt of weak fingerprints, so that a later run can compare. */
  readonly fingerprintSalt: string;
  readonly scope: Scope;
  readonly findings: readonly ReportedFinding[];
  readonly violations: readonly ReportedViolation[];
  /** What could not be read or done: with one of these, "nothing found" does not mean clean. */
  readonly failures: readonly { readonly message: string; readonly path?: string | undefined }[];
  readonly summary: Summary;
}

/** Findings and violations counted together. */
export interface Summary {
  readonly blocked: number;
  readonly warned: number;
  readonly noted: number;
  readonly allowed: number;
  readonly durationMs: number;
}

/** A place in a text that looks like a secret. Lines and columns are 1-based, columns UTF-16 code units, the end exclusive. */
export interface ReportedFinding {
  readonly rule: string;
  readonly title: string;
  readonly provider: string;
  readonly verdict: VerdictKind;
  /** Why it was allowed or softened, where it was. */
  readonly because?: string | undefined;
  readonly confidence: Confidence;
  /** `/`-separated, from the top level or from the PATH given. */
  readonly path: string;
  /** The path is not UTF-8: its bytes are percent-encoded. */
  readonly pathEncoding?: 'percent' | undefined;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** `sg1:` and 32 hexadecimal digits: the same value under the same rule, wherever it stands. */
  readonly fingerprint: string;
  /** What may be shown of the value: a prefix that the rule declares public, and the length. */
  readonly preview: string;
  /** Encodings that it was hidden in, outermost first. */
  readonly decodedFrom?: readonly string[] | undefined;
  /** History and pushes only: where it came in, by whom, and when (ISO 8601). */
  readonly commit?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  /** History only: whether it still stands in the tree of HEAD, and the commit that took it out. */
  readonly inTree?: boolean | undefined;
  readonly removedBy?: CommitFacts | undefined;
  /** One sentence; never quotes the value. */
  readonly why: string;
  /** What to do, one step each. */
  readonly next: readonly string[];
  readonly rotateUrl?: string | undefined;
  readonly pushProtected: boolean;
  /** `scan --verify` only: what the provider said of it. */
  readonly live?: Live | undefined;
}

/** Something wrong with the project rather than with a text. */
export interface ReportedViolation {
  readonly fingerprint: string;
  readonly kind: ViolationKind;
  readonly verdict: VerdictKind;
  readonly path: string;
  readonly detail: string;
  readonly next: readonly string[];
}

/** How a report is to look. */
export interface ReportOptions {
  readonly color: boolean;
  /** Width of the terminal in characters. */
  readonly columns: number;
  readonly verbose: boolean;
  readonly quiet: boolean;
  /** When the check ended, ISO 8601, UTC. */
  readonly now: string;
}

/** The facts of an outcome, in stable order. Fingerprints and next steps are still made only when read. */
export function toReport(outcome: Outcome, version: string): Report {
  const { scope, verdicts, violations, failures, durationMs, salt } = outcome;
  return {
    schemaVersion: 1,
    tool: { name: 'secretguard', version },
    fingerprintSalt: salt,
    scope: { ...scope, skipped: [...scope.skipped].sort((a, b) => compare(a.path, b.path)) },
    findings: verdicts.map(reported).sort(inOrder),
    violations: [...violations]
      .map(reportedViolation)
      .sort((a, b) => compare(a.path, b.path) || compare(a.detail, b.detail)),
    failures: failures
      .map(({ message, path }) => (path === undefined ? { message } : { message, path }))
      .sort((a, b) => compare(a.path ?? '', b.path ?? '') || compare(a.message, b.message)),
    summary: summarise([...verdicts, ...violations], durationMs),
  };
}

export function summarise(judged: readonly { readonly verdict: VerdictKind }[], durationMs: number): Summary {
  const count = (kind: VerdictKind) => judged.filter(({ verdict }) => verdict === kind).length;
  return {
    blocked: count('block'),
    warned: count('warn'),
    noted: count('note'),
    allowed: count('allowed'),
    durationMs,
  };
}

/** By path, place, rule and commit: the same whatever thread or shard was first. */
export function inOrder(a: ReportedFinding, b: ReportedFinding): number {
  return (
    compare(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.rule, b.rule) ||
    compare(a.commit ?? '', b.commit ?? '') ||
    a.endLine - b.endLine ||
    a.endColumn - b.endColumn
  );
}

/** By UTF-16 units: not by locale, which differs between machines. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function reported(verdict: Verdict): ReportedFinding {
  const { finding } = verdict;
  return {
    rule: finding.rule,
    title: finding.title,
    provider: finding.provider,
    verdict: verdict.verdict,
    ...(verdict.because === undefined ? {} : { because: verdict.because }),
    confidence: finding.confidence,
    path: finding.path,
    ...(finding.pathEncoding === undefined ? {} : { pathEncoding: finding.pathEncoding }),
    line: finding.line,
    column: finding.column,
    endLine: finding.endLine,
    endColumn: finding.endColumn,
    get fingerprint() {
      return verdict.fingerprint;
    },
    preview: finding.secret.preview,
    ...(finding.decodedFrom.length === 0 ? {} : { decodedFrom: finding.decodedFrom }),
    ...finding.history,
    why: finding.why,
    get next() {
      return verdict.next;
    },
    ...(finding.rotateUrl === undefined ? {} : { rotateUrl: finding.rotateUrl }),
    pushProtected: finding.pushProtected,
    ...(finding.live === undefined ? {} : { live: finding.live }),
  };
}

function reportedViolation({ fingerprint, kind, verdict, path, detail, next }: Violation): ReportedViolation {
  return { fingerprint, kind, verdict, path, detail, next };
}
