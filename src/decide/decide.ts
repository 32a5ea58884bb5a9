import type { Finding, Severity, Verdict, VerdictKind, Violation } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Loosening } from '../settings-trust.ts';
import { ALLOWLIST_FILE, type AllowEntry, type Allowlist, NO_ALLOWLIST, violationFingerprint } from './allowlist.ts';
import type { Baseline } from './baseline.ts';
import { type Fingerprints, fingerprintsWith, shortFingerprint } from './fingerprints.ts';
import type { PathMatcher } from './globs.ts';
import { nextSteps } from './next-steps.ts';

/** Everything that may turn a finding into something milder. Values only: the day comes in, too. */
export interface Policy {
  readonly settings: Pick<Settings, 'ignore' | 'rules' | 'strict'>;
  readonly allowlist: Allowlist;
  readonly baseline?: Baseline;
  /** Salt of weak fingerprints: that of the allowlist, or `DEFAULT_SALT`. */
  readonly salt: string;
  /** `2027-02-20`, UTC. */
  readonly today: string;
  /** Settings, baseline and ignored paths do not touch findings that are certain. */
  readonly hook: boolean;
  /** Whether what an entry allows would have been seen, so that an unused one can be called so. */
  readonly complete: boolean | ((entry: AllowEntry) => boolean);
  /** What the checked range loosened. */
  readonly loosened?: readonly Loosening[];
  /** `matchesPath` of globs.ts; may be absent where neither settings nor allowlist hold a glob. */
  readonly matches?: PathMatcher;
}

/** A violation as its finder tells it; `subject` tells several of one kind in one file apart. */
export type ViolationDraft = Omit<Violation, 'fingerprint'> & { readonly subject?: string };

export interface Decision {
  readonly verdicts: readonly Verdict[];
  readonly violations: readonly Violation[];
  readonly usedEntries: ReadonlySet<AllowEntry>;
}

/** The known rule of values from local env files: no inline comment can allow those. */
const KNOWN_VALUE = 'known-value';
const NOTHING: Decision = { verdicts: [], violations: [], usedEntries: new Set() };
const VIOLATION_KINDS = new Set<string>([
  'gitignore',
  'tracked-env',
  'staged-env',
  'loosened',
  'packed-file',
  'env-shared',
  'env-mixed',
  'env-example',
  'env-weak',
  'env-twice',
  'env-public',
]);
const WEIGHT: Readonly<Record<Severity, number>> = { block: 3, warn: 2, note: 1 };

/**
 * What becomes of each finding. Fingerprints and next steps of verdicts are made when first read: a weak value costs a
 * scrypt, and most findings of a large scan are never printed in full.
 */
export function decide(findings: readonly Finding[], policy: Policy, drafts: readonly ViolationDraft[] = []): Decision {
  const { allowlist, loosened = [] } = policy;
  const quiet = findings.length === 0 && drafts.length === 0 && loosened.length === 0;
  if (quiet && allowlist.entries.length === 0 && allowlist.broken.length === 0) return NOTHING;
  const judge = judgeBy(policy);
  const verdicts = findings.flatMap((finding) => judge.finding(finding) ?? []);
  const violations = [...drafts, ...loosened.map(looseningViolation)].map(judge.violation);
  violations.push(...allowlistViolations(policy, judge.used).map(withFingerprint));
  return { verdicts, violations, usedEntries: judge.used };
}

interface Judge {
  finding(finding: Finding): Verdict | undefined;
  violation(draft: ViolationDraft): Violation;
  readonly used: Set<AllowEntry>;
}

function judgeBy(policy: Policy): Judge {
  const used = new Set<AllowEntry>();
  const fingerprints = fingerprintsWith(policy.salt);
  const known = policy.baseline === undefined ? undefined : knownFrom(policy.baseline, policy.salt, fingerprints);
  const entries = policy.allowlist.entries.filter((entry) => !isExpired(entry, policy.today));
  const allows = (rule: string, path: string, fingerprint: () => string) => {
    const entry = entries.find(
      (e) => (e.rule ?? rule) === rule && isMeant(path, e.paths, policy) && e.fingerprint === fingerprint(),
    );
    if (entry !== undefined) used.add(entry);
    return entry;
  };
  return {
    used,
    finding(finding) {
      const isProtected = policy.hook && finding.confidence === 'certain';
      if (!isProtected && isDropped(finding, policy)) return undefined;
      const fingerprint = () => fingerprints(finding);
      const entry = allows(finding.rule, finding.path, fingerprint);
      if (entry !== undefined) return verdictOf(finding, 'allowed', fingerprint, reasonOf(entry));
      if (!isProtected && known?.(finding))
        return verdictOf(finding, 'allowed', fingerprint, 'known from the baseline');
      const { verdict, because } = marked(finding, settled(finding, policy, isProtected), policy);
      return verdictOf(finding, verdict, fingerprint, because);
    },
    violation(draft) {
      const violation = withFingerprint(draft);
      const entry = allows(violation.kind, violation.path, () => violation.fingerprint);
      if (entry === undefined || violation.verdict === 'note') return violation;
      return {
        ...violation,
        verdict: 'allowed',
        detail: `${violation.detail} (allowed, ${reasonOf(entry)})`,
        next: [],
      };
    },
  };
}

/** The verdict as an object whose costly parts are made when read, and only once. */
function verdictOf(finding: Finding, verdict: VerdictKind, fingerprint: () => string, because?: string): Verdict {
  let next: readonly string[] | undefined;
  return {
    finding,
    verdict,
    get fingerprint() {
      return fingerprint();
    },
    get next() {
      next ??= nextSteps(finding, verdict, fingerprint());
      return next;
    },
    ...(because === undefined ? {} : { because }),
  };
}

function isDropped({ rule, path }: Finding, { settings, matches }: Policy): boolean {
  const isDisabled = settings.rules.disable.some((id) =>
    id.endsWith('*') ? rule.startsWith(id.slice(0, -1)) : id === rule,
  );
  return isDisabled || (settings.ignore.length > 0 && isMeantBy(path, settings.ignore, matches));
}

interface Milder {
  readonly verdict: VerdictKind;
  readonly because?: string;
}

/** The severity by settings; what is certain can only be raised. */
function settled({ rule, severity }: Finding, { settings }: Policy, isProtected: boolean): Milder {
  const set = settings.rules.severity[rule];
  if (set === undefined || set === severity) return { verdict: severity };
  if (isProtected && WEIGHT[set] < WEIGHT[severity]) return { verdict: severity };
  return { verdict: set, because: 'severity set by the settings' };
}

function marked({ rule, marker }: Finding, by: Milder, { settings }: Policy): Milder {
  if (marker === undefined || settings.strict || rule === KNOWN_VALUE) return by;
  if (marker.kind === 'own' && marker.reason.trim() !== '')
    return { verdict: 'allowed', because: `inline comment: ${marker.reason}` };
  if (by.verdict !== 'block') return by;
  return { verdict: 'warn', because: 'softened by an inline comment that gives no reason' };
}

function knownFrom(baseline: Baseline, salt: string, fingerprints: Fingerprints): (finding: Finding) => boolean {
  const theirs = baseline.salt === salt ? fingerprints : fingerprintsWith(baseline.salt);
  return (finding) => baseline.known.get(finding.rule)?.has(theirs(finding)) === true;
}

function isExpired({ until }: AllowEntry, today: string): boolean {
  return until !== undefined && until < today;
}

function isMeant(path: string, globs: readonly string[], { matches }: Policy): boolean {
  return globs.every((glob) => isMeantBy(path, [glob], matches));
}

function isMeantBy(path: string, globs: readonly string[], matches: PathMatcher | undefined): boolean {
  if (matches === undefined) throw new Error('globs to match, but no matcher in the policy');
  return matches(path, globs);
}

function reasonOf({ line, reason }: AllowEntry): string {
  return `${ALLOWLIST_FILE} line ${line}: ${reason}`;
}

function allowlistViolations(policy: Policy, used: ReadonlySet<AllowEntry>): readonly ViolationDraft[] {
  const { allowlist, today, complete } = policy;
  const drafts: ViolationDraft[] = allowlist.broken.map(({ line, why }) => ({
    ...inAllowlist('broken-allow', `line ${line} is not understood and does not count: ${why}`, `${line}`),
    verdict: 'warn',
    next: ['write it anew: npx secretguard allow'],
  }));
  for (const entry of allowlist.entries) {
    const subject = `${entry.fingerprint} ${entry.paths.join(' ')}`;
    const name = `line ${entry.line} (${shortFingerprint(entry.fingerprint)}${entry.rule === undefined ? '' : `, ${entry.rule}`})`;
    if (isExpired(entry, today)) {
      const detail = `${name} expired on ${entry.until} and no longer allows anything`;
      const next = ['remove it: npx secretguard allow --prune', 'or review the finding again and allow it anew'];
      drafts.push({ ...inAllowlist('expired-allow', detail, subject), verdict: 'warn', next });
    } else if (!used.has(entry) && isExpectedIn(entry, complete)) {
      const next = [`remove it: npx secretguard allow --prune ${shortFingerprint(entry.fingerprint)}`];
      drafts.push({
        ...inAllowlist('unused-allow', `${name} allows nothing any more`, subject),
        verdict: 'note',
        next,
      });
    }
  }
  return drafts;
}

function isExpectedIn(entry: AllowEntry, complete: Policy['complete']): boolean {
  if (typeof complete === 'function') return complete(entry);
  return complete && !VIOLATION_KINDS.has(entry.rule ?? '');
}

function inAllowlist(kind: Violation['kind'], detail: string, subject: string) {
  return { kind, path: ALLOWLIST_FILE, detail, subject };
}

function looseningViolation({ what, where, file = '.secretguardrc' }: Loosening): ViolationDraft {
  return {
    kind: 'loosened',
    verdict: 'note',
    path: file,
    detail: `${where}: ${what}`,
    subject: `${where} ${what}`,
    next: [],
  };
}

function withFingerprint({ subject, ...violation }: ViolationDraft): Violation {
  return { ...violation, fingerprint: violationFingerprint(violation.kind, violation.path, subject) };
}

/** A policy without settings, allowlist and baseline. */
export function openPolicy(policy: Pick<Policy, 'salt' | 'today' | 'hook'> & Partial<Policy>): Policy {
  const settings = { ignore: [], rules: { disable: [], severity: {} }, strict: false };
  return { settings, allowlist: NO_ALLOWLIST, complete: false, ...policy };
}
