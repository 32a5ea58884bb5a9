import { bare, type Spot, type SyntaxNode, WRAPPERS } from './parse.ts';

const MODULE = 'it is the name of a module';
const KEY = 'it is the name of a property';
const TYPE = 'it is part of a type, which no value at run time can replace';
const ENUM = 'a member of an enum must be constant: make it a plain constant first';

/** Fields of nodes where the grammar or the compiler wants a literal: why nothing else can stand there. */
const FIXED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ImportDeclaration: { source: MODULE },
  ImportExpression: { source: MODULE },
  ImportAttribute: { key: MODULE, value: MODULE },
  ImportSpecifier: { imported: MODULE },
  ExportSpecifier: { local: MODULE, exported: MODULE },
  ExportNamedDeclaration: { source: MODULE },
  ExportAllDeclaration: { source: MODULE, exported: MODULE },
  TSExternalModuleReference: { expression: MODULE },
  TSModuleDeclaration: { id: MODULE },
  TSImportType: { source: TYPE, argument: TYPE },
  TSLiteralType: { literal: TYPE },
  TSTemplateLiteralType: { quasis: TYPE },
  TSEnumMember: { initializer: ENUM, id: ENUM },
  MemberExpression: { property: KEY },
};

/** Nodes whose `key` is a name. */
const KEYED =
  /^(?:Property|MethodDefinition|PropertyDefinition|AccessorProperty|TSPropertySignature|TSMethodSignature|TSAbstract\w+)$/;

/** Why the literal at `spot` cannot give way to an expression; undefined where it can. */
export function fixedBy(spot: Spot): string | undefined {
  const outer = unwrapped(spot);
  const { up, field } = outer;
  if (up === undefined) return undefined;
  const named =
    FIXED[up.node.type]?.[field] ?? (field === 'key' && KEYED.test(up.node.type) ? keyOf(up.node) : undefined);
  return named ?? directive(spot) ?? constant(spot) ?? outside(spot);
}

/** Whether it stands where only a type can: the value is then part of the program's types. */
export function isType(why: string): boolean {
  return why === TYPE || why === ENUM;
}

/** A name in brackets is an expression in objects; classes and interfaces want one that is known. */
function keyOf(parent: SyntaxNode): string | undefined {
  return parent.type === 'Property' && parent['computed'] === true ? undefined : KEY;
}

function directive({ up }: Spot): string | undefined {
  const text = up?.node.type === 'ExpressionStatement' ? up.node['directive'] : undefined;
  return typeof text === 'string' ? 'it is a directive' : undefined;
}

function constant({ up }: Spot): string | undefined {
  const type = up?.node['typeAnnotation'] as SyntaxNode | undefined;
  const name = type?.['typeName'] as SyntaxNode | undefined;
  const isCast = up?.node.type === 'TSAsExpression' || up?.node.type === 'TSTypeAssertion';
  return isCast && name?.['name'] === 'const' ? 'its type is fixed by "as const"' : undefined;
}

/** Refusals that lie further up. */
function outside(spot: Spot): string | undefined {
  const template = spot.node.type === 'TemplateElement' ? spot.up : spot;
  if (template?.field === 'quasi') return 'the template has a tag of its own';
  for (let at = spot.up; at !== undefined; at = at.up) {
    if (at.node.type === 'Decorator') return 'it is in a decorator, which is often read before the program runs';
    if (at.node['declare'] === true) return TYPE;
  }
  return undefined;
}

/** The parenthesised or cast expression around it. */
export function unwrapped(spot: Spot): Spot {
  let at = spot;
  while (at.up !== undefined && WRAPPERS.has(at.up.node.type) && bare(at.up.node) === bare(spot.node)) at = at.up;
  return at;
}

/** Whether a statement begins with it: a template there could become part of the line before. */
export function beginsStatement({ node, up }: Spot): boolean {
  for (let at = up; at !== undefined; at = at.up)
    if (at.node.type === 'ExpressionStatement') return at.node.start === node.start;
  return false;
}
