import { type Move, NAME_TAKEN, type NameFor, type Replacement, type TextFix, type Wanted } from './model.ts';
import { leftAt, leftMissing, occurrencesOf } from './occurrences.ts';

/** A form of line in which a value can give way to a variable. */
interface Form {
  readonly path: RegExp;
  /** Groups: everything before the value, the name it goes by, the quote or nothing. The value and the same quote follow. */
  readonly before: RegExp;
  /** What may follow the closing quote. */
  readonly after: RegExp;
  /** What stands there instead, quotes included. */
  write(name: string, quote: string): string;
  /** The name of the variable, where it must be that which the line sets. */
  readonly keepsName?: boolean;
}

const FORMS: readonly Form[] = [
  {
    path: /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/,
    before: /^[ \t]*(?:- )?[ \t]*([A-Za-z_][\w.-]*)(?::[ \t]+|=)(["']?)$/,
    after: /^[ \t]*(?:#.*)?$/,
    // Without the variable compose stops; a plain reference would be empty.
    write: (name, quote) => `${quote}\${${name}:?}${quote}`,
  },
  {
    path: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/,
    before: /^[ \t]*(?:- )?[ \t]*([A-Za-z_][\w.-]*):[ \t]+(["']?)$/,
    after: /^[ \t]*(?:#.*)?$/,
    write: (name, quote) => `${quote}\${{ secrets.${workflowName(name)} }}${quote}`,
  },
  {
    path: /\.(?:sh|bash|zsh|ksh)$/,
    before: /^[ \t]*(?:(?:export|readonly|local|declare)[ \t]+)?([A-Za-z_]\w*)=(["']?)$/,
    after: /^[ \t]*(?:#.*|;[ \t]*)?$/,
    write: (name) => `"\${${name}:?}"`,
    keepsName: true,
  },
];

/** GitHub keeps names that begin with its own for itself. */
export function workflowName(name: string): string {
  return name.replace(/^GITHUB_/, 'GH_');
}

/**
 * Takes values out of YAML and shell where a line sets a name to the value and does nothing else.
 *
 * @param why what is told of any other place
 * @returns undefined where the file is of no such kind
 */
export function fixPlain(
  path: string,
  text: string,
  wanted: readonly Wanted[],
  nameFor: NameFor,
  why: string,
): TextFix | undefined {
  const form = FORMS.find((candidate) => candidate.path.test(path));
  if (form === undefined) return undefined;
  const { found, missing } = occurrencesOf(text, wanted);
  const left = leftMissing(missing);
  const replacements: Replacement[] = [];
  const moves: Move[] = [];
  for (const { start, end, wanted: of } of found) {
    const place = placeOf(form, text, start, end);
    if (place === undefined || isInBlock(text, start, form)) {
      left.push(leftAt(text, start, of, why));
      continue;
    }
    const name = nameFor(of.secret, of, form.keepsName === true ? { fixed: place.name } : { assigned: place.name });
    if (name === undefined) {
      left.push(leftAt(text, start, of, NAME_TAKEN));
      continue;
    }
    moves.push({ name, secret: of.secret });
    replacements.push({
      start: start - place.quote.length,
      end: end + place.quote.length,
      text: form.write(name, place.quote),
    });
  }
  return { replacements, moves, left };
}

function placeOf(form: Form, text: string, start: number, end: number): { name: string; quote: string } | undefined {
  const lineEnd = /\r?\n|$/.exec(text.slice(end))?.index ?? 0;
  const before = form.before.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  const [, name, quote = ''] = before ?? [];
  const rest = text.slice(end, end + lineEnd);
  if (name === undefined || !rest.startsWith(quote) || /[\n\\]/.test(text.slice(start, end))) return undefined;
  return form.after.test(rest.slice(quote.length)) ? { name, quote } : undefined;
}

/** Whether the line is part of a text of several lines: a block of YAML (`|`, `>`), a here-document. */
function isInBlock(text: string, start: number, { keepsName }: Form): boolean {
  const before = text.slice(0, text.lastIndexOf('\n', start - 1) + 1);
  if (keepsName === true) return /<<-?\s*["']?\w/.test(before);
  const indent = /^[ \t]*/.exec(text.slice(before.length))?.[0].length ?? 0;
  for (const line of before.split('\n').reverse()) {
    if (line.trim() === '' || line.length - line.trimStart().length >= indent) continue;
    return /[|>][+-]?\d?[ \t]*(?:#.*)?\r?$/.test(line);
  }
  return false;
}
