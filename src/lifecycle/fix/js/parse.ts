import { fail, ok, type Result } from '../../../result.ts';

/** A node of the syntax tree (ESTree with the types of TypeScript); offsets are UTF-16 code units of the source. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface Parsed {
  readonly program: SyntaxNode;
  /** With their delimiters. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

export type JsLanguage = 'jsx' | 'ts' | 'tsx' | 'dts';

/** Reads a source; undefined where it is no program of that language. */
export type JsParser = (code: string, language: JsLanguage) => Parsed | undefined;

/**
 * Loads the parser, which is native code: only `fix` pays for it.
 *
 * @returns `not-installed` where its part for this platform is not installed
 */
export async function loadJsParser(): Promise<Result<JsParser>> {
  try {
    const { parseSync } = await import('oxc-parser');
    return ok((code, language) => {
      // A script may return at its top level and use names that a module must not.
      for (const sourceType of ['module', 'commonjs'] as const) {
        const parsed = parseSync(`source.${language}`, code, { lang: language, astType: 'ts', sourceType });
        if (parsed.errors.length > 0) continue;
        return { program: parsed.program as unknown as SyntaxNode, comments: parsed.comments };
      }
      return undefined;
    });
  } catch {
    return fail('not-installed', 'the parser for JavaScript (oxc-parser) could not be loaded on this platform');
  }
}

/** A node, and the way up from it. */
export interface Spot {
  readonly node: SyntaxNode;
  /** The field of the parent in which it stands. */
  readonly field: string;
  readonly up: Spot | undefined;
}

/** Visits every node, parents first, in the order of the source. */
export function walk(program: SyntaxNode, visit: (spot: Spot) => void): void {
  const open: Spot[] = [{ node: program, field: '', up: undefined }];
  for (let spot = open.pop(); spot !== undefined; spot = open.pop()) {
    visit(spot);
    open.push(...childrenOf(spot).reverse());
  }
}

function childrenOf(up: Spot): Spot[] {
  const found: Spot[] = [];
  for (const [field, value] of Object.entries(up.node)) {
    for (const item of Array.isArray(value) ? value : [value]) if (isNode(item)) found.push({ node: item, field, up });
  }
  return found;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The node in `field`, where one stands there. */
export function child(node: SyntaxNode | undefined, field: string): SyntaxNode | undefined {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
}

/** The nodes in the list `field`. */
export function children(node: SyntaxNode | undefined, field: string): readonly SyntaxNode[] {
  const value = node?.[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Without parentheses, optional chains and casts, which change no value. */
export function bare(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let at = node;
  while (at !== undefined && WRAPPERS.has(at.type)) at = child(at, 'expression');
  return at;
}

export const WRAPPERS: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'ChainExpression',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
]);

/** The name that an identifier, a private name or a string gives. */
export function nameOfNode(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === 'Identifier' || node?.type === 'JSXIdentifier' || node?.type === 'PrivateIdentifier')
    return String(node['name']);
  return stringOf(node);
}

/** What a string literal, or a template without expressions, says. */
export function stringOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  const [only, ...more] = children(node, 'quasis');
  if (node?.type !== 'TemplateLiteral' || more.length > 0) return undefined;
  const value = only?.['value'];
  return typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string'
    ? value.cooked
    : undefined;
}
