import { posix } from 'node:path';
import { isGuard } from './js/guard.ts';
import { dotted } from './js/hint.ts';
import { bare, child, children, type JsParser, nameOfNode, type SyntaxNode, walk } from './js/parse.ts';
import type { Replacement } from './model.ts';
import { type ProjectFacts, type Tree, textOf } from './project-facts.ts';
import { functionWay, objectWay, type Way } from './way.ts';

/** The project's own checked way to the environment. */
export interface EnvSchema {
  /** From the top level. */
  readonly path: string;
  /** The way for a file that can import it. */
  wayFrom(path: string, code: string): Way;
  /** What its file needs so that it knows these variables. */
  declare(names: readonly string[]): Replacement[];
}

/** Where projects keep it, below their folder and `src/`. */
const PLACES = [
  'env',
  'env/server',
  'env/index',
  'config/env',
  'config',
  'config/index',
  'lib/env',
  'lib/config',
  'utils/env',
  'environment',
];
const ROOTS = ['src/', 'server/', ''];
const ENDS = ['.ts', '.mjs', '.js', '.mts'];

/** Finds a schema (zod, t3-env, envalid) or a function that throws for what is missing, in the usual places. */
export function findSchema(facts: ProjectFacts, tree: Tree, parse: JsParser): EnvSchema | undefined {
  const { folder, namesEndings } = facts;
  for (const path of PLACES.flatMap((place) =>
    ROOTS.flatMap((root) => ENDS.map((end) => folder + root + place + end)),
  )) {
    const code = textOf(tree, path);
    const program = code === undefined ? undefined : parse(code, path.endsWith('ts') ? 'ts' : 'jsx')?.program;
    if (code === undefined || program === undefined) continue;
    const found = schemaIn(path, code, program, namesEndings);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Exported {
  readonly name: string;
  readonly local: string;
  readonly value: SyntaxNode;
}

function schemaIn(path: string, code: string, program: SyntaxNode, namesEndings: boolean): EnvSchema | undefined {
  const moduleOf = (from: string, text: string) => moduleFor(from, path, text, namesEndings);
  for (const { name, local, value } of exportsOf(program)) {
    const binding = { exported: name, local };
    const objects = declaringObjects(bare(value), program);
    if (objects !== undefined)
      return {
        path,
        wayFrom: (from, text) => objectWay({ ...binding, module: moduleOf(from, text) }),
        declare: (names) => objects.flatMap((object) => inserted(code, object, names)),
      };
    if (isGuard(value))
      return {
        path,
        wayFrom: (from, text) => functionWay({ ...binding, module: moduleOf(from, text) }),
        declare: () => [],
      };
  }
  return undefined;
}

function exportsOf(program: SyntaxNode): Exported[] {
  const known = new Map<string, SyntaxNode>(
    children(program, 'body').flatMap((node) =>
      declarators(node.type === 'ExportNamedDeclaration' ? child(node, 'declaration') : node).map(
        (d) => [d.name, d.value] as const,
      ),
    ),
  );
  return children(program, 'body').flatMap((node) => {
    if (node.type === 'ExportNamedDeclaration') return namedExports(node, known);
    const declaration = child(node, 'declaration');
    if (node.type !== 'ExportDefaultDeclaration' || declaration === undefined) return [];
    const value = declaration.type === 'Identifier' ? known.get(nameOfNode(declaration) ?? '') : declaration;
    return value === undefined ? [] : [{ name: 'default', local: 'env', value }];
  });
}

function namedExports(node: SyntaxNode, known: ReadonlyMap<string, SyntaxNode>): Exported[] {
  const declaration = child(node, 'declaration');
  const own = declarators(declaration).map(({ name, value }) => ({ name, local: name, value }));
  const name = declaration?.type === 'FunctionDeclaration' ? nameOfNode(child(declaration, 'id')) : undefined;
  const functions = declaration === undefined || name === undefined ? [] : [{ name, local: name, value: declaration }];
  const listed = children(node, 'specifiers').flatMap((specifier) => {
    const exported = nameOfNode(child(specifier, 'exported')) ?? '';
    const value = known.get(nameOfNode(child(specifier, 'local')) ?? '');
    return value === undefined ? [] : [{ name: exported, local: exported, value }];
  });
  return [...own, ...functions, ...listed];
}

function declarators(node: SyntaxNode | undefined): { name: string; value: SyntaxNode }[] {
  return children(node, 'declarations').flatMap((d) => {
    const value = child(d, 'init');
    return value === undefined ? [] : [{ name: nameOfNode(child(d, 'id')) ?? '', value }];
  });
}

/** An object of a schema that takes up names, and what is written for one. */
interface Declaring {
  readonly object: SyntaxNode;
  entry(name: string): string;
}

function declaringObjects(value: SyntaxNode | undefined, program: SyntaxNode): Declaring[] | undefined {
  if (value?.type !== 'CallExpression') return undefined;
  const callee = dotted(child(value, 'callee'));
  const [first, second] = children(value, 'arguments');
  if (callee === 'createEnv') return t3(first);
  if (callee === 'cleanEnv' && dotted(first) === 'process.env' && second?.type === 'ObjectExpression')
    return [{ object: second, entry: (name) => `${name}: str()` }];
  if (!callee.endsWith('.parse') || dotted(first) !== 'process.env') return undefined;
  const shape = zodShape(child(child(value, 'callee'), 'object'), program);
  return shape === undefined ? undefined : [{ object: shape, entry: zodEntry(shape) }];
}

/** @see https://env.t3.gg/docs/customization */
function t3(options: SyntaxNode | undefined): Declaring[] | undefined {
  const field = (name: string) => fieldOf(options, name);
  const server = field('server');
  if (server?.type !== 'ObjectExpression') return undefined;
  const strict = ['runtimeEnv', 'runtimeEnvStrict'].map(field).find((node) => node?.type === 'ObjectExpression');
  const named =
    strict === undefined ? [] : [{ object: strict, entry: (name: string) => `${name}: process.env.${name}` }];
  return [{ object: server, entry: zodEntry(server) }, ...named];
}

/** In the words of its neighbours: `z.string().min(1)`. */
function zodEntry(object: SyntaxNode): Declaring['entry'] {
  let z = 'z';
  walk(object, ({ node }) => {
    const callee = node.type === 'CallExpression' ? dotted(child(node, 'callee')) : '';
    if (callee.endsWith('.string') && /^\w+\.string$/.test(callee)) z = callee.slice(0, -'.string'.length);
  });
  return (name) => `${name}: ${z}.string().min(1)`;
}

/** The object in `z.object({…})`, through a constant and refinements. */
function zodShape(node: SyntaxNode | undefined, program: SyntaxNode): SyntaxNode | undefined {
  let at = bare(node);
  if (at?.type === 'Identifier') {
    const name = nameOfNode(at);
    const body = children(program, 'body');
    at = bare(
      body
        .flatMap((n) => declarators(n.type === 'ExportNamedDeclaration' ? child(n, 'declaration') : n))
        .find((d) => d.name === name)?.value,
    );
  }
  if (at?.type !== 'CallExpression') return undefined;
  const [first] = children(at, 'arguments');
  if (/\.(?:strict|loose)?[oO]bject$/.test(dotted(child(at, 'callee'))))
    return first?.type === 'ObjectExpression' ? first : undefined;
  return zodShape(child(child(at, 'callee'), 'object'), program);
}

export function fieldOf(object: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  const property = children(object, 'properties').find(
    (p) => p.type === 'Property' && nameOfNode(child(p, 'key')) === name,
  );
  return bare(child(property, 'value'));
}

/** New entries behind the last one of an object, each on a line of its own where its neighbours have one. */
export function inserted(code: string, { object, entry }: Declaring, names: readonly string[]): Replacement[] {
  const properties = children(object, 'properties');
  const known = new Set(properties.map((p) => nameOfNode(child(p, 'key'))));
  const entries = names.filter((name) => !known.has(name)).map(entry);
  const last = properties.at(-1);
  if (entries.length === 0) return [];
  if (last === undefined) {
    const at = object.start + 1;
    return [{ start: at, end: at, text: ` ${entries.join(', ')} ` }];
  }
  const lineStart = code.lastIndexOf('\n', last.start) + 1;
  const indent = /^[ \t]*$/.test(code.slice(lineStart, last.start)) ? `\n${code.slice(lineStart, last.start)}` : ' ';
  return [{ start: last.end, end: last.end, text: entries.map((text) => `,${indent}${text}`).join('') }];
}

/** The module as the file would import it: relative, with the ending that its other imports have. */
function moduleFor(from: string, to: string, code: string, namesEndings: boolean): string {
  const relative = posix.relative(posix.dirname(from), to);
  const path = relative.startsWith('../') ? relative : `./${relative}`;
  const bareName = path.replace(/\.[cm]?[jt]s$/, '');
  const used = /from\s*["']\.[^"'\n]*?(\.[cm]?[jt]s)["']/.exec(code)?.[1];
  if (used?.endsWith('ts')) return path;
  if (used !== undefined || namesEndings || /\.[cm]?js$/.test(to))
    return bareName + path.slice(bareName.length).replace(/ts$/, 'js');
  return bareName.replace(/\/index$/, '');
}
