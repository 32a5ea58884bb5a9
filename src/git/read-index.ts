import { ok, type Result } from '../result.ts';
import type { ReadBytes } from './index-stream.ts';
import { type GitOptions, runGit } from './run-git.ts';

/** The same calls as in hooks/pre-commit; a test holds the two together. */
export const DIFF_INDEX = [
  '-c', 'core.quotePath=true', '-c', 'diff.orderFile=', 'diff-index', '--cached', '--raw', '-M', '-l1000', '--no-abbrev', '--no-color',
  '--no-relative', '--ita-invisible-in-index', '--ignore-submodules=none', '--diff-filter=ACMRT',
]; // biome-ignore format: a command
const LS_FILES = [
  '-c', 'core.quotePath=true', 'ls-files', '-s', '--full-name', '--', ':(top,glob)**/package.json', ':(top,glob)**/.gitignore',
  ':(top,glob)**/.env', ':(top,glob)**/.env.*', ':(top,glob).secretguardrc', ':(top,glob).secretguardrc.json',
  ':(top,glob).secretguardallow',
]; // biome-ignore format: a command

/** Makes the stream that the hook pipes in, for a check called by hand. */
export function readIndex(options: GitOptions): Result<ReadBytes> {
  const base = baseTree(options);
  if (!base.ok) return base;
  const diff = runGit([...DIFF_INDEX, base.value, '--'], options);
  if (!diff.ok) return diff;
  const list = runGit(LS_FILES, options);
  if (!list.ok) return list;
  const wanted = oidsOf(list.value.stdout.toString('latin1'), diff.value.stdout.toString('latin1'));
  const blobs = runGit(['cat-file', '--batch', '--buffer'], { ...options, input: wanted });
  if (!blobs.ok) return blobs;
  const parts = [
    'secretguard-index 1\n',
    list.value.stdout,
    '.\n',
    diff.value.stdout,
    '.\n',
    blobs.value.stdout,
    'end 0 0 0\n',
  ];
  return ok(readFrom(Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p) : p)))));
}

/** HEAD, or the empty tree where there is no commit yet. */
export function baseTree(options: GitOptions): Result<string> {
  const head = runGit(['rev-parse', '-q', '--verify', 'HEAD'], { ...options, accept: [1] });
  if (!head.ok) return head;
  if (head.value.status === 0) return ok(head.value.stdout.toString('latin1').trim());
  const empty = runGit(['hash-object', '-t', 'tree', '--stdin'], { ...options, input: '' });
  return empty.ok ? ok(empty.value.stdout.toString('latin1').trim()) : empty;
}

function oidsOf(list: string, diff: string): string {
  const files = [
    ...list.matchAll(/^100[0-7]{3} ([0-9a-f]+) 0\t(?:\.secretguard.*|package\.json|"?(?:.*\/)?\.gitignore"?)$/gm),
  ];
  const changes = [...diff.matchAll(/^:[0-7]+ (?!160000)[0-7]+ [0-9a-f]+ ([0-9a-f]+) /gm)];
  return [...files, ...changes].map((m) => `${m[1]}\n`).join('');
}

/** Reads from memory what would otherwise come through a pipe. */
export function readFrom(bytes: Uint8Array): ReadBytes {
  let at = 0;
  return (into) => {
    const n = Math.min(into.length, bytes.length - at);
    into.set(bytes.subarray(at, at + n));
    at += n;
    return n;
  };
}
