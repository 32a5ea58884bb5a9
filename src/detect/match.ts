import type { Severity } from '../model.ts';
import type { Catalogue, LeanRule } from './catalogue.ts';
import type { CheckOutcome } from './check.ts';
import { checks, judgesPlaceholders } from './checks/all-checks.ts';
import { isCommented, isDocumented, isExample, isInDocstring, isTyped } from './comment.ts';
import { isPublished } from './generic/published.ts';
import { strangeness } from './generic/strangeness.ts';
import { isMadeOfWords, measure } from './generic/value.ts';
import { isQuiet } from './generic/verdict.ts';
import { placeOf } from './place.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Hits } from './prefilter.ts';
import type { Range, RawFinding } from './raw.ts';
import { AFTER, BEFORE } from './reach.ts';
import { matchesAt, rulesAt } from './sticky.ts';

/**
 * Runs each rule around the hits of its keywords, and proves what can be proven. `text` is one character a byte.
 *
 * @param isMeant whether a window is worth it; all are where it is absent
 */
export function matchRules(
  text: string,
  hits: Hits,
  catalogue: Catalogue,
  path: string,
  isMeant?: (window: Range, rule: LeanRule) => boolean,
): RawFinding[] {
  const found: RawFinding[] = [];
  const spots = spotsOf(text, hits, catalogue);
  if (spots.size === 0) return found;
  const place = placeOf(path);
  const made = place.test || place.fixture || place.docs || place.example;
  const where = { path, quiet: isQuiet(place), made };
  for (const [index, offsets] of spots) {
    const rule = catalogue.rule(index);
    for (const window of windowsOf(offsets, rule, text.length))
      if (isMeant === undefined || isMeant(window, rule)) matchWindow(text, window, rule, where, found);
  }
  return found;
}

/** For each rule the places around which it may match. */
function spotsOf(text: string, { offsets, ids }: Hits, catalogue: Catalogue): Map<number, number[]> {
  const spots = new Map<number, number[]>();
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (catalogue.hasRule[id] !== 1) continue;
    const offset = offsets[i]!;
    for (const rule of rulesAt(text, offset, id, catalogue)) {
      const list = spots.get(rule);
      if (list === undefined) spots.set(rule, [offset]);
      else list.push(offset);
    }
  }
  return spots;
}

/** Overlapping windows are joined, so that no rule reads a character twice, however many hits there are. */
function windowsOf(offsets: readonly number[], rule: LeanRule, length: number): Range[] {
  const before = rule.reach?.before ?? BEFORE;
  const after = rule.reach?.after ?? AFTER;
  const windows: [number, number][] = [];
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    const start = Math.max(0, offset - before);
    const end = Math.min(length, offset + after);
    const last = windows[windows.length - 1];
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else windows.push([start, end]);
  }
  return windows;
}

/** Bits below noise from which letters without a digit are a name: `live_period = QueryResultLocation.…`. */
const WORDY_BITS = -18;

function isWords(body: string): boolean {
  return /^[A-Za-z_.=-]{12,}$/.test(body) && strangeness(body) < WORDY_BITS;
}

/** A path, whether it says that nothing there is meant, and whether people wrote it so. */
interface Where {
  readonly path: string;
  readonly quiet: boolean;
  /** Tests, documentation or examples, but no generated files. */
  readonly made: boolean;
}

function matchWindow(text: string, [from, to]: Range, rule: LeanRule, where: Where, found: RawFinding[]): void {
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  // most windows hold no match, and matchAll copies the pattern each time: a third of what rules cost over a tree
  if (part.search(rule.pattern) < 0) return;
  for (const match of part.matchAll(rule.pattern)) {
    const value = match[1] ?? match[0];
    if (value === '' || isCut(text, [from, to], match, rule.pattern)) continue;
    const start = from + match.index + (match[1] === undefined ? 0 : offsetOfSecret(match, value, rule.pattern));
    const finding = judge({ text, part, from, rule, where, match, value, start });
    if (finding !== undefined) found.push(finding);
  }
}

/** Whether only the border of its window makes it a match: a longer word goes on there. */
function isCut(text: string, [from, to]: Range, match: RegExpExecArray, pattern: RegExp): boolean {
  const start = from + match.index;
  const touches = start === from || start + match[0].length === to;
  return touches && !matchesAt(text, start, pattern);
}

/** Where group 1 begins in the match. Asks the engine only where the value occurs twice, as in `postgres://postgres:postgres@…`. */
function offsetOfSecret(match: RegExpExecArray, value: string, pattern: RegExp): number {
  const first = match[0].indexOf(value);
  if (first === match[0].lastIndexOf(value)) return first;
  const exact = new RegExp(pattern.source, `${pattern.flags}d`);
  exact.lastIndex = match.index;
  return (exact.exec(match.input)?.indices?.[1]?.[0] ?? match.index + first) - match.index;
}

interface Candidate {
  readonly text: string;
  readonly part: string;
  readonly from: number;
  readonly rule: LeanRule;
  readonly where: Where;
  readonly match: RegExpMatchArray;
  readonly value: string;
  readonly start: number;
}

function judge({ text, part, from, rule, where, match, value, start }: Candidate): RawFinding | undefined {
  if (rule.minEntropy !== undefined && entropy(value) < rule.minEntropy) return undefined;
  if (standsForOne(rule, value)) return undefined;
  if (isInsideBase64(text, start)) return undefined;
  const partner = rule.pair === undefined ? undefined : findPartner(text, start, value.length, rule.pair);
  if (rule.pair !== undefined && partner === undefined) return undefined;
  const check = rule.check === undefined ? undefined : checks[rule.check];
  const outcome = check?.({ value, groups: [...match], text: part, start: start - from, path: where.path }) ?? {};
  if (outcome.drop === true) return undefined;
  const told =
    isDescribed(text, start) || (rule.homemade === true && PRETENDED.test(text.slice(Math.max(0, start - 120), start)));
  const around = where.quiet || !told ? where : { ...where, quiet: true };
  const severity = settled(outcome.severity ?? rule.severity ?? 'block', rule, around, value, () =>
    isCommented(text, start),
  );
  return found({ rule, outcome, severity, start, end: start + value.length, partner });
}

/** Before a key pair: somebody says that it is nobody's. */
const PRETENDED = /mock|dummy|fake/i;

/** Whether documentation or a description stands around `at`, in whatever file. */
function isDescribed(text: string, at: number): boolean {
  return isDocumented(text, at) || isExample(text, at) || isInDocstring(text, at) || isTyped(text, at);
}

/** Keys of several lines and passwords in URLs need another eye for placeholders: their checks have it. */
function standsForOne({ prefix, check }: LeanRule, value: string): boolean {
  if (judgesPlaceholders.has(check ?? '')) return false;
  const body = prefix !== undefined && value.startsWith(prefix) ? value.slice(prefix.length) : value;
  return isPlaceholder(body) || (prefix !== undefined && isWords(body));
}

interface Judged {
  readonly rule: LeanRule;
  readonly outcome: CheckOutcome;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly partner: Range | undefined;
}

function found({ rule, outcome, severity, start, end, partner }: Judged): RawFinding {
  return {
    rule: rule.id,
    title: outcome.title ?? rule.title,
    provider: rule.provider,
    start,
    end,
    severity,
    confidence: outcome.confidence ?? rule.confidence ?? 'high',
    why:
      outcome.reason ?? `has the form of ${article(rule.title)}${outcome.why === undefined ? '' : `; ${outcome.why}`}`,
    pushProtected: rule.pushProtected ?? false,
    ...(rule.prefix === undefined ? {} : { prefix: rule.prefix }),
    ...(rule.rotate === undefined ? {} : { rotate: rule.rotate }),
    ...(rule.revoke === undefined ? {} : { revoke: rule.revoke }),
    ...(partner === undefined ? {} : { related: [partner] }),
  };
}

/**
 * What vendors print is a note. Where tests, documentation or examples stand, only keys that a service issues and that tell
 * themselves by a prefix stop a person: key pairs and passwords are made up there by the dozen, and a test's own key pair is no
 * news to who adds it. In a comment, a doubtful one is how somebody shows what it looks like.
 */
function settled(
  severity: Severity,
  rule: LeanRule,
  { quiet, made }: Where,
  value: string,
  commented: () => boolean,
): Severity {
  if (isPublished(value) || (made && rule.homemade === true)) return 'note';
  // `eyJ` says JSON, not whose; what its claims say, its check has weighed
  if (rule.prefix === 'eyJ' && quiet) return severity === 'block' ? 'warn' : severity;
  if (rule.prefix !== undefined && rule.homemade !== true) return severity;
  if (!quiet) return severity === 'warn' && commented() ? 'note' : severity;
  return severity === 'block' && !isOfWords(value, rule) ? 'warn' : 'note';
}

/** Whether somebody made a password up of words and numbers, also in other letters: `wrongpassword`, `s3cr3t`. */
function isOfWords(value: string, { check }: LeanRule): boolean {
  const plain =
    check === 'basic-header'
      ? Buffer.from(value, 'base64')
          .toString('latin1')
          .replace(/^[^:]*:/, '')
      : value;
  return isMadeOfWords(plain, measure(plain).noise, WORDS_BITS);
}

const WORDS_BITS = 6.5;

/** Whether base64 leads to `start` without a break: pictures and fonts hold anything somewhere. */
function isInsideBase64(text: string, start: number): boolean {
  const c = text.charCodeAt(start - 1);
  return (c === PLUS || c === SLASH) && /^[A-Za-z0-9+/]{80}$/.test(text.slice(Math.max(0, start - 80), start));
}

const PLUS = 43;
const SLASH = 47;

export function article(title: string): string {
  return `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}`;
}

function findPartner(
  text: string,
  start: number,
  length: number,
  pair: { pattern: RegExp; within: number },
): Range | undefined {
  const from = Math.max(0, start - pair.within);
  const part = text.slice(from, start + length + pair.within);
  for (const match of part.matchAll(pair.pattern)) {
    const at = from + match.index;
    const end = at + match[0].length;
    if (end <= start || at >= start + length) return [at, end];
  }
  return undefined;
}

/**
 * Shannon entropy of `text`.
 *
 * @returns bits per character, 0 (one repeated character) to log2(distinct characters); 0 for ''.
 * @see Shannon 1948, §6, "A Mathematical Theory of Communication"
 */
export function entropy(text: string): number {
  const counts = new Map<number, number>();
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  let bits = 0;
  for (const n of counts.values()) bits -= (n / text.length) * Math.log2(n / text.length);
  return bits;
}
