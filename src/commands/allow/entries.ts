import { randomBytes } from 'node:crypto';
import { type AllowEntry, addEntries, parseAllowlist, withoutLines } from '../../decide/allowlist.ts';
import { isPrefixOf, shortFingerprint } from '../../decide/fingerprints.ts';
import { matchesPath } from '../../decide/globs.ts';
import type { Finding, Outcome } from '../../model.ts';
import { printable } from '../../report/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import { DEFAULT_SALT, type Secret } from '../../secret.ts';

/** Something that the check found and that can be allowed. */
export interface Candidate {
  /** As the report shows it: under the salt of the allowlist in the index. */
  readonly fingerprint: string;
  /** Rule id, or kind of violation. */
  readonly rule: string;
  readonly path: string;
  readonly secret?: Secret;
  /** Absent: a violation. */
  readonly finding?: Finding;
  /** One line for people, printable. */
  readonly what: string;
  readonly why: string;
}

/** What a person said of it. */
export interface Wish extends Terms {
  /** Absent: a whole fingerprint that the check does not find now (of a push, a message, a scan). */
  readonly candidate?: Candidate;
  readonly fingerprint: string;
}

export interface Terms {
  readonly reason: string;
  readonly until?: string | undefined;
  readonly path?: string | undefined;
}

/** Violations that a team may have good reasons for; the others are about the allowlist itself. */
const ALLOWABLE = new Set(['gitignore', 'tracked-env', 'staged-env']);

/** What is not allowed yet, each fingerprint once. */
export function candidatesIn({ verdicts, violations }: Outcome): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (candidate: Candidate) => found.has(candidate.fingerprint) || found.set(candidate.fingerprint, candidate);
  for (const { verdict, finding, fingerprint } of verdicts) {
    if (verdict === 'allowed') continue;
    const { rule, path, line, column, title, secret, why } = finding;
    add({
      fingerprint,
      rule,
      path,
      secret,
      finding,
      why,
      what: printable(`${path}:${line}:${column}  ${title}: ${secret.preview}`),
    });
  }
  for (const { verdict, kind, path, detail, fingerprint } of violations) {
    if (verdict === 'allowed' || !ALLOWABLE.has(kind)) continue;
    add({ fingerprint, rule: kind, path, why: detail, what: printable(`${path}  ${kind}`) });
  }
  return [...found.values()];
}

/**
 * The candidates that `ids` name: fingerprints or unique beginnings of them.
 *
 * @returns `bad-arguments` for an id that names none or several, or where the path asked for does not match
 */
export function entriesFor(ids: readonly string[], found: readonly Candidate[], terms: Terms): Result<readonly Wish[]> {
  const wishes: Wish[] = [];
  for (const id of ids) {
    const named = found.filter(({ fingerprint }) => isPrefixOf(id, fingerprint));
    const [candidate, another] = named;
    if (another !== undefined) {
      const choice = named.map(({ fingerprint, what }) => `  ${shortFingerprint(fingerprint)}  ${what}`).join('\n');
      return fail('bad-arguments', `${printable(id)} is the beginning of several fingerprints:\n${choice}`);
    }
    if (candidate === undefined && !isWhole(id)) return fail('bad-arguments', notFound(id, found));
    if (candidate !== undefined && terms.path !== undefined && !matchesPath(candidate.path, [terms.path])) {
      return fail('bad-arguments', `--path does not match ${printable(candidate.path)}, where it was found`);
    }
    wishes.push(
      candidate === undefined
        ? { fingerprint: `sg1:${id.toLowerCase().replace(/^sg1:/, '')}`, ...terms }
        : { candidate, fingerprint: candidate.fingerprint, ...terms },
    );
  }
  return ok(wishes);
}

/** Whether an id is a fingerprint in full, which can be allowed unseen. */
export function isWhole(id: string): boolean {
  return /^(?:sg1:)?[0-9a-f]{32}$/i.test(id);
}

/** The text of the allowlist with what is wished for; expired entries of the same fingerprints make room. */
export function addition(text: string, wishes: readonly Wish[], today: string): string {
  const present = parseAllowlist(text);
  // A fingerprint that is only known as text keeps the salt it was made with: without a file that was the default one.
  const salt =
    present.salt ??
    (wishes.every(({ candidate }) => candidate !== undefined) && present.entries.length === 0
      ? newSalt()
      : DEFAULT_SALT);
  const entries = wishes
    .map((wish) => entryFor(wish, salt))
    .filter((entry) => !present.entries.some((old) => covers(old, entry)));
  const replaced = present.entries.filter(
    (old) =>
      old.until !== undefined &&
      old.until < today &&
      entries.some(({ fingerprint }) => fingerprint === old.fingerprint),
  );
  return addEntries(withoutLines(text, new Set(replaced.map(({ line }) => line))), entries, salt);
}

/**
 * 128 random bits: weak fingerprints of one project are useless for guessing at those of another. In groups, since a line of
 * 32 digits called "salt" is what scanners take for a key.
 */
function newSalt(): string {
  return randomBytes(16)
    .toString('hex')
    .replace(/.{4}(?!$)/g, '$& ');
}

/** Whether an entry already allows all that a new one would. */
function covers(old: AllowEntry, entry: Omit<AllowEntry, 'line'>): boolean {
  const isMeant = old.fingerprint === entry.fingerprint && (old.paths.length === 0 || old.paths[0] === entry.paths[0]);
  return isMeant && (old.until === undefined || (entry.until !== undefined && entry.until <= old.until));
}

function entryFor({ candidate, fingerprint, reason, until, path }: Wish, salt: string): Omit<AllowEntry, 'line'> {
  const { secret, rule } = candidate ?? {};
  return {
    fingerprint: secret === undefined || rule === undefined ? fingerprint : secret.fingerprint(rule, salt),
    ...(rule === undefined ? {} : { rule }),
    paths: path === undefined ? [] : [path],
    reason: reason.trim(),
    ...(until === undefined ? {} : { until }),
  };
}

function notFound(id: string, found: readonly Candidate[]): string {
  const known = found.map(({ fingerprint, what }) => `\n  ${shortFingerprint(fingerprint)}  ${what}`).join('');
  const rest =
    found.length === 0 ? 'neither the check nor a scan finds anything that is not allowed' : `found is:${known}`;
  return `nothing found has a fingerprint that begins with ${printable(id).slice(0, 40)}; ${rest}\n(of anything else give the whole fingerprint, 32 digits)`;
}
