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
}

const FACTS = ['rev-parse', '--show-object-format', '--is-shallow-repository'];

export function layoutOf(git: GitOptions): Result<Layout> {
  const answer = runGit([...FACTS, '--git-path', 'objects', '--git-path', OURS], git);
  if (!answer.ok) return answer;
  const [format = '', shallow = '', objects = '', ours = '', ...more] = linesOf(answer.value);
  const layout = (one: string, other: string): Result<Layout> =>
    ok({
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
