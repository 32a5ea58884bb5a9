/** How a file reads a variable of the environment. */
export interface Way {
  /**
   * The expression that gives the variable: `process.env.NAME`.
   *
   * @param local what the binding is called in the file
   */
  read(name: string, local: string): string;
  /** What the file has to import for `read`. */
  binding?(name: string): Binding;
  /** Whether what `read` gives must be checked by the code: it may be undefined or empty. */
  readonly isOpen: boolean;
  /** Whether a name that is known only when the program runs is read as well: a function of the file can do it. */
  readonly takesNames?: boolean;
  /** What every name begins with: `NUXT_`, `VITE_`. */
  readonly prefix: string;
}

/** Something imported from another module. */
export interface Binding {
  readonly module: string;
  /** The name under which it is exported; `default` for the default export. */
  readonly exported: string;
  /** What it is called in the file, unless that name is taken. */
  readonly local: string;
}

/** A member of `process.env`; in brackets where the compiler asks for them. */
export function processWay(inBrackets: boolean): Way {
  return {
    read: (name) => (inBrackets ? `process.env[${JSON.stringify(name)}]` : `process.env.${name}`),
    isOpen: true,
    takesNames: true,
    prefix: '',
  };
}

export const DENO: Way = { read: (name) => `Deno.env.get("${name}")`, isOpen: true, prefix: '' };
export const BUN: Way = { read: (name) => `Bun.env.${name}`, isOpen: true, prefix: '' };

/** `import.meta.env.NAME`: only names with the prefix reach code for the browser. */
export function metaWay(prefix: string): Way {
  return { read: (name) => `import.meta.env.${name}`, isOpen: false, prefix };
}

/** A public variable that a bundler writes into the code by its name. */
export function publicProcessWay(prefix: string): Way {
  return { read: (name) => `process.env.${name}`, isOpen: true, prefix };
}

/** SvelteKit's static modules: a build without the variable fails. @param kind `$env/static/private` or `public` */
export function svelteWay(kind: 'private' | 'public'): Way {
  return {
    read: (_, local) => local,
    binding: (name) => ({ module: `$env/static/${kind}`, exported: name, local: name }),
    isOpen: false,
    prefix: kind === 'public' ? 'PUBLIC_' : '',
  };
}

/** Vite does not load env files into its own config. @see https://vite.dev/config/#using-environment-variables-in-config */
export const VITE_CONFIG: Way = {
  read: (name, local) => `${local}("", process.cwd(), "").${name}`,
  binding: () => ({ module: 'vite', exported: 'loadEnv', local: 'loadEnv' }),
  isOpen: true,
  prefix: '',
};

/** Nuxt's runtime config, whose keys are filled from `NUXT_…`. @see https://nuxt.com/docs/guide/going-further/runtime-config */
export function nuxtWay(isPublic: boolean): Way {
  const prefix = isPublic ? 'NUXT_PUBLIC_' : 'NUXT_';
  const holder = isPublic ? 'useRuntimeConfig().public' : 'useRuntimeConfig()';
  return { read: (name) => `${holder}.${nuxtKey(name.slice(prefix.length))}`, isOpen: !isPublic, prefix };
}

/** `GITHUB_TOKEN_2` → `githubToken_2`, which Nuxt turns back into the same name; without the line it would lose the one before 2. */
export function nuxtKey(name: string): string {
  return name.toLowerCase().replace(/_+([a-z])/g, (_, c: string) => c.toUpperCase());
}

/** The project's own checked object: `env.NAME`. */
export function objectWay(binding: Binding): Way {
  return { read: (name, local) => `${local}.${name}`, binding: () => binding, isOpen: false, prefix: '' };
}

/** The project's own function that throws where a variable is missing: `requireEnv("NAME")`. */
export function functionWay(binding: Binding): Way {
  return { read: (name, local) => `${local}("${name}")`, binding: () => binding, isOpen: false, prefix: '' };
}

/** Prefixes of names whose values bundlers put into code for the browser. */
export const PUBLIC_NAME = /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|NUXT_PUBLIC_|PUBLIC_|GATSBY_|EXPO_PUBLIC_|VUE_APP_)/;
