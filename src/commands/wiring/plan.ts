import type { Edit } from '../changes/files.ts';
import { chooseWiring, type Wiring } from './choose.ts';
import {
  addChain,
  addHook,
  configCommand,
  type HookName,
  HUSKY_AGAIN,
  hookLine,
  isShell,
  PLAIN_HEADER,
  type Shipped,
  sharedLine,
} from './hook-lines.ts';
import { addIgnores, type IgnoreSurvey } from './ignore.ts';
import { armScript, runCommand } from './manager.ts';
import { ARM, appendCommand } from './package-json.ts';
import type { Survey } from './survey.ts';
import { addLefthook, addPreCommit, lefthookSnippet, managerCommand, preCommitSnippet } from './yaml-hooks.ts';

interface Setting {
  readonly key: string;
  readonly value: string;
}

/** What `init` is about to do, all of it. */
export interface Plan {
  readonly wiring: Wiring;
  readonly edits: readonly Edit[];
  /** Whether husky has to be told this work tree. */
  readonly arm: boolean;
  /** Settings of this repository to add. */
  readonly settings: readonly Setting[];
  /** What another hook manager has to be told, as words of a command. */
  readonly commands: readonly (readonly string[])[];
  /** Worth knowing. */
  readonly notes: readonly string[];
  /** Left for the person: commits are not guarded, or not for everybody, before it is done. */
  readonly todo: readonly string[];
}

export interface PlanInput {
  readonly seen: Survey;
  readonly shipped: Shipped;
  readonly hooks: readonly HookName[];
  /** Text of every file that `filesOf` names, undefined where it is not there. */
  readonly files: ReadonlyMap<string, string | undefined>;
  readonly ignores: IgnoreSurvey;
  /** husky's own files are in this work tree and git runs them. */
  readonly isArmed: boolean;
}

/** Hooks that husky 9 hands on; any other in `.git/hooks` stops running once husky is armed. */
const HUSKY_HOOKS = new Set(
  'pre-commit pre-merge-commit prepare-commit-msg commit-msg post-commit applypatch-msg pre-applypatch post-applypatch pre-rebase post-rewrite post-checkout post-merge pre-push pre-auto-gc'.split(
    ' ',
  ),
);

/** Files that the plan may change, relative to the top level. */
export function filesOf(seen: Survey, hooks: readonly HookName[]): readonly string[] {
  const wiring = chooseWiring(seen);
  const paths = ['.gitignore', ...(seen.package === undefined ? [] : [seen.package.path])];
  if (wiring.kind === 'by-hand') return paths;
  if ('file' in wiring) return [...new Set([...paths, wiring.file])];
  const chained = wiring.kind === 'husky' ? chainable(seen) : [];
  return [...paths, ...new Set([...hooks, ...chained].map((hook) => `${wiring.dir}/${hook}`))];
}

/** Pure: what has to change so that every commit here is checked. */
export function planInit(input: PlanInput): Plan {
  const { seen, ignores } = input;
  const wiring = chooseWiring(seen);
  const wired = wire(wiring, input);
  const gitignore = ignores.isLink ? undefined : addIgnores(input.files.get('.gitignore'), ignores.missing);
  const edits = [...wired.edits, edit(input, '.gitignore', gitignore)].filter((e) => e.before !== e.after);
  return {
    wiring,
    edits,
    arm: wiring.kind === 'husky' && !input.isArmed,
    settings: wiring.kind === 'husky' ? configHooks(input, wiring.dir) : [],
    commands: wired.commands ?? [],
    notes: [...(wired.notes ?? []), ...packageNotes(seen)],
    todo: [...(wired.todo ?? []), ...ignoreTodo(ignores)],
  };
}

interface Wired {
  readonly edits: readonly Edit[];
  readonly commands?: readonly (readonly string[])[];
  readonly notes?: readonly string[];
  readonly todo?: readonly string[];
}

function wire(wiring: Wiring, input: PlanInput): Wired {
  switch (wiring.kind) {
    case 'husky':
      return husky(wiring.dir, input);
    case 'husky-8':
    case 'folder':
      return folder(wiring.dir, input);
    case 'lefthook':
      return lefthook(wiring.file, input);
    case 'simple-git-hooks':
      return simpleGitHooks(wiring.file, input);
    case 'pre-commit':
      return preCommit(wiring.file, input);
    case 'by-hand':
      return { edits: [], todo: [byHand(wiring, input)] };
  }
}

function husky(dir: string, input: PlanInput): Wired {
  const { seen, hooks, shipped } = input;
  const old = seen.hooksPath === undefined ? seen.ownHooks.filter((hook) => HUSKY_HOOKS.has(hook)) : [];
  const lost = seen.hooksPath === undefined ? seen.ownHooks.filter((hook) => !HUSKY_HOOKS.has(hook)) : [];
  const names = [...hooks, ...old.filter((hook) => !hooks.includes(hook as HookName))];
  const edits = names.map((name) => {
    const path = `${dir}/${name}`;
    const before = input.files.get(path);
    const own = hooks.find((hook) => hook === name);
    const withOurs = own === undefined ? before : addHook(before, own, hookLine(own, shipped, HUSKY_AGAIN));
    return edit(input, path, old.includes(name) ? addChain(withOurs, name) : withOurs);
  });
  const armed = prepare(input);
  return {
    edits: [...edits, ...armed.edits],
    notes: [
      ...(armed.notes ?? []),
      ...old.map((hook) => `.git/hooks/${hook} keeps running: ${dir}/${hook} calls it first`),
      ...lost.map((hook) => `.git/hooks/${hook} stops running: husky has no such hook`),
    ],
  };
}

/** Makes a colleague's install arm the hooks, unless husky's own script does already. */
function prepare(input: PlanInput): Wired {
  const { package: pkg, manager } = input.seen;
  if (pkg === undefined) return { edits: [] };
  const { scripts, isPrivate } = pkg.json;
  const isArmedByHusky = ['prepare', 'postinstall', 'postprepare'].some((key) => /\bhusky\b/.test(scripts[key] ?? ''));
  if (isArmedByHusky) return { edits: [] };
  const script = armScript(manager);
  if (script === 'postinstall' && !isPrivate) {
    const why =
      'Yarn runs no prepare script, and postinstall would run for users of this package, which is not private';
    return { edits: [], notes: [`${why}: after a clone, run: ${runCommand(manager)} init`] };
  }
  return { edits: [edit(input, pkg.path, appendCommand(pkg.text, 'scripts', script, ARM))] };
}

/** git runs the files of this folder by itself, so they need a shebang and the permission. */
function folder(dir: string, input: PlanInput): Wired {
  const { seen, hooks, shipped } = input;
  const edits: Edit[] = [];
  const todo: string[] = [];
  for (const hook of hooks) {
    const path = `${dir}/${hook}`;
    const before = input.files.get(path);
    if (before !== undefined && !isShell(before))
      todo.push(`${path} is no shell script; make it run: ${managerCommand(hook, shipped)}`);
    else
      edits.push({ ...edit(input, path, addHook(before ?? PLAIN_HEADER, hook, hookLine(hook, shipped))), mode: 0o755 });
  }
  if (seen.hooksPath === undefined) todo.push('git does not run these hooks yet; run: npx husky install');
  return { edits, todo };
}

function lefthook(file: string, input: PlanInput): Wired {
  const { hooks, shipped } = input;
  let text = input.files.get(file) ?? '';
  const todo: string[] = [];
  for (const hook of hooks) {
    const next = /\.ya?ml$/.test(file) ? addLefthook(text, hook, shipped) : undefined;
    if (next === undefined) todo.push(`add to ${file}:\n${lefthookSnippet(hook, shipped)}`);
    else text = next;
  }
  return {
    edits: [edit(input, file, text)],
    commands: untold(input, file, text) ? [['lefthook', 'install']] : [],
    todo,
  };
}

function simpleGitHooks(file: string, input: PlanInput): Wired {
  const { hooks, shipped } = input;
  const isJson = file.endsWith('.json');
  const before = input.files.get(file) ?? '';
  if (!isJson || hooks.some((hook) => !['pre-commit', 'pre-push', 'commit-msg', 'pre-merge-commit'].includes(hook))) {
    const lines = hooks.map((hook) => `  '${hook}': '${simpleCommand(hook, shipped)}',`);
    return { edits: [], todo: [`add to ${file}, then run simple-git-hooks:\n${lines.join('\n')}`] };
  }
  const text = hooks.reduce(
    (now, hook) => appendCommand(now, holderOf(file), hook, simpleCommand(hook, shipped)),
    before,
  );
  return { edits: [edit(input, file, text)], commands: untold(input, file, text) ? [['simple-git-hooks']] : [] };
}

/** Whether the manager has to write its hooks anew. */
function untold({ seen, hooks, files }: PlanInput, file: string, text: string): boolean {
  return files.get(file) !== text || hooks.some((hook) => !seen.ownHooks.includes(hook));
}

function preCommit(file: string, input: PlanInput): Wired {
  const { hooks, shipped, seen } = input;
  const text = addPreCommit(input.files.get(file) ?? '', hooks, shipped);
  const missing = hooks.filter((hook) => !seen.ownHooks.includes(hook));
  const types = missing.map((hook) => `-t ${hook}`).join(' ');
  return {
    edits: text === undefined ? [] : [edit(input, file, text)],
    todo: [
      ...(text === undefined ? [`add to ${file}:\n${preCommitSnippet(hooks, shipped)}`] : []),
      ...(missing.length === 0 ? [] : [`git does not run all of them yet; run: pre-commit install ${types} (or prek)`]),
    ],
  };
}

/** The key that holds simple-git-hooks' commands: a file of its own has them at the top. */
export function holderOf(file: string): string | undefined {
  return file.endsWith('package.json') ? 'simple-git-hooks' : undefined;
}

function simpleCommand(hook: HookName, shipped: Shipped): string {
  return managerCommand(hook, shipped, hook === 'pre-commit' || hook === 'pre-merge-commit' ? '' : ' "$@"');
}

function byHand(wiring: Wiring & { kind: 'by-hand' }, { hooks, shipped }: PlanInput): string {
  const line = wiring.isShared ? sharedLine : hookLine;
  const lines = hooks.map((hook) => `${wiring.file(hook)}\n    ${line(hook, shipped)}`);
  const own = wiring.isShared
    ? '\nOr give this project hooks of its own, and run init again: git config --local core.hooksPath .husky/_'
    : '';
  return `${wiring.why}, so init leaves it alone. Add this line (to pre-push as the first, else as the last) to\n${lines.map((line) => `  ${line}`).join('\n')}${own}`;
}

function configHooks({ seen, hooks, shipped }: PlanInput, dir: string): readonly Setting[] {
  const [major, minor] = seen.gitVersion;
  if (major < 2 || (major === 2 && minor < 54)) return [];
  const commits = hooks.filter((hook) => hook === 'pre-commit' || hook === 'pre-merge-commit');
  const groups: readonly (readonly [string, HookName, readonly HookName[]])[] = [
    ['hook.secretguard', 'pre-commit', commits],
    ['hook.secretguard-push', 'pre-push', hooks.filter((hook) => hook === 'pre-push')],
    ['hook.secretguard-message', 'commit-msg', hooks.filter((hook) => hook === 'commit-msg')],
  ];
  const wanted = groups.flatMap(([name, script, events]) =>
    events.length === 0
      ? []
      : [
          { key: `${name}.command`, value: configCommand(script, shipped, dir) },
          ...events.map((event) => ({ key: `${name}.event`, value: event })),
        ],
  );
  return wanted.filter(({ key, value }) => !seen.configHooks.includes(`${key} ${value}`));
}

function ignoreTodo(ignores: IgnoreSurvey): readonly string[] {
  return [
    ...(ignores.isLink ? ['.gitignore is a link, which git does not follow: make it a file'] : []),
    ...ignores.takenBack.map(({ path, by }) => `${path} is not ignored because of ${by} -- take that line out`),
    ...ignores.tracked.map((path) => `${path} is in git already; take it out with: git rm --cached -- '${path}'`),
  ];
}

function packageNotes({ package: pkg }: Survey): readonly string[] {
  if (pkg === undefined || 'secretguard' in pkg.json.dependencies || pkg.text.includes('"name": "secretguard"'))
    return [];
  return [`${pkg.path} does not list secretguard, so a colleague's install will not bring it`];
}

function chainable(seen: Survey): readonly string[] {
  return seen.ownHooks.filter((hook) => HUSKY_HOOKS.has(hook));
}

function edit({ files }: PlanInput, path: string, after: string | undefined): Edit {
  return { path, before: files.get(path), after };
}
