import { toGitPath } from '../../git/quoted-path.ts';
import type { CommitFacts, Finding } from '../../model.ts';
import type { Secret } from '../../secret.ts';
import type { HistoryIndex } from '../../sources/history-index.ts';

/** A secret at a path, over all versions of the file. */
export interface Chain {
  readonly path: number;
  readonly rule: string;
  readonly secret: Secret;
  /** The finding in each blob that holds it. */
  readonly in: Map<number, Finding>;
}

/** What became of it, in numbers of commits and blobs; -1: none. */
export interface Fate {
  readonly broughtIn: number;
  /** The version that the commit made. */
  readonly blob: number;
  readonly takenOut: number;
  /** The version before it is known, and had it not: in a range that begins later, it was there before. */
  readonly isNew: boolean;
}

/** Sorts findings into chains: one for each path, rule and value. */
export function makeChains(): {
  add(path: number, blob: number, finding: Finding): void;
  all(): readonly Chain[];
} {
  const byKey = new Map<string, Chain[]>();
  return {
    add(path, blob, finding) {
      const { rule, secret } = finding;
      const key = `${path} ${rule} ${secret.preview}`;
      const chains = byKey.get(key) ?? [];
      byKey.set(key, chains);
      let chain = chains.find((c) => c.secret.equals(secret)); // no value may be a key
      if (chain === undefined) {
        chain = { path, rule, secret, in: new Map() };
        chains.push(chain);
      }
      if (!chain.in.has(blob)) chain.in.set(blob, finding);
    },
    all: () => [...byKey.values()].flat(),
  };
}

/** Rows of the history by path, for the paths that chains are about. */
export function rowsByPath({ changes }: HistoryIndex, paths: ReadonlySet<number>): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (let i = 0; i < changes.length; i++) {
    const path = changes.path(i);
    if (!paths.has(path)) continue;
    const list = rows.get(path);
    if (list === undefined) rows.set(path, [i]);
    else list.push(i);
  }
  return rows;
}

/** @param rows of the chain's path, parents first */
export function fateOf(chain: Chain, rows: readonly number[], { changes }: HistoryIndex): Fate {
  let fate: Fate = { broughtIn: -1, blob: -1, takenOut: -1, isNew: false };
  let first: Fate | undefined;
  for (let at = 0; at < rows.length; ) {
    const commit = changes.commit(rows[at]!);
    const blob = changes.blob(rows[at]!);
    let before = false;
    // one row for each parent
    for (; at < rows.length && changes.commit(rows[at]!) === commit; at++)
      before ||= chain.in.has(changes.old(rows[at]!));
    const after = chain.in.has(blob);
    if (after) first ??= { ...fate, broughtIn: commit, blob };
    if (after && !before && fate.broughtIn < 0)
      fate = { ...fate, broughtIn: commit, blob, isNew: first?.broughtIn === commit };
    if (before && !after) fate = { ...fate, takenOut: commit };
  }
  // in a range that begins after it came in, the first commit that still has it
  return fate.broughtIn < 0 && first !== undefined ? { ...first, takenOut: fate.takenOut } : fate;
}

/** A sentence for people on where it has been. */
export function fateInWords(inTree: boolean, removedBy: CommitFacts | undefined): string {
  if (inTree) return 'it still stands in the tree';
  if (removedBy === undefined) return 'it is not in the tree of HEAD';
  return `taken out by ${removedBy.commit.slice(0, 12)} on ${removedBy.date.slice(0, 10)}, but the history still holds it`;
}

export function shownPath(index: HistoryIndex, path: number): string {
  return toGitPath(index.paths[path]!).path;
}
