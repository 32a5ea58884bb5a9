import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readObjects, sizesOf } from '../../git/commits.ts';
import { type Change, parseChange } from '../../git/index-stream.ts';
import { DIFF_INDEX } from '../../git/read-index.ts';
import { type GitOptions, runGit } from '../../git/run-git.ts';
import type { Finding, LineRange } from '../../model.ts';
import { type Failure, ok, type Result } from '../../result.ts';
import { addedLines, intersect } from '../../sources/added-lines.ts';
import { sniff } from '../../sources/sniff.ts';
import type { Suspect } from './examine.ts';

/** A merge has more parents than HEAD; a line is new only where it differs from all of them. */
export interface OtherParent {
  /** Changes against this parent, by raw path; a path that is not in it is as this parent has it. */
  readonly changes: ReadonlyMap<string, Change>;
}

/** Findings of all suspects, older ones as notes; what cannot be judged for want of an old version counts as new. */
export function judgeSuspects(
  suspects: readonly Suspect[],
  options: GitOptions,
): { findings: readonly Finding[]; failures: readonly Failure[] } {
  if (suspects.length === 0) return { findings: [], failures: [] };
  const parents = otherParents(options);
  const others = parents.ok ? parents.value : [];
  const failures: Failure[] = parents.ok ? [] : [parents.error];
  const readOld = oldVersions(suspects, others, options);
  const findings = suspects.flatMap((suspect) => {
    const judged = judgeNewness(suspect, others, readOld);
    if (judged.ok) return judged.value;
    failures.push(judged.error);
    return suspect.findings;
  });
  return { findings, failures };
}

/** The other parents of a merge that is about to be committed; none in an ordinary commit. */
function otherParents(options: GitOptions): Result<OtherParent[]> {
  const heads = mergeHeads(options);
  if (!heads.ok) return heads;
  const parents: OtherParent[] = [];
  for (const head of heads.value) {
    const diff = runGit([...DIFF_INDEX, head, '--'], options);
    if (!diff.ok) return diff;
    const changes = new Map<string, Change>();
    for (const line of diff.value.stdout.toString('latin1').split('\n')) {
      const change = parseChange(line);
      if (change !== undefined) changes.set(change.raw, change);
    }
    parents.push({ changes });
  }
  return ok(parents);
}

/** From MERGE_HEAD; in pre-merge-commit git has not written it yet, but names the heads in the environment. */
function mergeHeads(options: GitOptions): Result<string[]> {
  const listed = runGit(['rev-parse', '-q', '--verify', 'MERGE_HEAD'], { ...options, accept: [1, 128] });
  if (!listed.ok) return listed;
  if (listed.value.status === 0) return readMergeHead(options, listed.value.stdout.toString('latin1').trim());
  const named = Object.keys(options.env).flatMap((name) => /^GITHEAD_([0-9a-f]{40,64})$/.exec(name)?.[1] ?? []);
  return ok(named);
}

/** An octopus merge has several lines in the file, of which `rev-parse` gives the first. */
function readMergeHead(options: GitOptions, first: string): Result<string[]> {
  const all = runGit(['rev-parse', '--git-path', 'MERGE_HEAD'], options);
  if (!all.ok) return all;
  const heads = readLines(options.cwd, all.value.stdout.toString('utf8').replace(/\n$/, ''));
  return ok(heads.length > 0 ? heads : [first]);
}

/** Content of an old version. */
type ReadOld = (oid: string) => Result<Uint8Array>;

export function readBlob(oid: string, options: GitOptions): Result<Uint8Array> {
  const blob = runGit(['cat-file', 'blob', oid], options);
  return blob.ok ? ok(blob.value.stdout) : blob;
}

/** More old versions than this are read in one go: a process each costs some 3 ms. */
const FEW = 4;
/** Beyond it they are read one by one, so that memory stays flat. */
const MAX_BYTES = 256 << 20;

/** Reads the old versions of what is suspected. */
function oldVersions(suspects: readonly Suspect[], parents: readonly OtherParent[], options: GitOptions): ReadOld {
  const one: ReadOld = (oid) => readBlob(oid, options);
  const sides = suspects.flatMap(({ change }) => [change, ...parents.flatMap((p) => p.changes.get(change.raw) ?? [])]);
  const wanted = sides.flatMap(({ oldOid, oid, oldMode }) =>
    /^0+$/.test(oldOid) || oldOid === oid || oldMode === '160000' ? [] : [oldOid],
  );
  const oids = [...new Set(wanted)];
  const sizes = oids.length > FEW ? sizesOf(oids, options) : undefined;
  if (sizes?.ok !== true || [...sizes.value.values()].reduce((a, b) => a + b, 0) > MAX_BYTES) return one;
  const read = new Map<string, Uint8Array>();
  for (const object of readObjects([...sizes.value.keys()], sizes.value, options))
    if (object.ok) read.set(object.value.oid, object.value.bytes);
  return (oid) => {
    const bytes = read.get(oid);
    return bytes === undefined ? one(oid) : ok(bytes); // what the batch lacks fails on its own, with its cause
  };
}

/** Only the findings that the commit brings in keep their severity; older ones become notes. */
function judgeNewness(suspect: Suspect, parents: readonly OtherParent[], readOld: ReadOld): Result<Finding[]> {
  const { change, findings, bytes, inName } = suspect;
  const sides = [change, ...parents.map((parent) => parent.changes.get(change.raw))];
  if (!sides.every((side) => side !== undefined)) return ok(findings.map(asOld)); // just as a parent has it
  if (inName) return ok(sides.some(keepsName) ? findings.map(asOld) : [...findings]);
  let added = EVERY_LINE;
  for (const side of sides) {
    const lines = linesOf(side, bytes, readOld);
    if (!lines.ok) return lines;
    added = intersect(added, lines.value);
  }
  return ok(findings.map((finding) => (touches(finding, added) ? finding : asOld(finding))));
}

function keepsName({ status }: Change): boolean {
  return status === 'M' || status === 'T';
}

function linesOf({ oid, oldOid, oldMode }: Change, now: Uint8Array, readOld: ReadOld): Result<readonly LineRange[]> {
  return oid === oldOid && !/^0+$/.test(oid) ? ok([]) : linesAgainst({ oid: oldOid, mode: oldMode }, now, readOld);
}

export const EVERY_LINE: readonly LineRange[] = [[0, Number.POSITIVE_INFINITY]];

/** Lines that an old version does not have; each, where there is none or it was a submodule. */
export function linesAgainst(
  { oid, mode }: { readonly oid: string; readonly mode: string },
  now: Uint8Array,
  readOld: ReadOld,
): Result<readonly LineRange[]> {
  if (/^0+$/.test(oid) || mode === '160000') return ok(EVERY_LINE);
  const old = readOld(oid);
  return old.ok ? ok(addedLines(sniff(old.value).bytes, now)) : old;
}

/** Whether a finding, or something that it rests on, stands on one of the lines. */
export function touches(finding: Finding, added: readonly LineRange[]): boolean {
  const spans: LineRange[] = [[finding.line - 1, finding.endLine], ...(finding.relatedLines ?? [])];
  return spans.some(([from, to]) => added.some(([a, b]) => a < to && from < b));
}

function asOld(finding: Finding): Finding {
  return { ...finding, severity: 'note', why: `${finding.why}; it was there before this commit` };
}

function readLines(cwd: string, path: string): string[] {
  try {
    return readFileSync(resolve(cwd, path), 'latin1')
      .split('\n')
      .filter((l) => /^[0-9a-f]{40,64}$/.test(l));
  } catch {
    return []; // gone since: what rev-parse gave is used
  }
}
