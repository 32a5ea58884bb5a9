import { type GitOptions, runGit } from '../../git/run-git.ts';
import { fail, ok, type Result } from '../../result.ts';

/**
 * The commit that `--since` names.
 *
 * @returns `bad-arguments`, with what to do, where it is not here
 */
export function commitOf(ref: string, git: GitOptions): Result<string> {
  const known = resolved(ref, git);
  if (!known.ok) return known;
  if (known.value !== undefined) return ok(known.value);
  const isShallow = answerOf(['rev-parse', '--is-shallow-repository'], git) === 'true';
  const fetched = /^[\w./-]+$/.test(ref) ? resolved(`refs/remotes/origin/${ref}`, git) : ok(undefined);
  if (fetched.ok && fetched.value !== undefined)
    return fail('bad-arguments', `there is no commit ${ref} in this repository; origin/${ref} is there`);
  const where = isShallow ? 'in this shallow clone' : 'in this repository';
  return fail('bad-arguments', `there is no commit ${ref} ${where}; ${adviceFor(ref, isShallow)}`);
}

/** The commit that HEAD is at; undefined before the first one. */
export function headOf(git: GitOptions): string | undefined {
  const head = resolved('HEAD', git);
  return head.ok ? head.value : undefined;
}

/** How to get a commit that is not here. */
function adviceFor(ref: string, isShallow: boolean): string {
  const whole = 'git fetch --unshallow origin (in CI: fetch-depth: 0 of actions/checkout, GIT_DEPTH: 0 of GitLab)';
  const [, branch] = /^(?:refs\/remotes\/)?origin\/(\S+)$/.exec(ref) ?? [];
  if (branch !== undefined) {
    const fetch = `git fetch origin ${branch}:refs/remotes/origin/${branch}`;
    return `fetch it first: ${isShallow ? `${whole}, then ` : ''}${fetch}`;
  }
  if (isShallow) return `fetch what is missing first: ${whole}`;
  return 'if it is somewhere else, fetch it first: git fetch origin --tags';
}

/** Why commits count as new that may be old; undefined where all are known. */
export function cutOff(base: string, git: GitOptions): string | undefined {
  if (answerOf(['rev-parse', '--is-shallow-repository'], git) !== 'true') return undefined;
  if (answerOf(['merge-base', base, 'HEAD'], git) !== '') return undefined;
  return 'a shallow clone, in which the base and HEAD have no commit in common: everything counts as new. To tell, git fetch --unshallow origin';
}

function resolved(ref: string, git: GitOptions): Result<string | undefined> {
  if (ref.startsWith('-')) return ok(undefined);
  const answer = runGit(['rev-parse', '-q', '--verify', `${ref}^{commit}`], { ...git, accept: [1, 128] });
  if (!answer.ok) return answer;
  const oid = answer.value.status === 0 ? answer.value.stdout.toString('latin1').trim() : '';
  return ok(oid === '' ? undefined : oid);
}

function answerOf(args: readonly string[], git: GitOptions): string {
  const answer = runGit(args, { ...git, accept: [1, 128] });
  return answer.ok ? answer.value.stdout.toString('latin1').trim() : '';
}
