import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintsWith, isPrefixOf } from '../../decide/fingerprints.ts';
import type { GitOptions } from '../../git/run-git.ts';
import type { Finding } from '../../model.ts';
import { fail, ok, type Result } from '../../result.ts';
import { DEFAULT_SALT } from '../../secret.ts';
import { type CommitGraph, commitGraph, listObjects, type ObjectStore, tipsOf } from '../../sources/object-store.ts';
import type { World } from '../command.ts';
import { unseal } from '../scan/batch.ts';
import { makeBlobSearcher } from '../scan/blobs.ts';
import { setupFor } from '../scan/history.ts';
import { ownValues } from '../scan/known.ts';
import { policyOnDisk } from '../scan/policy.ts';
import { makeProgress } from '../scan/progress.ts';
import { searchVersions } from '../scan/versions.ts';

/** A repository, and everything in it by number. */
export interface Store {
  readonly git: GitOptions;
  readonly top: string;
  readonly objects: ObjectStore;
  readonly graph: CommitGraph;
}

/** Something found under a fingerprint that was asked for. */
export interface Traced {
  readonly fingerprint: string;
  /** As it was found first. */
  readonly finding: Finding;
  /** Objects that hold it, as the rules see it: blobs, commits, tags. */
  readonly objects: ReadonlySet<string>;
}

export async function openStore(git: GitOptions, top: string): Promise<Result<Store>> {
  const objects = await listObjects(git);
  if (!objects.ok) return objects;
  const graph = await commitGraph(objects.value.commits, git);
  return graph.ok ? ok({ git, top, objects: objects.value, graph: graph.value }) : graph;
}

/** What was found, and what could not be looked at. */
export interface Search {
  readonly traced: readonly Traced[];
  readonly failures: readonly { readonly message: string; readonly path?: string }[];
}

/**
 * Looks through every object, reachable or not, for findings whose fingerprint begins with one of `ids`.
 *
 * @returns `bad-arguments` for an id that several findings begin with
 */
export async function findById(
  ids: readonly string[],
  store: Store,
  config: string | undefined,
  world: World,
): Promise<Result<Search>> {
  const { git, top } = store;
  const policy = await policyOnDisk({ config, positionals: [] }, top, world);
  const failures = [...policy.failures];
  const needles = ownValues(top, policy.settings, git, failures);
  const setup = setupFor(policy.settings, needles, git, { threads: 1 });
  const committed = await inCommits(store, setup);
  if (!committed.ok) return committed;
  const others = await inOtherBlobs(store, committed.value.seen, setup);
  const tree = await inWorkTree(store, config, world);
  if (!tree.ok) return tree;
  const found = [...committed.value.found, ...others.found, ...tree.value];
  const traced = byFingerprint(ids, found, policy.allowlist.salt ?? DEFAULT_SALT);
  if (!traced.ok) return traced;
  return ok({ traced: traced.value, failures: [...failures, ...committed.value.failures, ...others.failures] });
}

/** A finding, and the object that holds it; '' in the work tree. */
interface Held {
  readonly oid: string;
  readonly finding: Finding;
}

interface Looked {
  readonly found: readonly Held[];
  readonly failures: Search['failures'];
}

type Setup = ReturnType<typeof setupFor>;

/** Every version and message that commits and tags lead to. `seen` are the blobs among them. */
async function inCommits(
  { objects, graph }: Store,
  setup: Setup,
): Promise<Result<Looked & { readonly seen: ReadonlySet<string> }>> {
  const tips = tipsOf(graph);
  if (tips.length === 0) return ok({ found: [], failures: [], seen: new Set() });
  const versions = await searchVersions({
    setup,
    threads: 1,
    revisions: tips,
    tags: true,
    cache: undefined,
    progress: makeProgress(false, 0, () => undefined),
    isIgnored: () => false,
  });
  if (!versions.ok) return versions;
  const { index, chains, ledger } = versions.value;
  const inBlobs = chains.flatMap((chain) =>
    Array.from(chain.in, ([blob, finding]) => ({ oid: index.blobs.hex(blob), finding })),
  );
  const seen = new Set(objects.blobs.filter((oid) => index.blobs.find(oid) >= 0));
  return ok({ found: [...inBlobs, ...ledger.messages], failures: ledger.failures, seen });
}

/** Staged and never committed, or left behind: blobs that no commit names. */
async function inOtherBlobs({ objects }: Store, seen: ReadonlySet<string>, setup: Setup): Promise<Looked> {
  const rest = objects.blobs.filter((oid) => !seen.has(oid));
  const { found, failures } = await makeBlobSearcher(setup)(
    rest.map((oid) => ({ oid, places: [`object ${oid.slice(0, 12)}`] })),
  );
  return { found: found.map(({ oid, finding }) => ({ oid, finding: unseal(finding) })), failures };
}

/** What was never staged. */
async function inWorkTree({ top }: Store, config: string | undefined, world: World): Promise<Result<readonly Held[]>> {
  if (!existsSync(join(top, '.git'))) return ok([]); // a bare repository
  const { scanTree } = await import('../scan/tree.ts');
  const scanned = await scanTree({ config, positionals: [] }, { threads: 1 }, { ...world, cwd: top });
  return scanned.ok ? ok(scanned.value.outcome.verdicts.map(({ finding }) => ({ oid: '', finding }))) : scanned;
}

function byFingerprint(ids: readonly string[], found: readonly Held[], salt: string): Result<Traced[]> {
  const fingerprintOf = fingerprintsWith(salt);
  const traced = new Map<string, { fingerprint: string; finding: Finding; objects: Set<string> }>();
  for (const { oid, finding } of found) {
    const fingerprint = fingerprintOf(finding);
    if (!ids.some((id) => isPrefixOf(id, fingerprint))) continue;
    const entry = traced.get(fingerprint) ?? { fingerprint, finding, objects: new Set() };
    if (oid !== '') entry.objects.add(oid);
    traced.set(fingerprint, entry);
  }
  const twice = ids.find((id) => [...traced.keys()].filter((fingerprint) => isPrefixOf(id, fingerprint)).length > 1);
  if (twice !== undefined)
    return fail('bad-arguments', `${twice} is the beginning of several fingerprints; give more of it`);
  return ok([...traced.values()]);
}
