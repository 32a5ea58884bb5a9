import { isDay } from '../days.ts';

/** Where the allowlist stands, from the top level. */
export const ALLOWLIST_FILE = '.secretguardallow';

/** One reviewed finding or violation. */
export interface AllowEntry {
  readonly fingerprint: string;
  /** Rule id, or kind of violation; absent: any. */
  readonly rule?: string;
  /** Globs that must all match the path; in a file it is one, `mergeAllow` may join two. */
  readonly paths: readonly string[];
  readonly reason: string;
  /** Last day on which it counts: `2027-02-20`. */
  readonly until?: string;
  /** 1-based. */
  readonly line: number;
}

export interface BrokenLine {
  /** 1-based. */
  readonly line: number;
  /** In words that quote nothing. */
  readonly why: string;
}

export interface Allowlist {
  /** Salt of weak fingerprints; absent in a file without a first line of ours. */
  readonly salt?: string;
  readonly entries: readonly AllowEntry[];
  readonly broken: readonly BrokenLine[];
}

export const NO_ALLOWLIST: Allowlist = { entries: [], broken: [] };

const FINGERPRINT = /^sg1:[0-9a-f]{32}$/;
const KEYS = new Set(['fingerprint', 'rule', 'path', 'reason', 'until']);

/**
 * Reads an allowlist: one JSON object a line, `#` comments and blank lines. The salt stands in an object of its own, first:
 * `{"version":1,"salt":"…"}`. What cannot be understood is listed as broken; the other lines count.
 */
export function parseAllowlist(text: string): Allowlist {
  const entries: AllowEntry[] = [];
  const broken: BrokenLine[] = [];
  let salt: string | undefined;
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (isRemark(raw)) continue;
    const line = i + 1;
    const read = readLine(raw, line);
    if ('why' in read) broken.push({ line, why: read.why });
    else if ('fingerprint' in read) entries.push(read);
    else if (salt === undefined) salt = read.salt;
    else broken.push({ line, why: 'a second salt; the first one counts' });
  }
  return salt === undefined ? { entries, broken } : { salt, entries, broken };
}

/** The text with entries added at its end, everything else as it was; a new file gets a salt and two lines that explain it. */
export function addEntries(text: string, entries: readonly Omit<AllowEntry, 'line'>[], salt: string): string {
  const known = new Set(parseAllowlist(text).entries.map(lineOf));
  const added = entries.map(lineOf).filter((line) => !known.has(line));
  if (added.length === 0) return text;
  const withSalt = parseAllowlist(text).salt === undefined ? head(text, salt) : text;
  const eol = /\r\n/.test(withSalt) ? '\r\n' : '\n';
  const start = withSalt === '' || /[\r\n]$/.test(withSalt) ? withSalt : withSalt + eol;
  return `${start}${added.join(eol)}${eol}`;
}

/** The text without the lines numbered (1-based), everything else as it was. */
export function withoutLines(text: string, lines: ReadonlySet<number>): string {
  const pieces = text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  return pieces.filter((_, i) => !lines.has(i + 1)).join('');
}

/** An entry as it stands in the file. */
export function lineOf(entry: Omit<AllowEntry, 'line'>): string {
  const { fingerprint, rule, paths, reason, until } = entry;
  return JSON.stringify({ fingerprint, rule, path: paths[0], reason, until });
}

/** What a base allowed, as far as the head still does; an entry may have got an earlier end or a path of its own. */
export function mergeAllow(base: Allowlist, head: Allowlist): Allowlist {
  const entries = base.entries.flatMap((entry) => {
    const still = head.entries.filter(
      (e) => e.fingerprint === entry.fingerprint && (e.rule ?? entry.rule) === entry.rule,
    );
    const kept = still.find((e) => e.paths[0] === entry.paths[0]) ?? still[0];
    if (kept === undefined) return [];
    const until = [entry.until, kept.until].filter((day) => day !== undefined).sort()[0];
    const { until: _, ...rest } = entry;
    return [
      { ...rest, paths: [...new Set([...entry.paths, ...kept.paths])], ...(until === undefined ? {} : { until }) },
    ];
  });
  return { ...base, entries };
}

/** Entries of `head` that `base` did not have, or had with an earlier end or for fewer paths. */
export function addedEntries(base: Allowlist, head: Allowlist): readonly AllowEntry[] {
  const key = ({ fingerprint, rule, paths }: AllowEntry) => `${fingerprint} ${rule ?? ''} ${paths.join(' ')}`;
  return head.entries.filter((entry) => {
    const before = base.entries.filter(
      (e) => key(e) === key(entry) || (e.fingerprint === entry.fingerprint && e.paths.length === 0),
    );
    return !before.some(({ until }) => until === undefined || (entry.until !== undefined && entry.until <= until));
  });
}

/** Stable name of something wrong with the project: SHA-256 over what it is and where. */
export function violationFingerprint(kind: string, path: string, subject = ''): string {
  const { createHash } = process.getBuiltinModule('node:crypto'); // 2 ms that few need to pay
  const digest = createHash('sha256').update(`${kind}\0${path}\0${subject}`).digest('hex');
  return `sg1:${digest.slice(0, 32)}`;
}

function isRemark(line: string): boolean {
  return /^\s*(#|$)/.test(line);
}

function objectIn(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined; // the caller lists the line as broken
  }
}

function readLine(raw: string, line: number): AllowEntry | { salt: string } | { why: string } {
  const value = objectIn(raw);
  if (value === undefined) {
    return { why: /^(<{7}|={7}|>{7})/.test(raw) ? 'it is left from a merge conflict' : 'it is not a JSON object' };
  }
  if (!('salt' in value)) return entryOf(value, line);
  if ('version' in value && value.version !== 1) return { why: 'it was made by a newer version of secretguard' };
  return typeof value.salt === 'string' && value.salt !== '' ? { salt: value.salt } : { why: 'its salt is not a text' };
}

function entryOf(value: Record<string, unknown>, line: number): AllowEntry | { why: string } {
  const why = entryProblem(value);
  if (why !== undefined) return { why };
  const { fingerprint, rule, path, reason, until } = value;
  return {
    fingerprint: String(fingerprint),
    ...(rule === undefined ? {} : { rule: String(rule) }),
    paths: path === undefined ? [] : [String(path)],
    reason: String(reason),
    ...(until === undefined ? {} : { until: String(until) }),
    line,
  };
}

function entryProblem(value: Record<string, unknown>): string | undefined {
  const { fingerprint, rule, path, reason, until } = value;
  if (Object.keys(value).some((key) => !KEYS.has(key))) return `it may only hold ${[...KEYS].join(', ')}`;
  if (!isText(fingerprint, FINGERPRINT)) return 'it has no valid fingerprint (sg1: and 32 hex digits)';
  if (!isText(reason, /\S/)) return 'it gives no reason';
  if (rule !== undefined && !isText(rule, /\S/)) return 'its rule is not a text';
  if (path !== undefined && !isText(path, /^.{1,300}$/)) return 'its path is not a glob';
  if (until !== undefined && !isDay(String(until))) return 'its end is not a day such as 2027-02-20';
  return undefined;
}

function isText(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function head(text: string, salt: string): string {
  const first = `${JSON.stringify({ version: 1, salt })}\n`;
  if (text.trim() !== '') return first + text.replace(/^\uFEFF/, '');
  return `${first}# Reviewed findings that secretguard lets pass. Add one: npx secretguard allow ID --reason "why it is harmless"\n`;
}
