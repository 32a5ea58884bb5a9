import { Secret } from '../../../secret.ts';
import { type Move, NAME_TAKEN, type NameFor, type NameHint, type Replacement, type Wanted } from '../model.ts';
import { type Carrier, cook } from './carriers.ts';
import { withoutOption } from './cut.ts';
import { defaultCall, defaultOption, type EnvRead, fallbackOf, hintAt } from './hint.ts';
import { child, type Spot } from './parse.ts';
import type { FileReader } from './reader.ts';
import type { Place } from './script.ts';
import { beginsStatement, unwrapped } from './slot.ts';

/** A URL whose host part holds a login; the whole of it moves. */
const LOGIN_URL = /^([a-z][a-z0-9+.-]{1,20}):\/\/[^/\s]*@/i;

export interface Job {
  readonly code: string;
  readonly place: Place;
  readonly reader: FileReader;
  readonly nameFor: NameFor;
}

interface Edited {
  readonly replacements: readonly Replacement[];
  readonly moves: readonly Move[];
}

/** How the values of one carrier leave it; why not, where that cannot be done safely. */
export function editOf(job: Job): Edited | string {
  const { carrier } = job.place;
  switch (carrier.kind) {
    case 'comment':
      return inText(job, (name) => name);
    case 'jsx-text':
      return inText(job, (name, at, end) => spacedText(carrier.raw, at, end, `{${job.reader.read(name)}}`));
    case 'quasi':
      return inText(job, (name) => `\${${job.reader.read(name)}}`);
    default:
      return inString(job);
  }
}

/** The values alone give way; what surrounds them stays as it is. */
function inText({ place, nameFor }: Job, write: (name: string, start: number, end: number) => string): Edited | string {
  const { carrier, hits } = place;
  const { at } = carrier.kind === 'quasi' ? cook(carrier.raw) : { at: undefined };
  const hint = carrier.kind === 'quasi' && carrier.spot !== undefined ? hintAt(carrier.spot) : {};
  const replacements: Replacement[] = [];
  const moves: Move[] = [];
  for (const { start, end, wanted } of hits) {
    const from = at === undefined ? start : (at[start] ?? -1);
    const to = at === undefined ? end : (at[end] ?? -1);
    if (from < 0 || to < 0) return 'it begins or ends within an escape';
    const move = moveOf(carrier.cooked.slice(start, end), wanted, without(hint), nameFor);
    if (move === undefined) return NAME_TAKEN;
    moves.push(move);
    replacements.push({
      start: carrier.rawStart + from,
      end: carrier.rawStart + to,
      text: write(move.name, start, end),
    });
  }
  return { replacements, moves };
}

/** A variable that the code asks for holds the whole; a part of it needs a name of its own. */
function without({ fixed: _, ...hint }: NameHint): NameHint {
  return hint;
}

/** JSX takes blanks at a line's end for nothing where no text follows: those that counted stay. */
function spacedText(raw: string, start: number, end: number, code: string): string {
  const before = /\S[^\S\n]*\n\s*$/.test(raw.slice(0, start)) ? '{" "}' : '';
  const after = /^[^\S\n]*\n\s*\S/.test(raw.slice(end)) ? '{" "}' : '';
  return before + code + after;
}

/** A literal: gives way as a whole, or becomes a template around what moves. */
function inString(job: Job): Edited | string {
  const { code, place, reader, nameFor } = job;
  const { carrier, hits } = place;
  const [first] = hits;
  if (first === undefined || carrier.spot === undefined) return 'it is no string';
  if (carrier.kind === 'jsx-attribute' && /&(?:#|\w+;)|\n/.test(carrier.raw))
    return 'it holds entities or several lines';
  if (carrier.parts !== undefined && /\/[/*]/.test(outsideStrings(code.slice(carrier.start, carrier.end))))
    return 'it is in several pieces with a comment between them';
  const context = contextOf(carrier.spot);
  const url = LOGIN_URL.exec(carrier.cooked);
  const isLogin = url !== null && first.end <= url[0].length;
  const isWhole = first.start === 0 && first.end === carrier.cooked.length;
  if (!isLogin && !isWhole && context.fixed === undefined) return inTemplate(job, context);
  const scheme = isLogin ? url[1]?.toLowerCase() : undefined;
  const move = moveOf(carrier.cooked, first.wanted, scheme === undefined ? context : { ...context, scheme }, nameFor);
  if (move === undefined) return NAME_TAKEN;
  const dropped = context.fixed === undefined ? undefined : withoutFallback(job, carrier.spot);
  if (dropped !== undefined) return { replacements: dropped, moves: [move] };
  const text = inPlace(code, carrier, reader.read(move.name));
  return { replacements: [{ start: carrier.start, end: carrier.end, text }], moves: [move] };
}

/** A variable is asked for only where the literal as a whole is its fallback. */
function contextOf(spot: Spot): NameHint {
  const hint = hintAt(spot);
  const parent = unwrapped(spot).up?.node.type;
  return /^(?:LogicalExpression|CallExpression|Property)$/.test(parent ?? '') ? hint : without(hint);
}

/** Source without what stands in quotes: good enough between the pieces of one string. */
function outsideStrings(code: string): string {
  return code.replace(/"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`/g, '');
}

function inTemplate({ code, place, reader, nameFor }: Job, hint: NameHint): Edited | string {
  const { carrier, hits } = place;
  if (carrier.spot !== undefined && beginsStatement(carrier.spot)) return 'a statement begins with it';
  const isPlain = carrier.kind === 'jsx-attribute' || carrier.parts !== undefined;
  const { at } = isPlain ? { at: undefined } : cook(carrier.raw);
  const text = (from: number, to: number) => templateText(carrier, at, from, to);
  if (at !== undefined && hits.some(({ start, end }) => (at[start] ?? -1) < 0 || (at[end] ?? -1) < 0))
    return 'it begins or ends within an escape';
  const moves: Move[] = [];
  let out = '';
  let done = 0;
  for (const { start, end, wanted } of hits) {
    const move = moveOf(carrier.cooked.slice(start, end), wanted, hint, nameFor);
    if (move === undefined) return NAME_TAKEN;
    moves.push(move);
    out += `${text(done, start)}\${${reader.read(move.name)}}`;
    done = end;
  }
  const template = inPlace(code, carrier, `\`${out}${text(done, carrier.cooked.length)}\``);
  return { replacements: [{ start: carrier.start, end: carrier.end, text: template }], moves };
}

/** A part of what a literal means, as source of a template: with its own escapes where it has some. */
function templateText(carrier: Carrier, at: readonly number[] | undefined, from: number, to: number): string {
  if (from === to) return '';
  const cooked = carrier.cooked.slice(from, to);
  const raw = at === undefined ? undefined : carrier.raw.slice(at[from], at[to]);
  if (raw !== undefined && carrier.kind === 'template') return raw;
  // Octal escapes are forbidden in templates.
  if (raw !== undefined && !/\\\d/.test(raw))
    return raw.replace(/\\([\s\S])|`|\$(?=\{|$)/g, (whole, c?: string) =>
      c === undefined ? `\\${whole}` : c === '"' || c === "'" ? c : whole,
    );
  return cooked.replace(/[\\`]|\$(?=\{|$)/g, '\\$&').replace(/\r/g, '\\r');
}

function inPlace(code: string, { kind, start, end }: Carrier, expression: string): string {
  if (kind === 'jsx-attribute') return `{${expression}}`;
  // Words must not grow together: `return"…"`.
  const isWord = (c: string | undefined) => c !== undefined && /[\w$]/.test(c);
  return `${isWord(code[start - 1]) ? ' ' : ''}${expression}${isWord(code[end]) ? ' ' : ''}`;
}

/** `process.env.X ?? "…"`: the fallback goes, the variable stays, checked where that is the project's way. */
function withoutFallback({ code, place, reader }: Job, spot: Spot): Replacement[] | undefined {
  const outer = unwrapped(spot);
  const parent = outer.up?.node;
  const schema = parent === undefined ? undefined : defaultCall(outer);
  if (schema !== undefined) return [{ start: schema.start, end: schema.end, text: '' }];
  const option = defaultOption(outer);
  if (option !== undefined) return [withoutOption(code, option.options, option.option)];
  const left = child(parent, 'left');
  const read: EnvRead | undefined = parent?.type === 'LogicalExpression' ? fallbackOf(parent) : undefined;
  if (left === undefined || read === undefined || place.carrier.kind === 'quasi') return undefined;
  const { start, end } = read.node;
  const reading = code.slice(start, end);
  const checked = reader.checked(read.name, reading);
  const wrapped = checked === reading ? [] : [{ start, end, text: checked }];
  return [...wrapped, { start: left.end, end: outer.node.end, text: '' }];
}

function moveOf(value: string, wanted: Wanted, hint: NameHint, nameFor: NameFor): Move | undefined {
  const secret = value === wanted.secret.reveal() ? wanted.secret : new Secret(value);
  const name = nameFor(secret, wanted, hint);
  return name === undefined ? undefined : { name, secret };
}
