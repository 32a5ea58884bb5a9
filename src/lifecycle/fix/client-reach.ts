import { posix } from 'node:path';
import { type Framework, factsOf, json, type ProjectFacts, type Tree, textOf } from './project-facts.ts';

/** Which files of a package reach the browser: path → how they get there. */
export type Reach = ReadonlyMap<string, string>;

const CODE = /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro)$/;
const COMPONENT = /\.(?:vue|svelte)$/;
const ENDS = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mts',
  '.mjs',
  '.vue',
  '.svelte',
  '/index.ts',
  '/index.tsx',
  '/index.js',
];
/** Values that are imported, not types. */
const IMPORT =
  /(?:^|[\s;])(?:import|export)\s+(?!type\b)(?:[^"'`;]*?\sfrom\s*)?["']([^"'\n]+)["']|\b(?:import|require)\(\s*["']([^"'\n]+)["']/g;

/** Follows the imports of a package from where its code for the browser begins. */
export function reachOf(facts: ProjectFacts, tree: Tree): Reach {
  const reach = new Map<string, string>();
  const open: string[] = [];
  const add = (path: string, via: string) => {
    if (reach.has(path)) return;
    reach.set(path, via);
    open.push(path);
  };
  for (const path of tree.files) {
    if (!path.startsWith(facts.folder) || !CODE.test(path) || path.includes('node_modules/')) continue;
    const why = entryReason(path.slice(facts.folder.length), path, facts, tree);
    if (why !== undefined) add(path, why);
  }
  for (const [script, page] of pageScripts(facts, tree)) add(script, `${page} loads it`);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const name of importedBy(textOf(tree, path) ?? '')) {
      const target = resolveImport(name, path, facts, tree);
      if (target !== undefined && !staysOnServer(target, tree)) add(target, `${path} imports it`);
    }
  }
  return reach;
}

function importedBy(code: string): string[] {
  return Array.from(code.matchAll(IMPORT), ([, a, b]) => a ?? b ?? '');
}

/** Of a page of Next's `pages/`. */
export const IS_PAGE = 'it is a page';
const BOTH = 'it runs in the browser as well';

/** Paths in a package, by framework, at which code for the browser begins. */
const ENTRIES: Partial<Record<Framework, readonly (readonly [path: RegExp, why: string])[]>> = {
  next: [[/^(?:src\/)?pages\/(?!api\/)/, IS_PAGE]],
  sveltekit: [[/\/\+(?:page|layout)\.[jt]s$|^src\/hooks(?:\.client)?\.[jt]s$/, BOTH]],
  nuxt: [
    [
      /^(?:app|pages|components|composables|layouts|middleware|plugins|utils|shared|stores|app\.vue|error\.vue)(?:\/|$)/,
      BOTH,
    ],
  ],
  cra: [[/^src\/index\.[jt]sx?$/, 'the page loads it']],
  expo: [[/^(?![^/]*\.config\.)/, 'it is part of the app']],
  gatsby: [[/^(?:src\/(?!api\/)|gatsby-browser\.)/, 'it is part of the site']],
};

/** Why code for the browser begins here; undefined where it does not. @param own path in the package */
function entryReason(own: string, path: string, { framework }: ProjectFacts, tree: Tree): string | undefined {
  if (staysOnServer(path, tree)) return undefined;
  if (COMPONENT.test(own)) return 'it is a component';
  if (framework === 'next' && hasDirective(tree, path, 'use client')) return 'it says "use client"';
  return ENTRIES[framework]?.find(([entry]) => entry.test(own))?.[1];
}

function staysOnServer(path: string, tree: Tree): boolean {
  if (/\.server\.[jt]sx?$|\/\+server\.[jt]s$|\/(?:lib|src)\/server\/|(?:^|\/)(?:server|api)\/[^.]*\.[jt]s$/.test(path))
    return true;
  const code = textOf(tree, path) ?? '';
  return /^\s*import\s*["']server-only["']/m.test(code) || hasDirective(tree, path, 'use server');
}

function hasDirective(tree: Tree, path: string, directive: string): boolean {
  const code = textOf(tree, path) ?? '';
  return new RegExp(`^(?:\\s|/\\*[\\s\\S]*?\\*/|//[^\\n]*\\n|["']use strict["'];?)*["']${directive}["']`).test(code);
}

/** What the pages of a package load. */
function pageScripts({ folder }: ProjectFacts, tree: Tree): [script: string, page: string][] {
  const pages = [...tree.files].filter(
    (path) => path.startsWith(folder) && /^[^/]*\.html?$/.test(path.slice(folder.length)),
  );
  return pages.flatMap((page) =>
    Array.from(textOf(tree, page)?.matchAll(/<script\b[^>]*\bsrc\s*=\s*["']([^"']+)["']/g) ?? [], ([, src = '']) => {
      const script = posix.normalize(folder + src.replace(/^\/|[?#].*$/g, ''));
      return [script, page] as [string, string];
    }).filter(([script]) => tree.files.has(script)),
  );
}

/** The file of the tree that an import leads to. */
export function resolveImport(name: string, from: string, { folder }: ProjectFacts, tree: Tree): string | undefined {
  const bare = name.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return fileAt(posix.join(posix.dirname(from), bare), tree);
  const alias = /^(?:@\/|~\/|#\/|\$lib(?:\/|$))(.*)$/.exec(bare);
  if (alias !== null) {
    const rest = alias[1] ?? '';
    const roots = bare.startsWith('$lib') ? ['src/lib/'] : ['src/', '', 'app/'];
    return roots.map((root) => fileAt(`${folder}${root}${rest}`, tree)).find((path) => path !== undefined);
  }
  return bare.startsWith('/') ? fileAt(posix.normalize(folder + bare.slice(1)), tree) : inWorkspace(bare, tree);
}

/** A package of the same repository, by its name. */
function inWorkspace(name: string, tree: Tree): string | undefined {
  for (const path of tree.files) {
    if (!path.endsWith('/package.json')) continue;
    const manifest = json(textOf(tree, path));
    const own = manifest['name'];
    if (typeof own !== 'string' || (name !== own && !name.startsWith(`${own}/`))) continue;
    const folder = posix.dirname(path);
    const rest = name.slice(own.length + 1);
    const main = typeof manifest['main'] === 'string' ? manifest['main'] : 'index';
    const guesses = rest === '' ? [main, 'src/index', 'index'] : [rest, `src/${rest}`];
    return guesses.map((guess) => fileAt(posix.join(folder, guess), tree)).find((found) => found !== undefined);
  }
  return undefined;
}

function fileAt(path: string, { files }: Tree): string | undefined {
  const plain = path.replace(/\/$/, '');
  const bare = plain.replace(/\.[cm]?js$/, '');
  return [plain, bare].flatMap((base) => ENDS.map((end) => base + end)).find((candidate) => files.has(candidate));
}

/** Whether a file reaches the browser of any package of the tree, and how. */
export function clientVia(path: string, tree: Tree, reaches: Map<string, Reach>): string | undefined {
  const folders = [...tree.files].filter(
    (file) => /(?:^|\/)package\.json$/.test(file) && !file.includes('node_modules/'),
  );
  for (const manifest of new Set([`${factsOf(path, tree).folder}package.json`, ...folders])) {
    const facts = factsOf(manifest, tree);
    const reach = reaches.get(facts.folder) ?? reachOf(facts, tree);
    reaches.set(facts.folder, reach);
    const via = reach.get(path);
    if (via !== undefined) return via;
  }
  return undefined;
}
