import { isCode } from './code-fix.ts';
import { type Tree, textOf } from './project-facts.ts';

const READ =
  /\benv\s*(?:\?\.|\.|(?:\?\.)?\[\s*["'])([A-Z][A-Z0-9_]*)|\benv\.get\(\s*["']([A-Z][A-Z0-9_]*)|\b([A-Z][A-Z0-9_]*)\s*:\s*(?:z\.|str\()/g;

/**
 * Tells whether the code of a tree reads a variable already: another value under that name would change what it does.
 * The tree is read once, when a name is first asked for.
 */
export function usedNames(tree: Tree): (name: string) => boolean {
  let names: Set<string> | undefined;
  return (name) => {
    names ??= namesIn(tree);
    return names.has(name);
  };
}

function namesIn(tree: Tree): Set<string> {
  const names = new Set<string>();
  for (const path of tree.files) {
    if (!isCode(path)) continue;
    for (const [, a, b, c] of textOf(tree, path)?.matchAll(READ) ?? []) names.add(a ?? b ?? c ?? '');
  }
  return names;
}
