import { fail, ok, type Result } from '../../result.ts';
import type { Secret } from '../../secret.ts';
import { envLine } from '../env-lines.ts';
import type { PlaceEdit } from './places.ts';

/** One assignment of an env file, as `sources/env-file.ts` reads it; lines are 0-based. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  readonly lastLine: number;
}

export type ParseEnv = (text: string) => readonly Assignment[];

/**
 * The text of an env file with the edits carried out, every other byte as it was. A name that stands several times gets the
 * value each time; a new one follows the variable that its own begins with (`KEY_PREVIOUS` after `KEY`), else comes last.
 *
 * @returns `write-failed` where the file could not hold a value, or would be read otherwise than meant
 */
export function editEnv(text: string, edits: readonly PlaceEdit[], parse: ParseEnv): Result<string> {
  let edited = text;
  for (const edit of edits) {
    const next = editOne(edited, edit, parse);
    if (!next.ok) return next;
    edited = next.value;
  }
  return isAsMeant(text, edited, edits, parse)
    ? ok(edited)
    : fail('write-failed', 'the file would be read otherwise than meant: change it by hand');
}

function editOne(text: string, { name, secret }: PlaceEdit, parse: ParseEnv): Result<string> {
  const lines = text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  const assignments = parse(text);
  const present = assignments.filter((a) => a.name === name);
  const line = secret === undefined ? undefined : envLine(name, secret);
  if (secret !== undefined && line === undefined)
    return fail('write-failed', `the value of ${name} fits into no env file`);
  for (const { line: from, lastLine } of present.toReversed()) {
    const last = lines[lastLine] ?? '';
    const end = /(?:\r\n|\n|\r)?$/.exec(last)?.[0] ?? '';
    const replaced =
      line === undefined ? [] : [`${prefixOf(lines[from] ?? '')}${line}${commentOf(last, from === lastLine)}${end}`];
    lines.splice(from, lastLine - from + 1, ...replaced);
  }
  if (line !== undefined && present.length === 0) insert(lines, `${line}${eol}`, eol, ownerOf(name, assignments));
  return ok(lines.join(''));
}

function insert(lines: string[], line: string, eol: string, after: Assignment | undefined): void {
  const at = after === undefined ? lines.length : after.lastLine + 1;
  const before = lines[at - 1];
  if (before !== undefined && !/[\r\n]$/.test(before)) lines[at - 1] = before + eol;
  lines.splice(at, 0, line);
}

function ownerOf(name: string, assignments: readonly Assignment[]): Assignment | undefined {
  return assignments.filter((a) => name.startsWith(`${a.name}_`)).at(-1);
}

/** A byte order mark, blanks and `export` before the name. */
function prefixOf(line: string): string {
  return /^\ufeff?[ \t]*(?:export[ \t]+)?/.exec(line)?.[0] ?? '';
}

/** A comment behind the value, with the blanks before it; of a value over several lines what follows its last quote. */
function commentOf(line: string, isWhole: boolean): string {
  const value = isWhole ? line.replace(/^[^=:]*[=:][ \t]*/, '') : line;
  const quoted = isWhole ? /^(?:"(?:\\.|[^"\\])*"|'[^']*'|`[^`]*`)/.exec(value)?.[0] : /^.*["'`]/.exec(value)?.[0];
  const rest = value.slice(quoted?.length ?? 0);
  return /[ \t]+#[^\r\n]*/.exec(rest)?.[0] ?? '';
}

/** Read back: the edited names have their values, all others theirs. */
function isAsMeant(before: string, after: string, edits: readonly PlaceEdit[], parse: ParseEnv): boolean {
  const wanted = new Map<string, Secret | undefined>(edits.map(({ name, secret }) => [name, secret]));
  const rest = (text: string) =>
    JSON.stringify(parse(text).flatMap(({ name, value }) => (wanted.has(name) ? [] : [[name, value]])));
  if (rest(before) !== rest(after)) return false;
  const found = parse(after);
  return [...wanted].every(([name, secret]) => {
    const values = found.filter((a) => a.name === name).map(({ value }) => value);
    return secret === undefined ? values.length === 0 : values.length > 0 && values.every((v) => v === secret.reveal());
  });
}
