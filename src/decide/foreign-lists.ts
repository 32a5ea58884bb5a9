/** One thing that another scanner was told to let pass. */
export interface ForeignEntry {
  /** Where it comes from, for people: `.gitleaksignore line 3 (github-pat)`. */
  readonly origin: string;
  /** `/`-separated, from the top level. */
  readonly path: string;
  /** 1-based lines, both included; the last may be Infinity. */
  readonly lines: readonly [first: number, last: number];
  /** The version of the file that it is about; absent: as it stands. */
  readonly commit?: string;
  /** The other scanner's rules; none: any. */
  readonly rules: readonly string[];
  /** Of the value, in hexadecimal; lines do not count then. */
  readonly sha1?: string;
  /** 1-based line on which a value with that hash was. */
  readonly at?: number;
}

export interface ForeignList {
  readonly entries: readonly ForeignEntry[];
  /** What is not taken over, and why, one line each. */
  readonly left: readonly string[];
}

/**
 * A `.gitleaksignore`: a fingerprint a line, `COMMIT:PATH:RULE:LINE` or `PATH:RULE:LINE`, and `#` comments.
 *
 * @see https://github.com/gitleaks/gitleaks#gitleaksignore
 */
export function parseGitleaksIgnore(text: string, file: string): ForeignList {
  const entries: ForeignEntry[] = [];
  const left: string[] = [];
  for (const [i, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const origin = `${file} line ${i + 1}`;
    const [, commit, path, rule, at] = /^(?:([0-9a-f]{40}):)?(.+):([^:]+):(\d+)$/.exec(line) ?? [];
    if (path === undefined || rule === undefined || Number(at) < 1) {
      left.push(`${origin}: it is no fingerprint of gitleaks`);
      continue;
    }
    const lines = [Number(at), Number(at)] as const;
    entries.push({
      origin: `${origin} (${rule})`,
      path: slashes(path),
      lines,
      rules: [rule],
      ...(commit === undefined ? {} : { commit }),
    });
  }
  return { entries, left };
}

/**
 * A baseline of detect-secrets: `results` holds for each file `hashed_secret` (SHA-1 of the value), and after an audit `is_secret`.
 *
 * @returns undefined for a text that is none
 * @see https://github.com/Yelp/detect-secrets
 */
export function parseDetectSecrets(text: string, file: string): ForeignList | undefined {
  const results = resultsIn(text);
  if (results === undefined) return undefined;
  const entries: ForeignEntry[] = [];
  const left: string[] = [];
  for (const [path, list] of Object.entries(results))
    for (const item of Array.isArray(list) ? list : []) {
      const read = auditedEntry(slashes(path), isRecord(item) ? item : {}, file);
      if (typeof read === 'string') left.push(read);
      else entries.push(read);
    }
  return { entries, left };
}

/** One item of a baseline, or why it is not taken over. */
function auditedEntry(path: string, item: Record<string, unknown>, file: string): ForeignEntry | string {
  const { hashed_secret: sha1, type, line_number: at, is_secret: isSecret } = item;
  const line = typeof at === 'number' ? at : undefined;
  const kind = typeof type === 'string' ? type : 'no type';
  const origin = `${file}, ${path}${line === undefined ? '' : ` line ${line}`} (${kind}`;
  if (typeof sha1 !== 'string' || !/^[0-9a-f]{40}$/.test(sha1)) return `${origin}): it has no hash`;
  if (isSecret === true) return `${origin}): it was audited as a real secret`;
  return {
    origin: `${origin}, ${isSecret === false ? 'audited as harmless' : 'not audited'})`,
    path,
    lines: [1, Number.POSITIVE_INFINITY],
    rules: [],
    sha1,
    ...(line === undefined ? {} : { at: line }),
  };
}

const DIRECTIVE = /secretlint-(disable-next-line|disable-line|disable|enable)([^\n]*)/g;

/** Stands for all rules where none is named. */
const ANY = '';

function named(rule: string): readonly string[] {
  return rule === ANY ? [] : [rule];
}

/**
 * Comments of secretlint in one file: `secretlint-disable` up to `secretlint-enable` or the end, `-disable-line`, `-disable-next-line`,
 * each of all rules or of those named.
 *
 * @see https://www.npmjs.com/package/@secretlint/secretlint-rule-filter-comments
 */
export function parseSecretlint(text: string, path: string): readonly ForeignEntry[] {
  const entries: ForeignEntry[] = [];
  const open: Open[] = [];
  const add = (line: number, rules: readonly string[], lines: ForeignEntry['lines']) =>
    entries.push({ origin: `${path} line ${line}, a comment of secretlint`, path, lines, rules });
  for (const { kind, line, rules } of directivesIn(text)) {
    if (kind === 'disable-line') add(line, rules, [line, line]);
    else if (kind === 'disable-next-line') add(line, rules, [line + 1, line + 1]);
    else if (kind === 'disable') open.push(...(rules.length > 0 ? rules : [ANY]).map((rule) => ({ line, rule })));
    else for (const ended of takeEnded(open, rules)) add(ended.line, named(ended.rule), [ended.line, line]);
  }
  for (const { line, rule } of open) add(line, named(rule), [line, Number.POSITIVE_INFINITY]);
  return entries;
}

interface Directive {
  readonly kind: string;
  /** 1-based. */
  readonly line: number;
  /** None: all. */
  readonly rules: readonly string[];
}

function directivesIn(text: string): Directive[] {
  return text.split('\n').flatMap((content, i) =>
    Array.from(content.matchAll(DIRECTIVE), ([, kind = '', options = '']) => ({
      kind,
      line: i + 1,
      rules: rulesIn(options),
    })),
  );
}

/** A rule that is switched off from a line on. */
interface Open {
  readonly line: number;
  readonly rule: string;
}

/** Takes those out of `open` that are switched on again. @param rules none: all */
function takeEnded(open: Open[], rules: readonly string[]): Open[] {
  const ended = open.filter(({ rule }) => rules.length === 0 || rules.includes(rule));
  for (const one of ended) open.splice(open.indexOf(one), 1);
  return ended;
}

/**
 * Whether a rule of ours may be meant by one of another scanner's: they share the word that names the service.
 *
 * @param ours rule id and provider
 */
export function sharesService(ours: string, theirs: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1 && !COMMON.has(word));
  const own = new Set(words(ours));
  return words(theirs).some((word) => own.has(word));
}

/** Words of rule names that name no service. */
const COMMON = new Set(
  'secretlint rule api key keys token tokens secret secrets access personal password generic pat id auth oauth client private service account app'.split(
    ' ',
  ),
);

function rulesIn(options: string): string[] {
  const [names = ''] = options.split(' -- ');
  return names.match(/@?[\w-]+(?:\/[\w-]+)+|\bsecretlint-rule-[\w-]+/g) ?? [];
}

function resultsIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isRecord(value) && isRecord(value['results']) ? value['results'] : undefined;
  } catch {
    return undefined; // no baseline, says the caller; the parser's own message would quote the text
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}
