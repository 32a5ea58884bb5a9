import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type * as z from 'zod/mini';
import { nearest } from './nearest.ts';

/** Something wrong in a settings file: where (offset in UTF-16 units) and what, in words that quote no value. */
export interface Problem {
  readonly offset: number;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;
type AnySchema = z.core.$ZodType;
type Path = readonly (string | number)[];

/** What zod found, in our own words: its own may quote input, and would load a language file. */
export function problemsOf(issues: readonly Issue[], root: Node, schema: AnySchema): readonly Problem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, root, schema));
    const why = findNodeAtLocation(root, path) === undefined ? 'is missing' : reason(issue);
    return [{ offset: nodeAt(root, path)?.offset ?? root.offset, message: `${name(path)}: ${why}` }];
  });
}

/** A key that stands twice in an object, or that no object can hold as its own. */
export function findKeyProblem(node: Node): Problem | undefined {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = node.type === 'object' ? child.children?.[0] : undefined;
    const fault = key === undefined ? undefined : keyFault(String(key.value), seen);
    if (key !== undefined && fault !== undefined) return { offset: key.offset, message: fault };
    const inside = findKeyProblem(child);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function keyFault(key: string, seen: Set<unknown>): string | undefined {
  if (seen.has(key)) return `key ${shown(key)} stands twice`;
  seen.add(key);
  return key === '__proto__' ? `key ${shown(key)} is not allowed` : undefined;
}

/** One line a problem, with its place, in the order of the file. */
export function tellProblems(file: string, problems: readonly Problem[], place: (offset: number) => string): string {
  const sorted = [...problems].sort((a, b) => a.offset - b.offset);
  return sorted.map(({ offset, message }) => `${file}:${place(offset)}: ${message}`).join('\n');
}

/** `line:column`, both from 1, of an offset in UTF-16 units. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** A key or id for a message. What does not look like one is not shown: somebody may have pasted a token there. */
export function shown(key: string): string {
  const plain = /^[\w$.@/*-]{1,60}$/.test(key) && key.replace(/\D/g, '').length <= 4 && !/[A-Za-z0-9]{25}/.test(key);
  return plain ? `\`${key}\`` : `of ${key.length} characters`;
}

function unknownKey(key: string, path: Path, root: Node, schema: AnySchema): Problem {
  const offset = keyNode(root, path, key)?.offset ?? root.offset;
  const where = path.length === 0 ? '' : ` in ${name(path)}`;
  const here = keysOf(schemaAt(schema, path));
  const near = nearest(key, here) ?? elsewhere(key, schema, '');
  const hint =
    near === undefined ? `; known are ${here.map((k) => `\`${k}\``).join(', ')}` : `; did you mean \`${near}\`?`;
  return { offset, message: `unknown key ${shown(key)}${where}${hint}` };
}

/** The full path of a key of that very name at another place: `disable` is `rules.disable`. */
function elsewhere(key: string, schema: AnySchema, prefix: string): string | undefined {
  for (const [name, child] of Object.entries(shapeOf(schema))) {
    const inner = shapeOf(child);
    if (Object.hasOwn(inner, key)) return `${prefix}${name}.${key}`;
  }
  return undefined;
}

function reason(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(issue.expected)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map((v) => JSON.stringify(v)).join(', ')}`;
    case 'invalid_union':
      return `must be ${[...new Set(issue.errors.flat().map((inner) => reason(inner).replace(/^must be /, '')))].join(', or ')}`;
    case 'too_small':
      return `must be ${issue.origin === 'string' || issue.origin === 'array' ? 'longer: ' : ''}at least ${issue.minimum}`;
    case 'too_big':
      return `must be ${issue.origin === 'string' || issue.origin === 'array' ? 'shorter: ' : ''}at most ${issue.maximum}`;
    case 'invalid_format':
      return 'must be a size such as "64 MiB"';
    case 'invalid_key':
      return 'has a key that is not allowed here';
    case 'custom':
      return issue.message;
    default:
      return 'is not allowed';
  }
}

function article(type: string): string {
  if (type === 'array') return 'a list';
  if (type === 'record' || type === 'object') return 'an object';
  if (type === 'int') return 'a whole number';
  return `a ${type}`;
}

/** `customRules[0].pattern`; keys that may hold anything are shown as `shown` allows. */
function name(path: Path): string {
  if (path.length === 0) return 'settings';
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += `${text === '' ? '' : '.'}${shown(part).replaceAll('`', '')}`;
  }
  return `\`${text}\``;
}

/** The value at `path`, or the nearest thing around it that exists (a missing key has no place). */
function nodeAt(root: Node, path: Path): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return undefined;
}

function keyNode(root: Node, path: Path, key: string): Node | undefined {
  const parent = findNodeAtLocation(root, [...path]);
  return parent?.children?.find((property) => property.children?.[0]?.value === key)?.children?.[0];
}

function keysOf(schema: AnySchema | undefined): readonly string[] {
  return schema === undefined ? [] : Object.keys(shapeOf(schema));
}

function schemaAt(schema: AnySchema, path: Path): AnySchema | undefined {
  let at: AnySchema | undefined = schema;
  for (const part of path) {
    if (at === undefined) return undefined;
    const def = unwrap(at)._zod.def as z.core.$ZodTypes['_zod']['def'];
    if (def.type === 'array') at = def.element;
    else if (def.type === 'record') at = def.valueType;
    else at = shapeOf(at)[String(part)];
  }
  return at;
}

function shapeOf(schema: AnySchema): Readonly<Record<string, AnySchema>> {
  const def = unwrap(schema)._zod.def as z.core.$ZodTypes['_zod']['def'];
  return def.type === 'object' ? def.shape : {};
}

function unwrap(schema: AnySchema): AnySchema {
  const def = schema._zod.def as z.core.$ZodTypes['_zod']['def'];
  return def.type === 'optional' ? unwrap(def.innerType) : schema;
}
