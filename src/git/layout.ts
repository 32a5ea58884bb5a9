import { resolve } from 'node:path';
import { ok, type Result } from '../result.ts';
import { type GitOptions, runGit } from './run-git.ts';

/** What has to be known of a repository before its objects can be read. */
export interface Layout {
  /** Bytes of an object id: 20 or 32. */
  readonly width: number;
  readonly isShallow: boolean;
  /** Folder of its objects, absolute. */
  readonly objects: string;
}

export function layoutOf(git: GitOptions): Result<Layout> {
  const answer = runGit(['rev-parse', '--show-object-format', '--is-shallow-repository', '--git-path', 'objects'], git);
  if (!answer.ok) return answer;
  const [format = '', shallow = '', ...path] = answer.value.stdout.toString('utf8').split(/\r?\n/);
  return ok({
    width: format === 'sha256' ? 32 : 20,
    isShallow: shallow === 'true',
    objects: resolve(git.cwd, path.slice(0, -1).join('\n')),
  });
}
