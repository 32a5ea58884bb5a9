import { builtInCatalogue } from '../../../config/catalogue.ts';
import { dayOf } from '../../days.ts';
import type { ViolationDraft } from '../../decide/decide.ts';
import { matchesPath } from '../../decide/globs.ts';
import { envVerdict, settledBy } from '../../decide/project.ts';
import { type Commit, type CommitChange, changesOf, readObjects, sizesOf } from '../../git/commits.ts';
import { type GitOptions, readingEnv, runGit } from '../../git/run-git.ts';
import type { Finding, LineRange, Outcome, Skipped, Trouble } from '../../model.ts';
import { ok, type Result } from '../../result.ts';
import type { Settings } from '../../settings.ts';
import { intersect } from '../../sources/added-lines.ts';
import { sniff } from '../../sources/sniff.ts';
import type { ExitCode, World } from '../command.ts';
import { type Delivery, deliver } from '../deliver.ts';
import { knownValuesOf } from '../env-files/named.ts';
import { type NamedSecret, redactNames } from '../redact-names.ts';
import { refuse, topLevel } from '../repository.ts';
import { withRules } from '../with-rules.ts';
import { decideBy, type IndexPolicy, policyOfIndex } from './index-policy.ts';
import { EVERY_LINE, linesAgainst, readBlob, touches } from './new-lines.ts';
import { pushedObjects } from './pushed-objects.ts';

const SUBMODULE = '160000';
const MISSING = 'its content is not in the repository (git could not read it)';

interface Pushed {
  readonly findings: Finding[];
  readonly drafts: ViolationDraft[];
  readonly skipped: Skipped[];
  readonly failures: Trouble[];
  readonly names: NamedSecret[];
  files: number;
  lines: number;
  bytes: number;
}

/** Checks the commits that a push would send and the remote does not have yet; git gives the refs on stdin. */
export async function checkPush(
  given: Delivery & { readonly positionals: readonly string[] },
  world: World,
): Promise<ExitCode> {
  const top = topLevel(world);
  if (!top.ok) return refuse(top, world);
  const git = { cwd: top.value, env: readingEnv(world.env) };
  const sent = pushedObjects(Buffer.from(await world.stdin()).toString('latin1'), given.positionals[0], git);
  if (!sent.ok) return refuse(sent, world);
  const { commits, tags, blobs } = sent.value;
  const policy = await policyOfIndex(git);
  const changes = changesOf(commits, git);
  if (!changes.ok) return refuse(changes, world);
  const catalogue =
    policy.settings.customRules.length > 0 ? withRules(policy.settings.customRules) : builtInCatalogue();
  const { needles, failures, find } = knownValuesOf(git, policy.settings);
  const seen: Pushed = {
    findings: [],
    drafts: [],
    skipped: [],
    failures: [...policy.failures, ...failures],
    names: [],
    files: 0,
    lines: 0,
    bytes: 0,
  };
  const { detect } = await import('../../detect/detect.ts');
  const look = (path: string, bytes: Uint8Array, kind: string) =>
    detect({ path, bytes }, catalogue, { shapesOnly: kind !== 'text', known: find(bytes, needles) });
  const tips = blobs.map((oid) => ({ oid, changes: [asChange(oid)] }));
  scanObjects([...commits, ...tags], look, git, seen);
  scanChanges([...changes.value, ...tips], look, policy.settings, git, seen);
  const outcome = outcomeOf(policy, seen, dayOf(world.now()));
  return deliver(outcome, given, policy.settings.failOn, world);
}

/** Names that hold a secret are not printed as they are. */
function outcomeOf(policy: IndexPolicy, seen: Pushed, today: string): Outcome {
  const { files, lines, bytes, failures } = seen;
  const shown = redactNames(
    seen.names,
    [...seen.findings, ...seen.drafts, ...seen.skipped].map((one) => one.path),
  );
  const hide = <T extends { readonly path?: string }>(one: T): T =>
    one.path === undefined ? one : { ...one, path: shown(one.path) };
  const drafts = seen.drafts.map((d) => ({ ...hide(d), detail: shown(d.detail), next: d.next.map(shown) }));
  const scope = { kind: 'push', files, lines, bytes, skipped: seen.skipped.map(hide) } as const;
  return decideBy({ ...policy, failures: failures.map(hide) }, seen.findings.map(hide), drafts, scope, today);
}

/** A blob that a ref or tag names: content without a path. */
function asChange(oid: string): CommitChange {
  const path = `object ${oid.slice(0, 12)}`;
  return { status: 'M', mode: '100644', oid, olds: [], raw: path, path };
}

type Look = (path: string, bytes: Uint8Array, kind: string) => Finding[];

/** Messages (and names, and addresses) of commits and tags. */
function scanObjects(oids: readonly string[], look: Look, git: GitOptions, seen: Pushed): void {
  for (const object of readObjects(oids, new Map(), git)) {
    if (!object.ok) seen.failures.push(object.error);
    else {
      const findings = look('commit message', withoutSignature(object.value.bytes), 'text');
      seen.findings.push(...findings.map((f) => ({ ...f, path: `message of ${object.value.oid.slice(0, 12)}` })));
    }
  }
}

/** A signature is no secret, however random it looks. */
function withoutSignature(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return Buffer.from(
    text
      .replace(/^(?:gpgsig(?:-sha256)?|mergetag) .*(?:\n .*)*\n/gm, '')
      .replace(/^(?:tree|parent|object) [0-9a-f]+\n/gm, ''),
    'latin1',
  );
}

function scanChanges(
  commits: readonly Commit[],
  look: Look,
  { maxFileBytes, envFiles }: Settings,
  git: GitOptions,
  seen: Pushed,
): void {
  const settled = settledBy(envFiles, matchesPath);
  const places = new Map<string, Place[]>();
  for (const { oid: commit, changes } of commits) {
    seen.files += changes.length;
    for (const change of changes.filter(({ mode }) => mode !== SUBMODULE)) {
      if (change.status !== 'M') {
        if (envVerdict(change.path, settled(change.path)) === 'block') seen.drafts.push(envDraft(change.path, commit));
        scanName(change, commit, look, seen);
      }
      if (change.olds.some((old) => old.oid === change.oid)) continue;
      places.set(change.oid, [...(places.get(change.oid) ?? []), { commit, change }]);
    }
  }
  scanBlobs(places, look, maxFileBytes, git, seen);
}

/** Where a blob comes in. */
interface Place {
  readonly commit: string;
  readonly change: CommitChange;
}

/** @param places by blob */
function scanBlobs(
  places: ReadonlyMap<string, readonly Place[]>,
  look: Look,
  maxFileBytes: number,
  git: GitOptions,
  seen: Pushed,
): void {
  const sizes = sizesOf([...places.keys()], git);
  if (!sizes.ok) {
    seen.failures.push(sizes.error);
    return;
  }
  const readable = [...places.keys()].filter((oid) => {
    const path = places.get(oid)![0]!.change.path;
    const size = sizes.value.get(oid);
    if (size === undefined) seen.failures.push({ path, message: MISSING });
    else if (size > maxFileBytes) seen.skipped.push({ path, why: `larger than the limit (${size} bytes)` });
    return size !== undefined && size <= maxFileBytes;
  });
  for (const object of readObjects(readable, sizes.value, git)) {
    if (!object.ok) seen.failures.push(object.error);
    else for (const place of places.get(object.value.oid) ?? []) scanPlace(place, object.value.bytes, look, git, seen);
  }
}

function scanName(change: CommitChange, commit: string, look: Look, seen: Pushed): void {
  const findings = look(change.path, Buffer.from(change.raw, 'latin1'), 'name');
  if (findings.length === 0) return;
  seen.names.push({ change, findings, inName: true });
  seen.findings.push(...findings.map((f) => ({ ...f, history: { commit, author: '', date: '' } })));
}

function envDraft(path: string, commit: string): ViolationDraft {
  return {
    kind: 'tracked-env',
    verdict: 'block',
    path,
    detail: `commit ${commit.slice(0, 12)} adds an env file: its values would be in the history for good`,
    next: [
      'take it out of the commits that are pushed (git rebase -i), keep it on disk',
      'if they ever left this machine, replace its values',
    ],
  };
}

function scanPlace({ commit, change }: Place, raw: Uint8Array, look: Look, git: GitOptions, seen: Pushed): void {
  const { bytes, kind, format } = sniff(raw);
  seen.bytes += raw.length;
  if (kind === 'archive') seen.skipped.push({ path: change.path, why: `${format}: not looked into` });
  const findings = look(change.path, bytes, kind);
  if (findings.length === 0) return;
  const added = newLines(change, bytes, git);
  if (!added.ok) seen.failures.push(added.error);
  const about = runGit(['log', '-1', '--no-show-signature', '--format=%an <%ae>%x00%cI', commit], git);
  const [author = '', date = ''] = about.ok ? about.value.stdout.toString('utf8').trim().split('\0') : [];
  for (const finding of findings) {
    if (!added.ok || touches(finding, added.value))
      seen.findings.push({ ...finding, history: { commit, author, date } });
  }
}

/** Lines that differ from every parent's version. */
function newLines(change: CommitChange, now: Uint8Array, git: GitOptions): Result<readonly LineRange[]> {
  let added: readonly LineRange[] = EVERY_LINE;
  for (const old of change.olds) {
    const lines = linesAgainst(old, now, (oid) => readBlob(oid, git));
    if (!lines.ok) return lines;
    added = intersect(added, lines.value);
  }
  return ok(added);
}
