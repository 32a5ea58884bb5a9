import type { Live } from './live.ts';
import type { Secret } from './secret.ts';

export type VerdictKind = 'block' | 'warn' | 'note' | 'allowed';
export type Severity = Exclude<VerdictKind, 'allowed'>;
export type Confidence = 'certain' | 'high' | 'medium' | 'low';

/** Half-open range of 0-based line numbers: `[first, end)`. */
export type LineRange = readonly [first: number, end: number];

/** One text to look at, as it came from the index, a file, a commit or stdin. */
export interface Fragment {
  /** `/`-separated, relative to the top level or to the PATH given; percent-encoded bytes where `pathEncoding` says so. */
  readonly path: string;
  readonly pathEncoding?: 'percent';
  /** The content as UTF-8 or another superset of ASCII, one byte a character position; UTF-16 was transcoded before. */
  readonly bytes: Uint8Array;
}

/** Where a finding stands, for people: 1-based lines, 1-based UTF-16 columns, end exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place in a text that looks like a secret, before policy has its say. */
export interface Finding extends Span {
  readonly rule: string;
  readonly title: string;
  readonly provider: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly path: string;
  readonly pathEncoding?: 'percent';
  /** It stands in a file of an archive (`a.zip!/dir/file.js`), which nothing is written to. */
  readonly inArchive?: true;
  readonly secret: Secret;
  /** Other lines that make the finding (the id of a pair, the lines of a multi-line key). */
  readonly relatedLines?: readonly LineRange[];
  /** Outermost first: `['base64', 'hex']` for hex inside base64. */
  readonly decodedFrom: readonly string[];
  /** One sentence in plain words; never quotes the value. */
  readonly why: string;
  readonly rotateUrl?: string;
  /** How to revoke, one sentence. */
  readonly revoke?: string;
  readonly pushProtected: boolean;
  /** Reason of an inline marker on the line, and whether it may allow (own marker) or only soften (foreign ones). */
  readonly marker?: { readonly kind: 'own' | 'foreign'; readonly reason: string };
  readonly history?: History;
  /** What the provider said of it, where it was asked. */
  readonly live?: Live;
}

/** A commit as reports name it; `date` is the author's, ISO 8601. */
export interface CommitFacts {
  readonly commit: string;
  readonly author: string;
  readonly date: string;
}

/** The commit that brought a finding in, and what became of it since. */
export interface History extends CommitFacts {
  /** Whether it still stands in the tree of HEAD. */
  readonly inTree?: boolean;
  /** The commit that took it out last. */
  readonly removedBy?: CommitFacts;
}

/** A finding after policy: the words that the reports use. */
export interface Verdict {
  readonly finding: Finding;
  readonly verdict: VerdictKind;
  readonly fingerprint: string;
  /** Why it was allowed or softened, where it was. */
  readonly because?: string;
  readonly next: readonly string[];
}

export type ViolationKind =
  | 'gitignore'
  | 'tracked-env'
  | 'staged-env'
  | 'expired-allow'
  | 'unused-allow'
  | 'broken-allow'
  | 'loosened'
  | 'packed-file'
  | 'env-shared'
  | 'env-mixed'
  | 'env-example'
  | 'env-weak'
  | 'env-twice'
  | 'env-public';

/** Something wrong with the project rather than with a text. */
export interface Violation {
  readonly fingerprint: string;
  readonly kind: ViolationKind;
  readonly verdict: VerdictKind;
  readonly path: string;
  readonly detail: string;
  readonly next: readonly string[];
}

/** Left out on purpose: listed, never blocking. */
export interface Skipped {
  readonly path: string;
  readonly why: string;
}

/** What could not be read or done. */
export interface Trouble {
  readonly message: string;
  /** What it is about, where there is one. */
  readonly path?: string;
}

export interface Scope {
  readonly kind: 'staged' | 'push' | 'message' | 'tree' | 'history' | 'diff' | 'stdin' | 'client' | 'package' | 'env';
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
  readonly skipped: readonly Skipped[];
  readonly shard?: ShardOf | undefined;
}

/** One part of so many; 1-based. */
export interface ShardOf {
  readonly index: number;
  readonly count: number;
  /** What all parts of one run have in common. */
  readonly run?: RunFacts | undefined;
}

/** Parts of which one of these differs are not parts of one whole. */
export interface RunFacts {
  /** Hash over rules, settings, allowlist, baseline and options. */
  readonly policy: string;
  /** Commits that were looked at, where that is settled: `HEAD`, or `BASE..HEAD`, as object ids. */
  readonly commits?: string | undefined;
}

/** Everything a report shows. */
export interface Outcome {
  readonly scope: Scope;
  readonly verdicts: readonly Verdict[];
  readonly violations: readonly Violation[];
  /** Each one makes the exit code 2. */
  readonly failures: readonly Trouble[];
  readonly durationMs: number;
  /** Salt of weak fingerprints, so that a later run can compare. */
  readonly salt: string;
}
