import { defaultSettings } from '../../../config/defaults.ts';
import { dayOf } from '../../days.ts';
import { ALLOWLIST_FILE, addedEntries, mergeAllow, NO_ALLOWLIST, parseAllowlist } from '../../decide/allowlist.ts';
import { type Baseline, parseBaseline } from '../../decide/baseline.ts';
import { layoutOf } from '../../git/layout.ts';
import { type GitOptions, runGit } from '../../git/run-git.ts';
import type { Scope, Trouble } from '../../model.ts';
import { ok } from '../../result.ts';
import { type Loosening, loosenings, mergeForTrust } from '../../settings-trust.ts';
import type { World } from '../command.ts';
import { repositoryAt } from '../repository.ts';
import type { Scanned } from '../scan.ts';
import { settingsFrom } from '../staged-settings.ts';
import type { ScanArgs } from './args.ts';
import { commitOf, cutOff, headOf } from './base.ts';
import { type Chain, fateOf } from './chains.ts';
import { concludeScan, type Found } from './conclude.ts';
import { cacheFor, findingsOf, setupFor } from './history.ts';
import { ownValues } from './known.ts';
import { rulesWanted, type ScanChoice } from './options.ts';
import { partOf } from './part.ts';
import { adjusted, baselineOf, policyOnDisk, type ScanPolicy } from './policy.ts';
import { isWatched, makeProgress } from './progress.ts';
import { searchUncommitted, type Uncommitted } from './uncommitted.ts';
import { searchVersions, type Versions } from './versions.ts';

const FILES = ['.secretguardrc', '.secretguardrc.json', 'package.json'];

/**
 * Scans what came in since `ref`: every version in the commits since, their messages, and what is not committed yet. Settings and
 * allowlist are those of `ref`, made stricter by what stands now; what stands now can loosen nothing, which is listed instead.
 */
export async function scanSince(given: ScanArgs, ref: string, choice: ScanChoice, world: World): Promise<Scanned> {
  const place = repositoryAt(world);
  if (!place.ok) return place;
  const { git, top } = place.value;
  const base = commitOf(ref, git);
  if (!base.ok) return base;
  const policy = await trustedPolicy(given, base.value, { top, git, world });
  const wanted = rulesWanted(given.rule ?? [], policy.settings.customRules);
  if (!wanted.ok) return wanted;
  const failures: Trouble[] = [];
  const needles = ownValues(top, policy.settings, git, failures);
  const progress = makeProgress(isWatched(given.quiet, world.env), world.columns, world.err);
  const layout = layoutOf(git);
  if (!layout.ok) return layout;
  const setup = { ...setupFor(policy.settings, needles, git, choice), layout: layout.value };
  const isIgnored = () => false; // as in a hook: ignored paths are judged by `decide`, which lets nothing certain pass
  const versions = await searchVersions({
    setup,
    threads: choice.threads,
    aloneMs: choice.aloneMs,
    revisions: ['HEAD', `^${base.value}`],
    tags: false,
    cache: cacheFor(policy.settings, needles, layout.value.ours),
    progress,
    isIgnored,
  });
  progress.end();
  if (!versions.ok) return versions;
  const committed = findingsOf(versions.value, git, await newOnes(versions.value));
  if (!committed.ok) return committed;
  const open = searchUncommitted(setup, top, isIgnored);
  if (!open.ok) return open;
  const found = [...committed.value.filter((one) => !isToldByFile(one, open.value)), ...open.value.found];
  const outcome = concludeScan(
    {
      scope: {
        ...scopeOf(versions.value, open.value, cutOff(base.value, git)),
        ...partOf(choice, given, policy, world, `${base.value}..${headOf(git) ?? ''}`),
      },
      found,
      failures: [...failures, ...versions.value.ledger.failures, ...open.value.failures],
      today: dayOf(world.now()),
      wanted: wanted.value,
      complete: false,
      guarded: true,
    },
    { ...policy, loosened: [...policy.loosened, ...markersIn(found)] },
  );
  return ok({ outcome, settings: policy.settings });
}

/** The commits and what is not committed, together. @param cut why a shallow clone cannot tell what is new */
function scopeOf({ ledger: { counts, skipped } }: Versions, open: Uncommitted, cut: string | undefined): Scope {
  const left = skipped.map((one) => (one.path === '.git/shallow' ? { ...one, why: cut ?? one.why } : one));
  return {
    kind: 'diff',
    files: counts.files + open.files,
    lines: counts.lines + open.lines,
    bytes: counts.bytes + open.bytes,
    skipped: [...left, ...open.skipped],
  };
}

/** What is changed again and not committed is told by the file as it stands, unless the history alone still holds it. */
function isToldByFile({ finding }: Found, open: Uncommitted): boolean {
  return open.changed.has(finding.path) && finding.history?.inTree === true;
}

interface Around {
  readonly top: string;
  readonly git: GitOptions;
  readonly world: World;
}

async function trustedPolicy(given: ScanArgs, base: string, { top, git, world }: Around): Promise<ScanPolicy> {
  const head = await policyOnDisk(given, top, world);
  if (given['no-config'] === true || given.config !== undefined) return head;
  const failures = head.failures;
  const texts = new Map<string, string>();
  for (const file of [...FILES, ALLOWLIST_FILE]) {
    const text = textAt(base, file, git, failures);
    if (text !== undefined) texts.set(file, text);
  }
  const before = await settingsFrom(texts, git, base);
  if (!before.ok) failures.push({ ...before.error, message: `${before.error.message} (in ${base.slice(0, 12)})` });
  const trusted = before.ok ? before.value : defaultSettings();
  const settings = adjusted(mergeForTrust(trusted, head.settings), given);
  const unicode = (text: string | undefined) => Buffer.from(text ?? '', 'latin1').toString('utf8');
  const allowed = texts.has(ALLOWLIST_FILE) ? parseAllowlist(unicode(texts.get(ALLOWLIST_FILE))) : NO_ALLOWLIST;
  const loosened: Loosening[] = [...loosenings(trusted, { ...head.settings, strict: head.settings.strict })];
  for (const { line, reason } of addedEntries(allowed, head.allowlist))
    loosened.push({ file: ALLOWLIST_FILE, where: `line ${line}`, what: `added: ${reason}` });
  const baseline =
    given.baseline === undefined
      ? baselineAt(base, settings.baseline, git, failures)
      : baselineOf(given, settings, top, world, failures);
  return {
    settings,
    allowlist: mergeAllow(allowed, head.allowlist),
    ...(baseline === undefined ? {} : { baseline }),
    loosened,
    failures,
  };
}

function baselineAt(
  base: string,
  name: string | undefined,
  git: GitOptions,
  failures: Trouble[],
): Baseline | undefined {
  const text = name === undefined ? undefined : textAt(base, name, git, failures);
  if (name === undefined || text === undefined) return undefined;
  const parsed = parseBaseline(Buffer.from(text, 'latin1').toString('utf8'), name);
  if (!parsed.ok) failures.push(parsed.error);
  return parsed.ok ? parsed.value : undefined;
}

/** What stood at a path; undefined where nothing did, or where it cannot be read, which is a failure. */
function textAt(commit: string, path: string, git: GitOptions, failures: Trouble[]): string | undefined {
  const name = `${commit}:${path}`;
  const blob = runGit(['cat-file', 'blob', name], { ...git, accept: [128] });
  if (blob.ok && blob.value.status === 0) return blob.value.stdout.toString('latin1');
  const isThere = runGit(['rev-parse', '-q', '--verify', name], { ...git, accept: [1, 128] });
  if (isThere.ok && isThere.value.status === 0)
    failures.push({ path, message: `it could not be read as it was in ${commit.slice(0, 12)}` });
  return undefined;
}

/** Which chains came in within the range: not there before, and not moved from another file in which they were. */
async function newOnes(versions: Versions): Promise<(chain: Chain) => boolean> {
  const { index, rows, chains } = versions;
  const { changes } = index;
  const fates = new Map(chains.map((chain) => [chain, fateOf(chain, rows.get(chain.path) ?? [], index)]));
  const commits = new Set([...fates.values()].filter((f) => f.isNew).map((f) => f.broughtIn));
  const olds = new Map<number, Set<number>>();
  const wanted: { blob: number; path: number }[] = [];
  for (let i = 0; i < changes.length; i++) {
    const [commit, old] = [changes.commit(i), changes.old(i)];
    if (old < 0 || !commits.has(commit)) continue;
    wanted.push({ blob: old, path: changes.path(i) });
    const list = olds.get(commit);
    if (list === undefined) olds.set(commit, new Set([old]));
    else list.add(old);
  }
  await versions.searchMore(wanted);
  const all = versions.allChains();
  const judged = new Map<Chain, boolean>();
  const isOld = (chain: Chain): boolean => {
    const known = judged.get(chain);
    if (known !== undefined) return known;
    judged.set(chain, false); // a circle of moves is new
    const fate = fates.get(chain);
    if (fate === undefined || !fate.isNew) return judged.set(chain, true).get(chain)!;
    const before = olds.get(fate.broughtIn) ?? new Set();
    const moved = all.some(
      (other) =>
        other !== chain &&
        other.rule === chain.rule &&
        [...other.in.keys()].some((blob) => before.has(blob)) &&
        other.secret.equals(chain.secret) &&
        isOld(other),
    );
    judged.set(chain, moved);
    return moved;
  };
  return (chain) => !isOld(chain);
}

/** Inline comments that let something pass or soften it. */
function markersIn(found: readonly Found[]): Loosening[] {
  return found.flatMap(({ finding: { marker, path, line } }) =>
    marker === undefined ? [] : [{ file: path, where: `line ${line}`, what: `inline comment: ${marker.reason}` }],
  );
}
