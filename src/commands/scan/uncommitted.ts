import { closedFolders } from '../../git/closed-folders.ts';
import { toGitPath } from '../../git/quoted-path.ts';
import { runGit } from '../../git/run-git.ts';
import { failureInTree } from '../../git/work-tree.ts';
import type { Finding, Skipped, Trouble } from '../../model.ts';
import { ok, type Result } from '../../result.ts';
import { makeBatchSearcher, searchOf, unseal } from './batch.ts';
import type { BlobSetup } from './blobs.ts';
import type { Found } from './conclude.ts';
import { searchWhole } from './file.ts';

/** What stands in the work tree and in no commit yet. */
export interface Uncommitted {
  readonly found: Found[];
  /** Files that differ from HEAD. */
  readonly changed: ReadonlySet<string>;
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
  readonly skipped: readonly Skipped[];
  readonly failures: readonly Trouble[];
}

const DIFF_INDEX = [
  'diff-index', '--name-only', '-z', '--no-renames', '--no-relative', '--ignore-submodules=none', '--diff-filter=d', 'HEAD', '--',
]; // biome-ignore format: a command

/** Findings in changed and new files that HEAD does not have at the same path. */
export function searchUncommitted(
  setup: BlobSetup,
  top: string,
  isIgnored: (path: string) => boolean,
): Result<Uncommitted> {
  const { git } = setup;
  const quiet = ['-c', 'core.fsmonitor=false'];
  const differing = runGit([...quiet, ...DIFF_INDEX], {
    ...git,
    accept: [128], // a bare repository
  });
  if (!differing.ok) return differing;
  const isBare = differing.value.status !== 0;
  const failure = isBare ? failureInTree(differing.value, 'diff-index', git) : undefined;
  const others = isBare
    ? differing
    : runGit([...quiet, 'ls-files', '-z', '-o', '--exclude-standard', '--full-name'], git);
  if (!others.ok) return others;
  const names = (text: Buffer) => text.toString('latin1').split('\0').filter(Boolean);
  const raws = isBare ? [] : [...new Set([...names(differing.value.stdout), ...names(others.value.stdout)])];
  const meant = raws.filter((raw) => !isIgnored(toGitPath(raw).path));
  const wanted = meant.filter((raw) => !raw.endsWith('/'));
  const { shard: _, ...whole } = setup;
  const result = makeBatchSearcher(whole)({ base: top, shown: '', place: '', raws: wanted }, Number.POSITIVE_INFINITY);
  const committed = committedFindings(setup, wanted);
  const found = result.found
    .map(({ shown, finding }) => ({ shown, finding: unseal(finding) }))
    .filter(({ finding }) => !committed(finding));
  const { files, lines, bytes, skipped, failures } = result;
  const inside = [...meant.filter((raw) => raw.endsWith('/')), ...result.folders].map((raw) => raw.replace(/\/$/, ''));
  const why = 'a repository of its own: what is not committed in it is not looked at';
  return ok({
    found,
    changed: new Set(wanted.map((raw) => toGitPath(raw).path)),
    files,
    lines,
    bytes,
    skipped: [...skipped, ...inside.map((raw) => ({ path: toGitPath(raw).path, why }))],
    failures: [
      ...(failure === undefined ? closedFolders(others.value.stderr.toString('latin1')) : [failure]),
      ...failures,
    ],
  });
}

/** Whether HEAD has the same secret in the same file; each version is looked at once, when first asked for. */
function committedFindings({ git, ...setup }: BlobSetup, raws: readonly string[]): (finding: Finding) => boolean {
  const rawOf = new Map(raws.map((raw) => [toGitPath(raw).path, raw]));
  const search = searchOf(setup);
  const before = new Map<string, readonly Finding[]>();
  return (finding) => {
    let findings = before.get(finding.path);
    if (findings === undefined) {
      const name = Buffer.from(`HEAD:${rawOf.get(finding.path) ?? finding.path}\n`, 'latin1');
      const blob = runGit(['cat-file', '--batch'], { ...git, input: name });
      const output = blob.ok ? blob.value.stdout : Buffer.alloc(0);
      const head = output.indexOf(10);
      const isThere = head > 0 && / blob \d+$/.test(output.toString('latin1', 0, head));
      findings = isThere ? searchWhole(output.subarray(head + 1, -1), finding.path, search).findings : [];
      before.set(finding.path, findings);
    }
    return findings.some((old) => old.rule === finding.rule && old.secret.equals(finding.secret));
  };
}
