import { splitLines } from '../changes/lines.ts';
import { type HookName, MARK, OWN, type Shipped } from './hook-lines.ts';

/** Marks where ours begins and ends in a YAML file, so that uninstall finds it. */
const BEGIN = `${MARK}: begin`;
const END = `${MARK}: end`;

/** The command that other managers run: the shipped script, found or not, decides. */
export function managerCommand(hook: HookName, shipped: Shipped, args = ''): string {
  const script = `${shipped.folder}/hooks/${hook}`;
  return `${OWN} sh -e ${/^[\w@%+=:,./*-]+$/.test(script) ? script : `'${script}'`}${args}`;
}

/**
 * `lefthook.yml` with a command for `hook`.
 *
 * @returns undefined where the hook has entries in a form that text editing can't be trusted with
 */
export function addLefthook(text: string, hook: HookName, shipped: Shipped): string | undefined {
  if (blockOf(text, hook) !== undefined) return text;
  const lines = splitLines(text);
  const at = lines.findIndex((line) => new RegExp(`^${hook}:`).test(line));
  if (at < 0) {
    return join(text, [`${hook}:`, '  commands:', ...lefthookCommand(hook, shipped, '    ')], hook);
  }
  const end = blockEnd(lines, at, 0);
  const group = lines.findIndex((line, i) => i > at && i < end && /^ +(?:commands|jobs):\s*(?:#.*)?$/.test(line));
  if (!/^[\w-]+:\s*(?:#.*)?$/.test((lines[at] ?? '').trimEnd()) || group < 0) return undefined;
  const groupEnd = blockEnd(lines, group, indentOf(lines[group] ?? ''));
  const indent = ' '.repeat(indentOf(lines[group + 1] ?? ''));
  if (indent === '') return undefined;
  const isJobs = /jobs:/.test(lines[group] ?? '');
  const entry = isJobs ? lefthookJob(hook, shipped, indent) : lefthookCommand(hook, shipped, indent);
  return insertAt(lines, groupEnd, marked(entry, indent, hook));
}

/** What to type into a lefthook configuration that is not edited here. */
export function lefthookSnippet(hook: HookName, shipped: Shipped): string {
  return [`${hook}:`, '  commands:', ...lefthookCommand(hook, shipped, '    ')].join('\n');
}

/** `.pre-commit-config.yaml` with a local repository that runs the installed package; undefined as above. */
export function addPreCommit(text: string, hooks: readonly HookName[], shipped: Shipped): string | undefined {
  if (blockOf(text, 'hooks') !== undefined) return text;
  const lines = splitLines(text);
  const at = lines.findIndex((line) => /^repos:\s*(?:#.*)?$/.test(line.trimEnd()));
  if (at < 0) return undefined;
  const first = lines.find((line, i) => i > at && /^ *- repo:/.test(line));
  const indent = ' '.repeat(first === undefined ? 2 : indentOf(first));
  let end = at + 1;
  while (end < lines.length && !/^[^\s#-]/.test(lines[end] ?? '')) end++;
  while (end > at + 1 && (lines[end - 1] ?? '').trim() === '') end--;
  return insertAt(lines, end, marked(preCommitEntries(hooks, shipped, indent), indent, 'hooks'));
}

export function preCommitSnippet(hooks: readonly HookName[], shipped: Shipped): string {
  return ['repos:', ...preCommitEntries(hooks, shipped, '  ')].join('\n');
}

/** Takes out what the two above put in; undefined when nothing else was there. */
export function removeYaml(text: string): string | undefined {
  const kept: string[] = [];
  let isInside = false;
  for (const line of splitLines(text)) {
    if (line.trim().startsWith(BEGIN)) isInside = true;
    if (!isInside) kept.push(line);
    if (line.trim().startsWith(END)) isInside = false;
  }
  const rest = kept.join('');
  return rest.trim() === '' ? undefined : rest;
}

function lefthookCommand(hook: HookName, shipped: Shipped, indent: string): string[] {
  return [`${indent}secretguard:`, ...lefthookBody(hook, shipped).map((line) => `${indent}  ${line}`)];
}

function lefthookJob(hook: HookName, shipped: Shipped, indent: string): string[] {
  return [`${indent}- name: secretguard`, ...lefthookBody(hook, shipped).map((line) => `${indent}  ${line}`)];
}

function lefthookBody(hook: HookName, shipped: Shipped): string[] {
  const args = hook === 'commit-msg' ? ' {1}' : hook === 'pre-push' ? ' {1} {2}' : '';
  const run = `run: ${managerCommand(hook, shipped, args)}`;
  return hook === 'pre-push' ? [run, 'use_stdin: true'] : [run];
}

const STAGES: readonly (readonly [HookName, string])[] = [
  ['pre-commit', 'secretguard'],
  ['pre-merge-commit', 'secretguard (merge)'],
  ['pre-push', 'secretguard (push)'],
  ['commit-msg', 'secretguard (message)'],
];

function preCommitEntries(hooks: readonly HookName[], shipped: Shipped, indent: string): string[] {
  const entries = STAGES.filter(([hook]) => hooks.includes(hook)).flatMap(([hook, name]) => [
    `  - id: secretguard${hook === 'pre-commit' ? '' : `-${hook}`}`,
    `    name: ${name}`,
    `    entry: ${hook === 'pre-push' ? pushEntry(shipped) : `env ${managerCommand(hook, shipped)}`}`,
    '    language: system',
    `    stages: [${hook}]`,
    '    always_run: true',
    `    pass_filenames: ${hook === 'commit-msg'}`,
  ]);
  return ['- repo: local', '  hooks:', ...entries.map((line) => `  ${line}`)].map((line) => indent + line);
}

/** The framework reads git's refs itself and hands them on as variables; the first push of a repository has no range. */
function pushEntry(shipped: Shipped): string {
  const from = `\${PRE_COMMIT_FROM_REF:-${'0'.repeat(40)}}`;
  const refs = `$PRE_COMMIT_LOCAL_BRANCH \${PRE_COMMIT_TO_REF:-$(git rev-parse HEAD)} $PRE_COMMIT_REMOTE_BRANCH ${from}`;
  return `sh -c 'echo "${refs}" | ${managerCommand('pre-push', shipped)} "$PRE_COMMIT_REMOTE_NAME" "$PRE_COMMIT_REMOTE_URL"'`;
}

function marked(entry: readonly string[], indent: string, name: string): string[] {
  return [`${indent}${BEGIN} ${name}`, ...entry, `${indent}${END} ${name}`];
}

function join(text: string, block: readonly string[], name: string): string {
  const head = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${head}${marked(block, '', name).join('\n')}\n`;
}

function insertAt(lines: readonly string[], at: number, block: readonly string[]): string {
  const head = lines.slice(0, at).join('');
  const joint = head === '' || head.endsWith('\n') ? '' : '\n';
  return `${head}${joint}${block.join('\n')}\n${lines.slice(at).join('')}`;
}

function blockOf(text: string, name: string): number | undefined {
  const at = splitLines(text).findIndex((line) => line.trim() === `${BEGIN} ${name}`);
  return at < 0 ? undefined : at;
}

/** Index behind the last line that is indented deeper than `indent` (blank lines at its end left out). */
function blockEnd(lines: readonly string[], at: number, indent: number): number {
  let end = at + 1;
  while (end < lines.length && ((lines[end] ?? '').trim() === '' || indentOf(lines[end] ?? '') > indent)) end++;
  while (end > at + 1 && (lines[end - 1] ?? '').trim() === '') end--;
  return end;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
