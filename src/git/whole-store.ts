import { fail, ok, type Result } from '../result.ts';
import { type GitObject, listedObjects, readObjectStream } from './cat-file.ts';
import type { GitOptions } from './run-git.ts';

/** What is there of a repository's commits, tags and trees, whatever else is missing or broken. */
export interface WholeStore {
  /** Of a commit or tag; undefined where it is not to be had. */
  wordsOf(oid: string): Words | undefined;
  /** Reads the trees given and all below them that are to be had. */
  loadTrees(roots: Iterable<string>): Promise<void>;
  /** Undefined where it is not to be had. */
  entriesOf(tree: string): ReadonlyMap<string, Entry> | undefined;
}

/** What stands at the head of a commit or a tag. */
export interface Words {
  readonly tree?: string;
  readonly parents: readonly string[];
  /** What a tag names. */
  readonly target?: string;
}

/** What a tree has under a name. */
export interface Entry {
  /** As `git log --raw` prints it, of six digits. */
  readonly mode: string;
  readonly oid: string;
}

/** Longest commit, tag or tree that is read. */
const LONGEST = 64 << 20;
export const FOLDER = '040000';

/**
 * Lists what is there, and asks for nothing else: of what a partial clone has left at its remote, git would fetch each by itself.
 *
 * @param width bytes of an object id
 */
export async function openWholeStore(width: number, git: GitOptions): Promise<Result<WholeStore>> {
  const there = await objectsThere(git);
  if (!there.ok) return there;
  const words = new Map<string, Words>();
  for await (const object of readObjectStream(there.value.named, LONGEST, git))
    if (object.bytes !== undefined) words.set(object.oid, wordsIn(object));
  const trees = new Map<string, Buffer>();
  return ok({
    wordsOf: (oid) => words.get(oid),
    async loadTrees(roots) {
      for (let next = new Set(roots); next.size > 0; ) {
        const wanted = [...next].filter((oid) => there.value.trees.has(oid) && !trees.has(oid));
        next = new Set();
        for await (const { oid, type, bytes } of readObjectStream(wanted, LONGEST, git)) {
          if (type !== 'tree' || bytes === undefined) continue;
          const own = Buffer.from(bytes);
          trees.set(oid, own);
          for (const { mode, oid: below } of entriesIn(own, width)?.values() ?? [])
            if (mode === FOLDER) next.add(below);
        }
      }
    },
    entriesOf(tree) {
      const bytes = trees.get(tree);
      return bytes && entriesIn(bytes, width);
    },
  });
}

/** Commits and tags, and trees; what git says of others is left to whoever misses them. */
async function objectsThere(git: GitOptions): Promise<Result<{ named: string[]; trees: Set<string> }>> {
  const list = listedObjects(git, false); // where it ends early, what it had in its buffer might be lost
  const named: string[] = [];
  const trees = new Set<string>();
  let next = await list.next();
  for (; next.done !== true; next = await list.next()) {
    const [type, oid] = next.value;
    if (type === 'commit' || type === 'tag') named.push(oid);
    else if (type === 'tree') trees.add(oid);
  }
  const done = next.value;
  if (named.length > 0) return ok({ named, trees });
  return done.ok ? fail('git-failed', 'no commit could be read') : done;
}

function wordsIn({ bytes }: GitObject): Words {
  const text = Buffer.from(bytes!).toString('latin1');
  const end = text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const lines = [...head.matchAll(/^(tree|parent|object) ([0-9a-f]+)$/gm)].map(([, key, oid]) => ({ key, oid: oid! }));
  const first = (key: string) => lines.find((line) => line.key === key)?.oid;
  const [tree, target] = [first('tree'), first('object')];
  return {
    parents: lines.filter((line) => line.key === 'parent').map((line) => line.oid),
    ...(tree === undefined ? {} : { tree }),
    ...(target === undefined ? {} : { target }),
  };
}

/** `MODE NAME`, a NUL and the id, again and again; undefined of anything else. Names are one character a byte. */
function entriesIn(tree: Buffer, width: number): Map<string, Entry> | undefined {
  const entries = new Map<string, Entry>();
  for (let at = 0; at < tree.length; ) {
    const end = tree.indexOf(0, at);
    const [, mode, name] = /^([0-7]{5,6}) ([\s\S]+)$/.exec(tree.toString('latin1', at, Math.max(at, end))) ?? [];
    at = end + 1 + width;
    if (end < 0 || mode === undefined || name === undefined || at > tree.length) return undefined;
    entries.set(name, { mode: mode.padStart(6, '0'), oid: tree.toString('hex', at - width, at) });
  }
  return entries;
}
