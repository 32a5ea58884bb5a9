import { posix } from 'node:path';
import { isIgnored } from '../../git/kept-out.ts';
import { type GitOptions, runGit } from '../../git/run-git.ts';
import { withLines, withValues } from '../../lifecycle/env-lines.ts';
import { redacted, shownLines } from '../../lifecycle/fix/text.ts';
import type { Change, Staged } from '../../lifecycle/fix/transaction.ts';
import { fromBinary, toBinary } from '../../unicode.ts';
import type { Edit } from '../changes/files.ts';
import { splitLines } from '../changes/lines.ts';
import { type Op, unifiedDiff, unifiedDiffOf } from '../changes/unified-diff.ts';
import { unsafeEnvFile } from '../env-files/unsafe.ts';
import { inTree } from './find.ts';
import type { EnvFix } from './homes.ts';
import type { FixPlan, SourceFix } from './plan.ts';

/** The plan as a diff in which no value stands. */
export function showPlan({ ignores, envs, sources }: FixPlan): string {
  return fromBinary(
    [
      ...ignores.map(({ path, before, after }) => unifiedDiff(path, before, after)),
      ...envs.flatMap((env) => [
        added(
          env.path,
          env.moves.map(({ name, secret }) => `${name}=${secret.preview}`),
        ),
        added(env.example, exampleLines(env)),
      ]),
      ...sources.map(sourceDiff),
    ].join(''),
  );
}

/** Lines at the end of a file whose other lines are nobody's business. */
function added(path: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const text = `+++ b/${path} (at its end)\n${lines.map((line) => `+${line}\n`).join('')}`;
  return toBinary(text);
}

function sourceDiff({ edit, replacements, hidden }: SourceFix): string {
  const ops = shownLines(edit.before, replacements, hidden).flatMap(({ before, after }): Op[] => {
    const lines = (sign: Op['sign'], text: string) => splitLines(text).map((line) => ({ sign, line }));
    return before === after ? lines(' ', before) : [...lines('-', before), ...lines('+', after)];
  });
  return unifiedDiffOf(redacted(edit.path, hidden), ops);
}

/** Files first that make it safe, then the values, then the code: whatever stops it, no value is lost. */
export function changesOf(plan: FixPlan, git: GitOptions): readonly Change[] {
  return [
    ...plan.ignores.map(({ path, before, after }) => ({ path, before, after, keys: [] })),
    ...plan.envs.map(({ path, before, moves, expands }) => ({
      path,
      before,
      after: withValues(before ?? '', moves, expands),
      keys: [],
      refused: () => unsafeEnvFile(path, inTree(git.cwd, path), git),
    })),
    ...plan.envs.filter(({ names }) => names.length > 0).map(exampleChange),
    ...plan.sources.map(({ edit, replacements, moves, home }) => ({
      ...edit,
      forward: replacements,
      keys: [...new Set(moves.map(({ name }) => name))].map((name) => ({ name, paths: envFilesBeside(home) })),
    })),
  ];
}

function exampleChange(env: EnvFix): Change & Edit & { readonly after: string } {
  const { example, exampleBefore } = env;
  return { path: example, before: exampleBefore, after: withLines(exampleBefore ?? '', exampleLines(env)), keys: [] };
}

/** The example files that change, as edits. */
export function exampleEdits({ envs }: FixPlan): Edit[] {
  return envs.filter(({ names }) => names.length > 0).map(exampleChange);
}

/** Each name with a comment of what it is for. */
function exampleLines({ names, moves, path }: EnvFix): string[] {
  return names.flatMap((name) => {
    const about = moves.find((move) => move.name === name)?.about;
    return [`# ${about ?? 'Secret'}; the value belongs into ${posix.basename(path)}, which git ignores`, `${name}=`];
  });
}

/** Where a variable of a file's environment may be set. */
function envFilesBeside(home: string | undefined): string[] {
  if (home === undefined) return [];
  const folder = posix.dirname(home) === '.' ? '' : `${posix.dirname(home)}/`;
  const names = [
    '.env.local',
    '.env',
    '.env.development.local',
    '.env.development',
    '.env.production.local',
    '.env.production',
  ];
  return [home, ...[...new Set([folder, ''])].flatMap((place) => names.map((name) => place + name))];
}

/** What is staged already goes on being staged, and what else the fix makes. */
export function stagedOf(plan: FixPlan, git: GitOptions): readonly Staged[] {
  const examples = plan.envs
    .filter(({ example, names }) => names.length > 0 && !isSurelyIgnored(example, git))
    .map(({ example, exampleBefore }) => ({ path: example, before: exampleBefore }));
  const edits = [...plan.ignores, ...examples, ...plan.sources.map(({ edit }) => edit)];
  return edits.flatMap(({ path, before }): Staged[] => {
    const entry = entryOf(path, git);
    if (entry === undefined) return before === undefined ? [{ path, before: null }] : [];
    return isAsStaged(path, git) ? [{ path, before: entry }] : [];
  });
}

function isSurelyIgnored(path: string, git: GitOptions): boolean {
  const ignored = isIgnored(path, git);
  return ignored.ok && ignored.value;
}

/** Entries that are still as the fix staged them. */
export function stillStaged(staged: readonly Staged[], git: GitOptions): Staged[] {
  return staged.filter(({ path }) => entryOf(path, git) !== undefined && isAsStaged(path, git));
}

/** The one entry of the index of a regular file, as `update-index --cacheinfo` takes it: `100644,hash`. */
function entryOf(path: string, git: GitOptions): string | undefined {
  const listed = runGit(['--literal-pathspecs', 'ls-files', '-s', '-z', '--', path], git);
  const entries = listed.ok ? listed.value.stdout.toString('latin1').split('\0').filter(Boolean) : [];
  const [, mode, hash] = /^(100\d{3}) (\w+) 0\t/.exec(entries[0] ?? '') ?? [];
  return entries.length === 1 && mode !== undefined ? `${mode},${hash}` : undefined;
}

/** Whether staging the file after the fix stages the fix and nothing else. */
function isAsStaged(path: string, git: GitOptions): boolean {
  const args = ['--literal-pathspecs', 'diff', '--quiet', '--no-ext-diff', '--no-textconv', '--', path];
  const same = runGit(args, { ...git, accept: [1] });
  return same.ok && same.value.status === 0;
}
