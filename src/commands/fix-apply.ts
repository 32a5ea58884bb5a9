import { lstatSync, realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { type GitOptions, runGit } from '../git/run-git.ts';
import { appendEnv, appendLines } from '../lifecycle/env-lines.ts';
import { redacted, shownLines } from '../lifecycle/fix-text.ts';
import { inTree } from './fix-find.ts';
import type { EnvFix } from './fix-homes.ts';
import type { FixPlan, SourceFix } from './fix-plan.ts';
import type { Step } from './wiring/apply.ts';
import { applyEdit, below, type Edit } from './wiring/files.ts';
import { splitLines } from './wiring/hook-lines.ts';
import { utf8 } from './wiring/run.ts';
import { type Op, unifiedDiff, unifiedDiffOf } from './wiring/unified-diff.ts';

/** The plan as a diff in which no value stands. */
export function showPlan({ ignores, envs, sources }: FixPlan): string {
  return utf8(
    [
      ...ignores.map(({ path, before, after }) => unifiedDiff(path, before, after)),
      ...envs.flatMap((env) => [
        added(
          env.path,
          env.moves.map(({ name, secret }) => `${name}=${secret.preview}`),
        ),
        added(
          env.example,
          env.names.map((name) => `${name}=`),
        ),
      ]),
      ...sources.map(sourceDiff),
    ].join(''),
  );
}

/** Lines at the end of a file whose other lines are nobody's business. */
function added(path: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const text = `+++ b/${path} (at its end)\n${lines.map((line) => `+${line}\n`).join('')}`;
  return Buffer.from(text, 'utf8').toString('latin1');
}

function sourceDiff({ edit, replacements, hidden }: SourceFix): string {
  const ops = shownLines(edit.before, replacements, hidden).flatMap(({ before, after }): Op[] => {
    const lines = (sign: Op['sign'], text: string) => splitLines(text).map((line) => ({ sign, line }));
    return before === after ? lines(' ', before) : [...lines('-', before), ...lines('+', after)];
  });
  return unifiedDiffOf(redacted(edit.path, hidden), ops);
}

/** Files first that make it safe, then the values, then the code: whatever stops it, no value is lost. */
export function fixSteps(plan: FixPlan, git: GitOptions): readonly Step[] {
  const top = git.cwd;
  // Told before anything is written: afterwards nothing equals the index any more.
  const equal = new Set([...plan.ignores, ...plan.sources.map(({ edit }) => edit)].filter((e) => isAsStaged(e, git)));
  return [
    ...plan.ignores.map((edit) => write(top, edit)),
    ...plan.envs.flatMap((env) => envSteps(env, git)),
    ...plan.sources.map(({ edit }) => write(top, edit)),
    ...[...equal].map((edit) => stage(edit.path, git)),
  ];
}

function write(top: string, edit: Edit): Step {
  return {
    says: `${edit.before === undefined ? 'made' : 'changed'} ${edit.path}`,
    do: async () => {
      const done = await applyEdit(top, edit);
      return done.ok ? undefined : done.error.message;
    },
  };
}

function envSteps({ path, moves, expands, example, names }: EnvFix, git: GitOptions): readonly Step[] {
  const file = inTree(git.cwd, path);
  const exampleFile = inTree(git.cwd, example);
  const isNew = !isThere(exampleFile);
  const asStaged = !isNew && isAsStaged({ path: example, before: '' }, git);
  const keep: Step = {
    says: `${moves.map(({ name }) => name).join(', ')} written to ${path}`,
    do: async () => {
      const reason = await unsafeEnvFile(path, file, git);
      if (reason !== undefined) return reason;
      const done = appendEnv(file, moves, expands);
      return done.ok ? undefined : `${path}: ${done.error.message}`;
    },
  };
  const name: Step = {
    says: `${names.join(', ')} named in ${example}`,
    do: async () => {
      const done = appendLines(
        exampleFile,
        names.map((n) => `${n}=`),
        0o644,
      );
      return done.ok ? undefined : `${example}: ${done.error.message}`;
    },
  };
  if (names.length === 0) return [keep];
  const canStage = (isNew || asStaged) && !isIgnored(example, git);
  return canStage ? [keep, name, stage(example, git)] : [keep, name];
}

/** Why values must not be written there. */
export async function unsafeEnvFile(path: string, file: string, git: GitOptions): Promise<string | undefined> {
  const real = isThere(file) ? below(await realpath(git.cwd), await realpath(file)) : path;
  for (const name of new Set([path, ...(real === undefined ? [] : [real])])) {
    const listed = runGit(['--literal-pathspecs', 'ls-files', '-z', '--', name], git);
    if (!listed.ok) return listed.error.message;
    if (listed.value.stdout.length > 0) return `${name} is tracked by git; first: git rm --cached ${name}`;
    if (!isIgnored(name, git)) return `git does not ignore ${name}`;
  }
  return undefined;
}

function isIgnored(path: string, git: GitOptions): boolean {
  const answer = runGit(['check-ignore', '-q', '--no-index', '--', path], { ...git, accept: [1] });
  return answer.ok && answer.value.status === 0;
}

/** Whether staging the file after the fix stages the fix and nothing else. */
function isAsStaged({ path, before }: Pick<Edit, 'path' | 'before'>, git: GitOptions): boolean {
  const literal = '--literal-pathspecs';
  const listed = runGit([literal, 'ls-files', '-s', '-z', '--', path], git);
  if (!listed.ok) return false;
  const entries = listed.value.stdout.toString('latin1').split('\0').filter(Boolean);
  if (entries.length === 0) return before === undefined; // a file that the fix makes
  if (entries.length > 1 || !/^100\d{3} \w+ 0\t/.test(entries[0] ?? '')) return false;
  const same = runGit([literal, 'diff', '--quiet', '--no-ext-diff', '--no-textconv', '--', path], {
    ...git,
    accept: [1],
  });
  return same.ok && same.value.status === 0;
}

function stage(path: string, git: GitOptions): Step {
  return {
    says: `staged ${path}`,
    do: async () => {
      const done = runGit(['--literal-pathspecs', 'add', '-f', '--', path], git);
      return done.ok ? undefined : `${done.error.message}; stage it yourself: git add ${path}`;
    },
  };
}

function isThere(file: string): boolean {
  try {
    lstatSync(file);
    realpathSync(file);
    return true;
  } catch {
    return false;
  }
}
