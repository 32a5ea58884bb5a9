import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ok, type Result } from '../result.ts';
import { OURS, privateFolder } from './private-folder.ts';
import { type GitAnswer, type GitOptions, lineOf, runGit } from './run-git.ts';

/** What has to be known of a repository before its objects can be read. */
export interface Layout {
  /** Bytes of an object id: 20 or 32. */
  readonly width: number;
  readonly isShallow: boolean;
  /** Folder of its objects, absolute. */
  readonly objects: string;
  /** What `privateFolder` says. */
  readonly ours: string;
  /** Whether git has to be asked for stashes: there is a log of them, or refs are in a database. */
  readonly mayStash: boolean;
}

const FACTS = ['rev-parse', '--show-object-format', '--is-shallow-repository'];
const STASHES = ['--git-path', 'logs/refs/stash', '--git-path', 'reftable'];

export function layoutOf(git: GitOptions): Result<Layout> {
  const answer = runGit([...FACTS, '--git-path', 'objects', '--git-path', OURS, ...STASHES], git);
  if (!answer.ok) return answer;
  const [format = '', shallow = '', objects = '', ours = '', stashes = '', tables = '', ...more] = linesOf(
    answer.value,
  );
  const layout = (one: string, other: string): Result<Layout> =>
    ok({
      mayStash: more.length > 0 || [stashes, tables].some((path) => existsSync(resolve(git.cwd, path))),
      width: format === 'sha256' ? 32 : 20,
      isShallow: shallow === 'true',
      objects: resolve(git.cwd, one),
      ours: resolve(git.cwd, other),
    });
  if (more.length === 0) return layout(objects, ours);
  // line feeds in paths: each is asked for by itself
  const [one, other] = [runGit(['rev-parse', '--git-path', 'objects'], git), privateFolder(git)];
  if (!one.ok) return one;
  return other.ok ? layout(lineOf(one.value), other.value) : other;
}

function linesOf(answer: GitAnswer): string[] {
  return lineOf(answer).split(/\r?\n/);
}
