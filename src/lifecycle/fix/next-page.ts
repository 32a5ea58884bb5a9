import { bare, child, children, nameOfNode, type Spot, type SyntaxNode, walk } from './js/parse.ts';

/** Exports that Next takes out of what it sends to browsers. @see https://nextjs.org/docs/pages/api-reference/functions */
const SERVER = new Set(['getServerSideProps', 'getStaticProps', 'getStaticPaths']);

/** Whether Next takes these exports out of the file: only pages have them. @param own path in the package */
export function isNextPage(own: string): boolean {
  return /^(?:src\/)?pages\/(?!api\/)(?:.*\/)?[^_/][^/]*\.[jt]sx?$/.test(own);
}

/** The functions of a page that stay on the server; one that the page itself calls, too, does not. */
export function serverFunctions(program: SyntaxNode): SyntaxNode[] {
  const uses = new Map<string, number>();
  walk(program, ({ node }) => {
    const name = node.type === 'Identifier' || node.type === 'JSXIdentifier' ? String(node['name']) : '';
    if (SERVER.has(name)) uses.set(name, (uses.get(name) ?? 0) + 1);
  });
  return children(program, 'body')
    .flatMap((node) => (node.type === 'ExportNamedDeclaration' ? named(child(node, 'declaration')) : []))
    .filter(([name]) => SERVER.has(name) && uses.get(name) === 1)
    .map(([, node]) => node);
}

/** The functions of a declaration, by their names. */
function named(declaration: SyntaxNode | undefined): [name: string, node: SyntaxNode][] {
  const own = declaration?.type === 'FunctionDeclaration' ? [[child(declaration, 'id'), declaration] as const] : [];
  const assigned = children(declaration, 'declarations').map((d) => [child(d, 'id'), bare(child(d, 'init'))] as const);
  return [...own, ...assigned].flatMap(([id, node]): [string, SyntaxNode][] => {
    const isFunction = node !== undefined && /Function(?:Declaration|Expression)$/.test(node.type);
    return isFunction ? [[nameOfNode(id) ?? '', node]] : [];
  });
}

/** Whether it stands in what such a function hands to the page, which is sent to the browser: `{ props: { key: "…" } }`. */
export function isGivenToPage(spot: Spot | undefined): boolean {
  for (let at = spot; at !== undefined; at = at.up)
    if (at.node.type === 'Property' && nameOfNode(child(at.node, 'key')) === 'props') return true;
  return false;
}
