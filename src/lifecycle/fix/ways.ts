import type { CodePlace } from './code-fix.ts';
import type { Framework, ProjectFacts } from './project-facts.ts';
import { BUN, DENO, metaWay, nuxtWay, processWay, publicProcessWay, svelteWay, VITE_CONFIG, type Way } from './way.ts';

/** How the code of a file reads the environment, as its framework and the file itself have it. @param path in the package */
export function wayOf(path: string, code: string, facts: ProjectFacts, own: Way | undefined): Way {
  const { framework, deps } = facts;
  const inBrackets = facts.inBrackets || (/process\.env\[["']/.test(code) && !/process\.env\.\w/.test(code));
  if (/\bDeno\.\w/.test(code) || framework === 'deno') return DENO;
  if (/\bBun\.env\b/.test(code)) return BUN;
  if (/^vite\.config\.[cm]?[jt]s$/.test(path) && (deps.has('vite') || framework === 'vite')) return VITE_CONFIG;
  if (isConfig(path)) return processWay(inBrackets);
  return frameworkWay(path, framework) ?? own ?? processWay(inBrackets);
}

/** What a framework gives its code that stays on the server. */
function frameworkWay(path: string, framework: Framework): Way | undefined {
  if (framework === 'sveltekit' && path.startsWith('src/')) return svelteWay('private');
  if (framework === 'nuxt' && path.startsWith('server/')) return nuxtWay(false);
  return framework === 'astro' && path.startsWith('src/') ? metaWay('') : undefined;
}

/** Run by tools before, or without, the project's own code. */
function isConfig(path: string): boolean {
  return /^[^/]*\.config\.[cm]?[jt]s$/.test(path);
}

/** How code for the browser reads what may be public. */
export function publicWayOf(framework: Framework): Way | undefined {
  const ways: Partial<Record<Framework, Way>> = {
    next: publicProcessWay('NEXT_PUBLIC_'),
    nuxt: nuxtWay(true),
    sveltekit: svelteWay('public'),
    astro: metaWay('PUBLIC_'),
    vite: metaWay('VITE_'),
    cra: publicProcessWay('REACT_APP_'),
    gatsby: publicProcessWay('GATSBY_'),
    expo: publicProcessWay('EXPO_PUBLIC_'),
  };
  return ways[framework];
}

/** Where a route lives that keeps the key on the server. */
const ROUTES: Partial<Record<Framework, string>> = {
  next: 'app/api/NAME/route.ts reads process.env',
  nuxt: 'server/api/NAME.ts reads useRuntimeConfig()',
  sveltekit: 'src/routes/api/NAME/+server.ts imports $env/static/private',
  astro: 'src/pages/api/NAME.ts reads import.meta.env',
};

/** Why a key must not stay in code that reaches the browser, and what to do instead. */
export function clientReason(via: string, framework: Framework): NonNullable<CodePlace['client']> {
  const prefix = publicWayOf(framework)?.prefix;
  const name = prefix === undefined ? 'a variable in its place' : `a ${prefix}… variable`;
  const route = ROUTES[framework] ?? 'a small server of yours reads process.env';
  return `this code reaches the browser (${via}), where nothing is secret, and ${name} would still publish the key: let a route of your server hold it (${route}, calls the service and gives back only the answer), and fetch that route here`;
}

/** Whether code outside of any framework looks as if it were shipped to browsers. */
export function looksLikeClient(path: string, text: string, { framework }: ProjectFacts): string | undefined {
  if (framework !== 'node' && framework !== 'deno') return undefined;
  if (/^\s*(?:\/\*[\s\S]*?\*\/\s*|\/\/[^\n]*\n\s*)*["']use client["']/.test(text)) return 'it says "use client"';
  const library = /\bfrom ["'](react-dom|react-dom\/client|@angular\/core|vue|svelte)["']/.exec(text)?.[1];
  if (library !== undefined) return `it imports ${library}`;
  if (/\bimport\.meta\.env\b/.test(text)) return 'it reads import.meta.env';
  const isPage =
    /\.(?:jsx|tsx)$/.test(path) && /\buse(?:State|Effect|Ref|Context)\(|\b(?:window|document)\./.test(text);
  return isPage ? 'it is a component with state' : undefined;
}
