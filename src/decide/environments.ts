/** The environments that are kept apart. */
export type Environment = 'development' | 'test' | 'staging' | 'production';

/** What a name says of an env file; `unknown`: read for what is weak or twice in it, compared with no other environment. */
export type EnvRole = Environment | 'example' | 'unknown';

/** Words in file names, and what they stand for; docs/client.md shows the table. */
const WORDS: Readonly<Record<string, EnvRole>> = {
  ...all('production', 'production prod prd live release'),
  ...all('staging', 'staging stage stg preview preprod uat qa acceptance canary sandbox'),
  ...all('test', 'test testing tests e2e ci cypress playwright jest vitest'),
  ...all('development', 'development develop dev local docker devcontainer'),
  ...all('example', 'example examples sample samples template templates tmpl tpl dist schema defaults default'),
};

/** Files of other tools and ours that hold no values as they are, and dotenvx's own keys. */
const LOCKED = new Set(['vault', 'keys', 'encrypted']);

function all(role: EnvRole, words: string): Record<string, EnvRole> {
  return Object.fromEntries(words.split(' ').map((word) => [word, role]));
}

/**
 * Which environment a file is for, by its name alone. An example is one whatever else is said; a plain `.env`, `.env.local` and
 * `.dev.vars` are what a developer's machine runs with.
 *
 * @param path `/`-separated
 * @returns undefined for what is no env file, or holds no values of its own (`.env.vault`, `.env.keys`, `.env.production.encrypted`)
 */
export function envRole(path: string): EnvRole | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const words = wordsOf(name);
  if (words === undefined || words.some((word) => LOCKED.has(word))) return undefined;
  const roles = words.map((word) => WORDS[word] ?? 'unknown');
  if (roles.includes('example')) return 'example';
  const told = roles.find((role, i) => role !== 'unknown' && words[i] !== 'local');
  if (told !== undefined) return told;
  return words.every((word) => word === 'local') ? 'development' : 'unknown';
}

/** The words beside `env`: of `.env.production.local`, `prod.env`, `.dev.vars.staging`. */
function wordsOf(name: string): string[] | undefined {
  if (name === '.dev.vars' || name.startsWith('.dev.vars.')) return name.split('.').slice(3);
  const parts = name.split('.').filter((part) => part !== '');
  if (name.startsWith('.env.') || name === '.env') return parts.slice(1).flatMap((part) => part.split(/[-_]/));
  if (parts.length === 2 && parts[1] === 'env') return parts[0]!.split(/[-_]/);
  return undefined;
}
