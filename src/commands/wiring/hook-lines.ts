import { splitLines } from '../changes/lines.ts';

/** Has the shipped script run the command that lies beside it: PATH may know none, or another version. */
export const OWN = 'SECRETGUARD_HOOK=1';

/** The hooks that secretguard ships; git runs each by this name. */
export const HOOKS = ['pre-commit', 'pre-merge-commit', 'pre-push', 'commit-msg'] as const;
export type HookName = (typeof HOOKS)[number];
export const DEFAULT_HOOKS: readonly HookName[] = ['pre-commit', 'pre-merge-commit', 'pre-push'];

/** Ends every line that `init` writes into a shell file, so that it can be found again. */
export const MARK = '# secretguard';
const MARKED = /[ \t]# secretguard(?::[^\n]*)?\r?$/;

/** What a new hook file starts with where git itself runs it; husky 9 needs nothing. */
export const PLAIN_HEADER = '#!/bin/sh\n';

/** Where the shipped hook scripts lie, as a hook that starts at the top level sees them, and what brings them back. */
export interface Shipped {
  /** `node_modules/secretguard`, `/`-separated; may hold a `*` under Yarn PnP. */
  readonly folder: string;
  /** What a colleague runs when it is missing: `npm install`. */
  readonly install: string;
}

/**
 * One line that runs the shipped script and blocks by itself, wherever it stands and whatever the shell's options are.
 * A missing package blocks too, and says what to run.
 *
 * @param again how a hook file is started anew: a push names its refs on stdin, which the first reader empties, so our
 * line stands first and starts the lines below it with the same refs once more
 */
export function hookLine(hook: HookName, shipped: Shipped, again = '"$0"'): string {
  if (hook !== 'pre-push') return `${hookCall(hook, shipped)} ${MARK}`;
  const refs = `{ [ -z "$refs" ] || printf '%s\\n' "$refs"; }`;
  const check = `${refs} | ${hookCall(hook, shipped)}`;
  const rest = `${refs} | SECRETGUARD_FED=1 ${again} "$@"; exit`;
  const isFed = `if [ -n "\${SECRETGUARD_FED-}" ]; then unset SECRETGUARD_FED;`;
  return `${isFed} else refs=$(cat); ${check}; ${rest}; fi ${MARK}`;
}

/** How husky 9 starts a hook file; any other is started by git, by its shebang. */
export const HUSKY_AGAIN = 'sh -e "$0"';

/**
 * Value for `hook.NAME.command`, which git 2.54 and newer run in every work tree, also where husky is not armed yet.
 *
 * @param dir husky's folder: where husky is armed this does nothing, so that no check runs twice
 */
export function configCommand(hook: HookName, shipped: Shipped, dir: string): string {
  return `sh -c ${quote(`[ -f ${quotePath(`${dir}/_/h`)} ] || ${hookCall(hook, shipped)}`)} secretguard`;
}

function hookCall(hook: HookName, shipped: Shipped): string {
  const script = quotePath(`${shipped.folder}/hooks/${hook}`);
  const hint = quote(`secretguard: not installed here, so this is blocked; run: ${shipped.install}`);
  return `SECRETGUARD_HOOK=1 sh -e ${script} "$@" || { s=$?; [ -f ${script} ] || echo ${hint} >&2; exit $s; }`;
}

/** For a hooks folder that other projects share: checks where the package is installed, and is silent elsewhere. */
export function sharedLine(hook: HookName, shipped: Shipped): string {
  return `[ ! -f ${quotePath(`${shipped.folder}/hooks/${hook}`)} ] || ${hookCall(hook, shipped)} ${MARK}`;
}

/** Runs the hook that git ran before another hooks folder was set; does nothing where there is none. */
export function chainLine(hook: string): string {
  const old = `"$(git rev-parse --git-common-dir)/hooks/${hook}"`;
  return `[ ! -x ${old} ] || ${old} "$@" || exit $? ${MARK}: keeps the hook in .git/hooks running`;
}

/** What `text` says with our line in it: last, or for a push first; the same text where it is there already. */
export function addHook(text: string | undefined, hook: HookName, line: string): string {
  const lines = splitLines(text ?? '');
  const at = lines.findIndex(callsHook);
  if (at >= 0) return lines.map((old, i) => (i === at ? `${line}\n` : old)).join('');
  if (hook !== 'pre-push') return addAtEnd(text, line);
  const first = lines.findIndex((old) => !isPreamble(old));
  const head = first < 0 ? lines : lines.slice(0, first);
  const rest = first < 0 ? [] : lines.slice(first);
  return [...head.map(ended), `${line}\n`, ...rest].join('');
}

/** Adds the line that keeps an older hook running, before ours. */
export function addChain(text: string | undefined, hook: string): string {
  const line = chainLine(hook);
  if (text?.includes(line)) return text;
  const lines = splitLines(text ?? '');
  const ours = hook === 'pre-push' ? -1 : lines.findIndex(isMarked);
  if (ours < 0) return addAtEnd(text, line);
  return [...lines.slice(0, ours), `${line}\n`, ...lines.slice(ours)].join('');
}

/** Takes out every marked line; undefined when nothing of anybody else's is left. */
export function removeMarked(text: string): string | undefined {
  const kept = splitLines(text)
    .filter((line) => !isMarked(line))
    .join('');
  if (kept === text) return text;
  return kept === '' || kept === PLAIN_HEADER ? undefined : kept;
}

/** Whether the hook does anything besides what `init` wrote. */
export function hasForeignLines(text: string): boolean {
  return splitLines(text).some((line) => !isMarked(line) && !isPreamble(line));
}

/** Whether a shell reads this file: no shebang, or one that names sh or a shell that understands it. */
export function isShell(text: string): boolean {
  return !text.startsWith('#!') || /^#!.*\b(?:ba|da|k|z|a)?sh\b/.test(text);
}

/** After everything else, but before a closing `exit` or `exec`, which nothing behind it survives. */
function addAtEnd(text: string | undefined, line: string): string {
  const lines = splitLines(text ?? '');
  const last = lines.findLastIndex((old) => old.trim() !== '' && !old.trim().startsWith('#'));
  const closing = last >= 0 && /^(?:exit|exec)\b/.test(lines[last] ?? '');
  const at = closing ? last : lines.length;
  const head = lines.slice(0, at).map(ended);
  if (/\\\r?\n?$/.test(head.at(-1) ?? '')) head.push('\n'); // a trailing backslash would swallow the line
  return [...head, `${line}\n`, ...lines.slice(at)].join('');
}

function isMarked(line: string): boolean {
  return MARKED.test(line.replace(/\n$/, ''));
}

/** The line that runs a shipped script, as opposed to those around it. */
function callsHook(line: string): boolean {
  return isMarked(line) && line.includes('sh -e ');
}

/** Lines without effect: blank, comments, and what husky 8 puts on top. */
function isPreamble(line: string): boolean {
  const text = line.trim();
  return text === '' || text.startsWith('#') || /^\. .*_\/husky\.sh"?$/.test(text);
}

/** A shell stumbles over CR, so what is added ends in LF even where the file does not. */
function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n`;
}

/** A path for a POSIX shell; `*` stays a wildcard. */
function quotePath(path: string): string {
  return path
    .split('*')
    .map((part) => (part === '' || /^[\w@%+=:,./-]+$/.test(part) ? part : quote(part)))
    .join('*');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
