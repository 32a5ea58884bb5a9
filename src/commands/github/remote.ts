import { readingEnv, runGit } from '../../git/run-git.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { World } from '../command.ts';

/** `owner/name` of the remote that this repository is pushed to, where it lies on `host`. */
export function githubRepository(host: string, world: Pick<World, 'cwd' | 'env'>): Result<string> {
  const answer = runGit(['config', '--get-all', 'remote.origin.url'], {
    cwd: world.cwd,
    env: readingEnv(world.env),
    accept: [1],
  });
  if (!answer.ok) return answer;
  const url = answer.value.stdout.toString('utf8').trim().split('\n')[0] ?? '';
  const found = repositoryIn(url, host);
  return found === undefined
    ? fail('bad-arguments', `the remote origin is no repository on ${host}; give --repo OWNER/NAME`)
    : ok(found);
}

/** @returns undefined for an address elsewhere; `owner/name` of `git@host:owner/name.git`, `https://…` and `ssh://…` */
export function repositoryIn(url: string, host: string): string | undefined {
  const name = host.replace(/:\d+$/, '');
  const found =
    /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/(?:[^@/]*@)?|git:\/\/|[^@/]+@)([^/:]+)(?::\d+)?[:/]\/?([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
      url,
    );
  if (found === null) return undefined;
  const [, at = '', owner, repo] = found;
  const isThere = at === name || (name === 'github.com' && at === 'ssh.github.com') || name === '127.0.0.1';
  return isThere ? `${owner}/${repo}` : undefined;
}
