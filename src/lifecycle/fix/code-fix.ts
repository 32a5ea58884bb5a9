import { fixJavaScript } from './js/fix.ts';
import type { JsLanguage, JsParser, Parsed } from './js/parse.ts';
import type { Script } from './js/script.ts';
import type { JsonRead } from './json-reads.ts';
import type { NameFor, NameHint, Replacement, TextFix, Wanted } from './model.ts';
import { isMissing, leftMissing, leftPlaces, occurrencesOf } from './occurrences.ts';
import { scriptBlocks } from './script-blocks.ts';
import { PUBLIC_NAME, type Way } from './way.ts';

/** What is known of a file that holds JavaScript or TypeScript. */
export interface CodePlace {
  readonly way: Way;
  /** Why nothing in it is secret, and what to do; undefined: it stays on the server. */
  readonly client: string | undefined;
  /** A page whose framework takes some functions out of what browsers get: these stay on the server. */
  readonly isPage?: boolean;
  /** Readings of a JSON file that give way as well. */
  readonly reads?: readonly JsonRead[];
  /** How code for the browser reads what may be public; undefined: this project has no such thing. */
  readonly publicWay: Way | undefined;
  /** Why nothing can be changed here: there is no parser. */
  readonly parser: JsParser | string;
}

const COMPONENT = /\.(?:vue|svelte)$/;
const CODE = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte)$/;

export function isCode(path: string): boolean {
  return CODE.test(path);
}

/**
 * Takes values out of a file of code.
 *
 * @param bytes one character a byte
 * @returns offsets in bytes
 */
export function fixCode(
  path: string,
  bytes: string,
  wanted: readonly Wanted[],
  nameFor: NameFor,
  place: CodePlace,
): TextFix {
  const code = Buffer.from(bytes, 'latin1').toString('utf8');
  const isUtf8 = Buffer.from(code, 'utf8').toString('latin1') === bytes;
  if (!isUtf8) return { replacements: [], moves: [], left: leftPlaces(bytes, wanted, 'the file is no UTF-8') };
  if (typeof place.parser === 'string')
    return { replacements: [], moves: [], left: leftPlaces(bytes, wanted, place.parser) };
  const parse = place.parser;
  const fix = ({ values, ...script }: Part) => {
    const prefixed: NameFor = (secret, want, hint) =>
      nameFor(secret, want, { ...withoutValues(hint, wanted), prefix: script.way.prefix });
    return inFile(path, { code, ...script }, values, prefixed, parse);
  };
  return inBytes(
    code,
    place.client === undefined
      ? fix({ way: place.way, values: wanted, reads: place.reads ?? [] })
      : forBrowser(code, wanted, place, fix),
  );
}

/** No name is made from a value: what is assigned may itself hold one. */
function withoutValues(hint: NameHint, wanted: readonly Wanted[]): NameHint {
  const { assigned, holder, ...rest } = hint;
  const isPlain = (name: string | undefined) =>
    name !== undefined && occurrencesOf(name, wanted, true).found.length === 0;
  return {
    ...rest,
    ...(assigned !== undefined && isPlain(assigned) ? { assigned } : {}),
    ...(holder !== undefined && isPlain(holder) ? { holder } : {}),
  };
}

/** Values that leave a file in the same way. */
type Part = Omit<Script, 'code' | 'language'> & { readonly values: readonly Wanted[] };

/** What is meant for the browser goes to a public name; anything else must not be there. */
function forBrowser(
  code: string,
  wanted: readonly Wanted[],
  { client = '', publicWay, way, isPage = false }: CodePlace,
  fix: (part: Part) => TextFix,
): TextFix {
  const open = publicWay === undefined ? [] : wanted.filter((value) => isMeantForBrowsers(value, publicWay));
  const others = wanted.filter((value) => !open.includes(value));
  const kept = isPage
    ? fix({ way, values: others, elsewhere: client })
    : { replacements: [], moves: [], left: leftPlaces(code, others, client) };
  if (publicWay === undefined || open.length === 0) return kept;
  const fixed = fix({ way: publicWay, values: open });
  const isNew = (r: Replacement) => !kept.replacements.some((k) => k.start === r.start && k.text === r.text);
  return {
    replacements: [...kept.replacements, ...fixed.replacements.filter(isNew)],
    moves: [...kept.moves, ...fixed.moves],
    left: [...fixed.left, ...kept.left],
  };
}

function isMeantForBrowsers({ rule, variable }: Wanted, { prefix }: Way): boolean {
  if (variable !== undefined) return PUBLIC_NAME.test(variable) && variable.startsWith(prefix);
  return /publishable|-public-/.test(rule);
}

function inFile(
  path: string,
  file: Omit<Script, 'language'>,
  wanted: readonly Wanted[],
  nameFor: NameFor,
  parse: JsParser,
): TextFix {
  const { code } = file;
  if (!COMPONENT.test(path)) return fixJavaScript({ ...file, language: languageOf(path) }, wanted, nameFor, parse);
  const parts: TextFix[] = [];
  let markup = code;
  for (const { start, end, language } of scriptBlocks(code)) {
    const block = code.slice(start, end);
    markup = markup.slice(0, start) + block.replace(/[^\n]/g, ' ') + markup.slice(end);
    parts.push(moved(fixJavaScript({ ...file, code: block, language }, wanted, nameFor, parse), start, code));
  }
  const why = 'it is in the markup: read it in the script, and use the constant here';
  parts.push({ replacements: [], moves: [], left: leftPlaces(markup, wanted, why) });
  const missing = wanted.filter((value) =>
    parts.every(({ left }) => left.some((l) => l.wanted === value && isMissing(l))),
  );
  return {
    replacements: parts.flatMap(({ replacements }) => replacements),
    moves: parts.flatMap(({ moves }) => moves),
    left: [...parts.flatMap(({ left }) => left.filter((l) => !isMissing(l))), ...leftMissing(missing)],
  };
}

function moved(fix: TextFix, by: number, code: string): TextFix {
  const lines = code.slice(0, by).split('\n').length - 1;
  return {
    moves: fix.moves,
    replacements: fix.replacements.map((r) => ({ ...r, start: r.start + by, end: r.end + by })),
    left: fix.left.map((item) => ({ ...item, line: item.line + lines })),
  };
}

function languageOf(path: string): JsLanguage {
  if (/\.d\.[cm]?ts$/.test(path)) return 'dts';
  return path.endsWith('.tsx') ? 'tsx' : /\.[cm]?ts$/.test(path) ? 'ts' : 'jsx';
}

/** The tree of a file of code; undefined where it has none, or is a component of several languages. */
export function parsedFile(path: string, code: string, parse: JsParser): Parsed | undefined {
  return COMPONENT.test(path) ? undefined : parse(code, languageOf(path));
}

/** Whether a file of code can be read: what was edited must be. @param bytes one character a byte */
export function parses(path: string, bytes: string, parse: JsParser): boolean {
  const code = Buffer.from(bytes, 'latin1').toString('utf8');
  if (!COMPONENT.test(path)) return parse(code, languageOf(path)) !== undefined;
  return scriptBlocks(code).every(({ start, end, language }) => parse(code.slice(start, end), language) !== undefined);
}

function inBytes(code: string, fix: TextFix): TextFix {
  return { ...fix, replacements: bytesOf(code, fix.replacements) };
}

/** The same with offsets in bytes and one character a byte. */
export function bytesOf(code: string, replacements: readonly Replacement[]): Replacement[] {
  const at = (offset: number) => Buffer.byteLength(code.slice(0, offset), 'utf8');
  return replacements.map(({ start, end, text }) => ({
    start: at(start),
    end: at(end),
    text: Buffer.from(text, 'utf8').toString('latin1'),
  }));
}
