import { child, children, nameOfNode, type Spot, type SyntaxNode, stringOf, walk } from './js/parse.ts';
import { fixedBy, unwrapped } from './js/slot.ts';
import type { JsonEntry } from './json-entries.ts';

/** An expression that reads an entry of a JSON file: `settings.mail.key`. */
export interface JsonRead {
  readonly start: number;
  readonly end: number;
  readonly entry: JsonEntry;
}

/** How a script names the JSON file. */
export interface JsonFile {
  /** Whether a module's name leads to it. */
  isIt(module: string): boolean;
  /** Whether a text may speak of it. */
  speaksOfIt(text: string): boolean;
}

/** Everything in a script that reads the entries; why that cannot be told, where the whole is passed on or read by a name made at run time. */
export function jsonReads(program: SyntaxNode, file: JsonFile, entries: readonly JsonEntry[]): JsonRead[] | string {
  const bindings = new Map<string, SyntaxNode>();
  const reads: JsonRead[] = [];
  let why: string | undefined;
  walk(program, (spot) => {
    const text = textAt(spot);
    if (text === undefined || !(file.isIt(text) || file.speaksOfIt(text))) return;
    const id = file.isIt(text) ? bindingOf(spot) : undefined;
    const name = nameOfNode(id);
    if (id === undefined || name === undefined || bindings.has(name))
      why ??= 'it is read there in another way than by an import of the whole';
    else bindings.set(name, id);
  });
  walk(program, (spot) => {
    const name = spot.node.type === 'Identifier' || spot.node.type === 'JSXIdentifier' ? String(spot.node['name']) : '';
    const binding = bindings.get(name);
    if (binding === undefined || binding === spot.node || isOnlyName(spot)) return;
    const read = readAt(spot, entries);
    if (typeof read === 'string') why ??= read;
    else if (read !== undefined) reads.push(read);
  });
  return why ?? reads;
}

function textAt({ node }: Spot): string | undefined {
  if (node.type !== 'TemplateElement') return stringOf(node);
  const value = node['value'] as { cooked?: string } | undefined;
  return value?.cooked;
}

/** The name under which the whole is imported: `import x from "…"`, `const x = require("…")`. */
function bindingOf({ up, field }: Spot): SyntaxNode | undefined {
  const [only, ...more] = children(up?.node, field === 'source' ? 'specifiers' : 'arguments');
  if (up === undefined || more.length > 0) return undefined;
  if (up.node.type === 'ImportDeclaration')
    return only?.type === 'ImportDefaultSpecifier' && up.node['importKind'] !== 'type'
      ? child(only, 'local')
      : undefined;
  const isRequire = up.node.type === 'CallExpression' && nameOfNode(child(up.node, 'callee')) === 'require';
  const declarator = up.up?.node;
  const isConst = declarator?.type === 'VariableDeclarator' && up.up?.up?.node['kind'] === 'const';
  const id = child(declarator, 'id');
  return isRequire && isConst && id?.type === 'Identifier' ? id : undefined;
}

/** The name of a property, which is no reading of the variable. */
function isOnlyName({ node, field, up }: Spot): boolean {
  if (node.type === 'JSXIdentifier') return up?.node.type === 'JSXAttribute' || field === 'property';
  return up?.node['computed'] !== true && (field === 'property' || field === 'key');
}

const PASSED_ON = 'the whole, or a part with the value in it, is passed on there: read each entry by its name';
const WRITTEN = 'it is written there';

function readAt(variable: Spot, entries: readonly JsonEntry[]): JsonRead | string | undefined {
  const keys: string[] = [];
  for (let at = unwrapped(variable); ; at = unwrapped(at)) {
    const up: Spot | undefined = at.up;
    if (up?.node.type !== 'MemberExpression' || at.field !== 'object') return PASSED_ON;
    const key = keyRead(up.node);
    if (key === undefined) return 'it is read there by a name that is made when the program runs';
    keys.push(key);
    const below = entries.filter((entry) => keys.every((k, i) => entry.keys[i] === k));
    const entry = below.find((e) => e.keys.length === keys.length);
    if (below.length === 0) return undefined;
    if (entry !== undefined)
      return isWritten(up) ? WRITTEN : (fixedBy(up) ?? { start: up.node.start, end: up.node.end, entry });
    at = up;
  }
}

/** The name by which a member is read; undefined where it is made when the program runs. */
function keyRead(member: SyntaxNode): string | undefined {
  const property = child(member, 'property');
  return member['computed'] === true ? stringOf(property) : nameOfNode(property);
}

function isWritten(spot: Spot): boolean {
  const { up, field } = unwrapped(spot);
  if (up === undefined) return false;
  if (up.node.type === 'UnaryExpression') return up.node['operator'] === 'delete';
  const isTarget = field === 'left' && /^(?:Assignment\w+|For(?:In|Of)Statement)$/.test(up.node.type);
  const inPattern = up.up?.node.type === 'ObjectPattern' || /^(?:ArrayPattern|RestElement)$/.test(up.node.type);
  return isTarget || inPattern || up.node.type === 'UpdateExpression';
}
