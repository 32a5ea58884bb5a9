import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What of a build folder browsers get. */
export interface ClientPart {
  /** Name of the layout, for people. */
  readonly layout: string;
  /** Told a path from the folder, `/`-separated; a folder's ends with `/`. */
  isDelivered(path: string): boolean;
  /** What is left out, for people; absent: nothing. */
  readonly rest?: string;
}

interface Layout {
  readonly name: string;
  /** All of them stand in the folder. */
  readonly marks: readonly string[];
  readonly delivered: RegExp;
}

/**
 * Frameworks that write the server's code beside the browser's. Only what is delivered is searched: server code may hold a value
 * without anybody seeing it.
 */
const LAYOUTS: readonly Layout[] = [
  {
    name: 'Next.js',
    marks: ['BUILD_ID', 'static'],
    // prerendered pages and their payloads lie among the server's code
    delivered: /^static\/|^server\/(?:app|pages)\/.*\.(?:html|rsc|body|meta)$|^server\/pages\/.*\.json$/,
  },
  { name: 'Nitro (Nuxt)', marks: ['nitro.json', 'public'], delivered: /^public\// },
  { name: 'Nitro (Nuxt)', marks: ['server', 'public'], delivered: /^public\// },
  { name: 'SvelteKit, Astro, React Router', marks: ['server', 'client'], delivered: /^(?:client|prerendered)\// },
  { name: 'SvelteKit (node)', marks: ['client', 'handler.js'], delivered: /^(?:client|prerendered)\// },
];

/** Tells by what stands in `dir` which of it browsers get; where nothing tells, all of it. */
export function clientPart(dir: string): ClientPart {
  const layout = LAYOUTS.find(({ marks }) => marks.every((mark) => existsSync(join(dir, mark))));
  if (layout === undefined) return { layout: 'all files', isDelivered: () => true };
  return {
    layout: layout.name,
    rest: `${layout.name}: only what browsers get was searched, not the server's code beside it`,
    isDelivered: (path) => path.endsWith('/') || layout.delivered.test(path),
  };
}

/** Where bundlers put what they build, most telling first. */
const BUILDS = [
  '.next',
  '.output',
  '.svelte-kit/output',
  'dist',
  'build',
  'out',
  'public/build',
  'storybook-static',
  'web-build',
];

/** Build folders below `dir` that hold pages or what a framework is known to write. */
export function buildFolders(dir: string): string[] {
  return BUILDS.map((name) => join(dir, name)).filter((folder) => {
    if (!existsSync(folder)) return false;
    return clientPart(folder).rest !== undefined || hasPage(folder);
  });
}

function hasPage(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.html'));
  } catch {
    return false; // a file of that name
  }
}
