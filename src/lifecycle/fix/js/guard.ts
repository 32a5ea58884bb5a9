import { dotted } from './hint.ts';
import { bare, child, children, nameOfNode, type Spot, type SyntaxNode, walk } from './parse.ts';

/** Whether it is a function of one name that reads that from the environment and throws where it is missing. */
export function isGuard(node: SyntaxNode): boolean {
  const isFunction = /^(?:FunctionDeclaration|ArrowFunctionExpression|FunctionExpression)$/.test(node.type);
  const [param, ...more] = children(node, 'params');
  const name = nameOfNode(param);
  if (!isFunction || name === undefined || more.some((other) => other['optional'] !== true) || node['async'] === true)
    return false;
  let reads = false;
  let throws = false;
  walk(node, ({ node: inner, up }) => {
    if (inner.type === 'ThrowStatement') throws = true;
    if (
      inner.type === 'MemberExpression' &&
      inner['computed'] === true &&
      dotted(child(inner, 'object')) === 'process.env'
    )
      reads ||= nameOfNode(child(inner, 'property')) === name && !hasFallback(up);
  });
  return reads && throws;
}

/** Something else than a parameter in the place of what is missing: the function would never throw. */
function hasFallback(up: Spot | undefined): boolean {
  return up?.node.type === 'LogicalExpression' && child(up.node, 'right')?.type !== 'Identifier';
}

/** The name of such a function that the file itself has and calls, and that is there before everything else runs. */
export function ownGuard(program: SyntaxNode): string | undefined {
  const body = children(program, 'body');
  const firstRun = body.findIndex((node) => !isEarly(node));
  const early = firstRun < 0 ? body : body.slice(0, firstRun);
  const hoisted = body.filter((node) => declared(node)?.type === 'FunctionDeclaration');
  const names = [...hoisted, ...early].flatMap((node) => {
    const [name, value] = functionOf(declared(node));
    return name !== undefined && value !== undefined && isGuard(value) ? [name] : [];
  });
  return names.find((name) => isCalledOnly(name, program));
}

/** Imports, types and functions: nothing in them runs by itself. */
function isEarly(node: SyntaxNode): boolean {
  if (/^(?:ImportDeclaration|TS\w+)$/.test(node.type) || typeof node['directive'] === 'string') return true;
  const declaration = declared(node);
  return declaration !== undefined && (/^TS/.test(declaration.type) || functionOf(declaration)[1] !== undefined);
}

function declared(node: SyntaxNode): SyntaxNode | undefined {
  return node.type === 'ExportNamedDeclaration' ? child(node, 'declaration') : node;
}

function functionOf(node: SyntaxNode | undefined): [name?: string, value?: SyntaxNode] {
  if (node?.type === 'FunctionDeclaration') return [nameOfNode(child(node, 'id')) ?? '', node];
  const [only, ...more] = children(node, 'declarations');
  const value = bare(child(only, 'init'));
  const isFunction = /^(?:Arrow)?Function(?:Expression)?$|^ArrowFunctionExpression$/.test(value?.type ?? '');
  return more.length === 0 && value !== undefined && isFunction ? [nameOfNode(child(only, 'id')) ?? '', value] : [];
}

/** Whether the name means that function everywhere, and is called somewhere: it is then the file's own way. */
function isCalledOnly(name: string, program: SyntaxNode): boolean {
  let bound = 0;
  let calls = 0;
  walk(program, ({ node, field, up }) => {
    if (node.type !== 'Identifier' || node['name'] !== name) return;
    const isOfProperty = up?.node.type === 'Property' && up.up?.node.type === 'ObjectPattern';
    const isLeft = up?.node.type === 'AssignmentPattern' && field === 'left';
    if (field === 'id' || field === 'params' || field === 'param' || field === 'local' || isOfProperty || isLeft)
      bound++;
    if (field === 'callee' && up?.node.type === 'CallExpression') calls++;
  });
  return bound === 1 && calls > 0;
}
