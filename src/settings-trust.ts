import type { Severity } from './model.ts';
import { policyFor, stricterRotation } from './rotation-settings.ts';
import type { Settings } from './settings.ts';

/** Something that makes the guard see or stop less than before. */
export interface Loosening {
  readonly what: string;
  /** Key of the settings, or line of the allowlist. */
  readonly where: string;
  /** Default: `.secretguardrc`. */
  readonly file?: string;
}

const WEIGHT: Readonly<Record<Severity | 'never', number>> = { block: 3, warn: 2, note: 1, never: 0 };
const FAIL_WEIGHT = { warn: 2, block: 1, never: 0 } as const;

/** What a base decided, with only those changes of the head that make it stricter. */
export function mergeForTrust(base: Settings, head: Settings): Settings {
  const { baseline, ...rest } = base;
  return {
    ...rest,
    ignore: tighterGlobs(base.ignore, head.ignore),
    maxFileBytes: Math.max(base.maxFileBytes, head.maxFileBytes),
    rules: {
      disable: base.rules.disable.filter((id) => head.rules.disable.includes(id)),
      severity: tighterSeverities(base, head),
    },
    customRules: [
      ...base.customRules,
      ...head.customRules.filter(({ id }) => !base.customRules.some((r) => r.id === id)),
    ],
    gitignore: {
      require: union(base.gitignore.require, head.gitignore.require),
      packages: widerPackages(base.gitignore.packages, head.gitignore.packages),
    },
    envFiles: {
      block: union(base.envFiles.block, head.envFiles.block),
      warn: base.envFiles.warn,
      harmless: base.envFiles.harmless.filter((glob) => head.envFiles.harmless.includes(glob)),
    },
    knownValues: {
      enabled: base.knownValues.enabled || head.knownValues.enabled,
      files: union(base.knownValues.files, head.knownValues.files),
      minLength: Math.min(base.knownValues.minLength, head.knownValues.minLength),
    },
    strict: base.strict || head.strict,
    failOn: FAIL_WEIGHT[head.failOn] > FAIL_WEIGHT[base.failOn] ? head.failOn : base.failOn,
    minified: base.minified === 'scan' ? 'scan' : head.minified,
    archives: base.archives === 'scan' ? 'scan' : head.archives,
    hooks: base.hooks,
    rotation: stricterRotation(base.rotation, head.rotation),
    ...(baseline !== undefined && baseline === head.baseline ? { baseline } : {}),
  };
}

/**
 * Settings for a hook: nothing that would keep a text from being looked at, since settings cannot let a certain finding pass.
 * Ignored paths and disabled rules stay: `decide` lets them count for findings that are not certain.
 */
export function settingsForHook(settings: Settings, defaults: Settings): Settings {
  return { ...settings, maxFileBytes: Math.max(settings.maxFileBytes, defaults.maxFileBytes), minified: 'scan' };
}

/** What `head` allows that `base` did not, one entry each, in the order of the settings. */
export function loosenings(base: Settings, head: Settings): readonly Loosening[] {
  const { found, say, added, fewer } = makeList();
  added('extends', base.extends, head.extends, 'settings taken from elsewhere');
  added('ignore', base.ignore.filter(isPositive), head.ignore.filter(isPositive), 'paths no longer scanned');
  added('ignore', head.ignore.filter(isNegative), base.ignore.filter(isNegative), 'exception taken out');
  fewer('maxFileSize', base.maxFileBytes, head.maxFileBytes, 'size limit');
  added('rules.disable', base.rules.disable, head.rules.disable, 'rule disabled');
  for (const id of loweredSeverities(base, head)) say('rules.severity', `severity lowered: ${id}`);
  for (const { id } of base.customRules.filter((rule) => !sameRule(rule, head)))
    say('customRules', `rule changed or removed: ${id}`);
  added('gitignore.require', head.gitignore.require, base.gitignore.require, 'no longer required');
  if (packagesNarrowed(base, head)) say('gitignore.packages', 'fewer packages are checked');
  added('envFiles.block', head.envFiles.block, base.envFiles.block, 'env files no longer blocked');
  added('envFiles.warn', base.envFiles.warn, head.envFiles.warn, 'env files only warned of');
  added('envFiles.harmless', base.envFiles.harmless, head.envFiles.harmless, 'env files taken for harmless');
  if (base.knownValues.enabled && !head.knownValues.enabled) say('knownValues.enabled', 'known values switched off');
  added('knownValues.files', head.knownValues.files, base.knownValues.files, 'no longer read for known values');
  fewer(
    'knownValues.minLength',
    -base.knownValues.minLength,
    -head.knownValues.minLength,
    'known values, shortest length,',
  );
  if (base.strict && !head.strict) say('strict', 'inline comments count again');
  if (FAIL_WEIGHT[head.failOn] < FAIL_WEIGHT[base.failOn])
    say('failOn', `fails on "${head.failOn}" instead of "${base.failOn}"`);
  if (base.minified === 'scan' && head.minified === 'skip') say('minified', 'minified files are skipped');
  if (base.archives === 'scan' && head.archives === 'skip') say('archives', 'archives are skipped');
  if (head.baseline !== undefined && head.baseline !== base.baseline) say('baseline', `baseline: ${head.baseline}`);
  added('hooks', head.hooks, base.hooks, 'hook no longer installed');
  fewer('rotation.days', -base.rotation.days, -head.rotation.days, 'days that a key may live,');
  fewer(
    'rotation.overlapDays',
    -base.rotation.overlapDays,
    -head.rotation.overlapDays,
    'days of two keys side by side,',
  );
  added('rotation.ignore', base.rotation.ignore, head.rotation.ignore, 'secrets no longer rotated');
  for (const name of slowerNames(base, head)) say('rotation.names', `may live longer: ${name}`);
  return found;
}

/** A list of loosenings, and ways to add to it: anything, what the one has more of, where the other is smaller. */
function makeList() {
  const found: Loosening[] = [];
  const say = (where: string, what: string) => found.push({ what, where });
  return {
    found,
    say,
    added(where: string, before: readonly string[], after: readonly string[], verb: string): void {
      for (const entry of after) if (!before.includes(entry)) say(where, `${verb}: ${entry}`);
    },
    /** Limits from above are given as negative numbers. */
    fewer(where: string, before: number, after: number, what: string): void {
      const verb = before < 0 ? 'raised' : 'lowered';
      if (after < before) say(where, `${what} ${verb} from ${Math.abs(before)} to ${Math.abs(after)}`);
    },
  };
}

/** Positive globs that both have, in the base's order, then every exception: each step can only shrink the set. */
function tighterGlobs(base: readonly string[], head: readonly string[]): readonly string[] {
  const kept = base.filter((glob) => isNegative(glob) || head.includes(glob));
  return [...kept, ...head.filter((glob) => isNegative(glob) && !kept.includes(glob))];
}

function isNegative(glob: string): boolean {
  return glob.startsWith('!');
}

function isPositive(glob: string): boolean {
  return !isNegative(glob);
}

function tighterSeverities(base: Settings, head: Settings): Settings['rules']['severity'] {
  const merged: Record<string, Severity> = {};
  const ids = new Set([...Object.keys(base.rules.severity), ...Object.keys(head.rules.severity)]);
  for (const id of ids) {
    const [before, after] = [base.rules.severity[id], head.rules.severity[id]];
    // Without a word of the base the rule's own severity counts, which is not known here: only `block` is surely not lower.
    if (before === undefined) {
      if (after === 'block') merged[id] = after;
    } else if (after !== undefined) merged[id] = WEIGHT[after] > WEIGHT[before] ? after : before;
    else merged[id] = before;
  }
  return merged;
}

function loweredSeverities(base: Settings, head: Settings): readonly string[] {
  const ids = new Set([...Object.keys(base.rules.severity), ...Object.keys(head.rules.severity)]);
  return [...ids].filter((id) => {
    const [before, after] = [base.rules.severity[id], head.rules.severity[id]];
    return WEIGHT[after ?? (before === 'block' ? 'warn' : 'block')] < WEIGHT[before ?? 'block'];
  });
}

function sameRule(rule: Settings['customRules'][number], head: Settings): boolean {
  const other = head.customRules.find(({ id }) => id === rule.id);
  const text = (r: typeof rule) =>
    JSON.stringify({ ...r, title: '', pattern: String(r.pattern), pair: String(r.pair?.pattern) });
  return other !== undefined && text(other) === text(rule);
}

function widerPackages(
  base: boolean | readonly string[],
  head: boolean | readonly string[],
): boolean | readonly string[] {
  if (base === true || head === true) return true;
  if (base === false) return head;
  return head === false ? base : union(base, head);
}

function packagesNarrowed(
  { gitignore: { packages: base } }: Settings,
  { gitignore: { packages: head } }: Settings,
): boolean {
  if (head === true || base === false) return false;
  if (base === true || head === false) return true;
  return base.some((glob) => !head.includes(glob));
}

/** Secrets of the settings whose keys may live longer than before, in any environment that the settings name. */
function slowerNames({ rotation: base }: Settings, { rotation: head }: Settings): readonly string[] {
  const names = new Set([...Object.keys(base.names), ...Object.keys(head.names)]);
  return [...names].filter((name) => {
    const environments = [base, head].flatMap(({ names: all }) => Object.keys(all[name]?.environments ?? {}));
    return ['', ...environments].some((environment) => {
      const [before, after] = [policyFor(base, name, environment), policyFor(head, name, environment)];
      return after.days > before.days || after.overlapDays > before.overlapDays;
    });
  });
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
