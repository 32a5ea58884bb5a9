import { Secret } from '../secret.ts';
import type { Left, Move, NameFor, NameHint, Replacement, TextFix, Wanted } from './fix-model.ts';
import { hintAt } from './js-hint.ts';
import { type Piece, type Scanned, scanJavaScript, type Token } from './js-scan.ts';
import { leftMissing, type Occurrence, occurrencesOf } from './occurrences.ts';

/** A URL whose host part holds a login; the whole of it moves. */
const LOGIN_URL = /^([a-z][a-z0-9+.-]{1,20}):\/\/[^/\s]*@/i;

/**
 * Takes values out of JavaScript or TypeScript: `process.env.NAME` stands where they stood.
 *
 * @param text one character a byte
 * @param jsx whether the file may hold JSX
 */
export function fixJavaScript(text: string, jsx: boolean, wanted: readonly Wanted[], nameFor: NameFor): TextFix {
  const { found, missing } = occurrencesOf(text, wanted);
  const left: Left[] = leftMissing(missing);
  const scanned = scanJavaScript(text, jsx);
  const replacements: Replacement[] = [];
  const moves: Move[] = [];
  for (const group of byPiece(found, scanned)) {
    const fixed =
      scanned === undefined || group.piece === undefined ? undefined : inPiece(text, scanned, group, nameFor);
    if (typeof fixed === 'object') {
      replacements.push(fixed.replacement);
      moves.push(...fixed.moves);
    } else {
      const why = fixed ?? (scanned === undefined ? 'the file could not be read as JavaScript' : 'it is no string');
      left.push(...group.places.map(({ start, wanted: of }) => ({ wanted: of, line: lineAt(text, start), why })));
    }
  }
  return { replacements, moves, left };
}

interface Group {
  readonly piece: Piece | undefined;
  readonly places: Occurrence[];
}

function byPiece(found: readonly Occurrence[], scanned: Scanned | undefined): Group[] {
  const groups: Group[] = [];
  const pieces = [...(scanned?.pieces ?? [])].sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const place of found) {
    const piece = pieces.find((p) => p.start <= place.start && place.end <= p.end); // the innermost
    const group = piece === undefined ? undefined : groups.find((g) => g.piece === piece);
    if (group === undefined) groups.push({ piece, places: [place] });
    else group.places.push(place);
  }
  return groups;
}

interface Fixed {
  readonly replacement: Replacement;
  readonly moves: readonly Move[];
}

/** @returns why not, where it cannot be done safely */
function inPiece(text: string, scanned: Scanned, { piece, places }: Group, nameFor: NameFor): Fixed | string {
  if (piece === undefined) return 'it is no string';
  const one = { text, scanned, piece, places, nameFor };
  switch (piece.kind) {
    case 'comment':
      return inText(one, (name) => name);
    case 'jsx-text':
      return inText(one, (name) => `{process.env.${name}}`);
    case 'jsx-string':
      return inString(one, true);
    case 'regex':
      return 'it is part of a regular expression';
    default:
      if (piece.tagged === true) return 'the template has a tag of its own';
      return piece.partial === true ? inText(one, (name) => `\${process.env.${name}}`) : inString(one, false);
  }
}

interface Job {
  readonly text: string;
  readonly scanned: Scanned;
  readonly piece: Piece;
  readonly places: readonly Occurrence[];
  readonly nameFor: NameFor;
}

/** The values alone give way, each to its name; what surrounds them stays. */
function inText({ text, scanned, piece, places, nameFor }: Job, write: (name: string) => string): Fixed {
  const isCode = piece.kind === 'template';
  const hint = piece.kind === 'comment' || piece.kind === 'jsx-text' ? {} : hintAt(scanned.tokens, piece);
  const moves: Move[] = [];
  let out = '';
  let at = places[0]?.start ?? 0;
  const start = at;
  for (const place of places) {
    const raw = text.slice(place.start, place.end);
    const move = moveOf(isCode ? cooked(raw) : raw, place.wanted, hint, nameFor);
    out += text.slice(at, place.start) + write(move.name);
    moves.push(move);
    at = place.end;
  }
  return { replacement: { start, end: at, text: out }, moves };
}

/** A whole string literal: gives way as a whole, or becomes a template around what moves. */
function inString(job: Job, isJsx: boolean): Fixed | string {
  const { text, scanned, piece, places, nameFor } = job;
  const { tokens } = scanned;
  const reason = isJsx
    ? undefined
    : notAnExpression(tokens[piece.first - 1], tokens[piece.last + 1], tokens[piece.last + 2]);
  if (reason !== undefined) return reason;
  if (!isJsx && places.some((p) => cutsEscape(text, piece, p))) return 'it begins or ends within an escape';
  const raw = text.slice(piece.start + 1, piece.end - 1);
  const [place] = places;
  if (place === undefined) return 'it is no string';
  const url = LOGIN_URL.exec(raw);
  const isLogin = url !== null && place.end <= piece.start + 1 + url[0].length;
  const whole = isLogin || (place.start === piece.start + 1 && place.end === piece.end - 1);
  const context = hintAt(tokens, piece);
  const hint: NameHint = isLogin && url?.[1] !== undefined ? { ...context, scheme: url[1].toLowerCase() } : context;
  const cook = isJsx ? (part: string) => part : cooked;
  const wrap = (code: string) => (isJsx ? `{${code}}` : spaced(text, piece, code));
  if (whole) {
    const move = moveOf(cook(raw), place.wanted, hint, nameFor);
    const code = `process.env.${move.name}`;
    if (context.fixed !== undefined) return dropFallback(tokens, piece, move);
    return { replacement: { start: piece.start, end: piece.end, text: wrap(code) }, moves: [move] };
  }
  const moves = places.map((p) => moveOf(cook(text.slice(p.start, p.end)), p.wanted, hint, nameFor));
  const parts = places.map((p, i) => {
    const before = text.slice(i === 0 ? piece.start + 1 : places[i - 1]?.end, p.start);
    return `${forTemplate(before, text[piece.start] === '`')}\${process.env.${moves[i]?.name}}`;
  });
  const rest = forTemplate(text.slice(places.at(-1)?.end, piece.end - 1), text[piece.start] === '`');
  return { replacement: { start: piece.start, end: piece.end, text: wrap(`\`${parts.join('')}${rest}\``) }, moves };
}

/** `process.env.X ?? "…"`: the default goes, the variable stays. */
function dropFallback(tokens: readonly Token[], piece: Piece, move: Move): Fixed {
  const start = tokens[piece.first - 2]?.end ?? piece.start;
  return { replacement: { start, end: piece.end, text: '' }, moves: [move] };
}

/** Places where the grammar wants a string and nothing else. */
function notAnExpression(before?: Token, next?: Token, then?: Token): string | undefined {
  if (before?.text === 'from' || before?.text === 'import') return 'it is the name of a module';
  const isKey = (next?.text === ':' || next?.text === '(') && (before === undefined || /^[{,;]$/.test(before.text));
  if (isKey) return 'it is the name of a property';
  return next?.text === 'as' && then?.text === 'const' ? 'its type is fixed by "as const"' : undefined;
}

/** Whether what stays of the literal would end in half an escape, or what goes begin with the rest of one. */
function cutsEscape(text: string, piece: Piece, { start, end }: Occurrence): boolean {
  const half = /(?:^|[^\\])(?:\\\\)*\\(?:u\{?[0-9a-f]*|x[0-9a-f]?)?$/i;
  return half.test(text.slice(piece.start + 1, start)) || half.test(text.slice(start, end));
}

function moveOf(value: string, wanted: Wanted, hint: NameHint, nameFor: NameFor): Move {
  const bytes = Buffer.from(wanted.secret.reveal(), 'utf8').toString('latin1');
  const secret = value === bytes ? wanted.secret : new Secret(Buffer.from(value, 'latin1').toString('utf8'));
  return { name: nameFor(secret, wanted, hint), secret };
}

/** Words must not grow together: `return"…"`. */
function spaced(text: string, { start, end }: Piece, code: string): string {
  const isWord = (c: string | undefined) => c !== undefined && /[\w$]/.test(c);
  return `${isWord(text[start - 1]) ? ' ' : ''}${code}${isWord(text[end]) ? ' ' : ''}`;
}

/** Source of a string literal as source of a template. */
function forTemplate(raw: string, isTemplate: boolean): string {
  return isTemplate ? raw : raw.replace(/\\(["'])/g, '$1').replace(/`|\$(?=\{)/g, '\\$&');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', v: '\v', f: '\f', '0': '\0' };

/** What the source of a literal means, one character a byte. */
function cooked(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .replace(
      /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
      (_, wide?: string, unicode?: string, hex?: string, plain?: string) => {
        const code = wide ?? unicode ?? hex;
        if (code !== undefined)
          return Buffer.from(String.fromCodePoint(Number.parseInt(code, 16)), 'utf8').toString('latin1');
        if (plain === undefined || plain === '\n') return '';
        return ESCAPES[plain] ?? plain;
      },
    );
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
