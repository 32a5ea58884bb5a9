import type { NameHint } from '../model.ts';
import { bare, child, children, nameOfNode, type Spot, type SyntaxNode, stringOf, WRAPPERS } from './parse.ts';

/** A reading of the environment: `process.env.X`, `import.meta.env.X`, `Bun.env.X`, `Deno.env.get("X")`. */
export interface EnvRead {
  readonly node: SyntaxNode;
  readonly name: string;
}

const NAME = /^[A-Za-z_]\w*$/;

/** What the code around a literal says of its name. */
export function hintAt(spot: Spot): NameHint {
  const { up, field } = spot;
  if (up === undefined || field === 'key') return {};
  const parent = up.node;
  if (WRAPPERS.has(parent.type)) return hintAt(up);
  switch (parent.type) {
    case 'LogicalExpression': {
      const read = field === 'right' ? fallbackOf(parent) : undefined;
      return read === undefined ? hintAt(up) : { fixed: read.name };
    }
    case 'TemplateLiteral':
    case 'ConditionalExpression':
    case 'JSXExpressionContainer':
    case 'BinaryExpression':
    case 'ArrayExpression':
      return hintAt(up);
    case 'VariableDeclarator':
      return assigned(child(parent, 'id'));
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return assigned(child(parent, 'left'));
    case 'Property':
    case 'PropertyDefinition':
      return { ...property(up), ...optionDefault(spot) };
    case 'JSXAttribute':
      return assigned(child(parent, 'name'));
    case 'CallExpression':
      return { ...argument(parent, spot.node), ...schemaDefault(spot) };
    default:
      return {};
  }
}

function assigned(target: SyntaxNode | undefined): NameHint {
  const left = bare(target);
  if (left?.type !== 'MemberExpression') return named(nameOfNode(left));
  const holder = bare(child(left, 'object'));
  const of = nameOfNode(holder?.type === 'MemberExpression' ? child(holder, 'property') : holder);
  return { ...named(nameOfNode(child(left, 'property'))), ...(of === undefined ? {} : { holder: of }) };
}

function named(name: string | undefined): NameHint {
  return name !== undefined && /^[\w$.-]{1,60}$/.test(name) ? { assigned: name } : {};
}

function property(spot: Spot): NameHint {
  const hint = named(nameOfNode(child(spot.node, 'key')));
  const holder = spot.up === undefined ? undefined : hintAt(spot.up).assigned;
  return holder === undefined ? hint : { ...hint, holder };
}

/** `.set("Authorization", "…")` is named by what stands before it; `z.string().default("…")` by its property. */
function argument(call: SyntaxNode, literal: SyntaxNode): NameHint {
  const [first, second] = children(call, 'arguments');
  const name = stringOf(first);
  return second === literal && name !== undefined && NAME.test(name.replace(/[.-]/g, '_')) ? { assigned: name } : {};
}

/** The reading of the environment whose fallback the right side of `expression` is. */
export function fallbackOf(expression: SyntaxNode): EnvRead | undefined {
  if (expression['operator'] !== '??' && expression['operator'] !== '||') return undefined;
  const left = bare(child(expression, 'left'));
  return left?.type === 'LogicalExpression' ? envRead(bare(child(left, 'right'))) : envRead(left);
}

export function envRead(node: SyntaxNode | undefined): EnvRead | undefined {
  if (node?.type === 'CallExpression') {
    const name = stringOf(children(node, 'arguments')[0]);
    return name !== undefined && dotted(child(node, 'callee')) === 'Deno.env.get' ? { node, name } : undefined;
  }
  if (node?.type !== 'MemberExpression') return undefined;
  const property = child(node, 'property');
  const name = node['computed'] === true ? stringOf(property) : nameOfNode(property);
  const holder = dotted(child(node, 'object'));
  const isEnv = holder === 'process.env' || holder === 'import.meta.env' || holder === 'Bun.env';
  return isEnv && name !== undefined && NAME.test(name) ? { node, name } : undefined;
}

/** `a.b.c` as text. */
export function dotted(given: SyntaxNode | undefined): string {
  const node = bare(given);
  if (node?.type === 'MetaProperty') return 'import.meta';
  if (node?.type !== 'MemberExpression' || node['computed'] === true) return nameOfNode(node) ?? '';
  return `${dotted(child(node, 'object'))}.${nameOfNode(child(node, 'property')) ?? ''}`;
}

/** `NAME: z.string().default("…")` of a schema: the property names the variable. */
function schemaDefault(spot: Spot): NameHint {
  if (defaultCall(spot) === undefined) return {};
  for (let at = spot.up; at !== undefined; at = at.up) {
    if (at.node.type === 'Property') return { fixed: nameOfNode(child(at.node, 'key')) ?? '' };
  }
  return {};
}

/** Where in the source `.default("…")` stands, of the property of a schema whose name is that of a variable. */
export function defaultCall({ node, up }: Spot): { readonly start: number; readonly end: number } | undefined {
  const call = up?.node;
  const callee = child(call, 'callee');
  const object = child(callee, 'object');
  if (call?.type !== 'CallExpression' || object === undefined || children(call, 'arguments')[0] !== node)
    return undefined;
  if (nameOfNode(child(callee, 'property')) !== 'default' || object.type !== 'CallExpression') return undefined;
  let at = up?.up;
  while (at !== undefined && (at.node.type === 'CallExpression' || at.node.type === 'MemberExpression')) at = at.up;
  const isVariable = at?.node.type === 'Property' && /^[A-Z][A-Z0-9_]+$/.test(nameOfNode(child(at.node, 'key')) ?? '');
  return isVariable ? { start: object.end, end: call.end } : undefined;
}

/** The variables of envalid's schemas: `cleanEnv(process.env, { NAME: str({ default: "…" }) })`. */
const VALIDATOR = /(?:^|\.)(?:str|email|host|url)$/;

function optionDefault(spot: Spot): NameHint {
  const name = defaultOption(spot)?.name;
  return name === undefined ? {} : { fixed: name };
}

/** The option that gives a variable of envalid its default, of the property of a schema whose name is that of a variable. */
export function defaultOption({ field, up }: Spot) {
  const [option, options, call, entry, shape, clean] = ancestors(up, 6);
  if (
    field !== 'value' ||
    option?.type !== 'Property' ||
    !/^(?:devD|d)efault$/.test(nameOfNode(child(option, 'key')) ?? '')
  )
    return undefined;
  const isPlain =
    options?.type === 'ObjectExpression' && children(options, 'properties').every((p) => p.type === 'Property');
  if (!isPlain || call?.type !== 'CallExpression' || children(call, 'arguments')[0] !== options) return undefined;
  const name = entry?.type === 'Property' ? nameOfNode(child(entry, 'key')) : undefined;
  const isSchema = clean?.type === 'CallExpression' && /(?:^|\.)cleanEnv$/.test(dotted(child(clean, 'callee')));
  if (name === undefined || shape?.type !== 'ObjectExpression' || !/^[A-Z][A-Z0-9_]+$/.test(name)) return undefined;
  return isSchema || VALIDATOR.test(dotted(child(call, 'callee'))) ? { name, option, options } : undefined;
}

/** The nodes above, nearest first. */
function ancestors(spot: Spot | undefined, count: number): (SyntaxNode | undefined)[] {
  const found: SyntaxNode[] = [];
  for (let at = spot; at !== undefined && found.length < count; at = at.up) found.push(at.node);
  return found;
}
