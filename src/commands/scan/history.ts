import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dayOf } from '../../days.ts';
import { fingerprintsAhead } from '../../decide/fingerprints.ts';
import type { Needle } from '../../detect/known-values.ts';
import { layoutOf } from '../../git/layout.ts';
import type { GitOptions } from '../../git/run-git.ts';
import type { CommitFacts, Finding, History, Trouble } from '../../model.ts';
import { ok, type Result } from '../../result.ts';
import { DEFAULT_SALT } from '../../secret.ts';
import type { Settings } from '../../settings.ts';
import { allRevisions, commitWords, headTree, rangeRevisions } from '../../sources/history.ts';
import { type CleanCache, openCache } from '../../sources/history-cache.ts';
import { indexHistory, type Reading } from '../../sources/history-index.ts';
import type { World } from '../command.ts';
import { repositoryAt } from '../repository.ts';
import type { Scanned } from '../scan.ts';
import type { ScanArgs } from './args.ts';
import { type Chain, fateInWords, fateOf } from './chains.ts';
import { concludeScan, type Found } from './conclude.ts';
import { ignoresOf } from './ignores.ts';
import { ownValues } from './known.ts';
import { rulesWanted, type ScanChoice } from './options.ts';
import { partOf } from './part.ts';
import { policyOnDisk } from './policy.ts';
import { isWatched, makeProgress } from './progress.ts';
import { searchVersions, type Versions } from './versions.ts';

/** Scans every version of every file that a ref leads to (or a range of commits), and every message. */
export async function scanHistory(given: ScanArgs, choice: ScanChoice, world: World): Promise<Scanned> {
  const place = repositoryAt(world);
  if (!place.ok) return place;
  const { git, top } = place.value;
  const policy = await policyOnDisk(given, top, world);
  const wanted = rulesWanted(given.rule ?? [], policy.settings.customRules);
  if (!wanted.ok) return wanted;
  const range = given.positionals[0];
  const layout = layoutOf(git);
  if (!layout.ok) return layout;
  const revisions = range === undefined ? allRevisions(git, layout.value) : rangeRevisions(range, git);
  if (!revisions.ok) return revisions;
  const reading: Reading = {};
  const index = indexHistory(revisions.value, git, layout, reading); // git is at it while we get ready
  const failures: Trouble[] = [];
  const needles = ownValues(top, policy.settings, git, failures);
  const cache = cacheFor(policy.settings, needles, layout.value.ours);
  const progress = makeProgress(isWatched(given.quiet, world.env), world.columns, world.err);
  const prints = fingerprintsAhead(policy.allowlist.salt ?? DEFAULT_SALT);
  const isRead = given.format !== undefined && given.format !== 'pretty'; // people are shown a few, machines all of them
  const versions = await searchVersions({
    setup: { ...setupFor(policy.settings, needles, git, choice), layout: layout.value },
    index: { done: index, reading },
    ...(world.ahead === undefined ? {} : { thread: world.ahead }),
    threads: choice.threads,
    aloneMs: choice.aloneMs,
    revisions: revisions.value,
    tags: range === undefined,
    cache,
    progress,
    found: (finding) => isRead && wanted.value(finding.rule) && prints.add(finding),
    isIgnored: ignoresOf('', given['no-ignore'] === true, policy.settings),
  });
  progress.end();
  if (!versions.ok) return versions;
  if (cache?.problem !== undefined && given.quiet !== true)
    world.err(`secretguard: what was found clean could not be kept for the next time (${cache.problem})\n`);
  const found = findingsOf(versions.value, git);
  if (!found.ok) return found;
  await prints.finish();
  const { counts, skipped, failures: unread } = versions.value.ledger;
  // without a range, what came in between two parts is left for the next run; what was there for all of them is checked
  const commits = range === undefined ? undefined : revisions.value.join(' ');
  const outcome = concludeScan(
    {
      scope: { kind: 'history', ...counts, skipped, ...partOf(choice, given, policy, world, commits) },
      found: found.value,
      failures: [...failures, ...unread],
      today: dayOf(world.now()),
      wanted: wanted.value,
      complete: false,
    },
    policy,
  );
  return ok({ outcome, settings: policy.settings });
}

export function setupFor(settings: Settings, needles: readonly Needle[], git: GitOptions, { shard }: ScanChoice) {
  const { maxFileBytes, minified, archives, customRules } = settings;
  const limits = { maxFileBytes, minified, archives };
  return { limits, customRules, needles, git, ...(shard === undefined ? {} : { shard }) };
}

/**
 * Clean answers hold for this build, these rules, limits and known values only.
 *
 * @param ours folder of this clone that nobody else sees
 */
export function cacheFor(settings: Settings, needles: readonly Needle[], ours: string): CleanCache {
  const { maxFileBytes, minified, archives, customRules } = settings;
  const rules = customRules.map((rule) =>
    JSON.stringify({ ...rule, pattern: String(rule.pattern), pair: String(rule.pair?.pattern) }),
  );
  const depends = [buildId(), JSON.stringify([maxFileBytes, minified, archives]), ...rules];
  return openCache(
    join(ours, 'history'),
    depends,
    needles.map((n) => n.bytes),
  );
}

/** Changes with every build, whatever the version says. */
function buildId(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    const { size, mtimeMs } = statSync(join(folder, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Each secret once for each path: where it came in, where it went out, and whether it still stands. */
export function findingsOf(versions: Versions, git: GitOptions, isMeant = (_: Chain) => true): Result<Found[]> {
  const { index, rows, ledger } = versions;
  const chains = versions.chains.filter(isMeant);
  const head = headTree(git);
  if (!head.ok) return head;
  const fates = chains.map((chain) => ({ chain, fate: fateOf(chain, rows.get(chain.path) ?? [], index) }));
  const ours = fates.filter(({ chain, fate }) => {
    const blob = fate.blob >= 0 ? fate.blob : [...chain.in.keys()][0]!;
    return ledger.isOurs(index.blobs.hex(blob)); // the other shards find it as well, and leave it to this one
  });
  const commits = ours.flatMap(({ fate }) => [fate.broughtIn, fate.takenOut]).filter((c) => c >= 0);
  const oids = new Set(commits.map((c) => index.commits.hex(c)));
  for (const { oid } of ledger.messages) if (index.commits.find(oid) >= 0) oids.add(oid);
  const words = commitWords([...oids], git);
  if (!words.ok) return words;
  const factsOf = (oid: string): CommitFacts | undefined => {
    const said = words.value.get(oid);
    return said === undefined ? undefined : { commit: oid, ...said };
  };
  const facts = (commit: number) => (commit < 0 ? undefined : factsOf(index.commits.hex(commit)));
  const found = ours.map(({ chain, fate }) => {
    const inHead = index.blobs.find(head.value.get(index.paths[chain.path]!) ?? '');
    const inTree = chain.in.has(inHead);
    const finding = chain.in.get(inTree ? inHead : fate.blob) ?? anyOf(chain);
    return asFound(finding, facts(fate.broughtIn), inTree, inTree ? undefined : facts(fate.takenOut));
  });
  const tags = new Map(
    versions.tags
      .filter((tag) => tag.date !== '')
      .map(({ oid, target, author, date }) => [oid, { commit: target, author, date }]),
  );
  const messages = ledger.messages.map(({ oid, finding }) => {
    const history = factsOf(oid) ?? tags.get(oid);
    return { finding: history === undefined ? finding : { ...finding, history }, shown: finding.path };
  });
  return ok([...found, ...messages]);
}

function anyOf(chain: Chain): Finding {
  return [...chain.in.values()][0]!;
}

function asFound(
  finding: Finding,
  came: CommitFacts | undefined,
  inTree: boolean,
  removedBy: CommitFacts | undefined,
): Found {
  const history: History | undefined =
    came === undefined ? undefined : { ...came, inTree, ...(removedBy === undefined ? {} : { removedBy }) };
  const why = `${finding.why}; ${fateInWords(inTree, removedBy)}`;
  return { finding: { ...finding, why, ...(history === undefined ? {} : { history }) }, shown: finding.path };
}
