import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export type Framework = 'next' | 'nuxt' | 'sveltekit' | 'astro' | 'gatsby' | 'cra' | 'expo' | 'vite' | 'deno' | 'node';

/** A work tree as far as its files are known by name. */
export interface Tree {
  readonly top: string;
  /** Every file that git tracks or would, `/`-separated. */
  readonly files: ReadonlySet<string>;
}

/** What is known of the package that a file belongs to. */
export interface ProjectFacts {
  /** '' the top level, else `packages/a/`. */
  readonly folder: string;
  readonly framework: Framework;
  readonly deps: ReadonlySet<string>;
  /** The compiler wants `process.env["X"]`. */
  readonly inBrackets: boolean;
  /** Imports of TypeScript name files with their endings, as Node wants them. */
  readonly namesEndings: boolean;
}

/** In this order: a framework brings what it stands on as a dependency. */
const BY_DEPENDENCY: readonly (readonly [name: string, framework: Framework])[] = [
  ['nuxt', 'nuxt'],
  ['@sveltejs/kit', 'sveltekit'],
  ['next', 'next'],
  ['astro', 'astro'],
  ['gatsby', 'gatsby'],
  ['react-scripts', 'cra'],
  ['expo', 'expo'],
  ['vite', 'vite'],
];

/** Facts of the nearest package above `path`. */
export function factsOf(path: string, tree: Tree): ProjectFacts {
  const folder = packageFolder(path, tree);
  const manifest = json(textOf(tree, `${folder}package.json`));
  const deps = new Set(['dependencies', 'devDependencies'].flatMap((field) => keysOf(manifest[field])));
  const found = BY_DEPENDENCY.find(([name]) => deps.has(name))?.[1];
  const isVite = ['ts', 'js', 'mts', 'mjs'].some((end) => tree.files.has(`${folder}vite.config.${end}`));
  const isDeno = tree.files.has(`${folder}deno.json`) || tree.files.has(`${folder}deno.jsonc`);
  const config = textOf(tree, `${folder}tsconfig.json`) ?? textOf(tree, 'tsconfig.json') ?? '';
  return {
    folder,
    framework: found ?? (isVite ? 'vite' : isDeno ? 'deno' : 'node'),
    deps,
    namesEndings: manifest['type'] === 'module' && /"module(?:Resolution)?"\s*:\s*"node(?:\d+|next)"/i.test(config),
    inBrackets: /"noPropertyAccessFromIndexSignature"\s*:\s*true|@tsconfig\/strictest/.test(config),
  };
}

function packageFolder(path: string, { files }: Tree): string {
  for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) {
    if (files.has(`${folder}/package.json`) || files.has(`${folder}/deno.json`)) return `${folder}/`;
  }
  return '';
}

/** A file of the tree as text; undefined where it is none that git would track, or cannot be read. */
export function textOf({ top, files }: Tree, path: string): string | undefined {
  if (!files.has(path)) return undefined;
  try {
    return readFileSync(join(top, ...path.split('/')), 'utf8');
  } catch {
    return undefined; // only a hint is lost: the file itself is reported by the scan
  }
}

export function json(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
