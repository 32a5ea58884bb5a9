import { privateFolder } from '../git/private-folder.ts';
import { type GitOptions, lineOf, readingEnv, runGit } from '../git/run-git.ts';
import { type Failure, fail, ok, type Result } from '../result.ts';
import type { ExitCode, World } from './command.ts';

/** Nothing could be checked at all: says why, exit 2. */
export function refuse({ error }: { readonly error: Failure }, world: World): ExitCode {
  world.err(`secretguard: ${error.message}\n`);
  return 2;
}

/** Top level of the work tree that the caller stands in; git's own variables count, as they do in a hook. */
export function topLevel(world: Pick<World, 'cwd' | 'env'>): Result<string> {
  const answer = runGit(['rev-parse', '--show-toplevel'], { cwd: world.cwd, env: readingEnv(world.env) });
  if (!answer.ok) return answer;
  const top = lineOf(answer.value);
  return top === '' ? fail('not-a-repository', 'this repository has no work tree') : ok(top);
}

/** The repository around the current folder. A bare one has no top level: its own folder stands for it, and it has no settings. */
export function repositoryAt(world: Pick<World, 'cwd' | 'env'>): Result<{ git: GitOptions; top: string }> {
  const env = readingEnv(world.env);
  const at = { cwd: world.cwd, env };
  const both = runGit(['rev-parse', '--show-toplevel', '--absolute-git-dir'], { ...at, accept: [128] });
  if (!both.ok) return both;
  const [tree = '', own = '', ...more] = both.value.status === 0 ? lineOf(both.value).split(/\r?\n/) : [];
  const top = own !== '' && more.length === 0 ? ok(tree || own) : topOrOwn(at);
  if (!top.ok) return top;
  return ok({ git: { cwd: top.value, env: { ...env, GIT_NO_LAZY_FETCH: '1' } }, top: top.value });
}

/** Of a repository without a work tree, or with line feeds in its path; or what is wrong. */
function topOrOwn(at: GitOptions): Result<string> {
  const own = runGit(['rev-parse', '--absolute-git-dir'], at);
  if (!own.ok) return own;
  const answer = runGit(['rev-parse', '--show-toplevel'], { ...at, accept: [128] });
  if (!answer.ok) return answer;
  return ok((answer.value.status === 0 ? lineOf(answer.value) : '') || lineOf(own.value));
}

/** A repository, and its folder for what nobody else may see. */
export interface PrivateFolder {
  readonly git: GitOptions;
  readonly folder: string;
}

/** That of the repository around the current folder. */
export function privateFolderOf(world: Pick<World, 'cwd' | 'env'>): Result<PrivateFolder> {
  const top = topLevel(world);
  if (!top.ok) return top;
  const git = { cwd: top.value, env: readingEnv(world.env) };
  const folder = privateFolder(git);
  return folder.ok ? ok({ git, folder: folder.value }) : folder;
}
