import { Secret } from '../../secret.ts';
import { bare, child, children, type JsParser, type SyntaxNode, stringOf } from './js/parse.ts';
import type { Replacement, Wanted } from './model.ts';
import { occurrencesOf } from './occurrences.ts';

/** A string of a JSON file that holds a value which is to leave it. */
export interface JsonEntry {
  /** The names that lead to it. */
  readonly keys: readonly string[];
  readonly wanted: Wanted;
  /** The string as a whole. */
  readonly secret: Secret;
}

interface Found extends JsonEntry {
  readonly object: SyntaxNode;
  readonly property: SyntaxNode;
}

/** @returns also what takes them out; undefined where a value stands elsewhere than in a string that a name leads to */
export function jsonEntries(
  text: string,
  wanted: readonly Wanted[],
  parse: JsParser,
): { entries: readonly JsonEntry[]; cuts: readonly Replacement[] } | undefined {
  const root = rootOf(text, parse);
  if (root === undefined) return undefined;
  const found: Found[] = [];
  const isClear = wanted.every((want) => {
    const own = entriesOf(root, [], want);
    found.push(...own.filter(({ property }) => !found.some((f) => f.property === property)));
    const stands = occurrencesOf(`(${text}`, [want]).found;
    return (
      own.length > 0 && stands.every(({ start }) => own.some(({ property: p }) => p.start < start && start < p.end))
    );
  });
  const isUnique = found.every(
    ({ object, property }) => namesOf(object).filter((n) => n === nameOf(property)).length === 1,
  );
  if (!isClear || !isUnique) return undefined;
  const objects = new Set(found.map(({ object }) => object));
  const removed = new Set(found.map(({ property }) => property));
  const cuts = [...objects].flatMap((object) => cutsIn(object, removed));
  return { entries: found, cuts: cuts.map(({ start, end }) => ({ start: start - 1, end: end - 1, text: '' })) };
}

/** The object of a JSON file; its offsets are one too high. */
function rootOf(text: string, parse: JsParser): SyntaxNode | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined; // comments, or no JSON at all: no import could read it
  }
  const [only] = children(parse(`(${text}\n)`, 'jsx')?.program, 'body');
  const root = bare(child(only, 'expression'));
  return root?.type === 'ObjectExpression' ? root : undefined;
}

function entriesOf(object: SyntaxNode, above: readonly string[], wanted: Wanted): Found[] {
  return children(object, 'properties').flatMap((property): Found[] => {
    const keys = [...above, nameOf(property)];
    const value = child(property, 'value');
    if (value?.type === 'ObjectExpression') return entriesOf(value, keys, wanted);
    const text = stringOf(value);
    if (text === undefined || occurrencesOf(text, [wanted]).found.length === 0) return [];
    return [{ keys, wanted, secret: new Secret(text), object, property }];
  });
}

function nameOf(property: SyntaxNode): string {
  return stringOf(child(property, 'key')) ?? '';
}

function namesOf(object: SyntaxNode): string[] {
  return children(object, 'properties').map(nameOf);
}

/** JSON has no comments: between two properties stand blanks and a comma. */
function cutsIn(object: SyntaxNode, removed: ReadonlySet<SyntaxNode>): { start: number; end: number }[] {
  const all = children(object, 'properties');
  const last = all.findLastIndex((property) => !removed.has(property));
  const kept = all[last];
  if (kept === undefined) return [{ start: object.start + 1, end: object.end - 1 }];
  const inner = all
    .slice(0, last)
    .flatMap((property, i) => (removed.has(property) ? [{ start: property.start, end: all[i + 1]?.start ?? 0 }] : []));
  const end = all.at(-1)?.end ?? kept.end;
  return last === all.length - 1 ? inner : [...inner, { start: kept.end, end }];
}
